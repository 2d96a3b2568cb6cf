"""Arguments for the functions of frontmatter.c."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

from stylelint.readers.fields import Field
from stylelint.readers.frontmatter import _ROLES
from stylelint.readers.prose import Prose
from tests.native.strategies import combined

KEYS = st.sampled_from(["title", "Title", "a.AUTHOR", "seo.description", "é.tags", "İ", "", ".", "a.b.dek"])
SOURCE = "a b é 𝄞 a  \xa0\n c a b"
TEXTS = st.sampled_from(["a", "é b", "𝄞", "a ", "\xa0", " ", ""])


@st.composite
def steps(draw: st.DrawFn) -> tuple[str, int, int]:
    """Return a step that stands there to the letter, or for something else, of its own length too."""
    start = draw(st.integers(0, len(SOURCE)))
    end = draw(st.integers(start, min(len(SOURCE), start + 6)))
    return draw(st.just(SOURCE[start:end]) | TEXTS | st.text(max_size=6)), start, end


@st.composite
def in_a_row(draw: st.DrawFn) -> list[tuple[str, int, int]]:
    """Return steps that follow one another, most of them to the letter."""
    bounds = sorted(draw(st.lists(st.integers(0, len(SOURCE)), min_size=2, max_size=6)))
    pairs = pairwise(bounds)
    return [(draw(st.just(SOURCE[a:b]) | st.just(SOURCE[a:b]) | TEXTS), a, b) for a, b in pairs]


FIELDS = st.builds(
    lambda key, steps, syntax: Field(key, "".join([text for text, _, _ in steps]), steps, syntax),
    KEYS,
    in_a_row() | st.lists(steps(), max_size=3),
    st.sampled_from(["yaml", "bare"]),
)

FENCED = st.builds(
    lambda opening, rest: opening + "".join(rest),
    st.sampled_from(["---\n", "---\r\n", "--- yaml\t\r", "---yaml \n", "---", "---x\n", "----\n", ""]),
    st.lists(
        st.sampled_from(["---", "...", "-", "a", " ", "\t", "\n", "\r", "\r\n", "é", "𝄞", "--.", "\x0c"])
    ),
)

CLOSED = st.builds(
    "{}{}{}é".format,
    st.sampled_from(["---\n", "---\r\n", "--- yaml\t\r", "---yaml \n"]),
    st.lists(st.sampled_from(["a\n", "é: --\r\n", "--- b\r", "\n", " ---\n", "----\n", "..\n"])).map("".join),
    st.sampled_from(["---\n", "...\n", "--- \t\r\n", "---", "...\r", "---\x0c"]),
)

PROSE = st.builds(Prose, st.just(SOURCE))

ARGUMENTS = {
    "fenced": st.tuples(FENCED | CLOSED),
    "add_fields": st.tuples(PROSE, st.lists(FIELDS, max_size=5), st.just(_ROLES)),
}

_MARKS = [f"---{end}" for end in ("\n", "\r\n", " \t\r", " yaml\n", "yaml\n", "-\n", "", " ")]
_CLOSINGS = combined(4, "--- ...", ".-a \n\r\f")

CASES = {
    "fenced": [
        *((f"{mark}{closing}\nb",) for mark in _MARKS[:2] for closing in _CLOSINGS),
        *((f"{mark}a\n{closing}",) for mark in _MARKS for closing in _CLOSINGS[::7]),
    ]
}
