"""The kind `run-together`: words and sentences that run into each other."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

import re
from collections.abc import Iterator
from typing import NamedTuple

from stylelint import lazy
from stylelint.checks._vocabulary import DOMAINS, ENDINGS, OPENERS, count, words_of
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Document
from stylelint.native import native
from stylelint.text import OPAQUE

_WORDS = r"[a-z][A-Z]|[a-z][12][0-9]{3}(?![A-Za-z0-9_])"
_STOPS = r"(?:[a-z0-9%)\]]|[A-Z]\.[A-Z])[.!?]+['\")\]]*[\"'(\[]?[A-Z]"
_QUOTES = r"[a-z],\"[a-z]"
_ADDRESS = r"[a-z][.!?,;]\x1a"
_IN_WORDS = lazy.regex(_WORDS)
_ANYWHERE = lazy.regex(f"{_WORDS}|{_STOPS}|{_QUOTES}|{_ADDRESS}")
_SHAPES = bytes.maketrans(
    b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ12.!?,;\n", b"a" * 26 + b"A" * 28 + b"..... "
)
_RAISED, _MARK = lazy.regex(b"aA"), lazy.regex(rb"\.(?! )")
"""The second sign of every joint, in the shapes of signs: to look for that first is ten times as fast."""

_HEADS = words_of("about and from said that the their this was were when while with")
_NEAR, _FAR, _LINE = 60, 120, 5000
"""Code points: where a name was just said, how long an address is, how far back marks are counted."""
_OWN_LINE = lazy.regex(
    r"<(?:figure|figcaption|p|div|li|td|th|tr|table|blockquote|h[1-6]|ul|ol|hr|br)\b", re.IGNORECASE
)
_MARKS = "\"'()[].,;:!?"
_NO_PROSE = frozenset("/@#_\\=&{<|" + OPAQUE)
_SENTENCE = lazy.regex(r"[.!?]+(?P<closing>['\")\]]*)(?P<opening>[\"'(\[]?)$")
_NAME = lazy.regex(r"(?:Mc|Mac|De|Di|La|Le|Van|Fitz)?[A-Z]?[a-z]+")
_CAPITALISED = lazy.regex(r"[A-Z]['’]?[a-z]*")


class _Joint(NamedTuple):
    """Where a blank is missing: the stretch to show, the place of the blank, whether it is certain."""

    start: int
    end: int
    at: int
    sure: bool


@native
def joints(text: str, sentences: bool, /) -> list[tuple[int, int]]:
    """Return the places at which a blank may be missing, with a letter or two around them.

    Joints in addresses are left out, and those in words that are no two names.

    Args:
        text: folded.
        sentences: whether sentences are looked at, or words alone.
    """
    found, last = list[tuple[int, int]](), 0
    shapes = text.encode("ascii", "replace").translate(_SHAPES)
    joint, marks = (_ANYWHERE, _MARK.finditer(shapes)) if sentences else (_IN_WORDS, ())
    raised = [match.start() for match in _RAISED.finditer(shapes)]
    for at in sorted([*raised, *(match.start() - 1 for match in marks)]):
        match = joint.match(text, at) if at >= last else None
        if match:
            last = match.end()
            if _may_join(text, at, last):
                found.append((at, last))
    return found


def _may_join(text: str, start: int, end: int) -> bool:
    if text[end - 1] == OPAQUE:
        return True
    first, last = _token(text, start, end)
    if not _NO_PROSE.isdisjoint(text[first:last]):
        return False  # an address, a handle, a tag, a path or code
    return not _in_a_word(text, start, end) or (_headed(text, start) and _between_names(text, start + 1))


@kind
class RunTogether(Check):
    """Words and sentences that run into each other.

    Attributes:
        allow: names that are written in one word with a capital inside, besides the usual shapes.
        sentences: whether sentences are looked at too ("said.In"), or words alone ("newYou").
    """

    kind = "run-together"
    quotes = "any"

    allow: tuple[str, ...] = ()
    sentences: bool = True

    def find(self, view: View) -> Iterator[Finding]:
        for start, end in joints(view.document.folded, self.sentences):
            joint = self._joint(view.document, start, end)
            if joint and view.allowed(joint.start, joint.end) and not _parted(view.document, joint):
                said = view.document.prose[joint.start : joint.end]
                cut = joint.at - joint.start
                mended = f"{said[:cut]} {said[cut:]}"
                yield Finding(joint.start, joint.end, replacement=mended, sure=joint.sure)

    def _joint(self, document: Document, start: int, end: int) -> _Joint | None:
        """Judge a place at which a blank may be missing."""
        text = document.folded
        if text[end - 1] == OPAQUE:
            first = start + 1 - len(_word_before(text, start))
            glued = document.prose.startswith("http", end - 1)
            return _Joint(first, end - 1, end - 1, sure=True) if glued else None
        quote = text[start + 1] == ","
        first, last = _token(text, start, end) if quote or self.allow else (start, end)
        if text[first:last].strip(_MARKS) in self.allow:
            return None
        if quote:
            return _after_quote(text, start, first, last)
        if _in_a_word(text, start, end):
            return _in_word(document, start + 1)
        return _in_sentence(document, start, end)


def _parted(document: Document, joint: _Joint) -> bool:
    """Tell whether markup that begins a line of its own stands at the joint, as a figure does."""
    if document.pieces is None:
        return False
    span = document.span(joint.start, joint.end)
    return _OWN_LINE.search(document.source, span.start, span.end) is not None


def _in_a_word(text: str, start: int, end: int) -> bool:
    """Tell whether a joint stands in a word, before a capital or a year."""
    return end - start == 2 or text[end - 1].isdigit()


def _headed(text: str, last: int) -> bool:
    """Tell whether more than one letter ends at a place, and not the Mc of a name."""
    before = text[last - 1 : last]
    return before.isalpha() and not (before == "M" and text[last] == "c")


def _token(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a place to the blanks around it, or as far as any address goes."""
    before = text[max(0, start - _FAR) : start + 1].rsplit(None, 1)[-1]
    after = text[end - 1 : end + _FAR].split(None, 1)[0]
    return start + 1 - len(before), end - 1 + len(after)


