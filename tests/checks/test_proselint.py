"""The kind `proselint`: proselint is asked where something fired, and its places are put right."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from stylelint.checks.proselint import Proselint
from stylelint.errors import UserError
from tests.checks.told import marked, plain, problems, told


class Check(NamedTuple):
    """A check of proselint's that finds “odd”, or whatever it is given to find."""

    path: str = "a.b"
    find: str = "odd"
    check_type: Any = None
    seen: list[str] = []  # noqa: RUF012  # a NamedTuple has no other way to a shared list

    def check_with_flags(self, text: str) -> Any:
        self.seen.append(text)
        at = text.find(self.find)
        return [SimpleNamespace(span=(at, at + len(self.find)), message=f"No {self.find}.")] if at > 0 else []


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Check:
    made = Check(seen=[])
    register = (Check("x"), Check(find="zzz"), made)
    monkeypatch.setitem(sys.modules, "proselint.checks", SimpleNamespace(__register__=register))
    return made


def test_it_is_asked_about_the_blocks_in_which_the_gate_matches(check: Check) -> None:
    rule = Proselint("a.b", 1, gate=("odd",))
    (found,) = told(rule, "Nothing here.\n\nAn odd thing.\n\nNothing there.\n", message="{said}")
    assert (found.text, found.line, found.column, found.message) == ("odd", 3, 4, "No odd.")
    assert check.seen == ["\nAn odd thing.\n"]


def test_an_article_is_one_text(check: Check) -> None:
    rule = Proselint("a.b", 1, gate=("odd",), per="article")
    assert [d.line for d in told(rule, "Nothing.\n\n\n\nAn odd thing.\n")] == [5]
    assert check.seen == ["\nNothing.\n\nAn odd thing.\n"]


def test_without_a_gate_it_is_always_asked_and_without_a_match_never(check: Check) -> None:
    assert marked(Proselint("a.b", 1), "One.\n\nTwo.\n") == [] and len(check.seen) == 2
    assert marked(Proselint("a.b", 1, gate=("odd",)), "One.\n\nTwo.\n") == [] and len(check.seen) == 2


def test_direct_speech_and_addresses_are_left_alone(check: Check) -> None:
    rule = Proselint("a.b", 1, gate=("odd",))
    assert marked(rule, "He said, “An odd thing,” and left.") == []
    assert marked(rule, "He said, “An odd thing,” and left.", quotes="any") == ["odd"]
    assert marked(rule, "See https://example.org/odd for more.") == []


def test_a_long_block_is_read_in_parts(check: Check) -> None:
    text = "word " * 9_000 + "odd"
    assert marked(Proselint("a.b", 1), text) == ["odd"]
    assert max(map(len, check.seen)) <= 20_002 and len(check.seen) == 3


def test_a_word_keeps_its_first_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    register = (Check(find="dd", check_type=SimpleNamespace(allowed={"an"})),)
    monkeypatch.setitem(sys.modules, "proselint.checks", SimpleNamespace(__register__=register))
    assert marked(Proselint("a.b"), "An odd thing.") == ["odd"]


@pytest.mark.usefixtures("check")
def test_a_check_that_is_gone_is_told() -> None:
    with pytest.raises(UserError, match=r"^proselint: this version .*it has no check a\.c\); 0\.16 can$"):
        list(told(Proselint("a.c"), plain("Text.")))


def test_a_gate_must_be_readable() -> None:
    assert problems(Proselint("a.b", gate=("a",))) == {}
    assert "RE2" in problems(Proselint("a.b", gate=("(",)))["gate"]
