"""Markdown, rendered by a real parser: nothing of a draft may become markup."""

from __future__ import annotations

import re

import pytest
from pyromark import Markdown, Options

from stylelint.reporters import Style
from stylelint.reporters.markdown import LIMIT, code, escaped
from tests.reporters.awkward import many, said, tricky
from tests.reporters.made import checked

FIX = "Fix: “Secretary-General” → “Secretary General”"
EXPECTED = f"""\
## stylelint

1 error, 2 warnings, 1 suggestion in 2 of 3 files.

### `drafts/a.md`

| line | level | what is wrong | rule |
|--:|---|---|---|
| 1:10 | error | NATO has a Secretary General.<br>{FIX} | `titles/office` |
| 3:1 | warning | Two lines. | `captions/two` |
| 3:27 | suggestion | Not this.<br>Fix: take out “advisor.” (a person should look) | `house/word` |

### `drafts/c.md`

| line | level | what is wrong | rule |
|--:|---|---|---|
| 1:1 | warning | Not this. | `house/word` |

### Rules

| rule | findings |
|---|--:|
| `house/word` | 2 |
| `captions/two` | 1 |
| `titles/office` | 1 |
"""
RENDER = Markdown(options=Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH)


def rows(report: str) -> list[list[str]]:
    """The cells of all tables, as a reader sees them."""
    html = RENDER.html(report)
    found = re.findall(r"<tr>(.*?)</tr>", html, re.S)
    return [re.findall(r"<td[^>]*>(.*?)</td>", row, re.S) for row in found if "<td" in row]


def test_to_the_letter() -> None:
    assert said("markdown", checked(), Style(statistics=True)) == EXPECTED


def test_nothing_found() -> None:
    assert said("markdown", checked()[1:2]) == "## stylelint\n\nNothing found in 1 file.\n"


def test_no_sign_becomes_markup() -> None:
    cells = rows(said("markdown", [tricky()]))
    assert [len(row) for row in cells] == [4] * 5
    assert cells[0][2].startswith("Not &lt;b&gt; &amp; ")
    assert cells[1][2] == "A letter | in `it`, *so*."


@pytest.mark.parametrize(
    "text",
    [
        "*a* _b_ __c__ ~~d~~",
        "[x](http://y.example)",
        "<script>&lt;",
        "a | b",
        "# not",
        "@desk",
        "\\*",
        "![x](y)",
    ],
)
def test_escaped_text_is_read_as_it_was(text: str) -> None:
    from html import unescape

    html = RENDER.html(f"x {escaped(text)}")
    assert unescape(html.removeprefix("<p>").removesuffix("</p>\n")) == f"x {text}"
    assert "@" not in escaped(text), "nobody is called"


@pytest.mark.parametrize(("text", "shown"), [("a", "`a`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```")])
def test_code(text: str, shown: str) -> None:
    assert code(text) == shown


def test_a_summary_is_never_too_big_for_github() -> None:
    report = said("markdown", [many(9000, path=f"{n}.txt") for n in range(3)])
    assert LIMIT - 200 < len(report.encode()) < 1024**2
    cut = re.search(r"\n…and (\d+) more, which do not fit here\.\n\Z", report)
    assert cut
    assert report.count("| warning |") + int(cut[1]) == 27000