def _around(text: str, at: int) -> tuple[int, int]:
    """Return where the word around a capital, or a year, begins and ends."""
    start, end = at, at
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and (text[end].isalpha() or (text[at].isdigit() and text[end].isdigit())):
        end += 1
    return start, end


def _between_names(text: str, at: int) -> bool:
    """Tell whether a capital, or a year, stands between what can be two words, and in no longer one."""
    start, end = _around(text, at)
    before = text[start - 1] if start else " "
    if before.isdigit() or before in "-'._" or text[end : end + 1] in ("-", "(") or _domain(text, end):
        return False
    head, tail = text[start:at], text[at:end]
    return _NAME.fullmatch(head) is not None and (tail.isdigit() or _NAME.fullmatch(tail) is not None)


def _in_word(document: Document, at: int) -> _Joint | None:
    """Judge a capital (or a year) between two words, before which a blank may be missing."""
    text = document.folded
    start, end = _around(text, at)
    head, tail = text[start:at], text[at:end]
    plain = head[0].islower() and tail in OPENERS
    if not plain and count(document, text[start:end], at) > 1:  # a name, as it is written so again
        return None
    sure = (_after_name if head[0].isupper() else _after_word)(document, start, head, tail)
    return None if sure is None else _Joint(start, end, at, sure)


def _domain(text: str, end: int) -> bool:
    """Tell whether a web address ends right after a word ("AnnaBerg.com")."""
    return text[end : end + 1] == "." and text[end + 1 : end + 2].islower()


