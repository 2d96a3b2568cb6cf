"""Reports side by side, where they go, and what they call a draft."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from stylelint.cli.output import Target, write
from stylelint.cli.root import root
from stylelint.reporters import FORMATS, Checked, Style
from tests.cli.desk import desk, stylelint
from tests.reporters.made import checked

BAD = "A very old boat.\n"


def test_several_reports_of_one_run(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    desk(folder, a=BAD, b="Clean.\n", c=BAD)
    outputs = [part for name in FORMATS for part in ("--output", f"{name}:../out.{name}")]
    done = stylelint(folder, "check", *outputs, "--output", "concise:-")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[0].startswith("a.txt:1:3: error: ")
    for name in FORMATS:
        alone = stylelint(folder, "check", "--format", name)
        assert (tmp_path / f"out.{name}").read_text("utf-8") == alone.stdout, name


def test_plain_files_take_the_format(tmp_path: Path) -> None:
    desk(tmp_path, a=BAD)
    done = stylelint(tmp_path, "check", "--format", "checkstyle", "--output", "a.xml", "--output", "jsonl:-")
    assert json.loads(done.stdout)["path"] == "a.txt"
    assert ElementTree.parse(tmp_path / "a.xml").getroot().tag == "checkstyle"


def test_a_report_is_no_draft(tmp_path: Path) -> None:
    desk(tmp_path, a=BAD)
    for _ in range(2):
        done = stylelint(tmp_path, "check", "--output", "markdown:report.md", "--output", "concise:out.txt")
        assert (done.returncode, done.stderr) == (1, "")
    assert "1 of 1 file" in (tmp_path / "report.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--output", "sarif:"], "name a file, or - for standard output"),
        (["--output", ""], "name a file, or - for standard output"),
        (["--output", "sarif:-", "--output", "-"], "two reports cannot share standard output"),
        (["--output", "sarif:x", "--output", "html:./x"], "two reports cannot share"),
        (["--format", "sarif", "--statistics"], "--statistics: sarif has no place for counts"),
        (["--output", "jsonl:-", "--output", "junit:x", "--statistics"], "--statistics: jsonl has no place"),
        (["--output", "html:no/such/folder/x.html"], "cannot be written"),
    ],
)
def test_what_cannot_be(tmp_path: Path, options: list[str], said: str) -> None:
    desk(tmp_path, a=BAD)
    done = stylelint(tmp_path, "check", *options)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_name_with_a_colon_is_a_name(tmp_path: Path) -> None:
    desk(tmp_path, a=BAD)
    stylelint(tmp_path, "check", "--output", "C:report", "--output", "concise:./json:x")
    assert (tmp_path / "C:report").exists() and (tmp_path / "json:x").exists()


def test_the_summary_of_a_job_is_added_to(tmp_path: Path) -> None:
    desk(tmp_path, a=BAD)
    summary = tmp_path / "summary"
    summary.write_text("# The build\n", "utf-8")
    output = f"markdown:{summary}"
    stylelint(tmp_path, "check", "--output", output, GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text("utf-8").startswith("# The build\n## stylelint\n\n1 error in 1 of 1 file.\n")
    stylelint(tmp_path, "check", "--output", output)
    assert summary.read_text("utf-8").startswith("## stylelint\n")


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_paths_are_from_the_root_of_what_a_job_has_checked_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    folder = tmp_path / "content" / "news"
    folder.mkdir(parents=True)
    desk(folder, a=BAD)
    monkeypatch.chdir(folder)
    monkeypatch.setenv(variable, str(tmp_path))
    assert root() == (str(folder), (str(tmp_path),))
    monkeypatch.setenv(variable, "/elsewhere")
    assert root() == (str(folder), (str(folder),))


def test_where_no_shell_says_how_a_folder_is_spelt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PWD", raising=False)
    assert root() == (str(tmp_path), (str(tmp_path),))


FILES = {
    "sarif": r'"uri": ?"([^"]*a.txt)"', "gitlab": r'"path": ?"([^"]*a.txt)"', "github": r"file=([^,]*a.txt),",
    "junit": r'testsuite name="([^"]*a.txt)"', "checkstyle": r'file name="([^"]*a.txt)"',
}  # fmt: skip


@pytest.mark.parametrize("format_", FILES)
def test_programs_are_told_paths_from_the_root_of_the_repository(tmp_path: Path, format_: str) -> None:
    """From its root, from a folder in it, from outside, by a link; named in the short way and whole."""
    top = tmp_path / "content"
    (top / "news desk").mkdir(parents=True)
    desk(top / "news desk", a=BAD)
    subprocess.run(["git", "init", "-q"], cwd=top, check=True)
    (tmp_path / "link").symlink_to(top)
    whole = str(top / "news desk" / "a.txt")
    for folder, name, pwd in (
        (top, "news desk/a.txt", ""), (top, whole, ""), (top / "news desk", "a.txt", ""),
        (top / "news desk", whole, ""), (top / "news desk", "../news desk/./a.txt", ""),
        (tmp_path, whole, ""), (tmp_path, "content/news desk/a.txt", ""),
        (top, str(tmp_path / "link" / "news desk" / "a.txt"), str(tmp_path / "link")),
    ):  # fmt: skip
        config = str(top / "news desk/stylelint.yml")
        arguments = ["--config", config, "--format", format_, name]
        told = stylelint(folder, "check", *arguments, PWD=pwd or str(folder)).stdout
        found = {unquote(path) for path in re.findall(FILES[format_], told)}
        assert found == {"news desk/a.txt"}, (folder, name)


def test_a_draft_outside_of_the_repository_keeps_its_path(tmp_path: Path) -> None:
    (tmp_path / "repo").mkdir()
    subprocess.run(["git", "init", "-q"], cwd=tmp_path / "repo", check=True)
    desk(tmp_path, a=BAD)
    told = stylelint(tmp_path / "repo", "check", "--format", "gitlab", str(tmp_path / "a.txt")).stdout
    assert json.loads(told)[0]["location"]["path"] == str(tmp_path / "a.txt")


def test_only_programs_are_told_paths_from_the_root(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    desk(tmp_path / "news", a=BAD)
    outputs = ["--output", "gitlab:../q", "--output", "concise:-"]
    done = stylelint(tmp_path / "news", "check", *outputs, CI_PROJECT_DIR=str(tmp_path))
    assert json.loads((tmp_path / "q").read_text("utf-8"))[0]["location"]["path"] == "news/a.txt"
    assert done.stdout.startswith("a.txt:1:3")


def test_no_draft_is_kept_longer_than_the_slowest_report_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import weakref

    class Text(str):
        """A source that can be watched."""

    alive: weakref.WeakSet[Text] = weakref.WeakSet()
    most = 0

    def results() -> Iterator[Checked]:
        nonlocal most
        for number, one in zip(count(), checked() * 30, strict=False):
            source = Text(one.source)
            alive.add(source)
            most = max(most, len(alive))
            yield Checked(f"{number}.txt", source, one.diagnostics)

    names = [name for name in FORMATS if name != "html"]
    monkeypatch.chdir(tmp_path)
    write(results(), [Target(name, f"out.{name}") for name in names], lambda file, format_: Style())
    assert most <= 3
