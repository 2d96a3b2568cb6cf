"""Drafts that are linted together: each as if it stood alone, whatever is wrong with its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from stylelint.checks.banned import Banned
from stylelint.cli import drafts
from stylelint.cli.drafts import linted
from stylelint.cli.linting import Draft, Linted, Linting
from stylelint.cli.results import Kept, Results
from stylelint.diagnostics import Diagnostic
from stylelint.document import Document
from stylelint.engine import Linter
from stylelint.errors import UserError
from stylelint.rulebook.rule import Rule, Rulebook
from tests.conftest import ROOT, newsroom

BOAT, SHIP = (Rule(f"words/{word}", Banned((word,)), message="No {found}.") for word in ("boat", "ship"))


class Picky(Linter):
    """Cannot lint a draft with the word."""

    def lint_all(self, documents: Sequence[Document]) -> list[list[Diagnostic]]:
        for document in documents:
            if "WRONG" in document.source:
                raise UserError("not this one", document.path)
        return super().lint_all(documents)


def look(texts: Sequence[bytes], linters: Sequence[Linter]) -> list[Linted]:
    """Look at drafts together, with a linter for each of them in turn."""
    given = [(f"{number}.txt", text) for number, text in enumerate(texts)]
    return Linting(lambda path: linters[int(path[:-4]) % len(linters)]).look(given)


def test_each_is_told_as_if_it_stood_alone() -> None:
    given = [(str(path), path.read_bytes()) for path in sorted((ROOT / "examples/drafts").glob("*.*"))]
    linting = Linting(lambda _: newsroom())
    assert linting.look(given) == [linting.look([one])[0] for one in given]


@pytest.mark.parametrize("wrong", [b"WRONG boat", b"\xff\xfe\x00"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_what_cannot_be_linted_hinders_no_other(wrong: bytes, at: int) -> None:
    texts = [b"A boat.", b"A boat."]
    texts.insert(at, wrong)
    found = look(texts, [Picky(Rulebook("test", (BOAT,)))])
    assert [bool(one.error) for one in found] == [number == at for number in range(3)]
    assert [len(one.found) for one in found] == [number != at for number in range(3)]


def test_each_has_its_own_linter() -> None:
    linters = [Linter(Rulebook("test", (rule,))) for rule in (BOAT, SHIP)]
    found = look([b"A boat and a ship."] * 5, linters)
    assert [d.rule for one in found for d in one.found] == [(BOAT, SHIP)[n % 2].id for n in range(5)]


def test_the_bytes_of_a_draft_are_hashed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def noted(kept: Kept, path: str, data: bytes) -> str:
        asked.append(path)
        return real(kept, path, data)

    real = Kept.key
    monkeypatch.setattr(Kept, "key", noted)
    look_and_keep = Linting(lambda _: newsroom(), Results())
    look_and_keep.look([("a.txt", b"A boat."), ("b.txt", b"A ship.")])
    assert asked == ["a.txt", "b.txt"]


def made(folder: Path, *sizes: int) -> list[str]:
    """Write drafts of some sizes."""
    for number, size in enumerate(sizes):
        (folder / f"{number:03}.txt").write_bytes(b"x" * size)
    return sorted(map(str, folder.iterdir()))


def test_groups_are_of_a_size(tmp_path: Path) -> None:
    paths = made(tmp_path, 10, drafts.GROUP, 20, 30, drafts.GROUP - 50, *[1] * (drafts.MOST + 1))
    found: list[list[int]] = []

    def note(some: Sequence[Draft]) -> list[Linted]:
        found.append([len(data) for _, data in some])
        return [Linted(path) for path, _ in some]

    assert [one.path for one in linted(paths, note)] == paths
    assert [len(group) for group in found if group] == [2, 3, drafts.MOST, 1]


def test_what_cannot_be_read_is_told_in_its_place(tmp_path: Path) -> None:
    paths = made(tmp_path, 1, 1, 1)
    paths.insert(1, str(tmp_path / "gone"))
    done = list(linted(paths, Linting(lambda _: Linter(Rulebook("test", ()))).look))
    assert [one.path for one in done] == paths
    assert [bool(one.error) for one in done] == [False, True, False, False]


def test_of_drafts_that_are_written_first_none_is_asked_for_before_its_turn(tmp_path: Path) -> None:
    asked: list[str] = []
    paths = made(tmp_path, 1, 1, 0)

    def written() -> Iterator[str]:
        for path in paths:
            asked.append(path)
            yield path

    look = Linting(lambda _: Linter(Rulebook("test", ()))).look
    for number, _ in enumerate(linted(written(), look), 1):
        assert len(asked) == number
