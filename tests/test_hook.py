"""The pre-commit hook, with pre-commit itself, in a content repository that uses this one as its source."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from identify.identify import tags_from_filename

from stylelint.readers import SUFFIXES
from tests.cli.desk import desk
from tests.conftest import ROOT

PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
NAME = {
    f"GIT_{who}_{what}": "sub@desk.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
}
ENVIRONMENT = {
    **{
        k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PRE_COMMIT")) and k != "VIRTUAL_ENV"
    },
    **NAME,
    "PATH": PATH,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
}
NOWHERE = "http://127.0.0.1:9/"
OFFLINE = {
    "PIP_NO_INDEX": "1",
    "PIP_INDEX_URL": NOWHERE,
    **{f"{scheme}_proxy": NOWHERE for scheme in ("http", "https", "all", "HTTP", "HTTPS", "ALL")},
}
HOOK = "repos:\n  - repo: {source}\n    rev: {rev}\n    hooks:\n      - id: stylelint\n"


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={**ENVIRONMENT, **environment},
        check=False,
    )


def git(folder: Path, *command: str) -> str:
    done = run(folder, "git", *command)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A content repository with the hook installed, and the folder where pre-commit keeps it."""
    home = tmp_path_factory.mktemp("pre-commit")
    if run(home, sys.executable, "-m", "pip", "download", "--no-deps", "--dest", "tried", "click").returncode:
        pytest.skip("no package index can be reached to install the hook's dependencies from")
    source = tmp_path_factory.mktemp("source") / "stylelint"
    git(ROOT, "clone", "--quiet", str(ROOT), str(source))
    content = desk(tmp_path_factory.mktemp("content"))
    git(content, "init", "--quiet")
    config = HOOK.format(source=source, rev=git(source, "rev-parse", "HEAD"))
    (content / ".pre-commit-config.yaml").write_text(config, "utf-8")
    git(content, "add", ".")
    git(content, "commit", "--quiet", "--message", "The desk")
    for command in (["install"], ["install-hooks"]):
        done = run(content, sys.executable, "-m", "pre_commit", *command, PRE_COMMIT_HOME=str(home))
        assert done.returncode == 0, done.stdout + done.stderr
    return content, home


def commit(newsroom: tuple[Path, Path], name: str, draft: str) -> subprocess.CompletedProcess[str]:
    """Commit a draft, without any network."""
    content, home = newsroom
    (content / name).write_text(draft, "utf-8")
    git(content, "add", name)
    done = run(content, "git", "commit", "--message", name, PRE_COMMIT_HOME=str(home), **OFFLINE)
    git(content, "reset", "--quiet")
    return done


@pytest.mark.network
def test_a_bad_draft_stops_the_commit_with_its_findings(newsroom: tuple[Path, Path]) -> None:
    done = commit(newsroom, "bad.md", "# Boats\n\nA very old boat.\n")
    assert done.returncode == 1
    assert "bad.md\n  3:3 error house/very\n" in done.stderr
    assert "1 error in 1 of 1 file" in done.stderr
    assert git(newsroom[0], "log", "--format=%s") == "The desk"


@pytest.mark.network
def test_a_clean_draft_passes_without_a_network(newsroom: tuple[Path, Path]) -> None:
    done = commit(newsroom, "good name.txt", "An old boat.\n")
    assert done.returncode == 0, done.stderr
    assert git(newsroom[0], "log", "-1", "--format=%s") == "good name.txt"


@pytest.mark.network
def test_what_the_house_excludes_and_what_is_no_draft_pass(newsroom: tuple[Path, Path]) -> None:
    content, _ = newsroom
    (content / "stylelint.yml").write_text("rulebooks: [house.yml]\nexclude: [archive]\n", "utf-8")
    git(content, "commit", "--quiet", "--no-verify", "--message", "Exclude", "stylelint.yml")
    (content / "archive").mkdir()
    assert commit(newsroom, "archive/a.md", "A very old boat.\n").returncode == 0
    assert "no files to check" in commit(newsroom, "a.py", "very = 1\n").stderr


@pytest.mark.parametrize("suffix", [".txt", ".md", ".markdown"])
def test_the_hook_asks_for_the_files_that_readers_know(suffix: str) -> None:
    assert suffix in SUFFIXES
    assert tags_from_filename(f"a{suffix}") & {"markdown", "plain-text"}


def test_our_own_hooks_need_no_network_and_run_what_is_installed() -> None:
    yaml = pytest.importorskip("yaml")
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    assert {repo["repo"] for repo in config["repos"]} == {"local"}
    assert {hook["language"] for hook in hooks} == {"system"}
    assert {"ruff", "mypy", "stylelint"} <= {hook["id"] for hook in hooks}
