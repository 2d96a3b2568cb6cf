from __future__ import annotations

import pytest

from stylelint import readers
from stylelint.checks._mentions import in_capitals, memory, names_with


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Ann van der Roe in Roe.", ["Ann van der Roe", "Roe"]),
        ("Ann J. Roe's friend and R.E. Roe-Varga", ["Ann J. Roe"]),
        ("the d'Or, al-Roe and Émile al-Roe", ["al-Roe", "Émile al-Roe"]),
        ("@Roe, #Roe, a-Roe, Roe/Varga, roe@Roe.com, Roe.com", []),
        ("Roe2, Roe-2 and Roe.", ["Roe"]),
    ],
)
def test_names_with(text: str, names: list[str]) -> None:
    assert [
        text[start:end] for start, end in names_with(text, frozenset({"Roe", "al-Roe"}), 0, len(text))
    ] == names


def test_uses() -> None:
    text = "Roe left. Mayor Ann J. Roe stayed, and Gov. Roe’s friend.\n\nRoe Wins Vote\n"
    uses = memory(readers.read("a.txt", text.encode()), frozenset({"Roe"})).uses("Roe")
    assert [(use.before, use.after, use.opens, use.titled) for use in uses] == [
        ("", "", True, False),
        ("Ann", "", False, False),
        ("", "", False, True),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Roe Wins a Vote", True),
        ("Roe Wins a Vote.", False),
        ("Roe Wins every Vote in the End", False),
        ("Roe won at a run", False),
        ("— 2016", False),
    ],
)
def test_a_line_in_capitals(line: str, expected: bool) -> None:
    assert in_capitals(f"é{line}é", 1, len(line) + 1) is expected
