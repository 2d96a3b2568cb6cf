"""A real git repository that a test can write into."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
    **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"), "sub@desk.example"),
    **dict.fromkeys(("GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"), "sub@desk.example"),
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
}


def git(folder: Path, *command: str) -> str:
    """Run git, which must succeed."""
    done = subprocess.run(
        ["git", *command], cwd=folder, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def repository(folder: Path) -> Path:
    """Make an empty repository whose branch is `main`."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    return folder


def commit(folder: Path, **drafts: str) -> str:
    """Write drafts (`a` is `a.txt`), commit everything and return the commit."""
    for name, text in drafts.items():
        (folder / f"{name}.txt").write_bytes(text.encode())
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Copy")
    return git(folder, "rev-parse", "HEAD").strip()
