"""Arguments for the function of mentions.c, which uses.c serves."""

from __future__ import annotations

from itertools import combinations, permutations, product
from typing import Any

from hypothesis import strategies as st

from stylelint.checks._mentions import PARTICLES
from stylelint.document import Block
from tests.native.blocks import drafts, in_lines
from tests.native.slips import ROLE_SETS
from tests.native.strategies import TEXT, mostly, of

_SURNAMES = (
    "Varga", "Roe", "O'Roe", "Varga-Roe", "d'Or", "al-Varga", "Émile", "Łódź", "VARGA", "Monday", "V2",
    "Varga" * 8, "Varga" * 8 + "s", "V" + "a-B" * 15,
)  # fmt: skip
_BEFORE = (
    "Ann ", "Émile J. ", "R.E. ", "Mayor ", "the ", "met ", "x. ", "(", "@", "é", "ANN.", "\n", "  ", "²",
    "&", "'", "/", ".", "-", "#", "x al-", "Ann van de la ", "Ann van.", "Ann de-",
    "ǅ ", "iAnn ", "Ann\xa0 ", "a" * 30 + " ", "Ann de la ", *(f"Ann {one} " for one in PARTICLES),
)  # fmt: skip
_AFTER = (
    " said.", " also told", " later then asked", " has warned of", " had not", " warnede", " adds-", " J. ",
    " Varga", " ", "'s", "s", "s ", "ss", "- ", ",", ".", ".co", ".c", "/", "@", "\n", '"', "'", "é", "2",
    "_", "²", "'sun", "-sun", "-Roe", ".c2", " al-roe", " d'été",
)  # fmt: skip

_PIECES = st.builds(
    "{}{}{}".format,
    st.sampled_from(_BEFORE),
    st.sampled_from(_SURNAMES[:3]) | st.sampled_from(_SURNAMES),
    st.sampled_from(_AFTER[:3]) | st.sampled_from(_AFTER),
)
NAMES = mostly(st.lists(_PIECES, min_size=3, max_size=12).map(" ".join), TEXT)
_SETS = st.frozensets(st.sampled_from(_SURNAMES[:9]), min_size=1, max_size=3) | st.just(frozenset({"", "J."}))
_INITIAL = st.characters(min_codepoint=0xC0, max_codepoint=0x17F).map("{}rga".format)
_TITLED = of("Mr Mrs. Gov. President Minister Congresswoman Vice-President iMr Roe Ann van R.", '   ."(—:.\n')
_CAPITALS = of("Varga Says Rates fell lower Émile ǅ", '    .."')
_MANY = st.frozensets(st.text("VRaz", min_size=1, max_size=2), min_size=14).map(frozenset({"Roe"}).union)


ARGUMENTS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    "uses_of": mostly(
        st.tuples(
            mostly(in_lines(NAMES), drafts(NAMES | _TITLED | _CAPITALS)), mostly(_SETS, _MANY), ROLE_SETS
        ).map(lambda drawn: (*drawn[0], *drawn[1:])),
        _INITIAL.map(lambda name: (name, (Block(0, len(name)),), frozenset({name}), frozenset())),
    ),
}


def _asked(text: str, forms: set[str], *bounds: tuple[int, int]) -> tuple[Any, ...]:
    """Ask for words in a text, in all of it or in blocks."""
    blocks = tuple(Block(*pair) for pair in bounds or [(0, len(text))])
    return text, blocks, frozenset(forms), frozenset[str]()


_CUT = "al-Varga d'Or"
_NAMES = (
    "Ann J.",
    "R.E.",
    "Ann J. van",
    "Ann J.R. Roe",
    "Ann VARGA",
    "Ann ad-Roe",
    "el-Roe",
    "Ann ad-",
    "Ann ANN. Roe",
)


def _among(number: int) -> set[str]:
    """Return a name among so many words that the text does not have."""
    return {"Roe", *(f"word{one}" for one in range(number))}


CASES = {
    "uses_of": [
        *[_asked(f"{chr(sign)}rga was.", {f"{chr(sign)}rga", "rga"}) for sign in range(0x20, 0x180)],
        *[_asked(f"Ann {chr(sign)}rga was.", {f"{chr(sign)}rga"}) for sign in range(0x20, 0x180)],
        *[_asked(f"x {one} or", {one.split()[-1]}) for one in _NAMES],
        *[_asked("x Roe. Or Ann Roe.", _among(number), (0, 6), (7, 18)) for number in range(10, 18)],
        *[_asked(f"x {one}{two} said", {two}) for one, two in product(_BEFORE, _SURNAMES[:7])],
        *[_asked(f"x {one}{two} said", {"Ann"}) for one, two in product(_BEFORE, _SURNAMES[:7])],
        *[_asked(f"x Ann {one}{two} or", {one, "Roe"}) for one, two in product(_SURNAMES[:4], _AFTER)],
        *[_asked(f"Ann {''.join(signs)} Roe", {"Ann", "Roe"}) for signs in product("AN.n -'", repeat=4)],
        *[_asked(_CUT, {"al-Varga", "Varga", "Or"}, pair) for pair in combinations(range(len(_CUT) + 1), 2)],
        *[_asked("Roe x. Roe or", {"Roe"}, *two) for two in permutations([(0, 6), (7, 13), (3, 7)], 2)],
    ]
}
