"""What CI systems read: held against their published schemas, and its scripts run for real."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.desk import desk
from tests.conftest import ROOT
from tests.repository import ENVIRONMENT, commit, git, repository

BLOCK = re.compile(r"^```yaml (?P<file>\S+)\n(?P<body>.*?)^```$", re.M | re.S)
RECIPES = [
    (match["file"], match["body"]) for match in BLOCK.finditer((ROOT / "docs/ci.md").read_text("utf-8"))
]
BIN = Path(sys.executable).parent


def valid(path: Path, schema: str) -> None:
    """Hold a file against a schema that check-jsonschema brings along."""
    transform = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", f"--builtin-schema=vendor.{schema}", *transform, path],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_and_the_template_are_valid() -> None:
    valid(ROOT / "action.yml", "github-actions")
    valid(ROOT / "templates/gitlab.yml", "gitlab-ci")


@pytest.mark.parametrize(("file", "body"), RECIPES, ids=[file for file, _ in RECIPES])
def test_recipes_are_valid(tmp_path: Path, file: str, body: str) -> None:
    path = tmp_path / Path(file).name
    path.write_text(body, "utf-8")
    if "workflows" in file:
        valid(path, "github-workflows")
    elif "gitlab" in file:
        valid(path, "gitlab-ci")
    else:
        command = [sys.executable, "-m", "pre_commit", "validate-config", str(path)]
        assert subprocess.run(command, check=False).returncode == 0


def test_recipes_are_there() -> None:
    assert len(RECIPES) == 6
    inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    page = (ROOT / "docs/ci.md").read_text("utf-8")
    assert re.findall(r"^\| `(\S+)` \| ", page.partition("| input |")[2], re.M) == list(inputs)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A repository with an old fault on `main`, and a merge of a branch with a new one, cloned as CI does."""
    origin = desk(repository(tmp_path / "origin"))
    commit(origin, old="A very old boat.\n", half="One line.\n\nA very small boat.\n")
    git(origin, "checkout", "--quiet", "-b", "story")
    commit(origin, new="A very new boat.\n", half="One other line.\n\nA very small boat.\n")
    git(origin, "checkout", "--quiet", "main")
    commit(origin, later="A very late boat.\n")
    git(origin, "checkout", "--quiet", "-b", "pull")
    git(origin, "merge", "--quiet", "--no-ff", "--message", "Merge", "story")
    git(origin, "update-ref", "refs/pull/1/merge", "HEAD")
    git(origin, "checkout", "--quiet", "main")
    clone = repository(tmp_path / "clone")
    git(clone, "remote", "add", "origin", origin.as_uri())
    git(clone, "fetch", "--quiet", "--depth=1", "origin", "refs/pull/1/merge")
    git(clone, "checkout", "--quiet", "--detach", "FETCH_HEAD")
    return clone


ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def action(folder: Path, **given: str) -> tuple[subprocess.CompletedProcess[str], Path]:
    """Run the action's check as GitHub does; what it printed, and the folder of its files."""
    temporary = folder.parent / "runner"
    temporary.mkdir(exist_ok=True)
    step = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")
    inputs = {name: given.pop(name, str(about["default"])) for name, about in ACTION["inputs"].items()}
    named = {key: _filled(value, inputs) for key, value in step["env"].items()}
    environment = {
        **ENVIRONMENT, **named, "STYLELINT_BIN": str(BIN / "stylelint"), "RUNNER_TEMP": str(temporary),
        "GITHUB_OUTPUT": str(temporary / "output"), "GITHUB_STEP_SUMMARY": str(temporary / "summary"),
        "GITHUB_BASE_REF": "", "GITHUB_REF": "refs/heads/main", "GITHUB_WORKSPACE": str(folder),
        "GITHUB_SHA": git(folder, "rev-parse", "HEAD").strip(), **given,
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder / inputs["working-directory"], env=environment, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    return done, temporary


def _filled(value: str, inputs: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ inputs\.(\S+) \}\}", lambda match: inputs[match[1]], value)


PULL = {"GITHUB_BASE_REF": "main", "GITHUB_REF": "refs/pull/1/merge"}


def annotated(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return re.findall(r"^::\w+ file=([^,]+)", done.stdout, re.M)


def test_in_a_pull_request_the_action_tells_of_what_it_changes(content: Path) -> None:
    done, files = action(content, **PULL)
    assert (done.returncode, annotated(done)) == (1, ["new.txt"]), done.stderr
    assert "| 1:3 | error |" in (files / "summary").read_text("utf-8")
    assert not (files / "output").exists()


def test_elsewhere_the_action_tells_of_everything(content: Path) -> None:
    everything = ["half.txt", "later.txt", "new.txt", "old.txt"]
    assert annotated(action(content)[0]) == everything
    assert annotated(action(content, only="all", **PULL)[0]) == everything


def test_the_branch_itself_may_be_checked_out(content: Path) -> None:
    git(content, "fetch", "--quiet", "--unshallow", "origin", "+refs/heads/*:refs/remotes/origin/*")
    git(content, "checkout", "--quiet", "--detach", "origin/story")
    done, _ = action(content, **PULL, GITHUB_SHA="0" * 40)
    assert annotated(done) == ["new.txt"]


def test_inputs_of_the_action(content: Path) -> None:
    (content / "two words").mkdir()
    desk(content / "two words", a="A very old boat.\n")
    given = {
        "working-directory": "two words",
        "paths": "a.txt\n",
        "args": "--exit-zero\n--quiet\n",
        "sarif": "true",
    }
    done, files = action(content, summary="false", **given)
    assert (done.returncode, annotated(done)) == (0, ["two words/a.txt"])
    assert not (files / "summary").exists()
    name = (files / "output").read_text("utf-8").removeprefix("sarif-file=").strip()
    report = json.loads(Path(name).read_text("utf-8"))
    location = report["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "two%20words/a.txt"


def test_inputs_are_no_commands(content: Path) -> None:
    done, _ = action(content, args="$(touch pwned)\n; touch pwned\n`touch pwned`")
    assert done.returncode == 2
    assert not (content / "pwned").exists()


def test_the_template_of_gitlab(content: Path) -> None:
    job: dict[str, Any] = yaml.safe_load((ROOT / "templates/gitlab.yml").read_text("utf-8"))["stylelint"]
    git(content, "fetch", "--quiet", "--unshallow", "origin", "refs/pull/1/merge")
    (script,) = job["script"]
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script.replace("/tmp/stylelint/bin", str(BIN))],
        cwd=content, capture_output=True, encoding="utf-8", check=False,
        env={
            **ENVIRONMENT, "PATH": os.environ["PATH"], **job["variables"], "CI_PROJECT_DIR": str(content),
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(content, "rev-parse", "HEAD^1").strip(),
        },
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    issues = json.loads((content / reports["codequality"]).read_text("utf-8"))
    assert [issue["location"]["path"] for issue in issues] == ["new.txt"]
    assert (content / reports["junit"]).exists() and (content / job["artifacts"]["paths"][0]).exists()
