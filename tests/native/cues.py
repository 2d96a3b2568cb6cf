"""Arguments for the functions of cues.c, cues_look.c and shapes.c."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, pairwise
from typing import Any, Literal, cast

from hypothesis import strategies as st

from stylelint.checks._cue_table import Words, table
from stylelint.checks._lines import handed_over
from stylelint.checks.cues import Cue
from stylelint.document import Block
from stylelint.patterns import Several
from tests.native.blocks import KINDS, drafts, in_lines
from tests.native.strategies import LETTERS, combined, mostly, of, parts_of

BODIES = (
    "sign", "sign ups?", r"\w+ apps?", r"\d+ free", r"\d?\d", r"\d? the", "free", "up(?: to)? date", "in",
    "is", "»", ">>?", r"\x1a+", r"[\w')]+\.", r"\w+: (?:a|the)", r"\w*", r"(?:a|the|\w+)s", "é", r"[^\w]a",
    "(?:free |news )*(?:apps?|ups?)", r"(?:sign|free) [^\n]*\w", "ap|app|apps", r"\w+s|up",
)  # fmt: skip
"""Known by letters, by none, by a sign, or to RE2 alone."""

TEXT = of("sign Sign up apps free news the in is", "    a0.:'»>\x1a", st.sampled_from('A,"é—ſK𝄞\n'))
LINES = st.sampled_from(
    [
        "Sign up", "sign ups", "the free apps", "news: a", "5 free", "12 the", "0 the", "up to date",
        "in", "is",
        "a » in", ">>", "'s in", "'in", "'sign up", "\"sign", "free news apps", "free. sign", "is ap",
        "app", "café is", "ſign",
        "in K", "\x1a free", "newsin up", "as", "", "is: the", "free up to sign", "(sign) ups.",
    ]
)  # fmt: skip
"""Much of it is a cue, or nearly."""

CUES = st.builds(
    Cue,
    st.just(1),
    st.lists(st.sampled_from(BODIES), min_size=1, max_size=6).map(tuple),
    st.sampled_from(["anywhere", "anywhere", "start", "end"]),
)


def standing(cues: list[Cue], keys: int, texts: list[str]) -> Callable[[bytes], list[int]]:
    """Return what tells for some texts which cues RE2 finds in them, if one of the keys is among them."""
    several = Several([cue.regex for cue in cues])
    # All of it beforehand, as nobody knows what RE2 does where there is no memory left.
    found = {text.encode(): several.matching(text.encode()) for text in texts}
    with_keys = {data: met for data, met in found.items() if any(number < keys for number in met)}
    return lambda data: list(with_keys.get(data, ()))


@st.composite
def looks(draw: st.DrawFn) -> tuple[Any, ...]:
    """Draw cues, a draft, and some of its blocks."""
    cues = draw(st.lists(CUES, min_size=1, max_size=4))
    keys = draw(mostly(st.just(len(cues)), st.integers(1, len(cues))))
    text, blocks = draw(mostly(in_lines(LINES), drafts(TEXT)))
    seen = dict.fromkeys(index for index in range(len(blocks)) if draw(st.integers(0, 4)))
    kinds = draw(st.just(KINDS) | st.lists(st.sampled_from(KINDS), min_size=1).map(tuple))
    (rows,) = handed_over([table([Words(cue.any, cue.at) for cue in cues])])
    weights = tuple(draw(st.lists(st.integers(-5, 9), min_size=len(cues), max_size=len(cues))))
    ask = standing(cues, keys, [text[block.start : block.end] for block in blocks])
    made = (rows, weights, keys, draw(st.just(-9) | st.integers(-9, 6)))
    others = st.sampled_from([(400, 2), (7, 200), (400, 3), (0, 0)])
    most = draw(mostly(st.just((400, 200)), others))
    return made, text, blocks, seen, kinds, *most, ask


SHAPES = of("a an with your Sign UP news of Of ß ﬁ Dž K", f"{LETTERS} \t.;:?")

CAPITALS = st.lists(
    st.sampled_from(["With", "Sign", "UP", "with", "your", "from", "The", "of"]), min_size=2
).map(" ".join)

_ENDS = ("a»", "[^é]»", "a>>?»", r"\w*»", "»", "in", r"\d»+")


def _book(cue: str, at: str, text: str) -> tuple[Any, ...]:
    """Ask for one cue in the lines of a text."""
    where = cast('Literal["anywhere", "start", "end"]', at)
    words = Cue(1, (cue,), where)
    (rows,) = handed_over([table([Words(words.any, where)])])
    ends = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    blocks = tuple(Block(start, end - 1) for start, end in pairwise(ends))
    ask = standing([words], 1, text.split("\n"))
    return (rows, (1,), 1, 1), text, blocks, dict.fromkeys(range(len(blocks))), KINDS, 400, 200, ask


_STANDS = [
    (cue, at, f"{before}{text}{after}")
    for cue, text in (
        ("sign ups?", "sign up"),
        ("up", "UP"),
        ("is", "Is"),
        ("is", "iſ"),
        (r"k\w", "\u212aa"),
        ("free", "free"),
        (r"\w+ apps?", "a app"),
    )
    for at in ("anywhere", "start", "end")
    for before in ("", "x", " ", '"', "'", "»", ".", "é", "x ", "ſ", "\u212a ")
    for after in ("", "s", " ", ".", "é", " a", "K")
]


def _limited(text: str, letters: int, words: int) -> tuple[Any, ...]:
    """Ask for a cue in blocks that must be so short."""
    return (*_book("up", "anywhere", text)[:5], letters, words, *_book("up", "anywhere", text)[7:])


_SHAPED = combined(3, "An an Sign UP of with ß Dž", " .-aA:\t")

_LINES = "x a»\nx a\n5»»\n5\na>>»\na>>\na>\na\nin»\nin\ni\n"

CASES = {
    "CueBook": [
        *(_book(cue, "anywhere", _LINES) for cue in _ENDS),
        *(_book(cue, "start", _LINES) for cue in _ENDS),
        *(_book(cue, "end", _LINES) for cue in _ENDS),
        *(_book(cue, at, f"{text}\n") for cue, at, text in _STANDS),
        *(_limited("up a b", letters, words) for letters in range(4, 8) for words in range(1, 4)),
    ],
    "shape_of": [(text, 0, len(text)) for text in _SHAPED],
}

ARGUMENTS = {"CueBook": looks(), "shape_of": parts_of(SHAPES | CAPITALS)}
