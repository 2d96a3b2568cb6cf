"""Arguments for the functions of forms.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import of

_FORMS = "Mayor", "mayor", "Vice Mayor", "May", "a", "an A", "Épée", "é", "𝄞", "-", "'A", "of", "2nd", ""
_TEXT = of(" ".join((*_FORMS[:9], "Vice", "Vice", "an")), "  -'/&.s2é\n")
_LONG = "Mayor", "mayor", "Vice Mayor", "Épée"
_SEVERAL = (
    st.lists(st.sampled_from(_FORMS)).map(tuple)
    | st.lists(st.sampled_from(_LONG)).map(tuple)
    | st.just(("Mayor", "Vice Mayor", "May", "A"))
)

ARGUMENTS = {
    "forms_in": st.tuples(_TEXT, _SEVERAL, *[st.sampled_from(["", "'/&-", "é"])] * 2),
    "forms_amid": st.tuples(
        _TEXT
        | st.lists(
            st.sampled_from(["an ", "May ", "  ", "Mayor, ", "é ", "of A", "an Vice Mayor ", "May a"])
        ).map("".join)
        | st.lists(st.sampled_from([*_FORMS, "an", "of", "X"]), min_size=3).map(" ".join),
        _SEVERAL,
    ),
}

_BESIDE = "", " ", "  ", "-", "'", "/", "&", ".", "s", "2", "é", "a", "A", "\n", "_", "of ", "an ", ". "

CASES = {
    "forms_in": [
        (f"{before}{form}{after}", forms, begins, joins)
        for before in _BESIDE
        for form in ("Mayor", "mayor", "Vice Mayor", "May", "Vice mayor", "Mayo", "Épée")
        for after in _BESIDE
        for forms in (("Mayor", "Vice Mayor"), ("mayor", "Épée", "May"))
        for begins, joins in (("'/&-", "-"), ("", "é"))
    ],
    "forms_amid": [
        (f"{before}{form}{between}{other}{after}", ("Mayor", "Vice Mayor", "May", "Épée"))
        for before in ("", "an ", "of ", ". ", "a, ", "A ", "X", "a ", "z ", "` ", "{ ")
        for form in ("Mayor", "Vice Mayor", "May")
        for between in ("", " ", ", ", " of ", " an ", "  ")
        for other in ("", "Mayor", "X", "é", "A", "Z", "a", "z", "@", "[")
        for after in ("", " ", ".", "s")
    ],
}
