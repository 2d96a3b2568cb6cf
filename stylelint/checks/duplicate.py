"""The kind `duplicate`: text that stands in the article twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

from stylelint import lazy
from stylelint.checks._likeness import Twins
from stylelint.checks._twins import Wanted, twins
from stylelint.checks.base import NOTHING, Check, Finding, View, kind
from stylelint.document import Document

_FILLER = lazy.regex(r"\b(?:lorem ipsum|dolor sit amet|dolor in reprehenderit)\b", re.IGNORECASE)
"""Text that only fills a page, to show what it will look like."""

_EMBED = lazy.regex(
    r"— .{2,60}\(@\w+\)|(?:^|\s)[@#]\w{2}|pic\.twitter\.com|https?://t\.co/|^\.@\w|^\(?\d/\d\)?\s"
)
"""A post taken over whole: that the article quotes it again is what articles do."""

_SIGNS_OF_POSTS = ("@", "#", "pic.twitter", "t.co/")
"""One of them stands in each post, but for those that begin with a number."""

_WHOLE = lazy.regex(r"[^\W_a-z–—-][^:]{12}.*[.!…][\"”'’)\]]*\s*$", re.DOTALL)
"""A sentence, and no question, label, list line or name under a quotation."""

_SENTENCE = 12
"""Words from which an exact repeat is certain; shorter ones may be refrains and standing notes."""

_BESIDE = 3
"""How many blocks make two texts neighbours: a quotation of the other, a picture's caption."""

_SAME = 0.85
"""Texts of which so much is the same are a matter for the rules that compare blocks."""

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

    @cached_property
    def _wanted(self) -> Wanted:
        """What two texts must be, and how much they must be alike."""
        if self.within == "sentences":
            return Wanted(one=self.one, inside_below=_SAME, together=self.min_words)
        credited = None if self.one else self.strip_credits
        wanted = Wanted(one=self.one, credited=credited, shorter=self.min_words)
        either = self.strip_credits or bool(self.one)
        if self.contained and not either:
            return wanted._replace(exact=False, inside=0.9, share_below=0.6, times=_FAR)
        if self.near:
            return wanted._replace(exact=None if either else False, share=self.near)
        return wanted._replace(exact=True, inside=1.0)

    def find(self, view: View) -> Iterator[Finding]:
        document = view.document
        pairs = twins(document, view.roles, self._wanted)
        if not pairs:
            return iter(())
        in_sentences = self.within == "sentences"
        return self._in_sentences(document, pairs) if in_sentences else self._in_blocks(document, pairs)

    def _in_blocks(self, document: Document, pairs: Iterable[Twins]) -> Iterator[Finding]:
        told: set[int] = set()
        for pair in pairs:
            gone = self._gone(document, pair)
            named = (pair.second, pair.first) if self.both else (gone,)
            # Of what stands there many times, most pairs are of two that have been told.
            if told.issuperset(named) or not self._is_asked(document, pair):
                continue
            sure = self._certain(document, pair)
            for index in named:
                if index not in told:
                    told.add(index)
                    other = pair.first if index == pair.second else pair.second
                    yield _finding(document, index, other, remove=index == gone, sure=sure)

    def _is_asked(self, document: Document, pair: Twins) -> bool:
        """Tell whether two blocks stand where the rule is for them.

        A picture's text must have the other beside it.  A heading may come back: other text stands below it.
        """
        if self.one:
            return self.one != "alt" or pair.second - pair.first <= _BESIDE
        return document.blocks[pair.second].kind != "heading"

    def _certain(self, document: Document, pair: Twins) -> bool:
        text = document.text(document.blocks[pair.first])
        if pair.exact:
            sure = self.strip_credits or (pair.shorter >= _SENTENCE and _WHOLE.match(text) is not None)
            return sure and not _is_filler(text)
        texts = [text, document.text(document.blocks[pair.second])]
        beside = pair.second - pair.first <= _BESIDE
        if _is_filler(text) or any(map(_is_embedded, texts)) or (beside and _quoted_anew(texts)):
            return False
        if self.contained:
            return min(texts, key=len).rstrip().endswith((".", "!", "?", "”", '"', "’"))
        return pair.share >= self.sure

    def _gone(self, document: Document, pair: Twins) -> int:
        """Return which of the two should go: the one without credit, the shorter, or else the later."""
        if pair.credited[0] != pair.credited[1]:
            return pair.first if pair.credited[1] else pair.second
        if not self.contained:
            return pair.second
        sizes = [block.end - block.start for block in (document.blocks[index] for index in pair[:2])]
        return pair.first if sizes[0] < sizes[1] else pair.second

    def _in_sentences(self, document: Document, pairs: list[Twins]) -> Iterator[Finding]:
        from stylelint.checks._again import said_again

        told: set[tuple[int, int]] = set()
        both = [pair[:2] for pair in pairs]
        for place, first in said_again(document.folded, document.blocks, both, self.min_words):
            if place not in told:
                told.add(place)
                yield Finding(*place, related=((*first, "first here"),))


def _finding(document: Document, index: int, other: int, *, remove: bool, sure: bool) -> Finding:
    block, twin = document.blocks[index], document.blocks[other]
    there = (twin.start, twin.end, "first here" if other < index else "again here")
    return tuple.__new__(  # in half the time
        Finding, (block.start, block.end, None, remove, NOTHING, (there,), sure)
    )


def _is_filler(text: str) -> bool:
    low = text.lower()
    return ("lorem" in low or "dolor" in low) and _FILLER.search(text) is not None


def _is_embedded(text: str) -> bool:
    """Tell whether a text is a post taken over whole, by what stands in it; mostly, nothing of that does."""
    if not ("/" in text[:3] or any(map(text.__contains__, _SIGNS_OF_POSTS))):
        return False
    return _EMBED.search(text) is not None


def _quoted_anew(texts: list[str]) -> bool:
    """Tell whether the shorter text quotes the longer, which stands beside it without quotation marks."""
    shorter, longer = sorted(texts, key=len)
    return any(mark in shorter for mark in '"“”') and not any(mark in longer for mark in '"“”')
