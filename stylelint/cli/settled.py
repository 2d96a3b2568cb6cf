"""What holds for which drafts: their configuration, their rules, and a linter that is ready."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from stylelint.cli import compiled, rules, vale
from stylelint.discovery import head
from stylelint.rulebook.rule import Rulebook

if TYPE_CHECKING:
    from stylelint.config import Config, Named
    from stylelint.config.nearest import Nearest
    from stylelint.engine import Linter
    from stylelint.ignores import Policy

_READY = 8
"""Linters that are kept ready: drafts come folder by folder, and each takes some megabytes."""


class Settled:
    """What holds for some of the drafts.

    Args:
        config: the configuration.
        every: all rules.
        book: the rules to run, their fixes as configured.
        select: what was selected; empty for all rules.
        ignore: what was left out.
        around: gives all rulebooks of the configuration, those for other drafts included.
        number: the same for drafts that one linter does for.
    """

    def __init__(
        self,
        config: Config,
        every: Rulebook,
        book: Rulebook,
        select: tuple[Named, ...],
        ignore: tuple[Named, ...],
        around: Callable[[], list[Rulebook]],
        number: int,
    ) -> None:
        self.config, self.every, self.book = config, every, book
        self.select, self.ignore, self.around, self.number = select, ignore, around, number

    @cached_property
    def base(self) -> str:
        """The folder of the configuration, absolute."""
        return os.path.abspath(self.config.base)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every id and chapter that there is: rules that are off, for other drafts, and our own included."""
        from stylelint import baseline, ignores

        ids = [*(id for book in self.around() for id in rules.ids(book)), *ignores.RULES, baseline.RULE]
        return frozenset([*ids, *(name.partition("/")[0] for name in ids)])

    @cached_property
    def policy(self) -> Policy:
        """What is known about the rules when ignores are judged."""
        from stylelint.engine import in_force
        from stylelint.ignores import RULES, Policy

        ran = frozenset(rule.id for rule in self.book.rules if in_force(rule, None))
        rest = frozenset(rule.id for rule in self.every.rules if in_force(rule, None)) - ran
        own = frozenset(rule for rule in RULES if self.tells(rule))
        return Policy(ran, rest, self.known, own, self.config.require_reasons)

    def tells(self, own: str) -> bool:
        """Tell whether a rule of our own chapter is to be told of."""
        names = {own, own.partition("/")[0]}
        return (not self.select or bool(names & {n.name for n in self.select})) and not names & {
            n.name for n in self.ignore
        }


