"""The pre-commit hook, with pre-commit itself, in a content repository that uses this one as its source."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from identify.identify import tags_from_filename

from stylelint.formats import SUFFIXES
from tests.cli.desk import desk
from tests.conftest import ROOT
from tests.native.compiler import needs_compiler

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
HOOK = "repos:\n  - repo: {source}\n    rev: {rev}\n    hooks:\n      - id: {hook}\n"
FIX = ".fix.yaml"
BAD, FIXABLE, CLEAN = "A very old boat.\n", "The advisor left.\n", "An old boat.\n"


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
    rev = git(source, "rev-parse", "HEAD")
    for file, hook in ((".pre-commit-config.yaml", "stylelint"), (FIX, "stylelint-fix")):
        (content / file).write_text(HOOK.format(source=source, rev=rev, hook=hook), "utf-8")
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
    git(content, "add", "--", name)
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
@pytest.mark.parametrize("compiler", [pytest.param("cc", marks=needs_compiler), "false"])
def test_it_is_installed_with_a_compiler_and_without(
    newsroom: tuple[Path, Path], tmp_path: Path, compiler: str
) -> None:
    content, home = newsroom
    if compiler == "false":
        home = tmp_path
        install = (sys.executable, "-m", "pre_commit", "install-hooks")
        done = run(content, *install, PRE_COMMIT_HOME=str(home), CC=compiler)
        assert done.returncode == 0, done.stdout + done.stderr
    done = commit((content, home), "both.md", BAD)
    assert (done.returncode, "both.md\n  1:3 error house/very\n" in done.stderr) == (1, True)
    (content / "both.md").unlink()
    (program,) = home.glob("repo*/py_env-*/*/stylelint*")
    said = "no" if compiler == "false" else "yes"
    assert f"(compiled: {said})" in run(content, str(program), "--version").stdout


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


@pytest.mark.network
@pytest.mark.parametrize(
    "name", ["two words.md", "-dash.md", "--fix.txt", "Schöne Küste.md", "it's “new”.md"]
)
def test_names_that_shells_and_options_stumble_over(newsroom: tuple[Path, Path], name: str) -> None:
    done = commit(newsroom, name, BAD)
    assert done.returncode == 1
    assert f"{name}\n  1:3 error house/very\n" in done.stderr
    assert (newsroom[0] / name).read_text("utf-8") == BAD
    (newsroom[0] / name).unlink()


@pytest.mark.network
@pytest.mark.parametrize(("staged", "working", "status"), [(CLEAN, BAD, 0), (BAD, CLEAN, 1)])
def test_a_half_staged_draft_is_judged_as_it_will_be_committed(
    newsroom: tuple[Path, Path], staged: str, working: str, status: int
) -> None:
    content, home = newsroom
    draft = content / f"half-{status}.md"
    draft.write_text(staged, "utf-8")
    git(content, "add", draft.name)
    draft.write_text(working, "utf-8")
    done = run(content, "git", "commit", "--message", "Half", PRE_COMMIT_HOME=str(home), **OFFLINE)
    assert done.returncode == status, done.stderr
    assert draft.read_text("utf-8") == working, "what was not staged is as it was"
    git(content, "reset", "--quiet")


def hook(newsroom: tuple[Path, Path], *files: str) -> subprocess.CompletedProcess[str]:
    """Run the hook that fixes on files."""
    content, home = newsroom
    command = (sys.executable, "-m", "pre_commit", "run", "--config", FIX, "--files", *files)
    return run(content, *command, PRE_COMMIT_HOME=str(home), **OFFLINE)


@pytest.mark.network
def test_the_hook_that_fixes_fails_once_and_then_passes(newsroom: tuple[Path, Path]) -> None:
    content, home = newsroom
    install = (sys.executable, "-m", "pre_commit", "install-hooks", "--config", FIX)
    assert run(content, *install, PRE_COMMIT_HOME=str(home)).returncode == 0
    names = ["two advisors.md", "./-advisor.txt"]
    for name in names:
        (content / name).write_text(FIXABLE, "utf-8")
    git(content, "add", "--", *names)
    first, second = hook(newsroom, *names), hook(newsroom, *names)
    assert first.returncode == 1 and "files were modified by this hook" in first.stdout
    assert [(content / name).read_text("utf-8") for name in names] == ["The adviser left.\n"] * 2
    assert second.returncode == 0, second.stdout
    git(content, "reset", "--quiet")
    for name in names:
        (content / name).unlink()


@pytest.mark.network
def test_what_cannot_be_fixed_does_not_fail_the_hook_that_fixes(newsroom: tuple[Path, Path]) -> None:
    (newsroom[0] / "bad.md").write_text(BAD, "utf-8")
    assert hook(newsroom, "bad.md").returncode == 0
    (newsroom[0] / "bad.md").unlink()


HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def test_pre_commit_takes_the_manifest() -> None:
    done = run(ROOT, sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml")
    assert done.returncode == 0, done.stdout
    assert [hook["id"] for hook in HOOKS] == ["stylelint", "stylelint-fix"]


# What pre-commit has no name for: it sees no draft in these.
UNKNOWN = {".text", ".mkd"}


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_the_hooks_ask_for_the_files_that_readers_know(hook: dict[str, Any]) -> None:
    assert hook["pass_filenames"] and hook["require_serial"]
    for suffix in SUFFIXES.keys() - UNKNOWN:
        assert tags_from_filename(f"a{suffix}") & set(hook["types_or"]), suffix
    assert not any(tags_from_filename(f"a{suffix}") for suffix in UNKNOWN)
    assert not tags_from_filename("a.py") & set(hook["types_or"])


def test_our_own_hooks_need_no_network_and_run_what_is_installed() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    assert {repo["repo"] for repo in config["repos"]} == {"local"}
    assert {hook["language"] for hook in hooks} == {"system"}
    assert {"ruff", "mypy", "stylelint"} <= {hook["id"] for hook in hooks}
