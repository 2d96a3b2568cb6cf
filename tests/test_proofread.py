"""A rulebook read against itself: what is told, with which words, and what is none of its business."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from stylelint.checks.banned import Banned
from stylelint.patterns import Pattern
from stylelint.proofread import proofread
from stylelint.proofread.expressions import never
from stylelint.rulebook import load, loads
from stylelint.rulebook.bundled import names
from stylelint.text import fold
from tests.cli.desk import stylelint


def told(rules: str) -> list[str]:
    """Return what is wrong with the rules `a`, `b` … of a rulebook, without its file."""
    text = "rules:\n" + rules.replace("{check:", "{message: m, check:")
    return [
        str(problem).removeprefix("house.yml:") for problem in proofread(loads(text.encode(), "house.yml"))
    ]


PAIRS = [
    # One word, two pieces of advice.
    ("a: {check: preferred, words: {utilise: use}}", "b: {check: preferred, words: {utilise: apply}}",
     ["2: house/a: wants “use” for “utilise”, but house/b wants “apply” for “utilise”"]),
    ("a: {check: preferred, words: {utilise: use}}", "b: {check: preferred, words: {Utilise: use}}",
     ["2: house/a: “utilise” is in house/b too"]),
    ("a: {check: banned, words: [very]}", "b: {check: preferred, words: {very: quite}}",
     ["2: house/a: bans “very”, but house/b wants “quite” for “very”"]),
    ("a: {check: banned, words: [very]}", "b: {check: banned, words: [very, really]}",
     ["2: house/a: “very” is in house/b too"]),
    ("a: {check: banned, words: [it’s]}", "b: {check: banned, words: ['it''s']}",
     ["2: house/a: “it’s” is in house/b too"]),
    ("a: {check: consistent, groups: [[judgment, judgement]]}",
     "b: {check: consistent, groups: [[judgement, judgment]]}", ["2: house/a: “judgment” is in house/b too"]),
    # Round in a circle.
    ("a: {check: preferred, words: {adviser: advisor}}", "b: {check: preferred, words: {advisor: adviser}}",
     ["2: house/a: wants “advisor” for “adviser”, but house/b wants “adviser” for “advisor”"]),
    ("a: {check: preferred, words: {Internet: internet}}", 
     "b: {check: preferred, words: {internet: Internet}}",
     ["2: house/a: wants “internet” for “Internet”, but house/b wants “Internet” for “internet”"]),
    ("a: {check: preferred, words: {adviser: advisor}}",
     "b: {check: consistent, groups: [[adviser, advisor]], prefer: [adviser]}",
     ["2: house/a: wants “advisor” for “adviser”, but house/b wants “adviser” for “advisor”"]),
    ("a: {check: preferred, words: {adviser: advisor}}",
     "b: {check: consistent, groups: [[adviser, advisor]]}", []),
    ("a: {check: consistent, groups: [[adviser, advisor]], prefer: [advisor]}",
     "b: {check: consistent, groups: [[adviser, advisor]], prefer: [adviser]}",
     ["2: house/a: wants “advisor” for “adviser”, but house/b wants “adviser” for “advisor”"]),
    ("a: {check: spelled-out, words: {WHO: World Health Organization}}",
     "b: {check: preferred, words: {World Health Organization: WHO}}",
     ["2: house/a: wants “World Health Organization” for “WHO”, but "
      "house/b wants “WHO” for “World Health Organization”"]),
    ("a: {check: preferred, words: {lorry: truck, car: auto}}",
     "b: {check: preferred, words: {truck: HGV, HGV: lorry}}",
     ["2: house/a: wants “truck” for “lorry”, but house/b wants “HGV” for “truck”, "
      "house/b wants “lorry” for “HGV”"]),
    # A cure that another rule finds.
    ("a: {check: preferred, words: {utilise: make use of}}", "b: {check: banned, words: [use of]}",
     ["2: house/a: house/b finds “use of” in its cure"]),
    ("a: {check: preferred, words: {utilise: use}}", "b: {check: preferred, words: {use: employ}}",
     ["2: house/a: house/b finds “use” in its cure"]),
    ("a: {check: preferred, words: {utilise: use | very}}", "b: {check: banned, words: [very]}",
     ["2: house/a: house/b finds “very” in its cure"]),
    ("a: {check: preferred, words: {Xmas: Christmas}, scope: [headline]}",
     "b: {check: pattern, pattern: Christmas, scope: [headline]}",
     ["2: house/a: house/b finds “Christmas” in its cure"]),
    ("a: {check: preferred, words: {gonna: going to}, quotes: only}",
     "b: {check: banned, words: [going], quotes: only}", ["2: house/a: house/b finds “going” in its cure"]),
    ("a: {check: banned, words: [very], remove: true, examples: [{bad: A very b., good: A b.}]}",
     "b: {check: pattern, pattern: A b}", ["2: house/a: house/b finds “A b” in its cure"]),
    ("a: {check: title, office: x, forms: [Sub Head, Sub-Head], house: [{of: [Zed], write: Sub Head}]}",
     "b: {check: title, office: y, forms: [Sub-Head, Sub Head], house: [{of: [Zed], write: Sub-Head}]}",
     ["2: house/a: writes Zed's “Sub Head”, but house/b “Sub-Head”"]),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "expected"), PAIRS)
def test_two_rules_that_do_not_go_together(one: str, two: str, expected: list[str]) -> None:
    assert told(f"  {one}\n  {two}\n") == expected


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("{check: preferred, words: {utilise: use}}", "{check: preferred, words: {utilisation: use}}"),
        ("{check: banned, words: [very], scope: [headline]}",
         "{check: banned, words: [very], scope: [caption]}"),
        ("{check: banned, words: [very], quotes: skip}", "{check: banned, words: [very], quotes: only}"),
        ("{check: banned, words: [very], paths: [uk/*]}", "{check: banned, words: [very], paths: [us/*]}"),
        ("{check: banned, words: [very], until: 2001-01-01}",
         "{check: banned, words: [very], from: 2001-01-02}"),
        ("{check: preferred, words: {a b: b a}, until: 2001-01-01}",
         "{check: preferred, words: {b a: a b}, from: 2001-01-02}"),
        ("{check: preferred, words: {adviser: advisor}}",
         "{check: preferred, words: {advisor: adviser}, level: off}"),
        ("{check: preferred, words: {adviser: advisor}}",
         "{check: consistent, groups: [[adviser, advisor]], prefer: [advisor]}"),
        ("{check: preferred, words: {utilise: use}}", "{check: banned, words: [use], level: suggestion}"),
        ("{check: preferred, words: {utilise: use}}", "{check: pattern, pattern: They wrote}"),
        ("{check: preferred, words: {utilise: use}}", "{check: pattern, pattern: there}"),
        ("{check: banned, words: [US], case: true}", "{check: banned, words: [us], case: true}"),
        ("{check: preferred, words: {Internet: internet}}",
         "{check: banned, words: [Internet], case: true, level: off}"),
        ("{check: spelled-out, words: {UN: United Nations}}", "{check: preferred, words: {UN: U.N.}}"),
        ("{check: banned, words: [very], remove: true, examples: [{bad: A very b c., good: A b c.}]}",
         "{check: pattern, pattern: c}"),
        ("{check: banned, words: [very], remove: true, examples: [{bad: A very b., good: A b.}]}",
         "{check: pattern, pattern: A .*}"),
        ("{check: pattern, pattern: '(the)(sea)', replace: '$1 $2', "
         "examples: [{bad: On thesea., good: On the sea.}]}", "{check: banned, words: [sea]}"),
    ],
)  # fmt: skip
def test_two_rules_that_go_together(one: str, two: str) -> None:
    assert told(f"  a: {one}\n  b: {two}\n") == []


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("banned, words: [very, Very]", ["“very” and “Very” are the same word"]),
        ("banned, words: [it’s, 'it''s']", ["“it’s” and “it's” are the same word"]),
        ("banned, words: [very, Very], case: true", []),
        ("preferred, words: {lorry: HGV, HGV: truck}", ["finds “HGV” in its own cure"]),
        ("preferred, words: {use: make use of}", ["finds “use” in its own cure"]),
        ("preferred, words: {colour: color, colours: colors}", []),
        ("pattern, pattern: colou?r, replace: colour, examples: [{bad: The color., good: The colour.}]",
         ["finds “colour” in its own cure"]),
        ("pattern, pattern: color, replace: colour, examples: [{bad: The color., good: The colour.}]", []),
        ("pattern, pattern: [a b, a c, a b]", ["pattern: “a b” is there twice"]),
        ("pattern, pattern: don’t",
         ["pattern: “don’t” can never match: rules never see “’”; write “'”"]),
        ("pattern, pattern: ten, only-after: \"“\"",
         ["only-after: ““” can never match: rules never see ““”; write “\"”"]),
        ("pattern, pattern: ten, except: [t, .*]",
         ["except: “.*” matches everything, so the rule finds nothing"]),
        ("pattern, pattern: ten, unless-after: 'x*'",
         ["unless-after: “x*” matches everything, so the rule finds nothing"]),
        ("pattern, pattern: ten, unless-after: .", []),
        ("furniture, lines: ['read{any}’s page']",
         ["lines: “read[^\\n]*’s page” can never match: rules never see “’”; write “'”"]),
        ("furniture, lines: ['read {name}', 'see {url}'], unless: ['.']",
         ["unless: “.” matches everything, so the rule finds nothing"]),
        ("furniture, lines: [read on], unless: ['x*', '[^a]']", []),
        ("consistent, regex: true, groups: [[a’b, ab]]",
         ["groups: “a’b” can never match: rules never see “’”; write “'”"]),
        ("title, office: x, forms: [Sub Head, Sub-head, sub head]", ["forms: “sub head” is there twice"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("more", ["", ", level: off"], ids=["in force", "off"])
def test_what_is_wrong_with_one_rule(check: str, expected: list[str], more: str) -> None:
    assert told(f"  a: {{check: {check}{more}}}\n") == [f"2: house/a: {fault}" for fault in expected]


@pytest.mark.parametrize(
    ("expression", "alive"),
    [
        ("don't", True), ("don’t|don't", True), ("very|don’t", False), ("[’']s", True), ("[’]s", False),
        ("(?:a|’)b", True), ("(?:’|”)b", False), ("’?b", True), ("’*b", True), ("’{0,2}b", True),
        ("’+b", False),
        (r"\x{2019}", False), (r"\xa0", False), (r"\t", False), (r"\s", True), (r"a\nb", False),
        (r"[^\n]", True),
        ("\\Qa’\\E", False), ("(?i)don’t", False), (r"\pL\p{Nd}", True), ("[\U0001f600-\U0001f64f]", True),
        (r"\x1a", True), ("‑", False), ("–", True),
        ("^a$", True), ("a^b", False), ("a?^b", True), ("a$b", False), ("a$b?", True), (r"\Aa\z", True),
        ("(?:^|x)b", True), ("x(?:^|b)", True), ("x(?:^a|^b)", False), ("(x|y)^", False), (r"a\z|b", True),
        (r"a\b,", True), (r"a\bb", False), (r"é\b,", False), (r"é\bs", True), (r"a+\b b", True),
        (r"\w\b.", True),
    ],
)  # fmt: skip
def test_what_can_never_match(expression: str, alive: bool) -> None:
    assert any(never(expression)) != alive


@given(
    st.from_regex(r"[ab^$'’ ]{1,4}([?*|][ab^$'’ ]{1,3}){0,3}", fullmatch=True), st.text("ab' ’", max_size=8)
)
def test_what_is_told_never_to_match_never_does(expression: str, text: str) -> None:
    try:
        found = Pattern(f"(?:{expression})").in_text(fold(text))
        if "|" not in expression and any(True for _ in found):
            assert not list(never(expression))
    except ValueError:
        assume(False)


def test_what_a_house_adds_is_told_of_the_house(tmp_path: Path) -> None:
    base = "rules:\n  a: {check: preferred, words: {adviser: advisor, big: bulky}, message: m}\n"
    house = """\
