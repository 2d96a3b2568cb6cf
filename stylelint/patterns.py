r"""Words and regular expressions as RE2 programs: linear on any input, places in code points.

RE2 matches the folded text of a document in UTF-8.  Its `\\b` knows ASCII only, so edges are looked
at again here, with every script's letters (measured: `\\bna\\b` fires inside "naïve", `\\bcafé\\b` never).
"""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from stylelint.branches import Branches
from stylelint.offsets import placed
from stylelint.portions import bunches
from stylelint.text import fold
from stylelint.widened import Widened, widened

if TYPE_CHECKING:
    from stylelint.document import Document
    from stylelint.portions import Stretch

_SHORT, _LITTLE = 6_000, 4 << 20
"""An expression of so many characters has memory enough with so many bytes.

A run over many drafts has a thousand programs, and a few of them fill with states whatever they are given.
Measured on 1,700 drafts: 30 MB less in all, at the same speed.
"""

_WORK = 1 << 30
"""So many bytes may be read for all the matches of an expression, each looked for to the end of the text."""

_REACH = 1 << 13
"""Bytes in which a match is looked for after that: twice as many as any that means something to an editor."""

_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\.+*?()|[]{}^$#&-~"})


class Match(NamedTuple):
    """One match: `start` and `end` in the prose, and the spans of its groups ((-1, -1): took no part)."""

    start: int
    end: int
    groups: tuple[tuple[int, int], ...]


class Pattern:
    """A compiled pattern over the folded text of documents.

    Args:
        regex: RE2 syntax.
        case: whether capitals matter.
        words: whether a match may not begin or end inside a word.
        needs: expressions, as a check that waits for them names them, of which one is met in the line of each
            match.

    Raises:
        ValueError: RE2 refuses the expression; the message is RE2's.
    """

    def __init__(
        self, regex: str, *, case: bool = True, words: bool = False, needs: Sequence[str] = ()
    ) -> None:
        self.regex = f"(?m){regex}" if case else f"(?mi){regex}"
        self.words = words
        self._branches = Branches(regex, case=case, needs=needs)

    @cached_property
    def program(self) -> Any:
        """The RE2 program, compiled when first needed; ValueError where RE2 refuses the expression."""
        return _compiled(self.regex)

    @cached_property
    def _run(self) -> Any:
        """What is run: the program, or where it is dear to make, what makes it only where it must."""
        wide = widened(self.regex)
        return self.program if wide is None else Widened(_compiled(wide), lambda: self.program)

    def first_in(self, data: bytes) -> Any:
        """Return RE2's first match in a folded text, in UTF-8; None where there is none."""
        return self._run.search(data)

    def stands_in(self, data: bytes) -> bool:
        """Tell whether it matches somewhere in a folded text, in UTF-8."""
        return self._run.search(data) is not None

    def finds_any(self, data: bytes) -> bool:
        """Tell whether it matches more than nothing somewhere in a folded text, in UTF-8.

        The edges of words are not looked at.
        """
        return any(found.end() > found.start() for found in _all(self._run, data))

    def begins(self, data: bytes) -> bool:
        """Tell whether a folded text, in UTF-8, begins with it; the edges of words are not looked at."""
        return self._run.match(data) is not None

    def words_in(self, data: bytes) -> set[str]:
        """Return what its first group holds, wherever it matches in a folded text in UTF-8.

        A fifth of the price of places, where most of them are of no use.
        """
        return {match[1].decode() for match in self._run.finditer(data)}

    def matches_in(self, document: "Document", lines: Iterable[tuple[int, int]]) -> Iterator[Match]:
        """Return the matches in lines of a document's folded text, as if these were all.

        Args:
            document: the draft.
            lines: in order, each but the last with its line end; of several, the expression stays in one.
        """
        text = document.folded
        for some in bunches(lines):
            data = "".join([text[start:end] for start, end in some]).encode()
            yield from self._located(self._run, text, data, some)

    def matches(self, document: "Document", places: Sequence[int] | None = None) -> Iterator[Match]:
        """Return the matches in a document's folded text.

        Args:
            document: the draft.
            places: where they are asked for, in order; of a long draft others may be left out then.
        """
        program = self._program_in(document)
        if program is None:
            return iter(())
        stretches = self._branches.stretches_in(document, places)
        if stretches is None:
            return self._located(program, document.folded, document.data, [(0, len(document.folded))])
        return self._in_stretches(program, document, stretches)

    def _program_in(self, document: "Document") -> Any:
        """Return a program that finds the same in a document, None where there is nothing to find."""
        standing = self._branches.standing_in(document)
        return self._run if standing is None else _kept(standing) if standing else None

    def in_text(self, text: str) -> Iterator[Match]:
        """Return the matches in a short folded text."""
        return self._located(self._run, text, text.encode(), [(0, len(text))])

    def _located(self, program: Any, text: str, data: bytes, stretches: list[Any]) -> Iterator[Match]:
        """Return the matches of a program in stretches of a text, in `data` one after the other."""
        found = list(_all(program, data))
        if not found:
            return iter(())
        groups = range(program.groups + 1)
        spans = [[*map(match.span, groups)] for match in found]
        return map(Match._make, placed(spans, text, data, stretches, self.words))

    def _in_stretches(
        self, program: Any, document: "Document", every: "Sequence[Stretch]"
    ) -> Iterator[Match]:
        """Yield the matches in stretches of a document, of which some are read together."""
        text, data = document.folded, document.data
        for some in bunches(every):
            read = b"".join([data[first:last] for _, _, first, last in some])
            yield from self._located(program, text, read, some)


