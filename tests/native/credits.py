"""Arguments for the functions of credits.c, credit_names.c and credit_places.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import of

WORDS = (
    "animation cartoon Chart COLLECTION credit Drawing graphic illustration ıllustration İmage image map "
    "photo Photograph picture via ſignal video on , file File FILE pool Pool POOL files"
)
SIGNS = of(WORDS, "aZ1é𝄞 ,.:/|©)](İıſK")

KNOWN = frozenset({"ap", "getty", "cq", "u.s", "é", "\ud800", ""})
NAMED = of("ap .ap. getty u.s. u.s..", " /|,.é\ud800𝄞\xa0\x1fa")

ENDS = st.sampled_from(["", " ap", "AFP", " EPA", "-epa", "İap", "Ⓐap", "é AP", " ", "\x1c", "K"])
HINTS = of("Cartoon CREDIT graphic İmage imaGE illustration Photo picture VİA via vIA", "aZ1é𝄞 , ,.:İıſK")
LONG = st.tuples(HINTS | SIGNS, st.sampled_from([0, 0, 100, 126, 130]), HINTS, ENDS)

JOINTS = st.sampled_from(
    ["/", " /", "/ ", "| via ", " | ", "/via", " via ", ", via ", " on Ann", " on ann", ", file", ", FILE",
     ", files", ", Pool ", ","]
)  # fmt: skip
NAMES = st.sampled_from(
    [
        "Ann",
        " Ann",
        "Ann Roe ",
        " AP",
        "Roe. ",
        " R. ",
        "ER. ",
        ". ",
        "said! ",
        "so” ",
        ".",
        " ",
        "\n",
        "\xa0",
        "é𝄞",
    ]
)
CREDITS = st.lists(JOINTS | NAMES | NAMES, max_size=24).map("".join)

PARTS = st.sampled_from(
    ["Ann", "Ann Roe", "De la Roe", "AP", "Ap", "dpa", "reuters", "u.s", "rex", "Rex", "7", "²", "@ann",
     "“Ann", "a“nn", '"', "é", "ǅ", "von", "", " ", ".", "A b", "of 7 ann",
     "A B C D E F", "A B C D E F G", "İ", "der\xa0Ann"]
)  # fmt: skip
AGENCIES = frozenset({"ap", "dpa", "reuters", "u.s", "rex", "de la roe", "of", "i̇"})
LINES = st.lists(st.tuples(PARTS, JOINTS), min_size=1, max_size=4).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)

ARGUMENTS = {
    "credit_parts": st.tuples(CREDITS),
    "credit_places": st.tuples(CREDITS),
    "has_sign": st.tuples(SIGNS),
    "may_end_in_credit": st.tuples(LONG.map(lambda parts: f"{parts[0]}{'n' * parts[1]}{parts[2]}{parts[3]}")),
    "named_parts": st.tuples(
        st.tuples(LINES, PARTS).map("".join) | CREDITS,
        st.sampled_from([frozenset({"de", "la", "von", "der", "of"}), frozenset()]),
        st.sampled_from([AGENCIES, frozenset()]),
    ),
    "names_one": st.tuples(NAMED, st.sets(st.sampled_from(sorted(KNOWN))).map(frozenset)),
}
