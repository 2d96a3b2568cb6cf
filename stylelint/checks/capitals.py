"""The kind `capitals`: a capital in mid-sentence that cannot be right."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from stylelint import lazy
from stylelint.checks._forms import forms_amid
from stylelint.checks._vocabulary import TITLE_NOUNS, count, words_of
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Document
from stylelint.patterns import Pattern, any_of
from stylelint.text import fold

_WORDS = (
    "About", "After", "Against", "All", "Although", "Among", "And", "Are", "At", "Because", "Before",
    "Between", "But", "By", "During", "For", "From", "Had", "Has", "Have", "He", "His", "If", "In",
    "Into", "Is", "Like", "Of", "On", "Or", "Over", "She", "Since", "So", "Than", "That", "Their",
    "Then", "There", "These", "They", "This", "Those", "Through", "To", "Under", "Until", "Was", "We",
    "Were", "What", "When", "Where", "Which", "While", "Who", "With", "Without",
)  # fmt: skip
_OPENERS = frozenset({"And", "But", "He", "She", "That", "There", "These", "They", "This", "Those", "We"})
"""Words that can open a clause after a name."""
_PREPOSITIONS = words_of(
    "about across after against around at before between by for from in inside into near of on over "
    "through to towards under with within"
)
_OWNERS = words_of("a an and as by her his its like my of or our s the their this with your")
_BEFORE_TITLE = TITLE_NOUNS | _OWNERS
_DIVINE = frozenset({"He", "His", "That", "Who"})
_OFFICES = frozenset({"Under", "All", "Against"})
"""Words that titles and names begin with ("Under Secretary", "All Blacks")."""
_PAIRS = frozenset({"Before", "And", "Or", "If", "This", "That"})
_PAGES = words_of("box button campaign field link list menu movement page screen section series tab team")
"""What the capitalised words name that stand before it: "the updated About page"."""
_FAITH = ("God", "Lord", "Jesus", "Christ", "Allah", "Creator", "Almighty")
_CLAUSE = lazy.regex(r"[,.;:!?\n\"()]")
_SHORT, _LITTLE = 4, 5
_LABEL = 80


class _Spot(NamedTuple):
    """One of the words, its span, and where the word before it begins and the next one ends."""

    first: int
    start: int
    end: int
    last: int
    before: str
    word: str
    after: str


@kind
class Capitals(Check):
    """A capital in mid-sentence that cannot be right: on a word of grammar, amid lower case.

    Titles of works, names and headlines are told by their neighbours: where the words around are
    capitalised too, or a title is announced ("the film …"), nothing is said.  Words before a
    proper name ("fight In Oslo") count only where the article has that name elsewhere.

    Attributes:
        words: the words, as they are wrongly written.
        allow: phrases with such a capital that are right.
    """

    kind = "capitals"
    scope = frozenset({"standfirst", "paragraph", "list-item", "caption", "correction", "editors-note"})

    words: tuple[str, ...] = _WORDS
    allow: tuple[str, ...] = ()

    @cached_property
    def _forms(self) -> tuple[str, ...]:
        """The words as they stand in a folded text, the longest first."""
        forms = {" ".join(fold(word).split()) for word in self.words}
        return tuple(sorted(forms - {""}, key=lambda form: (-len(form), form)))

    @cached_property
    def allowed(self) -> Pattern | None:
        """The phrases that are right."""
        return Pattern(any_of(self.allow)) if self.allow else None

    def needs(self) -> tuple[str, ...]:
        # Between the end of a word in small letters and the start of the next.
        return (f"(?-i:[a-z] +{any_of(self.words)} +[A-Za-z])",)

    def find(self, view: View) -> Iterator[Finding]:
        text = view.document.folded
        spots = (_spot(text, *place) for place in forms_amid(text, self._forms) if view.allowed(*place))
        # A line break may be one of the page, after a label in bold.
        prose = view.document.prose
        found = [s for s in spots if _amid(view.document, s) and prose.find("\n", s.first, s.last) < 0]
        if not found:
            return
        allowed = self.allowed.matches(view.document) if self.allowed else ()
        right = {place for match in allowed for place in range(match.start, match.end)}
        # What comes before several of them is a label of the page or of a transcript.
        labels = Counter(spot.before for spot in found)
        for spot in found:
            if spot.start in right or labels[spot.before] > 1:
                continue
            lower = spot.word[0].lower() + spot.word[1:]
            yield Finding(spot.start, spot.end, replacement=lower if _small(text, spot) else None)


def _spot(text: str, start: int, end: int) -> _Spot:
    """Read the words around a place, which runs from the end of the first to the start of the last."""
    first, last = start, end
    while first and (text[first - 1].isalnum() or text[first - 1] in "'-"):
        first -= 1
    while last < len(text) and (text[last].isalnum() or text[last] in "'-"):
        last += 1
    middle = text[start + 1 : end - 1]
    at = start + 1 + len(middle) - len(middle.lstrip())
    word = middle.strip()
    return _Spot(first, at, at + len(word), last, text[first : start + 1], word, text[end - 1 : last])


def _small(text: str, spot: _Spot) -> bool:
    """Tell whether a small letter is the likely cure.

    Where a long stretch follows, the capital may well be right and a full stop missing before it.
    """
    rest = _CLAUSE.split(text[spot.end : spot.last + 60], maxsplit=1)[0]
    return spot.before[0].islower() and (spot.after[0].isupper() or len(rest.split()) <= _SHORT)


def _amid(document: Document, spot: _Spot) -> bool:
    """Tell whether the word stands amid running lower-case prose."""
    text, before, word, after = document.folded, spot.before, spot.word, spot.after
    if before in _BEFORE_TITLE or (spot.first and text[spot.first - 1] in "#@/.&") or after in _PAGES:
        return False
    if (word == "All" and before == "for") or (word in _OFFICES and after[0].isupper()):
        return False
    if after == "and" and word in _PAIRS:
        return False
    again = after[0].islower() and count(document, f"{word} {after}", spot.start) > 1
    if again or _label_before(text, spot.first):
        return False
    if word in _DIVINE and any(count(document, name, spot.start) for name in _FAITH):
        return False
    if before[0].isupper():
        return _after_name(document, spot)
    return before[0].islower() and _before_name(document, spot)


def _after_name(document: Document, spot: _Spot) -> bool:
    """Tell whether a new clause opens after a name without a stop: "from Norway He left".

    He is a surname too, so the name must stand in the article without it.
    """
    if spot.word not in _OPENERS or not spot.after[0].islower():
        return False
    previous = document.folded[max(0, spot.first - 20) : spot.first].split()
    together = count(document, f"{spot.before} {spot.word}", spot.start)
    alone = count(document, spot.before, spot.start) > together
    return bool(previous) and previous[-1] in _PREPOSITIONS and alone


def _before_name(document: Document, spot: _Spot) -> bool:
    """Tell whether a name that the article has elsewhere follows, so that no title begins here.

    True too where no name follows: neither at once nor after a little word ("Over the Rainbow").
    """
    text, name, last = document.folded, spot.after, spot.last
    if name[0].islower() and len(name) < _LITTLE and _is_capital(text, last):
        start = last = last + 1
        while last < len(text) and text[last].isalpha():
            last += 1
        name = text[start:last]
    if name[0].islower():
        return True
    if _is_capital(text, last) or _title_before(text, spot.first):
        return False
    return count(document, name, spot.start) > count(document, text[spot.start : last], spot.start)


def _label_before(text: str, at: int) -> bool:
    """Tell whether a block's first words, in small letters, end at a place: the speaker in a transcript."""
    before = max(0, at - _LABEL)
    start = text.rfind("\n", before, at) + 1
    if not start and before:
        return False
    line = text[start:at]
    return not line or (line[0].islower() and line.count(" ") < 4)


def _is_capital(text: str, at: int) -> bool:
    """Tell whether a capitalised word follows right after a place."""
    return text[at : at + 1] == " " and text[at + 1 : at + 2].isupper()


def _title_before(text: str, at: int) -> bool:
    """Tell whether one of the two words before a place announces a title."""
    return any(word in TITLE_NOUNS for word in text[max(0, at - 30) : at].split()[-2:])
