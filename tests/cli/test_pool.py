"""Many drafts on several cores: the same results in the same order, whatever becomes of a worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from stylelint.checks.banned import Banned
from stylelint.cli import processes
from stylelint.cli.drafts import linted
from stylelint.cli.linting import Linted, Linting
from stylelint.cli.parcels import parcels
from stylelint.cli.pool import Pool
from stylelint.diagnostics import Diagnostic
from stylelint.document import Document
from stylelint.engine import Linter
from stylelint.rulebook.rule import Rule, Rulebook
from tests.cli.desk import ENVIRONMENT, desk, hear_ctrl_c
from tests.conftest import ROOT

BOOK = Rulebook("test", (Rule("words/boat", Banned(("boat",)), message="No {found}."),))


class Deadly(Linter):
    """Kills the process that lints a draft with the word, once or every time."""

    def lint_all(self, documents: Sequence[Document]) -> list[list[Diagnostic]]:
        for document in documents:
            marker = Path(document.path).with_suffix(".died")
            if "KILL" in document.source and ("ALWAYS" in document.source or not marker.exists()):
                marker.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        return super().lint_all(documents)


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
    return list(linted(paths, one_for_all(Linter(BOOK)).look))


def together(paths: list[str], linter: Linter, jobs: int = 2) -> list[Linted]:
    linting = one_for_all(linter)
    return list(Pool(linting, paths, jobs).lint(parcels(paths, linting)))


def plain(results: list[Linted]) -> list[tuple[object, ...]]:
    return [(r.path, r.source, r.found, str(r.error)) for r in results]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_the_results_are_the_same_in_the_same_order(drafts: list[str], jobs: int) -> None:
    assert plain(together(drafts, Linter(BOOK), jobs)) == plain(alone(drafts))


def _linter(path: str) -> Linter:
    return Linter(BOOK)


def test_processes_that_start_anew_do_the_same(drafts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "METHOD", "spawn")
    linting = Linting(_linter)
    found = Pool(linting, drafts, 2).lint(parcels(drafts, linting, 40))
    assert plain(list(found)) == plain(alone(drafts))


def test_a_draft_that_cannot_be_read_keeps_its_place_in_the_error(drafts: list[str]) -> None:
    results = together([*drafts, drafts[0] + "x"], Linter(BOOK))
    assert [str(r.error) for r in results if r.error] == [
        str(alone([drafts[4]])[0].error),
        f"{drafts[0]}x: no such file or folder",
    ]


def test_the_drafts_of_a_worker_that_dies_are_linted_again(
    drafts: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    Path(drafts[120]).write_text("A boat. KILL\n", "utf-8")
    results = together(drafts, Deadly(BOOK))
    assert "a worker died; its drafts are linted again" in capfd.readouterr().err
    assert plain(results) == plain(alone(drafts))


def test_a_draft_that_kills_every_worker_is_given_up(drafts: list[str]) -> None:
    Path(drafts[120]).write_text("A boat. KILL ALWAYS\n", "utf-8")
    results = together(drafts, Deadly(BOOK))
    assert [r.path for r in results] == drafts
    assert [str(r.error) for r in results if r.path == drafts[120]] == [
        f"{drafts[120]}: linting it ends the worker; please report this"
    ]


class Patient(Linter):
    """Goes on with the first draft when another one that is far behind it has been linted."""

    def lint_all(self, documents: Sequence[Document]) -> list[list[Diagnostic]]:
        for document in documents:
            marker = Path(document.path).with_name("marker")
            if "GO" in document.source:
                marker.touch()
            patience = time.monotonic() + 30
            while "WAIT" in document.source and not marker.exists():
                assert time.monotonic() < patience
                time.sleep(0.01)
        return super().lint_all(documents)


def test_nobody_waits_for_the_oldest_parcel_while_there_is_work(drafts: list[str]) -> None:
    Path(drafts[0]).write_text("A boat. WAIT\n", "utf-8")
    Path(drafts[150]).write_text("A boat. GO\n", "utf-8")
    linting = one_for_all(Patient(BOOK))
    results = list(Pool(linting, drafts, 2).lint(parcels(drafts, linting, 40)))
    assert plain(results) == plain(alone(drafts))


@pytest.mark.skipif(sys.platform == "win32", reason="signals and shells")
@pytest.mark.parametrize("interrupted", [True, False], ids=["Ctrl-C", "a reader that leaves"])
def test_who_stops_it_waits_for_no_draft_under_way(tmp_path: Path, interrupted: bool) -> None:
    """The whole group of processes gets the signal, as from a terminal; none of them stays or says a word."""
    text = "A very nice advisor came to the boat. " * 3000
    folder = desk(tmp_path, **{f"a{number:02}": text for number in range(40)})
    with subprocess.Popen(
        [sys.executable, "-m", "stylelint", "check", "--no-cache", "--jobs", "2", "--format", "concise"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, env=ENVIRONMENT,
        preexec_fn=hear_ctrl_c,
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


HALF = """
import os, sys
from stylelint.cli.linting import Linting
from stylelint.cli.parcels import parcels
from stylelint.cli.pool import Pool
from stylelint.engine import Linter
from stylelint.rulebook.rule import Rulebook

