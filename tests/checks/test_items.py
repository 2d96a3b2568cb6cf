"""Expressions as branches of items."""

from __future__ import annotations

import pytest

from stylelint.checks._items import begins_in_word, length, parse


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("pier head", [["pier head"]]),
        ("piers?|quay+", [["pier", "s?"], ["qua", "y+"]]),
        (r"\bpier\.", [[r"\b", "pier", r"\."]]),
        (r"[pq]ier\d{2,}?", [["[pq]", "ier", r"\d{2,}?"]]),
        ("pier{foo}", [["pier", "{", "foo", "}"]]),  # neither a macro nor a quantifier
        ("pier{any}", [["pier", "[^\\n]*"]]),
        (r"\x41\x{1F44D}\pL\p{Lu}", [[r"\x41", r"\x{1F44D}", r"\pL", r"\p{Lu}"]]),
        ("(?i)(?:pier )?(quay)", [["", "(?:?", "("]]),
        ("[]a][[:alpha:]]", [["[]a]", "[[:alpha:]]"]]),
        ("", [[]]),
    ],
)
def test_items(expression: str, expected: list[list[str]]) -> None:
    assert [[item.text + item.many for item in branch] for branch in parse(expression)] == expected


@pytest.mark.parametrize(
    ("expression", "letters"),
    [
        ("pier", "pier"),
        (r"\.", "."),
        (r"\\", "\\"),
        ("[.]", "."),
        (r"\x41", "A"),
        (r"\x{1F44D}", "\U0001f44d"),
        ("{", "{"),
        *(
            (several, "")
            for several in (".", "^", "$", r"\b", r"\n", r"\d", r"\pL", "[ab]", "{any}", "(?:a)", "(?i)")
        ),
    ],
)
def test_letters(expression: str, letters: str) -> None:
    assert [item.letters for branch in parse(expression) for item in branch] == [letters]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("pier", 4),
        ("piers?", 4),
        (r"\bpier$", 4),
        ("(?:pier|quays)+", 4),
        ("(?:pier){2,}", 8),
        ("(?:pier)*", 0),
        ("pi{0,3}er", 3),
        (r"[pq]\x{41}\.", 3),
        ("(?i)", 0),
    ],
)
def test_length(expression: str, expected: int) -> None:
    assert [length(branch) for branch in parse(expression)] == [expected]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("pier", True),
        (r"\d+ piers", True),
        ("(?:the |our )?pier", True),
        ("(?:the )?#pier", False),
        ("(?:pier|#quay)", False),
        ("é", False),
        ("[pq]ier", False),  # not looked into
        ("", False),
        ("p?", False),
    ],
)
def test_what_begins_in_a_word(expression: str, expected: bool) -> None:
    assert begins_in_word(expression) is expected
