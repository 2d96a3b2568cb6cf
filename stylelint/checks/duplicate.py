"""The kind `duplicate`: text that stands in the article twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from stylelint import lazy
from stylelint.checks._likeness import Copies, by_longer, words
from stylelint.checks._phrases import small
from stylelint.checks._twins import Twins, twins
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Document
from stylelint.text import OPAQUE

_FILLER = lazy.regex(r"\b(?:lorem ipsum|dolor sit amet|dolor in reprehenderit)\b", re.IGNORECASE)
"""Text that only fills a page, to show what it will look like."""

_EMBED = lazy.regex(
    r"— .{2,60}\(@\w+\)|(?:^|\s)[@#]\w{2}|pic\.twitter\.com|https?://t\.co/|^\.@\w|^\(?\d/\d\)?\s"
)
"""A post taken over whole: that the article quotes it again is what articles do."""

_STOP = lazy.regex(r"[.!?]+[\"')\]]*(?=\s|$)")

_WHOLE = lazy.regex(r"[^\W_a-z–—-][^:]{12}.*[.!…][\"”'’)\]]*\s*$", re.DOTALL)
"""A sentence, and no question, label, list line or name under a quotation."""

_SENTENCE = 12
"""Words from which an exact repeat is certain; shorter ones may be refrains and standing notes."""

_BESIDE = 3
"""How many blocks make two texts neighbours: a quotation of the other, a picture's caption."""

_SAME = 0.85
"""Texts of which so much is the same are a matter for the rules that compare blocks."""

Sentences: TypeAlias = dict[tuple[str, ...], list[tuple[int, int]]]
"""The places of sentences, by their words."""

_FAR = 20
"""So many times as long, a text that holds another is a list or a page of its own, not a paragraph."""


