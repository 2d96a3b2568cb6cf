"""What several test modules share."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings

from stylelint.engine import Linter
from stylelint.rulebook import load

ROOT = Path(__file__).resolve().parent.parent


# CI judges a change by the same examples each time; by hand every run tries new ones.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

# What a user has set for Vale must not lie under the configurations of tests; a browser writes there, too.
_NO_SETTINGS = TemporaryDirectory()
os.environ |= dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME"), _NO_SETTINGS.name)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write golden files anew instead of comparing")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep runs of the program, in this process and in others, away from the user's cache."""
    os.environ["STYLELINT_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--update"))


@cache
def newsroom() -> Linter:
    """The default rulebook, ready to lint."""
    return Linter(load(["newsroom"]))
