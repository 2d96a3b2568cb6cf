"""Reporters: what was found → text, one module a format."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from stylelint.diagnostics import LEVELS, Diagnostic, Level

if TYPE_CHECKING:
    from stylelint.rulebook.rule import Rulebook

FORMATS = (
    "text", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "checkstyle", "rdjson",
    "rdjsonl", "markdown", "html", "vale", "vale-json",
)  # fmt: skip
"""The formats there are; the module has the format's name, with underscores."""
PEOPLE = ("text", "concise")
"""Those that a person reads on a terminal; the others are files, in UTF-8 on every system."""
COUNTING = ("text", "concise", "json", "markdown", "html")
"""Those that can count by rule."""
SHOWING = ("text", "github", "gitlab", "sarif", "junit", "rdjson", "rdjsonl", "markdown", "html")
"""Those that need the text of drafts: they show some of it, find places in it, or know findings by it."""


class Checked(NamedTuple):
    """A file that was looked at, and what was found in it, in order.

    Attributes:
        path: as it was named.
        source: its text; may be "" where the format is not one of `SHOWING`.
        diagnostics: what was found.
    """

    path: str
    source: str
    diagnostics: list[Diagnostic]


_MANY = 10_000
"""Findings that are told at once: those of a draft as long as a library would take hundreds of megabytes."""


def parts(found: Sequence[Diagnostic]) -> Iterator[Sequence[Diagnostic]]:
    """Yield findings as they are told at once: all of them, but where they are very many."""
    return (found[start : start + _MANY] for start in range(0, len(found) or 1, _MANY))


class Style(NamedTuple):
    """What a person may choose about a report.

    Attributes:
        colour: whether to paint it for a terminal.
        statistics: whether to count by rule.
        summary: whether to end with a line that counts.
        width: columns that an excerpt may take.
        here: where we are, absolute.
        tops: the root of the repository, absolute, in every way that a path may begin with it; code hosts
            want paths from there.
        book: the rules, for formats that explain them; None where nobody asked.
    """

    colour: bool = False
    statistics: bool = False
    summary: bool = True
    width: int = 100
    here: str = ""
    tops: tuple[str, ...] = ()
    book: "Rulebook | None" = None


Reporter = Callable[[Iterable[Checked], Style], Iterator[str]]
"""Yields a report in pieces with their line ends.

One piece for each file, "" where there is nothing to say of it, before the next is asked for; then the rest.
Of a file with thousands of findings there may be several.
So several reports of one run can be written side by side, and none keeps a file longer than it must.
"""


def load(name: str) -> Reporter:
    """Return the reporter of a format.

    Raises:
        KeyError: there is no such format.
    """
    if name not in FORMATS:
        raise KeyError(name)
    found: Reporter = import_module(f"stylelint.reporters.{name.replace('-', '_')}").report
    return found


class Tally:
    """Counts what passes: as much memory for a million files as for one."""

    def __init__(self) -> None:
        self.files = 0
        self.faulty = 0
        self.levels: Counter[Level] = Counter()
        self.rules: Counter[str] = Counter()
        self.safe = self.unsafe = 0

    def watch(self, results: Iterable[Checked]) -> Iterator[Checked]:
        """Yield the results unchanged, each counted before it is handed on."""
        for result in results:
            self.files += 1
            self.faulty += bool(result.diagnostics)
            for diagnostic in result.diagnostics:
                self.levels[diagnostic.level] += 1
                self.rules[diagnostic.rule] += 1
                if diagnostic.fix and diagnostic.fix.safe:
                    self.safe += 1
                elif diagnostic.fix:
                    self.unsafe += 1
            yield result

    def reaches(self, level: Level) -> bool:
        """Tell whether anything of this level or a graver one was found."""
        return any(self.levels[graver] for graver in LEVELS[: LEVELS.index(level) + 1])

    def by_rule(self) -> list[tuple[str, int]]:
        """Return rules and counts, the most frequent first, then by name."""
        return sorted(self.rules.items(), key=lambda item: (-item[1], item[0]))

    def summary(self) -> str:
        """Return one line such as "12 errors, 3 warnings in 4 of 20 files"."""
        files = "1 file" if self.files == 1 else f"{self.files} files"
        counts = [plural(self.levels[level], level) for level in LEVELS if self.levels[level]]
        return f"{', '.join(counts)} in {self.faulty} of {files}" if counts else f"nothing found in {files}"

    def hint(self) -> str:
        """Return one line about what can be mended, "" where nothing can."""
        if self.safe and self.unsafe:
            return f"{self.safe} fixable with “stylelint fix”, {self.unsafe} more with “--unsafe-fixes”"
        if self.unsafe:
            return f"{self.unsafe} fixable with “stylelint fix --unsafe-fixes”"
        return f"{self.safe} fixable with “stylelint fix”" if self.safe else ""

    def table(self) -> Iterator[str]:
        """Yield the lines of a table: how often each rule was broken."""
        rows = self.by_rule()
        width = max((len(str(count)) for _, count in rows), default=0)
        for rule, count in rows:
            yield f"{count:>{width}}  {rule}"


def plural(count: int, word: str) -> str:
    """Return "1 error" or "2 errors"."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
