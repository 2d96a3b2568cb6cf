"""Lists of words, looked up."""

from __future__ import annotations

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from stylelint.compat.vale.lexicon import Lexicon, Word, listed
from stylelint.compat.vale.regexes import compiled

LISTS = (
    r"(?i)(?m)\b(?:the|a boat|boats?)\b",
    r"(?m)\b(?:The|(the boat)|Boat)\b",
    r"(?i)(?m)\b(?:it|it's|it is|is it (?:a|the) boat|is)\b",
    r"\b(?:and/or|or the|the boat of the boat)\b",
    r"(?i)(?m)\b(?:it,|/or |is boat,a|, the)\b",
)
WORDS = (
    "the",
    "The",
    "boat",
    "Boats",
    "it",
    "'s",
    "is",
    "a",
    "or",
    "and",
    "/",
    "of",
    " ",
    " ",
    " ",
    "\n",
    ",",
    "é",
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"(?i)(?m)\b(?:was|were|been)\b", (False, ["was", "were", "been"])),
        (r"(?m)\b(?:(in order to)|(?:at|on) the boats?)\b",
         (True, ["in order to", "at the boats", "at the boat", "on the boats", "on the boat"])),
        (r"\b(?:it's|a\.m|b|b)\b", (True, ["it's", "a.m", "b", "b"])),
        (r"(?i)(?m)\b(?:e.g|i)\b", None),
        (r"(?i)(?m)\b(?:etc\.|drive C:|all of )\b", (False, ["etc.", "drive C:", "all of "])),
        (r"(?m)\b(?:\.com|a)\b", (True, [".com", "a"])),
        (r"(?m)\b(?:--|a)\b", None),
        (r"(?i)(?m)\b(?:\w+ed|i)\b", None),
        (r"(?i)(?m)\b(?:i|)\b", None),
        (r"(?i)(?m)\b(?:café)\b", None),
        (r"(?i)(?m)(?:i)", None),
        (r"(?i)(?m)\b(?:^i)\b", None),
        (r"(?i)(?m)\b(?:(?-i)Internet)\b", None),
    ],
)  # fmt: skip
def test_lists_are_told_from_other_expressions(source: str, expected: tuple[bool, list[str]] | None) -> None:
    case, words = listed(source) or (None, [])
    assert (case, [word.text for word in words]) == (expected or (None, []))


@pytest.mark.parametrize(
    ("branches", "expected"),
    [
        (r"(it is(?![.,]))|as", [Word("it is", (".", ",")), Word("as")]),
        (r"(?:(boats?(?=\.|-| a)))", None),
        (r"boats?(?=\.|-a)", [Word("boats", (".", "-a"), True), Word("boat", (".", "-a"), True)]),
        (r"(all of (?!a boat|these))", [Word("all of ", ("a boat", "these"))]),
        (r"(?:a|the) boat(?! )", None),
        (r"boat(?!\. It)", None),
        (r"boat(?![^.])", None),
        (r"boat(?![a-z])", None),
        (r"boat(?!.)", None),
        (r"boat(?!)", None),
        (r"(?!a)boat", None),
        (r"boat(?=s)s", None),
        (r"(boat(?!s))?", None),
    ],
)
def test_lists_may_look_ahead(branches: str, expected: list[Word] | None) -> None:
    assert listed(rf"(?i)(?m)\b(?:{branches})\b") == (expected and (False, expected))


@given(st.lists(st.sampled_from(WORDS)).map("".join))
def test_lists_find_what_expressions_find(text: str) -> None:
    data = text.encode()
    lists = [found for source in LISTS if (found := listed(source))]
    assert len(lists) == len(LISTS)
    expected = [[m.span() for m in re2.finditer(source.encode(), data)] for source in LISTS]
    assert Lexicon(lists).spans(data) == expected


LOOKING = (
    r"(?i)(?m)\b(?:(it is(?![.,]))|(it's(?=\.|\/or))|(boats?(?!/or|,))|(the boat))\b",
    r"(?m)\b(?:the (?!boat|The)|The(?=,)|is(?!/a|,))\b",
    r"\b(?:it(?!,)|it|is(?=[,/]))\b",
)


@given(st.lists(st.sampled_from((*WORDS, "."))).map("".join))
def test_lists_that_look_ahead_find_what_expressions_find(text: str) -> None:
    text = text.replace("é", "”")
    lists = [words for source in LOOKING if (words := listed(source))]
    assert len(lists) == len(LOOKING)
    found = Lexicon(lists).spans(text.encode())
    assert found is not None
    places = [[(points(text, a), points(text, b)) for a, b in spans] for spans in found]
    assert places == [compiled(source).spans(text) for source in LOOKING]


def points(text: str, offset: int) -> int:
    return len(text.encode()[:offset].decode())


def test_letters_that_are_others_in_small_are_left_to_expressions() -> None:
    lexicon = Lexicon([(False, [Word("ask")])])
    assert lexicon.spans("ask as\u212a".encode()) is None
    assert lexicon.spans("“ask”".encode()) == [[(3, 6)]]
