"""Vale's rules on QDoc."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compat.vale.styles import Desk

DRAFT = r"""// a cog
/*!
    \page cog.html cog
    \title A cog

    \brief A cog in brief,
    over two lines, a cog.

    One \c cog, \c {a cog}, \a cog(), \b cog, \e {a cog} and
    \l {cog.html} {the cog}, \l cog(), \l{Cog::cog}. \foo cog.

    \section1 More cog
    \note Mind the cog.

    \list
        \li one cog
        \li two
            cog
    \endlist

    \table
    \header
        \li Cog cog
    \row
        \li a cog
    \endtable

    \code
    cog
    \endcode

    \omit
    cog
    \endomit

    \quotation
    A cog, they said.
    \endquotation

    \image cog.png
    \caption A small cog
    \target cog
    \sa cog, {a cog}
    \snippet cog.cpp cog
    \since cog
*/
int cog = 1; // a cog
/*!
 * A cog with stars.
 */
/* no cog */
"""


def lines(folder: Path, scope: str, name: str = "a.qdoc", sections: str = "") -> list[int]:
    """Return the lines in which a rule finds its word."""
    rule = f"extends: existence\nmessage: x\nscope: {scope}\ntokens: [cog]\n"
    found = Desk(folder, {"Rule": rule}, sections=sections).lint(DRAFT, name)
    assert {DRAFT[d.span.start : d.span.end] for d in found} <= {"cog"}
    return [d.line for d in found]


TEXT = [4, 6, 7, 9, 9, 10, 10, 12, 13, 16, 18, 23, 25, 37, 41, 49]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("text", TEXT),
        ("heading.h1", [4]),
        ("heading.h2", [12]),
        ("class.brief", [6, 7]),
        ("class.note", [13]),
        ("list", [16, 18]),
        ("table.header", [23]),
        ("table.cell", [25]),
        ("blockquote", [37]),
        ("figure.caption", [41]),
        ("strong", [9]),
        ("emphasis", [9]),
        ("link", [10]),
        ("code", [9, 9, 9, 10, 10]),
        ("meta", [40, 42]),
        ("meta.class.image", [40]),
    ],
)
def test_scopes(tmp_path: Path, scope: str, expected: list[int]) -> None:
    assert lines(tmp_path, scope) == expected


def test_comments_of_programs(tmp_path: Path) -> None:
    sections = "[formats]\ncpp = qdoc\n[*.cpp]\nBasedOnStyles = House"
    assert lines(tmp_path, "text", "a.cpp", sections) == TEXT


@pytest.mark.parametrize(
    ("text", "scope", "expected"),
    [
        (
            "\\table \\header \\li a cog \\li cog\n\\row \\li cog\n\\endtable",
            "table.header",
            [(2, 22), (2, 30)],
        ),
        ("\\table\n\\header \\li a cog\n\\row \\li cog \\li cog", "table.cell", [(4, 10), (4, 18)]),
        ("\\list \\li a cog\n\\li Write \\c \\li, cog\n\\endlist", "list", [(2, 13), (3, 19)]),
        ("Of \\li, a cog.", "table.cell", []),
    ],
)
def test_several_cells_in_a_line(
    tmp_path: Path, text: str, scope: str, expected: list[tuple[int, int]]
) -> None:
    desk = Desk(tmp_path, {"Rule": f"extends: existence\nmessage: x\nscope: {scope}\ntokens: [cog]\n"})
    assert [(d.line, d.column) for d in desk.lint(f"/*!\n{text}\n*/\n", "a.qdoc")] == expected
