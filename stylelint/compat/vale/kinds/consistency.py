"""The kind `consistency`: of two forms, one in a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from stylelint.compat.expand import texts
from stylelint.compat.vale.context import Context
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Kind, State
from stylelint.compat.vale.regexes import Pattern
from stylelint.compat.vale.rule import ValeRule

_WORD = re.compile(r"\w+", re.ASCII)


class Consistency(Kind):
    """Remembers which forms a file has had; tells a block that brings, or follows, the second."""

    def __init__(self, rule: ValeRule, context: Context) -> None:
        super().__init__(rule, context)
        keys = rule.keys
        self.pairs = [
            context.pattern(
                rule,
                context.compose(
                    f"(?P<a>{one})|(?P<b>{other})", word=not keys["nonword"], ignorecase=keys["ignorecase"]
                ),
            )
            for one, other in keys["either"].items()
        ]
        self._words = [_folded(pair) for pair in keys["either"].items()]
        edged = not (keys["nonword"] or context.template)
        self._pairs = _by_word(self._words) if edged else {}
        every = "|".join(f"(?:{form})" for pair in keys["either"].items() for form in pair)
        composed = context.compose(every, word=not keys["nonword"], ignorecase=keys["ignorecase"])
        self._any = context.pattern(rule, composed)

    def gates(self) -> tuple[Pattern, ...]:
        return (self._any,)

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        found: list[Hit] = []
        for index in self._asked(text):
            pattern = self.pairs[index]
            matches = list(pattern.grouped(text))
            if not matches:
                continue
            seen: set[str] = state.setdefault(f"{self.rule.name}.{index}", set())
            start = end = -1
            for match in matches:
                which = "a" if match[pattern.names["a"]][0] >= 0 else "b"
                start, end = match[pattern.names[which]]
                seen.add(which)
            if len(seen) == 2:
                # The last form is told, where it stands first in the block.
                spans = [match[0] for match in matches if text[slice(*match[0])] == text[start:end]]
                start, end = spans[0] if spans else (start, end)
                found.append((start, end, self.of(text[start:end])))
        return found

    def _asked(self, text: str) -> list[int]:
        """Return the numbers of the pairs of which a form may stand in a block: one look for all."""
        folded = text.casefold()
        if self._pairs and text.isascii():
            words = self._pairs.keys() & set(_WORD.findall(folded))
            return sorted({index for word in words for index in self._pairs[word]})
        found = enumerate(self._words)
        return [index for index, words in found if not words or any(map(folded.__contains__, words))]


def _by_word(pairs: Sequence[tuple[str, ...]]) -> dict[str, list[int]]:
    """Return the numbers of the pairs by their words; nothing where one is more, or less, than a word."""
    found: dict[str, list[int]] = {}
    for index, words in enumerate(pairs):
        if not words or not all(map(_WORD.fullmatch, words)):
            return {}
        for word in words:
            found.setdefault(word, []).append(index)
    return found


def _folded(pair: tuple[str, str]) -> tuple[str, ...]:
    """Return the words that two forms stand for, casefolded; none where these are no plain words."""
    found = [None if "." in form else texts(form) for form in pair]
    return tuple(word.casefold() for words in found for word in words or ()) if all(found) else ()
