"""The nearest configuration is found, and every mistake in it has its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint.config import Config, Named
from stylelint.config.nearest import Nearest, nearest
from stylelint.config.parse import KEYS, read
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
    assert config.ignore == (Named("a/b", "stylelint.yml", 3, 10, str(tmp_path)),)
    assert names(config.exclude) == ["old/*", "no"]
    assert config.fail_on == "error"
    assert config.base == str(tmp_path)
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
    assert config.rulebooks == (Named("house.yml", "pyproject.toml", 2, 14, str(tmp_path)),)
    assert (names(config.exclude), config.fail_on) == (["a"], "suggestion")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("[tool.stylelint\n", "pyproject.toml:1:16: not TOML: Expected ']'"),
        ("[tool.stylelint]\nselect = [1", "pyproject.toml:2:12: not TOML: "),
        (
            '[tool.stylelint]\nselct = ["a"]\n',
            "pyproject.toml:2:1: a configuration has no key “selct”",
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
    assert nearest(inner).base == str(tmp_path / "drafts")
    assert nearest(tmp_path).path == "stylelint.yml"


def test_what_lies_beside_a_draft_says_nothing_of_the_folders_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, other = tmp_path / "here", tmp_path / "other" / "deep"
    here.mkdir()
    other.mkdir(parents=True)
    (tmp_path / "other" / "stylelint.yml").write_text("exclude: ['*.md']\n", "utf-8")
    monkeypatch.chdir(here)
    assert Nearest(Config()).choice("../other/deep/a.md", {"a.md"}).leaves_out("../other/deep/a.md")


def test_no_file_is_looked_for_where_none_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("seen", "unseen"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "stylelint.yml").write_text("exclude: [a.md]\n", "utf-8")
    near = Nearest(Config())
    assert near.choice("seen/a.md", {"a.md", "stylelint.yml"}).leaves_out("seen/a.md")
    assert not near.choice("unseen/a.md", {"a.md"}).leaves_out("unseen/a.md")
    assert Nearest(Config()).choice("unseen/a.md").leaves_out("unseen/a.md")


def test_a_project_without_our_table_is_passed_by(tmp_path: Path) -> None:
    inner = tmp_path / "site"
    inner.mkdir()
    (inner / "pyproject.toml").write_text(
        "# no [tool.stylelint]\n[tool.stylelint-other]\nx = 'tool.stylelint'\n"
    )
    (tmp_path / "pyproject.toml").write_text('[tool.stylelint]\nfail-on = "error"\n')
    assert nearest(inner).fail_on == "error"


def test_a_missing_configuration_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"^nope.yml: cannot read the configuration: No such file"):
        read(tmp_path / "nope.yml", "nope.yml")


def test_every_key_is_in_the_table() -> None:
    fields = {"rulebooks", "select", "ignore", "exclude", "fail-on"}
    fields |= {"max-warnings", "budgets", "fix", "require-reasons", "formats", "skip", "roles"}
    fields |= {"extends", "include", "paths"}
    assert set(KEYS) == fields


def extending(folder: Path, **files: str) -> Config:
    """`a__b` is `a/b.yml`; the last is read."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return read(path, path.name)


def test_what_extends_takes_the_place_of_what_it_extends_or_adds_to_it(tmp_path: Path) -> None:
    config = extending(
        tmp_path,
        house="rulebooks: [house.yml]\nignore: [titles]\nexclude: [old]\nfail-on: error\nselect: [a]\n"
        "fix: {a: safe, b: none}\nbudgets: {a: 1}\nmax-warnings: 3\nformats: {'*.x': text}\n",
        desks__sport="extends: ../house.yml\nignore: [slips, titles]\nexclude: [live]\nselect: [b]\n"
        "fix: {a: unsafe}\nbudgets: {b: 2}\nformats: {'*.x': markdown}\n",
    )
    root, sport = str(tmp_path), str(tmp_path / "desks")
    assert [(n.name, n.base) for n in config.rulebooks] == [("house.yml", root)]
    assert names(config.select) == ["b"]
    assert [(n.name, n.base) for n in config.ignore] == [
        ("titles", root),
        ("slips", sport),
    ]
    assert [(n.name, n.base) for n in config.exclude] == [("old", root), ("live", sport)]
    assert (config.fail_on, config.max_warnings) == ("error", 3)
    assert {named.name: how for named, how in config.fix} == {"a": "unsafe", "b": "none"}
    assert {named.name: limit for named, limit in config.budgets} == {"a": 1, "b": 2}
    assert config.reading.formats[0] == ("*.x", "markdown")
    assert config.base == str(tmp_path / "desks")
    assert {named.name: named.place for named in config.said}["fail-on"].endswith("house.yml:4:1")


