"""Views: the texts in data files."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint.compat.vale.loading import read
from stylelint.compat.vale.queries import compiled, select
from stylelint.errors import UserError
from stylelint.rulebook import nodes
from tests.compat.vale.styles import Desk

DATA = """\
info: {title: One, count: 3}
"odd name": Two
boats:
  - {name: cog, text: Three, tags: [a, b]}
  - {name: dory, parts: [{text: Four}]}
"""


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("info.title", ["One"]),
        (".info.title", ["One"]),
        ('"odd name"', ["Two"]),
        ("boats.all().name", ["cog", "dory"]),
        ("boats.map(name)", ["cog", "dory"]),
        ("boats[1].name", ["dory"]),
        ("boats.[0].tags.all()", ["a", "b"]),
        ("boats.index(0).tags.last()", ["b"]),
        ("boats.first().name", ["cog"]),
        ('search(has("text")).map(text)', ["Three", "Four"]),
        ("boats.search(has(text)).text", ["Three", "Four"]),
        ('boats.filter(has("tags")).map(name)', ["cog"]),
        ("nothing.there", []),
        ("boats.all().parts?.all().text", ["Four"]),
    ],
)
def test_selectors(expression: str, expected: list[str]) -> None:
    found = select(compiled(expression), nodes.parse(DATA.encode(), "x"))
    assert [node.value for node in found] == expected


@pytest.mark.parametrize("expression", ["", "a.sum()", "all(", "a[b]", "a + b", "a)"])
def test_no_selectors(expression: str) -> None:
    with pytest.raises(ValueError, match=r"known here|closed"):
        compiled(expression)


VIEW = """\
engine: dasel
scopes:
  - name: title
    expr: info.title
  - expr: boats.all().text
    type: md
"""
YAML = """\
info:
  title: A cog
  cog: cog
boats:
  - text: |
      A `cog` and
      a **cog**.
  - text: >
      Folded, a
      cog.
  - text: 7
"""
TOML = """\
day = 2024-01-01
info.note = "A cog"
info.title = "The cog"

[[boats]]
text = '''
Small,
a cog
The cog, `cog`'''

[[boats]]
text = "One cog"
"""
JSON = '{\n\t"info": {"title": "A \\"cog\\""},\n\t"boats": [{"text": "é\\n\\n# cog"}, {"text": null}]\n}\n'


@pytest.mark.parametrize(
    ("scope", "name", "text", "expected"),
    [
        ("text", "a.yml", YAML, [(2, 12), (7, 11), (10, 7)]),
        ("title", "a.yaml", YAML, [(2, 12)]),
        ("title.yaml", "a.yaml", YAML, [(2, 12)]),
        ("code", "a.yml", YAML, [(6, 10)]),
        ("heading", "a.json", JSON, [(3, 29)]),
        ("text", "a.json", JSON, [(2, 25), (3, 29)]),
        ("text", "a.toml", TOML, [(3, 19), (8, 3), (9, 5), (12, 13)]),
        ("title", "a.toml", TOML, [(3, 19)]),
        ("code", "a.toml", TOML, [(9, 11)]),
        ("text", "a.toml", TOML.replace("\n", "\r\n"), [(3, 19), (8, 3), (9, 5), (12, 13)]),
    ],
)
def test_values(tmp_path: Path, scope: str, name: str, text: str, expected: list[tuple[int, int]]) -> None:
    rule = f"extends: existence\nmessage: x\nscope: {scope}\ntokens: [cog]\n"
    sections = "[*.{json,yml,yaml,toml}]\nBasedOnStyles = House\nView = Boats"
    desk = Desk(tmp_path, {"Rule": rule}, sections=sections)
    desk.write("styles/config/views/Boats.yml", VIEW)
    assert [(d.line, d.column) for d in desk.lint(text, name)] == expected


SAME = r"""# "a cog"
"a cog" = "say \"a cog\" now"
b = ["a cog", 'a cog', "\u0061 cog"]
"c" . d = '''
a cog'''
e = '''a cog '''''
f = 'a cog'
"""


def test_texts_of_toml_that_are_alike(tmp_path: Path) -> None:
    desk = Desk(
        tmp_path,
        {"Rule": "extends: existence\nmessage: x\ntokens: [cog]\n"},
        sections="[*.toml]\nBasedOnStyles = House\nView = Boats",
    )
    desk.write(
        "styles/config/views/Boats.yml", "engine: dasel\nscopes: [{expr: f}, {expr: b.all()}, {expr: c.d}]\n"
    )
    expected = [(3, 9), (3, 18), (3, 25), (5, 3), (7, 8)]
    assert [(d.line, d.column) for d in desk.lint(SAME, "a.toml")] == expected


@pytest.mark.parametrize(
    ("view", "message"),
    [
        (None, "there is no view “Boats”"),
        ("engine: dasel\n", "needs “engine” and “scopes”"),
        ("engine: xpath\nscopes: []\n", "no engine “xpath”"),
        ("engine: dasel\nscopes: [{name: a}]\n", "needs “expr”"),
        ("engine: textfsm\nscopes: [{expr: A}]\n", "needs “template”"),
        ("engine: dasel\nscopes: [{expr: 'a.sum()'}]\n", "the function “sum” is not known here"),
    ],
)
def test_mistakes(tmp_path: Path, view: str | None, message: str) -> None:
    desk = Desk(tmp_path, {}, sections="[*.yml]\nView = Boats")
    if view:
        desk.write("styles/config/views/Boats.yml", view)
    with pytest.raises(UserError, match=message):
        read(desk.folder / ".vale.ini")


def test_other_engines_are_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path, {}, sections="[*.py]\nView = Boats")
    desk.write("styles/config/views/Boats.yml", "engine: tree-sitter\nscopes: [{expr: (comment)}]\n")
    assert read(desk.folder / ".vale.ini").not_run == ("View = Boats: views by tree-sitter are not read",)


def test_toml_that_is_none(tmp_path: Path) -> None:
    desk = Desk(tmp_path, {"Rule": "extends: existence\nmessage: x\ntokens: [cog]\n"})
    desk.write(".vale.ini", "StylesPath = styles\n[*.toml]\nBasedOnStyles = House\nView = Boats\n")
    desk.write("styles/config/views/Boats.yml", VIEW)
    with pytest.raises(UserError, match=r"a\.toml: not TOML: "):
        desk.lint("a =\n", "a.toml")
