"""The macros of furniture's expressions: what they stand for, and what they leave alone."""

from __future__ import annotations

import pytest

from stylelint.checks._macros import LISTS, MACROS, expand
from stylelint.patterns import Pattern


@pytest.mark.parametrize(
    ("expression", "text", "expected"),
    [
        ("{stamp}", "Mon, Jan 15th 2020, 9:25 AM GMT", True),
        ("{stamp}", "3/5/2017 2:41 am", True),
        ("{stamp}", "Monopoly 2020", False),
        ("{month}", "September", True),
        ("{month}", "marble", False),
        ("{share}", "Share this story", True),
        ("{share}", "play", False),
        ("{section}", "U.S.", True),
        ("{name}", "Harbour Gazette of Brekke", True),
        ("{name}", "the gazette", False),
        ("{name}", "Échos", True),
        ("{name}", "échos", False),
        ("{name}", "Škoda Łódź", True),
        ("{name}", "Μακεδονία", True),
        ("{name}", "Правда", True),
        ("{name}", "правда", False),
        ("{name}", "Pier ×", False),
        ("{headline}", "Pier closes", True),
        ("{headline}", "The pier closes.", False),
    ],
)
def test_what_a_macro_stands_for(expression: str, text: str, expected: bool) -> None:
    whole = Pattern(f"^(?:{expand(expression)})$", case=False)
    assert any(True for _ in whole.in_text(text)) is expected


def test_no_macro_is_left_in_what_one_stands_for() -> None:
    for macro in (*MACROS, *LISTS):
        assert "{" + macro.strip("{}") + "}" not in expand(macro)
