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
        ("A cog.\nA `dory`.", "a.txt", ["cog", "dory"]),
        ("<div class='pre'>cog</div><p>dory</p>", "a.html", ["dory"]),
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
