"""Where sentences begin and end.

A stop ends a sentence unless what stands around it says otherwise: a lower-case letter after it, an
initial, or an abbreviation before it.  Wrong guesses err towards longer sentences after titles and shorter
ones elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from stylelint import lazy
from stylelint.document import Span
from stylelint.native import native

_END = lazy.regex(r"[.!?…]+[\"”’'»)\]]*(?=\s)")
_WORD_BEFORE = lazy.regex(r"[^\s(\[“\"‘'—–/-]+\Z")
_START = lazy.regex(r"\s+[\"“‘'«(\[¿¡—–-]*\s?(\S)(\S*)")
_TITLES = frozenset(
    {
        "adm", "atty", "brig", "capt", "cmdr", "col", "cpl", "dr", "fr", "gen", "gov", "hon",
        "insp", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "msgr", "mt", "pfc",
        "pres", "prof", "pvt", "rep", "reps", "rev", "sec", "sen", "sens", "sgt", "spc", "sr", "st",
        "ste", "supt", "vs", "cf", "eg", "ie", "viz", "approx",
    }
)  # fmt: skip
"""Never the end of a sentence."""
_NUMBERED = frozenset(
    {
        "no", "nos", "vol", "fig", "p", "pp", "ch", "art", "sect", "jan", "feb", "mar", "apr",
        "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ca", "c",
    }
)  # fmt: skip
"""No end where a number follows."""
_INITIALS = lazy.regex(r"(?:[A-Za-z]\.)+[A-Za-z]?|Ph\.D|M\.Sc|B\.Sc")
_STARTERS = frozenset(
    {
        "a", "after", "all", "although", "an", "and", "as", "at", "but", "by", "for", "from", "he",
        "her", "his", "how", "i", "if", "in", "it", "its", "it's", "it’s", "last", "many", "more",
        "most", "no", "not", "on", "one", "or", "she", "since", "so", "some", "still", "that",
        "the", "their", "then", "there", "these", "they", "this", "those", "to", "we", "what",
        "when", "where", "while", "who", "with", "yet", "you",
    }
)  # fmt: skip
"""Words that rarely stand in capitals inside a name."""


IN_DOUBT = _TITLES | _NUMBERED
"""Words after which a full stop may be no end."""


def sentences(text: str) -> list[Span]:
    """Return the sentences of a block, blanks at their edges left out.

    Args:
        text: of one block; line ends in it are blanks.

    Returns:
        Spans in code points, in order.  Closing quotation marks and brackets belong to the sentence
        before them.
    """
    spans: list[Span] = []
    start = len(text) - len(text.lstrip())
    for first, last, sure in stops(text, len(text), IN_DOUBT):
        if first >= start and (sure or _ends(text, first, last)):
            spans.append(Span(start, last))
            start = last
            while start < len(text) and text[start].isspace():
                start += 1
    end = len(text.rstrip())
    if end > start:
        spans.append(Span(start, end))
    return spans


def starts_from_last(text: str) -> Iterator[int]:
    """Yield where the sentences of a block begin, the last first, but for its first sentence.

    Who wants the last sentence alone does not pay for the others.
    """
    end = len(text.rstrip())
    for first, last, sure in reversed(stops(text, end, IN_DOUBT)):
        if sure or _ends(text, first, last):
            yield last + len(text[last:]) - len(text[last:].lstrip())


@native
def stops(text: str, end: int, in_doubt: Set[str], /) -> list[tuple[int, int, bool]]:
    """Return the stops that may end a sentence: start, end, and whether they do for certain.

    Those before a small letter do not; to see what an abbreviation is followed by is left to the caller.

    Args:
        text: of one block.
        end: where it ends for this.
        in_doubt: words of ASCII, in small letters, after which a full stop may be no end, as after all that
            have a stop or one letter.
    """
    found = []
    for stop in _END.finditer(text, 0, end):
        after = _START.match(text, stop.end())
        if after is None or not after[1].islower():
            plain = stop[0][0] == "." and stop[0][:2] != ".."
            word = _word_before(text, stop.start()) if plain and after else ""
            doubtful = (
                "." in word or len(word) == 1 or (word != "" and word.isascii() and word.lower() in in_doubt)
            )
            found.append((stop.start(), stop.end(), not doubtful))
    return found


def _word_before(text: str, stop: int) -> str:
    """Return the word before a stop, "" where there is none."""
    word = _WORD_BEFORE.search(text, max(0, stop - 24), stop)
    return word[0] if word else ""


def _ends(text: str, first: int, last: int) -> bool:
    """Tell whether a stop that is in doubt ends a sentence."""
    after = _START.match(text, last)
    return after is None or _ends_after(_word_before(text, first), after[1] + after[2])


def _ends_after(word: str, following: str) -> bool:
    """Tell whether the full stop after a word ends the sentence, given the word that follows."""
    plain = word.lower()
    if plain in _TITLES:
        return False
    if plain in _NUMBERED:
        return not following[0].isdigit()
    if plain in ("p.m", "a.m"):
        return True
    if len(word) == 1 and word.isupper():
        return word == "I" and following.strip(".,").lower() in _STARTERS
    if _INITIALS.fullmatch(word):
        return following.rstrip(".,;:\"”’'").lower() in _STARTERS
    return True
