"""Rules of Vale find the same, whether each block is read by itself or a first look leaves most out."""

from __future__ import annotations

from copy import copy
from types import MethodType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stylelint.compat.vale import gate
from stylelint.compat.vale.context import Context
from stylelint.compat.vale.dialect import relaxed
from stylelint.compat.vale.keys import DEFAULTS, EMPTY, KINDS
from stylelint.compat.vale.kinds import made
from stylelint.compat.vale.kinds.base import Kind
from stylelint.compat.vale.kinds.consistency import Consistency
from stylelint.compat.vale.lint import Alert, Runner
from stylelint.compat.vale.reading import read
from stylelint.compat.vale.rule import ValeRule
from stylelint.compat.vale.walk import Walk

RULES: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("existence", {"tokens": ("dory", "cog", "mo")}, "text"),
    ("existence", {"tokens": ("Dory",), "ignorecase": True}, "heading"),
    ("existence", {"tokens": ("^cog", "dory$"), "nonword": True}, "text"),
    ("existence", {"tokens": (r"(?:^|\s)I(?=\s)", r"(?<=\s)-\d"), "nonword": True}, "text"),
    ("existence", {"tokens": (r"cog(?![.,])",)}, "text"),
    ("existence", {"tokens": ("the (?!dory|cog)", "(?:mo|dory),? ")}, "text"),
    ("existence", {"tokens": ("the (?:cog|dory|)",)}, "text"),
    ("existence", {"tokens": ("-cog", r"\.dory"), "ignorecase": True}, "text"),
    ("substitution", {"swap": {"cog (?!mo)": "ship", "dory[ ,]": "boat", "mo,? ": "a"}}, "text"),
    ("existence", {"tokens": (r"the dory(?![.,])", r"mo(?=\.|,)", "Dory"), "ignorecase": True}, "text"),
    ("substitution", {"swap": {"dory(?![.,])": "boat", "cog(?=,)": "ship", "mo, the": "a"}}, "~heading"),
    ("existence", {"tokens": ("é", "café", "[^d]og")}, "text"),
    ("existence", {"tokens": (r"\(.+\)", r"“[^”]+”[.,]"), "nonword": True}, "text"),
    ("existence", {"tokens": (r"\Adory", r"(\w+) \1"), "nonword": True}, "text"),
    ("existence", {"raw": (r"\b(?:a|an)\s+\w+g\b",)}, "sentence"),
    ("substitution", {"swap": {"dory": "boat", "cog(?= dory)": "ship", "mo+": "more"}}, "text"),
    ("substitution", {"swap": {"café": "cafe", "co?g": "wheel"}, "ignorecase": True}, "~heading"),
    (
        "existence",
        {"tokens": ("the dory", "dory the", "cog dory (?:mo|cog)", "the"), "ignorecase": True},
        "text",
    ),
    ("existence", {"tokens": ("Dory", "the (?:Dory|cog)s?", "mo")}, "~heading"),
    ("existence", {"tokens": ("I[.,]?", "mo|moo", "cog. dory")}, "text"),
    ("existence", {"tokens": (r"(?<=\s)mo\s", r"(?<=cog )dory"), "nonword": True}, "text"),
    ("substitution", {"swap": {"the (?:cog|dory)": "it", "the": "a"}, "ignorecase": True}, "text"),
    ("occurrence", {"token": r"\w+", "min": 3}, "text"),
    ("repetition", {"tokens": (r"[^\s]+",), "ignorecase": True, "alpha": True}, "text"),
    ("occurrence", {"token": r"\b(\w+)\b", "max": 4}, "sentence"),
    ("conditional", {"first": r"\b([A-Z]{3})\b", "second": r"\(([A-Z]{3})\)"}, "text"),
    ("consistency", {"either": {"dory": "boat", "cog": "ship"}}, "text"),
    ("consistency", {"either": {"Dory": "boat", "écog": "og"}, "ignorecase": True}, "text"),
)

