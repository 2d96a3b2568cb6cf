"""The kind `compounds`: one compound written with and without its hyphen in one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from stylelint import lazy
from stylelint.checks._phrases import any_stands, lowered, places, standing
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Document

_HYPHENATED = lazy.regex(
    r"(?<![\w'’./#@-])([A-Za-z][a-z]+(?:-[A-Za-z][a-z]*){1,3})(?![\w/@-]|\.\w)(?: ([a-z]{3,})(?![\w-]))?"
)
_BEFORE = lazy.regex(r"(?<![\w'’./#@-])")
_AFTER = lazy.regex(r"(?![\w-]|\.\w)")
_HYPHEN = lazy.regex("-[A-Za-z]")
_FIRST = lazy.regex(r"[A-Za-z][a-z]+\Z")
_LONGEST = 40
"""No first part of a compound is longer, in code points."""
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

    def literals(self) -> tuple[tuple[str, ...], ...]:
        return (("-",),)

    @cached_property
    def _allowed(self) -> frozenset[str]:
        return frozenset(word.lower() for word in self.allow)

    def find(self, view: View) -> Iterator[Finding]:
        hyphenated = _hyphenated(view.document)
        if not any_stands(view.document, self._bare(hyphenated)):
            return  # as mostly
        seen: dict[tuple[str, str], list[Use]] = {}
        for start, end, compound, noun in hyphenated:
            key = self._key(compound, noun)
            if key and key[0] not in self._allowed:
                seen.setdefault(key, []).append(Use(start, end, True))
        others = self._others(view, seen)
        for key, uses in seen.items():
            if key in others:
                allowed = [use for use in uses if view.allowed(use.start, use.end)]
                yield from _minority(view, allowed + others[key])

    def _bare(self, hyphenated: Iterable[tuple[int, int, str, str]]) -> set[bytes]:
        """Return of each compound what stands wherever it is written the other way, made for all at once."""
        if self.against == "closed":
            texts, joint = [compound for _, _, compound, _ in hyphenated], ""
        else:
            texts = [f"{parts} {noun}" for _, _, parts, noun in hyphenated if noun and noun not in _NO_NOUN]
            joint = " "
        # Without the s of any plural, as either form may have it.
        lines = "\n".join([*texts, ""]).lower().replace("-", joint).replace("s\n", "\n")
        return set(lines.encode().splitlines())

    def _key(self, compound: str, noun: str) -> tuple[str, str] | None:
        """Return what two uses have in common; None where there is nothing to compare."""
        lower = compound[0].lower() + compound[1:]
        if self.against == "closed":
            return (_stem(lower), "") if lower.count("-") == 1 and len(lower) > 5 else None
        return (lower, _stem(noun)) if noun and noun not in _NO_NOUN else None

    def _others(self, view: View, keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], list[Use]]:
        """Return the uses without hyphens of the compounds that have any."""
        phrases: dict[str, list[tuple[str, str, tuple[str, str]]]] = {}
        for key in keys:
            body = key[0].replace("-", " " if self.against == "open" else "")
            rest = f" {key[1]}" if key[1] else ""
            phrases.setdefault(f"{body}{rest}".lower(), []).append((body, rest, key))
        found: dict[tuple[str, str], list[Use]] = {}
        there = standing(view.document, phrases)
        for phrase, start in places(lowered(view.document), there) if there else ():
            for body, rest, key in phrases[phrase]:
                end = _open_until(view.document.folded, start, body, rest)
                if end and view.allowed(start, end):
                    found.setdefault(key, []).append(Use(start, end, False))
        return found


def _open_until(text: str, start: int, body: str, rest: str) -> int:
    """Return where a compound ends that begins at a place without its hyphens, 0 where it does not.

    Its first letter may be a capital, and the last word may have the s of the plural.
    """
    end = start + len(body)
    if not text.startswith(body[1:] + rest, start + 1) or not _BEFORE.match(text, start):
        return 0
    last = end + len(rest)
    last += text.startswith("s", last)
    return (end if rest else last) if _AFTER.match(text, last) else 0


def _hyphenated(document: Document) -> list[tuple[int, int, str, str]]:
    """Return place, compound and following noun of every hyphenated word; worked out once for a document.

    It goes from hyphen to hyphen, of which an article has few, and looks back to where the word begins.
    """
    known: list[tuple[int, int, str, str]] | None = document.__dict__.get("_hyphenated")
    if known is not None:
        return known
    text, found, end = document.folded, [], 0
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
            found.append((*match.span(1), match[1], match[2] or ""))
    document.__dict__["_hyphenated"] = found
    return found


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
