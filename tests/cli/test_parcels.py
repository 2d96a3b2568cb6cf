"""Drafts in parcels: what is known is told without workers, and these are started only where it pays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from stylelint.checks.banned import Banned
from stylelint.cli import parcels as module
from stylelint.cli import pool, processes
from stylelint.cli.drafts import linted
from stylelint.cli.linting import Linted, Linting
from stylelint.cli.parcels import Parcel, handed_out, parcels
from stylelint.cli.results import Results
from stylelint.engine import Linter
from stylelint.rulebook.rule import Rule, Rulebook

LINTER = Linter(Rulebook("test", (Rule("words/boat", Banned(("boat",)), message="No {found}."),)))
SHIPS = b"A ship.\n" * 400
KNOWN, NEW = b"A boat.\n" + SHIPS, b"A ship and a boat.\n" + SHIPS


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STYLELINT_CACHE_DIR", str(tmp_path / "cache"))


def linting(results: Results | None = None, *, whole: bool = False) -> Linting:
    return Linting(lambda path: LINTER, results, whole=whole)


def drafts(folder: Path, contents: Iterable[bytes]) -> list[str]:
    paths = []
    for number, content in enumerate(contents):
        path = folder / f"{number:05}.txt"
        path.write_bytes(content)
        paths.append(str(path))
    return paths


def learnt(paths: Iterable[str]) -> None:
    """Have some drafts known from an earlier run."""
    results = Results()
    list(linted(paths, linting(results).look))
    results.save()


@pytest.mark.parametrize(("method", "times"), [("fork", 1), ("spawn", 0)])
def test_what_workers_share_is_made_ready_once(
    method: str, times: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = list[Linter]()
    monkeypatch.setattr(processes, "METHOD", method)
    monkeypatch.setattr(Linter, "prepare", lambda self: prepared.append(self))
    monkeypatch.setattr(pool.Pool, "lint", lambda self, parcels: iter(()))
    list(handed_out(drafts(tmp_path, [NEW] * 600), linting(), 2))
    assert prepared == [LINTER] * times


def test_parcels_are_of_a_size(tmp_path: Path) -> None:
    paths = drafts(tmp_path, [b"x" * size for size in [10, 1_200_000, 10, 10, 800_000, 400_000, *[1] * 350]])
    gone = str(tmp_path / "gone")
    made = list(parcels([*paths, gone], linting()))
    assert [number for parcel in made for number in parcel.left] == list(range(len(paths) + 1))
    assert [len(parcel.drafts) for parcel in made] == [1, 1, 3, 300, 52]
    assert [parcel.weight for parcel in made] == [10, 1_200_000, 800_020, 400_299, 51]


@pytest.mark.parametrize(
    ("jobs", "sizes"),
    [
        (1, [300, 100]),
        (2, [133, 89, 59, 39, 26, 18, 16, 16, 4]),
        (40, [16] * 25),
    ],
)
def test_the_last_parcels_are_small_so_that_no_worker_waits_long(
    tmp_path: Path, jobs: int, sizes: list[int]
) -> None:
    paths = drafts(tmp_path, [b"x"] * 400)
    made = list(parcels(paths, linting(), jobs))
    assert [number for parcel in made for number in parcel.left] == list(range(len(paths)))
    assert [len(parcel.left) for parcel in made] == sizes


def test_what_is_known_weighs_nothing(tmp_path: Path) -> None:
    paths = drafts(tmp_path, [KNOWN, NEW, KNOWN, NEW])
    learnt(paths[::2])
    (parcel,) = parcels(paths, linting(Results()))
    assert parcel.left == [1, 3]
    assert parcel.weight == 2 * len(NEW)
    done = list(parcel.whole(linted(paths[1::2], linting().look)))
    assert done == list(linted(paths, linting().look))


def test_what_has_to_be_parsed_is_left_to_those_who_lint(tmp_path: Path) -> None:
    paths = drafts(tmp_path, [KNOWN, KNOWN])
    learnt(paths)
    (parcel,) = parcels(paths, linting(Results(), whole=True))
    assert parcel.left == [0, 1]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the drafts that workers would get."""
    left: list[str] = []

    class Noting:
        def __init__(self, linting: Linting, paths: Sequence[str], jobs: int) -> None:
            self._linting, self._paths = linting, paths

        def lint(self, given: Iterable[Parcel]) -> Iterator[Linted]:
            for parcel in given:
                some = [self._paths[number] for number in parcel.left]
                left.extend(some)
                yield from parcel.whole(linted(some, self._linting.lint))

    monkeypatch.setattr(pool, "Pool", Noting)
    monkeypatch.setattr(module, "_MUCH", 20_000)
    monkeypatch.setattr(module, "_AHEAD", 4)
    return left


@pytest.mark.parametrize(
    ("known", "new", "workers"),
    [
        (40, [], False),
        (40, [3, 20], False),
        (0, [0], False),
        (40, range(20, 40), True),
        (40, range(0, 40, 4), True),
        (600, range(0, 600, 60), True),
    ],
    ids=["all known", "two new", "one", "half new", "some new", "some among many"],
)
def test_workers_are_started_only_where_it_pays(
    tmp_path: Path, started: list[str], known: int, new: Iterable[int], workers: bool
) -> None:
    paths = drafts(tmp_path, [b"%b%d" % (NEW, n) if n in new else KNOWN for n in range(max(known, 1))])
    learnt(path for n, path in enumerate(paths) if n not in new)
    done = list(handed_out(paths, linting(Results()), 2))
    assert done == list(linted(paths, linting().look))
    assert bool(started) == workers
    assert set(started) <= {paths[n] for n in new}


def test_one_big_draft_alone_needs_no_workers(tmp_path: Path, started: list[str]) -> None:
    paths = drafts(tmp_path, [NEW * 10])
    assert list(handed_out(paths, linting(), 2)) == list(linted(paths, linting().look))
    assert not started
    paths += drafts(tmp_path / "..", [b"x"])
    assert len(list(handed_out(paths, linting(), 2))) == 2
    assert started == paths
