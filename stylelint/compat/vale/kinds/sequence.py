"""The kind `sequence`: words in an order, by their form and their part of speech."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from stylelint.compat.vale.actions import cures
from stylelint.compat.vale.context import Context
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Kind, State
from stylelint.compat.vale.regexes import Pattern
from stylelint.compat.vale.rule import ValeRule
from stylelint.compat.vale.scopes import bases
from stylelint.compat.vale.segment import segments
from stylelint.compat.vale.tagger import Word, tagged, universal, words
from stylelint.errors import UserError

Filled = dict[int, int]
"""Slot → the word in it."""


@dataclass(frozen=True)
class Slot:
    """A place for one word.

    Attributes:
        form, tag, also: expressions that the word, its part of speech and again the word must fit, if any.
        negated: whether they must not fit instead.
        optional: whether another word may stand there; `optional_left` where it is read from the right.
        group: the slots of one token: once one is filled, the others are done with.
        target: whether this word alone is told.
    """

    form: Pattern | None
    tag: Pattern | None
    also: Pattern | None
    negated: bool
    group: int
    target: bool
    optional: bool = False
    optional_left: bool = False

    def fits(self, word: Word) -> bool:
        """Tell whether a word can stand here."""
        told = ((self.also, word.text), (self.form, word.text), (self.tag, word.tag))
        return all(pattern.search(text) != self.negated for pattern, text in told if pattern is not None)


class WordSequence(Kind):
    """Looks in each sentence for words that fill all the slots, from an anchor to both sides."""

    def __init__(self, rule: ValeRule, context: Context) -> None:
        super().__init__(rule, context)
        self.slots: list[Slot] = []
        self._search: dict[int, Pattern] = {}
        for token in rule.keys["tokens"]:
            self._expand({str(key).lower(): value for key, value in token.items()})
        asked = [(bool(slot.form), index) for index, slot in enumerate(self.slots) if not slot.negated]
        first = [index for form, index in asked if form] + [i for _, i in asked if self.slots[i].tag]
        self.anchor = first[0] if first else -1
        self.tags = any(slot.tag for slot in self.slots)
        self.most, self.least = rule.keys["max"], rule.keys["min"]
        self.fragments = all("sentence" in bases((part,)) for part in rule.scope)
        self.regions = [context.pattern(rule, source) for source in rule.keys["exceptions"]]

    def _expand(self, token: dict[str, Any]) -> None:
        """Add the slots of a token: as many as it may skip, and one that must be filled, `min` times."""
        pattern, upos = str(token.get("pattern") or ""), str(token.get("upos") or "")
        tag, also = str(token.get("tag") or ""), ""
        if upos:
            if tag:
                raise UserError(f"{self.rule.name}: a token has both “tag” and “upos”", self.rule.path, 1, 1)
            try:
                tag, also = universal(upos)
            except ValueError as error:
                raise UserError(f"{self.rule.name}: {error}", self.rule.path, 1, 1) from None
        flag = "(?i)" if self.rule.keys["ignorecase"] else ""
        for _ in range(max(1, _number(token, "min"))):
            group = len(self.slots)
            slot = Slot(
                self._pattern(f"{flag}^(?:{pattern})$" if pattern else ""),
                self._pattern(tag),
                self._pattern(also if not pattern else ""),
                _true(token, "negate"),
                group,
                _true(token, "target"),
            )
            skipped = _number(token, "skip")
            for index in range(skipped):
                self.slots.append(replace(slot, optional=True, optional_left=index > 0))
            if pattern or tag:
                self.slots.append(replace(slot, optional_left=skipped > 0))
            if pattern:
                searched = self.context.pattern(self.rule, f"{flag}(?m)(?:{pattern})")
                self._search |= dict.fromkeys(range(group, len(self.slots)), searched)

    def _pattern(self, source: str) -> Pattern | None:
        return self.context.pattern(self.rule, source) if source else None

    def gates(self) -> tuple[Pattern, ...]:
        search = self._search.get(self.anchor)
        return (search,) if search and not self.least else ()

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        if self.anchor < 0:
            return []
        if not (self.most or self.least):
            return self._found(text)
        found = [
            (span.start + start, span.start + end, said)
            for span in segments(text)
            for start, end, said in self._found(text[span.start : span.end])
        ]
        if not (0 < self.most < len(found) or 0 < self.least > len(found)):
            return []
        start, end, said = found[0] if found else (0, 0, self.said("", []))
        return [(start, end, self.said(said.match, [str(len(found))]))]

    def _found(self, text: str) -> list[Hit]:
        """Return the places in a sentence where words fill all the slots."""
        there = tagged(text) if self.tags else words(text)
        left_out = [span for pattern in self.regions for span in pattern.spans(text)]
        hits = []
        for index, word in enumerate(there):
            filled = self._filled(there, index) if self.slots[self.anchor].fits(word) else None
            if filled:
                hit = self._hit(text, there, filled)
                if not any(start <= hit[0] < end for start, end in left_out):
                    hits.append(hit)
        return hits

    def _filled(self, there: Sequence[Word], index: int) -> Filled | None:
        """Return which word fills which slot where the anchor is a word, None where some slot stays empty."""
        left = self._side(there, self.anchor - 1, index - 1, -1)
        right = self._side(there, self.anchor, index, 1)
        return None if left is None or right is None else left | right

    def _side(self, there: Sequence[Word], slot: int, word: int, step: int) -> Filled | None:
        """Fill the slots from one on, to the right or to the left."""
        slots, filled = self.slots, Filled()
        while 0 <= slot < len(slots):
            if not 0 <= word < len(there):
                rest = slots[slot:] if step > 0 else slots[: slot + 1]
                return filled if all(one.negated for one in rest) else None
            one = slots[slot]
            filled[slot] = word
            fits, optional = one.fits(there[word]), one.optional if step > 0 else one.optional_left
            if not fits and not optional:
                return None
            slot += step
            while fits and optional and 0 <= slot < len(slots) and slots[slot].group == one.group:
                slot += step
            word += step
        return filled

    def _hit(self, text: str, there: Sequence[Word], filled: Filled) -> Hit:
        taken = [filled[slot] for slot in sorted(filled)]
        targets = [index for index, slot in enumerate(self.slots) if slot.target]
        shown = (
            [filled[index] for index in targets] if all(i in filled for i in targets) and targets else taken
        )
        start, last = there[min(shown)].start, there[max(shown)]
        match = text[start : last.start + len(last.text)]
        values = [there[index].text for index in taken]
        made = cures(self.rule, match) if self.rule.action else None
        return start, start + len(match), self.said(match, values, made)


def _number(token: dict[str, Any], key: str) -> int:
    value = str(token.get(key) or "0")
    return int(value) if value.isdigit() else 0


def _true(token: dict[str, Any], key: str) -> bool:
    return str(token.get(key) or "") in ("true", "True", "TRUE", "1", "t", "T")
