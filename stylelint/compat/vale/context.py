"""What the rules of one configuration share while they are made ready."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from stylelint.compat.vale.regexes import BadPattern, Pattern, compiled
from stylelint.compat.vale.rule import ValeRule
from stylelint.errors import UserError


@dataclass(frozen=True)
class Context:
    """Settings that hold for every rule.

    Attributes:
        accepted: words of the vocabularies that are always right.
        template: `WordTemplate` of the configuration; "" for Vale's own.
        paths: the styles paths, for dictionaries and lists of words.
    """

    accepted: tuple[str, ...] = ()
    template: str = ""
    paths: tuple[Path, ...] = field(default=())

    def pattern(self, rule: ValeRule, source: str, group: bool = False) -> Pattern:
        """Compile an expression of a rule.

        Raises:
            UserError: no engine takes it.
        """
        try:
            return compiled(source, group)
        except BadPattern as error:
            raise _wrong(rule, error, self.accepted) from None

    def compose(
        self, tokens: str, *, word: bool, ignorecase: bool, raw: str = "", append: bool = False
    ) -> str:
        """Return an expression as Vale composes it from tokens."""
        template = (self.template or r"(?m)\b(?:%s)\b") if word else "(?m)(?:%s)"
        made = template.replace("%s", tokens, 1)
        made = made + raw if append else raw + made
        return "(?i)" + made if ignorecase else made

    def exceptions(self, rule: ValeRule, vocab: bool) -> Pattern | None:
        """Return the expression of what is let through: the rule's exceptions and the accepted words."""
        words = [*rule.keys.get("exceptions", ()), *(self.accepted if vocab else ())]
        if not words:
            return None
        ordered = sorted(words, key=lambda word: -len(word.encode()))
        marked = [word if word.startswith("(?i)") else f"(?-i){word}" for word in ordered]
        return self.pattern(rule, rf"(?m)\b(?:{'|'.join(marked)})\b")

    def phrases(self, rule: ValeRule, vocab: bool) -> Pattern | None:
        """Return the expression of the exceptions that are more than one word."""
        words = [*rule.keys.get("exceptions", ()), *(self.accepted if vocab else ())]
        several = [word for word in words if " " in word or "\t" in word or r"\s" in word]
        return self.pattern(rule, rf"(?i)\b(?:{'|'.join(several)})\b") if several else None


def _wrong(rule: ValeRule, error: BadPattern, accepted: Iterable[str]) -> UserError:
    """Return the error of an expression, with the entry that has it, and its place if it is found."""
    for entry in _entries(rule.keys.values()):
        try:
            compiled(entry)
        except BadPattern as own:
            line, column = _place(rule, entry)
            return UserError(f"{rule.name}: “{entry}”: {own}", rule.path or rule.name, line, column)
    for word in accepted:
        try:
            compiled(word)
        except BadPattern as own:
            return UserError(
                f"“{word}” in a vocabulary is no expression: {own}", rule.path or rule.name, 1, 1
            )
    return UserError(f"{rule.name}: {error}", rule.path or rule.name, 1, 1)


def _entries(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            yield from _entries(value)
            yield from _entries(value.values())
        elif isinstance(value, tuple):
            yield from _entries(value)


def _place(rule: ValeRule, entry: str) -> tuple[int, int]:
    """Return line and column of an entry in the rule's file; where it is written otherwise, of its head."""
    text = Path(rule.path).read_text("utf-8", errors="replace") if rule.path else ""
    at = text.find(entry)
    return (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)) if at >= 0 else (1, 1)


def within(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether a stretch lies in one of the spans."""
    return any(a <= start and end <= b for a, b in spans)
