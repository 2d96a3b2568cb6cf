"""A rulebook as JSON does the same as the rulebook it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stylelint.checks.base import Check
from stylelint.engine import Linter
from stylelint.readers import read
from stylelint.rulebook import compiled, load, loads
from stylelint.rulebook.compiled import Deferred
from tests.conftest import ROOT

DRAFTS = [ROOT / "examples/drafts" / name for name in ("alliance-talks.txt", "harbour-dredging.md")]

HOUSE = b"""
chapter: house
extends: [newsroom]
rules:
  boats: {check: banned, words: [MV Marta], message: No., until: 2999-12-31, paths: ["*.txt"]}
  mails: {check: preferred, words: {e-mail: email}, message: x, scope: [headline, paragraph], quotes: any}
  slips/run-together: off
"""


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda p: p.name)
def test_it_says_the_same(draft: Path) -> None:
    book = loads(HOUSE, "house.yml")
    again = compiled.load(compiled.dump(book))
    document = read(str(draft), draft.read_bytes())
    said = Linter(book).lint(document)
    assert said
    assert Linter(again).lint(document) == said


@pytest.mark.parametrize("name", ["newsroom", "us-news", "uk-news", "proselint"])
def test_every_check_comes_back_as_it_was(name: str) -> None:
    book = load([name])
    again = compiled.load(compiled.dump(book))
    assert (again.name, again.off, again.files) == (book.name, book.off, book.files)
    for old, new in zip(book.rules, again.rules, strict=True):
        assert isinstance(new.check, Deferred)
        assert (new.id, new.level, new.scope, new.quotes, new.fix, new.since, new.until, new.paths) == (
            old.id, old.level, old.scope, old.quotes, old.fix, old.since, old.until, old.paths
        )  # fmt: skip
        assert new.check.made == old.check
        assert (new.check.kind, new.check.marks) == (old.check.kind, old.check.marks)
        assert tuple(new.check.needs()) == tuple(old.check.needs())
        assert tuple(new.check.openings()) == tuple(old.check.openings())
        assert new.check.sentence_openings() == old.check.sentence_openings()


LONG = b"rules: {long: {check: at-most, words: 9, message: x}}"


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        (HOUSE, HOUSE, []),
        (HOUSE, HOUSE.replace(b"MV Marta", b"MV Hilda"), ["banned"]),
        (HOUSE, HOUSE.replace(b"message: No.", b"message: Never."), []),
        (HOUSE, HOUSE.replace(b"  slips/run-together: off\n", b""), ["run-together"]),
        (LONG, LONG.replace(b"at-most", b"at-least"), ["at-least"]),  # its fields are the same
    ],
)
def test_only_what_has_changed_is_worked_out_again(
    before: bytes, after: bytes, kinds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old, expected = (compiled.dump(loads(text, "house.yml")) for text in (before, after))
    asked, worked_out = list[str](), compiled._worked_out

    def noted(check: Check) -> Iterator[bytes]:
        asked.append(check.kind)
        return worked_out(check)

    monkeypatch.setattr(compiled, "_worked_out", noted)
    assert compiled.dump(loads(after, "house.yml"), compiled.load(old)) == expected
    assert asked == kinds


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{}", b"[]", b"null", b'{"name": 1}', b"\xff",
        b'{"rules": [{}], "sizes": [2], "name": "", "off": [], "files": []}\n{}',
        b'{"rules": [{}], "sizes": [2, 2, 2], "name": "", "off": [], "files": []}\n{}\n{}\n{}',
        compiled.dump(loads(HOUSE, "house.yml"))[:-1],
    ],
)  # fmt: skip
def test_what_is_no_compiled_rulebook_is_refused(data: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        compiled.load(data)


def test_checks_can_be_made_ready_beforehand() -> None:
    again = compiled.load(compiled.dump(loads(HOUSE, "house.yml")))
    Linter(again).prepare()
    assert all("made" in vars(rule.check) for rule in again.rules)


def test_it_may_stand_behind_something_else() -> None:
    book = loads(HOUSE, "house.yml")
    again = compiled.load(b"told\n" + compiled.dump(book), 5)
    checks = [rule.check for rule in again.rules]
    assert [check.made for check in checks if isinstance(check, Deferred)] == [r.check for r in book.rules]


def test_no_rules_are_a_rulebook() -> None:
    assert compiled.load(compiled.dump(loads(b"rules: {}", "none.yml"))).rules == ()
