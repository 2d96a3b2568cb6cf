"""The kind `repetition`: the same thing twice in a row."""

from __future__ import annotations

from collections.abc import Iterable
from operator import eq

from stylelint.compat.vale.context import Context, within
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Kind, State
from stylelint.compat.vale.layers import Layer
from stylelint.compat.vale.rule import ValeRule
from stylelint.compat.vale.segment import segments

_BLANKS = [blank for code in range(0x3001) if (blank := chr(code)).isspace() and blank not in " \t\n\f\r\v"]
"""Blanks for Python that part no words for Go."""


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
        return range(len(layer.cuts)) if self._twice(layer.text, data) else ()

    def _twice(self, text: str, data: bytes) -> bool:
        """Tell whether some two tokens running may be the same; a quick look at all of them.

        Args:
            text: what is looked at.
            data: the same in UTF-8, folded where case does not matter.
        """
        words = self.tokens.runs(data)
        if words is None:
            return True
        if any(map(text.__contains__, _BLANKS)):
            return any(map(eq, (stripped := [word.decode().strip() for word in words]), stripped[1:]))
        return any(map(eq, words, words[1:]))

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        keys = self.rule.keys
        folded, alpha = keys["ignorecase"], keys["alpha"]
        if not self._twice(text, (text.casefold() if folded else text).encode()):
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
