"""Programs: their comments are what rules see."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint.compat.vale.code import comments
from stylelint.compat.vale.languages import LANGUAGES, language_of
from tests.compat.vale.styles import Desk

RULE = "extends: existence\nmessage: x\ntokens: [cog]\n"


def said(suffix: str, source: str) -> list[tuple[str, str]]:
    language = language_of(suffix)
    assert language
    found = comments(source, language)
    for one in found:
        for start, end, low, high in one.rows:
            assert source[low:high] == one.text[start:end]
    return [(one.kind, one.text) for one in found]


@pytest.mark.parametrize(
    ("suffix", "source", "expected"),
    [
        ("py", "x = 1  # a cog\ny = '# no'\n", [("line", "a cog")]),
        ("py", "#!/bin/env cog\n# one\n# two\n\n# three\n", [("line", "one\ntwo"), ("line", "three")]),
        ("py", "# one\n  # two\n", [("line", "one"), ("line", "two")]),
        ("py", "'''One.\n\nTwo.\n'''\nx = \"\"\"no\"\"\"\n", [("block", "One.\n\nTwo.\n")]),
        ("py", "def f(a: int, b=(1, 2)) -> dict[str, int]:\n    '''One.'''\n", [("line", "One.")]),
        (
            "py",
            'class A:\n    """One.\n\n    Two:\n      Three.\n    """\n',
            [("block", "One.\n\nTwo:\n  Three.\n")],
        ),
        ("py", "if a:\n    '''no'''\nf('''no''', x)\n", []),
        ("py", "x = {'a':\n  'no'}\n", []),
        ("c", 'int a; // one\n/* two */\nchar *b = "// no /* no */";\n', [("line", "one"), ("line", "two")]),
        ("c", "/*\n * one\n *   two\n */\n", [("block", "\none\n  two\n")]),
        ("c", "/**\n * one\n * *two*\n */\n", [("block", "\none\n*two*\n")]),
        ("go", "// one\n// two\nvar s = `// no`\n", [("line", "one\ntwo")]),
        ("js", "let a = `// no`, r = /https?:\\/\\//; // one\n", [("line", "one")]),
        ("tsx", "/** one */\n", [("line", "one")]),
        ("java", "char c = '\"'; // one\n", [("line", "one")]),
        ("rs", '//! one\n/// two\nlet a: &\'static str = "// no"; /* no */\n', [("line", "one\ntwo")]),
        ("rs", 'let a = r#"// no "# ; // one\n', [("line", "one")]),
        (
            "rb",
            "=begin\none\ntwo\n=end\nputs 'a # no' # three\n",
            [("block", "\none\ntwo\n"), ("line", "three")],
        ),
        ("css", "a { b: c } /* one */\n", [("line", "one")]),
        ("scss", "// one\na { b: url(http://no) }\n", [("line", "one")]),
        ("php", "# one\n$a = '// no'; // two\n", [("line", "one"), ("line", "two")]),
        ("lua", "-- one\n--[[\ntwo\n]]\n", [("line", "one"), ("block", "\ntwo\n")]),
        ("hs", "-- | one\nx --> y\n{- two -}\n", [("line", "one"), ("line", "two")]),
        ("clj", ";; one\n", [("line", "one")]),
        ("ps1", "<#\none\n#>\n# two\n", [("block", "\none\n"), ("line", "two")]),
        ("jl", "#=\none\n=#\n# two\n", [("block", "\none\n"), ("line", "two")]),
        ("r", "x <- 1 # one\n", [("line", "one")]),
        ("py", "import a  # noqa: F401\nb: int = 1  # type: ignore\n# one\n", [("line", "one")]),
        ("go", "//go:build linux\n\n// one\nx() //nolint:errcheck\n", [("line", "one")]),
        ("ts", "/* eslint-disable no-x */\n// @ts-ignore\n// one\n", [("line", "one")]),
        ("rb", "# frozen_string_literal: true\n\n# one\n", [("line", "one")]),
        ("c", "/* one\r\n * two\r\n */\r\n// three\r\n", [("block", "one\ntwo\n"), ("line", "three")]),
        ("c", "/* never closed\n\n", [("block", "never closed\n\n")]),
    ],
)
def test_comments(suffix: str, source: str, expected: list[tuple[str, str]]) -> None:
    assert said(suffix, source) == expected


@pytest.mark.parametrize("suffix", LANGUAGES)
def test_every_language_reads_what_is_no_program(suffix: str) -> None:
    said(suffix, "")
    said(suffix, "\"'`/*<#{-[[]]\n\n'''\n" * 3)


@pytest.mark.parametrize(
    ("scope", "ini", "expected"),
    [
        ("text", "", [(1, 6), (4, 4), (6, 17)]),
        ("comment", "", [(1, 6), (4, 4), (6, 17)]),
        ("comment.line", "", [(1, 6), (6, 17)]),
        ("text.comment.block", "", [(4, 4)]),
        ("comment.block.c", "", [(4, 4)]),
        ("comment.py", "", []),
        ("raw", "", [(1, 6), (4, 4), (6, 5), (6, 17)]),
        ("text", "IgnoredScopes = comment.line", [(4, 4)]),
        ("text", "IgnoredScopes = comment", []),
    ],
)
def test_scopes(tmp_path: Path, scope: str, ini: str, expected: list[tuple[int, int]]) -> None:
    source = "// a cog\n\n/*\n * cog\n */\nint cog = 1; // cog\n"
    desk = Desk(tmp_path, {"Rule": f"{RULE}scope: {scope}\n"}, ini)
    assert [(d.line, d.column) for d in desk.lint(source, "a.c")] == expected


FRAGMENTS = """\
/// # A cog
///
/// - a cog `cog`
///
/// ```
/// cog
/// ```
fn a() {}

    // cog
