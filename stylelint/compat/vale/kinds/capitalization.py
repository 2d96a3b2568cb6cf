"""The kind `capitalization`: the case of a whole block."""

from __future__ import annotations

from collections.abc import Iterable

from stylelint.compat.vale.casing import sentence_case, title_case
from stylelint.compat.vale.context import Context
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Kind, State
from stylelint.compat.vale.regexes import Pattern
from stylelint.compat.vale.rule import ValeRule

_WORDS = r"[\p{N}\p{L}*]+[^\s]*"


class Capitalization(Kind):
    """Compares a block with what it would be in title case, sentence case, lower case or capitals."""

    def __init__(self, rule: ValeRule, context: Context) -> None:
        super().__init__(rule, context)
        keys = rule.keys
        self.exceptions = context.exceptions(rule, keys["vocab"])
        self.accepted = (*keys["exceptions"], *(context.accepted if keys["vocab"] else ()))
        words = f"{self.exceptions.source}|{_WORDS}" if self.exceptions else _WORDS
        self.words = context.pattern(rule, words)
        self._known: dict[str, bool] = {}
        named = keys["match"] in ("$title", "$sentence", "$lower", "$upper")
        self.expression: Pattern | None = None if named else context.pattern(rule, keys["match"])

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        expected, right = self._checked(text)
        if right:
            return []
        rule, computed = self.rule, self.rule.keys["match"] in ("$title", "$sentence")
        params = rule.params
        if rule.action == "replace" and not params and computed:
            params = (expected,)
        said = self.said(text, [text, expected])
        cures = params or None if rule.action == "replace" else said.cures
        return [(0, len(text), said._replace(params=params, cures=cures))]

    def _checked(self, text: str) -> tuple[str, bool]:
        """Return what is expected and whether the block is right."""
        match = self.rule.keys["match"]
        if self.expression is not None:
            return match, self.expression.search(text) or self._excepted(text)
        if match == "$lower":
            return text.lower(), text == text.lower() or self._excepted(text)
        if match == "$upper":
            return text.upper(), text == text.upper() or self._excepted(text)
        keys = self.rule.keys
        if match == "$title":
            expected = title_case(text, keys["style"] == "Chicago", self.accepted, keys["prefix"])
            return expected, self._near(text, expected, False)
        expected = sentence_case(text, self.accepted, tuple(keys["indicators"]), keys["prefix"])
        return expected, self._near(text, expected, True)

    def _excepted(self, text: str) -> bool:
        return self.exceptions is not None and self.exceptions.search(text)

    def _let(self, word: str) -> bool:
        """Tell whether a word is an exception; headings share most of their words."""
        if word not in self._known:
            self._known[word] = self._excepted(word)
        return self._known[word]

    def _near(self, text: str, expected: str, sentence: bool) -> bool:
        """Tell whether more than the threshold of the words are as expected."""
        threshold = self.rule.keys["threshold"]
        if text == expected and threshold < 1:
            return self.words.search(text)
        words, wanted = self.words.texts(text), self.words.texts(expected)
        right = 0
        for index, word in enumerate(words):
            as_wanted = index >= len(wanted) or word == wanted[index]
            if as_wanted or (not sentence and word == word.upper()) or self._let(word):
                right += 1
            elif index == 0 and sentence:
                return False
        return bool(words) and right / len(words) > threshold
