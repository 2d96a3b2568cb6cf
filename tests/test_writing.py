"""Words that are written into a draft are read there as they are meant, and all else stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from stylelint.diagnosing import whole_removal
from stylelint.document import Document
from stylelint.errors import UserError
from stylelint.fixer import apply
from stylelint.readers import read
from stylelint.readers.markup import IMAGE
from stylelint.writing import written
from tests.readers.bits import MARKDOWN, SOUP


def put(document: Document, start: int, end: int, text: str) -> str | None:
    """Return the source with a text in place of `prose[start:end]`, None where it cannot be written."""
    if not document.editable(start, end):
        return None
    source = written(document, start, end, text)
    first, last = document.span(start, end)
    return None if source is None else document.source[:first] + source + document.source[last:]


def replaced(name: str, source: str, old: str, new: str) -> str | None:
    document = read(name, source.encode())
    at = document.prose.index(old)
    return put(document, at, at + len(old), new)


YAML = """---
single: 'A ferry'
double: "The boat"
plain: One, a dog # b
lines: |
  Two cats
list: [a, bird]
---
"""
TOML = "+++\nbasic = \"A ferry\"\nliteral = 'The boat'\nnumber = 12\n+++\n"
PAGE = "<p title=x>A ferry & boat</p><img alt=\"A cat\"><img alt='A dog'><img alt=bird>"


@pytest.mark.parametrize(
    ("name", "source", "old", "new", "expected"),
    [
        ("a.txt", "A ferry", "ferry", "R&D <b>", "A R&D <b>"),
        ("a.md", "A ferry", "ferry", "R&D", "A R&D"),
        ("a.md", "A ferry", "ferry", "&amp;", "A \\&amp;"),
        ("a.md", "A ferry", "ferry", "<b> *c* [d] e_f _g", "A \\<b> \\*c\\* \\[d\\] e_f \\_g"),
        ("a.md", "A *ferry*", "ferry", "“boat”", None),
        ("a.md", "A *ferry*", "ferry", "boat", "A *boat*"),
        ("a.md", "A *ferry*", "ferry", "", None),
        ("a.md", "Ten. A ferry", "Ten", "10", None),
        ("a.md", "Ten ferries", "Ten", "10", "10 ferries"),
        ("a.md", "A ferry", "A", "#", None),
        ("a.md", "A ferry\nsails", "ferry", "10.", "A 10.\nsails"),
        ("a.md", "A ferry", "ferry", "{{ x }}", None),
        ("a.md", "A ferry", "ferry", "a\nb", None),
        ("a.md", "A f\\*y", "f*y", "*", "A \\*"),
        ("a.md", "A [ferry][] b\n\n[ferry]: c", "ferry", "boat", None),
        ("a.md", "A [ferry] b\n\n[ferry]: c", "ferry", "boat", None),
        ("a.md", "[ferry]\n\n[ferry]: c", "ferry", "boat", None),
        ("a.md", "A [ferry][a] b\n\n[a]: c", "ferry", "boat", "A [boat][a] b\n\n[a]: c"),
        ("a.md", "|a|b|\n|-|-|\n|A ferry|c|", "ferry", "a|b", "|a|b|\n|-|-|\n|A a\\|b|c|"),
        ("a.md", "![A ferry](b)", "ferry", "a [x] b", "![A a \\[x\\] b](b)"),
        ("a.md", '[a](b "A ferry")', "ferry", "“x”", '[a](b "A “x”")'),
        ("a.md", '[a](b "A ferry")', "ferry", '"x"', None),
        ("a.md", "<div>A ferry</div>", "ferry", "R&D <3", "<div>A R&amp;D &lt;3</div>"),
        ("a.md", 'A <img alt="ferry"> b', "ferry", 'a "b"', 'A <img alt="a &quot;b&quot;"> b'),
        ("a.md", '{{< figure caption="A ferry" >}}', "ferry", "boat", '{{< figure caption="A boat" >}}'),
        ("a.md", '{{< figure caption="A ferry" >}}', "ferry", 'the "boat"', None),
        ("a.mdx", '<Box caption="A ferry" />', "ferry", '"x"', '<Box caption="A &quot;x&quot;" />'),
        ("a.mdx", "An import", "An import", "import", None),
        ("a.html", PAGE, "A ferry", "R&D", "<p title=x>R&amp;D & boat</p>" + PAGE[29:]),
        ("a.html", "<p>5 <6", "6", "six", None),
        ("a.html", "<p>R&D", "D", "copy", None),
        ("a.html", PAGE, "A cat", "a \"b\" 'c'", PAGE.replace("A cat", "a &quot;b&quot; 'c'")),
        ("a.html", PAGE, "A dog", "a \"b\" 'c'", PAGE.replace("A dog", 'a "b" &#39;c&#39;')),
        ("a.html", PAGE, "bird", "boat", PAGE.replace("bird", "boat")),
        ("a.html", PAGE, "bird", "a boat", None),
        ("a.html", '<meta name=description content="A ferry">', "ferry", '"',
         '<meta name=description content="A &quot;">'),
        ("a.html", "<title>A ferry</title>", "ferry", "R&D", "<title>A R&amp;D</title>"),
        ("a.md", YAML, "A ferry", "It's", YAML.replace("A ferry", "It''s")),
        ("a.md", YAML, "The boat", 'a "b" \\', YAML.replace("The boat", 'a \\"b\\" \\\\')),
        ("a.md", YAML, "a dog", "cats", YAML.replace("a dog", "cats")),
        ("a.md", YAML, "a dog", "c: d", None),
        ("a.md", YAML, "a dog", "c #d", None),
        ("a.md", "---\na: A dog\n---\n", "A dog", "no", None),
        ("a.md", "---\na: A dog\n---\n", "A dog", "12:30", None),
        ("a.md", "---\na: A dog\n---\n", "A dog", "“Dogs”", None),
        ("a.md", YAML, "Two", "2: #", YAML.replace("Two", "2: #")),
        ("a.md", YAML, "Two ", "", YAML.replace("Two ", "")),
        ("a.md", YAML, "bird", "b, c", None),
        ("a.md", TOML, "A ferry", 'a "b"', TOML.replace("A ferry", 'a \\"b\\"')),
        ("a.md", TOML, "The boat", "It's", None),
        ("a.md", TOML, "The boat", "cats", TOML.replace("The boat", "cats")),
        ("a.md", TOML, "12", "twelve", None),
        ("a.md", '{"a": "A ferry"}\n', "ferry", '"b"', '{"a": "A \\"b\\""}\n'),
    ],
)  # fmt: skip
def test_words_are_written_as_the_place_wants_them(
    name: str, source: str, old: str, new: str, expected: str | None
) -> None:
    assert replaced(name, source, old, new) == expected


@pytest.mark.parametrize(
    ("name", "source", "old"),
    [
        ("a.md", "One `code` two", "One code"),
        ("a.md", "One ![x](y) two", "One ￼ two"),
        ("a.txt", "See https://a.org/b now", "https://a.org/b"),
        ("a.md", "One\\\ntwo", "One\ntwo"),
        ("a.md", "One  \ntwo", "One\ntwo"),
        ("a.html", "<p>One<br>two", "One\ntwo"),
    ],
)
def test_what_no_rule_has_seen_is_not_written_over(name: str, source: str, old: str) -> None:
    assert replaced(name, source, old, "x") is None


FIELDS = [
    "---\na: {0}\nb: '{0}'\nc: \"{0}\"\nd:\n  - {0}\ne: |\n  {0}\n---\n",
    "+++\na = \"{0}\"\nb = '{0}'\nc = '''\n{0}'''\n+++\n",
    '{{"a": "{0}", "b": ["{0}"]}}\n',
]
WORDS = st.lists(
    st.sampled_from(
        ["a", "é", " ", "10.", "&", "<", ">", '"', "'", "*", "_", "#", "-", ":", "\\", "[x]", "|", "`", "b"]
    ),
    max_size=4,
).map("".join)
DRAFTS = st.one_of(
    st.tuples(st.sampled_from(["a.md", "a.mdx"]), st.lists(MARKDOWN, max_size=16).map("".join)),
    st.tuples(st.just("a.html"), st.lists(SOUP, max_size=16).map("".join)),
    st.tuples(
        st.just("a.md"),
        st.builds(lambda t, w: t.format(w), st.sampled_from(FIELDS), st.sampled_from(["One two", "It ist"])),
    ),
)


def shown(text: str, lines: bool) -> str:
    """Return a text as it is compared: where lines are joined, with no regard to blanks."""
    return ("" if lines else " ").join(text.replace(IMAGE, "").split())


@given(DRAFTS, WORDS, st.data())
def test_what_is_written_is_read_again(draft: tuple[str, str], text: str, data: st.DataObject) -> None:
    name, source = draft
    try:
        document = read(name, source.encode())
    except UserError:
        return
    assume(document.blocks)
    block = data.draw(st.sampled_from(document.blocks))
    start = data.draw(st.integers(block.start, block.end - 1))
    end = data.draw(st.integers(start + 1, block.end))
    after = put(document, start, end, text)
    if after is None:
        return
    again = read(name, after.encode())
    old = document.prose
    lines = "\n" in old[start:end] or old[end - 1].isspace()
    changed = old[block.start : start] + text + old[end : block.end]
    expected = [changed if one is block else document.text(one) for one in document.blocks]
    texts = [again.text(one) for one in again.blocks]
    # Where an image is the first thing in a block is no matter here, nor are blanks that are left.
    assert sorted(filter(None, (shown(one, lines) for one in texts))) == sorted(
        filter(None, (shown(one, lines) for one in expected))
    ), (source, after)


@pytest.mark.parametrize(
    ("name", "source", "block", "expected"),
    [
        ("a.md", "a\n\nb\n\nc", "b", "a\n\nc"),
        ("a.md", "a\n# b\nc", "b", None),
        ("a.md", "a\n\n# b\nc", "b", "a\n\nc"),
        ("a.md", "a\n\n---\n\nb\n\n---\n", "a", None),
        ("a.html", "<p>a</p><p>b</p>\n<p>c", "b", "<p>a</p>\n<p>c"),
        ("a.html", "a <h1>b</h1> c", "b", None),
        ("a.html", "<p>a<!-- c --></p>", "a", None),
        ("a.txt", "a\n\n---\nb", "a", "---\nb"),
        ("a.md", "    a\nb\n\n    c", "b", None),
        ("a.md", "    a\n\n# b\n    c", "b", None),
        ("a.md", "    a\n\n<p>b</p>\n\n    c", "b", None),
        ("a.md", "- a\n\nb\n\n  c", "b", None),
        ("a.md", "    a\n\nb\n\nc", "b", "    a\n\nc"),
        ("a.md", "<div>\n <p>a</p>\n <p>b</p>\n</div>", "a", "<div>\n  <p>b</p>\n</div>"),
        ("a.txt", "  a\n\nb\n\n  c", "b", "  a\n\n  c"),
    ],
)
def test_a_block_is_taken_out_only_where_the_others_stay_what_they_are(
    name: str, source: str, block: str, expected: str | None
) -> None:
    document = read(name, source.encode())
    (outer,) = [one.outer for one in document.blocks if document.text(one) == block]
    edit = whole_removal(document, outer) if outer else None
    assert (apply(source, [edit]) if edit else None) == expected


@given(DRAFTS | st.tuples(st.just("a.txt"), st.text(alphabet="aB. \n\r\t-1")), st.data())
def test_the_other_blocks_stay_what_they_are(draft: tuple[str, str], data: st.DataObject) -> None:
    name, source = draft
    try:
        document = read(name, source.encode())
    except UserError:
        return
    able = [block for block in document.blocks if block.outer and block.role != "code"]
    assume(able)
    gone = data.draw(st.sampled_from(able))
    edit = whole_removal(document, gone.outer) if gone.outer else None
    if edit is None:
        return
    again = read(name, apply(document.source, [edit]).encode())
    texts = [again.text(one) for one in again.blocks]
    expected = [document.text(one) for one in document.blocks if one is not gone]
    assert sorted(filter(None, (shown(one, False) for one in texts))) == sorted(
        filter(None, (shown(one, False) for one in expected))
    )
