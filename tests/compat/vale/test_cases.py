"""The cases that Vale's rules are tested with."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint import readers
from stylelint.compat.vale.cases import gathered, run
from stylelint.errors import UserError
from tests.compat.vale.styles import Desk

RULE = """\
extends: existence
message: "No '%s'."
tokens: [cog]
tests:
- name: finds it
  input: A cog.
  want: |
    1:3:House.Boats:No 'cog'.
- name: not in code
  input: |
    A `cog`.
  want: ''
"""
CASES = """\
- name: alone, in another format
  about: A heading.
  rule: Boats.yml
  format: .rst
  input: |
    A cog
    =====
  contains: [House.Boats, "No 'cog'"]
- name: as configured
  input: A cog, a dory.
  want: |
    1:10:House.Ships:No 'dory'.
- name: another file
  format: LOG
  input: "cog dory"
  absent: Ships
"""


def desk(folder: Path, boats: str = RULE, cases: str = CASES) -> Desk:
    ships = "extends: existence\nmessage: \"No '%s'.\"\ntokens: [dory]\n"
    sections = "[*.md]\nBasedOnStyles = House\nHouse.Boats = NO\n[LOG]\nHouse.Boats = YES"
    made = Desk(folder, {"Boats": boats, "Ships": ships}, sections=sections)
    made.write("styles/House/All.test.yml", cases)
    return made


def told(path: Path) -> list[tuple[str, int, str]]:
    """Return of each case its name, its line, and what is wrong with it."""
    return [(case.name, case.line, run(case, readers.read)) for case in gathered(path)]


def test_cases_that_hold(tmp_path: Path) -> None:
    pytest.importorskip("docutils", reason="an extra brings it")
    assert told(desk(tmp_path).folder / "styles") == [
        ("alone, in another format", 1, ""),
        ("as configured", 9, ""),
        ("another file", 13, ""),
        ("finds it", 5, ""),
        ("not in code", 9, ""),
    ]


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ("want: '1:1:House.Boats:x'", "expected 1:1:House.Boats:x, told is 1:3:House.Boats:No 'cog'."),
        ("want: ''", "expected nothing, told is 1:3:House.Boats:No 'cog'."),
        ("contains: dory", "“dory” is not told, but 1:3:House.Boats:No 'cog'."),
        ("absent: [dory, cog]", "“cog” is told"),
    ],
)
def test_cases_that_do_not_hold(tmp_path: Path, expected: str, said: str) -> None:
    made = desk(tmp_path, cases=f"- name: a\n  rule: Boats.yml\n  input: A cog.\n  {expected}\n")
    assert told(made.folder / "styles/House/All.test.yml") == [("a", 1, said)]


def test_a_case_by_a_view(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: x\nscope: title\ntokens: [cog]\ntests:\n"
    given = '{"t": "A cog", "b": "cog"}'
    want = "1:10:House.Boats:x"
    case = f"- name: a\n  view: Boats\n  format: json\n  input: '{given}'\n  want: {want}\n"
    made = desk(tmp_path, rule + case)
    made.write("styles/config/views/Boats.yml", "engine: dasel\nscopes: [{name: title, expr: t}]\n")
    assert told(made.folder / "styles/House/Boats.yml") == [("a", 6, "")]


@pytest.mark.parametrize(
    ("cases", "error"),
    [
        ("- input: a\n  want: ''\n", r"All\.test\.yml:1:3: a case needs “name”"),
        ("- name: a\n  input: b\n", r"1:3: a case must say what it expects"),
        ("- name: a\n  wants: b\n", r"2:3: a case has no key “wants”; did you mean “want”\?"),
        ("- name: a\n  want: ''\n  rule: No.yml\n", r"3:9: there is no file “No\.yml”"),
        ("", r"the file is empty; a file of cases is a list of them"),
        (
            "- name: a\n  want: ''\n  view: No\n  rule: Boats.yml\n",
            r"All\.test\.yml:1:1: there is no view “No”",
        ),
        ("- name: a\n  input: [b]\n  want: ''\n", r"2:10: expected a text, not a list"),
        ("- name: a\n  want: [b]\n", r"2:9: expected a text, not a list"),
        ("- name: a\n  want: ''\n  rule: [b]\n", r"3:9: expected a text, not a list"),
        ("- name: a\n  want: ''\n  format: {b: c}\n", r"3:11: expected a text, not a mapping"),
        ("- name: a\n  want: ''\n  rule: Script.yml\n", r"House\.Script is not run: it is a script"),
    ],
)
def test_mistakes(tmp_path: Path, cases: str, error: str) -> None:
    made = desk(tmp_path, cases=cases)
    made.write("styles/House/Script.yml", "extends: script\nmessage: x\nscript: a\n")
    with pytest.raises(UserError, match=error):
        told(made.folder / "styles/House/All.test.yml")


def test_a_style_without_a_configuration(tmp_path: Path) -> None:
    (tmp_path / "Fleet").mkdir()
    (tmp_path / "Fleet/Boats.yml").write_text(RULE.replace("House.", "Fleet."))
    assert told(tmp_path / "Fleet/Boats.yml") == [("finds it", 5, ""), ("not in code", 9, "")]
