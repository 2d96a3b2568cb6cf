"""What becomes of findings before they are told: ignores, the baseline, changed sentences."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import click

from stylelint.cli.options import Function
from stylelint.config import BASELINE, IGNORES
from stylelint.reporters import Checked

if TYPE_CHECKING:
    from stylelint.baseline import Baseline, Entry
    from stylelint.changed import Lines
    from stylelint.cli.plan import Plan
    from stylelint.diagnostics import Diagnostic
    from stylelint.document import Document
    from stylelint.ignorefile import IgnoreFile
    from stylelint.verdict import Verdict


def sieving(function: Function) -> Function:
    """Give a command the options that say which findings are not told."""
    for option in (
        click.option("--no-baseline", is_flag=True, help="Tell what the baseline has, too."),
        click.option(
            "--baseline", default="", metavar="FILE", help="The baseline, instead of the configuration's."
        ),
        click.option("--no-ignores", is_flag=True, help="Tell what drafts ask to be ignored, too."),
    ):
        function = option(function)
    return function


class Told(NamedTuple):
    """The findings of a draft: those that are told, and those that the baseline has."""

    new: list[Diagnostic]
    known: list[Diagnostic]


class Kept(NamedTuple):
    """A baseline and its file, as reports call it."""

    path: str
    baseline: Baseline

    def name(self, path: str) -> str:
        """Return a draft's path as the baseline has it: from its folder, with slashes."""
        folder = os.path.dirname(os.path.abspath(self.path))
        try:
            relative = os.path.relpath(path, folder)
        except ValueError:  # on another drive
            relative = path
        return relative.replace(os.sep, "/")


@dataclass
class Sieve:
    """Takes out what is not to be told.

    Attributes:
        plan: the rules and drafts.
        ignoring: whether ignores count.
        kept: the baseline, None where there is none.
        changes: changed lines by `changed.key`; None where all text counts.
        show: whether findings of the baseline are shown, as suggestions that do not count.
        strict: whether entries of the baseline that are gone are told.
        verdict: counts what is told.
    """

    plan: Plan
    verdict: Verdict
    ignoring: bool = True
    kept: Kept | None = None
    changes: Mapping[str, Lines] | None = None
    show: bool = False
    strict: bool = False
    file: IgnoreFile | None = field(init=False)

    def __post_init__(self) -> None:
        self.file = ignore_file(self.plan.base) if self.ignoring else None

    def sift(self, document: Document, found: Sequence[Diagnostic]) -> Told:
        """Part the findings of a draft."""
        if self.ignoring and "stylelint" in document.source:
            from stylelint.suppress import suppress

            found = suppress(document, found, self.plan.policy)
        if self.file:
            found = self.file.suppress(document, found, self.plan.policy)
        told = Told(list(found), [])
        if self.kept:
            told = Told(*self.kept.baseline.part(self.kept.name(document.path), document, found))
        return Told(self._changed(document, told.new), self._changed(document, told.known))

    def _changed(self, document: Document, found: list[Diagnostic]) -> list[Diagnostic]:
        if self.changes is None or not found:
            return found
        from stylelint.changed import Lines, key, touched

        return touched(document, found, self.changes.get(key(document.path), Lines()))

    @property
    def whole(self) -> bool:
        """Whether more than a draft's findings and its own ignores matters."""
        return bool(self.file or self.kept or self.changes is not None)

    def tell(self, document: Document | None, found: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return what is to be reported of a draft, and count what is too much.

        Args:
            document: the draft; None where it holds no ignores and nothing else about it matters.
            found: the findings in it.
        """
        told = self.sift(document, found) if document else Told(list(found), [])
        self.verdict.add(told.new)
        if not self.show or not told.known:
            return told.new
        shown = [
            d._replace(level="suggestion", message=f"{d.message} (in the baseline)", fix=None)
            for d in told.known
        ]
        return sorted([*told.new, *shown], key=lambda d: d.order)

    def finish(self, results: Iterable[Checked]) -> Iterator[Checked]:
        """Yield the results, and in their place by path those about the file of ignores and the baseline.

        Where there is neither, each result is handed on at once.
        """
        if not self.file and not (self.strict and self.kept):
            yield from results
            return
        held = list(results)
        for more in self._about_files():
            self.verdict.add(more.diagnostics)
            after = (i for i, one in enumerate(held) if not one.path.startswith("<") and one.path > more.path)
            held.insert(next(after, len(held)), more)
        yield from held

    def _about_files(self) -> Iterator[Checked]:
        if self.file:
            found = self.file.judge(self.plan.policy, everything=self.everything)
            if found:
                yield Checked(self.file.path, self.file.source, found)
        if self.strict and self.kept:
            from stylelint.baseline import RULE, tell

            source = _read(self.kept.path).decode("utf-8-sig")
            found = tell(self.kept.path, source, self.stale()) if self.plan.tells(RULE) else []
            if found:
                yield Checked(self.kept.path, source, found)

    @property
    def everything(self) -> bool:
        """Whether all drafts were looked at, all of their text and with all rules."""
        return self.plan.everything and self.changes is None

    def stale(self) -> list[Entry]:
        """Return the entries of the baseline that were not found again, as far as this run can know."""
        ran = self.plan.policy.ran | self.plan.policy.own
        stale = self.kept.baseline.stale() if self.kept else []
        return [entry for entry in stale if entry.rule in ran or entry.rule not in self.plan.known]


def ignore_file(base: str) -> IgnoreFile | None:
    """Read the file of ignores in a folder, None where there is none.

    Raises:
        UserError: it cannot be read, or says something that cannot be.
    """
    path = os.path.join(base, IGNORES)
    if not os.path.lexists(path):
        return None
    from stylelint import ignorefile

    return ignorefile.read(shown(path), _read(path), base)


def baseline(plan: Plan, path: str, *, none: bool) -> Kept | None:
    """Read the baseline of a configuration, or the one that was asked for; None where there is none.

    Raises:
        UserError: it is asked for and not there, cannot be read, or is no baseline.
    """
    beside = os.path.join(plan.base, BASELINE)
    if none or not (path or os.path.lexists(beside)):
        return None
    from stylelint import baseline

    name = path or shown(beside)
    folder = os.path.dirname(os.path.abspath(name))
    entries = baseline.parse(name, _read(name))
    return Kept(name, baseline.Baseline(entries, lambda one: os.path.exists(os.path.join(folder, one))))


def shown(path: str) -> str:
    """Return a path as seen from the working folder where it lies there, else whole."""
    relative = os.path.relpath(path)
    return path if relative.startswith(os.pardir) else relative


def _read(path: str) -> bytes:
    from stylelint.cli.drafts import bytes_of

    return bytes_of(path)
