"""What is too much, and what is allowed."""

from __future__ import annotations

import pytest

from stylelint.config import Named
from stylelint.diagnostics import Diagnostic, Level
from stylelint.document import Span
from stylelint.errors import UserError
from stylelint.verdict import Verdict, budgets

KNOWN = {"furniture", "furniture/ad", "titles", "titles/mayor"}
LEVEL: dict[str, Level] = {"e": "error", "w": "warning", "s": "suggestion"}


def found(text: str) -> list[Diagnostic]:
    """`w furniture/ad archive/a.md; …` as diagnostics."""
    rows = [row.split() for row in text.split(";") if row.strip()]
    return [
        Diagnostic(path, Span(0, 1), rule, LEVEL[level], "", "x", 1, 1, 1, 2) for level, rule, path in rows
    ]


W, E, S = "w titles/mayor a.md;", "e titles/mayor a.md;", "s titles/mayor a.md;"
AD, OLD, OLD_AD = "s furniture/ad a.md;", "e titles/mayor archive/x/a.md;", "w furniture/ad archive/a.md;"


@pytest.mark.parametrize(
    ("text", "fail_on", "most", "said", "too_much"),
    [
        ("", "suggestion", None, {}, False),
        (W, "warning", None, {}, True),
        (W, "error", None, {}, False),
        (S, "warning", None, {}, False),
        (S, "suggestion", None, {}, True),
        (W * 3, "warning", 3, {}, False),
        (W * 4, "warning", 3, {}, True),
        (W * 4, "error", 3, {}, True),
        (W, "error", 0, {}, True),
        (E, "warning", 3, {}, True),
        (S, "warning", 0, {}, False),
        (W + S, "suggestion", 3, {}, True),
        (AD, "warning", None, {"furniture": 0}, True),  # of any level
        (AD, "warning", None, {"furniture": 1}, False),
        (AD, "suggestion", None, {"furniture/ad": 1}, False),
        (OLD * 2, "warning", None, {"archive/**": 2}, False),
        (OLD * 3, "warning", None, {"archive/**": 2}, True),
        (OLD * 2 + E, "warning", None, {"archive/**": 2}, True),  # not of the archive
        (OLD * 2 + W, "warning", 1, {"archive/": 2}, False),
        (OLD_AD, "warning", None, {"archive/*": 5, "furniture": 0}, True),  # pays twice
        (OLD_AD, "warning", 0, {"archive/*": 5, "furniture": 1}, False),
    ],
)
def test_what_is_too_much(
    text: str, fail_on: Level, most: int | None, said: dict[str, int], too_much: bool
) -> None:
    allowed = [(Named(name), limit) for name, limit in said.items()]
    verdict = Verdict(most, list(budgets(allowed, KNOWN)))
    verdict.add(found(text), fail_on)
    assert verdict.too_much == too_much


def test_what_is_exceeded_is_said() -> None:
    verdict = Verdict(1, list(budgets([(Named("furniture"), 0), (Named("a*"), 9)], KNOWN)))
    verdict.add(found("w furniture/ad b.md;" + "w titles/mayor b.md;" * 2), "error")
    assert list(verdict.reasons()) == [
        "2 warnings, and 1 are allowed",
        "the budget of furniture is 0, and 1 was found",
    ]


@pytest.mark.parametrize("name", ["furnitur", "titles/major"])
def test_a_budget_for_nothing_is_a_mistake(name: str) -> None:
    with pytest.raises(UserError, match=f"c.yml:3:1: no rule, chapter or folder “{name}”; did you mean"):
        list(budgets([(Named(name, "c.yml", 3, 1), 1)], KNOWN))
