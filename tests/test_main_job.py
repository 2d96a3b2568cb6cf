"""The main job: a draft as a content system hands it over, with the faults that a sub-editor sees at once.

`examples/drafts/alliance-talks.txt` has them line by line: page furniture, captions in the text and
printed twice, a title written two ways, words run together, stray capitals, a sentence that breaks off.
"""

from __future__ import annotations

import pytest

from stylelint.diagnostics import Diagnostic
from stylelint.readers import read
from tests.conftest import ROOT, newsroom

DRAFT = "examples/drafts/alliance-talks.txt"


def found(line: int) -> list[Diagnostic]:
    """What is told about a line at warning or error."""
    return [d for d in lint() if d.line == line and d.level != "suggestion"]


def lint() -> list[Diagnostic]:
    return newsroom().lint(read(DRAFT, (ROOT / DRAFT).read_bytes()))


@pytest.mark.parametrize(
    ("line", "chapter", "text"),
    [
        (3, "furniture", "the newYou can now listen to Harbour Gazette articles!"),
        (3, "slips", "newYou"),
        (5, "titles", "Secretary-General"),
        (5, "slips", "in…"),
        (5, "slips", "In"),
        (11, "captions", "Torvik cadets"),
        (12, "captions", "(Reuters)"),
        (18, "slips", "He"),
        (18, "slips", "In"),
        (20, "slips", "All"),
        (32, "captions", "A burnt-out army truck"),
        (34, "captions", "A burnt-out army truck"),
        (35, "captions", "(Ida Holm/Nordic Press Agency via Getty Images)"),
        (41, "furniture", "CLICK HERE FOR THE HARBOUR GAZETTE APP"),
        (45, "furniture", "See also"),
        (49, "furniture", "Leave a Reply"),
        (51, "furniture", "Your email address"),
    ],
)
def test_what_a_sub_editor_sees_at_once(line: int, chapter: str, text: str) -> None:
    assert any(d.rule.startswith(f"{chapter}/") and text in d.text for d in found(line)), found(line)


@pytest.mark.parametrize("line", [7, 9, 16, 22, 24, 28, 30, 37, 39, 43, 47])
def test_what_is_left_alone(line: int) -> None:
    assert not found(line)


@pytest.mark.parametrize("line", [14, 26])
def test_headlines_of_other_stories_are_at_most_a_warning(line: int) -> None:
    assert not [d for d in found(line) if d.level == "error"]


def test_nothing_else_is_said_aloud() -> None:
    expected = {3, 5, 11, 12, 14, 18, 20, 26, 32, 34, 35, 41, 45, 49, 51}
    assert {d.line for d in lint() if d.level != "suggestion"} <= expected


def test_the_fix_is_the_form_of_the_organisation() -> None:
    (title,) = [d for d in found(5) if d.rule.startswith("titles/")]
    assert title.fix and [e.text for e in title.fix.edits] == ["Secretary General"]
    assert "NATO" in title.message


def test_each_of_two_captions_points_at_the_other() -> None:
    (first,) = [d for d in found(32) if d.rule == "captions/duplicate"]
    (second,) = [d for d in found(34) if d.rule == "captions/duplicate"]
    assert [r.line for r in first.related] == [34]
    assert [r.line for r in second.related] == [32]
