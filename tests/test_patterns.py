"""Words and expressions as RE2 programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint import patterns
from stylelint.checks.base import Check, Finding, View
from stylelint.document import Block, Document
from stylelint.patterns import Pattern, Several, any_of, words
from stylelint.rulebook.rule import Rule
from stylelint.scanner import Scanner


def document(text: str) -> Document:
    return Document("a.txt", text, text, (Block(0, len(text)),))


@pytest.mark.parametrize(
    ("items", "text", "expected"),
    [
        (["utilize"], "They Utilize it; utilized not.", ["Utilize"]),
        (["prior to"], "prior  to lunch, prior\nto dinner", ["prior  to", "prior\nto"]),
        (["café"], "the café, cafés", ["café"]),
        (["na"], "naïve na", ["na"]),
        (["(cq)"], "Smyth (cq) said", ["(cq)"]),
        (["cat", "cat food"], "cat food for a cat", ["cat food", "cat"]),
        (["don’t know"], "I don't know; I don’t know", ["don't know", "don’t know"]),
        (["C++"], "C++ and C+", ["C++"]),
    ],
)
def test_words(items: list[str], text: str, expected: list[str]) -> None:
    matches = words(items).matches(document(text))
    assert [text[m.start : m.end] for m in matches] == expected


def test_groups_stand_in_characters() -> None:
    text = "élan: Zoë, 5 km"
    (match,) = Pattern(r"(Zo\S), (\d)(x)?").matches(document(text))
    assert [text[a:b] for a, b in match.groups[1:3]] == ["Zoë", "5"]
    assert match.groups[3] == (-1, -1)


def test_nothing_is_no_match_even_inside_a_character() -> None:
    assert list(Pattern("a?").in_text("é")) == []
    assert list(Pattern("a?").matches(document("éaé"))) == [(1, 2, ((1, 2),))]


def test_a_span_is_looked_at_as_if_it_were_all() -> None:
    (match,) = Pattern("^b(c)$", words=True).matches_in(document("éébcd bc"), [(2, 4)])
    assert match == (2, 4, ((2, 4), (3, 4)))


def test_an_expression_that_cuts_a_character_does_no_harm() -> None:
    assert len(list(Pattern(r"(\C)a").in_text("éa"))) == 1


def test_words_in_a_text_are_what_the_first_group_holds() -> None:
    text = "Ms. Élan and Ms. Berg met Ms. Berg."
    assert Pattern(r"Ms\. (\pL+)").words_in(text.encode()) == {"Élan", "Berg"}


def test_a_text_begins_with_what_stands_at_its_very_start() -> None:
    pattern = Pattern("é(c)?")
    assert pattern.begins("éc".encode())
    assert not pattern.begins("béc".encode())


@pytest.mark.parametrize(
    ("regex", "text", "found"),
    [
        ("boat", "a boat", True),
        ("boat", "a pier", False),
        ("o*", "a pier", False),
        ("o*", "a boat", True),
        ("^|t$", "at", True),
    ],
)
def test_what_matches_nothing_at_all_is_not_found(regex: str, text: str, found: bool) -> None:
    assert Pattern(regex).finds_any(text.encode()) is found
    assert bool([*Pattern(regex).in_text(text)]) is found


def test_a_line_of_the_folded_text_is_a_block() -> None:
    text = "See also\nthis\n\nSee also this"
    blocks = (Block(0, 13), Block(15, 28))
    found = Pattern("^see also this$", case=False).matches(Document("a", text, text, blocks))
    assert [(m.start, m.end) for m in found] == [(0, 13), (15, 28)]


def test_an_expression_that_re2_refuses() -> None:
    with pytest.raises(ValueError, match="missing"):
        _ = Pattern("a(b").program


def test_a_short_expression_may_be_a_large_program() -> None:
    assert Pattern(r"(?:\pL{30}){30}").stands_in(b"a" * 900)


def test_several_expressions_at_once() -> None:
    several = Several(["(?i)boat", "pier$", "x+"])
    assert sorted(several.matching(b"A BOAT at the pier")) == [0, 1]
    assert several.matching(b"The pier is closed.") == []
    assert several.matching(b"") == []


@pytest.mark.parametrize("answer", [None, []])
def test_a_set_that_answers_nothing_is_not_believed(answer: list[int] | None) -> None:
    several = Several(["boat", "pier", "ferry"])
    several._match = lambda data: answer
    assert several.matching(b"A ferry and a boat") == [0, 2]
    assert several.among([b"A ferry and a boat", b"A bus"]) == [(0, [0, 2])]


def test_several_expressions_in_several_texts() -> None:
    several = Several(["boat", "pier"])
    assert several.among([b"A bus", b"A boat", b"", b"A boat, a pier"]) == [(1, [0]), (3, [0, 1])]


SHORT = ["a", r"\ba", r"a\b", "^a", "a$", "é?a", "[ab]{2}", "b?", r"a\z", "zb?z", "a|ab", "[^a]a"]


@given(st.sampled_from(SHORT), st.text(alphabet="abzé \n", max_size=60))
def test_after_much_work_short_matches_are_found_as_before(regex: str, text: str) -> None:
    before = list(Pattern(regex).matches(document(text)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(patterns, "_WORK", -1)
        patch.setattr(patterns, "_REACH", 16)
        assert list(Pattern(regex).matches(document(text))) == before


def test_after_much_work_a_long_match_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    text, pattern = "a" * 3000 + "z", Pattern("a[^z]*z|a")
    assert [(m.start, m.end) for m in pattern.matches(document(text))] == [(0, 3001)]
    monkeypatch.setattr(patterns, "_WORK", -1)
    monkeypatch.setattr(patterns, "_REACH", 1000)
    assert [(m.start, m.end) for m in pattern.matches(document("z" + text))][:2] == [(1, 2), (2, 3)]


@pytest.mark.parametrize(("text", "times"), [("z" * 100_000, 1.1), (("z" * 4000 + "a") * 25, 2.5)])
def test_after_much_work_a_text_is_read_only_a_few_times(
    text: str, times: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[int]()

    def search(data: bytes, start: int, end: int) -> re.Match[bytes] | None:
        found = program.search(data, start, end)
        read.append((found.end() if found else min(len(data), end)) - start)
        return found

    program = re.compile(b"a")
    counting = SimpleNamespace(groups=0, finditer=program.finditer, search=search)
    monkeypatch.setattr(patterns, "_WORK", -1)
    monkeypatch.setattr(patterns, "_REACH", 1000)
    monkeypatch.setattr(Pattern, "program", counting)
    matches = list(Pattern("a").matches(document("a" + text)))
    assert len(matches) == 1 + text.count("a")
    assert sum(read) < times * len(text)


class Waits(Check):
    """Waits for something and finds nothing."""

    kind = "waits"

    def __init__(self, needs: Sequence[str]) -> None:
        self._wanted = needs

    def needs(self) -> Sequence[str]:
        return self._wanted

    def besides(self) -> Sequence[str]:
        return [f"{regex} alone" for regex in self._wanted]

    def find(self, view: View) -> Iterator[Finding]:
        yield from ()


def look_for(needs: Sequence[str], draft: Document) -> None:
    """Have the scanner note which branches of some needs it sees."""
    Scanner([Rule("a/b", Waits(needs))]).asked(draft)


LIST = [
    "boat",
    "boats",
    "the boat",
    "Boat",
    "of",
    "é",
    "(cq)",
    "a|b",
    "boat of the",
    *("x" * n for n in range(9, 109)),
]


@given(
    st.lists(st.sampled_from([*LIST, "The Boat", "boater", "\n", ".", "ſ"])).map(" ".join),
    st.booleans(),
    st.sampled_from([LIST, LIST[:-3], [*LIST, "kelvin"]]),
)
def test_branches_that_do_not_match_are_left_out(text: str, case: bool, known: list[str]) -> None:
    one, other, draft = words(LIST, case=case), words(LIST, case=case), document(text)
    whole = list(one.matches(draft))
    needs = [any_of(known), f"(?-i:{any_of(known)})"]
    look_for(needs, draft)
    assert list(other.matches(draft)) == whole
    assert ("program" in other.__dict__) == (len(known) < len(LIST))


def test_groups_keep_their_numbers() -> None:
    regex, draft = "|".join(["(a)", *("b" * n for n in range(1, 101)), "(h)"]), document("h")
    look_for([regex], draft)
    assert [match.groups for match in Pattern(regex).matches(draft)] == [((0, 1), (-1, -1), (0, 1))]


SINGLE = [
    r"(boat)s?[^\n]*\bpier",
    r"(?P<one>a)|(b)",
    r"(?:the|a) (\d+)",
    r"^(boat)",
    r"(pier)$",
    "[^z]*",
    "b.*(r)",
]


@given(
    st.lists(st.sampled_from(["boat", "boats", "pier", "the 3", "a", "7", "b", "Pier", "\n\n"])).map(
        " ".join
    ),
    st.sampled_from(SINGLE),
    st.booleans(),
)
def test_an_expression_that_was_looked_for_finds_the_same(text: str, regex: str, case: bool) -> None:
    one, other, draft = Pattern(regex, case=case), Pattern(regex, case=case), document(text)
    whole = list(one.matches(draft))
    look_for([f"(?-i:{regex})" if case else regex for regex in SINGLE], draft)
    assert list(other.matches(draft)) == whole


def test_an_expression_that_cannot_match_is_not_run() -> None:
    regex, other = r"(boats?)[^\n]* pier", "(quay)"
    draft = document("The boat lay at the quay.")
    look_for([regex, other], draft)
    pattern = Pattern(regex, case=False)
    assert not list(pattern.matches(draft))
    assert "program" not in pattern.__dict__
    assert list(Pattern(other, case=False).matches(draft))


def test_what_is_run_only_where_something_was_found_is_looked_for_too() -> None:
    draft = document("The boat lay at the quay, alone.")
    look_for(["boat"], draft)
    beside, other = Pattern("boat alone", case=False), Pattern("quay alone", case=False)
    assert not [*beside.matches(draft), *other.matches(draft)]
    assert "program" not in beside.__dict__
    assert "program" in other.__dict__
