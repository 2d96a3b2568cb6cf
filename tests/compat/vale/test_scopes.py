"""Scopes: what a rule sees of a draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compat.vale.styles import Desk, marked

DRAFT = """\
---
title: cog in front
count: 3
---

# cog heading

## cog second

A cog paragraph. Another cog sentence.

- cog item

> cog quote

| cog head |
|----------|
| cog cell |

![cog picture](a.png)

```
cog code
```
"""


EVERYTHING = ["in", "heading", "second", "paragraph", "sentence", "item", "quote", "head", "cell"]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("heading", ["heading", "second"]),
        ("heading.h2", ["second"]),
        ("list", ["item"]),
        ("blockquote", ["quote"]),
        ("table.header", ["head"]),
        ("table.cell", ["cell"]),
        ("table", ["head", "cell"]),
        ("alt", ["picture"]),
        ("paragraph", ["paragraph", "sentence"]),
        ("sentence", ["paragraph", "sentence"]),
        ("text.frontmatter.title", ["in"]),
        ("heading & ~heading.h1", ["second"]),
        ("[list, blockquote]", ["item", "quote"]),
        ("~heading & ~table & ~list & ~alt & ~frontmatter", ["paragraph", "sentence", "quote"]),
        ("raw", [*EVERYTHING, "picture", "code"]),
        ("text.md", EVERYTHING),
        ("text.html", []),
    ],
)
def test_scopes(tmp_path: Path, scope: str, expected: list[str]) -> None:
    said = scope if scope.startswith("[") else repr(scope)
    rule = f"extends: existence\nmessage: x\nscope: {said}\ntokens: ['cog (\\w+)']\n"
    assert [text.removeprefix("cog ") for text in marked(tmp_path, rule, DRAFT)] == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("A **cog** and a [dory](x.html).", "a.md", ["cog", "dory"]),
        ("A cog &amp; dory.", "a.md", ["cog", "dory"]),
        ("<p>A cog, <code>a dory</code></p><pre>cog</pre>", "a.html", ["cog"]),
        ("<p title='cog'>dory</p><script>cog</script>", "a.html", ["dory"]),
        ("A cog.\n\n    dory in code\n", "a.md", ["cog"]),
        ("See https://cog.example/dory now.", "a.md", []),
        ("A cog of $dory^2$ and\n\n$$\ndory\n$$\n", "a.md", ["cog"]),
        ("A cog at $5 and a dory at $10, US$6 a *cog* or A$7.", "a.md", ["cog", "dory", "cog"]),
        ("A cog.\nA `dory`.", "a.txt", ["cog", "dory"]),
        ("<div class='pre'>cog</div><p>dory</p>", "a.html", ["dory"]),
        ("A cog<!-- one --> dory, c<!-- two -->og.", "a.md", ["cog", "dory", "c<!-- two -->og"]),
        ("A <!-- one -->cog <!-- two --> dory.", "a.md", ["cog", "dory"]),
        ("<p>A cog <!-- one --> dory <!-- vale off --> cog</p><p>dory</p>", "a.html", []),
        ("Press <samp>cog</samp> on the dory.", "a.md", ["dory"]),
    ],
)
def test_what_is_text(tmp_path: Path, text: str, name: str, expected: list[str]) -> None:
    rule = "extends: existence\nmessage: x\ntokens: [cog, dory]\n"
    assert marked(tmp_path, rule, text, name=name) == expected


@pytest.mark.parametrize(
    ("ini", "text", "expected"),
    [
        ("IgnoredScopes = em", "A *cog*, a `dory`.", ["dory"]),
        ("SkippedScopes = blockquote, pre", "> cog\n\ndory", ["dory"]),
        ("IgnoredClasses = fleet", "<div class='fleet'>cog</div>\n\ndory", ["dory"]),
        ("WordTemplate = (?m)(?:%s)s", "A cog, two cogs, three dorys.", ["cogs", "dorys"]),
    ],
)
def test_settings_of_what_is_text(tmp_path: Path, ini: str, text: str, expected: list[str]) -> None:
    rule = "extends: existence\nmessage: x\ntokens: [cog, dory]\n"
    assert marked(tmp_path, rule, text, ini) == expected


def test_places_are_right_beside_markup(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: x\ntokens: [cog]\n"
    text = "---\ntitle: é\n---\n\nÉté &amp; a [cog](cog.md), *a **cog***, `cog` cog\n"
    found = Desk(tmp_path, {"Rule": rule}).lint(text)
    assert [(d.line, d.column) for d in found] == [(5, 14), (5, 33), (5, 47)]


INNER = """\
# A [cog](a.md) heading

