"""Characters, words and lines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint import text as module
from stylelint.text import Lines, blot, bounded, did_you_mean, fold, lower, match_case, opens_sentence, same


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“Quoted” and ‘single’", "\"Quoted\" and 'single'"),
        ("a\xa0b\u2009c\td", "a b c d"),
        ("non\u2011breaking", "non-breaking"),
        ("one\r\ntwo", "one\n\ntwo"),
        ("plain", "plain"),
        ("café – naïve…", "café – naïve…"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_moves_nothing(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(
    st.lists(st.sampled_from(["A", "ΟΔΟΣ", "Σ", "\u0307", "İ", "’s", "ß", "\n", ""]), max_size=12).map(
        " ".join
    )
)
def test_a_long_text_in_lower_case(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BIT", 3)
        assert lower(text) == text.lower()


@pytest.mark.parametrize(
    ("model", "text", "expected"),
    [
        ("utilize", "use", "use"),
        ("Utilize", "use", "Use"),
        ("UTILIZE", "use", "USE"),
        ("Nato", "NATO", "NATO"),
        ("A", "an", "An"),
        ("Prime Minster", "prime minister", "Prime Minister"),
        ("Prime minster", "prime minister", "Prime minister"),
        ("Chief of Staffs", "chiefs of staff", "Chiefs of Staff"),
        ("US official", "American official", "American official"),
        ("Web site", "website", "Website"),
        ("…", "use", "use"),
    ],
)
def test_match_case(model: str, text: str, expected: str) -> None:
    assert match_case(model, text) == expected


@pytest.mark.parametrize(
    ("text", "start", "end", "whole"),
    [
        ("naïve", 0, 2, False),
        ("na na", 0, 2, True),
        ("café!", 0, 4, True),
        ("(cq) x", 0, 4, True),
        ("état", 1, 4, False),
    ],
)
def test_words_end_where_words_end_in_every_script(text: str, start: int, end: int, whole: bool) -> None:
    assert bounded(text, start, end) is whole


def test_did_you_mean() -> None:
    assert did_you_mean("bannd", ["banned", "title"]) == "; did you mean “banned”?"
    assert did_you_mean("xyz", ["b", "a"]) == "; known: a, b"
    assert did_you_mean("xyz", ["b", *(f"a/{n}" for n in range(99)), "a"]) == "; known: a, b"
    assert did_you_mean("a/9o", [f"a/{n}" for n in range(99)]).startswith("; did you mean “a/9")


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("ab\ncd", 3, (2, 1)),
        ("ab\r\ncd", 4, (2, 1)),
        ("ab\rcd", 3, (2, 1)),
        ("ab\r\n\rcd", 5, (3, 1)),
        ("a\u2028b", 2, (1, 3)),
        ("😀x", 1, (1, 2)),
    ],
)
def test_places_count_from_one(text: str, offset: int, place: tuple[int, int]) -> None:
    assert Lines(text).place(offset) == place


@given(st.text(alphabet="ab\r\n"), st.integers(0, 30))
def test_places_agree_with_a_plain_count(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    ends = [m.end() for m in re.finditer(r"\r\n|\r|\n", text) if m.end() <= offset]
    assert Lines(text).place(offset) == (len(ends) + 1, offset - max([0, *ends]) + 1)
    assert Lines(text).offset(*Lines(text).place(offset)) == offset


@pytest.mark.parametrize(
    ("text", "at", "opens"),
    [
        ("One", 0, True),
        ("“One", 1, True),
        ("No. One", 4, True),
        ("No.' (One", 6, True),
        ("No, one", 4, False),
        ("Dates: One", 7, True),
        ("a  b", 3, False),
    ],
)
def test_what_opens_a_sentence(text: str, at: int, opens: bool) -> None:
    assert opens_sentence(fold(text), at) is opens


def test_a_sentence_opens_where_its_block_does() -> None:
    assert opens_sentence("one\ntwo", 4, 4)


def test_words_are_compared_without_capitals_and_with_one_blank() -> None:
    assert same(" The\u00a0 “Straße” ") == same('the "STRASSE"')


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (0, 0)),
        ("a😀b", 2, (0, 3)),
        ("é\nb", 2, (1, 0)),
        ("a\r\nb", 1, (0, 1)),
        ("a\r\nb", 2, (0, 1)),
        ("a\rb", 2, (1, 0)),
        ("a\n", 2, (1, 0)),
    ],
)
def test_places_as_language_servers_count(text: str, offset: int, place: tuple[int, int]) -> None:
    assert Lines(text).utf16(offset) == place


@given(st.text(alphabet="aé😀\U00010000\u2028\r\n") | st.text(), st.data())
def test_columns_agree_for_language_servers(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    lines = Lines(text)
    (line, column), (row, units) = lines.place(offset), lines.utf16(offset)
    assert row == line - 1
    before = text[lines.offset(line, 1) : offset].rstrip("\r\n")
    assert len(before) <= column - 1
    assert units == len(before.encode("utf-16-le", "surrogatepass")) // 2


def test_blots_that_overlap_count_once() -> None:
    assert blot("abcdef", [(0, 3), (1, 2), (2, 5)]) == "\x1a" * 5 + "f"
