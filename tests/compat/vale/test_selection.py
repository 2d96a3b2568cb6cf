"""Scopes by selectors of CSS: `doc(…)`."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint.compat.vale.selection import named
from stylelint.errors import UserError
from tests.compat.vale.styles import Desk

DRAFT = """\
# Boats

A cog first.

## Sources

A cog, said one.

A cog, said two.

### Papers

- A cog in papers.

## Notes

A cog noted.

> A cog quoted.
"""


def told(folder: Path, rule: str, text: str = DRAFT, name: str = "draft.md") -> list[tuple[int, str]]:
    pytest.importorskip("bs4")
    return [(d.line, d.message) for d in Desk(folder, {"Rule": rule}).lint(text, name)]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ('text & doc(section:has(> h2:contains("Sources")))', [7, 9, 13]),
        ('paragraph & doc(section:has(> h2:contains("Sources")))', [7, 9]),
        ('sentence & ~doc(section:has(> h2:contains("Sources")))', [3, 17]),
        ("text & doc(h2 + p)", [7, 17]),
        ("text & doc(h1 + p, blockquote)", [3, 19]),
        ("list & doc(section section section)", [13]),
        ("~doc(section section)", [3]),
        ("doc(section:has(> h3))", [13]),
        ('doc(h2 + p:contains("noted"))', [17]),
        ("text & doc(p:nth-of-type(2))", [9]),
        ("[doc(blockquote), list]", [13, 19]),
        ("doc(table)", []),
    ],
)
def test_scopes(tmp_path: Path, scope: str, expected: list[int]) -> None:
    said = "['doc(blockquote)', list]" if scope.startswith("[") else f"'{scope}'"
    rule = f"extends: existence\nmessage: x\nscope: {said}\ntokens: [cog]\n"
    assert [line for line, _ in told(tmp_path, rule)] == expected


@pytest.mark.parametrize(
    ("kind", "selector", "expected"),
    [
        ("occurrence\ntoken: said\nmin: 3", 'section:has(> h2:contains("Sources"))', [(7, "2")]),
        ("occurrence\ntoken: said\nmin: 2", 'section:has(> h2:contains("Sources"))', []),
        ("occurrence\ntoken: '(?s).'\nmin: 1", 'section:has(> h2:contains("Thanks"))', [(1, "0")]),
        ("metric\nformula: words\ncondition: '> 1'", "section section:has(> blockquote)", [(15, "7.00")]),
        (
            "metric\nformula: heading.h3\ncondition: '> 0'",
            'section:has(> h2:contains("Sources"))',
            [(5, "1.00")],
        ),
        ("metric\nformula: heading.h3\ncondition: '> 0'", 'section:has(> h2:contains("Notes"))', []),
    ],
)
def test_an_element_as_one_block(
    tmp_path: Path, kind: str, selector: str, expected: list[tuple[int, str]]
) -> None:
    assert told(tmp_path, f"extends: {kind}\nmessage: '%s'\nscope: 'doc({selector})'\n") == expected


def test_sequences_in_elements(tmp_path: Path) -> None:
    rule = "extends: sequence\nmessage: x\nscope: doc(h2 + p)\ntokens: [{pattern: A}, {pattern: cog}]\n"
    assert [line for line, _ in told(tmp_path, rule)] == [7, 17]


def test_html(tmp_path: Path) -> None:
    text = "<div class='a b'><p>A cog.<br>A cog.</p></div><p id='x'>A cog.</p>"
    rule = "extends: occurrence\nmessage: '%s'\nmax: 1\ntoken: cog\nscope: doc(div.a > p)\n"
    assert told(tmp_path, rule, text, "a.html") == [(1, "2")]


def test_a_selector_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"Rule\.yml:3:1"):
        told(tmp_path, "extends: existence\nmessage: x\nscope: 'doc(h2 >> p)'\ntokens: [cog]\n")
    with pytest.raises(UserError, match="not closed"):
        told(tmp_path, "extends: existence\nmessage: x\nscope: 'text & doc(h2'\ntokens: [cog]\n")


def test_names() -> None:
    scope, selectors = named('text & ~doc(h2:contains("a & b)"))')
    (name,) = selectors
    assert selectors == {name: 'h2:contains("a & b)")'} and scope == f"text & ~in.{name}"