def test_of_several_that_are_extended_the_later_wins(tmp_path: Path) -> None:
    config = extending(
        tmp_path, a="fail-on: error\n", b="fail-on: suggestion\n", c="extends: [a.yml, b.yml]\n"
    )
    assert config.fail_on == "suggestion"


@pytest.mark.parametrize(
    ("files", "error"),
    [
        ({"a": "extends: b.yml\n"}, "a.yml:1:10: no configuration “b.yml”: there is no such file from "),
        ({"a": "extends: .\n"}, "a.yml:1:10: no configuration “.”"),
        ({"b": "extends: a.yml\n", "a": "extends: b.yml\n"}, ": configurations extend each other in a"),
        ({"a": "extends: a.yml\n"}, "a.yml:1:10: configurations extend each other in a circle: "),
        ({"b": "fail-on: bad\n", "a": "extends: b.yml\n"}, "b.yml:1:10: no level “bad”"),
        ({"a": "paths: [b]\n"}, "a.yml:1:8: expected “paths” (keys and values), not a list"),
        ({"a": "paths: {b: {selct: [x]}}\n"}, "a.yml:1:13: “b” in “paths” has no key “selct”; did you mean"),
        (
            {"a": "paths:\n  b/**:\n    budgets: {}\n"},
            "a.yml:3:5: “budgets” is for all drafts; it cannot stand under “paths”",
        ),
    ],
)  # fmt: skip
def test_a_mistake_in_what_is_extended_or_for_some_drafts(
    tmp_path: Path, files: dict[str, str], error: str
) -> None:
    with pytest.raises(UserError) as raised:
        extending(tmp_path, **files)
    assert error in str(raised.value)


def test_what_holds_for_some_of_the_drafts(tmp_path: Path) -> None:
    config = extending(
        tmp_path,
        a="ignore: [titles]\npaths:\n  opinion/**: {ignore: [slips], fail-on: error}\n"
        "  '*.md': {select: [x]}\n  opinion/old: {fail-on: suggestion, rulebooks: [old.yml]}\n",
    )

    def at(path: str) -> Config:
        return config.at(config.matching(str(tmp_path / path)))

    assert at("news/a.txt") is config
    assert (names(at("opinion/a.txt").ignore), at("opinion/a.txt").fail_on) == (["titles", "slips"], "error")
    assert names(at("opinion/a.md").select) == ["x"]
    assert at("opinion/old/a.txt").fail_on == "suggestion"
    assert names(at("opinion/old/a.txt").rulebooks) == ["old.yml"]
    assert at("opinion/old/a.txt").base == str(tmp_path)


TOML = """\
[project]
name = "select"

[tool.stylelint]
ignore = [
    "titles",  # slips
    'slips',
]
max-warnings = 3

[tool.stylelint.paths."opinion/**"]
ignore = ["quotes"]
fail-on = "eror"
"""


def test_places_in_toml_are_exact(tmp_path: Path) -> None:
    config = configured(tmp_path, TOML.replace("eror", "error"), "pyproject.toml")
    assert [named.place for named in config.ignore] == ["pyproject.toml:6:5", "pyproject.toml:7:5"]
    assert {n.name: n.place for n in config.said} == {
        "ignore": "pyproject.toml:5:1", "max-warnings": "pyproject.toml:9:1", "paths": "pyproject.toml:11:17",
    }  # fmt: skip
    assert config.paths[0].glob.place == "pyproject.toml:11:24"
    with pytest.raises(UserError, match=r"^pyproject.toml:13:11: no level “eror”; did you mean “error”\?$"):
        configured(tmp_path, TOML, "pyproject.toml")
