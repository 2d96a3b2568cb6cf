"""From a rule as it is written to a `Rule`: the check with its options, and what all rules have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Literal

from stylelint import checks
from stylelint.checks.base import Check, Quotes
from stylelint.diagnostics import Level
from stylelint.document import ROLES
from stylelint.formats import FORMATS
from stylelint.rulebook import nodes
from stylelint.rulebook.bind import build, converter
from stylelint.rulebook.inherit import Entry
from stylelint.rulebook.nodes import Field, Node, problem
from stylelint.rulebook.rule import Example, Rule
from stylelint.text import did_you_mean

COMMON: dict[str, Any] = {
    "level": Level,
    "message": str,
    "why": str,
    "source": str,
    "quotes": Quotes,
    "scope": tuple[str, ...],
    "fix": Literal["safe", "unsafe", "none"],
    "from": date,
    "until": date,
    "paths": tuple[str, ...],
}
"""The keys that every rule may have, besides `check` and `examples`, and their types."""

_NAMES = {"from": "since"}


def rule(entry: Entry) -> Rule:
    """Make a rule from its keys.

    Raises:
        UserError: a key is unknown, missing or cannot be; the error points at its node.
    """
    common = {key: field for key, field in entry.fields.items() if key in COMMON}
    own = {key: field for key, field in entry.fields.items() if key not in COMMON and key not in _APART}
    check = _check(entry, own)
    if "message" not in common:
        raise problem(entry.key, f"the rule “{entry.id}” needs “message”")
    values = {_NAMES.get(key, key): converter(COMMON[key])(field.value) for key, field in common.items()}
    # A folded scalar keeps a double blank after a stop; nobody means it.
    values |= {key: " ".join(values[key].split()) for key in ("message", "why", "source") if key in values}
    _message(common["message"].value, check)
    values["scope"] = _scope(common["scope"].value) if "scope" in common else check.scope
    values.setdefault("quotes", check.quotes)
    _dates(common, values)
    mark = entry.key.start_mark
    examples = _examples(entry.fields["examples"].value) if "examples" in entry.fields else ()
    return Rule(entry.id, check, examples=examples, file=mark.name, line=mark.line + 1, **values)


_APART = ("check", "examples")


def _check(entry: Entry, own: Mapping[str, Field]) -> Check:
    """Make the check, and ask it what it thinks of its options.

    Options from bundled rulebooks are not asked about: that compiles every expression, which is most of
    the time that loading would take.
    """
    kind = nodes.word(entry.fields["check"].value, "the name of a check")
    if kind not in checks.KINDS:
        raise problem(entry.fields["check"].value, f"no check “{kind}”{did_you_mean(kind, checks.KINDS)}")
    cls = _class(kind)
    _known_keys(cls, kind, own)
    check: Check = build(cls, own, entry.key, f"the check “{kind}”")
    if all(field.trusted for field in own.values()):
        return check
    for key, message in check.problems():
        at = own.get(key)
        raise problem(at.value if at else entry.key, f"{key}: {message}")
    return check


@cache
def _class(kind: str) -> type[Check]:
    return checks.load(kind)


def _known_keys(cls: type[Check], kind: str, own: Mapping[str, Field]) -> None:
    """Refuse a key that is neither the check's nor every rule's, with both in the hint."""
    from stylelint.rulebook.bind import options

    known = options(cls)
    for key, field in own.items():
        if key not in known:
            every = [*known, *COMMON, *_APART]
            raise problem(
                field.key, f"a rule with the check “{kind}” has no key “{key}”{did_you_mean(key, every)}"
            )


def _message(node: Node, check: Check) -> None:
    """Refuse a message that names what nobody fills in."""
    known = ("found", "replacement", *check.values)
    for name in re.findall(r"\{([^{}]*)\}", node.value):
        if name not in known:
            names = ", ".join(f"{{{word}}}" for word in known)
            raise problem(node, f"no “{{{name}}}” in a message; known: {names}")


def _scope(node: Node) -> frozenset[str] | None:
    """Read roles; `all` stands for every one."""
    roles = [(item, nodes.word(item, "a role")) for item in nodes.items(node, "a list of roles")]
    if [role for _, role in roles] == ["all"]:
        return None
    for item, role in roles:
        if role not in ROLES:
            raise problem(item, f"no role “{role}”{did_you_mean(role, ROLES)}")
    return frozenset(role for _, role in roles)


def _dates(common: Mapping[str, Field], values: Mapping[str, Any]) -> None:
    """Refuse a rule that ends before it begins."""
    if "from" in common and "until" in common and values["since"] > values["until"]:
        raise problem(
            common["until"].value,
            f"“until” lies before “from” ({values['since']}); the rule would never hold",
        )


def _examples(node: Node) -> tuple[Example, ...]:
    return tuple(_example(item) for item in nodes.items(node, "a list of examples"))


def _example(node: Node) -> Example:
    """Read `{bad, good, finds, format}`, or `{good}` alone, which is a near miss."""
    given = nodes.mapping(node, "an example")
    for key, field in given.items():
        if key not in _EXAMPLE:
            raise problem(field.key, f"an example has no key “{key}”{did_you_mean(key, _EXAMPLE)}")
    values = {key: converter(_EXAMPLE[key])(field.value) for key, field in given.items()}
    place = {"line": node.start_mark.line + 1, "file": node.start_mark.name}
    if "bad" in values:
        return Example(values.pop("bad"), True, **place, **values)
    if "good" not in values:
        raise problem(node, "an example needs “bad”, or “good” for a near miss")
    if "finds" in values:
        raise problem(given["finds"].key, "a near miss finds nothing; give “bad” too, or leave “finds” out")
    return Example(values.pop("good"), False, **place, **values)


_EXAMPLE: dict[str, Any] = {
    "bad": str,
    "good": str,
    "finds": tuple[str, ...],
    "format": Literal[*FORMATS],
}
