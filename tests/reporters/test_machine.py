"""The reports that programs read: keys, order and bytes are promises."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from stylelint import reporters
from stylelint.reporters import FORMATS, SHOWING, Checked, Style, load
from tests.reporters.made import SOURCE, checked, diagnostic

KEYS = [
    "path", "rule", "level", "message", "line", "column", "end_line", "end_column", "offset", "end_offset",
    "text", "fix", "related",
]  # fmt: skip


def said(name: str, results: list[Checked], style: Style | None = None) -> str:
    return "".join(load(name)(results, style or Style()))


def test_concise() -> None:
    assert said("concise", checked()) == (
        "drafts/a.md:1:10: error: NATO has a Secretary General. [titles/office]\n"
        "drafts/a.md:3:1: warning: Two lines. [captions/two]\n"
        "drafts/a.md:3:27: suggestion: Not this. [house/word]\n"
        "drafts/c.md:1:1: warning: Not this. [house/word]\n"
        "1 error, 2 warnings, 1 suggestion in 2 of 3 files\n"
    )


def test_concise_is_one_line_whatever_is_in_it() -> None:
    bad = diagnostic("x", 0, 1, path="a\nb.md", message="One\ntwo\x1b[1m")
    lines = said("concise", [Checked("a\nb.md", "x", [bad])], Style(summary=False)).splitlines()
    assert lines == ["a b.md:1:1: warning: One two␛[1m [house/word]"]


def test_a_line_of_json_lines_to_the_letter() -> None:
    first = said("jsonl", checked()).splitlines()[0]
    assert first == (
        '{"path": "drafts/a.md", "rule": "titles/office", "level": "error", '
        '"message": "NATO has a Secretary General.", '
        '"line": 1, "column": 10, "end_line": 1, "end_column": 27, '
        '"offset": 9, "end_offset": 26, "text": "Secretary-General", '
        '"fix": {"safe": true, "edits": [{"offset": 9, "end_offset": 26, "text": "Secretary General"}]}, '
        '"related": []}'
    )


def test_json_lines_hold_every_diagnostic_and_nothing_else() -> None:
    records = [json.loads(line) for line in said("jsonl", checked()).splitlines()]
    assert [list(record) for record in records] == [KEYS] * 4
    assert [record["fix"] is None for record in records] == [False, True, False, True]
    assert records[2]["related"] == [{"line": 1, "column": 5, "message": "first here"}]
    assert all(SOURCE[r["offset"] : r["end_offset"]] == r["text"] for r in records[:3])


def test_json_holds_the_same_records_and_the_counts() -> None:
    document = json.loads(said("json", checked(), Style(statistics=True)))
    assert document["diagnostics"] == [json.loads(line) for line in said("jsonl", checked()).splitlines()]
    assert document["summary"] == {
        "files": 3, "files_with_findings": 2, "errors": 1, "warnings": 2, "suggestions": 1
    }  # fmt: skip
    assert document["statistics"] == [
        {"rule": "house/word", "count": 2},
        {"rule": "captions/two", "count": 1},
        {"rule": "titles/office", "count": 1},
    ]


@pytest.mark.parametrize("name", ["text", "concise", "json"])
def test_very_many_findings_are_told_in_several_pieces(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once, pieces = said(name, checked()), len([*load(name)(checked(), Style())])
    monkeypatch.setattr(reporters, "_MANY", 1)
    assert said(name, checked()) == at_once
    assert len([*load(name)(checked(), Style())]) > pieces


def test_json_of_nothing() -> None:
    document = json.loads(said("json", []))
    assert document["diagnostics"] == []
    assert document["summary"]["files"] == 0
    assert "statistics" not in document


@pytest.mark.parametrize("name", FORMATS)
def test_the_text_of_drafts_is_needed_where_it_says_so(name: str) -> None:
    without = [one._replace(source="") for one in checked()]
    assert (said(name, without) != said(name, checked())) == (name in SHOWING)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_yields_one_piece_for_each_file_before_it_asks_for_the_next(name: str) -> None:
    drawn: list[str] = []

    def results() -> Iterator[Checked]:
        for result in [*checked(), *checked()]:
            drawn.append(result.path)
            yield result

    pieces = load(name)(results(), Style())
    for count in range(1, 7):
        next(pieces)
        assert len(drawn) == count
