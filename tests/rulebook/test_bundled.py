"""The rulebooks that come with stylelint."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from stylelint.rulebook import bundled, load
from stylelint.rulebook.schema import schema

FILES = sorted((Path(__file__).parents[2] / "rules").glob("*.yml"))


def test_they_are_found_by_name() -> None:
    assert bundled.names() == tuple(path.stem for path in FILES)
    assert "newsroom" in bundled.names()
    assert bundled.find("newsroom") == FILES[[path.stem for path in FILES].index("newsroom")]


@pytest.mark.parametrize("name", ["", "nowhere", "../pyproject", "newsroom.yml", "news room", "."])
def test_what_is_not_bundled_is_not_found(name: str) -> None:
    assert bundled.find(name) is None


def test_a_wheel_has_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "stylelint/rules"
    inside.mkdir(parents=True)
    (inside / "newsroom.yml").touch()
    monkeypatch.setattr(bundled, "__file__", str(tmp_path / "stylelint/rulebook/bundled.py"))
    assert bundled.folder.__wrapped__() == inside


def test_a_folder_of_rules_that_is_not_ours_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rules").mkdir()
    monkeypatch.setattr(bundled, "__file__", str(tmp_path / "stylelint/rulebook/bundled.py"))
    assert bundled.folder.__wrapped__() is None


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_each_loads_and_its_rules_carry_its_name(path: Path) -> None:
    for rule in load([path.stem]).rules:
        assert rule.file in {f"rules/{one.name}" for one in FILES}


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_the_checks_have_nothing_against_their_options(path: Path) -> None:
    # By its name a bundled rulebook is trusted; by its path every option is asked about.
    by_path = load([str(path)])
    assert [rule.id for rule in by_path.rules] == [rule.id for rule in load([path.stem]).rules]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_each_is_valid_for_an_editor(path: Path) -> None:
    data = yaml.safe_load(path.read_text("utf-8"))
    jsonschema.Draft202012Validator(schema()).validate(plain(data))


def plain(data: Any) -> Any:
    """JSON has no dates."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(value) for value in data]
    return data if isinstance(data, (str, int, float, bool)) else str(data)
