"""The kind `substitution`: one form instead of another."""

from __future__ import annotations

import re
from typing import Any

from stylelint.compat.expand import texts
from stylelint.compat.vale.actions import recased
from stylelint.compat.vale.context import Context
from stylelint.compat.vale.hits import Said
from stylelint.compat.vale.kinds.base import Kind
from stylelint.compat.vale.message import formatted, listed
from stylelint.compat.vale.regexes import BadPattern, compiled
from stylelint.compat.vale.rule import ValeRule

_CAPTURE = re.compile(r"(?<!\\)\((?!\?)")
_REFERENCE = re.compile(r"\$(?:(\d+)|\{(\d+)\}|\$)")
_AROUND = 60
"""So much text around a match tells which of the forms it was."""


class Substitution(Kind):
    """Tells the forms on the left of `swap`, with those on the right."""

    scans = True

    def __init__(self, rule: ValeRule, context: Context) -> None:
        super().__init__(rule, context)
        keys = rule.keys
        self.pairs = sorted(keys["swap"].items(), key=lambda pair: -len(pair[0].encode()))
        forms = [_CAPTURE.sub("(?:", form) if _captures(form) else form for form, _ in self.pairs]
        source = context.compose(
            "|".join(f"({form})" for form in forms), word=not keys["nonword"], ignorecase=keys["ignorecase"]
        )
        self.source = source
        self.pattern = context.pattern(rule, source)
        self.exceptions = context.exceptions(rule, keys["vocab"])
        self.message = rule.message
        for quoted in ("'%s'", '"%s"'):
            if rule.action == "replace" and not rule.params and rule.message.count(quoted) == 2:
                self.message = self.message.replace(quoted, "%s", 1)
        self._known: dict[tuple[str, str, str], Said | None] = {}

    def judge(self, text: str, start: int, end: int) -> Said | None:
        key = text[max(0, start - 1) : start], text[start:end], text[end : end + 1]
        if key not in self._known:
            self._known[key] = self._judged(text, start, end)
        return self._known[key]

    def _judged(self, text: str, start: int, end: int) -> Said | None:
        if not self.pairs or start == end:
            return None
        found = self._form(text, start, end)
        if found is None:
            return None
        index, observed = found
        expected = self._expected(index, observed)
        rule = self.rule
        if rule.matchcase:
            expected = "|".join(recased(form, observed) for form in re.split(r"(?<!\\)\|", expected))
        given = options(expected)
        same = observed in given if rule.action == "replace" else _fits(expected, observed)
        if same or (self.exceptions is not None and self.exceptions.search(observed)):
            return None
        params: tuple[str, ...] = rule.params
        expected = expected if rule.path else spelt(expected, observed)
        if rule.action == "replace" and not params:
            params = tuple(map(capital, given)) if self._capital(observed) else tuple(given)
            expected = listed(params)
        said = self.of(text[start:end])
        values = [expected, observed]
        cures = params if rule.action == "replace" else said.cures
        return said._replace(
            match=observed, params=params, cures=cures,
            message=formatted(self.message, values).replace("\n", " "),
            description=formatted(rule.description, values),
        )  # fmt: skip

    def _form(self, text: str, start: int, end: int) -> tuple[int, str] | None:
        """Return the number of the form that a match is, and what it found."""
        pattern = self.context.pattern(self.rule, self.source, group=True)
        low = max(0, start - _AROUND)
        near = text[low : end + _AROUND]
        if pattern.fast is not None and near.isascii():
            found: Any = pattern.fast.match(near.encode(), start - low)
        else:
            found = pattern.at(text, start)
        if found is None or not found.lastindex:
            return None
        said: str | bytes = found[found.lastindex]
        return found.lastindex - 1, said.decode() if isinstance(said, bytes) else said

    def _capital(self, observed: str) -> bool:
        return bool(self.rule.keys["capitalize"]) and observed == capital(observed)

    def _expected(self, index: int, observed: str) -> str:
        form = self.pairs[index][0]
        expected: str = self.pairs[index][1]
        if self._capital(observed):
            expected = capital(expected)
        if not re.search(r"\$\d+", expected):
            return expected
        flag = "(?i)" if self.rule.keys["ignorecase"] else ""
        found = self.context.pattern(self.rule, flag + form).first(observed)
        if found is None:
            return observed
        made = _REFERENCE.sub(lambda ref: _group(found, ref), expected)
        return f"{observed[: found.start()]}{made}{observed[found.end() :]}"


def options(text: str) -> list[str]:
    r"""Return the forms in `a|b|c`; `\|` is a bar."""
    return [part.replace("\x00", "|") for part in text.replace(r"\|", "\x00").split("|") if part]


def spelt(form: str, observed: str) -> str:
    """Return how a word of a vocabulary is written: `OAuth2` for `OAuth2?`, where `oauth2` stands.

    Args:
        form: the expression in the vocabulary.
        observed: what stands in the draft.

    Returns:
        The expression itself where it allows several spellings, or is not that simple.
    """
    fitting = [text for text in texts(form) or () if text.casefold() == observed.casefold()]
    return fitting[0] if len(fitting) == 1 else form


def capital(text: str) -> str:
    """Return text with a capital at its head."""
    return text[:1].upper() + text[1:] if text[:1].isascii() else text


def _captures(form: str) -> bool:
    return form.count("(") != form.count("(?") + form.count(r"\(")


def _fits(expected: str, observed: str) -> bool:
    """Tell whether what is there is already one of the right forms, which may be an expression."""
    if all(c.isalpha() or c.isdigit() or c in " -" for c in expected):
        return expected == observed
    try:
        return compiled(f"^(?:{expected})$").search(observed)
    except BadPattern:
        return expected == observed


def _group(found: Any, reference: re.Match[str]) -> str:
    number = reference[1] or reference[2]
    if number is None:
        return "$"
    return (found[int(number)] or "") if int(number) <= found.re.groups else reference[0]