def _all(program: Any, data: bytes) -> Iterator[Any]:
    """Return all matches in a text, one after the other.

    For each RE2 may read on to the end, in case a longer one is there (`a(?:[^z]*z)?`), and for all of them
    then the square of the text.  Where that is much, each match is looked for after some work in a stretch of
    its own.
    """
    all_: Iterator[Any] = program.finditer(data) if len(data) ** 2 <= _WORK else _bit_by_bit(program, data)
    return all_


def _bit_by_bit(program: Any, data: bytes) -> Iterator[Any]:
    end, left = 0, _WORK
    for found in program.finditer(data):
        if left < 0:
            yield from _nearby(program, data, end)
            return
        end, left = found.end(), left - len(data) + end
        yield found


def _nearby(program: Any, data: bytes, at: int) -> Iterator[Any]:
    """Yield the matches from a place on that have half of `_REACH` bytes or fewer; longer ones may be cut."""
    reach = _REACH
    while at < len(data):
        found, sure = program.search(data, at, at + reach), at + reach - _REACH // 2
        if found is None:
            at, reach = sure, 2 * reach  # where matches are rare, the text is read about once
        elif found.start() > sure:
            at, reach = found.start(), _REACH  # with a whole stretch before it
        else:
            yield found
            at, reach = max(found.end(), at + 1), _REACH


class Several:
    """Expressions that are looked for together, in one pass over a text.

    Args:
        regexes: RE2 syntax, with their flags.
        first: whether all of them begin with `^`, so that no more of a text need be read than they match.
    """

    def __init__(self, regexes: Iterable[str], *, first: bool = False) -> None:
        import re2

        self._regexes = tuple(regexes)
        together: Any = (re2.Set.MatchSet if first else re2.Set.SearchSet)(options())
        for regex in self._regexes:
            together.Add(regex.encode())
        # The last matches every text.  A set that has run out of memory answers "nothing", and without its
        # canary it is not believed.  It sits at the start, so that no other byte is told to match it.
        together.Add(rb"\A")
        together.Compile()
        # RE2's stubs say that `Match` of a set returns a bool; it returns the indexes.
        self._match: Callable[[bytes], list[int] | None] = together.Match
        self._canary = [len(self._regexes)]

    def matching(self, data: bytes) -> list[int]:
        """Return the numbers of those that match somewhere in a text, in UTF-8; they count from 0."""
        return self._believed(self._match(data), data)

    def among(self, texts: Sequence[bytes]) -> list[tuple[int, list[int]]]:
        """Return the index of each text in which some match, and the numbers of those."""
        canary, believed = self._canary, self._believed
        return [
            (index, numbers)
            for index, found in enumerate(map(self._match, texts))
            if found != canary and (numbers := believed(found, texts[index]))
        ]

    def _believed(self, found: list[int] | None, data: bytes) -> list[int]:
        """Return an answer of the set without its canary, or what each of the expressions answers."""
        if not found:
            return [number for number, one in enumerate(self._alone) if one.search(data) is not None]
        found.remove(self._canary[0])
        return found

    @cached_property
    def _alone(self) -> list[Any]:
        return [_compiled(regex) for regex in self._regexes]


def _compiled(regex: str) -> Any:
    import re2

    if len(regex) <= _SHORT:
        with suppress(re2.error):  # a short one can be large: (?:x{100}){100}
            return re2.compile(regex.encode(), options(_LITTLE))
    try:
        return re2.compile(regex.encode(), options())
    except re2.error as error:
        said = error.args[0] if error.args else error
        raise ValueError(said.decode() if isinstance(said, bytes) else str(said)) from None


_kept = lru_cache(maxsize=500)(_compiled)
"""A few branches of lists as programs; news has the same few again and again."""


def escape(word: str) -> str:
    """Return a word as a regular expression: literal, but any run of blanks for a blank."""
    return " +".join(fold(word).translate(_ESCAPED).split())


def any_of(words: Iterable[str]) -> str:
    """Return an expression for any of these words or phrases, the longest first, as whole words."""
    ordered = sorted({w for w in words if w.strip()}, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(_edged(word) for word in ordered) + ")"


def _edged(word: str) -> str:
    r"""Put `\\b` at the edges where RE2 understands it."""
    body = escape(word)
    plain = fold(word).strip()
    first, last = plain[:1], plain[-1:]
    head = r"\b" if first.isascii() and (first.isalnum() or first == "_") else ""
    tail = r"\b" if last.isascii() and (last.isalnum() or last == "_") else ""
    return head + body + tail


def words(items: Iterable[str], *, case: bool = False) -> Pattern:
    """Return a pattern for any of these words or phrases."""
    return Pattern(any_of(items), case=case, words=True)


def options(room: int = 64 << 20) -> Any:
    """Return RE2's options: quiet, and with memory enough for thousands of patterns.

    At the default of 8 MB a set of 2,900 patterns runs ten times slower.

    Args:
        room: bytes that a program and its states may take.
    """
    import re2

    chosen = re2.Options()
    chosen.max_mem = room
    chosen.log_errors = False
    return chosen
