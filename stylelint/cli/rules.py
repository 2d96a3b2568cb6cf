"""Which rules are meant: the rulebooks that are configured or asked for, and what is chosen from them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence

from stylelint.cli import compiled, vale
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
    from stylelint.config.nearest import nearest

    read = compiled.configuration
    return read(path, path) if path else nearest(os.getcwd(), read)


def rulebook(
    config: Config, asked: Sequence[str] = (), loaded: Callable[[Sequence[str], str], Rulebook] = load
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
        here = os.curdir
        return vale.load(asked, here, loaded) if any(map(vale.is_ini, asked)) else loaded(asked, here)
    try:
        return loaded([named.name for named in config.rulebooks], _base(config))
    except UserError as error:
        raise _culprit(config, error) from None


def _culprit(config: Config, error: UserError) -> UserError:
    """Point an error without a place at the name in the configuration that leads to it."""
    for named in config.rulebooks:
        if not error.path and named.path:
            try:
                load([named.name], _base(config))
            except UserError as again:
                if again.message == error.message:
                    return named.error(error.message)
    return error


def _base(config: Config) -> str:
    """Return the folder of the file that names the rulebooks, as seen from the working one.

    So errors name files in the short way.
    """
    folder = config.rulebooks[0].base or config.base
    try:
        return os.path.relpath(folder)
    except ValueError:  # on another drive
        return folder


def united(config: Config, asked: Sequence[str] = ()) -> Rulebook:
    """Return all rules that a configuration names, for some of the drafts or for all, as `rulebook` does.

    Of two with one id, that for all drafts is taken, else that for those named first.
    """
    configs = [config] if asked else [config, *(config.at((n,)) for n in range(len(config.paths)))]
    books = {tuple((n.name, n.base) for n in one.rulebooks): one for one in reversed(configs)}
    loaded = [rulebook(one, asked) for one in reversed(books.values())]
    if len(loaded) == 1:
        return loaded[0]
    rules = {rule.id: rule for book in reversed(loaded) for rule in (*book.rules, *book.silent)}
    on = {rule.id for book in loaded for rule in book.rules}
    ordered = [rules[id] for id in sorted(rules)]
    return loaded[0]._replace(
        rules=tuple(rule for rule in ordered if rule.id in on),
        off=tuple(rule.id for rule in ordered if rule.id not in on),
        silent=tuple(rule for rule in ordered if rule.id not in on),
    )


def split(values: Iterable[str], option: str) -> tuple[Named, ...]:
    """Return the names in comma lists, as given with an option of the command line."""
    words = (word.strip() for value in values for word in value.split(","))
    return tuple(Named(word, option) for word in words if word)


def check(named: Iterable[Named], book: Rulebook, others: Callable[[], Iterable[Rulebook]] = tuple) -> None:
    """See that names are those of rules or chapters.

    Args:
        named: ids and chapters.
        book: the rules.
        others: gives other rulebooks in which they may be; it is asked only where `book` lacks one.

    Raises:
        UserError: a name is in none of them.
    """
    known = _names(book)
    unknown = [one for one in named if one.name not in known and not _own(one.name)]
    if unknown:
        known = known.union(*map(_names, others()))
    for one in unknown:
        if one.name not in known:
            raise one.error(f"no rule or chapter “{one.name}”{did_you_mean(one.name, known)}")


def chosen(book: Rulebook, select: Sequence[Named], ignore: Sequence[Named]) -> Rulebook:
    """Return a rulebook with the rules that are selected and not ignored.

    They find what they find among all: page furniture is no caption, whether somebody asked for it or not.

    Args:
        book: all rules.
        select: ids and chapters; empty for all.
        ignore: ids and chapters.
    """
    if not select and not ignore:
        return book
    wanted, unwanted = {n.name for n in select}, {n.name for n in ignore}
    rules, beside = list[Rule](), list[Rule]()
    for rule in book.rules:
        names = {rule.id, rule.chapter}
        if (not wanted or names & wanted) and not names & unwanted:
            rules.append(rule)
        elif rule.check.marks:
            beside.append(rule)
    return book._replace(rules=tuple(rules), beside=tuple(beside))


def something(
    books: Iterable[Rulebook], every: Rulebook, select: Sequence[Named], said: Sequence[Named] = ()
) -> None:
    """See that there is something to run.

    Args:
        books: the rules that were chosen, for these and those drafts.
        every: all rules.
        select: what was selected.
        said: the names that leave nothing; the error points at the last of them.

    Raises:
        UserError: there is nothing.
    """
    wanted = {named.name for named in select}
    if not any(book.rules for book in books) and not any(map(_own, wanted)):
        off = sorted(wanted & set(every.off))
        message = f"no rule of {every.name} is left to run"
        message += f"; switched off there: {', '.join(off)}" if off else ""
        raise said[-1].error(message) if said else UserError(message)


def _own(name: str) -> bool:
    """Tell whether a name is our own chapter or a rule of it, which no rulebook holds."""
    from stylelint import baseline, ignores

    return name in (ignores.CHAPTER, *ignores.RULES, baseline.RULE)


def promoted(book: Rulebook, fixes: Sequence[tuple[Named, str]]) -> Rulebook:
    """Return a rulebook whose rules mend as much as is configured.

    Args:
        book: the rules to run.
        fixes: id or chapter, and what its fixes are to be; an id beats its chapter.
    """
    if not fixes:
        return book
    said = {named.name: how for named, how in fixes}
    return book._replace(rules=tuple(_promoted(rule, said) for rule in book.rules))


def _promoted(rule: Rule, said: Mapping[str, str]) -> Rule:
    how = said.get(rule.id) or said.get(rule.chapter)
    for fix in FIXES:
        if fix == how:
            return rule._replace(fix=fix)
    return rule


def ids(book: Rulebook) -> list[str]:
    """Return the ids of all rules, those that are off included."""
    return [*(rule.id for rule in book.rules), *book.off]


def _names(book: Rulebook) -> set[str]:
    return {*ids(book), *(name.partition("/")[0] for name in ids(book))}
