"""`stylelint check` as a user runs it: statuses, options, configuration, pipes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.desk import ENVIRONMENT, OFF, desk, hear_ctrl_c, stylelint

ERROR, WARNING, SUGGESTION, CLEAN = "A very old boat.\n", "The advisor left.\n", "A nice boat.\n", "A boat.\n"


@pytest.mark.parametrize(
    ("draft", "arguments", "status"),
    [
        (CLEAN, [], 0),
        (ERROR, [], 1),
        (WARNING, [], 1),
        (SUGGESTION, [], 0),
        (SUGGESTION, ["--fail-on", "suggestion"], 1),
        (WARNING, ["--fail-on", "error"], 0),
        (ERROR, ["--fail-on", "error"], 1),
        (ERROR, ["--exit-zero"], 0),
        (ERROR, ["nope.txt"], 2),
        (ERROR, ["nope.txt", "--exit-zero"], 2),
        (ERROR, ["--rulebook", "nope.yml"], 2),
        (ERROR, ["--select", "nope"], 2),
        (ERROR, ["--format", "nope"], 2),
        (ERROR, ["--nope"], 2),
        (ERROR, ["--select", "house/advisor"], 0),
        (ERROR, ["--ignore", "house/very"], 0),
        (ERROR, ["--select", "house", "--ignore", "house/advisor,house/nice"], 1),
    ],
)
def test_exit_status(tmp_path: Path, draft: str, arguments: list[str], status: int) -> None:
    run = stylelint(desk(tmp_path, a=draft), "check", "a.txt", *arguments)
    assert run.returncode == status, run
    assert len(run.stderr.splitlines()) == (status == 2)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--select", "hose"], "--select: no rule or chapter “hose”; did you mean “house”?"),
        (
            ["--ignore", "house/verry"],
            "--ignore: no rule or chapter “house/verry”; did you mean “house/very”?",
        ),
        (["--select", "house", "--ignore", "house"], "no rule of house.yml is left to run"),
        (["--rulebook", "newsrom"], "no rulebook “newsrom”; did you mean “newsroom”?"),
        (["--frmat", "json"], "No such option '--frmat'"),
        (["--format", "jsonl", "--statistics"], "--statistics: "),
        (["--output", "no/such/report"], "no/such/report: cannot be written: No such file or directory"),
        (["--config", "no.yml"], "no.yml: cannot read the configuration: No such file or directory"),
    ],
)
def test_a_mistake_is_one_line(tmp_path: Path, arguments: list[str], line: str) -> None:
    run = stylelint(desk(tmp_path, a=ERROR), "check", "a.txt", *arguments)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(f"stylelint: {line}")
    assert run.stderr.count("\n") == 1


def test_a_rule_that_is_off_is_known_but_cannot_be_run_alone(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=SUGGESTION)
    (folder / "off.yml").write_text(OFF, "utf-8")
    run = stylelint(folder, "check", "--rulebook", "off.yml", "--select", "house/nice", "a.txt")
    assert run.stderr == "stylelint: no rule of off.yml is left to run; switched off there: house/nice\n"
    assert stylelint(folder, "check", "--rulebook", "off.yml", "--ignore", "house/nice").returncode == 0


@pytest.mark.parametrize(
    ("text", "status", "line"),
    [
        ("rulebooks: [hose.yml]\n", 2, "stylelint.yml:1:13: no rulebook “hose.yml”"),
        ("rulebooks: [house.yml]\nselect: [hose]\n", 2, "stylelint.yml:2:10: no rule or chapter “hose”"),
        ("rulebooks: [house.yml]\nignore: [house/very]\n", 0, ""),
        ("rulebooks: [house.yml]\nselect: [house/nice]\n", 0, ""),
        ("rulebooks: [house.yml]\nexclude: [b.txt]\n", 1, ""),
        ("rulebooks: [house.yml]\nexclude: ['*.txt']\n", 2, ".: no drafts here"),
        ("rulebooks: [house.yml]\nfail-on: eror\n", 2, "stylelint.yml:2:10: no level “eror”"),
    ],
)
def test_configuration(tmp_path: Path, text: str, status: int, line: str) -> None:
    folder = desk(tmp_path, a=ERROR, b=ERROR)
    (folder / "stylelint.yml").write_text(text, "utf-8")
    run = stylelint(folder, "check")
    assert run.returncode == status
    assert run.stderr.startswith(f"stylelint: {line}" if line else "")


def test_the_command_line_beats_the_configuration(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=ERROR)
    (folder / "stylelint.yml").write_text(
        "rulebooks: [house.yml]\nignore: [house]\nfail-on: error\n", "utf-8"
    )
    assert stylelint(folder, "check").returncode == 2  # nothing is left to run
    assert stylelint(folder, "check", "--select", "house/very").returncode == 1
    (folder / "a.txt").write_text(WARNING, "utf-8")
    assert stylelint(folder, "check", "--select", "house").returncode == 0
    assert stylelint(folder, "check", "--select", "house", "--fail-on", "warning").returncode == 1


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=ERROR, b=WARNING, c=SUGGESTION)
    runs = {
        stylelint(folder, "check", "--format", "json", *paths).stdout
        for paths in (["a.txt", "b.txt", "c.txt"], ["c.txt", "b.txt", "a.txt", "b.txt"], ["."], [])
    }
    assert len(runs) == 1


@pytest.mark.parametrize("name", ["a b.txt", "-x.txt", "é😀.txt", "'q'.txt", "a\nb.txt", "a.unknown"])
def test_names_of_every_sort(tmp_path: Path, name: str) -> None:
    folder = desk(tmp_path)
    (folder / name).write_text(ERROR, "utf-8")
    run = stylelint(folder, "check", "--format", "jsonl", "--", name)
    assert [json.loads(line)["path"] for line in run.stdout.splitlines()] == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    folder = desk(tmp_path)
    with open(os.fsencode(folder) + b"/\xff.txt", "w") as file:
        file.write(ERROR)
    for form in ("text", "concise", "json", "jsonl"):
        run = stylelint(folder, "check", "--format", form)
        assert (run.returncode, run.stderr) == (1, "")
        assert "\\udcff.txt" in run.stdout


def test_standard_input(tmp_path: Path) -> None:
    folder = desk(tmp_path)
    run = stylelint(folder, "check", "--format", "concise", "-", given=ERROR.encode())
    assert (run.returncode, run.stdout.splitlines()[0][:25]) == (1, "<stdin>:1:3: error: “very")
    run = stylelint(
        folder, "check", "--format", "jsonl", "--stdin-filename", "x.md", "-", given=b"`very` very\n"
    )
    assert [(r["path"], r["column"]) for r in map(json.loads, run.stdout.splitlines())] == [("x.md", 8)]
    assert stylelint(folder, "check", "-", given=b"").returncode == 0


def test_output_goes_to_a_file_that_is_no_draft(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=ERROR)
    for _ in range(2):
        run = stylelint(folder, "check", "--format", "concise", "--output", "report.txt")
        assert (run.returncode, run.stdout, run.stderr) == (1, "", "")
        assert (folder / "report.txt").read_text("utf-8").endswith("1 error in 1 of 1 file\n")


@pytest.mark.parametrize(
    ("arguments", "environment", "painted"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--colour", "never"], {}, False),
    ],
)
def test_colour_in_a_pipe(
    tmp_path: Path, arguments: list[str], environment: dict[str, str], painted: bool
) -> None:
    run = stylelint(desk(tmp_path, a=ERROR), "check", *arguments, given=b"", **environment)
    assert ("\x1b[" in run.stdout) == painted


def until_closed(terminal: int) -> Iterator[bytes]:
    """Yield what is written to a terminal: it comes bit by bit, and its end is an error on Linux."""
    with suppress(OSError):
        while said := os.read(terminal, 100_000):
            yield said


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize(
    ("environment", "painted"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_on_a_terminal(tmp_path: Path, environment: dict[str, str], painted: bool) -> None:
    import pty

    folder = desk(tmp_path, a=ERROR)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "stylelint", "check"]
    subprocess.run(
        command, cwd=folder, stdout=theirs, env={**ENVIRONMENT, "TERM": "xterm", **environment}, check=False
    )
    os.close(theirs)
    said = b"".join(until_closed(ours))
    os.close(ours)
    assert (b"\x1b[1;31merror" in said) == painted
    assert b"1 error in 1 of 1 file" in said


MARKS = """\
chapter: house
rules:
  line: {check: furniture, lines: ['the mayor opens .*'], message: x}
  caption: {check: stray, roles: [caption], message: y}