extends: base.yml
rules:
  z: {check: preferred, words: {advisor: adviser}, message: m}
  y: {check: banned, words: [bulky], message: m}
"""
    (tmp_path / "base.yml").write_text(base, "utf-8")
    (tmp_path / "house.yml").write_text(house, "utf-8")
    assert [(p.line, p.rule, p.message) for p in proofread(load(["house.yml"], tmp_path))] == [
        (3, "house/z", "wants “adviser” for “advisor”, but base/a wants “advisor” for “adviser”"),
        (4, "house/y", "finds “bulky” in a cure of base/a"),
    ]


def test_a_check_that_is_never_asked_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        b"rules:\n  a: {check: banned, words: [very], message: m, examples: [{bad: Very.}, {good: every}]}\n"
    )
    book = loads(text, "house.yml")
    assert list(proofread(book)) == []
    monkeypatch.setattr(Banned, "needs", lambda _: ("really",))
    assert [str(problem) for problem in proofread(book)] == [
        "house.yml:2: house/a: its needs keep the check from this, in which it finds something"
    ]


def test_nobody_is_told_of_what_proselint_makes() -> None:
    assert list(proofread(loads(b"extends: proselint", "house.yml"))) == []


@pytest.mark.parametrize("name", names())
def test_the_bundled_rulebooks_are_in_order(name: str) -> None:
    assert list(proofread(load([name]))) == []


def test_the_command_tells_each_fault_once_and_counts_it(tmp_path: Path) -> None:
    rule = "message: m, why: w, examples: [{bad: big, good: large}, {good: small}]}\n"
    (tmp_path / "a.yml").write_text(
        f"rules:\n  x: {{check: preferred, words: {{big: large}}, {rule}", "utf-8"
    )
    shown = "message: m, why: w, examples: [{bad: large}, {good: big}]}"
    more = f"rules:\n  y: {{check: banned, words: [large], {shown}\n"
    (tmp_path / "b.yml").write_text(f"extends: a.yml\n{more}", "utf-8")
    run = stylelint(tmp_path, "test", "a.yml", "b.yml", "b.yml")
    assert (run.returncode, run.stdout.splitlines()) == (
        1,
        ["b.yml:3: b/y: finds “large” in a cure of a/x", "2 rules, 4 examples: 1 problem"],
    )
