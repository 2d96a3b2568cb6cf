"""Which blocks a rule looks at: `heading.h2`, `text & ~list`, `sentence`."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

SIBLINGS = frozenset({"link", "code", "strong", "emphasis", "meta"})
"""Scopes beside `text`: a rule sees them only where it asks for them."""


class Part(NamedTuple):
    """One condition of a selector: names that a block's scope must hold, or must not."""

    names: frozenset[str]
    negated: bool


@lru_cache(maxsize=1024)
def parse(selector: str) -> tuple[Part, ...]:
    """Return the conditions of a selector, all of which must hold."""
    parts = []
    for text in selector.split("&"):
        text = text.strip()
        parts.append(
            Part(frozenset(n.strip() for n in text.removeprefix("~").split(".")), text.startswith("~"))
        )
    return tuple(parts)


@lru_cache(maxsize=1024)
def bases(selectors: tuple[str, ...]) -> frozenset[str]:
    """Return the first names of selectors."""
    return frozenset(
        part.strip().removeprefix("~").split(".")[0] for one in selectors for part in one.split("&")
    )


@lru_cache(maxsize=8192)
def matches(selectors: tuple[str, ...], scope: tuple[str, ...], parent: tuple[str, ...]) -> bool:
    """Tell whether a block is in one of the selectors.

    Args:
        selectors: of the rule; any of them will do.
        scope: the names of the block.
        parent: those of the block it was cut from; conditions with `~` look at these.
    """
    apart = scope[0] if scope and scope[0] in SIBLINGS else ""
    return any(_all(parse(selector), frozenset(scope), frozenset(parent), apart) for selector in selectors)


def _all(parts: tuple[Part, ...], scope: frozenset[str], parent: frozenset[str], apart: str) -> bool:
    if apart and not any(apart in part.names and not part.negated for part in parts):
        return False
    for part in parts:
        if not part.negated and not part.names <= scope:
            return False
        if part.negated and (part.names <= parent or scope & {"raw", "summary"}):
            return False
    return True


@lru_cache(maxsize=1024)
def left_out(selectors: tuple[str, ...], scope: tuple[str, ...], parent: tuple[str, ...]) -> frozenset[str]:
    """Return which of the scopes beside `text` a rule leaves out of a block, as with `~link`.

    Args:
        selectors: of the rule.
        scope: the names of the block.
        parent: those of the block it was cut from.
    """
    asked = [one for one in selectors if matches((one,), scope, parent)]
    out = [frozenset(name for part in parse(one) if part.negated for name in part.names) for one in asked]
    return frozenset.intersection(SIBLINGS, *out) if out else frozenset()


def only_leaves_out(selectors: tuple[str, ...]) -> bool:
    """Tell whether a selector asks for all text but for scopes beside it."""
    return any(all(part.negated and part.names & SIBLINGS for part in parse(one)) for one in selectors)