def _after_name(document: Document, start: int, head: str, tail: str) -> bool | None:
    """Tell whether a name runs into the next word beyond doubt (True), perhaps (False) or not (None).

    Sure is the shape "Berg Anna (Ann) BergSenate": the name just said, said again in full and
    joined to the text that follows; and a word of grammar after a name that the article has.
    """
    words = document.folded[max(0, start - _NEAR) : start].split(" ")[:-1]
    for word in reversed(words):
        if word == head:
            return None if f"{head} {tail}" in " ".join(words) else tail not in ENDINGS
        if not word.strip("(").istitle() and not word.strip("(.),").isupper():
            break
    return (
        True if tail in OPENERS and len(tail) > 2 and len(head) > 2 and count(document, head, start) else None
    )


def _after_word(document: Document, start: int, head: str, tail: str) -> bool | None:
    """Tell whether a lower-case word runs into a capitalised one: surely, perhaps (False) or not (None)."""
    if tail.isdigit():
        return None
    if tail in OPENERS or head in _HEADS:
        return len(tail) > 1
    both = len(head) > 2 and len(tail) > 2 and count(document, head, start) and count(document, tail, start)
    return False if both else None


def _in_sentence(document: Document, start: int, end: int) -> _Joint | None:
    """Judge a stop with a capital after it and no blank between."""
    text = document.folded
    first, second = _word_before(text, start), _CAPITALISED.match(text, end - 1)
    stop = _SENTENCE.search(text, start, end - 1)
    if not second or not stop:
        return None
    word, after = second[0], text[second.end() : second.end() + 2]
    if not _opens(word, after) or not _closes(text, start, first, word, stop):
        return None
    return _Joint(start - len(first) + 1, second.end(), _blank(document, stop), sure=True)


def _word_before(text: str, at: int) -> str:
    start = at
    while start and (text[start - 1].isalnum() or text[start - 1] in "-'%"):
        start -= 1
    return text[start : at + 1]


def _opens(word: str, after: str) -> bool:
    """Tell whether a sentence can open with a word and what stands right after it."""
    if word in DOMAINS or (after[:1] in (".", "_", "(") and after[1:].isalnum()) or after[:1].isupper():
        return False
    if after[:1].isdigit():
        return False
    return len(word) > 1 or (word in ("A", "I") and after[:1] == " ") or (word == "I" and after[:1] == "'")


def _closes(text: str, start: int, first: str, word: str, stop: re.Match[str]) -> bool:
    """Tell whether a sentence can end before a stop."""
    mark = text[stop.start()]
    if text[start].isupper():  # "U.S.The": only a word of grammar shows that it is no initial
        return word in OPENERS and len(word) > 2
    if text[start].isdigit() and not stop["closing"]:
        opens = start - len(first) + 1
        at_start = not text[max(0, opens - 1) : opens].strip()
        return not at_start and len(word) > 1 and not text.startswith(("v2", "v1"), opens)
    if mark in "!?" and first[:1].isupper() and not stop["closing"]:
        return word in OPENERS  # Yahoo!News
    if text[start].isalpha() and len(first) < 2:
        return stop["closing"] != ""
    return True


def _blank(document: Document, stop: re.Match[str]) -> int:
    """Return where the blank belongs: after the stop and its closing marks, before an opening one.

    A curly mark says what it is; a straight one opens where those before it in the line are even.
    """
    text = document.folded
    base, signs = stop.start("closing"), stop["closing"] + stop["opening"]
    marks = _open_marks(text, base)
    for index, sign in enumerate(document.prose[base : base + len(signs)]):
        if sign in "“‘([" or (sign == '"' and marks % 2 == 0):
            return base + index
        marks += sign in '"”'
    return base + len(signs)


def _open_marks(text: str, at: int) -> int:
    """Return how many straight quotation marks stand before a place in its block."""
    first = max(0, at - _LINE)
    return text.count('"', max(first, text.rfind("\n", first, at)), at)


def _after_quote(text: str, comma: int, start: int, end: int) -> _Joint | None:
    """Judge `,"word`: a closing mark that the next word stands right against."""
    return _Joint(start, end, comma + 3, sure=True) if _open_marks(text, comma) % 2 else None
