"""The kind `repetition`: the same thing twice in a row."""

from __future__ import annotations

from collections.abc import Iterable
from operator import eq

from stylelint.compat.vale.context import Context, within
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Kind, State
from stylelint.compat.vale.rule import ValeRule
from stylelint.compat.vale.segment import segments


class Repetition(Kind):
    """Compares each match of the tokens with the one before it."""

    def __init__(self, rule: ValeRule, context: Context) -> None:
        super().__init__(rule, context)
        keys = rule.keys
        flag = "(?i)" if keys["ignorecase"] else ""
        self.tokens = context.pattern(rule, f"{flag}({'|'.join(keys['tokens'])})")
        self.exceptions = context.exceptions(rule, keys["vocab"])
        self.phrases = context.phrases(rule, keys["vocab"])

    def possible(self, text: str) -> bool:
        """Tell whether some two tokens running may be the same; a quick look at all of them."""
        said = self.tokens.runs(text.casefold() if self.rule.keys["ignorecase"] else text)
        if said is None:
            return True
        said = said if text.isascii() else list(map(str.strip, said))
        return any(map(eq, said, said[1:]))

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        if not self.possible(text):
            return []
        keys = self.rule.keys
        folded, alpha = keys["ignorecase"], keys["alpha"]
        found: list[Hit] = []
        before, last, count = "", (0, 0), 0
        for start, end in self.tokens.spans(text):
            word = text[start:end].strip()
            same = word != "" and (word == before or (folded and word.casefold() == before.casefold()))
            if same and (not alpha or word.isalpha()):
                count += 1
                if count > keys["max"] and self._told(text, last[0], end):
                    hit = self.hit(text, last[0], end)
                    found.append(self.said(last[0], end, hit.match, [word], hit.cures))
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
