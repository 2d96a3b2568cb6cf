"""proselint's checks as rules of ours: lists and patterns, read as data.

None of its code runs on a draft.  proselint is imported only when a rulebook extends `proselint`.  What
is read from it is looked at with care: it has changed its shape between minor versions before.

What differs from proselint on purpose: a word is found as a whole word in any script, whatever else stands
in the text (proselint drops its word edges once a list has matched at all), and a stretch of quotation is
told by our own reading of speech.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from stylelint.compat.expand import texts
from stylelint.errors import UserError
from stylelint.rulebook import nodes
from stylelint.rulebook.nodes import Field
from stylelint.text import same

NAME = "proselint"
SOURCE = "https://github.com/amperser/proselint"

_WORD_PADDINGS = ("WORDS_IN_TEXT", "STRICT_WORDS_IN_TEXT")
_SEES_FOLDED = ("typography.symbols.curly_quotes",)

Data = dict[str, Any]
"""A rule as YAML would give it: texts, lists and mappings."""


class _LeftOut(Exception):
    """A check that cannot be put as a rule of ours; the message says why."""


def rules() -> dict[str, Field]:
    """Return proselint's checks as the fields of a rulebook's `rules`.

    Raises:
        UserError: proselint is not installed, or has changed its shape.
    """
    return nodes.mapping(nodes.from_data(_all()[0], NAME), "rules")


def release() -> Path:
    """Return a file that another release of proselint does not have: the metadata of this one.

    Where an install has none, the package itself.
    """
    from importlib.util import find_spec

    spec = find_spec("proselint")
    package = Path(spec.origin).parent if spec and spec.origin else Path()
    found = sorted(package.parent.glob("proselint-*.dist-info/METADATA"))
    return found[0] if found else package / "__init__.py"


def left_out() -> dict[str, str]:
    """Return the paths of the checks that are not offered, and why, in proselint's order.

    Raises:
        UserError: proselint is not installed, or has changed its shape.
    """
    return _all()[1]


def _all() -> tuple[dict[str, Data], dict[str, str]]:
    made: dict[str, Data] = {}
    lacking: dict[str, str] = {}
    for check in _register():
        path = _get(check, "path", str)
        try:
            for rule in _translated(check):
                _put(made, path.replace(".", "-").replace("_", "-"), rule)
        except _LeftOut as reason:
            lacking[path] = str(reason)
    return made, lacking


def _put(made: dict[str, Data], name: str, rule: Data) -> None:
    """Add a rule; proselint cuts long lists into several checks, which are one again here."""
    key, count = name, 1
    while key in made:
        if _joined(made[key], rule):
            return
        count += 1
        key = f"{name}-{count}"
    made[key] = rule


def _joined(old: Data, new: Data) -> bool:
    """Join the words of two rules that differ in nothing else."""
    if "words" not in old or {**old, "words": 0} != {**new, "words": 0}:
        return False
    if isinstance(old["words"], dict):
        old["words"] = _clean({**old["words"], **new["words"]}, old["case"] == "true")
    else:
        old["words"] = [*old["words"], *new["words"]]
    return True


def _register() -> Iterable[Any]:
    try:
        register = import_module("proselint.checks").__dict__.get("__register__")
    except ImportError as error:
        raise UserError(f"proselint cannot be imported ({error}); install proselint 0.16") from None
    if not isinstance(register, tuple) or not register:
        raise _changed("its list of checks is not there")
    return register


def _changed(what: str) -> UserError:
    return UserError(f"this version of proselint is not one that can be read ({what}); 0.16 can", NAME)


def _get(value: Any, name: str, kind: type) -> Any:
    """Return an attribute of proselint's, and say so where it is not what it was in 0.16."""
    found = getattr(value, name, None)
    if found is None or not isinstance(found, kind):
        said = "is missing" if found is None else f"has the type {type(found).__name__}"
        raise _changed(f"“{name}” of {type(value).__name__} {said}")
    return found


