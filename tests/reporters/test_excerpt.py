"""The line and the mark under it: wide letters, tabs, long lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.reporters import terminal
from stylelint.reporters.excerpt import excerpt
from stylelint.reporters.terminal import fitting, width
from tests.reporters.made import diagnostic


def shown(source: str, start: int, end: int, room: int = 40) -> list[tuple[str, str]]:
    parts = excerpt(source, diagnostic(source, start, end), room)
    return [(line, blanks + mark) for line, blanks, mark in parts]


@pytest.mark.parametrize(
    ("source", "span", "expected"),
    [
        ("one two", (4, 7), ("one two", "    ^^^")),
        ("a\none two\rb", (6, 9), ("one two", "    ^^^")),
        ("漢字 two", (3, 6), ("漢字 two", "     ^^^")),
        ("漢字 two", (1, 2), ("漢字 two", "  ^^")),
        ("e\u0301 two", (3, 6), ("e\u0301 two", "  ^^^")),
        ("\ttwo", (1, 4), ("    two", "    ^^^")),
        ("a\t\ttwo", (1, 3), ("a       two", " ^^^^^^^")),
        ("two", (3, 3), ("two", "   ^")),
        ("", (0, 0), ("", "^")),
        ("two\r\n", (2, 5), ("two", "  ^")),
    ],
)
def test_short_lines(source: str, span: tuple[int, int], expected: tuple[str, str]) -> None:
    assert shown(source, *span) == [expected]


def test_what_counts_as_narrow_is() -> None:
    narrow = [char for char in map(chr, range(0x3000)) if terminal._NARROW.fullmatch(char)]
    assert {"a", "é", "’", "—", "€"} <= set(narrow)
    assert {terminal._columns(char) for char in narrow} == {1}


@given(st.text(st.sampled_from("ab漢’\u0301\u200b"), max_size=20), st.integers(0, 20))
def test_as_much_as_finds_room_is_found(text: str, room: int) -> None:
    many = fitting(text, room)
    assert width(text[:many]) <= room
    assert many == len(text) or width(text[: many + 1]) > room


def test_a_long_line_is_cut_around_the_span() -> None:
    source = f"{'word ' * 40}here {'word ' * 40}"
    ((line, mark),) = shown(source, 200, 204)
    assert line.startswith("…")
    assert line.endswith("…")
    assert line[mark.index("^") : mark.rindex("^") + 1] == "here"
    assert len(line) <= 42


def test_a_long_span_is_cut_at_its_end() -> None:
    ((line, mark),) = shown("x" * 10 + "y" * 500, 10, 510)
    assert line == "x" * 10 + "y" * 30 + "…"
    assert mark == " " * 10 + "^" * 30


def test_the_end_of_a_long_line_has_no_mark_of_a_cut() -> None:
    source = f"{'word ' * 40}end"
    ((line, mark),) = shown(source, 200, 203)
    assert line.endswith(" end")
    assert mark.endswith("^^^")


def test_lines_of_a_span_over_several() -> None:
    assert shown("ab\ncd\nef", 1, 7) == [("ab", " ^"), ("ef", "^")]
    assert shown("ab\ncd\n", 1, 6) == [("ab", " ^")]


def test_a_line_of_ten_megabytes_costs_what_a_short_one_does() -> None:
    source = "word " * 2_000_000
    made = diagnostic(source, 5_000_000, 5_000_004)
    for _ in range(2000):  # a look at the whole line would take minutes
        assert len(next(excerpt(source, made, 80))[0]) <= 82


@given(st.text(alphabet="ab \t漢😀é\u0301\u200d\x1b\n\r"), st.data(), st.integers(30, 60))
def test_the_mark_never_leaves_the_line(source: str, data: st.DataObject, room: int) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    for line, mark in shown(source, start, end, room):
        assert "^" in mark
        assert width(mark) <= width(line) + 1
        assert width(line) <= room + 2
        assert not {"\n", "\r", "\t", "\x1b"} & set(line)
