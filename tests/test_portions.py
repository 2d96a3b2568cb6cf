"""Long drafts are looked at by portions, and what is found is the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint import portions
from stylelint.document import Document
from stylelint.patterns import Match, Pattern
from stylelint.portions import bunches
from stylelint.readers import read
from tests.conftest import newsroom
from tests.test_patterns import look_for

REGEXES = [
    "boat", "(b)oats?", "^the (boat)", r"boat\b.*pier", "pier$", r"é\w*", r"the\s+boat", "[^z]+", r"\Athe",
    r"pier\z", "boats|piers|quay|é|a|b|c|d", ".",
]  # fmt: skip
LINES = ["the boat", "boats at the pier", "é", "", "a quay, the\nboat", "  the pier", "🚤 boat"]


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "_LONG", 20)
    monkeypatch.setattr(portions, "_SIZE", 10)


def as_one(pattern: Pattern, draft: Document) -> Iterator[Match]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(portions, "_LONG", 1_000_000)
        return iter([*pattern.matches(draft)])


@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(REGEXES), st.booleans(), st.booleans())
def test_a_pattern_finds_the_same(lines: list[str], regex: str, case: bool, looked: bool) -> None:
    draft = read("a.txt", "\n\n".join(lines).encode())
    whole = [*as_one(Pattern(regex, case=case), draft)]
    if looked:
        look_for([f"(?-i:{one})" if case else one for one in REGEXES], draft)
    assert [*Pattern(regex, case=case).matches(draft)] == whole


@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(REGEXES))
def test_what_holds_a_place_is_found(lines: list[str], regex: str) -> None:
    draft = read("a.txt", "\n\n".join(lines).encode())
    whole = [*as_one(Pattern(regex), draft)]
    asked = whole[::3]
    found = [*Pattern(regex).matches(draft, [match.start for match in asked])]
    assert set(asked) <= set(found) <= set(whole)


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_they_are_all_of_the_draft_and_begin_after_a_line_end(lines: list[str]) -> None:
    draft = read("a.txt", "\n\n".join(lines).encode())
    every = portions.portions(draft)
    assert bool(every) is (len(draft.prose) >= 20)
    assert "".join(draft.folded[one.stretch.start : one.stretch.end] for one in every) in ("", draft.folded)
    assert b"".join(draft.data[one.stretch.first : one.stretch.last] for one in every) in (b"", draft.data)
    assert all(draft.folded[one.stretch.start - 1] == "\n" for one in every[1:])
    assert [index for one in every for index in one.blocks] == [*range(len(draft.blocks) if every else 0)]


def test_an_expression_is_looked_for_where_it_can_stand() -> None:
    lines = ["A boat lay here.", *["Nobody came."] * 9, "The boat left."]
    draft = read("a.txt", "\n\n".join(lines).encode())
    assert Pattern("boat")._branches.stretches_in(draft) is not None
    look_for(["boat", "pier"], draft)
    branches = Pattern("boat", case=False)._branches
    first, last = stretches = branches.stretches_in(draft) or ()
    assert [draft.folded[start:end] for start, end, *_ in stretches] == [
        "A boat lay here.\n\n",
        "The boat left.",
    ]
    assert branches.stretches_in(draft, [first[1], last[0]]) == [last]
    assert branches.stretches_in(draft, [first[1] - 1, first[1]]) == [first]


NEEDS = [("pier",), ("boats?", "é"), ("the.*boat",), ("quay", "the.*pier")]
"""What is met in each line in which `NEEDING` matches."""
NEEDING = ["(pier)$", "boat|é", "the +boats?", "a quay|^(the) pier"]


@given(
    st.lists(st.sampled_from([*LINES, "the pier"]), max_size=12),
    st.sampled_from([*zip(NEEDING, NEEDS, strict=True)]),
)
def test_a_pattern_is_looked_for_where_one_of_its_needs_is_met(
    lines: list[str], about: tuple[str, tuple[str, ...]]
) -> None:
    regex, needs = about
    draft = read("a.txt", "\n\n".join(lines).encode())
    whole = [*as_one(Pattern(regex), draft)]
    look_for(needs, draft)
    assert [*Pattern(regex, needs=needs).matches(draft)] == whole


def test_a_need_that_is_met_elsewhere_says_where_to_look() -> None:
    draft = read("a.txt", b"A quay, a boat lay here.\n\nNobody came.\n\nA boat left.")
    look_for(["quay"], draft)
    assert [match.start for match in Pattern("boat", needs=["quay"]).matches(draft)] == [10]


def test_as_many_are_read_together_as_an_article_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "_TOGETHER", 10)
    assert [*bunches([(0, 4), (9, 15), (20, 80), (80, 84)])] == [[(0, 4), (9, 15)], [(20, 80)], [(80, 84)]]
    assert [*bunches([])] == []


def test_a_draft_is_linted_as_if_it_were_short(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        "The U.S. Senate met at 10 a.m. on Tuesday.",
        "The US Senate met at 11 AM",
        "Follow us on Twitter",
        "(Reuters)",
    ]
    data = "\n\n".join(
        [*lines, "The ship’s crew had lef ton Monday  .", *lines, "US Airways and U.S. Steel"]
    ).encode()
    found = newsroom().lint(read("a.txt", data))
    monkeypatch.setattr(portions, "_LONG", 1_000_000)
    assert found == newsroom().lint(read("a.txt", data))
    assert found
