"""Arguments for the functions of lookout.c and lookout_seen.c."""

from __future__ import annotations

from hypothesis import strategies as st

from stylelint import signs
from stylelint.document import Block
from tests.native.strategies import ANY, of

_PARTS = st.sampled_from([*"ababs", "ab", "ab", "  ", *"B .ék", *sorted(signs.SIGNS)[:14]])
_SOME = st.lists(_PARTS | _PARTS | _PARTS | ANY, min_size=1, max_size=4).map("".join)
FACTORS = _SOME.flatmap(
    lambda text: st.sampled_from(
        [
            text,
            signs.ANY_CASE + text.lower(),
            signs.BEGIN + text,
            f"a{text}b",
            f"{signs.EDGE}{text}{signs.EDGE}",
            f"{signs.LINE_START}ab{signs.EDGE}",
        ]
    )
)
GROUPS = st.lists(st.lists(FACTORS, max_size=3).map("\n".join), max_size=4).map(tuple)
_WORDS = st.sampled_from(["a", "ab", "b.a", "abba", "ab ab", "é", "k"])
PLAIN = st.lists(st.lists(_WORDS, max_size=3).map("\n".join), max_size=3).map(tuple)
TEXT = of("ab AB abba a.b ab.a", "abAB  .!?…)\"'»•*_-1\n\N{KELVIN SIGN}ſéßẞ\ufde0")
_MUCH = "\n" * 4000


@st.composite
def looks(draw: st.DrawFn) -> tuple[object, str, tuple[Block, ...]]:
    """Return what is looked for, a text, and its blocks."""
    text = draw(TEXT)
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    if draw(st.booleans()):  # what is short is looked at otherwise in Python
        ends = [*ends[: len(ends) // 2 * 2], len(text), len(text) + len(_MUCH)]
        text += _MUCH
    blocks = tuple(Block(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False))
    return (draw(GROUPS), draw(GROUPS), draw(PLAIN), draw(PLAIN)), text, blocks


ARGUMENTS = {
    "one_case": st.tuples(ANY),
    "Lookout": looks(),
}
