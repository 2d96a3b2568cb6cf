"""Arguments for the functions of alike.c."""

from __future__ import annotations

from itertools import accumulate, pairwise, product

from hypothesis import strategies as st

from stylelint.document import Block, Span
from tests.native.blocks import lined
from tests.native.strategies import ANY, mostly

SIGNS = st.sampled_from([" ", " ", " ", "  ", "\n", "'", "-", "''", "\u2003", ".", "", "\x1c", "\x1a"]) | ANY
WORDS = st.sampled_from(["the", "PIER", "o", "a_1", "é", "É€", "𝄞", "4", "İ"])
GREEK = st.sampled_from(["ΟΔΟΣ", "οδος", "οδοσ"])


def pairs_of(count: int) -> st.SearchStrategy[tuple[int, int]]:
    """Draw two numbers of so many spans."""
    number = st.integers(0, count - 1)
    return st.tuples(number, number)


def proses(folded: str) -> st.SearchStrategy[str]:
    """Draw a prose that is as long as a folded text."""
    return st.just(folded) | st.just(folded.replace("4", "’").replace("o", "\x1a"))


@st.composite
def spans_and_pairs(draw: st.DrawFn, words: st.SearchStrategy[str]) -> tuple[object, ...]:
    """Draw a draft whose stretches have much in common, and some pairs of them."""
    phrase = st.lists(st.tuples(words, SIGNS).map("".join), max_size=4).map("".join)
    phrases = draw(st.lists(phrase, min_size=1, max_size=4))
    text = st.lists(st.sampled_from(phrases), max_size=4) | st.lists(st.sampled_from(phrases), min_size=8)
    texts = draw(st.lists(text.map("".join), min_size=1, max_size=5))
    texts += [draw(st.sampled_from([f" {texts[0]}", texts[0].replace(" ", "\n"), texts[0] + ". "]))]
    texts[0] *= draw(st.sampled_from([1, 1, 1, 1, 2_000]))
    ends = [0, *accumulate(map(len, texts))]
    spans = [draw(st.sampled_from([Block, Span]))(*two) for two in pairwise(ends)]
    folded = "".join(texts)
    pairs = st.lists(pairs_of(len(spans)), min_size=1, max_size=8)
    return folded, draw(proses(folded)), spans, draw(pairs)


LINES = st.lists(
    st.sampled_from(
        ["the pier was closed after a storm", "THE PIER was closed after a storm", "she said it lies there",
         "and the old pier lay there, ", "and the red ship lay there, ",
         "café « Zürich » — and here", "the 𝄞 of it", "u", "m", "c", " ", "…", "nothing is the same", "Ünder",
         " at 4 o'clock", "\x1a", " (AP)", " Photo"]
    ),
    max_size=8,
).map("".join)  # fmt: skip
"""With few letters to cut at, so that the pieces are long ones."""

ROLES = st.sampled_from(["paragraph", "paragraph", "caption", "credit"])


@st.composite
def drafts(draw: st.DrawFn) -> tuple[object, ...]:
    """Draw lines, many of them several times, and blocks that begin and end in them."""
    known, is_cut = draw(st.lists(LINES, min_size=1, max_size=5)), not draw(st.integers(0, 3))
    text, blocks = "", list[Block]()
    for line in draw(st.lists(st.sampled_from(known), max_size=90)):
        other = st.sampled_from([(2, 1), (len(line), 0), (-1, 0), (0, -9)])
        start, end = draw(mostly(st.just((0, 0)), other) if is_cut else st.just((0, 0)))
        bounds = max(0, len(text) + start), len(text) + len(line) - end
        blocks.append(Block(*bounds, "paragraph", draw(ROLES)))
        text += line + "\n"
    text += " " * 9  # for the last of them
    more = draw(st.lists(pairs_of(len(blocks)), max_size=2)) if blocks else []
    least = draw(st.sampled_from([0.0, 0.3, 0.6, 1.0])), draw(st.sampled_from([0, 3, 8, 99]))
    return text.encode(), text, draw(proses(text)), draw(st.sampled_from([list, tuple]))(blocks), more, *least


ARGUMENTS = {
    "alike": drafts(),
    "compared": spans_and_pairs(WORDS | GREEK),
}
ALONE = {"compared": spans_and_pairs(WORDS)}


def _sharing(number: int, below: str, credits: tuple[str, str]) -> tuple[str, list[Block]]:
    """Return two blocks of twelve words and more, of which they have so many in common, and one below."""
    lines = [
        " ".join(f"w{place}" for place in range(12)) + credits[0],
        " ".join(f"w{place}" if place < number else f"v{place}" for place in range(13)) + credits[1],
        "below",
    ]
    ends = [0, *accumulate(len(line) + 1 for line in lines)]
    roles = ["paragraph", "paragraph", below]
    blocks = [
        Block(start, start + len(line), "paragraph", role)
        for start, line, role in zip(ends, lines, roles, strict=False)
    ]
    return "\n".join(lines), blocks


def _alike(
    number: int, below: str, credits: tuple[str, str], least: tuple[float, int], pair: tuple[int, int]
) -> tuple[object, ...]:
    text, blocks = _sharing(number, below, credits)
    return text.encode(), text, text, blocks, [pair], *least


def _passages(size: int, before: str, after: str, wide: str) -> tuple[object, ...]:
    """Return two lines that have so many letters in common, between others of one byte or more."""
    common = ("the old pier hall was shut at eight " * 3)[:size]
    lines = [f"{wide}{before}{common}{after} end", f"{wide}x{before}{common.upper()}{after}y", wide]
    text, blocks = lined(lines)
    return text.encode(), text, text, list(blocks), [], 0.0, 0


def _blanks(one: str, other: str) -> tuple[object, ...]:
    """Return two stretches that may be the same but for blanks."""
    text = f"{one}|{other}"
    return text, text, [Span(0, len(one)), Span(len(one) + 1, len(text))], [(0, 1)]


_SPACED = [
    f"{before}a{between}b{after}"
    for before in ("", " ")
    for between in (" ", "  ", "\n", "-", " - ", "\xa0", "")
    for after in (".", ". ", ".c", "", "!", " .")
]

CASES = {
    "alike": [
        *(
            _passages(size, before, after, wide)
            for size in range(12, 40)
            for before, after in product(("", "m", "zzzz"), ("", "m", "zz"))
            for wide in ("", "é", "𝄞é ")
        ),
        *(
            _alike(*one)
            for one in product(
                (0, 3, 4, 5, 6, 7, 8, 9, 12),
                ("paragraph", "credit"),
                (("", ""), ("", " (AP)"), (" (AP)", "")),
                ((0.3, 99), (0.6, 99), (1.0, 99), (2.0, 8)),
                ((0, 1), (1, 0)),
            )
        ),
    ],
    "compared": [_blanks(one, other) for one in _SPACED for other in (*_SPACED, "A b.", "a c.")],
}
