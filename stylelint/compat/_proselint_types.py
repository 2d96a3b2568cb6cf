"""proselint's types of checks as rules of ours: lists and expressions, read as data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from stylelint import lazy
from stylelint.checks._proselint import changed, get
from stylelint.compat.expand import texts
from stylelint.text import same

Data = dict[str, Any]
"""A rule as YAML would give it: texts, lists and mappings."""

_WORD_PADDINGS = ("WORDS_IN_TEXT", "STRICT_WORDS_IN_TEXT")
_ATOM = lazy.regex(r"\\b|\\B|(\[\^?\]?(?:\\.|[^\]\\])+\]|\\.|[^\\()\[\]{}*+?|^$])(?![*+?{])")
_ENDINGS = ("s", "'s", "d", "ed", "ing", "r", "rs", "r's")
"""What the words of proselint's pairs of spellings may end in."""


class NotOurs(Exception):
    """A check that no kind of ours can say; the message says why."""


def capitals_matter(check: Any) -> bool:
    """Tell whether a check tells capitals from small letters."""
    return not get(get(get(check, "engine", object), "opts", object), "case_insensitive", bool)


def translated(check: Any) -> Iterator[Data]:
    """Yield the rules that say what a check says, with proselint's own message.

    Raises:
        NotOurs: none can say it.
        UserError: the check is not of the shape that it has in 0.16.
    """
    kind = type(check.check_type).__name__
    if kind not in _TYPES:
        raise NotOurs("it is a function" if callable(check.check_type) else f"it is of the type {kind}")
    if getattr(check.flags, "ppm_threshold", 0):
        raise NotOurs("it counts against the length of the text")
    case = capitals_matter(check)
    yield from ({"case": str(case).lower(), **rule} for rule in _TYPES[kind](check, case))


def words_of(items: Mapping[str, str], case: bool) -> dict[str, str]:
    """Return forms and what is preferred to them, as the kind `preferred` has them; others are left out."""
    words: dict[str, str] = {}
    for wrong, right in items.items():
        plain = " | ".join(re.sub(r"\\(\W)", r"\1", right).split(" / "))
        words.update(dict.fromkeys(texts(wrong) or (), plain))
    return distinct(words, case)


def distinct(words: Mapping[str, str], case: bool) -> dict[str, str]:
    """Return forms without those that are preferred to themselves or are there already."""
    kept: dict[str, str] = {}
    for wrong, right in words.items():
        key = wrong if case else same(wrong)
        if wrong not in right.split(" | ") and key not in kept:
            kept[key] = wrong
    return {wrong: words[wrong] for wrong in kept.values()}


def message(check: Any, *values: str) -> str:
    """Return proselint's own message with our names in its gaps."""
    try:
        return str(get(check, "message", str).format(*values))
    except (IndexError, KeyError, ValueError):
        raise changed(f"the message of {check.path} has other gaps") from None


def _existence(check: Any, case: bool) -> Iterator[Data]:
    """Read words or expressions that must not stand in the text."""
    found = get(check.check_type, "items", tuple)
    padded = _padding(check.check_type) in _WORD_PADDINGS
    plain = _written_out(found) if padded and not check.check_type.exceptions else None
    if plain is not None:
        yield {"check": "banned", "words": plain, "message": message(check, "{found}")}
        return
    either = "(?:" + "|".join(found) + ")"
    yield pattern(f"\\b{either}\\b" if padded else either, check)


def _simple(check: Any, case: bool) -> Iterator[Data]:
    """Read one expression that must not match; numbers and words are whole, which proselint forgets."""
    yield {**pattern(get(check.check_type, "pattern", str), check), "whole": "true"}


def _preferred(check: Any, case: bool) -> Iterator[Data]:
    """Read forms and what is preferred to them."""
    items = get(check.check_type, "items", dict)
    padding = _padding(check.check_type)
    padded = padding in _WORD_PADDINGS
    told = message(check, "{replacement}", "{found}")
    for wrong, right in items.items():
        if not padded or texts(wrong) is None:
            regex = f"\\b(?:{wrong})\\b" if padded else wrong
            yield {**pattern(regex, check), "message": told, "replace": right}
    words = words_of(items, case) if padded else {}
    if words:
        alone = {"alone": "true"} if padding.startswith("STRICT") else {}
        yield {"check": "preferred", "words": words, "message": told, **alone}


def _consistency(check: Any, case: bool) -> Iterator[Data]:
    """Read pairs of which an article may use one; whole words, with their endings."""
    pairs = get(check.check_type, "term_pairs", tuple)
    if not all(texts(term) == (term,) for pair in pairs for term in pair):
        raise NotOurs("its expressions are counted")
    told = message(check, "{other}", "{found}")
    groups = [list(pair) for pair in pairs]
    yield {"check": "consistent", "groups": groups, "endings": list(_ENDINGS), "message": told}


_TYPES: dict[str, Callable[[Any, bool], Iterator[Data]]] = {
    "Existence": _existence,
    "ExistenceSimple": _simple,
    "PreferredForms": _preferred,
    "PreferredFormsSimple": _preferred,
    "Consistency": _consistency,
}


def pattern(regex: str, check: Any) -> Data:
    """Return a rule for an expression; a look-ahead at its end becomes a key of ours.

    Raises:
        NotOurs: RE2 cannot read what remains, or the check marks less than it matches and the
            expression does not begin so simply that we could.
    """
    rule: Data = {"check": "pattern", "message": message(check, "{found}", "{found}")}
    head, ahead, tail = regex.partition("(?!")
    if ahead:
        after, _, edge = tail.partition(")")
        if edge not in ("", "\\b") or "(" in after:
            raise NotOurs("its expression looks around")
        regex, rule["unless-before"] = head + edge, after
    offset = get(check, "offset", tuple)
    if any(offset):
        regex, rule["group"] = _moved(regex, *offset), "1"
    _readable(regex)
    exceptions = [f"^(?:{one})$" for one in getattr(check.check_type, "exceptions", ())]
    return {**rule, "pattern": [regex], **({"except": exceptions} if exceptions else {})}


def _moved(regex: str, start: int, end: int) -> str:
    """Return an expression whose first group begins so many characters after the start of the match."""
    at = 0
    while start and (atom := _ATOM.match(regex, at)):
        at, start = atom.end(), start - (1 if atom[1] else 0)
    if start or end or "(" in regex.replace("(?:", ""):
        raise NotOurs("it moves what it has matched")
    # What proselint sees before the first word of a text is a line end.
    head = r"(?:^|\s)" if regex[:at] == r"\s" else regex[:at]
    return f"{head}({regex[at:]})"


def _readable(regex: str) -> None:
    from stylelint.patterns import Pattern

    try:
        Pattern(regex).program  # noqa: B018
    except ValueError:
        raise NotOurs("its expression is not one that RE2 reads") from None


def _padding(kind: Any) -> str:
    return str(getattr(getattr(kind, "padding", None), "name", ""))


def _written_out(found: Iterable[str]) -> list[str] | None:
    """Return all the texts that some expressions stand for, None where one stands for many."""
    each = [texts(regex) for regex in found]
    return None if None in each else [text for some in each for text in some or ()]
