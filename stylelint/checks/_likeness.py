"""How alike are two stretches of a text?  By their runs of three words."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from stylelint import lazy
from stylelint.checks._phrases import small
from stylelint.document import Block, Span
from stylelint.native import native
from stylelint.text import OPAQUE

_WORD = lazy.regex(r"\w++(?:['-]\w++)*+")

Pair: TypeAlias = tuple[int, int]


class Twins(NamedTuple):
    """Two stretches of a draft, and how alike they are.

    Attributes:
        first, second: their numbers, in the order of the pair.
        exact: they are the same but for blanks.
        share: of all their runs of three words, how many both have (Jaccard's index), 0 to 1.
        inside: of the runs of the shorter, how many the longer has, 0 to 1.
        shorter: words in the shorter.
        longer: words in the longer.
        together: no more words that rules read than so many stand in both one after the other.
        credited: whether each has a credit, at its end or below it.
    """

    first: int
    second: int
    exact: bool
    share: float
    inside: float
    shorter: int
    longer: int
    together: int
    credited: tuple[bool, bool] = (False, False)


def words(text: str) -> list[str]:
    """Return the words of a text, without the marks around them."""
    return _WORD.findall(text)


def by_longer(spans: Sequence[Block | Span], pairs: Collection[Pair]) -> list[Pair]:
    """Return pairs of numbers of spans so that those with the same longer one follow one another.

    A block as long as a book may share something with every other: what it takes to read it is then
    taken once, and nothing has to be kept of the others.
    """

    def longest(pair: Pair) -> tuple[tuple[int, int], ...]:
        return tuple(sorted(((spans[i][1] - spans[i][0], i) for i in pair), reverse=True))

    return sorted(pairs, key=longest)


@native
def compared(folded: str, prose: str, spans: Sequence[Block | Span], pairs: Sequence[Pair], /) -> list[Twins]:
    """Compare stretches of a draft by their runs of three words (Broder's resemblance).

    Args:
        folded: of the draft.
        prose: of the draft; it counts where rules do not read all of a stretch, as what they do not read
            still tells two texts apart.
        spans: the stretches, in code points.
        pairs: numbers of spans.

    Returns:
        The twins of each pair, as if they had no credits.
    """
    found, read = dict[Pair, Twins](), dict[int, _Runs]()
    for pair in by_longer(spans, pairs):
        read = {i: read.get(i) or _read(folded, prose, spans[i]) for i in pair}
        shorter, longer = sorted((read[i] for i in pair), key=lambda runs: runs.words)
        found[pair] = Twins(pair[0], pair[1], *_shares(shorter, longer))
    return [found[pair] for pair in pairs]


def small_text(folded: str, prose: str, span: Block | Span) -> str:
    """Return a stretch of a draft, as it is compared, in lower case."""
    text = folded[span[0] : span[1]]
    return small(prose[span[0] : span[1]] if OPAQUE in text else text)


class _Runs(NamedTuple):
    """What is read of a text: how many words, and its runs of three, as numbers, which take less room."""

    text: str
    words: int
    ordered: list[int]
    all: set[int]
    is_hidden: bool


def _read(folded: str, prose: str, span: Block | Span) -> _Runs:
    text = small_text(folded, prose, span)
    tokens = words(text)
    runs = list(map(hash, zip(tokens, tokens[1:], tokens[2:], strict=False)))
    return _Runs(text, len(tokens), runs, set(runs), OPAQUE in folded[span[0] : span[1]])


def _shares(shorter: _Runs, longer: _Runs) -> tuple[bool, float, float, int, int, int]:
    """Return the fields of `Twins` that tell how alike two texts are."""
    a, b, as_long = shorter.all, longer.all, shorter.words == longer.words
    common, least = len(a & b), min(len(a), len(b))
    # Texts of the same words alone are split, as the longer can be a book.
    exact = shorter.text == longer.text or (
        as_long and common == len(a) == len(b) and shorter.text.split() == longer.text.split()
    )
    inside = common / least if least else float(as_long and words(shorter.text) == words(longer.text))
    share = common / (len(a) + len(b) - common) if a or b else inside
    if shorter.is_hidden or longer.is_hidden:
        # They were compared as they stand, quotation marks and all: of what rules read that tells nothing.
        together = min(len(shorter.text), len(longer.text))
    else:
        stretches = (len(list(run)) for shared, run in groupby(shorter.ordered, b.__contains__) if shared)
        together = min(max(stretches, default=0) + 2, shorter.words)
    return exact, share, inside, shorter.words, longer.words, together
