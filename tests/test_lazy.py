"""Expressions that are compiled late behave as those that are compiled at once, and all of ours can be."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from stylelint import lazy
from tests.test_architecture import MODULES, name_of


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_expression_of_ours_compiles(path: Path) -> None:
    module = import_module(name_of(path))
    for name, value in vars(module).items():
        if isinstance(value, lazy._Regex):
            assert isinstance(re.compile(*value._given), re.Pattern), name


def test_it_does_what_re_does() -> None:
    late, early = lazy.regex(r"(?P<first>b+)a", re.IGNORECASE), re.compile(r"(?P<first>b+)a", re.IGNORECASE)
    for _ in range(2):  # compiled by the first call, known to the second
        assert late.sub("x", "BBAb") == early.sub("x", "BBAb") == "xb"
        assert [m.span() for m in late.finditer("bba ba")] == [(0, 3), (4, 6)]
        assert late.groupindex == early.groupindex


def test_it_is_compiled_when_it_is_used_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile

    def noted(pattern: str, flags: int) -> re.Pattern[str]:
        compiled.append(pattern)
        return real(pattern, flags)

    monkeypatch.setattr(re, "compile", noted)
    late = lazy.regex("a")
    assert not compiled
    assert late.search("a") and late.match("a")
    assert compiled == ["a"]
