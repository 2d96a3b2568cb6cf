"""What is said of a block that is one of the lines of a rule."""

from __future__ import annotations

import pytest

from stylelint.checks._judging import Judge
from stylelint.checks._lines import Lines
from stylelint.checks._macros import whole
from stylelint.checks._programs import program
from stylelint.patterns import Pattern

REPORT = "The council voted on Tuesday to close the old pier for a year."
CALL = "Sign up for our letter."
WORDS = ("[^\\n]*sign up[^\\n]*",)
PROGRAMS = tuple(program(whole(line), case=False) for line in WORDS)
LINES = Lines(WORDS, PROGRAMS, ["sign up"], [""], ("paragraph",))
JUDGE = Judge(LINES, Pattern(r"\b(?:mayor)\b|\Aq*", case=False))


@pytest.mark.parametrize(
    ("text", "cleared", "expected"),
    [
        (CALL, False, CALL),
        (f"{REPORT} {CALL}", False, CALL),
        (f"{CALL} {REPORT}", False, CALL),
        (f"{REPORT} {REPORT}", False, f"{REPORT} {REPORT}"),  # what is left is none of the lines
        ("Sign up, says the Mayor.", True, "Sign up, says the Mayor."),
        (f"{REPORT} Sign up with the mayor.", True, f"{REPORT} Sign up with the mayor."),
        (f"The mayor spoke. {REPORT} {CALL}", True, f"The mayor spoke. {REPORT} {CALL}"),
    ],
)
def test_sentences_of_the_article_are_no_part_of_it(text: str, cleared: bool, expected: str) -> None:
    part = JUDGE.part(text, text)
    assert (JUDGE.clears(text), text[part.start : part.end]) == (cleared, expected)


def test_words_that_rules_do_not_read_clear_it_too() -> None:
    assert not JUDGE.clears("Sign up at \x1a\x1a\x1a\x1a\x1a\x1a")
    assert JUDGE.clears("Sign up at mayor")
    hidden = f"{REPORT} Sign up at \x1a\x1a\x1a\x1a\x1a"
    assert JUDGE.part(hidden, hidden) == (len(REPORT) + 1, len(hidden))
    assert JUDGE.part(hidden.replace("\x1a" * 5, "mayor"), hidden) == (0, len(hidden))


def test_without_what_clears_nothing_is_cleared() -> None:
    assert not Judge(LINES, None).clears("Sign up, Mayor")