"""


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("heading", [(1, 9)]),
        ("list", [(3, 9)]),
        ("comment.line", [(1, 9), (3, 9), (10, 8)]),
        ("code", [(3, 14)]),
    ],
)
def test_markup_in_comments(tmp_path: Path, scope: str, expected: list[tuple[int, int]]) -> None:
    sections = "[formats]\nrs = md\n[*.rs]\nBasedOnStyles = House"
    desk = Desk(tmp_path, {"Rule": f"{RULE}scope: {scope}\n"}, sections=sections)
    assert [(d.line, d.column) for d in desk.lint(FRAGMENTS, "a.rs")] == expected


def test_comments_in_comments_switch_rules_off(tmp_path: Path) -> None:
    source = "// <!-- vale off -->\n\n// cog\n\n// <!-- vale on -->\n\n// cog\n"
    desk = Desk(tmp_path, {"Rule": RULE}, sections="[formats]\ngo = md\n[*.go]\nBasedOnStyles = House")
    assert [d.line for d in desk.lint(source, "a.go")] == [7]


def test_what_is_left_out_of_markup_in_comments(tmp_path: Path) -> None:
    sections = "[formats]\npy = md\n[*.py]\nBasedOnStyles = House\nTokenIgnores = (\\$\\w+)"
    desk = Desk(tmp_path, {"Rule": RULE}, sections=sections)
    assert [(d.line, d.column) for d in desk.lint("# a $cog and\n# a cog\n", "a.py")] == [(2, 5)]


def test_a_language_by_another_name(tmp_path: Path) -> None:
    sections = "[formats]\nbzl = py\n[*.bzl]\nBasedOnStyles = House"
    desk = Desk(tmp_path, {"Rule": RULE}, sections=sections)
    assert [d.line for d in desk.lint("cog = 1\n# cog\n", "a.bzl")] == [2]


ELIXIR = """\
defmodule Boat do
  @moduledoc \"\"\"
  A cog.
  \"\"\"
  # a cog
  @doc ~S"A cog."
  @doc since: "cog"
  def boat, do: "cog"
end
"""


@pytest.mark.parametrize(
    ("scope", "ini", "expected"),
    [
        ("text", "", [3, 5, 6]),
        ("comment.doc", "", [3, 6]),
        ("text.comment.doc.line", "", [6]),
        ("comment.line & ~comment.doc", "", [5]),
        ("text", "IgnoredScopes = text.comment.doc", [5]),
    ],
)
def test_attributes_that_document(tmp_path: Path, scope: str, ini: str, expected: list[int]) -> None:
    desk = Desk(tmp_path, {"Rule": f"{RULE}scope: {scope}\n"}, ini)
    assert [d.line for d in desk.lint(ELIXIR, "boat.ex")] == expected


@pytest.mark.parametrize(
    ("suffix", "source"),
    [
        ("c", "// See https://cog.example/a-cog, http://a/cog. www.cog.example/cog: one cog\n"),
        ("go", "// cog makes boats, one cog\nfunc (b *boat) cog() {}\n"),
        ("go", "/* Package cog makes one cog. */\npackage cog\n"),
        ("go", "// Of [cog], [*boats.cog] one cog\n"),
        ("rs", "/// Of [`cog`] and [boats::cog] one cog\n"),
        ("kt", "/**\n * Of [cog] and [a boat][cog].\n * @param cog one cog\n */\n"),
        ("java", "/**\n * Of {@code cog} and {@link #cog}.\n * @throws cog one cog\n */\n"),
        ("js", "/**\n * @param {cog} cog one cog\n * @returns {cog}\n * @example\n * cog()\n * cog\n */\n"),
        ("ts", "/**\n * @example a cog\n * cog\n * @since one cog\n */\n"),
        ("php", "http://cog.example/cog // one cog\n"),
        ("hs", "{-# LANGUAGE cog #-}\n-- one cog\n"),
        ("py", 'def f():\n    """Of it.\n\n    :param cog: one cog\n    :raises cog:\n    """\n'),
    ],
)
def test_what_is_no_prose_in_comments(tmp_path: Path, suffix: str, source: str) -> None:
    (found,) = Desk(tmp_path, {"Rule": RULE}).lint(source, f"a.{suffix}")
    assert source[: found.span.end].endswith("one cog")


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("go", "// cog makes boats\n\nfunc cog() {}\n"),
        ("go", "// A cog, [cog](b) of boats\nfunc boat() {}\n"),
        ("c", "// cog makes boats\nvoid cog();\n"),
        ("c", "// @param cog, {@link cog}\n"),
        ("php", "http://boat.example/ // a cog\n"),
        ("hs", "{- a cog -}\n"),
        ("Gemfile", "# a cog\n"),
        ("SConstruct", "# a cog\n"),
    ],
)
def test_what_is_prose_in_comments(tmp_path: Path, name: str, source: str) -> None:
    name = name if name[0].isupper() else f"a.{name}"
    assert len(Desk(tmp_path, {"Rule": RULE}).lint(source, name)) == source.count("cog") - source.count(
        "cog("
    )
