"""The memory of an article: which names it mentions, where, and with which words before them."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Iterable, Set
from typing import NamedTuple, TypeAlias

from stylelint import lazy
from stylelint.document import Block, Document
from stylelint.native import native
from stylelint.text import opens_sentence

CAPITAL = "A-ZÀ-ÖØ-ÞĀČĎĐĒĚĞĢĪĶĹĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ"
LETTER = r"[^\W\d_]"
_REST = rf"{LETTER}*(?:['-](?!s\b){LETTER}+)*"
_WORD = rf"(?:d'|al-|el-|ad-)?[{CAPITAL}]{_REST}"
PARTICLES = ("de", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "du", "di", "da", "del",
             "dos", "ter", "ten")  # fmt: skip
"""What stands in lower case inside a name."""

# The look-behind stands after the first letter, so that the search goes from one that may be one to the next.
_FIRST = (
    rf"[{CAPITAL}dae](?<![\w@#/.'&-].)"
    rf"(?:(?<=[{CAPITAL}])|(?:(?<=d)'|(?<=[ae])l-|(?<=a)d-)[{CAPITAL}]){_REST}"
)
_NAME = lazy.regex(
    rf"{_FIRST}(?: (?:(?:{'|'.join(PARTICLES)}) ){{0,2}}(?:(?:[A-Z]\.)+(?= )|{_WORD}))*(?![\w@/-]|\.\w\w)"
)
_CALLED = lazy.regex(
    r"(?:\b(?:Mr|Mrs|Ms|Sen|Rep|Gov|Dr|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Sir|Lord|Lady|Judge|Justice|President|Senator|"
    r"Governor|Congressman|Congresswoman|Secretary|Minister|Chancellor|Mayor|General|Speaker)\b\.? )\Z"
)
_LONG = 5
_FEW = 16
"""So many words are looked for in a block before its names are."""


_Use: TypeAlias = tuple[str, int, int, bool, str, str, bool]


class Use(NamedTuple):
    """One use of a capitalised word.

    Attributes:
        text: the word.
        start, end: its place in the prose, end exclusive.
        opens: whether its capital may be the sentence's and no name's.
        before, after: the capitalised words beside it in the same name, "" for none.
        titled: whether a form of address stands before the name.
    """

    text: str
    start: int
    end: int
    opens: bool
    before: str
    after: str
    titled: bool


class Memory:
    """What an article calls its people, places and organisations.

    Args:
        uses: all capitalised words outside headlines, in reading order, each as `Use` has it.
    """

    def __init__(self, uses: Iterable[_Use]) -> None:
        self._uses: dict[str, list[_Use]] = {}
        for use in uses:
            self._uses.setdefault(use[0], []).append(use)

    def uses(self, form: str) -> list[Use]:
        """Return the uses of one spelling, in reading order."""
        return [*map(Use._make, self._uses.get(form, ()))]


def memory(document: Document, forms: Set[str]) -> Memory:
    """Return the names in a document that have one of some words.

    Headlines and lines in which most words have a capital are left out: there a capital says nothing.
    """
    return Memory(uses_of(document.folded, document.blocks, forms, _SKIPPED) if forms else ())


@native
def uses_of(text: str, blocks: tuple[Block, ...], forms: Set[str], skipped: Set[str], /) -> list[_Use]:
    """Return the uses of all words of the names that have one of some words, as `Use` has them.

    Args:
        text: folded.
        blocks: of the text.
        forms: the words.
        skipped: roles of blocks that are not looked at; nor are those in capitals.
    """
    likely = forms if len(forms) <= _FEW else {""}  # which stands everywhere
    return [
        use
        for start, end, _, role, *_ in blocks
        if role not in skipped and any(text.find(form, start, end) >= 0 for form in likely)
        for name in names_with(text, forms, start, end)
        if not in_capitals(text, start, end)
        for use in _uses_in(text, *name, start)
    ]


def names_with(text: str, forms: Set[str], start: int, end: int) -> list[tuple[int, int]]:
    """Return where the names of `text[start:end]` stand that have one of some words, blanks between them."""
    names = _NAME.finditer(text, start, end)
    return [name.span() for name in names if not forms.isdisjoint(name[0].split(" "))]


_SKIPPED = frozenset({"headline", "furniture", "code", "metadata"})
_PART = lazy.regex(r"[^ ]+")


def _uses_in(text: str, start: int, end: int, block: int) -> list[_Use]:
    """Return the words of a name that begins in a block, without its particles and initials."""
    parts = [part for part in _PART.finditer(text, start, end) if _counts(part[0])]
    titled = _CALLED.search(text, max(block, start - 16), start) is not None
    opens = not titled and opens_sentence(text, start, block)
    words = ["", *(part[0] for part in parts), ""]
    beside = zip(words, words[2:], strict=False)
    return [
        (part[0], part.start(), part.end(), opens and part.start() == start, before, after, titled)
        for part, (before, after) in zip(parts, beside, strict=True)
    ]


def _counts(word: str) -> bool:
    return len(word) > 1 and not word.endswith(".") and not word.islower()


def in_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether a line is a headline: no longer word in lower case, most with a capital."""
    line = text[start:end]
    if line.endswith((".", '."')):
        return False
    words = [word for word in line.split() if word[0].isalpha()]
    if any(word[0].islower() and len(word) >= _LONG for word in words):
        return False
    return 2 * sum(word[0].isupper() for word in words) > len(words)
