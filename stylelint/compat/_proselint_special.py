"""Those of proselint's checks that are code, or that are wrong as they are written, as rules of ours.

Their lists are read from the modules that hold them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from stylelint.checks._proselint import changed
from stylelint.compat._proselint_types import Data, capitals_matter, message, words_of


def special(check: Any) -> Data | None:
    """Return the rule for a check that is one of these, None for all others.

    Raises:
        UserError: its lists are not where they are in 0.16.
    """
    make = _SPECIAL.get(check.path)
    return make(check) if make else None


def _constant(check: Any, name: str, kind: type) -> Any:
    """Return a constant of the module that a check's function stands in."""
    found = getattr(check.check_type, "__globals__", {}).get(name)
    if not isinstance(found, kind):
        raise changed(f"{check.path} has no list {name}")
    return found


def _but(check: Any) -> Data:
    return {"check": "pattern", "pattern": [r"^But\b"], "message": message(check)}


def _greylist(check: Any) -> Data:
    words = "|".join(_constant(check, "GREYLISTED_TERMS", dict))
    told = message(check, "{found}", "A plainer word will do, or none.")
    return {"check": "pattern", "pattern": [rf"\b(?:{words})[sd]?\b"], "case": "false", "message": told}


def _waxed(check: Any) -> Data:
    waxes, modifiers = _constant(check, "WAXES", tuple), _constant(check, "MODIFIERS", dict)
    items = {f"{wax} {wrong}": f"{wax} {right}" for wrong, right in modifiers.items() for wax in waxes}
    return _forms(check, items)


def _venery(check: Any) -> Data:
    generic, terms = _constant(check, "GENERIC_TERMS", tuple), _constant(check, "TERM_MAP", tuple)
    items = {f"{word} of {animals}": f"{term} of {animals}" for animals, term in terms for word in generic}
    return _forms(check, items)


def _forms(check: Any, items: dict[str, str]) -> Data:
    told = message(check, "{replacement}", "{found}")
    words = words_of(items, capitals_matter(check))
    return {"check": "preferred", "words": words, "case": "false", "message": told}


def _uncomparables(check: Any) -> Data:
    """Make one rule of two checks: “at least possible” and “at most complete” are measures."""
    adjectives = "|".join(_constant(check, "UNCOMPARABLES", tuple))
    fancy = "|".join(_constant(check, "FANCY_COMPARATORS", tuple))
    plain = "|".join(_constant(check, "COMPARATORS", tuple))
    but = [rf"^{one}\s+{other}$" for one, other in _constant(check, "EXCEPTIONS", tuple)]
    return {
        "check": "pattern",
        "pattern": [rf"\b(?:{plain}|{fancy})\s+(?:{adjectives})\b"],
        "except": but,
        "unless-after": r"\bat\s",
        "case": "false",
        "message": message(check, "{found}"),
    }


def _illusions(check: Any) -> Data:
    return {"check": "echoed", "message": message(check, "{found}")}


def _called(gate: str, per: str = "block") -> Callable[[Any], Data]:
    """Return a maker of rules that let proselint look where an expression matches."""
    return lambda check: {
        "check": "proselint", "path": check.path, "gate": [gate], "per": per, "message": "{said}"
    }  # fmt: skip


def _range(check: Any) -> Data:
    """Make the rule for “from 1990-1999”; a comma between figures is none (“from 1,200 to 1,500”)."""
    return {"check": "pattern", "pattern": [r"from \d+[-–—]\d+"], "case": "false", "whole": "true",
            "message": message(check)}  # fmt: skip


_SPECIAL: dict[str, Callable[[Any], Data]] = {
    "dates_times.dates.dash_and_from": _range,
    "lexical_illusions": _illusions,
    "misc.but": _but,
    "misc.greylist": _greylist,
    "misc.waxed": _waxed,
    "terms.venery": _venery,
    "typography.punctuation.exclamation": _called(r"\w!", "article"),
    "typography.punctuation.spacing": _called(r"[.?!] {2}\w", "article"),
    "typography.symbols.curly_quotes": _called(r'"[\w\s]+"'),
    "uncomparables": _uncomparables,
}
