"""The kind `pattern`."""

from __future__ import annotations

import pytest

from stylelint.checks.pattern import PatternCheck
from tests.checks.told import marked, mended, problems, told
from tests.spending import spent


@pytest.mark.parametrize(
    ("check", "text", "expected"),
    [
        (
            PatternCheck((r"(\d+) ?%",), replace=r"\1 percent"),
            "Up 5% and 6 %.",
            "Up 5 percent and 6 percent.",
        ),
        (PatternCheck((r"(\w+)@(\w+)",), replace="$2 at ${1}, $$5"), "é a@b", "é b at a, $5"),
        (PatternCheck((r"\$(\d+) dollars",), replace="$$$1"), "For $5 dollars.", "For $5."),
        (PatternCheck(("ab(c)",), group=1, replace="X"), "abc ab", "abX ab"),
        (PatternCheck((r" +,",), replace=","), "One , two\u00a0, three", "One, two, three"),
        (PatternCheck(("said (?:he|she)",), remove=True), "“No,” said he.", "“No,”."),
        (PatternCheck(("color",), case=False, replace="colour"), "Color COLOR color", "Colour COLOUR colour"),
        (PatternCheck(("'(90s)",), replace="’$1"), "The ‘90s", "The ’90s"),
        (PatternCheck(("one", "two"), replace="2"), "one two", "2 2"),
    ],
)
def test_replacing(check: PatternCheck, text: str, expected: str) -> None:
    assert mended(check, text, quotes="any") == expected


@pytest.mark.parametrize(
    ("check", "text", "expected"),
    [
        (PatternCheck(("^Read.*$",)), "Read on\n\nI Read on", ["Read on"]),
        (PatternCheck((r"\d+ \w+",), except_=("apples$", "^9")), "5 apples 6 pears 9 figs", ["6 pears"]),
        (PatternCheck(("Smith",), only_after="Mr "), "Mr Smith and Smith", ["Smith"]),
        (PatternCheck(("Smith",), only_after="^"), "Smith and Smith", ["Smith"]),
        (PatternCheck(("Smith",), unless_after="Mr |Mrs "), "Mr Smith, Mrs Smith and Smith", ["Smith"]),
        (PatternCheck((r"\d",), only_before="[a-z]?%"), "5% 6 7x% 8xx%", ["5", "7"]),
        (PatternCheck((r"\d",), unless_before="$"), "5 6 7", ["5", "6"]),
        (PatternCheck(("na",), whole=True), "na naïve éna", ["na"]),
        (PatternCheck((r"\bone two\b", "two three")), "one two three", ["one two"]),
        (PatternCheck(("(a)|(b)",), group=2), "a b", ["b"]),
        (PatternCheck((r"one\s+two",)), "one\n\ntwo", []),
        (PatternCheck(("x*",)), "yyy", []),
    ],
)  # fmt: skip
def test_where(check: PatternCheck, text: str, expected: list[str]) -> None:
    assert marked(check, text) == expected


def test_a_message_can_name_the_groups() -> None:
    (found,) = told(PatternCheck((r"(\d+) (per cent)?",)), "é 5 x", message="{1} and “{2}”")
    assert found.message == "5 and “”"


@pytest.mark.parametrize(
    ("check", "key", "part"),
    [
        (PatternCheck(("a(b",)), "pattern", "missing ): a(b"),
        (PatternCheck(("(?=a)",)), "pattern", "invalid perl operator"),
        (PatternCheck(("a", "")), "pattern", "empty"),
        (PatternCheck(()), "pattern", "empty"),
        (PatternCheck(("a",), except_=("[",)), "except", "missing ]"),
        (PatternCheck(("a",), unless_before="*"), "unless-before", "no argument"),
        (PatternCheck(("(a)",), replace="$2"), "replace", "no group 2; the pattern has 1"),
        (PatternCheck(("(a)", "b"), replace=r"\1"), "replace", "no group 1; the pattern has none"),
        (PatternCheck(("a",), group=1), "group", "no group 1"),
        (PatternCheck(("a",), replace="b", remove=True), "remove", "both"),
    ],
)
def test_what_cannot_be(check: PatternCheck, key: str, part: str) -> None:
    assert part in problems(check)[key]


def test_what_can_be() -> None:
    assert not problems(PatternCheck(("(a)(?P<name>b)",), replace=r"\2$1$$9", only_after="^", group=2))


def test_one_long_line_stays_linear() -> None:
    check = PatternCheck(("a",), only_after=r"\w b ")
    short, long = (min(_seconds(check, "a b " * count) for _ in range(3)) for count in (2_000, 20_000))
    assert long < 40 * short + 0.05


def _seconds(check: PatternCheck, text: str) -> float:
    return spent(lambda: marked(check, text))