See `dory`, *a **cog***, <b>dory</b>, <i>cog</i> and [a `cog` **there**](b.md). No cog.

> Also [dory](c.md)

    cog in code
"""


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("link", [(1, 6), (3, 58), (5, 9)]),
        ("code", [(3, 6), (3, 58)]),
        ("strong", [(3, 18), (3, 29)]),
        ("emphasis", [(3, 18), (3, 42)]),
        ("link.md", [(1, 6), (3, 58), (5, 9)]),
        ("text.link", []),
        ("link & ~heading", [(3, 58), (5, 9)]),
        ("link & ~blockquote & ~heading", [(3, 58)]),
        ("~link & heading", []),
        ("[code, heading]", [(1, 6), (3, 6), (3, 58)]),
        ("~link", [(3, 18), (3, 29), (3, 42), (3, 84)]),
        ("~heading & ~link", [(3, 18), (3, 29), (3, 42), (3, 84)]),
        ("text & ~strong & ~emphasis", [(1, 6), (3, 84), (5, 9)]),
        ("['~link', heading]", [(1, 6), (3, 18), (3, 29), (3, 42), (3, 84)]),
        ("sentence & ~emphasis", [(3, 29), (3, 84)]),
        ("paragraph & ~link", [(3, 18), (3, 29), (3, 42), (3, 84)]),
        ("emphasis & ~strong", [(3, 42)]),
        ("~code", [(1, 6), (3, 18), (3, 29), (3, 42), (3, 84), (5, 9)]),
    ],
)
def test_what_stands_within_lines(tmp_path: Path, scope: str, expected: list[tuple[int, int]]) -> None:
    said = scope if scope.startswith("[") else repr(scope)
    rule = f"extends: existence\nmessage: x\nscope: {said}\ntokens: [cog, dory]\n"
    found = Desk(tmp_path, {"Rule": rule}).lint(INNER)
    assert [(d.line, d.column) for d in found] == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("extends: existence\ntokens: ['See cog']\n", []),
        ("extends: existence\ntokens: ['See cog now']\n", ["See [cog](a.md) now"]),
        ("extends: capitalization\nmatch: $lower\n", ["See [cog](a.md) now"]),
    ],
)
def test_what_only_begins_or_ends_in_what_is_left_out(tmp_path: Path, rule: str, expected: list[str]) -> None:
    assert (
        Desk(tmp_path, {"Rule": f"{rule}message: x\nscope: ~link\n"}).told("See [cog](a.md) now\n")
        == expected
    )


CLASSED = """\
<div class="note wide">

A cog.

<p>A dory.</p>

<div><p class="title">A cog title</p></div>

</div>

