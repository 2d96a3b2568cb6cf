"""What holds for many drafts is settled once for all that share it."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from stylelint.cli import plan, settled
from stylelint.cli.linting import Linting
from tests.cli.desk import desk


def prepared(folder: Path, monkeypatch: pytest.MonkeyPatch) -> plan.Plan:
    monkeypatch.chdir(folder)
    return plan.prepare((), select=(), ignore=(), rulebook=(), config="", force_exclude=False)


@pytest.fixture
def desks(tmp_path: Path) -> Path:
    """Twenty desks with a configuration each, of two kinds."""
    desk(tmp_path)
    for number in range(20):
        inner = tmp_path / f"d{number:02}"
        inner.mkdir()
        rule = "house/very" if number % 2 else "house/nice"
        text = f"# {'x' * number}\nextends: ../stylelint.yml\n{'#' * number}\nignore: [{rule}]\n"
        (inner / "stylelint.yml").write_text(text)
        (inner / "a.txt").write_text("A boat.\n")
    return tmp_path


def test_desks_that_leave_out_the_same_share_a_linter(desks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = prepared(desks, monkeypatch)
    linters = [run.settling.linter(path) for path in run.paths]
    assert len({id(linter) for linter in linters}) == 2
    assert linters[0] is linters[2] and linters[1] is linters[3]
    assert len({id(run.of(path).every) for path in run.paths}) == 1, "one rulebook, read once"


def test_few_linters_are_kept_ready(desks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        names = ["house/very", "house/nice", "house/advisor"]
        fixes = ", ".join(f"{name}: {'none' if number >> i & 1 else 'safe'}" for i, name in enumerate(names))
        (desks / f"d{number:02}/stylelint.yml").write_text(f"extends: ../stylelint.yml\nfix: {{{fixes}}}\n")
    (desks / "d08/stylelint.yml").write_text("extends: ../stylelint.yml\nselect: [house/nice]\n")
    monkeypatch.setattr(settled, "_READY", 3)
    run = prepared(desks, monkeypatch)
    for path in run.paths:
        assert run.settling.linter(path) is run.settling.linter(path)
        assert len(run.settling._linters) <= 3
    assert len(run.settling._numbers) == 9


def test_without_other_configurations_a_draft_costs_no_look_at_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk(tmp_path, **{f"a{number}": "A boat.\n" for number in range(5)})
    looked: list[str] = []
    from stylelint.config import nearest

    within = nearest._in

    def look(folder: str) -> str:
        looked.append(folder)
        return within(folder)

    monkeypatch.setattr(nearest, "_in", look)
    run = prepared(tmp_path, monkeypatch)
    assert looked == [str(tmp_path)], "the folder we are in, once"
    assert run.of("a1.txt") is run.of("a2.txt") is run.settling.main


def test_a_worker_that_is_not_forked_settles_the_same(desks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desks / "d03/a.txt").write_text("A very nice advisor.\n")
    (desks / "d04/a.txt").write_text("A very nice advisor.\n")
    here = Linting(prepared(desks, monkeypatch).settling.linter)
    here.look([("d05/a.txt", b"A very nice advisor.\n")])
    there = pickle.loads(pickle.dumps(here))
    for path in ("d03/a.txt", "d04/a.txt"):
        data = (desks / path).read_bytes()
        assert here.look([(path, data)])[0].found == there.look([(path, data)])[0].found
        assert len(here.look([(path, data)])[0].found) == 2


def test_without_a_configuration_nothing_is_loaded_that_reads_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A boat.\n")
    run = "import sys; from stylelint.cli import main; main(['check', 'a.txt']); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", run], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "stylelint.config" in loaded
    assert not loaded & {"stylelint.config.parse", "stylelint.config.shown", "stylelint.reading", "tomllib"}
    assert not loaded & {"stylelint.cli.root", "stylelint.ignores", "stylelint.baseline"}
