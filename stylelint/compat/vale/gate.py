"""Which of Vale's rules can have something to say of a draft?  One pass over its blocks for all of them.

An optimisation and nothing else: the alerts are the same with and without it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from stylelint.compat.vale.dialect import relaxed
from stylelint.compat.vale.draft import Draft
from stylelint.compat.vale.kinds.base import Kind
from stylelint.compat.vale.layers import GAP, Layer
from stylelint.compat.vale.lexicon import Lexicon, Word, listed
from stylelint.compat.vale.regexes import Pattern
from stylelint.compat.vale.scopes import SIBLINGS, bases
from stylelint.literals import literals
from stylelint.patterns import options

_FEW = 60_000
"""So many characters are searched by each rule sooner than an automaton is built."""

_TRIAL = 20
"""After so many drafts it is known which rules fire often."""

_OFTEN = 0.3
"""In what part of the drafts those do."""

_GAPS = re.compile(r"(?:\.|\[\^(?:\\.|[^\]])*\])[*+{]")
"""Runs of nearly anything: with them in it, an automaton has too many states."""


_OTHERS = SIBLINGS | {"doc", "raw", "summary"}
"""First names of selectors whose texts are no parts of the draft's blocks."""


class Gate:
    """Asks rules what they wait for; ask it about many drafts.

    Args:
        kinds: in the order in which they are run.
    """

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self.kinds = kinds
        self._seen = self._drafts = 0
        self._counts: Counter[int] = Counter()
        self._often: set[int] = set()

    def kinds_for(self, draft: Draft) -> Sequence[Kind]:
        """Return the rules that may find something in a draft, in their order."""
        self._seen += len(draft.source)
        if self._seen <= _FEW:
            return self.kinds
        fired = self._plain.fired(draft.blocks.data)
        if draft.blocks.wide:
            fired |= self._wide.fired(_wide_text(draft.blocks))
        self._learn(fired)
        fired |= self._often | self._lists.fired(draft.blocks)
        return [self.kinds[index] for index in sorted(fired)]

    def _learn(self, fired: set[int]) -> None:
        """Count which rules fire; after some drafts, those that often do are no longer looked for.

        Each of them multiplies the states of the automaton, to leave out but a few searches.
        """
        self._drafts += 1
        if self._drafts > _TRIAL:
            return
        self._counts.update(fired)
        if self._drafts == _TRIAL:
            self._often = {index for index, number in self._counts.items() if number > _TRIAL * _OFTEN}
            del self._plain
            self.__dict__.pop("_wide", None)

    @cached_property
    def _lists(self) -> _Lists:
        return _Lists(self.kinds)

    @property
    def _others(self) -> dict[int, Kind]:
        """The rules that are looked for by expressions, by their numbers."""
        known = self._often | self._lists.owners.keys()
        return {index: kind for index, kind in enumerate(self.kinds) if index not in known}

    @cached_property
    def _plain(self) -> _Automaton:
        return _Automaton(self._others, edges=True)

    @cached_property
    def _wide(self) -> _Automaton:
        """For blocks with letters that are not ASCII, whose edges RE2 does not know."""
        return _Automaton(self._others, edges=False)


class _Lists:
    """The rules that wait for words of a list and for nothing else.

    Args:
        kinds: all rules.

    Attributes:
        owners: the numbers of these.
    """

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self.owners: dict[int, int] = {}
        self._wide: set[int] = set()
        self._numbers: dict[int, int] = {}
        self._programs: list[Any] = []
        self._added: list[tuple[bool, list[Word]]] = []
        for index, kind in enumerate(kinds):
            gates = kind.gates() if bases(kind.rule.scope).isdisjoint(_OTHERS) else ()
            found = listed(gates[0].waited_for) if len(gates) == 1 else None
            if found is None:
                continue
            self.owners[index] = self._add(gates[0].loose, found)
            if gates[0].wide:
                self._wide.add(index)
            exact = listed(gates[0].source) if gates[0].fast is None else None
            if exact is not None:
                self._add(gates[0], exact)
        self._lexicon = Lexicon(self._added)

    def _add(self, program: Any, words: tuple[bool, list[Word]]) -> int:
        """Add what a program, or a pattern that looks ahead, finds; return its number."""
        if id(program) not in self._numbers:
            self._numbers[id(program)] = len(self._added)
            self._programs.append(program)
            self._added.append(words)
        return self._numbers[id(program)]

    def fired(self, layer: Layer) -> set[int]:
        """Return the numbers of the rules that find something in a layer, and tell it where."""
        spans = self._lexicon.spans(layer.data)
        if spans is None:
            return set(self.owners)
        for program, found in zip(self._programs, spans, strict=True):
            if found or isinstance(program, Pattern):
                layer.tell(program, found)
        fired = {index for index, number in self.owners.items() if spans[number]}
        return fired | self._wide if layer.wide else fired


class _Automaton:
    """What some rules wait for, compiled.

    Args:
        kinds: the rules, by their numbers.
        edges: whether the edges of words are kept in their expressions.
    """

    def __init__(self, kinds: Mapping[int, Kind], *, edges: bool) -> None:
        import re2

        self._refused = re2.error
        # RE2's stubs say that `Match` of a set returns a bool; it returns the indexes.
        self._set: Any = re2.Set.SearchSet(options())
        # The first pattern matches every text.  A set that has run out of memory answers "nothing", and
        # without it it is not believed.  It sits at the start, so that no other byte is told to match it.
        self._set.Add(rb"\A")
        self._owners, self._all = [-1], frozenset(kinds)
        self._always = {index for index, kind in kinds.items() if not self._add(index, kind, edges)}
        self._set.Compile()

    def _add(self, index: int, kind: Kind, edges: bool) -> bool:
        """Add what a rule waits for; return False where it is always to be asked."""
        gates = kind.gates() if bases(kind.rule.scope).isdisjoint(_OTHERS) else ()
        sources = [source for gate in gates for source in _waited_for(gate.source, edges)]
        if not gates or "" in sources:
            return False
        try:
            for source in sources:
                self._set.Add(source.encode())
                self._owners.append(index)
        except self._refused:
            return False  # an expression with references to what it has matched
        return True

    def fired(self, data: bytes) -> set[int]:
        """Return the numbers of the rules that may find something in a text."""
        matched = self._set.Match(data)
        if not matched:
            return set(self._all)
        return {*self._always, *(self._owners[number] for number in matched if number)}


def _waited_for(source: str, edges: bool) -> tuple[str, ...]:
    """Return expressions of which one matches wherever another does; "" where there are none."""
    loose = relaxed(source, anchors=False, edges=edges)
    if loose is None:
        return ("",)
    if not _GAPS.search(loose):
        return (loose,)
    found = literals(loose) if loose.casefold() == loose.lower() else ()
    return tuple(f"(?i){re.escape(text)}" for text in found) or ("",)


def _wide_text(layer: Layer) -> bytes:
    return GAP.join(layer.cuts[index].text for index in sorted(layer.wide)).encode()
