"""What a rule's action makes of a match."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from stylelint.compat.vale.edits import edited, expanded, simple, steps
from stylelint.compat.vale.message import listed
from stylelint.text import did_you_mean

if TYPE_CHECKING:
    from stylelint.compat.vale.rule import ValeRule


NAMES = ("replace", "remove", "suggest", "convert", "edit")


def cures(rule: ValeRule, match: str, groups: Sequence[str] = ()) -> tuple[str, ...] | None:
    """Return what could stand instead of a match; None where the action says nothing of it.

    Args:
        rule: whose action it is.
        match: what the rule found.
        groups: what the groups of the expression that found it hold.
    """
    if rule.action == "replace":
        made = tuple(expanded(param, match, groups) for param in rule.params)
        return tuple(recased(one, match) for one in made) if rule.matchcase else made
    if rule.action == "remove":
        return ("",)
    if rule.action == "convert":
        return (simple(match),)
    if rule.action == "edit":
        edit = edited(rule.params, match, groups)
        return None if edit is None else (edit,)
    return None


def recased(text: str, match: str) -> str:
    """Return a replacement in the case of what it replaces: small, in capitals, or with one at its head."""
    if match == match.lower():
        return text.lower()
    if match == match.upper() and sum(map(str.isalpha, match)) > 1:
        return text.upper()
    if match[:1].isupper() and match[1:] == match[1:].lower():
        return text[:1].upper() + text[1:].lower()
    return text


def problem(action: str, params: Sequence[str]) -> str:
    """Return what is wrong with an action; "" where nothing is."""
    if action not in NAMES:
        return f"no action “{action}”{did_you_mean(action, NAMES)}"
    if action == "suggest" and len(params) > 1:
        return "the action “suggest” takes one parameter: spellings, or a script"
    if action == "convert" and tuple(params) != ("simple",):
        return "the action “convert” takes one parameter: simple"
    if action == "edit":
        try:
            steps(params)
        except ValueError as error:
            return str(error)
    return ""


def listed_cures(made: tuple[str, ...] | None, match: str) -> str:
    """Return the cures as a message tells them."""
    if not made:
        return match
    return made[0] if len(made) == 1 else listed(made)
