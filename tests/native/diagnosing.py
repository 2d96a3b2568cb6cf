"""Arguments for the functions of diagnosing.c, ordering.c and telling.c."""

from __future__ import annotations

from array import array
from typing import Any

from hypothesis import strategies as st

from stylelint.checks.base import Finding
from stylelint.checks.repeated import Repeated
from stylelint.diagnostics import Diagnostic, Edit
from stylelint.document import Block, Span
from stylelint.rulebook.rule import Rule
from tests.native.strategies import of

_BLANKS = of("", " \t\r\n\n\r\x0b\x85\xa0\u2028aé€𝄞")


@st.composite
def _stretches(draw: st.DrawFn) -> tuple[str, int, int]:
    """Draw a text and a stretch of it."""
    text = draw(_BLANKS)
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    return text, start, end


@st.composite
def _in_blocks(draw: st.DrawFn) -> tuple[str, tuple[Block, ...], int, int]:
    """Draw a text with blocks, and a stretch of it, which is often all of one but blanks."""
    text = draw(_BLANKS)
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    blocks = tuple(Block(*pair) for pair in zip(edges[::2], edges[1::2], strict=False))
    start, end, *_ = draw(st.sampled_from(blocks or [Block(0, 0)]))
    bare = text[start:end].strip()
    start = text.find(bare, start)
    places = st.integers(0, len(text))
    return text, blocks, draw(st.just(start) | places), draw(st.just(start + len(bare)) | places)


_MESSAGES = of("{found} {other} {replacement} {} {found}} {{found} {othe", "{}aé€𝄞 ")
_TEXTS = st.sampled_from(["", "a", "é {found}", "€", "𝄞{other}"])
_VALUES = st.dictionaries(st.sampled_from(["other", "replacement", "found", ""]), _TEXTS)
_SOURCES = of("", "\r\n\n \xa0a") | of("", "\r\n  é€𝄞")


def _rules() -> st.SearchStrategy[Rule]:
    levels, fixes = st.sampled_from(["error", "warning"]), st.sampled_from(["safe", "unsafe", "none"])
    messages = st.just("plain") | _MESSAGES
    return st.builds(Rule, st.just("a/b"), st.just(Repeated()), levels, messages, _TEXTS, fix=fixes)


@st.composite
def _told(draw: st.DrawFn) -> tuple[Any, ...]:
    """Draw a draft whose prose is its source or lies in it in pieces, and what rules have found there."""
    source = draw(_SOURCES)
    if draw(st.integers(0, 9)) == 0:
        return "a.txt", source, "", b"", [], []
    gap, cut = draw(st.integers(0, 3)), draw(st.integers(0, 20))
    rows, prose = None, source
    if draw(st.booleans()) and source[gap:]:
        prose = source[gap:]
        cut = min(cut, len(prose))
        rows = array("q", (0, cut, gap, gap + cut, cut, len(prose), gap + cut, len(source))).tobytes()
    places = st.tuples(*[st.integers(0, len(prose))] * 2).map(sorted)
    related = st.lists(st.builds(lambda pair, what: (*pair, what), places, _TEXTS), max_size=2).map(tuple)
    findings = st.builds(
        lambda pair, *more: Finding(*pair, *more),
        places,
        st.none() | _TEXTS,
        st.booleans(),
        _VALUES,
        related,
        st.booleans(),
    )
    edits = st.none() | st.just(Edit(Span(0, 1), "b"))
    told = draw(st.lists(st.tuples(_rules(), findings, edits), max_size=4))
    return "a.txt", source, prose, rows, [(rule, finding) for rule, finding, _ in told], [e for *_, e in told]


_FEW = st.integers(0, 2) | st.integers(299, 301)


def _diagnostics() -> st.SearchStrategy[Diagnostic]:
    """Return diagnostics of which many have the same place, and some are the same."""
    texts = st.sampled_from(["", "a", "aé", "ab", "𝄞"])
    return st.builds(
        lambda start, end, rule, message, line: Diagnostic(
            "a", Span(start, end), rule, "error", message, "", line, 1, 1, 1
        ),
        _FEW,
        _FEW,
        texts,
        texts,
        st.integers(1, 2),
    )


ARGUMENTS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    "in_order": st.tuples(st.lists(_diagnostics(), max_size=30)),
    "is_blank": _stretches(),
    "told": _told(),
    "whole_at": _in_blocks(),
    "with_line_ends": _stretches(),
}
