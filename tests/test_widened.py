"""Letters of all scripts: a wider expression answers first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import re2
from hypothesis import example, given
from hypothesis import strategies as st

from stylelint.widened import Widened, widened

CASES = [
    (r"\p{Lu}", r"[A-Z\x{80}-\x{10FFFF}]"),
    (r"a\pL+", r"a[A-Za-z\x{80}-\x{10FFFF}]+"),
    (r"[\p{L}.'-]", r"[\x{80}-\x{10FFFF}A-Za-z.'-]"),
    (r"[]\p{Ll}]", r"[\x{80}-\x{10FFFF}\]a-z]"),
    (r"[^.\p{Lu}]", "[^.A-Z]"),
    ("[A-Z]", None),
    (r"\P{Lu}|\p{Lo}|\p{^Lu}", None),
    (r"\\p{Lu}", None),
    (r"[\\p{Lu}]", None),
    (r"\Q\p{Lu}\E", None),
]


@pytest.mark.parametrize(("regex", "wide"), CASES)
def test_what_is_not_of_ascii_passes_for_a_letter(regex: str, wide: str | None) -> None:
    assert widened(regex) == wide


CLASSES = [
    r"\p{Lu}", r"\pL", r"\p{Ll}", r"[^\p{Lu}]", r"[\pL.'-]", r"[^.\p{Ll}]", r"[]\p{Lu}-]", r"[\p{Lu}-.]",
]  # fmt: skip
AROUND = ["(?i:%s)", "(%s)?", "%s*", "%s+?", "(?:%s| )", "%s{0,2}"]
ATOMS = [*CLASSES, *AROUND, "[a-k]", r"\b", "^", "$", " ", "é"]


@st.composite
def regexes(draw: st.DrawFn) -> str:
    """Return an expression with letters of all scripts."""
    parts: list[str] = []
    for atom in draw(st.lists(st.sampled_from(ATOMS), min_size=1, max_size=5)):
        parts.append(atom.replace("%s", draw(st.sampled_from(CLASSES))))
    return draw(st.sampled_from(["", "(?m)", "(?mi)"])) + "".join(parts)


def spans(found: Iterator[Any]) -> list[list[tuple[int, int]]]:
    """Return where the groups of matches are."""
    return [[match.span(group) for group in range(match.re.groups + 1)] for match in found]


@given(regexes(), st.text("Aak-.] \nÉéſK—ǅ", max_size=12))
@example(r"(?i)\p{Lu}", "aK")
@example(r"\p{Lu}*", "A b—AÉ")
@example(r"[^\p{Lu}]*?", "a—É")
def test_the_answers_are_those_of_the_program(regex: str, text: str) -> None:
    program, wide = re2.compile(regex.encode()), widened(regex)
    data = text.encode()
    mine = Widened(re2.compile((wide or regex).encode()), lambda: program)
    assert mine.groups == program.groups
    assert spans(mine.finditer(data)) == spans(program.finditer(data))
    for end in (len(data), len(data) // 2):
        pair = mine.search(data, 1, end), program.search(data, 1, end)
        assert spans(filter(None, pair[:1])) == spans(filter(None, pair[1:]))
    pair = mine.match(data), program.match(data)
    assert spans(filter(None, pair[:1])) == spans(filter(None, pair[1:]))


@pytest.mark.parametrize("flags", ["", "(?i)"])
@pytest.mark.parametrize("regex", CLASSES)
def test_of_ascii_they_take_the_same(regex: str, flags: str) -> None:
    ascii_ = bytes(range(128))
    wide = widened(regex)
    assert wide is not None
    one, other = (re2.compile((flags + each).encode()).findall(ascii_) for each in (regex, wide))
    assert one == other


def test_the_program_itself_is_made_where_it_must() -> None:
    made: list[str] = []

    def make() -> Any:
        made.append("")
        return re2.compile(rb"\p{Lu}x")

    mine = Widened(re2.compile((widened(r"\p{Lu}x") or "").encode()), make)
    assert mine.search("Ax é".encode()) and not mine.search("éa".encode()) and not made
    assert not mine.search("—x".encode()) and made == [""]
