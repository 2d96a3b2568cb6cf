"""Which sentences of a block speak to visitors of the page, and which are the article's own.

An expression with gaps may match a paragraph of the article along with the call that is glued to it; the
sentences at the edges that only report are given back to the article.
"""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache
from itertools import pairwise

from stylelint import lazy
from stylelint.anatomy.sentences import IN_DOUBT, sentences, starts_from_last, stops
from stylelint.document import Span
from stylelint.native import native
from stylelint.patterns import Pattern

_SCRAP = 100
"""Code points that a few words take at most."""

_SCRAP_WORDS = 3
"""So few words that run into furniture, with a small letter first, are no sentence of the article."""

_GLUED = lazy.regex(r"(?<=[a-z]{2}[.!?])[\"')\]]*(?=[A-Z])|(?<=[a-z]{2})(?=[A-Z][a-z])")
"""Where a sentence begins without a blank before it: “closed.Sign up”, “closedSign up”."""

_VOICE = Pattern(
    r"\b(?:you|your|yours|you'(?:re|ve|ll|d)|us|our|ours|we|we'(?:re|ve|ll|d)|please|click|tap|subscri\w+|sign|log|"
    r"newsletters?|inbox|e-?mails?|donat\w+|support\w*|follow|visit|download|watch|listen|read|share|join|privacy|"
    r"terms|copyright|rights|reserved|reproduced|republish\w*|published|licen[cs]\w+|javascript|browsers?|cookies|"
    r"adverti\w+|sponsor\w*|comments?|readers?|members?|site|website|page|app|apps|story|stories|article|articles|"
    r"headlines|podcasts?|episodes?|videos?|photos?|images?|gallery|delivered|daily|weekly|briefing|updates?|alerts?|"
    r"free|offers?|trial|access|link|links|loading|error|edition|journalism|newsroom|facebook|twitter|instagram|"
    r"youtube|whatsapp)\b|[©™@\x1a»|]|\d{3}[ -]\d{4}",
    case=False,
)
"""Words and signs of the page."""

_NO_END = ("a.m.", "p.m.")
"""What is followed by the name of a zone or of a channel in the lines of a page."""

_REPORT_WORDS = 8
"""A sentence of so many words without any of the page is the article's."""


_KEPT_LENGTH = 2_000
"""Longer blocks, in code points, are not kept in mind."""


def page_part(text: str) -> Span:
    """Return the stretch of a block that is left when sentences of the article are taken off both ends.

    What a page adds it adds to many articles, and it often is what several rules look for.

    Args:
        text: a block that an expression takes for furniture whole, folded.
    """
    return _known_part(text) if len(text) <= _KEPT_LENGTH else _part(text)


@lru_cache(maxsize=1 << 9)
def _known_part(text: str) -> Span:
    return _part(text)


def _part(text: str) -> Span:
    if len(text) < 2 * _REPORT_WORDS - 1 or len(text.split(None, _REPORT_WORDS)) < _REPORT_WORDS:
        return Span(0, len(text))
    parts = sentence_parts(text, IN_DOUBT)
    if parts is None:
        parts = [part for span in _joined(text) for part in _cut(text, span)]
    first, last = 0, len(parts) - 1
    while first < last and _reports(text[slice(*parts[first])]):
        first += 1
    while first < last and _reports(text[slice(*parts[last])]):
        last -= 1
    return Span(parts[first][0], parts[last][1]) if parts else Span(0, len(text))


@native
def sentence_parts(text: str, in_doubt: Set[str], /) -> list[tuple[int, int]] | None:
    """Return the sentences of a text, those too that begin without a blank before them.

    Args:
        text: a block, folded.
        in_doubt: as `stops` has them.

    Returns:
        Start and end of each; None where a stop must be judged.
    """
    parts, start = list[tuple[int, int]](), len(text) - len(text.lstrip())
    for _, last, sure in stops(text, len(text), in_doubt):
        if text.endswith(_NO_END, 0, last):
            continue
        if not sure:
            return None
        parts += _cut(text, Span(start, last))
        start = last + len(text[last:]) - len(text[last:].lstrip())
    end = len(text.rstrip())
    return [*parts, *_cut(text, Span(start, end))] if end > start else parts


LONGEST_ENDING = 240
"""So many code points at the end of a block hold its last sentence, if it is a line of the page."""


def last_part(text: str) -> Span:
    """Return the last sentence of a block, the whole block where it has but one."""
    near = text[-LONGEST_ENDING:]
    start, end = last_sentence(near, IN_DOUBT) or _last_judged(near)
    before = len(text) - len(near)
    if start > len(near) - len(near.lstrip()):
        return Span(before + start, before + end)
    return Span(0, len(text))


@native
def last_sentence(text: str, in_doubt: Set[str], /) -> tuple[int, int] | None:
    """Return the last sentence of a text, None where it hangs on a stop that must be judged.

    Args:
        text: the end of a block, folded.
        in_doubt: as `stops` has them.
    """
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    for _, last, sure in reversed(stops(text, end, in_doubt)):
        if not text.endswith(_NO_END, 0, last):
            if not sure:
                return None
            start = last + len(text[last:]) - len(text[last:].lstrip())
            break
    return [start, *run_ins(text, start, end)][-1], end


def _last_judged(text: str) -> tuple[int, int]:
    """Return the last sentence of a text where stops are in doubt."""
    starts = (at for at in starts_from_last(text) if not text[:at].rstrip().endswith(_NO_END))
    start, end = next(starts, len(text) - len(text.lstrip())), len(text.rstrip())
    return [start, *run_ins(text, start, end)][-1], end


def _cut(text: str, span: Span) -> list[tuple[int, int]]:
    """Return what a sentence is made of where others run into it."""
    cuts = [span.start, *run_ins(text, span.start, span.end), span.end]
    return list(pairwise(cuts))


@native
def run_ins(text: str, start: int, end: int, /) -> list[int]:
    """Return where in `text[start:end]` a sentence runs into the one before it."""
    return [cut.end() for cut in _GLUED.finditer(text, start, end)]


def _joined(text: str) -> list[Span]:
    """Return the sentences of a block; one that ends in a time of day is one with the next."""
    spans: list[Span] = []
    for span in sentences(text):
        if spans and text.endswith(_NO_END, 0, spans[-1].end):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return spans


def _reports(sentence: str) -> bool:
    return len(sentence.split()) >= _REPORT_WORDS and not _VOICE.stands_in(sentence.encode())


def is_scrap(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` is the end of something that is gone: “the newYou”."""
    if end - start > _SCRAP:
        return False  # a block may hold any number of stretches, and any number of words before each
    before = text[start:end]
    return before[:1].islower() and before[-1:].isalpha() and len(before.split()) <= _SCRAP_WORDS


def splits_word(text: str, start: int) -> bool:
    """Tell whether a stretch begins inside a word: after a letter, and not with a capital of its own."""
    return text[start - 1 : start].isalpha() and not text[start].isupper()
