"""Which rules are meant: the rulebooks that are configured or asked for, and what is chosen from them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from stylelint.cli import vale
from stylelint.config import FIXES, Config, Named
from stylelint.errors import UserError
from stylelint.rulebook import load
from stylelint.rulebook.rule import Rule, Rulebook
from stylelint.text import did_you_mean


def configured(path: str = "") -> Config:
    """Return the configuration in a file, or, without one, the nearest from the working folder.

    Raises:
        UserError: it cannot be read, or says something that cannot be.
    """
    from stylelint import config

    return config.read(Path(path), path) if path else config.nearest(Path.cwd())


def rulebook(
    config: Config, asked: Sequence[str] = (), loaded: Callable[[Sequence[str], Path], Rulebook] = load
) -> Rulebook:
    """Load the rulebooks that were asked for, else the configured ones.

    Args:
        config: what is configured.
        asked: what is asked for instead; empty for nothing.
        loaded: loads rulebooks from their names and the folder that paths start from.

    Raises:
        UserError: one cannot be loaded; where the configuration names it, the error says so.
    """
    if asked:
        return vale.load(asked, Path(), loaded) if any(map(vale.is_ini, asked)) else loaded(asked, Path())
    try:
        return loaded([named.name for named in config.rulebooks], _near(config.base))
    except UserError as error:
        raise _culprit(config, error) from None


def _culprit(config: Config, error: UserError) -> UserError:
    """Point an error without a place at the name in the configuration that leads to it."""
    for named in config.rulebooks:
        if not error.path and named.path:
            try:
                load([named.name], _near(config.base))
            except UserError as again:
                if again.message == error.message:
                    return named.error(error.message)
    return error


def _near(folder: Path) -> Path:
    """Return a folder as seen from the working one, so that errors name files in the short way."""
    try:
        return Path(os.path.relpath(folder))
    except ValueError:  # on another drive
        return folder


def split(values: Iterable[str], option: str) -> tuple[Named, ...]:
    """Return the names in comma lists, as given with an option of the command line."""
    words = (word.strip() for value in values for word in value.split(","))
    return tuple(Named(word, option) for word in words if word)


def chosen(book: Rulebook, select: Sequence[Named], ignore: Sequence[Named]) -> Rulebook:
    """Return a rulebook with the rules that are selected and not ignored.

    Args:
        book: all rules.
        select: ids and chapters; empty for all.
        ignore: ids and chapters.

    Raises:
        UserError: there is no such rule or chapter, or none is left to run.
    """
    known = _names(book)
    for named in (*select, *ignore):
        if named.name not in known and not _own(named.name):
            raise named.error(f"no rule or chapter “{named.name}”{did_you_mean(named.name, known)}")
    wanted, unwanted = {n.name for n in select}, {n.name for n in ignore}
    rules = tuple(
        rule
        for rule in book.rules
        if (not wanted or {rule.id, rule.chapter} & wanted) and not {rule.id, rule.chapter} & unwanted
    )
    if not rules and not any(_own(name) for name in wanted - known):
        raise UserError(f"no rule of {book.name} is left to run{_switched_off(book, wanted)}")
    return replace(book, rules=rules)


def _own(name: str) -> bool:
    """Tell whether a name is our own chapter or a rule of it, which no rulebook holds."""
    from stylelint import baseline, ignores

    return name in (ignores.CHAPTER, *ignores.RULES, baseline.RULE)


def promoted(book: Rulebook, every: Rulebook, fixes: Sequence[tuple[Named, str]]) -> Rulebook:
    """Return a rulebook whose rules mend as much as is configured.

    Args:
        book: the rules to run.
        every: all rules, so that a name of one that is not run is no mistake.
        fixes: id or chapter, and what its fixes are to be; an id beats its chapter.

    Raises:
        UserError: there is no such rule or chapter.
    """
    if not fixes:
        return book
    known = _names(every)
    for named, _ in fixes:
        if named.name not in known:
            raise named.error(f"no rule or chapter “{named.name}”{did_you_mean(named.name, known)}")
    said = {named.name: how for named, how in fixes}
    return replace(book, rules=tuple(_promoted(rule, said) for rule in book.rules))


def _promoted(rule: Rule, said: Mapping[str, str]) -> Rule:
    how = said.get(rule.id) or said.get(rule.chapter)
    for fix in FIXES:
        if fix == how:
            return replace(rule, fix=fix)
    return rule


def _names(book: Rulebook) -> set[str]:
    ids = [*(rule.id for rule in book.rules), *book.off]
    return {*ids, *(name.partition("/")[0] for name in ids)}


def _switched_off(book: Rulebook, wanted: set[str]) -> str:
    off = sorted(wanted & set(book.off))
    return f"; switched off there: {', '.join(off)}" if off else ""
