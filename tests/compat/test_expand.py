"""Expressions that stand for a few texts, written out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.compat.expand import MOST, texts


@pytest.mark.parametrize(
    ("regex", "expected"),
    [
        ("a lot", ("a lot",)),
        ("colou?r", ("colour", "color")),
        ("(had )?not", ("had not", "not")),
        ("pay (any |much )?heed", ("pay any heed", "pay much heed", "pay heed")),
        ("(?:a|b)c|d", ("ac", "bc", "d")),
        ("u\\.s\\. led", ("u.s. led",)),
        ("and etc.", ("and etc.",)),
        ("", ("",)),
        ("a.b", None),
        ("a*", None),
        ("a{2}", None),
        ("a??", None),
        ("[ab]", None),
        ("\\bword", None),
        ("\\d", None),
        ("a(?!b)", None),
        ("(?i)a", None),
        ("(a", None),
        ("a)", None),
        ("\\", None),
        ("(a|b)" * 7, None),
    ],
)
def test_what_is_written_out(regex: str, expected: tuple[str, ...] | None) -> None:
    assert texts(regex) == expected


@given(st.text(alphabet="ab |?()", max_size=12))
def test_every_text_matches_and_none_is_missing(regex: str) -> None:
    found = texts(regex)
    if found is None:
        return
    assert len(found) <= MOST * 12
    pattern = re.compile(regex)
    assert all(pattern.fullmatch(text) for text in found)
    assert all(
        part in found for part in pattern.findall("a b ab ba") if isinstance(part, str) and "(" not in regex
    )
