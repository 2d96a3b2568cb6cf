"""Arguments for the functions of credits.c and credit_names.c."""

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

ARGUMENTS = {
    "credit_parts": st.tuples(CREDITS),
    "credit_places": st.tuples(CREDITS),
    "has_sign": st.tuples(SIGNS),
    "may_end_in_credit": st.tuples(LONG.map(lambda parts: f"{parts[0]}{'n' * parts[1]}{parts[2]}{parts[3]}")),
    "names_one": st.tuples(NAMED, st.sets(st.sampled_from(sorted(KNOWN))).map(frozenset)),
}
