"""How the program ends: at once, with all it had to say, unless somebody waits for its end."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from stylelint import cli

START = "import atexit, sys; atexit.register(print, 'taken apart'); from stylelint.cli import main; "
RUN = "sys.argv[1:] = ['--version']; sys.exit(main())"


def ended(code: str) -> tuple[int, list[str]]:
    """Return the exit status of a program, and what it wrote."""
    run = subprocess.run([sys.executable, "-c", START + code], capture_output=True, text=True, check=False)
    assert run.stderr == ""
    return run.returncode, run.stdout.splitlines()[1:]


def test_nothing_is_taken_apart() -> None:
    assert ended(RUN) == (0, [])


@pytest.mark.parametrize(
    "before",
    [
        "sys.setprofile(lambda *about: None); ",
        "sys.settrace(lambda *about: None); ",
        pytest.param(
            "sys.monitoring.use_tool_id(1, 'who measures'); ",
            marks=pytest.mark.skipif(sys.version_info < (3, 12), reason="comes with Python 3.12"),
        ),
    ],
)
def test_who_waits_for_the_end_sees_it(before: str) -> None:
    assert ended(before + RUN) == (0, ["taken apart"])


def test_who_calls_it_goes_on() -> None:
    assert ended("print(main(['--version']))") == (0, ["0", "taken apart"])


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_what_cannot_be_said_is_no_success(stream: str) -> None:
    code = f"import sys; from stylelint.cli import main; sys.{stream}.write('left'); {RUN}"
    with Path("/dev/full").open("w") as full:
        out, err = (full if stream == name else subprocess.DEVNULL for name in ("stdout", "stderr"))
        run = subprocess.run([sys.executable, "-c", code], stdout=out, stderr=err, check=False)
    assert run.returncode != 0


class Cycle:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def still() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("still")
def test_cycles_are_found_between_drafts(monkeypatch: pytest.MonkeyPatch) -> None:
    there = weakref.ref(Cycle())
    cli.collect()
    assert there() is not None  # too little has come to stay
    monkeypatch.setattr(cli, "_OFTEN", 0)
    cli.collect()
    assert there() is None
    assert not gc.isenabled()


def test_a_process_that_collects_by_itself_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_OFTEN", 0)
    for name in ("collect", "freeze"):
        monkeypatch.setattr(gc, name, None)
    cli.collect_from_now()
    cli.collect()