"""


@pytest.mark.parametrize("options", [[], ["--no-cache"], ["--timing"]])
@pytest.mark.parametrize("chosen", ["--select=house/caption", "--ignore=house/line", "configured"])
def test_furniture_that_nobody_asked_for_is_no_caption(
    tmp_path: Path, chosen: str, options: list[str]
) -> None:
    folder = desk(tmp_path)
    text = "A line.\n\nThe mayor opens the new bridge on Monday. (Photo: Ida Holm/Reuters)\n\nIt was late.\n"
    (folder / "a.txt").write_text(text, "utf-8")
    (folder / "marks.yml").write_text(MARKS, "utf-8")
    (folder / "stylelint.yml").write_text("rulebooks: [marks.yml]\n", "utf-8")
    assert told(folder) == ["house/line"]
    if chosen == "configured":
        (folder / "stylelint.yml").write_text("rulebooks: [marks.yml]\nignore: [house/line]\n", "utf-8")
    assert told(folder, *options, *([chosen] if chosen.startswith("-") else [])) == []
    (folder / "marks.yml").write_text(MARKS.replace("the mayor opens .*", "nothing"), "utf-8")
    (folder / "stylelint.yml").write_text("rulebooks: [marks.yml]\n", "utf-8")
    assert told(folder) == ["house/caption"]


def told(folder: Path, *options: str) -> list[str]:
    """Return the rules of which something is told of a.txt."""
    lines = stylelint(folder, "check", "--format=jsonl", *options, "a.txt").stdout.splitlines()
    return [found["rule"] for found in map(json.loads, lines) if "rule" in found]


def test_statistics_and_quiet(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=ERROR * 2 + "\n" + WARNING)
    run = stylelint(folder, "check", "--statistics", "--format", "concise")
    assert run.stdout.endswith("\n2  house/very\n1  house/advisor\n2 errors, 1 warning in 1 of 1 file\n")
    run = stylelint(folder, "check", "--quiet", "--format", "concise")
    assert run.stdout.count("\n") == 3


def test_force_exclude_is_for_hooks(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=ERROR)
    (folder / "stylelint.yml").write_text("rulebooks: [house.yml]\nexclude: [a.txt]\n", "utf-8")
    assert stylelint(folder, "check", "a.txt").returncode == 1
    run = stylelint(folder, "check", "--force-exclude", "a.txt")
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="no such shell")
@pytest.mark.parametrize("form", ["text", "concise", "json", "jsonl"])
def test_a_reader_that_leaves_early(tmp_path: Path, form: str) -> None:
    folder = desk(tmp_path, **{f"a{i}": ERROR * 2000 for i in range(5)})
    pipe = f"{sys.executable} -m stylelint check --format {form} . | head -1; echo ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", pipe], cwd=folder, capture_output=True, encoding="utf-8", check=True)
    assert run.stderr == ""
    assert run.stdout.splitlines()[1:] == ["141"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=ERROR)
    run = stylelint(folder, "check", "--output", "/dev/full")
    assert (run.returncode, run.stderr) == (
        2,
        "stylelint: /dev/full: cannot be written: No space left on device\n",
    )
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "stylelint", "check"]
        to_full = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (to_full.returncode, to_full.stderr) == (
        2,
        b"stylelint: the output cannot be written: No space left on device\n",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_ends_quietly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "stylelint", "check", "-"]
    process = subprocess.Popen(
        command, cwd=desk(tmp_path), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=hear_ctrl_c,
    )  # fmt: skip
    time.sleep(1)  # it waits for the draft now
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, b"", b"")
