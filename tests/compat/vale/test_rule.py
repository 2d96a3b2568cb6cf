"""Rule files: what is refused, and where; rules that extend rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint.errors import UserError
from tests.compat.vale.styles import Desk


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (
            "extends: existence\nmessage: x\ntokns: [a]\n",
            "Rule.yml:3:1",
            "no key “tokns”; did you mean “tokens”?",
        ),
        (
            "extends: exist\nmessage: x\n",
            "Rule.yml:1:1",
            "no kind of rule “exist”; did you mean “existence”?",
        ),
        ("message: x\n", "Rule.yml:1:1", "the key “extends” is missing"),
        ("extends: existence\n", "Rule.yml:1:1", "the key “message” is missing"),
        (
            "extends: existence\nmessage: x\nlevel: loud\n",
            "Rule.yml:3:1",
            "must be suggestion, warning or error",
        ),
        ("extends: existence\nmessage: x\ncode: true\n", "Rule.yml:3:1", "use “scope: raw”"),
        ("extends: existence\nmessage: x\nignorecase: maybe\n", "Rule.yml:3:1", "must be true or false"),
        ("extends: occurrence\nmessage: x\nmax: many\n", "Rule.yml:3:1", "must be a number"),
        ("extends: substitution\nmessage: x\nswap: [a]\n", "", ""),
        ("extends: existence\nmessage: x\nscope: a b\n", "Rule.yml:3:1", "has a blank"),
        ("extends: existence\nmessage: x\ntokens: [a]\ntokens: [b]\n", "Rule.yml:4:1", "given twice"),
        ("extends: existence\nmessage: x\ntokens+: [a]\n", "Rule.yml:3:1", "this one extends none"),
        ("extends: existence\nmessage: x\ntokens: ['(']\n", "Rule.yml:3:11", "Rule: “(”: missing"),
        ("extends: substitution\nmessage: x\nswap:\n  a: b\n  'c[': d\n", "Rule.yml:5:4", "“c[”: "),
        ("", "Rule.yml:1:1", "the file is empty; a rule has “extends:”"),
        ("extends: House.Other\n", "Rule.yml:1:1", "there is no rule “House.Other”"),
        ("extends: Vale.Spelling\n", "Rule.yml:1:1", "one of Vale's own rules"),
        ("extends: House.Rule\n", "Rule.yml:1:1", "in a circle"),
        ("- a\n", "Rule.yml:1:1", "a rule of Vale is a mapping"),
    ],
    ids=range(19),
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, text: str, place: str, message: str) -> None:
    desk = Desk(tmp_path, {"Rule": text})
    if not message:
        assert desk.told("a") == []
        return
    with pytest.raises(UserError) as caught:
        desk.told("a ( b")
    assert place in str(caught.value) and message in str(caught.value)


@pytest.mark.parametrize("size", [60, 200])
def test_an_expression_that_hangs_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr("stylelint.compat.vale.regexes.TIMEOUT", 0.05)
    rule = "extends: existence\nmessage: x\nnonword: true\ntokens: ['(a|aa|aaa)+(?<!a)c']\n"
    with pytest.raises(UserError, match="its expression takes more than"):
        Desk(tmp_path, {"Rule": rule}).told("a" * size + "c")


BASE = "extends: existence\nmessage: \"No '%s'.\"\nlevel: error\ntokens: [cog, dory]\n"


@pytest.mark.parametrize(
    ("child", "told"),
    [
        ("level: suggestion\n", ["cog", "dory"]),
        ("tokens: [skiff]\n", ["skiff"]),
        ("tokens+: [skiff]\n", ["cog", "skiff", "dory"]),
        ("tokens-: [cog]\n", ["dory"]),
    ],
)
def test_a_rule_extends_a_rule(tmp_path: Path, child: str, told: list[str]) -> None:
    desk = Desk(tmp_path, {"Child": f"extends: House.Base\n{child}"}, sections="[*]\nHouse.Child = YES")
    desk.write("styles/House/Base.yml", BASE)
    assert desk.told("A cog, a skiff, a dory.") == told


def test_what_is_taken_out_must_be_there(tmp_path: Path) -> None:
    desk = Desk(tmp_path, {"Base": BASE, "Child": "extends: House.Base\ntokens-: [raft]\n"})
    with pytest.raises(UserError, match="has no “raft”"):
        desk.told("A cog.")
