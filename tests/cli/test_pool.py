"""Many drafts on several cores: the same results in the same order, whatever becomes of a worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from stylelint.checks.banned import Banned
from stylelint.cli.drafts import linted, pays
from stylelint.cli.linting import Linted, Linting
from stylelint.cli.pool import Pool, parcels
from stylelint.diagnostics import Diagnostic
from stylelint.document import Document
from stylelint.engine import Linter
from stylelint.rulebook.rule import Rule, Rulebook
from tests.cli.desk import ENVIRONMENT, desk

BOOK = Rulebook("test", (Rule("words/boat", Banned(("boat",)), message="No {found}."),))


class Deadly(Linter):
    """Kills the process that lints a draft with the word, once or every time."""

    def lint(self, document: Document) -> list[Diagnostic]:
        marker = Path(document.path).with_suffix(".died")
        if "KILL" in document.source and ("ALWAYS" in document.source or not marker.exists()):
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().lint(document)


def one_for_all(linter: Linter) -> Linting:
    return Linting(lambda path: linter)


@pytest.fixture
def drafts(tmp_path: Path) -> list[str]:
    for number in range(250):
        text = "A boat.\n" * (number % 3) if number != 7 else ""
        (tmp_path / f"{number:03}.txt").write_text(text, "utf-8")
    (tmp_path / "004.txt").write_bytes(b"\xff\xfe\x00")
    return sorted(map(str, tmp_path.glob("*.txt")))


def alone(paths: list[str]) -> list[Linted]:
    return list(linted(paths, one_for_all(Linter(BOOK))))


def plain(results: list[Linted]) -> list[tuple[object, ...]]:
    return [(r.path, r.source, r.found, str(r.error)) for r in results]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_the_results_are_the_same_in_the_same_order(drafts: list[str], jobs: int) -> None:
    assert plain(list(Pool(one_for_all(Linter(BOOK)), jobs).lint(drafts))) == plain(alone(drafts))


def test_a_draft_that_cannot_be_read_keeps_its_place_in_the_error(drafts: list[str]) -> None:
    results = list(Pool(one_for_all(Linter(BOOK)), 2).lint([*drafts, drafts[0] + "x"]))
    assert [str(r.error) for r in results if r.error] == [
        str(alone([drafts[4]])[0].error),
        f"{drafts[0]}x: no such file or folder",
    ]


def test_the_drafts_of_a_worker_that_dies_are_linted_again(
    drafts: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    Path(drafts[120]).write_text("A boat. KILL\n", "utf-8")
    results = list(Pool(one_for_all(Deadly(BOOK)), 2).lint(drafts))
    assert "a worker died; its drafts are linted again" in capfd.readouterr().err
    assert plain(results) == plain(alone(drafts))


def test_a_draft_that_kills_every_worker_is_given_up(drafts: list[str]) -> None:
    Path(drafts[120]).write_text("A boat. KILL ALWAYS\n", "utf-8")
    results = list(Pool(one_for_all(Deadly(BOOK)), 2).lint(drafts))
    assert [r.path for r in results] == drafts
    assert [str(r.error) for r in results if r.path == drafts[120]] == [
        f"{drafts[120]}: linting it ends the worker; please report this"
    ]


def test_parcels_are_of_a_size(tmp_path: Path) -> None:
    sizes = [10, 300_000, 10, 10, 200_000, 100_000, *[1] * 150]
    paths = []
    for number, size in enumerate(sizes):
        path = tmp_path / f"{number:03}"
        path.write_bytes(b"x" * size)
        paths.append(str(path))
    made = list(parcels([*paths, str(tmp_path / "gone")]))
    assert [path for parcel in made for path in parcel] == [*paths, str(tmp_path / "gone")]
    assert [len(parcel) for parcel in made] == [1, 1, 3, 100, 52]


def test_workers_are_started_only_where_it_pays(tmp_path: Path) -> None:
    big, small = tmp_path / "big", tmp_path / "small"
    big.write_bytes(b"x" * 2_000_000)
    small.write_bytes(b"x")
    assert not pays([str(big)])
    assert not pays([str(small)] * 100)
    assert pays([str(small), str(big)])


@pytest.mark.skipif(sys.platform == "win32", reason="signals and shells")
@pytest.mark.parametrize("interrupted", [True, False], ids=["Ctrl-C", "a reader that leaves"])
def test_who_stops_it_waits_for_no_draft_under_way(tmp_path: Path, interrupted: bool) -> None:
    """The whole group of processes gets the signal, as from a terminal; none of them stays or says a word."""
    text = "A very nice advisor came to the boat. " * 3000
    folder = desk(tmp_path, **{f"a{number:02}": text for number in range(40)})
    with subprocess.Popen(
        [sys.executable, "-m", "stylelint", "check", "--no-cache", "--jobs", "2", "--format", "concise"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, env=ENVIRONMENT,
    ) as process:  # fmt: skip
        assert process.stdout and process.stderr
        assert process.stdout.readline().startswith(b"a00.txt:1:3:")
        if interrupted:
            os.killpg(process.pid, signal.SIGINT)
        else:
            process.stdout.close()
        said = process.stderr.read()
        assert process.wait(timeout=60) == (130 if interrupted else 141)
    assert said == b""
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