class Settling:
    """Settles what holds for each draft; what is the same for several is made once.

    Args:
        nearest: gives the configuration of a draft.
        select: ids and chapters asked for on the command line.
        ignore: those left out there.
        rulebook: rulebooks asked for there.
        instead: rulebooks that take the place of those of the working folder's configuration alone.
    """

    def __init__(
        self,
        nearest: Nearest,
        select: tuple[Named, ...],
        ignore: tuple[Named, ...],
        rulebook: tuple[str, ...],
        instead: tuple[str, ...] = (),
    ) -> None:
        self.nearest, self.select, self.ignore = nearest, select, ignore
        self.rulebook, self.instead = rulebook, instead
        self._last: tuple[str, Settled] | None = None
        self._by_folder: dict[str, Settled] = {}
        self._settled: dict[tuple[str, str, tuple[int, ...]], Settled] = {}
        self._books: dict[tuple[object, ...], Rulebook] = {}
        self._numbers: dict[object, int] = {}
        self._linters: dict[int, Linter] = {}

    def __reduce__(self) -> tuple[type[Settling], tuple[object, ...]]:
        """Hand over what it was made of: another process settles all that again; what is ready stays here."""
        return Settling, (self.nearest, self.select, self.ignore, self.rulebook, self.instead)

    @cached_property
    def main(self) -> Settled:
        """What holds where no other configuration does."""
        return self._made(self.nearest.home, ())

    @property
    def all(self) -> list[Settled]:
        """All that was settled so far, what holds where nothing else does first."""
        return list(dict.fromkeys((self.main, *self._settled.values())))

    def of(self, path: str) -> Settled:
        """Return what holds for a draft, see `Nearest.of`.

        Raises:
            UserError: a configuration or a rulebook says something that cannot be.
        """
        known = self._by_folder.get(folder := head(path))
        if known is not None:
            return known
        # Several ask for one draft, one after the other.
        if self._last is None or self._last[0] != path:
            config = self.nearest.of(path)
            self._last = path, self._made(config, config.matching(path) if config.paths else ())
            if not config.paths:
                self._by_folder[folder] = self._last[1]
        return self._last[1]

    def linter(self, path: str) -> Linter:
        """Return the linter for a draft."""
        settled = self.of(path)
        ready = self._linters.pop(settled.number, None)
        if ready is None:
            from stylelint.engine import Linter

            scanner = partial(compiled.scanner, settled.book)
            ready = Linter(settled.book, reading=settled.config.reading, scanner=scanner)
        self._linters[settled.number] = ready
        if len(self._linters) > _READY:
            del self._linters[next(iter(self._linters))]
        return ready

    def _made(self, config: Config, sections: tuple[int, ...]) -> Settled:
        key = (str(config.base), config.path, sections)
        known = self._settled.get(key)
        if known is None:
            known = self._settled[key] = self._settle(config, config.at(sections))
        return known

    def _settle(self, whole: Config, config: Config) -> Settled:
        """Settle what a configuration says.

        Args:
            whole: the configuration with all its sections, whose rulebooks may hold what is named.
            config: what holds of it.
        """
        every = self._book(config, whole)
        wanted = self.select or config.select
        # What is asked for by name is not left out because the configuration does so.
        unwanted = (*self.ignore, *(() if self.select else config.ignore))
        named = (*config.select, *config.ignore, *(name for name, _ in config.fix))
        rules.check(named, every, partial(self._books_of, whole))
        book = rules.promoted(rules.chosen(every, wanted, unwanted), config.fix)
        if not self.select and not self.ignore:
            rules.something([book], every, wanted, (*config.ignore, *config.select))
        # Wherever it is said: two desks that leave out the same share a linter.
        names = (frozenset(named.name for named in some) for some in (wanted, unwanted))
        fixes = tuple((named.name, how) for named, how in config.fix)
        same = (self._key(config, whole), *names, fixes, config.reading)
        number = self._numbers.setdefault(same, len(self._numbers))
        around = partial(self._books_of, whole)
        return Settled(config, every, vale.told(book), wanted, unwanted, around, number)

    def _asked(self, whole: Config) -> tuple[str, ...]:
        """Return the rulebooks that take the place of those of a configuration, if any do."""
        return self.rulebook or (self.instead if whole is self.nearest.home else ())

    def _key(self, config: Config, whole: Config) -> tuple[object, ...]:
        """Return what is the same where the same rulebooks hold, wherever that is said."""
        return self._asked(whole) or tuple((named.name, named.base) for named in config.rulebooks)

    def _book(self, config: Config, whole: Config) -> Rulebook:
        key = self._key(config, whole)
        if key not in self._books:
            self._books[key] = rules.rulebook(config, self._asked(whole), compiled.rulebook)
        return self._books[key]

    def _books_of(self, whole: Config) -> list[Rulebook]:
        """Return the rulebooks that a configuration names, wherever in it."""
        parts = (whole.at((number,)) for number in range(len(whole.paths)))
        return [self._book(part, whole) for part in (whole, *parts)]

    def settle(self, paths: Iterable[str]) -> None:
        """Settle what holds for all drafts of a run, so that every mistake is told before one is looked at.

        Raises:
            UserError: as `of`; or what was asked for on the command line is no rule and no chapter anywhere.
        """
        for path in paths:
            self.of(path)
        if self.select or self.ignore:
            settled = self.all
            books = [one.every for one in settled]
            rules.check((*self.select, *self.ignore), books[0], lambda: books)
            wanted = self.select or settled[0].select
            rules.something([one.book for one in settled], books[0], wanted)


def united(policies: Iterable[Policy]) -> Policy:
    """Return one policy for drafts of several, by which no rule counts as run that was not in all of them."""
    from stylelint.ignores import Policy

    every = list(policies)
    if len(every) == 1:
        return every[0]
    rest = frozenset().union(*(policy.rest for policy in every))
    return Policy(
        frozenset().union(*(policy.ran for policy in every)) - rest,
        rest,
        frozenset().union(*(policy.known for policy in every)),
        frozenset().union(*(policy.own for policy in every)),
        any(policy.reasons for policy in every),
    )
