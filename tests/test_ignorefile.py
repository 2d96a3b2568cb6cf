"""The file of ignores: what it says holds for its drafts, and its mistakes have places."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from stylelint.checks.banned import Banned
from stylelint.diagnostics import Diagnostic
from stylelint.engine import Linter
from stylelint.errors import UserError
from stylelint.fixer import apply
from stylelint.ignorefile import IgnoreFile, entry, read
from stylelint.ignores import Policy
from stylelint.readers import read as read_draft
from stylelint.rulebook.rule import Rule, Rulebook

RULES = (Rule("house/very", Banned(("very",))), Rule("house/nice", Banned(("nice",))))
IDS = frozenset(rule.id for rule in RULES)
POLICY = Policy(IDS, known=IDS | {"house"}, today=date(2026, 6, 1))
NAME = "ignores.yml"


def left(file: IgnoreFile, path: str, draft: str) -> list[str]:
    document = read_draft(path, draft.encode())
    return [d.rule for d in file.suppress(document, Linter(Rulebook("t", RULES)).lint(document), POLICY)]


def file(text: str) -> IgnoreFile:
    return read(NAME, text.encode(), str(Path.cwd()))


DRAFT = "A very old boat. A nice boat.\n\nA very new boat.\n"


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ("path: a.txt", []),
        ("path: drafts/a.txt", []),
        ("path: 'drafts/*'", []),
        ("path: drafts", []),
        ("path: b.txt", ["house/very", "house/nice", "house/very"]),
        ("{path: a.txt, rules: [house/very]}", ["house/nice"]),
        ("{path: a.txt, rules: house}", []),
        ("{path: a.txt, rules: [house/very], text: A  VERY new}", ["house/very", "house/nice"]),
        ("{path: a.txt, rules: [house/very], text: 'nice'}", ["house/very", "house/nice", "house/very"]),
        ("{path: a.txt, until: 2026-06-01, by: Ida, reason: a speech}", []),
        ("{path: a.txt, until: 2026-05-31}", ["house/very", "house/nice", "house/very"]),
    ],
)
def test_what_is_ignored(said: str, rules: list[str]) -> None:
    assert left(file(f"# Why not\n- {said}\n"), "drafts/a.txt", DRAFT) == rules


def judged(ignores: IgnoreFile, everything: bool = True) -> list[Diagnostic]:
    return ignores.judge(POLICY, everything=everything)


def test_entries_of_no_use_are_told_when_they_can_be() -> None:
    ignores = file("- {path: a.txt, rules: house/nice}\n- {path: '*.md'}\n- {path: b.txt}\n- {path: a.txt}\n")
    left(ignores, "a.txt", "A very old boat.\n")
    assert [d.line for d in judged(ignores, everything=False)] == [1]
    assert [d.line for d in judged(ignores)] == [1, 2, 3]
    assert {d.path for d in judged(ignores)} == {NAME}


def test_they_can_be_taken_out() -> None:
    text = (
        "# Aé\r\n- path: a.txt\r\n  rules: [house/nice, house/very]\r\n\r\n"
        "# B\r\n- path: b.txt\r\n  reason: so\r\n- path: c.txt\r\n"
    )
    ignores = file(text)
    left(ignores, "a.txt", "A very old boat.\n")
    left(ignores, "c.txt", "A very old boat.\n")
    edits = [edit for d in judged(ignores) if d.fix and d.fix.safe for edit in d.fix.edits]
    assert apply(text, edits) == (
        "# Aé\r\n- path: a.txt\r\n  rules: [house/very]\r\n\r\n# B\r\n- path: c.txt\r\n"
    )


def test_an_unknown_rule_and_a_spent_entry_are_told() -> None:
    found = judged(file("- {path: a.txt, rules: hose}\n- {path: a.txt, until: 2020-01-01, by: Ida}\n"))
    assert [d.message for d in found] == [
        "There is no rule or chapter “hose”; did you mean “house”?",
        "This ignore ran out on 2020-01-01. Ask Ida.",
    ]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("path: a.txt\n", ":1:1: expected a list"),
        ("- a.txt\n", ":1:3: expected an ignore"),
        ("- {rules: house}\n", ":1:3: which draft? give “path”"),
        ("- {path: a, rule: house}\n", ":1:13: an ignore has no key “rule”; did you mean “rules”?"),
        ("- {path: a, until: May}\n", ":1:20: “May” is no day; write 2027-01-31"),
        ("- {path: [a]}\n", ":1:10: expected a path, not a list"),
        ("- {\n", ":"),
    ],
)
def test_mistakes_have_places(text: str, wrong: str) -> None:
    with pytest.raises(UserError) as error:
        file(text)
    assert str(error.value).startswith(NAME + wrong)


def test_a_file_without_entries() -> None:
    assert not file("# Nothing yet\n\n") and not file("")


@pytest.mark.parametrize("path", ["a.txt", "it's.txt", "#a: b.txt", "é.txt"])
@pytest.mark.parametrize(
    "sentence", ["A very “old” boat: 'yes' # no", 'A very\x02 "\x9d\\n" \ufeff😀\x7f boat', ""]
)
def test_an_entry_that_is_written_is_read(path: str, sentence: str) -> None:
    ignores = file(entry(path, ["house/very"], sentence, "it's\x01 so") + entry("z", ["house"], "", ""))
    draft = f"{sentence or 'A very old boat'}.\n"
    assert left(ignores, path, draft) == []
    assert left(ignores, "y" + path, draft) == ["house/very"]
