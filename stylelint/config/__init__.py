"""The configuration: what a house has settled for a folder of drafts, and for some drafts in it.

A configuration is `stylelint.yml`, or `[tool.stylelint]` in `pyproject.toml`.  The nearest file above a draft
holds for it (`nearest`).  It may extend others, and say more about some of its drafts under `paths`; what is
said later works as the option of the same name on the command line does: it takes the place of what was said
before, or adds to it (`Config.over`).
"""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

import os
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeVar

from stylelint.diagnostics import Level
from stylelint.discovery import Globs
from stylelint.errors import UserError
from stylelint.readers.options import PLAIN, Options

_T = TypeVar("_T")

NAMES = ("stylelint.yml", ".stylelint.yml", "pyproject.toml")
"""Files that may hold a configuration, in the order in which a folder is searched."""

IGNORES, BASELINE = ".stylelint-ignores.yml", ".stylelint-baseline.json"
"""Files beside a configuration: what is ignored in drafts without comments, what was there before."""


FIXES: tuple[Literal["safe", "unsafe", "none"], ...] = ("safe", "unsafe", "none")
"""What the fixes of a rule can be made."""


class Named(NamedTuple):
    """A word that the user wrote, and where: `path` is "" and places are 0 where that is not known.

    Attributes:
        name: the word.
        path, line, column: the file as errors call it, and the place in it, from 1.
        base: the folder of that file, absolute, where paths in it start from; "" for the current one.
    """

    name: str
    path: str = ""
    line: int = 0
    column: int = 0
    base: str = ""

    def error(self, message: str) -> UserError:
        """Return an error that points here."""
        return UserError(message, self.path, self.line, self.column)

    @property
    def place(self) -> str:
        """The place as errors write it: `stylelint.yml:3:9`."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


class Config(NamedTuple):
    """What the house has settled for a folder of drafts.

    Attributes:
        path: the file it was read from, as errors call it; "" where there is none.
        base: the folder of that file, or the one to begin from.
        rulebooks: bundled names and paths.
        select: ids and chapters of the rules to run; empty for all.
        ignore: ids and chapters of the rules not to run.
        include: globs of what is a draft in a folder; empty for all that has the suffix of one.
        exclude: globs of what is not linted.
        fail_on: the lightest level that counts as found.
        max_warnings: how many warnings do not count as found; None where `fail_on` alone decides.
        budgets: rule, chapter or glob of drafts, and how many findings it may have.
        fix: rule or chapter, and what its fixes are to be, one of `FIXES`.
        require_reasons: whether every ignore must say why.
        reading: how drafts are read.
        paths: what else holds for some of the drafts; of two that speak of a draft, the later wins.
        extends: the files that it extends, as they were read.
        said: the keys that were written, each where it was written last.
    """

    path: str = ""
    base: str = os.curdir
    rulebooks: tuple[Named, ...] = (Named("newsroom"),)
    select: tuple[Named, ...] = ()
    ignore: tuple[Named, ...] = ()
    include: tuple[Named, ...] = ()
    exclude: tuple[Named, ...] = ()
    fail_on: Level = "warning"
    max_warnings: int | None = None
    budgets: tuple[tuple[Named, int], ...] = ()
    fix: tuple[tuple[Named, str], ...] = ()
    require_reasons: bool = False
    reading: Options = PLAIN
    paths: "tuple[Section, ...]" = ()
    extends: tuple[Named, ...] = ()
    said: tuple[Named, ...] = ()

    def over(self, other: "Config") -> "Config":
        """Return another configuration with what this one says put over it.

        `ignore`, `exclude`, `budgets`, `fix`, `formats`, `roles` and `paths` add to what is there; the other
        keys take its place.
        """
        says = {named.name for named in self.said}

        def last(key: str) -> "Config":
            return self if key in says else other

        mine, theirs = self.reading, other.reading
        return Config(
            path=self.path,
            base=self.base,
            rulebooks=last("rulebooks").rulebooks,
            select=last("select").select,
            ignore=_added(other.ignore, self.ignore),
            include=last("include").include,
            exclude=(*other.exclude, *self.exclude),
            fail_on=last("fail-on").fail_on,
            max_warnings=last("max-warnings").max_warnings,
            budgets=_merged(other.budgets, self.budgets),
            fix=_merged(other.fix, self.fix),
            require_reasons=last("require-reasons").require_reasons,
            reading=_read(last("skip").reading, mine, theirs),
            paths=(*other.paths, *self.paths),
            extends=(*other.extends, *self.extends),
            said=(*(named for named in other.said if named.name not in says), *self.said),
        )

    def matching(self, path: str) -> tuple[int, ...]:
        """Return the indices of the sections that speak of a draft, in order."""
        return tuple([n for n, section in enumerate(self.paths) if section.drafts.covers(path)])

    def at(self, sections: tuple[int, ...]) -> "Config":
        """Return what holds where some of the sections do; see `matching`."""
        found = self
        for section in sections:
            found = self.paths[section].config.over(found)
        return found._replace(path=self.path, base=self.base) if sections else self


class Section(NamedTuple):
    """What holds for some of the drafts of a configuration besides.

    Attributes:
        glob: of the drafts, as in `exclude`, as it was written.
        drafts: the same, made ready.
        config: what is said about them.
    """

    glob: Named
    drafts: Globs
    config: Config


def globs(named: Iterable[Named]) -> tuple[Globs, ...]:
    """Return globs, those that start from one folder together."""
    folders: dict[str, list[str]] = {}
    for one in named:
        folders.setdefault(one.base, []).append(one.name)
    return tuple(Globs(tuple(names), base) for base, names in folders.items())


def _read(skipping: Options, mine: Options, theirs: Options) -> Options:
    """Return how drafts are read where one says so over another."""
    if mine is theirs:
        return mine
    # The first glob that fits counts.
    return Options((*mine.formats, *theirs.formats), skipping.skipped, (*theirs.roles, *mine.roles))


def _added(before: tuple[Named, ...], more: tuple[Named, ...]) -> tuple[Named, ...]:
    """Return two lists of rules as one; what stands in both is where it was said first."""
    there = {named.name for named in before}
    return (*before, *(named for named in more if named.name not in there))


def _merged(
    before: tuple[tuple[Named, _T], ...], more: tuple[tuple[Named, _T], ...]
) -> tuple[tuple[Named, _T], ...]:
    """Return two mappings as one; of two entries with one name the later wins."""
    later = {named.name for named, _ in more}
    return (*((named, value) for named, value in before if named.name not in later), *more)
