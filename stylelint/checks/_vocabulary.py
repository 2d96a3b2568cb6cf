"""Small word lists of English that several checks share: words of grammar, never names."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from stylelint import lazy
from stylelint.document import Document
from stylelint.native import native
from stylelint.text import bounded, is_word


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, cut at blanks."""
    return frozenset(text.split())


OPENERS = words_of(
    "The This That These Those There Then They He She It We You And But His Her Their Our Its Not What "
    "When Who Why How Where Which While Although However Because Since After Before About Also Some Many "
    "Most"
)
"""Words that open a sentence and are no names; a capital on them marks the start of one."""

ENDINGS = words_of(
    "Bank Bar Base Board Book Books Bros Camp Care Cast Center Chain Chat City Club Coin Con Cord Corp "
    "Craft Day Desk Fair Fest Flix Force Gate Graph Health Help House Hub Jet Kit Lab Labs Land Law Leaks "
    "Life Line Link List Live Loop Maps Market Mart Matters Media Mobile Mojo Nation Net News Now Pac "
    "Park Pay People Plan Plus Point Post Pro Progress Pulse Room School Script Serve Shop Smart Source "
    "Space Square Stack Star State Station Stream Street Studio Swap Talk Team Tech Time Times Too Train "
    "Trust Tube Verse View Villa Vote Walk Watch Wave Way Ways West Wire Wise Word Work Works World Worth "
    "Yard Zone"
)
"""Second halves of compound trade names ("SoundPost"), which are written in one word on purpose."""

DOMAINS = words_of(
    "Ai App Au Biz Ca Co Com Css Csv De Dev Doc Docx Edu Eu Fm Fr Gov Htm Html Ie Info Int Io Jpeg Jpg Js "
    "Ly Me Mil Net News Nz Online Org Pdf Php Png Tv Txt Uk Us Xls Xlsx Zip"
)
"""What stands after the stop in a web address or a file name that somebody wrote with a capital."""

TITLE_NOUNS = words_of(
    "album anthem ballad band book called campaign channel club comedy company documentary dubbed "
    "entitled episode essay exhibition festival film game group hashtag hit label magazine memoir movie "
    "musical named network novel opera painting play podcast poem program programme published read "
    "released sequel series show single sitcom slogan song soundtrack starring thriller titled track "
    "trilogy wrote"
)
"""Words after which the title of a work or the name of a band follows, often without quotation marks."""


REACH = 100_000
"""How far, in code points, a word is looked for: beyond any article, so that huge files stay linear."""

_OFTEN = 100
"""To look for so many words one by one takes as long as to count all words once, however long the text is."""

_WORDS = lazy.regex(r"(?<!\w)\w+")


def count(document: Document, word: str, at: int) -> int:
    """Return how often `word` stands in the text around a place as a word of its own; capitals matter.

    Args:
        document: the draft, which keeps what is known of the stretch that was asked about last.
        word: to be counted.
        at: the place, in the prose.
    """
    part = at // REACH
    known: _Stretch | None = document.__dict__.get("_stretch")
    if known is None or known.part != part:
        known = document.__dict__["_stretch"] = _Stretch(document.folded, part)
    return known[word]


class _Stretch(dict[str, int]):
    """How often words stand in a part of a text and those beside it as words of their own.

    Each is counted when it is asked for.
    """

    def __init__(self, text: str, part: int) -> None:
        self.part, self._text = part, text
        self._start, self._end = max(0, (part - 1) * REACH), (part + 2) * REACH

    def __missing__(self, word: str) -> int:
        if len(self) < _OFTEN or not word.isalnum():
            found = words_alone(self._text, word, self._start, self._end)
        else:
            found = self._all[word]
        self[word] = found
        return found

    @cached_property
    def _all(self) -> Counter[str]:
        words = _WORDS.findall(self._text, self._start, self._end)
        if not bounded(self._text, 0, self._end):
            del words[-1:]  # its end lies beyond
        return Counter(words)


@native
def words_alone(text: str, word: str, start: int, end: int, /) -> int:
    """Return how often a word stands in `text[start:end]`, in no longer word."""
    found = 0
    place = text.find(word, start, end) if word else -1
    while place >= 0:
        after = place + len(word)
        alone = not (place and is_word(text[place - 1])) and not (after < len(text) and is_word(text[after]))
        found += alone
        place = text.find(word, after, end)
    return found