WORDS = (
    "the", "The", "THE", "Dory,", "\u212a", "\n\n", "\n", "\n\n# ", "\n\n- ", "\xa0", "\x1f",
    "dory", "Dory", "cog", "cog.", "cog,", "dory.", "mo", "moo", "I", "I,", "-1", "é", "écog",
    "café", "é-cog", "é.dory", "(ABC)", "ABC", "“dog”.", "“dog", "dog”,", "a", "an", "og", "boat", "ship",
)  # fmt: skip


def kinds() -> list[Kind]:
    found = []
    for number, (kind, keys, scope) in enumerate(RULES):
        every = {key: DEFAULTS.get(key, EMPTY[wanted]) for key, wanted in KINDS[kind].items()}
        rule = ValeRule(f"House.R{number}", kind, message="'%s'", scope=(scope,), keys={**every, **keys})
        one = made(rule, Context())
        assert one is not None
        found.append(one)
    return found


def one_by_one(kind: Kind) -> Kind:
    """Return the rule with an engine that has no first look, and looks at each block by itself."""
    slow = copy(kind)
    if slow.pattern is not None:
        slow.pattern = copy(slow.pattern)
        slow.pattern.fast = None
        slow.pattern.__dict__["loose"] = None
    if isinstance(slow, Consistency):
        slow._pairs, slow._words = {}, [() for _ in slow.pairs]
    slow.gates = tuple  # type: ignore[method-assign]  # no gates: an empty tuple
    slow.possible = lambda layer: range(len(layer.cuts))  # type: ignore[method-assign]
    slow.found = MethodType(Kind.found, slow)  # type: ignore[method-assign]
    return slow


QUICK = Runner(kinds())
SLOW = Runner(map(one_by_one, kinds()))


def alerts(runner: Runner, text: str) -> list[Alert]:
    return runner.lint(read(text, ".md", ".md", Walk(".md")))


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_a_first_look_leaves_out_nothing(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gate, "_FEW", -1)
        assert alerts(QUICK, text) == alerts(SLOW, text)
    assert alerts(QUICK, text) == alerts(SLOW, text)


@settings(max_examples=30)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), min_size=4, max_size=8))
def test_what_is_learnt_of_drafts_leaves_out_nothing(texts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gate, "_FEW", -1)
        patch.setattr(gate, "_TRIAL", 2)
        learning = Runner(kinds())
        assert [alerts(learning, text) for text in texts] == [alerts(SLOW, text) for text in texts]


@pytest.mark.parametrize(
    ("source", "loose", "bare"),
    [
        (r"cog(?= dory)", r"cog(?: dory)", r"cog(?: dory)"),
        (r"(?:cog(?=,)|\bdory)", r"(?:cog(?:,)|\bdory)", r"(?:cog(?:,)|dory)"),
        (r"\b(?:cog(?=,))\b", r"\b(?:cog)\b", r"(?:cog)"),
        (r"(?<!old )cog(?!s)", "cog", "cog"),
        (r"a|(?<=\s)cog", r"a|\scog", r"a|\scog"),
        (r"(?i)(?:a(?:b)|(?<=[ab])cog(?<=g)s)", r"(?i)(?:a(?:b)|[ab]cogs)", r"(?i)(?:a(?:b)|[ab]cogs)"),
        (r"\b(?<=\s)cog", r"\bcog", "cog"),
        (r"a(?:(?<=\s)cog)", r"a(?:cog)", r"a(?:cog)"),
        (r"(?<=ab)cog", "cog", "cog"),
        (r"^cog [$^]$", r"^cog [$^]$", r"cog [$^]"),
        (r"cog(?=,)?", None, None),
        (r"\Qc.g\E", None, None),
    ],
)
def test_expressions_are_relaxed(source: str, loose: str | None, bare: str | None) -> None:
    assert relaxed(source) == loose
    assert relaxed(source, anchors=False, edges=False) == bare
