"""Which cues stand in the short lines of a draft, and what shape such a line has."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from stylelint.document import Block
from stylelint.native import native

_QUOTES = ('"', "'")

_SMALL_WORDS = "a an and at by for from in of on or the to with our your us it is &"
_SMALL = frozenset(_SMALL_WORDS.split())
"""Words that stay small where a line is set in capitals."""


@native
def shape_of(text: str, start: int, end: int, /) -> tuple[int, bool, bool]:
    """Return how many words a line has, whether it ends without a stop, and whether it is in capitals.

    A word has a letter.  It is in capitals where it has one, or stays small in a line that is set so.
    """
    line = text[start:end].strip()
    words = [word for word in line.split() if any(map(str.isalpha, word))]
    raised = [word for word in words if word.lower() not in _SMALL]
    capitals = len(words) > 1 and all(any(map(str.isupper, word)) for word in raised)
    return len(words), line[-1:] not in ".,;:?", capitals


@native
class CueBook:
    """Cues that are looked for in the short blocks of drafts; they are known by their numbers, keys first.

    Args:
        table: the cues, as `_cue_table.table` makes it and `handed_over` has it, which C reads.
        weights: what each of them weighs.
        keys: how many of them are keys.
        least: what those in a block must come to.
    """

    def __init__(self, table: bytes, weights: tuple[int, ...], keys: int, least: int, /) -> None:
        self._weights, self._keys, self._least = weights, keys, least

    def short(
        self,
        text: str,
        blocks: tuple[Block, ...],
        seen: Iterable[int],
        kinds: tuple[str, ...],
        letters: int,
        words: int,
        ask: Callable[[bytes], list[int]],
        /,
    ) -> list[tuple[int, int, list[int]]]:
        """Return each block that is a short line, and no quotation, with what its cues come to, and these.

        Args:
            text: of the document, folded.
            blocks: of the document.
            seen: the indexes of those to look at; a dict.
            kinds: those that count.
            letters: how many code points a block may have.
            words: how many words, cut at blanks.
            ask: tells which cues stand in a text, in UTF-8; none where no key does.
        """
        found = []
        for index in seen:
            start, end, kind, *_ = blocks[index]
            if (
                end - start <= letters
                and text.count(" ", start, end) < words
                and not text.startswith(_QUOTES, start, end)
                and kind in kinds
                and (met := sorted(ask(text[start:end].encode())))
                and (score := self._sum(met)) >= self._least
            ):
                found.append((index, score, met))
        return found

    def _sum(self, met: list[int]) -> int:
        """Return what cues come to.

        Two words of the trade in one sentence are its subject more often than a call to action: the heaviest
        counts, and every other one for one.
        """
        keys = [self._weights[number] for number in met if number < self._keys]
        return max(keys) + len(keys) - 1 + sum(map(self._weights.__getitem__, met[len(keys) :]))
