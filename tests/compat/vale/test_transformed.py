"""Vale's rules on XML that a stylesheet makes HTML of."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from stylelint.compat.vale.loading import read
from stylelint.compat.vale.reading import suffixes
from stylelint.errors import UserError
from tests.compat.vale.styles import Desk

pytest.importorskip("lxml", reason="an extra brings it")

SHEET = """
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html"/>
  <xsl:template match="/article">
    <html><head><title><xsl:value-of select="title"/></title></head><body><xsl:apply-templates/></body></html>
  </xsl:template>
  <xsl:template match="title"><h1><xsl:apply-templates/></h1></xsl:template>
  <xsl:template match="para"><p><xsl:apply-templates/></p></xsl:template>
  <xsl:template match="name"><code><xsl:apply-templates/></code></xsl:template>
  <xsl:template match="hidden"/>
</xsl:stylesheet>
"""
DRAFT = """<?xml version="1.0" encoding="ISO-8859-1"?>
<article>
<title>A dory</title>
<hidden>No dory</hidden>
<para>Café &amp; a dory,
  <name>dory</name> and a dory.</para>
</article>
"""
SECTIONS = "[*.xml]\nTransform = sheets/article.xsl\nBasedOnStyles = House"


def desk(folder: Path, scope: str = "text", sections: str = SECTIONS) -> Desk:
    rule = f"extends: existence\nmessage: “%s”\nscope: {scope}\ntokens: [dory]\n"
    made = Desk(folder, {"Rule": rule}, sections=sections)
    made.write("sheets/article.xsl", SHEET)
    return made


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("text", [(3, 10), (5, 20), (6, 27)]),
        ("heading.h1", [(3, 10)]),
        ("paragraph.xml", [(5, 20), (6, 27)]),
        ("raw", [(3, 10), (4, 12), (5, 20), (6, 9), (6, 27)]),
    ],
)
def test_scopes_and_places(tmp_path: Path, scope: str, expected: list[tuple[int, int]]) -> None:
    assert [(d.line, d.column) for d in desk(tmp_path, scope).lint(DRAFT, "draft.xml")] == expected


def test_folders_are_searched_for_xml_where_there_is_a_stylesheet(tmp_path: Path) -> None:
    assert suffixes(read(desk(tmp_path).folder / ".vale.ini")) == [".xml"]


def test_a_stylesheet_makes_xml_of_any_suffix(tmp_path: Path) -> None:
    made = desk(tmp_path, sections=SECTIONS.replace("[*.xml]", "[*.{docbook,dita}]"))
    assert {".docbook", ".dita"} <= set(suffixes(read(made.folder / ".vale.ini")))
    assert made.lint(DRAFT, "draft.docbook") and read(made.folder / ".vale.ini").not_run == ()


@pytest.mark.parametrize(
    ("draft", "sections", "error"),
    [
        (
            DRAFT,
            SECTIONS.replace("article.xsl", "none.xsl"),
            r"\.vale\.ini:4:1: there is no stylesheet “sheets/none",
        ),
        ("<article>", SECTIONS, r"draft\.xml: it cannot be transformed"),
    ],
)
def test_what_cannot_be_read_is_an_error(tmp_path: Path, draft: str, sections: str, error: str) -> None:
    with pytest.raises(UserError, match=error):
        desk(tmp_path, sections=sections).lint(draft, "draft.xml")


def test_a_stylesheet_that_is_none_is_an_error(tmp_path: Path) -> None:
    made = desk(tmp_path)
    made.write("sheets/article.xsl", "<sheet/>")
    with pytest.raises(UserError, match=r"article\.xsl: the stylesheet cannot be read"):
        made.lint(DRAFT, "draft.xml")


def test_without_lxml_it_is_said_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(UserError, match=r"draft\.xml.*pip install 'stylelint\[vale-xml\]'"):
        desk(tmp_path).lint(DRAFT, "draft.xml")
