"""Arguments for the functions of document.c and folding.c."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from stylelint.document import Block, Span
from tests.native.strategies import of

TEXT = of("", "aZ .\n\r\t\v\f\x85\xa0\x1a“”‘’‚‛„‟′″ʼ＂＇‐‑–\u2003\u202f\u205f\u3000\u2028\u2029é€𝄞")


@st.composite
def drafts(draw: st.DrawFn) -> tuple[str, tuple[Block, ...], tuple[Span, ...]]:
    """Return a prose, blocks in order that do not overlap, and spans that may."""
    prose = draw(TEXT)
    at = st.integers(0, len(prose))
    ends = sorted(draw(st.lists(at, max_size=6)))
    roles = st.sampled_from(["paragraph", "code"])
    blocks = [Block(a, b, role=draw(roles)) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    spans = [Span(*sorted(pair)) for pair in draw(st.lists(st.tuples(at, at), max_size=2))]
    return prose, tuple(blocks), tuple(sorted(spans))


BLOCKS = drafts().map(lambda drawn: drawn[1])


@st.composite
def said(draw: st.DrawFn) -> tuple[str, tuple[Block, ...], set[str]]:
    """Return prose with its blocks, and what some of them and others say."""
    prose, blocks, _ = draw(drafts())
    texts = [prose[block.start : block.end] for block in blocks]
    return prose, blocks, draw(st.sets(st.sampled_from([*texts, *(f"{text}a" for text in texts), "b" * 64])))


ARGUMENTS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    "blot": drafts().map(lambda drawn: (drawn[0], list(drawn[2]))),
    "fold": st.tuples(TEXT),
    "folded_prose": drafts(),
    "in_roles": st.tuples(BLOCKS, st.frozensets(st.sampled_from(["code", "x"]))),
    "in_other_roles": st.tuples(
        BLOCKS, st.dictionaries(st.integers(0, 3), st.sampled_from(["code", "x"]), max_size=2)
    ),
    "saying": said(),
}

_EACH = [
    *map(
        chr,
        (*range(0x300), *range(0x2000, 0x2070), 0x2BC, 0x2BD, 0x3000, 0x3001, 0xFF02, 0xFF03, 0xFF07, 0xFF08),
    ),
    "𝄞",
]
_SIZES = 0, 14, 15, 16, 17, 31
_JOINED = "a\nb\n\nc"
_ENDS = range(len(_JOINED) + 1)

CASES: dict[str, list[tuple[Any, ...]]] = {
    "blot": [
        (text, [(start, end)])
        for text in (_JOINED, "é€", "")
        for start in range(-1, 7)
        for end in range(-1, 9)
    ],
    "fold": [
        ("b" * before + one + after,) for one in _EACH for before in _SIZES for after in ("", "é", "\n𝄞")
    ],
    "folded_prose": [
        (_JOINED + more, (Block(start, end, role=role),), (Span(1, 2),) if opaque else ())
        for start in _ENDS
        for end in _ENDS[start:]
        for role in ("code", "codes", "paragraph")
        for more in ("", "“", "𝄞\r")
        for opaque in (True, False)
    ],
    "saying": [
        (text, (Block(start, end),), {"a" * size})
        for text in ("a" * 70, "é" + "a" * 130)
        for start, end in ((0, 2), (0, 64), (1, 66), (0, 0), (1, 2), (1, 65))
        for size in (0, 1, 2, 63, 64, 65)
    ],
}
