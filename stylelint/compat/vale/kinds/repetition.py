"""The kind `repetition`: the same thing twice in a row."""

from __future__ import annotations

from collections.abc import Iterable, Set
from operator import eq

from stylelint.compat.vale.context import Context, within
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Kind, State
from stylelint.compat.vale.layers import Layer, others_in
from stylelint.compat.vale.rule import ValeRule
from stylelint.compat.vale.segment import segments

_BLANKS = frozenset(filter(str.isspace, map(chr, range(0x80, 0x3001))))
_SEPARATORS = (b"\x1c", b"\x1d", b"\x1e", b"\x1f")
"""Blanks for Python that part no words for Go: beyond ASCII, and in it."""


class Repetition(Kind):
    """Compares each match of the tokens with the one before it."""

    def __init__(self, rule: ValeRule, context: Context) -> None:
        super().__init__(rule, context)
        keys = rule.keys
        flag = "(?i)" if keys["ignorecase"] else ""
        self.tokens = context.pattern(rule, f"{flag}({'|'.join(keys['tokens'])})")
        self.exceptions = context.exceptions(rule, keys["vocab"])
        self.phrases = context.phrases(rule, keys["vocab"])

    def possible(self, layer: Layer) -> Iterable[int]:
        data = layer.folded if self.rule.keys["ignorecase"] else layer.data
        return range(len(layer.cuts)) if self._twice(data, layer.others) else ()

    def _twice(self, data: bytes, others: Set[str]) -> bool:
        """Tell whether some two tokens running may be the same; a quick look at all of them.

        Args:
            data: what is looked at, in UTF-8, folded where case does not matter.
            others: the signs in it that are not ASCII, unfolded.
        """
        words = self.tokens.runs(data)
        if words is None:
            return True
        if not others.isdisjoint(_BLANKS) or any(map(data.__contains__, _SEPARATORS)):
            return any(map(eq, (stripped := [word.decode().strip() for word in words]), stripped[1:]))
        return any(map(eq, words, words[1:]))

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        keys = self.rule.keys
        folded, alpha = keys["ignorecase"], keys["alpha"]
        if not self._twice((text.casefold() if folded else text).encode(), others_in(text)):
            return []
        found: list[Hit] = []
        before, last, count = "", (0, 0), 0
        for start, end in self.tokens.spans(text):
            word = text[start:end].strip()
            same = word != "" and (word == before or (folded and word.casefold() == before.casefold()))
            if same and (not alpha or word.isalpha()):
                count += 1
                if count > keys["max"] and self._told(text, last[0], end):
                    said = self.of(text[last[0] : end])
                    found.append((last[0], end, self.said(said.match, [word], said.cures)))
                    count = 0
            before, last = word, (start, end)
        return found

    def _told(self, text: str, start: int, end: int) -> bool:
        pair = text[start:end]
        if len(segments(pair)) != 1:
            return False
        if self.exceptions is not None and self.exceptions.search(pair):
            return False
        return self.phrases is None or not within(self.phrases.spans(text), start, end)
