from __future__ import annotations

import pytest

from stylelint.checks._forms import forms_in

FORMS = ("Mayor", "Vice Mayor", "mayor", "a")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Vice Mayor met a Mayor.", ["Vice Mayor", "Mayor", "a", "Mayor"]),
        ("Mayors, a subMayor, Mayor2 and Mayor_", ["a"]),
        ("É-Mayor, Mayor/aide, a'mayor", ["Mayor"]),
        ("ÉMayor Mayoré mayor", ["mayor"]),
        ("", []),
    ],
)
def test_forms_stand_as_whole_words(text: str, expected: list[str]) -> None:
    found = forms_in(text, FORMS, "'", "/'")
    assert [text[start:end] for start, end, _ in found] == expected
    assert [FORMS[number] for _, _, number in found] == expected


def test_forms_of_one_place_stand_in_their_order() -> None:
    assert forms_in("Vice Mayor", ("Vice", "Vice Mayor"), "", "") == [(0, 4, 0), (0, 10, 1)]
