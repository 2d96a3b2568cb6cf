"""The nearest configuration is found, and every mistake in it has its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint.config import KEYS, Config, Named, nearest, read
from stylelint.errors import UserError


def names(found: tuple[Named, ...]) -> list[str]:
    return [named.name for named in found]


def configured(folder: Path, text: str, name: str = "stylelint.yml") -> Config:
    (folder / name).write_text(text, "utf-8")
    return read(folder / name, name)


def test_every_key_is_read(tmp_path: Path) -> None:
    text = "rulebooks: [newsroom, house.yml]\nselect: captions\nignore: [a/b]\n"
    text += "exclude: ['old/*', no]\nfail-on: error\n"
    config = configured(tmp_path, text)
    assert names(config.rulebooks) == ["newsroom", "house.yml"]
    assert names(config.select) == ["captions"]
    assert config.ignore == (Named("a/b", "stylelint.yml", 3, 10),)
    assert config.exclude == ("old/*", "no")
    assert config.fail_on == "error"
    assert config.base == tmp_path
    assert (config.max_warnings, config.budgets, config.fix, config.require_reasons) == (None, (), (), False)


@pytest.mark.parametrize("name", ["stylelint.yml", "pyproject.toml"])
def test_what_is_allowed_and_what_is_mended(tmp_path: Path, name: str) -> None:
    text = 'max-warnings: 10\nbudgets: {furniture: 0, "archive/**": 20}\n'
    text += "fix: {titles: none}\nrequire-reasons: true\n"
    if name.endswith("toml"):
        text = "[tool.stylelint]\nmax-warnings = 10\nrequire-reasons = true\n"
        text += "budgets = {furniture = 0, 'archive/**' = 20}\nfix = {titles = 'none'}\n"
    config = configured(tmp_path, text, name)
    assert [(named.name, limit) for named, limit in config.budgets] == [("furniture", 0), ("archive/**", 20)]
    assert [(named.name, how) for named, how in config.fix] == [("titles", "none")]
    assert (config.max_warnings, config.require_reasons) == (10, True)


@pytest.mark.parametrize("text", ["", "# nothing\n\n  # yet\n"])
def test_an_empty_file_is_the_default(tmp_path: Path, text: str) -> None:
    config = configured(tmp_path, text)
    assert names(config.rulebooks) == ["newsroom"]
    assert (config.select, config.ignore, config.exclude, config.fail_on) == ((), (), (), "warning")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("ignored: [a]\n", "stylelint.yml:1:1: a configuration has no key “ignored”; did you mean “ignore”?"),
        (
            "select: [a]\nselect: [b]\n",
            "stylelint.yml:2:1: “select” is given twice, first in line 1; leave one",
        ),
        ("fail-on: eror\n", "stylelint.yml:1:10: no level “eror”; did you mean “error”?"),
        ("select:\n  - {a: b}\n", "stylelint.yml:2:5: expected a word in “select”, not a mapping"),
        ("rulebooks: []\n", "stylelint.yml:1:12: no rulebook; name one, or leave the key out for “newsroom”"),
        ("- a\n", "stylelint.yml:1:1: expected a configuration (keys and values), not a list"),
        ("select: [a\n", "stylelint.yml:1:9: not YAML"),
        ("max-warnings: -1\n", "stylelint.yml:1:15: “-1” is no number; write 0 or more"),
        ("budgets: [a]\n", "stylelint.yml:1:10: expected “budgets” (keys and values), not a list"),
        ("budgets: {a: b}\n", "stylelint.yml:1:14: “b” is no number"),
        ("fix: {a: save}\n", "stylelint.yml:1:10: “save” cannot stand here; did you mean “safe”?"),
        ("require-reasons: maybe\n", "stylelint.yml:1:18: “maybe” cannot stand here"),
        ("exclude: !!python/name:os.system x\n", "stylelint.yml:1:10: tags"),
    ],
)
def test_a_mistake_has_its_place(tmp_path: Path, text: str, error: str) -> None:
    with pytest.raises(UserError) as raised:
        configured(tmp_path, text)
    assert str(raised.value).startswith(error)
    assert "\n" not in str(raised.value)


def test_toml_says_the_same_as_yaml(tmp_path: Path) -> None:
    text = '[tool.stylelint]\nrulebooks = ["house.yml"]\nexclude = ["a"]\nfail-on = "suggestion"\n'
    config = configured(tmp_path, text, "pyproject.toml")
    assert names(config.rulebooks) == ["house.yml"]
    assert config.rulebooks == (Named("house.yml", "pyproject.toml"),)
    assert (config.exclude, config.fail_on) == (("a",), "suggestion")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("[tool.stylelint\n", "pyproject.toml: not TOML: "),
        (
            '[tool.stylelint]\nselct = ["a"]\n',
            "pyproject.toml: [tool.stylelint]: a configuration has no key “selct”",
        ),
    ],
)
def test_a_mistake_in_toml_names_the_file(tmp_path: Path, text: str, error: str) -> None:
    with pytest.raises(UserError) as raised:
        configured(tmp_path, text, "pyproject.toml")
    assert str(raised.value).startswith(error)


def test_nearest_goes_upward_and_stops_at_the_first(tmp_path: Path) -> None:
    inner = tmp_path / "drafts" / "may"
    inner.mkdir(parents=True)
    (tmp_path / "stylelint.yml").write_text("fail-on: error\n")
    assert nearest(inner).fail_on == "error"
    (tmp_path / "drafts" / ".stylelint.yml").write_text("fail-on: suggestion\n")
    assert nearest(inner).fail_on == "suggestion"
    assert nearest(inner).base == tmp_path / "drafts"
    assert nearest(tmp_path).path == "stylelint.yml"


def test_a_project_without_our_table_is_passed_by(tmp_path: Path) -> None:
    inner = tmp_path / "site"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    (tmp_path / "pyproject.toml").write_text('[tool.stylelint]\nfail-on = "error"\n')
    assert nearest(inner).fail_on == "error"


def test_a_missing_configuration_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"^nope.yml: cannot read the configuration: No such file"):
        read(tmp_path / "nope.yml", "nope.yml")


def test_every_key_is_in_the_table() -> None:
    fields = {"rulebooks", "select", "ignore", "exclude", "fail-on"}
    fields |= {"max-warnings", "budgets", "fix", "require-reasons", "formats", "skip", "roles"}
    assert set(KEYS) == fields
