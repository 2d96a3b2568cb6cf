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