@kind
class Duplicate(Check):
    """Text that repeats what already stands in the article.

    Exact repeats alone, unless `near` or `contained` says otherwise; a rule for near repeats leaves the
    exact ones to the rule that is for them.

    Attributes:
        near: share of the runs of three words that both texts must have in common (0.85); 0 for exact
            repeats.
        sure: share from which a near repeat is certain; below it the finding is a suggestion.
        contained: one text stands whole, or all but whole, inside the other; the shorter is reported.
        strip_credits: for captions: compare them without their credits, and report only what has a
            credit in one of its copies.  The copy that has it stays.
        within: `blocks` compares paragraphs, `sentences` the sentences of different paragraphs.
        min_words: shorter texts are left alone: refrains, labels, answers.
        both: whether the first copy is reported as well as the later one.
        one: what one of the two must be, in the words of the format or by its role: `alt` (the text
            that stands for a picture), `standfirst`; empty for anything.
    """

    kind = "duplicate"
    fewest = 2

    near: float = 0.0
    sure: float = 0.0
    contained: bool = False
    strip_credits: bool = False
    within: Literal["blocks", "sentences"] = "blocks"
    min_words: int = 8
    both: bool = False
    one: Literal["", "alt", "standfirst"] = ""

    quotes = "any"
    scope = frozenset({"standfirst", "paragraph", "caption", "quotation"})

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield the options that contradict each other or are no shares."""
        for key, share in (("near", self.near), ("sure", self.sure)):
            if not 0 <= share <= 1:
                yield key, "a share between 0 and 1"
        if self.within == "sentences" and (self.near or self.contained or self.strip_credits):
            yield (
                "within",
                "sentences are compared to the letter; near, contained, strip-credits are for blocks",
            )

    def find(self, view: View) -> Iterator[Finding]:
        looked_at = twins(view.document, view.roles, self.one)
        return self._found(view.document, looked_at) if looked_at else iter(())

    def _found(self, document: Document, looked_at: list[Twins]) -> Iterator[Finding]:
        sentences = self._sentences(document, looked_at) if self.within == "sentences" else None
        told: set[tuple[int, int]] = set()
        for pair in looked_at:
            for finding in self._pair(document, pair) if sentences is None else sentences.get(pair[:2], ()):
                if (finding.start, finding.end) not in told:
                    told.add((finding.start, finding.end))
                    yield finding

    def _pair(self, document: Document, pair: Twins) -> Iterator[Finding]:
        blocks = document.blocks[pair.first], document.blocks[pair.second]
        if self.one and not self._one(pair, [self.one in (block.kind, block.role) for block in blocks]):
            return
        if not self.one and (self.strip_credits != any(pair.credited) or blocks[1].kind == "heading"):
            return
        if pair.copies.shorter < self.min_words or not self._fits(pair.copies):
            return
        sure, gone = self._certain(document, pair), self._gone(pair)
        for index, other in ((pair.second, pair.first), (pair.first, pair.second)):
            if self.both or index == gone:
                yield _finding(document, index, other, remove=index == gone, sure=sure)

    def _one(self, pair: Twins, wanted: list[bool]) -> bool:
        """Tell whether just one of the two is what it must be, and for a picture's text the other is near."""
        return sum(wanted) == 1 and (self.one != "alt" or pair.second - pair.first <= _BESIDE)

    def _fits(self, copies: Copies) -> bool:
        if self.strip_credits or self.one:
            return copies.exact or bool(self.near and copies.share >= self.near)
        if copies.exact:
            return not (self.near or self.contained)
        if self.contained:
            return copies.inside >= 0.9 and copies.share < 0.6 and copies.longer <= _FAR * copies.shorter
        return bool(self.near) and copies.share >= self.near

    def _certain(self, document: Document, pair: Twins) -> bool:
        blocks = document.blocks[pair.first], document.blocks[pair.second]
        texts = [document.text(block) for block in blocks]
        if _FILLER.search(texts[0]):
            return False
        if pair.copies.exact:
            return self.strip_credits or (pair.copies.shorter >= _SENTENCE and bool(_WHOLE.match(texts[0])))
        beside = pair.second - pair.first <= _BESIDE
        if any(_EMBED.search(text) for text in texts) or (beside and _quoted_anew(texts)):
            return False
        if self.contained:
            return min(texts, key=len).rstrip().endswith((".", "!", "?", "”", '"', "’"))
        return pair.copies.share >= self.sure

    def _gone(self, pair: Twins) -> int:
        """Return which of the two should go: the one without credit, the shorter, or else the later."""
        if pair.credited[0] != pair.credited[1]:
            return pair.first if pair.credited[1] else pair.second
        return pair.first if self.contained and pair.sizes[0] < pair.sizes[1] else pair.second

    def _sentences(self, document: Document, pairs: Iterable[Twins]) -> dict[tuple[int, int], list[Finding]]:
        """Return the sentences of second blocks that stand in the first ones too, by pair."""
        text, found = document.folded, dict[tuple[int, int], list[Finding]]()
        compared = self._may_share(document, [pair for pair in pairs if pair.copies.inside < _SAME])
        known: dict[int, Sentences] = {}
        for pair in by_longer(document.blocks, compared):
            # The longer block stays the same for pair after pair, and is not cut up again.
            known = {i: known[i] if i in known else self._cut(document, i) for i in pair}
            first, second = (known[i] for i in pair)
            both = [key for key in min(first, second, key=len) if key in first and key in second]
            for key in both:
                related = ((*first[key][0], "first here"),)
                for start, end in second[key]:
                    if OPAQUE not in text[start:end]:
                        found.setdefault(pair, []).append(Finding(start, end, related=related))
        return found

    def _may_share(self, document: Document, pairs: list[Twins]) -> list[tuple[int, int]]:
        """Return the pairs that may have a sentence in common."""
        few = {index for pair in pairs if pair.together < self.min_words for index in pair[:2]}
        # What rules do not read was compared as it stands, quotation marks and all.
        blocks = ((index, document.blocks[index]) for index in few)
        hidden = {i for i, block in blocks if document.folded.find(OPAQUE, block.start, block.end) >= 0}
        return [
            pair[:2] for pair in pairs if pair.together >= self.min_words or not hidden.isdisjoint(pair[:2])
        ]

    def _cut(self, document: Document, index: int) -> Sentences:
        """Return the sentences of a block that are long enough, by their words, and their places."""
        found: Sentences = {}
        block = document.blocks[index]
        for key, (start, end) in _in_sentences(small(document.folded[block.start : block.end])):
            if len(key) >= self.min_words:
                found.setdefault(key, []).append((block.start + start, block.start + end))
        return found


def _in_sentences(text: str) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    """Yield the words of each sentence of a text, and its place."""
    start = 0
    for end in (*(stop.end() for stop in _STOP.finditer(text)), len(text)):
        start += len(text[start:end]) - len(text[start:end].lstrip())
        if start < end:
            yield tuple(words(text[start:end])), (start, end)
        start = end


def _finding(document: Document, index: int, other: int, *, remove: bool, sure: bool) -> Finding:
    block, twin = document.blocks[index], document.blocks[other]
    there = (twin.start, twin.end, "first here" if other < index else "again here")
    return Finding(block.start, block.end, remove=remove, sure=sure, related=(there,))


def _quoted_anew(texts: list[str]) -> bool:
    """Tell whether the shorter text quotes the longer, which stands beside it without quotation marks."""
    shorter, longer = sorted(texts, key=len)
    return any(mark in shorter for mark in '"“”') and not any(mark in longer for mark in '"“”')
