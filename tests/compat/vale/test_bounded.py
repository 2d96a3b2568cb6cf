"""Every key of Vale's kinds that takes an expression is tried with those that hang a backtracking engine.

What RE2 cannot run is run by an engine that can hang, which is given a time; a search that takes longer is an
error, which is told to the house.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from stylelint.compat.vale import regexes
from stylelint.compat.vale.keys import KINDS
from stylelint.errors import UserError
from tests.checks.test_bounded import CATASTROPHIC
from tests.compat.vale.styles import Desk
from tests.forked import ends

EXPRESSIONS = (*CATASTROPHIC, "(a|aa)+c")
DRAFTS = (
    f"{'a' * 300} c\n\n{'a ' * 300}\n\nHe said {'aa, ' * 300}b\n",
    f"{'a' * 3000} é c\n",
)
"""With blocks that other expressions than the last one find, and with letters that RE2 is not asked about."""

SLOW = 60
"""Seconds after which a rule hangs: a search is given two, and a draft that takes longer is given up."""

RULES: dict[tuple[str, str], str] = {
    ("existence", "tokens"): "tokens: [{0}]",
    ("existence", "raw"): "raw: [{0}]",
    ("existence", "exceptions"): "tokens: [a]\nexceptions: [{0}]",
    ("existence", "tokens with groups"): "tokens: [{0}, a+]\naction: {{name: replace, params: [$1]}}",
    ("substitution", "swap"): "swap: {{{0}: b, a+: c}}",
    ("substitution", "swap to"): "swap: {{a+: {0}}}",
    ("substitution", "swap with groups"): "swap: {{({0}): $1, a+: c}}",
    ("substitution", "exceptions"): "swap: {{a+: b}}\nexceptions: [{0}]",
    ("occurrence", "token"): "token: {0}\nmax: 1",
    ("repetition", "tokens"): "tokens: [{0}]",
    ("repetition", "exceptions"): "tokens: [a+]\nexceptions: [{0}]",
    ("consistency", "either"): "either: {{{0}: b}}",
    ("conditional", "first"): "first: {0}\nsecond: b",
    ("conditional", "second"): "first: (a)\nsecond: {0}",
    ("conditional", "exceptions"): "first: (a)\nsecond: b\nexceptions: [{0}]",
    ("capitalization", "match"): "match: {0}",
    ("capitalization", "exceptions"): "match: $title\nexceptions: [{0}]",
    ("spelling", "filters"): "filters: [{0}]",
    ("spelling", "exceptions"): "exceptions: [{0}]",
    ("sequence", "tokens"): "tokens: [{{pattern: {0}}}, {{pattern: b}}]",
    ("sequence", "exceptions"): "tokens: [{{pattern: a}}, {{pattern: b}}]\nexceptions: [{0}]",
}
"""Kind and key → what a rule says in it, with a place for the expression."""


def run(folder: Path, template: str, kind: str) -> None:
    """Lint with each expression in one place; those that take too long are told as mistakes of the rule."""
    regexes.TIMEOUT, refused = 0.05, 0
    for number, expression in enumerate(EXPRESSIONS):
        said = template.format(json.dumps(expression))
        desk = Desk(folder / str(number), {"Rule": f"extends: {kind}\nmessage: x\n{said}\n"})
        for draft in DRAFTS:
            try:
                desk.lint(draft)
            except UserError as error:
                refused += "seconds on a block" not in str(error)
    assert refused < len(EXPRESSIONS) * len(DRAFTS)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="to start Python anew for each key takes too long")
@pytest.mark.parametrize(("kind", "key"), RULES)
def test_no_expression_of_a_style_makes_a_rule_hang(tmp_path: Path, kind: str, key: str) -> None:
    ends(run, tmp_path, RULES[kind, key], kind, within=SLOW)


def test_every_kind_with_an_expression_is_tried() -> None:
    assert {kind for kind, _ in RULES} == KINDS.keys() - {"readability", "metric", "script"}
