"""What a run is about: the configuration, the rules, the drafts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from stylelint.cli.options import (
    STDIN,
    Function,
    config_option,
    force_exclude_option,
    rule_option,
    rulebook_option,
)

if TYPE_CHECKING:
    from stylelint.cli.settled import Settled, Settling
    from stylelint.config.nearest import Nearest
    from stylelint.ignores import Policy
    from stylelint.rulebook.rule import Rulebook


def choosing(function: Function) -> Function:
    """Give a command the options that choose rules and drafts."""
    for option in (
        force_exclude_option,
        config_option,
        rulebook_option,
        rule_option("--ignore", help="Leave these rules out: ids or chapters."),
        rule_option("--select", help="Tell of these rules alone: ids or chapters, repeated or with commas."),
    ):
        function = option(function)
    return function


class Plan:
    """What a run is about.

    Args:
        settling: tells what holds for a draft.
        asked: files and folders as they were asked for, the default included.
        paths: the drafts, in the order of reports.
    """

    def __init__(self, settling: Settling, asked: tuple[str, ...], paths: list[str]) -> None:
        self.settling, self.asked, self.paths = settling, asked, paths

    def of(self, path: str) -> Settled:
        """Return what holds for a draft."""
        return self.settling.of(path)

    def looks_at_all(self, base: str) -> bool:
        """Tell whether all drafts below a folder are looked at; it is absolute."""
        folders = [
            os.path.join(os.path.abspath(p), "") for p in self.asked if "\0" not in p and os.path.isdir(p)
        ]
        return any(os.path.join(base, "").startswith(folder) for folder in folders)

    @cached_property
    def bases(self) -> dict[str, list[Settled]]:
        """What is settled by each configuration, by its folder."""
        found: dict[str, list[Settled]] = {}
        for settled in self.settling.all:
            found.setdefault(settled.base, []).append(settled)
        return found

    def policy(self, bases: Iterable[str]) -> Policy:
        """Return what is known about the rules of some configurations when ignores are judged.

        Args:
            bases: the folders of the configurations.
        """
        from stylelint.cli.settled import united

        return united(settled.policy for base in bases for settled in self.bases[base])

    @cached_property
    def book(self) -> Rulebook:
        """All rules that run, for reports that explain them."""
        books = [settled.book for settled in self.settling.all]
        if len(books) == 1:
            return books[0]
        rules = {rule.id: rule for book in reversed(books) for rule in book.rules}
        return books[0]._replace(rules=tuple(rules[id] for id in sorted(rules)))


def prepare(
    paths: Sequence[str], skip: Sequence[str] = (), *, select: tuple[str, ...], ignore: tuple[str, ...],
    rulebook: tuple[str, ...], config: str, force_exclude: bool, stdin_name: str = "",
    listed: Callable[..., list[str]] | None = None,
) -> Plan:  # fmt: skip
    """Return what a run is about, as its options say.

    Args:
        paths: files, folders and `-`; empty for the folder we are in.
        skip: the files that reports are written to.
        select: comma lists of rules to run; empty for all.
        ignore: comma lists of rules to leave out.
        rulebook: rulebooks to use instead of those configured.
        config: a configuration to use instead of the nearest.
        force_exclude: leave out excluded files even if they are named.
        stdin_name: what standard input is called.
        listed: gives the drafts instead, from what is chosen of them.

    Raises:
        UserError: one of them cannot be.
    """
    from stylelint.cli import drafts, rules, settled

    nearest, instead = nearby(config, rulebook)
    asked = (rules.split(select, "--select"), rules.split(ignore, "--ignore"))
    find = listed or partial(drafts.expand, paths, force=force_exclude, skip=skip)
    found = find(nearest.choice)
    settling = settled.Settling(nearest, *asked, rulebook, instead)
    settling.settle(stdin_name if path == STDIN else path for path in found)
    return Plan(settling, tuple(paths) or (".",), found)


def nearby(config: str, rulebook: tuple[str, ...] = ()) -> tuple[Nearest, tuple[str, ...]]:
    """Return what gives the configuration of a draft, and rulebooks that replace the working folder's.

    Args:
        config: a configuration to use instead of the nearest.
        rulebook: rulebooks to use instead of those configured.

    Raises:
        UserError: a configuration cannot be read, or says something that cannot be.
    """
    from stylelint.cli import rules, vale
    from stylelint.config.nearest import Nearest

    home, instead = vale.instead(rules.configured(config), config, rulebook)
    more = vale.globs(rulebook or instead, home.base)
    return Nearest(home, alone=bool(config), formats=more), instead
