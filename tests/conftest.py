"""What several test modules share."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from stylelint.engine import Linter
from stylelint.rulebook import load

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write golden files anew instead of comparing")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--update"))


@cache
def newsroom() -> Linter:
    """The default rulebook, ready to lint."""
    return Linter(load(["newsroom"]))
