"""Markdown: what is prose, what it is, and where it stands in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.document import Document
from stylelint.errors import UserError
from stylelint.readers import read
from tests.readers.test_text import sound


def parse(source: str) -> Document:
    return read("a.md", source.encode())


def shapes(source: str) -> list[tuple[str, str, str]]:
    document = parse(source)
    return [(b.kind, b.role, document.text(b)) for b in document.blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        (
            "# A *b* c {#id}\n\nText.\n\n## D",
            [
                ("heading", "headline", "A b c"),
                ("paragraph", "paragraph", "Text."),
                ("heading", "crosshead", "D"),
            ],
        ),
        (
            "One\ntwo.\n\n\nThree.",
            [("paragraph", "paragraph", "One\ntwo."), ("paragraph", "paragraph", "Three.")],
        ),
        ("> Said\n> so.\n\nBut.", [("quote", "quotation", "Said\nso."), ("paragraph", "paragraph", "But.")]),
        (
            "- One.\n- [x] Two.\n  - Three.\n",
            [("item", "list-item", "One."), ("item", "list-item", "Two."), ("item", "list-item", "Three.")],
        ),
        ("| a | b |\n|---|---|\n| c | d |", [("cell", "cell", c) for c in "abcd"]),
        ("```py\nx = 1\n```", [("code", "code", "x = 1")]),
        ("A &amp; b \\* c.", [("paragraph", "paragraph", "A & b * c.")]),
        (
            'A [link](http://a.b "The title") and ~~no~~ **b**.',
            [("paragraph", "paragraph", "A link and no b."), ("alt", "metadata", "The title")],
        ),
        ("A<!-- x --> b <b>c</b>.", [("paragraph", "paragraph", "A b c.")]),
        ("A<br>b", [("paragraph", "paragraph", "A\nb")]),
        (
            "Foot[^1].\n\n[^1]: Note.",
            [("paragraph", "paragraph", "Foot."), ("paragraph", "paragraph", "Note.")],
        ),
        ("![A cat](c.png)", [("alt", "metadata", "A cat")]),
        ("<!-- a comment -->\n\nText.", [("paragraph", "paragraph", "Text.")]),
        (
            "<div>\n<p>One &amp; two.</p>\n<ul><li>Three</li></ul>\n</div>",
            [("paragraph", "paragraph", "One & two."), ("item", "list-item", "Three")],
        ),
        (
            "<figure><img src=x alt='A cat'><figcaption>The cat.</figcaption></figure>",
            [("alt", "metadata", "A cat"), ("figure", "caption", "The cat.")],
        ),
        ("<script>\nvar a = '<p>no</p>';\n</script>\n\nText.", [("paragraph", "paragraph", "Text.")]),
        (
            "<nav>\nHome\n</nav>\n\nText.",
            [("paragraph", "furniture", "Home"), ("paragraph", "paragraph", "Text.")],
        ),
        ("5 < 6 and <3.", [("paragraph", "paragraph", "5 < 6 and <3.")]),
        (
            '{{< figure src="a.png" alt="A cat" caption="The cat sleeps." >}}\n\nText.',
            [
                ("alt", "metadata", "A cat"),
                ("figure", "caption", "The cat sleeps."),
                ("paragraph", "paragraph", "Text."),
            ],
        ),
        (
            "The harbour at dawn.\n(Jane Roe/Reuters)",
            [("paragraph", "caption", "The harbour at dawn.\n(Jane Roe/Reuters)")],
        ),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str, str]]) -> None:
    assert shapes(source) == expected


@pytest.mark.parametrize(
    ("source", "hidden"),
    [
        ("Run `make` now.", ["make"]),
        ("Run `Strong` now.", ["Strong"]),
        (
            "See <https://example.org/x> or http://example.org.",
            ["https://example.org/x", "http://example.org"],
        ),
        ('See {{% ref "a_b.md" %}} now.', ['{{% ref "a_b.md" %}}']),
        ("A <kbd>Ctrl</kbd> key.", ["Ctrl"]),
        ("<p>A <code>b c</code> d.</p>", ["b c"]),
    ],
)
def test_what_rules_do_not_read(source: str, hidden: list[str]) -> None:
    document = parse(source)
    assert [document.prose[a:b] for a, b in document.opaque] == hidden


@pytest.mark.parametrize(
    "source", ["é&amp;b *c* d", "# x\r\n\r\né **b**  \r\nc\r\nd", "---\ntitle: é\n---\n> é *b*\n> c"]
)
def test_every_word_knows_its_place(source: str) -> None:
    document = parse(source)
    for word in "bcd":
        at = document.prose.find(word)
        if at >= 0:
            assert document.source[slice(*document.span(at, at + 1))] == word


@pytest.mark.parametrize(
    ("source", "whole"), [("a &amp; b", "&amp;"), ("é &#38; b", "&#38;"), ("é \\& b", "\\&")]
)
def test_an_entity_is_one_thing(source: str, whole: str) -> None:
    document = parse(source)
    assert document.source[slice(*document.span(2, 3))] == whole
    assert document.editable(2, 3)


def test_markup_stands_in_the_way_of_an_edit() -> None:
    document = parse("One two *three* four")
    assert document.editable(0, 7)
    assert not document.editable(4, 13)


@pytest.mark.parametrize(
    ("source", "outer"),
    [
        ("# Head #\n\nText.", ["# Head #", "Text."]),
        ("*One.*\n", ["*One.*"]),
        ("- One.\n", [None]),
        ("One ![two](three) [four](five).", [None, None]),
        ("[One](two 'three').", [None, None]),
        ("One {{< two >}}.", [None]),
        ("One <!-- two -->.", [None]),
        ("[One](two).", ["[One](two)."]),
        ("> One.\n", [None]),
        ("---\ntitle: A\n---\n\nÜber.\r\n", [None, "Über."]),
    ],
)
def test_outer_is_the_markup_and_not_the_line_end(source: str, outer: list[str | None]) -> None:
    document = parse(source)
    assert [document.source[slice(*b.outer)] if b.outer else None for b in document.blocks] == outer


@pytest.mark.parametrize(
    "source",
    [
        ">" * 10_000 + " x",
        "- " * 5_000 + "x",
        "[" * 50_000,
        "*a **b " * 20_000,
        "<a '" * 20_000,
        "<!--" * 20_000,
        "{{" * 20_000,
        "a\\" * 20_000,
    ],
)
def test_hostile_nesting_does_no_harm(source: str) -> None:
    sound(parse(source))


_MARKUP = st.lists(
    st.sampled_from(
        [
            "# ",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "1. ",
            "*",
            "**",
            "`",
            "```\n",
            "&amp;",
            "&nbsp;",
            "\\",
            "\\*",
            "<b>",
            "</p>",
            "<p>",
            "<!--",
            "-->",
            "[a](b)",
            "![alt](b)",
            "|",
            "|-|-|\n",
            "---\n",
            "a: b\n",
            "é",
            "😀",
            "word ",
            "  \n",
            "\r\n",
            "\t",
            "http://x.y",
            '{{< a caption="b" >}}',
            "<figcaption>",
            "[^1]",
            "[^1]: ",
            "~~",
            "“",
            "'",
            ".",
            "<br>",
            "<code>",
        ]
    )
)


@given(_MARKUP.map("".join) | st.text())
def test_any_markdown_makes_a_sound_document(source: str) -> None:
    try:
        document = read("a.md", source.encode("utf-8", "replace"))
    except UserError:
        return
    sound(document)
