"""HTML that another program has made of a draft: its tokens, with where each text stands in the draft.

Such programs do not tell where they found what they wrote, so that the texts are looked for in the order in
which they stand: each behind the one before, first nearby.  A text that is not there, since the program has
made it up, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stylelint.compat.vale.html import Rows, Token, tokens

_LONG = 12
"""A text of so many code points is looked for in all of the draft, a shorter one only nearby."""

_NEAR = 200
"""How far behind the last text a short one may begin."""

_FAR = 4_000
"""How far behind the last text a long one is looked for first."""

_MOST = 40
"""So many words are one expression at most."""

_RUN = re.compile(r"\S+")


def placed(html: str, source: str) -> Iterator[Token]:
    """Yield the tokens of HTML with the places that their texts have in what it was made of.

    Args:
        html: as the program has written it.
        source: the draft.
    """
    places = _Places(source)
    for token in tokens(html):
        if token.kind == "text" and not token.data.isspace():
            rows = places.of(token.data)
            if rows is not None:
                yield token._replace(rows=rows)
        elif token.kind in ("start", "void") and token.data == "img":
            yield from _image(token, places)
        else:
            if token.kind == "comment":
                places.pass_over(token.data)
            yield token._replace(rows=[])


def _image(token: Token, places: _Places) -> Iterator[Token]:
    """Yield an image with the place of its alternative text; without that where it is not in the draft."""
    said = {name: value for name, value, _, _ in token.attributes}
    alt = said.get("alt", "")
    rows = places.of(alt) if alt.strip() and alt != said.get("src") else None
    kept = tuple((name, value, -1, -1) for name, value, _, _ in token.attributes if rows or name != "alt")
    yield token._replace(rows=rows or [], attributes=kept)


class _Places:
    """Finds texts one after the other.

    Args:
        source: what they stand in.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = self._sure = 0

    def of(self, text: str) -> Rows | None:
        """Return where the next text stands, None where it does not."""
        words = text.split()
        if len(text.strip()) < _LONG:
            return self._whole(text, words, self._at, self._at + len(text) + _NEAR)
        at, sure = self._at, self._sure
        rows = (
            self._whole(text, words, at, at + 2 * len(text) + _FAR)
            or self._mostly(text, 0.75)
            or self._whole(text, words, sure, len(self._source))
            or self._whole(text, words, 0, len(self._source))
            or self._mostly(text, 0.5)
        )
        if rows and rows[0][2] < at and len(words) == 1:
            # An address may come from the head of a draft, where those that are used often are named.
            self._at, self._sure = at, sure
        return rows

    def pass_over(self, text: str) -> None:
        """Go on behind a text if it stands nearby, so that those that follow are not found in it."""
        if len(text.strip()) >= _LONG:
            self._whole(text, text.split(), self._at, self._at + 2 * len(text) + _FAR)

    def _mostly(self, text: str, least: float) -> Rows | None:
        """Return where a text stands nearby with some words that are others in the draft.

        Args:
            text: the text.
            least: what part of the words must be the same, and in the same order.
        """
        from difflib import SequenceMatcher

        words = list(_RUN.finditer(text))
        end = self._at + 2 * len(text) + _NEAR
        there = list(_RUN.finditer(self._source, self._at, end))
        pairs = SequenceMatcher(None, [w[0] for w in words], [w[0] for w in there], autojunk=False)
        blocks = pairs.get_matching_blocks()
        if sum(block.size for block in blocks) < least * len(words):
            return None
        rows: Rows = []
        last, before = 0, self._at
        for first, other, size in blocks:
            if first > last:
                stop = there[other].start() if size else before
                rows.append((words[last].start(), words[first - 1].end(), before, max(before, stop)))
            for word, place in zip(words[first : first + size], there[other : other + size], strict=True):
                rows.append((*word.span(), *place.span()))
                before = place.end()
            last = first + size
        self._at = before
        return rows

    def _whole(self, text: str, words: list[str], begin: int, end: int) -> Rows | None:
        """Return where a text stands in a stretch, no word cut but for one next to the text before."""
        head = _pattern(words[:_MOST])
        # What is empty before them stands for the blanks that go before.
        tail = [_pattern(["", *words[at : at + _MOST]]) for at in range(_MOST, len(words), _MOST)]
        for found in head.finditer(self._source, begin, end):
            start, last = found.span()
            for part in tail:
                more = part.match(self._source, last)
                if more is None:
                    break
                last = more.end()
            else:
                if start == begin or not (_inside(self._source, start) or _inside(self._source, last)):
                    self._at = last
                    self._sure = last if len(text.strip()) >= _LONG else self._sure
                    return _rows(text, self._source, start, last)
        return None


def _inside(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Return an expression for words with any blanks between them."""
    return re.compile(r"\s+".join(map(_escaped, words)))


def _escaped(word: str) -> str:
    """Return an expression for a word, whose signs may have a backslash or a grave accent beside them."""
    return "".join(
        char if char.isalnum() else f"`?{char}`?" if char in "\"'" else rf"\\?{re.escape(char)}"
        for char in word
    )


def _rows(text: str, source: str, start: int, end: int) -> Rows:
    """Return where each word of a text stands in a stretch, with the blanks between them that are alike."""
    rows: Rows = []
    there = _RUN.finditer(source, start, end)
    for word, place in zip(_RUN.finditer(text), there, strict=True):
        for a, b, c, d in _pieces(word, place):
            if rows and a - rows[-1][1] == c - rows[-1][3]:
                rows[-1] = (rows[-1][0], b, rows[-1][2], d)
            else:
                rows.append((a, b, c, d))
    return rows


def _pieces(word: re.Match[str], place: re.Match[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where the parts of a word stand that no backslash or grave accent parts."""
    begin, at = word.start(), place.start()
    if word[0] == place[0]:
        yield (*word.span(), *place.span())
        return
    for offset, char in enumerate(word[0], begin):
        at = place.string.index(char, at)
        yield offset, offset + 1, at, at + 1
        at += 1
