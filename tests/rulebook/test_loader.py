"""Rulebooks on disk: what loads, what one makes of another's rules, and what each mistake is told as."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.checks.banned import Banned
from stylelint.checks.preferred import Preferred
from stylelint.errors import UserError
from stylelint.rulebook import load, loads
from stylelint.rulebook.rule import Rule, Rulebook

CLEAR = """\
rules:
  clear:
    check: banned
    words: [very, quite]
    message: "“{found}” says nothing."
    why: It is shorter without.
"""


def house(tmp_path: Path, **files: str) -> Rulebook:
    """Write files, NAME=text as NAME.yml, and load the one called `house`."""
    for name, text in files.items():
        (tmp_path / f"{name}.yml").write_text(text, "utf-8")
    return load(["house.yml"], tmp_path)


def only(rulebook: Rulebook) -> Rule:
    (rule,) = rulebook.rules
    return rule


def banned(rule: Rule) -> tuple[str, ...]:
    assert isinstance(rule.check, Banned)
    return rule.check.words


def test_a_rule_has_what_its_keys_say(tmp_path: Path) -> None:
    rule = only(
        house(
            tmp_path,
            house="""\
                chapter: words
                rules:
                  clear:
                    check: banned
                    words: [no, on, 1.10, 012, 'null', ~]
                    case: yes
                    level: error
                    message: Not “{found}”.
                    why: Why not.
                    source: The desk
                    quotes: any
                    scope: [headline, caption]
                    fix: none
                    from: 2022-09-08
                    until: 2030-01-01
                    paths: blog/*
                    examples:
                      - bad: No, no.
                        finds: [No, no]
                      - good: None.
                """,
        )
    )
    assert rule.id == "words/clear" and rule.chapter == "words"
    assert rule.check == Banned(("no", "on", "1.10", "012", "null", "~"), case=True)
    assert (rule.level, rule.quotes, rule.fix) == ("error", "any", "none")
    assert rule.scope == frozenset({"headline", "caption"})
    assert (str(rule.since), str(rule.until), rule.paths) == ("2022-09-08", "2030-01-01", ("blog/*",))
    assert [(e.text, e.bad, e.finds, e.line) for e in rule.examples] == [
        ("No, no.", True, ("No", "no"), 18),
        ("None.", False, (), 20),
    ]
    assert rule.line == 3 and rule.file.endswith("house.yml")


def test_the_stem_of_the_file_is_the_chapter(tmp_path: Path) -> None:
    assert only(house(tmp_path, house=CLEAR)).id == "house/clear"


MISTAKES = [
    (
        "",
        "1:1: the file is empty; a rulebook begins with “extends:” or “rules:”",
    ),
    (
        "# nothing\n",
        "1:1: the file is empty; a rulebook begins with “extends:” or “rules:”",
    ),
    (
        "rules",
        "1:1: expected a rulebook (keys and values), not a word",
    ),
    (
        "- a",
        "1:1: expected a rulebook (keys and values), not a list",
    ),
    (
        "rule: {}",
        "1:1: a rulebook has no key “rule”; did you mean “rules”?",
    ),
    (
        "? 'a\n\n  b'\n: c",
        "1:3: a rulebook has no key “a b”; known: chapter, extends, rules",
    ),
    (
        "rules:",
        "1:7: expected rules (keys and values), not nothing",
    ),
    (
        "rules: {}\nrules: {}",
        "2:1: “rules” is given twice, first in line 1; leave one",
    ),
    (
        "rules: {[a]: b}",
        "1:9: expected a word as key, not a list",
    ),
    (
        "rules:\n  <<: {}",
        "2:3: merge keys (“<<”) are not read; write the keys out, or use “extends”",
    ),
    (
        "rules: !!python/name:os.system {}",
        "1:8: tags (“tag:yaml.org,2002:python/name:os.system”) are not read; write the value alone",
    ),
    (
        "chapter: A B",
        "1:10: “A B” cannot be a chapter; use a-z, 0-9 and hyphens",
    ),
    (
        "rules:\n  a/b/c: off",
        "2:3: “a/b/c” cannot name a rule; use a-z, 0-9 and hyphens, as in quotes/left-open",
    ),
    (
        "rules: {x: off}",
        "1:9: no rule “house/x” to change, and a new rule needs “check”",
    ),
    (
        "rules: {x: {check: bannd}}",
        "1:20: no check “bannd”; did you mean “banned”?",
    ),
    (
        "rules: {x: {check: }}",
        "1:20: nothing stands here; expected the name of a check",
    ),
    (
        "rules: {x: {check: [a]}}",
        "1:20: expected the name of a check, not a list",
    ),
    (
        "rules: {x: {check: banned}}",
        "1:9: the check “banned” needs “words”",
    ),
    (
        "rules: {x: {check: banned, words: a}}",
        "1:9: the rule “house/x” needs “message”",
    ),
    (
        "rules: {x: {check: banned, word: a}}",
        "1:28: a rule with the check “banned” has no key “word”; did you mean “words”?",
    ),
    (
        "rules: {x: {check: banned, words: {a: b}}}",
        "1:35: expected a text, not a mapping",
    ),
    (
        "rules: {x: {check: banned, words: [a, [b]]}}",
        "1:39: expected a text, not a list",
    ),
    (
        "rules: {x: {check: banned, words: a, case: maybe}}",
        "1:44: expected “true” or “false”, not “maybe”",
    ),
    (
        "rules: {x: {check: banned, words: a, message: m, level: eror}}",
        "1:57: no “eror” here; did you mean “error”?",
    ),
    (
        "rules: {x: {check: banned, words: a, message: m, scope: captoin}}",
        "1:57: no role “captoin”; did you mean “caption”?",
    ),
    (
        "rules: {x: {check: banned, words: a, message: m, from: 2022-13-01}}",
        "1:56: expected a date as in 2022-09-08, not “2022-13-01”",
    ),
    (
        "rules: {x: {check: banned, words: a, message: m, from: 2022-02-02, until: 2022-02-01}}",
        "1:75: “until” lies before “from” (2022-02-02); the rule would never hold",
    ),
    (
        "rules: {x: {check: banned, words: a, message: 'no {what}'}}",
        "1:47: no “{what}” in a message; known: {found}, {replacement}",
    ),
    (
        "rules: {x: {check: banned, words: a, message: m, examples: [bad]}}",
        "1:61: expected an example (keys and values), not a word",
    ),
    (
        "rules: {x: {check: banned, words: a, message: m, examples: {bda: a}}}",
        "1:61: an example has no key “bda”; did you mean “bad”?",
    ),
    (
        "rules: {x: {check: banned, words: a, message: m, examples: {finds: a}}}",
        "1:60: an example needs “bad”, or “good” for a near miss",
    ),
    (
        "rules: {x: {check: banned, words: a, message: m, examples: {good: a, finds: a}}}",
        "1:70: a near miss finds nothing; give “bad” too, or leave “finds” out",
    ),
    (
        "rules: {x: {check: banned, words+: a, message: m}}",
        "1:28: there is no “words” to add to",
    ),
    (
        "rules: {x: {check: preferred, words: {a: a}, message: m}}",
        "1:38: words: “a” is preferred to itself",
    ),
    (
        "rules: {x: {check: pattern, pattern: '(', message: m}}",
        "1:38: pattern: not a regular expression that RE2 reads: missing ): (",
    ),
    (
        "rules: {x: {check: banned, words: a, message: m}, house/x: {check: banned, words: b, message: m}}",
        "1:51: “house/x” is given twice; leave one",
    ),
    (
        "extends: nowsroom",
        "1:10: no rulebook “nowsroom”; did you mean “newsroom”?",
    ),
    (
        "extends: ../lost.yml",
        "1:10: no rulebook “../lost.yml”: ../lost.yml does not exist",
    ),
    (
        "extends: {a: b}",
        "1:10: expected the name or path of a rulebook, not a mapping",
    ),
    (
        "a: {",
        "1:5: not YAML: did not find expected node content (while parsing a flow node)",
    ),
    (
        "a: b: c",
        "1:5: not YAML: mapping values are not allowed in this context",
    ),
    (
        "a: *b",
        "1:4: not YAML: found undefined alias",
    ),
    (
        "a\n---\nb",
        "2:1: not YAML: but found another document (expected a single document in the stream)",
    ),
    (
        "a: &x {b: *x}",
        "1:4: this anchor holds an alias of itself; write it out",
    ),
]


@pytest.mark.parametrize(("text", "expected"), MISTAKES, ids=[text[:60] for text, _ in MISTAKES])
def test_a_mistake_is_one_line_with_its_place(text: str, expected: str) -> None:
    with pytest.raises(UserError) as error:
        loads(text.encode(), "house.yml")
    said = str(error.value)
    assert said == f"house.yml:{expected}"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\xff\xfea\x00", "1:1: not UTF-8 (byte 0xff); save it as UTF-8"),
        ("rules:\n  é: ü".encode("latin-1"), "2:3: not UTF-8 (byte 0xe9); save it as UTF-8"),
        ("é: ".encode() + b"\xff", "1:4: not UTF-8 (byte 0xff); save it as UTF-8"),
        (b"[\n" * 100_000, "50:1: not YAML: nested deeper than 50; a rulebook needs six"),
        (b"- " * 100_000, "1:99: not YAML: nested deeper than 50; a rulebook needs six"),
    ],
    ids=["utf-16", "latin-1", "half", "deep flow", "deep block"],
)
def test_bytes_that_are_no_rulebook(data: bytes, expected: str) -> None:
    with pytest.raises(UserError) as error:
        loads(data, "house.yml")
    assert str(error.value) == f"house.yml:{expected}"


def test_a_nest_on_one_line() -> None:
    # A parser that looks ahead on the line for a key may stop at a limit of its own before ours is seen.
    with pytest.raises(UserError, match=r"^house\.yml:1:\d+: not YAML: [^\n]*(nested deeper|nesting)[^\n]*$"):
        loads(b"[" * 100_000, "house.yml")


def test_a_control_character_is_one_line() -> None:
    with pytest.raises(UserError, match=r"^house\.yml:\d+:\d+: not YAML: [^\n]+$"):
        loads(b"rules: \x01", "house.yml")


def test_aliases_may_be_used_but_not_to_blow_up() -> None:
    book = loads(b"rules: {a: &a {check: banned, words: x, message: m}, b: *a}", "house.yml")
    assert [rule.id for rule in book.rules] == ["house/a", "house/b"]
    laughs = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)
    )
    with pytest.raises(UserError, match=r"its aliases expand to more than 10,000 nodes"):
        loads(laughs.encode(), "house.yml")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("lost.yml", "no rulebook “lost.yml”: lost.yml does not exist"),
        (".", "no rulebook “.”"),
        ("./", ".: this is a folder; name the rulebook in it"),
        ("nowsroom", "no rulebook “nowsroom”; did you mean “newsroom”?"),
    ],
)
def test_a_rulebook_that_cannot_be_found(
    name: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError) as error:
        load([name])
    assert str(error.value).startswith(expected)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_a_rulebook_or_a_mistake(data: bytes) -> None:
    try:
        assert isinstance(loads(data, "house.yml"), Rulebook)
    except UserError as error:
        assert error.line and "\n" not in str(error)


KEYS = st.sampled_from(
    ["chapter", "extends", "rules", "check", "words", "words+", "level", "from", "examples", "x"]
)
SCALARS = st.sampled_from(
    ["banned", "preferred", "pattern", "off", "a", "", "(", "{b}", "2022-01-01", "proselin"]
)
DATA = st.recursive(
    SCALARS, lambda d: st.lists(d, max_size=3) | st.dictionaries(KEYS, d, max_size=5), max_leaves=20
)


@given(st.dictionaries(KEYS, DATA, max_size=4), st.dictionaries(KEYS, DATA, max_size=6))
def test_any_keys_are_a_rulebook_or_a_mistake(top: dict[str, object], rule: dict[str, object]) -> None:
    import json

    for data in (top, {"rules": {"x": {"check": "banned", "message": "m", **rule}}}):
        try:
            assert isinstance(loads(json.dumps(data).encode(), "house.yml"), Rulebook)
        except UserError as error:
            assert "\n" not in str(error)


@given(st.randoms(use_true_random=False), st.integers(1, 6))
def test_the_order_of_rules_changes_nothing(shuffle: random.Random, count: int) -> None:
    rules = [f"  r{n}: {{check: banned, words: [w{n}], message: m{n}}}\n" for n in range(count)]
    in_order = loads(("rules:\n" + "".join(rules)).encode(), "house.yml")
    shuffle.shuffle(rules)
    mixed = loads(("rules:\n" + "".join(rules)).encode(), "house.yml")
    assert [without_line(rule) for rule in mixed.rules] == [without_line(rule) for rule in in_order.rules]


def without_line(rule: Rule) -> tuple[object, ...]:
    return rule.id, rule.check, rule.level, rule.message, rule.scope


def test_a_rulebook_may_change_the_kind_of_an_inherited_rule_if_it_gives_all_of_it(tmp_path: Path) -> None:
    text = """\
extends: base.yml
rules:
  base/clear:
    check: preferred
    words: {very: most}
    message: m
    why: w
    examples: [{bad: very, good: most}, {good: ever}]
"""
    rule = only(house(tmp_path, base=CLEAR, house=text))
    assert rule.check == Preferred({"very": "most"}) and rule.why == "w"


def test_a_package_may_offer_a_rulebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "desk_rules").mkdir()
    (tmp_path / "desk_rules/__init__.py").write_text("raise SystemExit('a rulebook runs no code')", "utf-8")
    (tmp_path / "desk_rules/main.yml").write_text(CLEAR, "utf-8")
    (tmp_path / "desk_rules-1.dist-info").mkdir()
    (tmp_path / "desk_rules-1.dist-info/METADATA").write_text("Name: desk-rules\nVersion: 1\n", "utf-8")
    points = "[stylelint.rulebooks]\ndesk = desk_rules:main\nlost = desk_rules:lost\ngone = gone.away:x\n"
    (tmp_path / "desk_rules-1.dist-info/entry_points.txt").write_text(points, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    rule = only(load(["desk"]))
    assert (rule.id, rule.file) == ("main/clear", "desk (main.yml of desk_rules)")
    for name in ("lost", "gone"):
        with pytest.raises(UserError, match=f"no rulebook “{name}”"):
            load([name])


def test_a_rulebook_cannot_extend_itself(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"in a circle: \S*house\.yml → \S*house\.yml$"):
        house(tmp_path, house="extends: ./house.yml")
