"""Which rules can have something to say here, and where?  One look at the text for all of them.

An optimisation and nothing else: the result is the same with and without it.  Rules say what they wait for
in three ways, and are asked only where it was seen:

- `openings`, words that a block begins with;
- `sentence_openings`, words that another sentence of a block begins with;
- `needs`, expressions that match somewhere; for rules that mark blocks, or look at lines by themselves, in a
  block.  They are known by a few letters that must stand there, their factors.

All these are looked for in one look at each letter.  An expression without factors may be met anywhere.  Of
rules that wait for lines which a block must be all of, and have met nothing else in it, those are asked whose
line it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from stylelint.branches import Met, note_met
from stylelint.checks.base import Seen
from stylelint.document import Document
from stylelint.lookout import Look, Lookout, Sighting
from stylelint.portions import portions
from stylelint.rulebook.rule import Rule
from stylelint.waiting import Owner, Owners, Waiting, by_rule

if TYPE_CHECKING:
    from stylelint.checks._lines import Whole

Place: TypeAlias = tuple[int, Seen | None]
"""The index of a document, and where in it a rule may find something; None for all blocks."""

Asked: TypeAlias = tuple[Rule, list[Place]]
"""A rule, and where it may find something."""

_EVEN = 16
"""What is kept of the lookout begins after a multiple of so many bytes: it is read where it lies."""

_TOGETHER = -1
"""Instead of a rule: what is seen may be met together with others, and its number is kept for that."""

_MANY = 200
"""So many texts are looked at together: a megabyte and more, as drafts come."""


class Scanner:
    """Asks rules what they wait for; ask it about many documents.

    Args:
        rules: in the order in which they are to be run.
        kept: what `kept` was of the same rules, which are then not asked.

    Raises:
        ValueError, TypeError: that is not what `kept` gives.
    """

    def __init__(self, rules: Sequence[Rule], kept: bytes | None = None) -> None:
        self.rules = rules
        if kept is None:
            self._ask()
        else:
            self._take(kept)

    def _ask(self) -> None:
        self._always: list[int] = []
        self._fewest: dict[int, set[int]] = {}
        self._anywhere, self._in_blocks = Waiting(), Waiting()
        beginnings, sentences = list[tuple[Owner, str]](), list[tuple[Owner, str]]()
        for index, rule in enumerate(self.rules):
            self._add(index, rule, beginnings, sentences)
        self._begun = [owner for owner, _ in (*beginnings, *sentences)]
        begun = (tuple(words for _, words in some) for some in (beginnings, sentences))
        self._lookout = Lookout(self._anywhere.factors, self._in_blocks.factors, *begun)

    def _add(
        self,
        index: int,
        rule: Rule,
        beginnings: list[tuple[Owner, str]],
        sentences: list[tuple[Owner, str]],
    ) -> None:
        check = rule.check
        self._fewest.setdefault(check.fewest, set()).add(index)
        waits, openings, later = check.waits(), check.openings(), check.sentence_openings()
        waiting = self._in_blocks if check.in_blocks else self._anywhere
        for number, wait in enumerate(waits):
            if wait:
                waiting.add((index, number), wait)
        for wait in check.beside():
            self._anywhere.note(wait)
        beginnings += [((index, number), words) for number, words in enumerate(openings) if words]
        if later:
            sentences.append(((index, len(waits)), later))
        if not (waits or later or any(openings)):
            self._always.append(index)

    def _take(self, kept: bytes) -> None:
        import json

        end = kept.index(b"\n") + 1
        self._always, fewest, anywhere, in_blocks, self._begun = json.loads(kept[:end])
        self._fewest = {least: set(rules) for least, rules in fewest}
        self._anywhere, self._in_blocks = map(Waiting.of, (anywhere, in_blocks))
        self._lookout = Lookout.of(memoryview(kept)[end:])

    @property
    def kept(self) -> bytes:
        """What the rules wait for, and what looks for that."""
        import json

        fewest = [(least, sorted(rules)) for least, rules in self._fewest.items()]
        waiting = self._anywhere.kept, self._in_blocks.kept
        numbers = json.dumps([self._always, fewest, *waiting, self._begun]).encode()
        blanks = b" " * (-len(numbers + b"\n") % _EVEN)
        return b"".join([numbers, blanks, b"\n", self._lookout.kept])

    @cached_property
    def _rules(self) -> _Rules:
        return _Rules(self._anywhere)

    @cached_property
    def _owners(self) -> _Owners:
        return _Owners(self._in_blocks, self._begun)

    @cached_property
    def _wholes(self) -> _Wholes:
        return _Wholes(self.rules)

    def asked(self, document: Document) -> list[tuple[Rule, Seen | None]]:
        """Return the rules that may find something in a document, in their order, and where in it."""
        return [(rule, seen) for rule, ((_, seen),) in self.asked_of([document])]

    def asked_of(self, documents: Sequence[Document]) -> list[Asked]:
        """Return the rules that may find something in some documents, in their order, and where."""
        seen = self._sightings(look for document in documents for look in _looks(document))
        places: list[list[Place]] = [[] for _ in self.rules]
        for index, document in enumerate(documents):
            anywhere, met, where = _seen_in(document, seen)
            self._meet_together(met)
            for rule in self._met(document, anywhere, where).difference(met):
                places[rule].append((index, None))
            for rule, blocks in met.items():
                places[rule].append((index, blocks))
        every: list[Place] = [(index, None) for index in range(len(documents))]
        for rule in self._always:
            places[rule] = every
        self._leave_out_short(documents, places)
        return [(rule, where) for rule, where in zip(self.rules, places, strict=True) if where]

    def _sightings(self, looks: Iterator[Look]) -> Iterator[Sighting]:
        """Yield what is seen in each text, of which some are looked at together."""
        while some := [*islice(looks, _MANY)]:
            yield from self._lookout.met(some, self._owners, self._wholes)

    def _met(self, document: Document, anywhere: list[int], where: dict[int, list[int]]) -> set[int]:
        """Return the rules that may find something in a document by what is seen anywhere, and note that."""

        def told() -> Met:
            texts = self._anywhere.texts(anywhere)
            return dict(zip(texts, map(where.get, anywhere), strict=True)) if where else dict.fromkeys(texts)

        note_met(document, self._anywhere.looked, told)
        together = (rule for rule, _ in self._anywhere.together(anywhere))
        return set(together).union(*map(self._rules.__getitem__, anywhere))

    def _leave_out_short(self, documents: Sequence[Document], places: list[list[Place]]) -> None:
        """Take the documents out of places that have fewer blocks than their rules need."""
        for fewest, rules in self._fewest.items():
            short = {index for index, document in enumerate(documents) if len(document.blocks) < fewest}
            for rule in rules if short else ():
                places[rule] = [place for place in places[rule] if place[0] not in short]

    def _meet_together(self, met: dict[int, dict[int, frozenset[int]]]) -> None:
        """Put those who wait for several things in one block in the place of what is kept for that."""
        together = met.pop(_TOGETHER, {})
        for block, numbers in together.items():
            for rule, need in self._in_blocks.together(numbers):
                blocks = met.setdefault(rule, {})
                blocks[block] = blocks.get(block, frozenset()) | {need}
        for rule, blocks in met.items() if together else ():
            met[rule] = dict(sorted(blocks.items()))


def _looks(document: Document) -> Iterator[Look]:
    """Yield what is looked at: a document with its blocks, or the portions of a long one."""
    every = portions(document)
    if not every:
        yield document.folded, document.blocks
    for portion in every:
        yield document.folded[portion.stretch.start : portion.stretch.end], portion.shifted(document)


def _seen_in(
    document: Document, seen: Iterator[Sighting]
) -> tuple[list[int], dict[int, dict[int, frozenset[int]]], dict[int, list[int]]]:
    """Return what is seen in a document, and in which portions of a long one that stands.

    Args:
        document: the draft.
        seen: what is seen in the next texts, which are its own.
    """
    every = portions(document)
    if not every:
        return *next(seen), {}
    where, met = dict[int, list[int]](), dict[int, dict[int, frozenset[int]]]()
    for index, (portion, (anywhere, here)) in enumerate(zip(every, seen, strict=False)):
        for number in anywhere:
            where.setdefault(number, []).append(index)
        for rule, blocks in here.items():
            moved = {block + portion.blocks.start: needs for block, needs in blocks.items()}
            met.setdefault(rule, {}).update(moved)
    return sorted(where), met, where


class _Rules(dict[int, tuple[int, ...]]):
    """The rules that are met where something stands, by its number: worked out when it is first seen."""

    def __init__(self, waiting: Waiting) -> None:
        self._waiting = waiting

    def __missing__(self, number: int) -> tuple[int, ...]:
        rules = self[number] = tuple(rule for rule, _ in self._waiting.alone(number))
        return rules


class _Owners(dict[int, Owners]):
    """Who is met in a block where something is seen, by its number: worked out when it is first seen.

    Args:
        waiting: who waits for the branches, which are numbered first.
        begun: who is met where a block, or a sentence of it, begins with some words: one for each number.
    """

    def __init__(self, waiting: Waiting, begun: Sequence[Owner]) -> None:
        self._waiting, self._begun = waiting, begun

    def __missing__(self, number: int) -> Owners:
        begun = number - len(self._waiting.expressions)
        owners = [self._begun[begun]] if begun >= 0 else self._waiting.alone(number)
        if number in self._waiting.joint:
            owners.append((_TOGETHER, number))
        self[number] = by_rule(owners)
        return self[number]


class _Wholes(dict[int, "Whole | None"]):
    """What tells whether a block is a line of a rule, by its number: worked out when it is first met."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._of = rules

    def __missing__(self, number: int) -> Whole | None:
        whole = self[number] = None if number == _TOGETHER else self._of[number].check.whole_block()
        return whole