class Half(Linter):
    def lint_all(self, documents):
        for number in range(3, 50):  # the pipes of the worker
            try:
                os.write(number, b"\\0\\0\\1\\0half of what was to come")
            except OSError:
                pass
        os._exit(3)

linter = Half(Rulebook("test", ()))
linting = Linting(lambda path: linter)
for one in Pool(linting, sys.argv[1:], 2).lint(parcels(sys.argv[1:], linting)):
    print(one.error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="pipes")
def test_a_worker_that_dies_in_the_middle_of_a_word_is_not_waited_for(drafts: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", HALF, *drafts[10:12]],
        capture_output=True, text=True, env=ENVIRONMENT, check=False, timeout=60,
    )  # fmt: skip
    assert done.stdout == "".join(
        f"{path}: linting it ends the worker; please report this\n" for path in drafts[10:12]
    )


ALL = """
import signal, sys
from tests.cli.test_pool import BOOK, Linter, one_for_all, parcels, Pool

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
sys.stdout.write("once, ")
linting = one_for_all(Linter(BOOK))
found = list(Pool(linting, sys.argv[1:], 3).lint(parcels(sys.argv[1:], linting, 3)))
print(len(found))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_where_nobody_waits_for_those_who_end(drafts: list[str]) -> None:
    """Nothing is left over, either: no output that a worker would write again."""
    done = subprocess.run(
        [sys.executable, "-c", ALL, *drafts], cwd=ROOT,
        capture_output=True, text=True, env=ENVIRONMENT, check=False, timeout=60,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (f"once, {len(drafts)}\n", "")


class Broken(Linter):
    """Has a mistake of ours in it that one draft shows."""

    def lint_all(self, documents: Sequence[Document]) -> list[list[Diagnostic]]:
        if any("BREAK" in document.source for document in documents):
            raise ZeroDivisionError
        return super().lint_all(documents)


def test_a_mistake_of_ours_is_told_and_takes_one_draft(
    drafts: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    expected = alone(drafts)
    Path(drafts[120]).write_text("A boat. BREAK\n", "utf-8")
    results = together(drafts, Broken(BOOK))
    assert "ZeroDivisionError" in capfd.readouterr().err
    assert [str(r.error) for r in results if r.path == drafts[120]] == [
        f"{drafts[120]}: linting it ends the worker; please report this"
    ]
    assert plain(results[:120] + results[121:]) == plain(expected[:120] + expected[121:])


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_workers_end_when_nobody_asks_any_more(tmp_path: Path) -> None:
    """Also where who started them is killed, and could tell them nothing."""
    folder = desk(tmp_path, **{f"a{number:02}": "A very nice advisor. " * 3000 for number in range(40)})
    with subprocess.Popen(
        [sys.executable, "-m", "stylelint", "check", "--no-cache", "--jobs", "3", "--format", "concise"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT,
    ) as process:  # fmt: skip
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.kill()
        # All of them have the pipe: it comes to its end when the last of them has.
        assert process.communicate(timeout=60)[1] == b""
