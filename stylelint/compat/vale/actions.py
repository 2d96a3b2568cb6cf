"""What a rule's action makes of a match."""

from __future__ import annotations

from stylelint.compat.vale.message import listed
from stylelint.compat.vale.rule import ValeRule


def cures(rule: ValeRule, match: str) -> tuple[str, ...] | None:
    """Return what could stand instead of a match; None where the action says nothing of it."""
    if rule.action == "replace":
        return rule.params
    if rule.action == "remove":
        return ("",)
    if rule.action == "convert":
        from stylelint.compat.vale.edits import simple

        return (simple(match),) if rule.params[:1] == ("simple",) else (match,)
    if rule.action == "edit":
        from stylelint.compat.vale.edits import edited

        made = edited(rule.params, match)
        return None if made is None else (made,)
    return None


def listed_cures(made: tuple[str, ...] | None, match: str) -> str:
    """Return the cures as a message tells them."""
    if not made:
        return match
    return made[0] if len(made) == 1 else listed(made)