A cog outside. <data class="image">cog dory.png</data>
"""


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("text.class.note", [3, 5, 7]),
        ("text.class.note.class.title", [7]),
        ("text.class.other", []),
        ("text & ~class.note", [11]),
        ("meta", [11, 11]),
        ("meta.class.image", [11, 11]),
    ],
)
def test_classes_and_metadata(tmp_path: Path, scope: str, expected: list[int]) -> None:
    rule = f"extends: existence\nmessage: x\nscope: {scope!r}\ntokens: [cog, dory]\n"
    assert [d.line for d in Desk(tmp_path, {"Rule": rule}).lint(CLASSED)] == expected


def test_switched_off_within_lines(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: x\nscope: link\ntokens: [cog]\n"
    text = "<!-- vale off -->\n\n[cog](a.md)\n\n<!-- vale on -->\n\n[cog](b.md)\n"
    assert [d.line for d in Desk(tmp_path, {"Rule": rule}).lint(text)] == [7]


def test_the_raw_text_is_off_where_nothing_switches_it_on_again(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: x\nscope: raw\ntokens: [cog]\n"
    assert marked(tmp_path, rule, "cog\n\n<!-- vale off -->\n") == []
    assert marked(tmp_path, rule, "cog\n\n<!-- vale off -->\n\n<!-- vale on -->\n") == ["cog"]


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: an old cog\nyear: 7\n---\n",
        "---yaml\ntitle: an old cog\n---\n",
        '+++\nyear = 7\ntitle = "an old cog"\n+++\n',
        '---toml\ntitle = "an old cog"\n---\n',
        ';;;\n{"cogs": "x", "title": "an old cog"}\n;;;\n',
        '---json\n{"title": "an old cog"}\n---\n',
        '{\n  "title": "an old cog"\n}\n\n',
    ],
)
def test_front_matter(tmp_path: Path, head: str) -> None:
    rule = "extends: existence\nmessage: x\nscope: text.frontmatter.title\ntokens: [cog]\n"
    (found,) = Desk(tmp_path, {"Rule": rule}).lint(f"{head}\nA cog.\n")
    assert found.span.start == head.index("cog", head.index("title"))


def test_front_matter_in_ignored_scopes(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: x\ntokens: [cog]\n"
    text = "---\ntitle: A cog\nsummary: A cog\n---\n\nA cog.\n"
    found = Desk(tmp_path, {"Rule": rule}, "IgnoredScopes = frontmatter.title").lint(text)
    assert [d.line for d in found] == [3, 6]


MDX = """\
import { Cog } from './cog'
import Dory from "./dory"

export const cog = {
  a: "{",

  b: "cog"
}

export function Dory() {
  // a cog }

  return <p>cog</p>
}

# A cog {props.cog}

<Note title="x">
A cog with `{cog}`, { cog ? { dory: 1 } : cog } and \\{cog}.
</Note>

```js
{cog}
```
"""


def test_what_is_no_prose_in_mdx(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: x\ntokens: [cog, dory]\n"
    found = Desk(tmp_path, {"Rule": rule}).lint(MDX, "a.mdx")
    assert [(d.line, d.column) for d in found] == [(16, 5), (19, 3), (19, 55)]


def test_a_module_that_nothing_closes_ends_with_its_paragraph(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: x\ntokens: [cog]\n"
    text = "export const cog = {\n\nA cog.\n\nexport const dory = {\n\nA cog.\n"
    assert [d.line for d in Desk(tmp_path, {"Rule": rule}).lint(text, "a.mdx")] == [3, 7]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("scope", "name", "expected"),
    [
        ("raw", "a.md", [(2, 8), (4, 7), (6, 3), (8, 9)]),
        ("text", "a.md", [(2, 8), (4, 7), (6, 3), (8, 9)]),
        ("text", "a.txt", [(2, 8), (4, 7), (6, 3), (8, 9)]),
        ("sentence", "a.md", [(6, 3), (8, 9)]),
    ],
)
def test_line_ends(tmp_path: Path, end: str, scope: str, name: str, expected: list[tuple[int, int]]) -> None:
    rule = f"extends: existence\nmessage: x\nscope: {scope}\nnonword: true\ntokens: ['cog$']\n"
    lines = ["---", "title: cog", "---", "# One cog", "", "A cog", "", "One and cog"]
    found = Desk(tmp_path, {"Rule": rule}).lint(end.join(lines), name)
    assert [(d.line, d.column) for d in found] == expected
