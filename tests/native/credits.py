"""Arguments for the functions of credits.c, credit_names.c and credit_places.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import combined, of

WORDS = (
    "animation cartoon Chart COLLECTION credit Drawing graphic illustration ıllustration İmage image map "
    "photo Photograph picture via ſignal video on , file File FILE pool Pool POOL files"
)
SIGNS = of(WORDS, "aZ1é𝄞 ,.:/|©)](İıſK")

KNOWN = frozenset({"ap", "getty", "cq", "u.s", "é", "\ud800", ""})
NAMED = of("ap .ap. getty u.s. u.s..", " /|,.é\ud800𝄞\xa0\x1fa")

END = ("", " ap", "AFP", " EPA", "-epa", "İap", "Ⓐap", "é AP", " ", "\x1c", "K")
ENDS = st.sampled_from(END)
HINT = "Cartoon CREDIT graphic İmage imaGE illustration Photo picture VİA via vIA"
HINTS = of(HINT, "aZ1é𝄞 , ,.:İıſK")
LONG = st.tuples(HINTS | SIGNS, st.sampled_from([0, 0, 100, 126, 130]), HINTS, ENDS)

JOINT = (
    "/", " /", "/ ", "| via ", " | ", "/via", " via ", ", via ", " on Ann", " on ann", ", file", ", FILE",
     ", files", ", Pool ", ",",
)  # fmt: skip
JOINTS = st.sampled_from(JOINT)
NAME = (
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
)
NAMES = st.sampled_from(NAME)
CREDITS = st.lists(JOINTS | NAMES | NAMES, max_size=24).map("".join)

PART = (
    "Ann", "Ann Roe", "De la Roe", "AP", "Ap", "dpa", "reuters", "u.s", "rex", "Rex", "7", "²", "@ann",
     "“Ann", "a“nn", '"', "é", "ǅ", "von", "", " ", ".", "A b", "of 7 ann",
     "abc", "abcd", "Abcd", "ABCD", "ABCDE", "abcde", "AbcD",
     "A B C D E F", "A B C D E F G", "İ", "der\xa0Ann",
)  # fmt: skip
PARTS = st.sampled_from(PART)
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

_AROUND = "", " ", "a", "Z", ".", ",", "é", "İ", "ı", "ſ", "/", "|", "(", "]"
_NAMED = combined(3, "Ann AP Roe. R. “ via", " /|,.\n")

CASES = {
    "credit_parts": [(f"{one}{joint}{two}",) for one in NAME for joint in JOINT for two in NAME],
    "credit_places": [
        *((f"{one}{joint}{two}",) for one in NAME for joint in JOINT for two in NAME),
        *((f"so{sign}{end}",) for sign in "!?:\";.)'],’”…a" for end in ("", " ", " Ann", "/Ann", "Ann")),
    ],
    "has_sign": [
        (f"{before}{one}{after}",)
        for word in (
            *WORDS.split(),
            "(photo)",
            "[photo]",
            "(photo]",
            "{photo}",
            "(photo) .",
            "[photo]..",
            "(a photo",
        )
        for one in (word, word.upper())
        for before in _AROUND[:7]
        for after in (*_AROUND, " on A", " on Z", " on [", " on a")
    ],
    "may_end_in_credit": [
        (f"{word}{'n' * size}{end}",)
        for word in (*HINT.split(), *combined(2, "", "CcRrGgIiMmLlPpVvAaEeHhBb"))
        for size in (0, 126, 127)
        for end in END
    ],
    "named_parts": [
        (f"{one}{joint}{two}", particles, AGENCIES)
        for one in PART
        for joint in JOINT
        for two in PART
        for particles in (frozenset({"de", "la", "von"}),)
    ],
    "names_one": [(text, KNOWN) for text in combined(3, "ap getty u.s é", " /|,.\xa0\x1fa\n")],
}
