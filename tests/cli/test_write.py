"""A draft on the disk is the old one or the new one, whole, whatever happens."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from stylelint.cli.write import create, open_draft, replace
from stylelint.errors import UserError
from tests.cli.desk import ENVIRONMENT, desk, stylelint

BEFORE, AFTER = "The advisor left.\n", "The adviser left.\n"


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o755, 0o664, 0o2755])
def test_the_mode_is_kept(tmp_path: Path, mode: int) -> None:
    folder = desk(tmp_path, a=BEFORE)
    (folder / "a.txt").chmod(mode)
    assert stylelint(folder, "fix").returncode == 0
    assert (folder / "a.txt").read_text() == AFTER
    assert stat.S_IMODE((folder / "a.txt").stat().st_mode) == mode
    assert not leftovers(folder)


def test_a_new_file_has_the_mode_of_new_files(tmp_path: Path) -> None:
    create(str(tmp_path / "a"), b"x")
    (tmp_path / "b").write_bytes(b"x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=BEFORE)
    (folder / "a.txt").rename(folder / "real.dat")
    (folder / "inner").mkdir()
    (folder / "inner/a.txt").symlink_to("../real.dat")
    (folder / "b.txt").symlink_to("inner/a.txt")
    assert stylelint(folder, "fix").returncode == 0
    assert (folder / "real.dat").read_text() == AFTER
    assert (folder / "b.txt").is_symlink() and (folder / "inner/a.txt").is_symlink()
    assert not leftovers(folder) and not leftovers(folder / "inner")


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (lambda path: path.symlink_to("nowhere"), "No such file"),
        (lambda path: path.symlink_to(path), "Symbolic link loop|Too many levels"),
        (lambda path: path.symlink_to("/dev/null"), "points to /dev/null, which is not a regular file"),
        (os.mkfifo, "is not a regular file"),
    ],
)
def test_what_is_no_regular_file_is_refused_with_a_word(
    tmp_path: Path, make: Callable[[Path], None], word: str
) -> None:
    folder = desk(tmp_path)
    make(folder / "a.txt")
    run = stylelint(folder, "fix", "a.txt")
    assert run.returncode == 2
    assert re.search(f"^stylelint: a.txt: .*({word})", run.stderr), run.stderr


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=BEFORE, b=BEFORE)
    (folder / "a.txt").chmod(0o444)
    run = stylelint(folder, "fix")
    assert (run.returncode, run.stderr) == (2, "stylelint: a.txt: is read-only, and is left alone\n")
    assert (folder / "a.txt").read_text() == BEFORE
    assert (folder / "b.txt").read_text() == AFTER  # the others are mended all the same


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for a draft and not for another of its size."""
    folder = tmp_path / "disk"
    folder.mkdir()
    options = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)]
    try:
        done = subprocess.run(options, capture_output=True, check=False)
    except OSError:
        pytest.skip("nothing can be mounted here")
    if done.returncode:
        pytest.skip("only root may mount a file system")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_costs_nothing(small_disk: Path) -> None:
    desk(small_disk)
    draft = BEFORE * 2000
    (small_disk / "a.txt").write_text(draft)
    run = stylelint(small_disk, "fix")
    assert (run.returncode, run.stderr) == (
        2,
        "stylelint: a.txt: cannot be written: No space left on device\n",
    )
    assert (small_disk / "a.txt").read_text() == draft
    assert not leftovers(small_disk)


def test_a_limit_on_the_size_of_files_costs_nothing(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    folder = desk(tmp_path, a=BEFORE * 2000)
    run = subprocess.run(
        [sys.executable, "-m", "stylelint", "fix"],
        cwd=folder, capture_output=True, encoding="utf-8", env=ENVIRONMENT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)), check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (2, "stylelint: a.txt: cannot be written: File too large\n")
    assert (folder / "a.txt").read_text() == BEFORE * 2000
    assert not leftovers(folder)


def test_a_read_only_folder_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    desk(folder, a=BEFORE)
    if os.geteuid() == 0:  # whom no mode hinders, but a read-only file system does
        for options in (["--bind", str(folder)], ["-o", "remount,ro,bind", str(folder)]):
            if subprocess.run(["mount", *options, str(folder)], capture_output=True, check=False).returncode:
                pytest.skip("nothing can be mounted here")
    else:
        folder.chmod(0o555)
    try:
        run = stylelint(folder, "fix")
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
        folder.chmod(0o755)
    assert run.returncode == 2
    assert run.stderr.startswith("stylelint: a.txt: ") and run.stderr.count("\n") == 1
    assert (folder / "a.txt").read_text() == BEFORE


def test_a_draft_that_has_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    changes: list[Callable[[], object]] = [
        lambda: draft.write_bytes(b"theirs"),
        draft.unlink,
        lambda: draft.chmod(0o644),
    ]
    for change in changes:
        draft.write_bytes(b"old")
        opened = open_draft(str(draft))
        change()
        if draft.exists() and draft.read_bytes() == b"old":
            replace(opened, b"new")
            assert draft.read_bytes() == b"new"
            continue
        with pytest.raises(UserError, match="has changed since it was read"):
            replace(opened, b"new")
        assert not draft.exists() or draft.read_bytes() == b"theirs"
        assert not leftovers(tmp_path)


def test_a_link_that_points_elsewhere_meanwhile_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").write_bytes(b"old")
    (tmp_path / "link").symlink_to("a")
    opened = open_draft(str(tmp_path / "link"))
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to("b")
    with pytest.raises(UserError, match="has changed"):
        replace(opened, b"new")


def test_what_somebody_else_wrote_just_so_is_no_trouble(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_bytes(b"old")
    opened = open_draft(str(draft))
    draft.write_bytes(b"new")
    replace(opened, b"new")
    assert draft.read_bytes() == b"new" and not leftovers(tmp_path)


def test_two_runs_at_once(tmp_path: Path) -> None:
    folder = desk(tmp_path, **{f"a{i}": BEFORE * (i + 1) for i in range(30)})
    command = [sys.executable, "-m", "stylelint", "fix", "-q"]
    runs = [subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stderr=subprocess.PIPE) for _ in range(3)]
    errors = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0], errors
    assert all((folder / f"a{i}.txt").read_text() == AFTER * (i + 1) for i in range(30))
    assert not leftovers(folder)


def test_killed_at_any_moment_a_draft_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    text = BEFORE * 3000
    names = [f"a{i}" for i in range(40)]
    folder = desk(tmp_path, **dict.fromkeys(names, text))
    command = [sys.executable, "-m", "stylelint", "fix", "-q"]
    mended = {text.replace("advisor", "adviser")}
    states: set[int] = set()
    for delay in (0.0, 0.05, 0.1, 0.2, 0.4):
        run = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT)
        deadline = time.monotonic() + 60
        while run.poll() is None and time.monotonic() < deadline and not _begun(folder, mended, len(states)):
            time.sleep(0.002)
        time.sleep(delay)
        run.send_signal(signal.SIGKILL)
        run.wait()
        now = [(folder / f"{name}.txt").read_text() for name in names]
        assert all(one == text or one in mended for one in now)
        states.add(sum(one in mended for one in now))
    assert min(states) < len(names), "it was never killed on its way"
    assert stylelint(folder, "fix").returncode == 0
    assert all((folder / f"{name}.txt").read_text() in mended for name in names)


def _begun(folder: Path, mended: set[str], least: int) -> bool:
    """Tell whether a run has mended a draft more than the last one did."""
    return sum((folder / f"a{i}.txt").read_text() in mended for i in range(40)) > least