def _translated(check: Any) -> Iterator[Data]:
    """Yield the rules that say what a check says.

    Raises:
        _LeftOut: no rule can say it.
    """
    kind = type(check.check_type).__name__
    flags, offset = _get(check, "flags", tuple), _get(check, "offset", tuple)
    if kind not in _KINDS:
        raise _LeftOut("it is a function" if callable(check.check_type) else f"it is of the kind {kind}")
    if getattr(flags, "ppm_threshold", 0):
        raise _LeftOut("it counts against the length of the text")
    if any(offset):
        raise _LeftOut("it moves what it has matched")
    if check.path in _SEES_FOLDED:
        raise _LeftOut("it tells straight from curly quotation marks, which patterns see alike")
    case = not _get(_get(_get(check, "engine", object), "opts", object), "case_insensitive", bool)
    common = {"level": "suggestion", "case": str(case).lower(), "source": SOURCE}
    common["why"] = f"proselint’s check {check.path} says so."
    common["quotes"] = "any" if getattr(flags, "allow_quotes", False) else "skip"
    yield from ({**common, **rule} for rule in _KINDS[kind](check, case))


def _existence(check: Any, case: bool) -> Iterator[Data]:
    """Read words or expressions that must not stand in the text."""
    found = _get(check.check_type, "items", tuple)
    message = _message(check, "{found}")
    padded = _padding(check.check_type) in _WORD_PADDINGS
    plain = _written_out(found) if padded and not check.check_type.exceptions else None
    if plain is not None:
        yield {"check": "banned", "words": plain, "message": message}
        return
    either = "(?:" + "|".join(found) + ")"
    yield from _pattern(f"\\b{either}\\b" if padded else either, check, message)


def _simple(check: Any, case: bool) -> Iterator[Data]:
    """Read one expression that must not match."""
    yield from _pattern(_get(check.check_type, "pattern", str), check, _message(check, "{found}"))


def _preferred(check: Any, case: bool) -> Iterator[Data]:
    """Read forms and what is preferred to them."""
    items = _get(check.check_type, "items", dict)
    message = _message(check, "{replacement}", "{found}")
    padded = _padding(check.check_type) in _WORD_PADDINGS
    words: dict[str, str] = {}
    for wrong, right in items.items():
        forms = texts(wrong) if padded else None
        if forms is None:
            regex = f"\\b(?:{wrong})\\b" if padded else wrong
            yield from ({**rule, "replace": right} for rule in _pattern(regex, check, message))
        else:
            words.update(dict.fromkeys(forms, " | ".join(right.split(" / "))))
    words = _clean(words, case)
    if words:
        yield {"check": "preferred", "words": words, "message": message}


_KINDS = {
    "Existence": _existence,
    "ExistenceSimple": _simple,
    "PreferredForms": _preferred,
    "PreferredFormsSimple": _preferred,
}


def _pattern(regex: str, check: Any, message: str) -> Iterator[Data]:
    """Yield a rule for an expression; a look-ahead at its end becomes a key of ours."""
    rule: Data = {"check": "pattern", "message": message}
    head, ahead, tail = regex.partition("(?!")
    if ahead:
        after, _, edge = tail.partition(")")
        if edge not in ("", "\\b") or "(" in after:
            raise _LeftOut("its expression looks around")
        regex, rule["unless-before"] = head + edge, after
    _readable(regex)
    exceptions = [f"^(?:{regex})$" for regex in getattr(check.check_type, "exceptions", ())]
    yield {**rule, "pattern": [regex], **({"except": exceptions} if exceptions else {})}


def _readable(regex: str) -> None:
    from stylelint.patterns import Pattern

    try:
        Pattern(regex).program  # noqa: B018
    except ValueError:
        raise _LeftOut("its expression is not one that RE2 reads") from None


def _message(check: Any, *values: str) -> str:
    """Return proselint's own message with our names in its gaps."""
    try:
        return str(_get(check, "message", str).format(*values))
    except (IndexError, KeyError, ValueError):
        raise _changed(f"the message of {check.path} has other gaps") from None


def _padding(kind: Any) -> str:
    return str(getattr(getattr(kind, "padding", None), "name", ""))


def _written_out(found: Iterable[str]) -> list[str] | None:
    """Return all the texts that some expressions stand for, None where one stands for many."""
    each = [texts(regex) for regex in found]
    return None if None in each else [text for some in each for text in some or ()]


def _clean(words: Mapping[str, str], case: bool) -> dict[str, str]:
    """Return forms without those that are preferred to themselves or are there already."""
    kept: dict[str, str] = {}
    for wrong, right in words.items():
        key = wrong if case else same(wrong)
        if wrong not in right.split(" | ") and key not in kept:
            kept[key] = wrong
    return {wrong: words[wrong] for wrong in kept.values()}
