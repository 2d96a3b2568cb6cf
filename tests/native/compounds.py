"""Arguments for the function of compounds.c."""

from __future__ import annotations

from itertools import product

from hypothesis import strategies as st

from tests.native.strategies import ANY, late

PARTS = [
    "anti",
    "War",
    "co",
    "of",
    "cro",
    "s",
    "tax",
    "cut",
    "Re",
    "dress",
    "x" * 39,
    "x" * 40,
    "é4",
    "İs",
    "K",
]
NOUNS = ["", "", " rules", " rule", " gas", " ga", " grass", " Rule", " ruleé", "s", "ses"]
AROUND = ["'", "’", ".", ". ", "/", "@", "#", "_", "-", "\n", "é", "—", "𝄞 ", "4"]

WORDS = st.lists(st.sampled_from(PARTS[:10]), min_size=2, max_size=4) | st.lists(st.sampled_from(PARTS))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw a text of a few words that are written open, closed and with hyphens, time and again."""
    words, parts = draw(st.lists(WORDS, min_size=1, max_size=3)), list[str]()
    nouns = st.sampled_from(draw(st.lists(st.sampled_from(NOUNS), min_size=1, max_size=3)))
    for _ in range(draw(st.integers(2, 12) | st.integers(40, 60))):
        word = draw(st.sampled_from(["-", "-", " ", ""])).join(draw(st.sampled_from(words)))
        word = draw(st.sampled_from([word, word, word.capitalize(), word[:1].swapcase() + word[1:]]))
        sign = draw(st.sampled_from([" "] * 4 + [draw(st.sampled_from(AROUND) | ANY)]))
        parts += [word, draw(nouns), sign]
    return "".join(parts)


ARGUMENTS = {
    "both_ways": st.tuples(late(texts())),
}

_OPEN = (
    f"{before}{word}{noun}{after} Then {before}{other}{noun}{after}"
    for word, others in {
        "tax-cut": ("tax cut", "taxcut", "Tax Cut", "Taxcut"),
        "a-bcdef": ("a bcdef", "abcdef"),
        "co-op": ("co op", "coop"),
        "re-pay": ("re pay", "repay"),
        "one-two-three": ("one two three", "onetwothree", "one two-three"),
        f"{'x' * 38}-y": (f"{'x' * 38} y",),
        f"{'x' * 39}-y": (f"{'x' * 39} y",),
        f"{'x' * 40}-y": (f"{'x' * 40} y",),
        f"{'x' * 41}-y": (f"{'x' * 41} y",),
    }.items()
    for other in others
    for noun in (
        "",
        *(f" {noun}" for noun in ("rules", "rule", "gas", "ga", "grass", "s", "as", "ass", "bus", "éa")),
    )
    for before, after in product(
        ("", "a ", "'", "@", "4", "-", "é", "."), ("", "s", ".", ".c", "-", "'s", "é", "/", "@")
    )
)
_NEARLY = (
    f"A tax-cut {noun} was. {one} tax cut {other} is a taxcut {other}{end}"
    for noun in ("rules", "rule", "ruless", "rul", "ru")
    for other in ("rules", "rule", "ruless", "Rule", "rul", "ru")
    for one in ("A", "a", "")
    for end in ("", "s", ".")
)

CASES = {"both_ways": [(text,) for text in (*_OPEN, *_NEARLY)]}
