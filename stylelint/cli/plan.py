"""What a run is about: the configuration, the rules, the drafts."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

import click

from stylelint.cli.options import Function, config_option, rule_option, rulebook_option

if TYPE_CHECKING:
    from stylelint.config import Config, Named
    from stylelint.ignores import Policy
    from stylelint.rulebook.rule import Rulebook


def choosing(function: Function) -> Function:
    """Give a command the options that choose rules and drafts."""
    for option in (
        click.option(
            "--force-exclude", is_flag=True, help="Leave out excluded files even if they are named here."
        ),
        config_option,
        rulebook_option,
        rule_option("--ignore", help="Leave these rules out: ids or chapters."),
        rule_option("--select", help="Run only these rules: ids or chapters, repeated or with commas."),
    ):
        function = option(function)
    return function


@dataclass(frozen=True)
class Plan:
    """What a run is about.

    Attributes:
        config: the configuration.
        every: all rules.
        book: the rules to run, their fixes as configured.
        select: what was selected; empty for all rules.
        ignore: what was left out.
        asked: files and folders as they were asked for, the default included.
        paths: the drafts, in the order of reports.
    """

    config: Config
    every: Rulebook
    book: Rulebook
    select: tuple[Named, ...]
    ignore: tuple[Named, ...]
    asked: tuple[str, ...]
    paths: list[str]

    @property
    def base(self) -> str:
        """The folder that paths in the configuration start from, absolute."""
        return os.path.abspath(self.config.base)

    @property
    def everything(self) -> bool:
        """Whether all drafts of the configuration are looked at."""
        folders = [
            os.path.join(os.path.abspath(p), "") for p in self.asked if "\0" not in p and os.path.isdir(p)
        ]
        return any(os.path.join(self.base, "").startswith(folder) for folder in folders)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every id and chapter that there is, rules that are off and our own included."""
        from stylelint import baseline, ignores

        ids = [*(rule.id for rule in self.every.rules), *self.every.off, *ignores.RULES, baseline.RULE]
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


def prepare(
    paths: Sequence[str],
    skip: Sequence[str] = (),
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    rulebook: tuple[str, ...],
    config: str,
    force_exclude: bool,
    listed: Callable[..., list[str]] | None = None,
) -> Plan:
    """Return what a run is about, as its options say.

    Args:
        paths: files, folders and `-`; empty for the folder we are in.
        skip: the files that reports are written to.
        select: comma lists of rules to run; empty for all.
        ignore: comma lists of rules to leave out.
        rulebook: rulebooks to use instead of those configured.
        config: a configuration to use instead of the nearest.
        force_exclude: leave out excluded files even if they are named.
        listed: gives the drafts instead, from what is left out and the globs of drafts.

    Raises:
        UserError: one of them cannot be.
    """
    from stylelint.cli import cache, drafts, rules, vale
    from stylelint.discovery import Exclusion

    settings, rulebook = vale.instead(rules.configured(config), config, rulebook)
    every = rules.rulebook(settings, rulebook, cache.rulebook)
    wanted = rules.split(select, "--select") or settings.select
    # What is asked for by name is not left out because the configuration does so.
    unwanted = (*rules.split(ignore, "--ignore"), *(() if select else settings.ignore))
    book = vale.told(rules.promoted(rules.chosen(every, wanted, unwanted), every, settings.fix))
    exclude = Exclusion(settings.exclude, str(settings.base))
    find = listed or partial(drafts.expand, paths, force=force_exclude, skip=skip)
    named = [glob for glob, _ in settings.reading.formats]
    found = find(exclude, globs=[*named, *vale.globs(rulebook, settings.base)])
    return Plan(settings, every, book, wanted, unwanted, tuple(paths) or (".",), found)
