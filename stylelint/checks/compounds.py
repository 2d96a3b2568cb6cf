"""The kind `compounds`: one compound written with and without its hyphen in one article."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from stylelint import lazy
from stylelint.checks._phrases import places, small
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Document
from stylelint.native import native

_HYPHENATED = lazy.regex(
    r"(?<![\w'’./#@-])([A-Za-z][a-z]+(?:-[A-Za-z][a-z]*){1,3})(?![\w/@-]|\.\w)(?: ([a-z]{3,})(?![\w-]))?"
)
_BEFORE = lazy.regex(r"(?<![\w'’./#@-])")
_AFTER = lazy.regex(r"(?![\w-]|\.\w)")
_HYPHEN = lazy.regex("-[A-Za-z]")
_FIRST = lazy.regex(r"[A-Za-z][a-z]+\Z")
_LONGEST = 40
"""No first part of a compound is longer, in code points."""
_SHORTEST = 6
"""A shorter word, its hyphen counted, is too short to be compared with the same in one word."""
_NO_NOUN = frozenset(
    {"about", "after", "against", "all", "also", "and", "are", "because", "been", "before", "but",
     "can", "could", "did", "does", "due", "for", "from", "had", "has", "have", "her", "his", "how",
     "into", "its", "just", "like", "may", "might", "more", "not", "off", "only", "our", "out", "over",
     "said", "say", "says", "should", "since", "some", "such", "than", "that", "the", "their", "them",
     "then", "there", "they", "this", "those", "through", "too", "under", "until", "upon", "was",
     "were", "what", "when", "where", "which", "while", "who", "will", "with", "would", "you", "your"}
)  # fmt: skip

_NUMBERS = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "first", "second"}
)
"""“A one-year term” has its hyphen whatever the article does."""

Hyphenated: TypeAlias = tuple[int, int, int]
"""Where a compound begins and ends, and where the noun after it ends, or again the compound."""

Bare: TypeAlias = tuple[int, int]
"""Where a compound without its hyphens begins and ends, the noun left out."""

BothWays: TypeAlias = list[tuple[list[Hyphenated], list[Bare]]]
"""Of each compound that is written both ways, in the order in which they first have hyphens, all uses."""


class Use(NamedTuple):
    """One use of a compound: where it stands, without the noun, and whether it has its hyphens."""

    start: int
    end: int
    hyphenated: bool


@kind
class Compounds(Check):
    """A compound that one article writes two ways, found without any list of words.

    Attributes:
        against: what a hyphenated compound is compared with: `open`, the same words with blanks
            before the same noun (“lower-income groups”, “lower income groups”), or `closed`, the
            same word in one (“non-profit”, “nonprofit”).
        allow: hyphenated words that are not compared, as without the hyphen they mean another thing
            (“re-sign”) or another rule sees to them.
    """

    kind = "compounds"
    values = ("replacement", "count", "others", "other")
    scope = frozenset(
        {"standfirst", "paragraph", "list-item", "caption", "quotation", "cell", "correction", "editors-note"}
    )

    against: Literal["open", "closed"] = "open"
    allow: tuple[str, ...] = ()

    def needs(self) -> tuple[str, ...]:
        return ("-",)

    @cached_property
    def _allowed(self) -> frozenset[str]:
        return frozenset(word.lower() for word in self.allow)

    def find(self, view: View) -> Iterator[Finding]:
        for hyphenated, bare in _known(view.document)[self.against == "closed"]:
            others = [Use(start, end, False) for start, end in view.heard(bare)]
            for compared in self._alike(view.document.folded, hyphenated) if others else ():
                uses = [Use(start, end, True) for start, end, _ in view.heard(compared)]
                yield from _minority(view, uses + others)

    def _alike(self, text: str, hyphenated: Iterable[Hyphenated]) -> Iterable[list[Hyphenated]]:
        """Return the uses that are compared, those together that have their hyphens at the same letters."""
        alike: dict[str, list[Hyphenated]] = {}
        for start, end, stop in hyphenated:
            compound = text[start].lower() + text[start + 1 : end]
            key = _stem(compound) if self.against == "closed" else compound
            if key not in self._allowed and text[end + 1 : stop] not in _NO_NOUN:
                alike.setdefault(key, []).append((start, end, stop))
        return alike.values()


def _known(document: Document) -> tuple[BothWays, BothWays]:
    """Return what `both_ways` finds, worked out once for a document."""
    known: tuple[BothWays, BothWays] | None = document.__dict__.get("_both_ways")
    if known is None:
        known = document.__dict__["_both_ways"] = both_ways(document.folded)
    return known


@native
def both_ways(text: str, /) -> tuple[BothWays, BothWays]:
    """Return the compounds that stand in a folded text with and without their hyphens.

    Returns:
        Those written open, with blanks for the hyphens and before the same noun, and those written closed,
        in one word, which have one hyphen and `_SHORTEST` letters or more.  The first letter may be a
        capital, and the last word may have the s of the plural.
    """
    hyphenated, low = list(_hyphenated(text)), small(text)
    return _both(text, low, _open(text, hyphenated)), _both(text, low, _closed(text, hyphenated))


def _open(text: str, hyphenated: list[Hyphenated]) -> Iterator[tuple[Hyphenated, str, str]]:
    """Yield for each compound with a noun what its parts are without hyphens, and the rest."""
    for start, end, stop in hyphenated:
        if end < stop:
            yield (start, end, stop), text[start:end].replace("-", " "), f" {_stem(text[end + 1 : stop])}"


def _closed(text: str, hyphenated: list[Hyphenated]) -> Iterator[tuple[Hyphenated, str, str]]:
    """Yield for each compound of two parts what it is in one word; there is no rest."""
    for start, end, _ in hyphenated:
        if end - start >= _SHORTEST and text.count("-", start, end) == 1:
            yield (start, end, end), _stem(text[start:end]).replace("-", ""), ""


def _both(text: str, low: str, ways: Iterable[tuple[Hyphenated, str, str]]) -> BothWays:
    """Return the uses of the compounds that stand in a text as they are given."""
    uses: dict[tuple[str, str], tuple[list[Hyphenated], list[Bare]]] = {}
    phrases: dict[str, list[tuple[str, str]]] = {}
    for place, first, rest in ways:
        key = first[0].lower() + first[1:], rest
        if key not in uses:
            uses[key] = [], []
            phrases.setdefault("".join(key).lower(), []).append(key)
        uses[key][0].append(place)
    for phrase, start in places(low, phrases):
        for key in phrases[phrase]:
            if end := _bare_until(text, start, *key):
                uses[key][1].append((start, end))
    return [both for both in uses.values() if both[1]]


def _bare_until(text: str, start: int, body: str, rest: str) -> int:
    """Return where a compound ends that begins at a place without its hyphens, 0 where it does not."""
    end = start + len(body)
    if text[start] not in (body[0], body[0].upper()) or not text.startswith(body[1:] + rest, start + 1):
        return 0
    last = end + len(rest)
    last += text.startswith("s", last)
    return (end if rest else last) if _BEFORE.match(text, start) and _AFTER.match(text, last) else 0


def _hyphenated(text: str) -> Iterator[Hyphenated]:
    """Yield every hyphenated word and the noun after it.

    It goes from hyphen to hyphen, of which an article has few, and looks back to where the word begins.
    """
    end = 0
    for hyphen in _HYPHEN.finditer(text):
        at = hyphen.start()
        if at < end:
            continue
        start = text.rfind(" ", max(end, at - _LONGEST), at) + 1
        if not start or not text[start:at].isalpha():
            first = _FIRST.search(text, max(end, at - _LONGEST), at)
            start = first.start() if first else at
        if match := _HYPHENATED.match(text, start):
            end = match.end(1)
            yield match.start(), end, match.end()


def _stem(word: str) -> str:
    """Return a word without the s of the plural."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _minority(view: View, uses: list[Use]) -> Iterator[Finding]:
    """Yield the uses that are fewer; where it is a draw, or after a number, those without the hyphen."""
    counts = Counter(use.hyphenated for use in uses)
    if len(counts) < 2:
        return
    text = view.document.prose
    model = min(use for use in uses if use.hyphenated)
    counted = text[model.start : model.end].lower().split("-")[0] in _NUMBERS
    winner = counted or counts[True] >= counts[False]
    model = min(use for use in uses if use.hyphenated == winner)
    other = text[model.start : model.end]
    for use in uses:
        if use.hyphenated != winner:
            values = {"count": str(counts[not winner]), "others": str(counts[winner]), "other": other}
            yield Finding(
                use.start,
                use.end,
                replacement=_like(text[use.start : use.end], other),
                values=values,
                related=((model.start, model.end, f"“{other}” here"),),
            )


def _like(found: str, other: str) -> str:
    """Return the other spelling with the capital and the plural of what was found."""
    first = other[0].upper() if found[0].isupper() else other[0].lower()
    body = first + other[1:]
    if found.endswith("s") and not other.endswith("s"):
        return body + "s"
    return body[:-1] if other.endswith("s") and not found.endswith("s") else body
