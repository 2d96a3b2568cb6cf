"""What becomes of findings before they are told: ignores, the baseline, changed sentences."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from stylelint.cli.options import Function
from stylelint.config import BASELINE, IGNORES
from stylelint.diagnostics import LEVELS
from stylelint.reporters import Checked

if TYPE_CHECKING:
    from stylelint.baseline import Baseline, Entry
    from stylelint.changed import Lines
    from stylelint.cli.linting import Linted
    from stylelint.cli.plan import Plan
    from stylelint.cli.settled import Settled
    from stylelint.cli.verdicts import Verdicts
    from stylelint.diagnostics import Diagnostic, Level
    from stylelint.document import Document
    from stylelint.ignorefile import IgnoreFile


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


class Sieve:
    """Takes out what is not to be told.

    Args:
        plan: the rules and drafts.
        verdicts: count what is told.
        ignoring: whether ignores count.
        kept: the baselines, by the folders of the configurations; see `baselines`.
        changes: changed lines by `changed.key`; None where all text counts.
        show: whether findings of the baseline are shown, as suggestions that do not count.
        strict: whether entries of the baseline that are gone are told.
        lightest: what is lighter is passed over, as if no rule had found it.

    Attributes:
        files: the files of ignores, by the folders of the configurations.
    """

    def __init__(
        self,
        plan: Plan,
        verdicts: Verdicts,
        ignoring: bool = True,
        kept: Mapping[str, Kept] | None = None,
        changes: dict[str, Lines] | None = None,
        show: bool = False,
        strict: bool = False,
        lightest: Level | None = None,
    ) -> None:
        self.plan, self.verdicts, self.ignoring = plan, verdicts, ignoring
        self.kept, self.changes, self.show, self.strict = kept or {}, changes, show, strict
        self.levels = LEVELS[: LEVELS.index(lightest) + 1] if lightest else LEVELS
        self.files: Mapping[str, IgnoreFile] = {}
        self.look_for_files()

    def look_for_files(self) -> None:
        """Read the files of ignores, or read them again."""
        found = {base: ignore_file(base) for base in self.plan.bases} if self.ignoring else {}
        self.files = {base: file for base, file in found.items() if file}

    def sift(self, document: Document, found: Sequence[Diagnostic], before: str | None = None) -> Told:
        """Part the findings of a draft.

        Args:
            document: the draft.
            found: what was found in it.
            before: the draft as it is on the disk, where the document has been mended since.
        """
        settled = self.plan.of(document.path)
        if self.ignoring and "stylelint" in document.source:
            from stylelint.suppress import suppress

            found = suppress(document, found, settled.policy)
        if settled.base in self.files:
            found = self.files[settled.base].suppress(document, found, settled.policy)
        told = self._parted(document.path, found, document=document)
        return Told(self._changed(document, told.new, before), self._changed(document, told.known, before))

    def _parted(
        self,
        path: str,
        found: Sequence[Diagnostic],
        prints: Iterable[str] = (),
        document: Document | None = None,
    ) -> Told:
        """Part findings by the baseline."""
        kept = self.kept.get(self.plan.of(path).base) if self.kept else None
        if not kept:
            return Told(self._grave(found), [])
        if document:
            from stylelint.baseline import fingerprints

            prints = fingerprints(document, found)
        return Told(*map(self._grave, kept.baseline.part(kept.name(path), prints, found)))

    def _grave(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        return [one for one in found if one.level in self.levels]

    def _changed(self, document: Document, found: list[Diagnostic], before: str | None) -> list[Diagnostic]:
        if self.changes is None or not found:
            return found
        from stylelint.changed import Lines, carried, key, touched

        lines = self.changes.get(key(document.path), Lines())
        if before is not None:
            lines = carried(lines, before, document.source)
        return touched(document, found, lines)

    def written(self, path: str, before: str, after: str) -> None:
        """Take note that a draft has another text on the disk from now on."""
        if self.changes is not None:
            from stylelint.changed import Lines, carried, key

            self.changes[key(path)] = carried(self.changes.get(key(path), Lines()), before, after)

    @property
    def whole(self) -> bool:
        """Whether what a draft is made of matters, even if it holds no ignores."""
        return bool(self.files or self.changes is not None)

    @property
    def prints(self) -> bool:
        """Whether the fingerprints of findings matter, and are all that does of a draft without ignores."""
        return bool(self.kept) and not self.whole

    def tell(self, one: Linted) -> list[Diagnostic]:
        """Return what is to be reported of a draft, and count what is too much.

        Args:
            one: what became of it; without a document where it holds no ignores and is not asked for.
        """
        if one.document:
            told = self.sift(one.document, one.found)
        else:
            told = self._parted(one.path, one.found, one.prints or ())
        if told.new:
            self.verdicts.add(self.plan.of(one.path), told.new)
        if not self.show or not told.known:
            return told.new
        shown = [
            d._replace(level="suggestion", message=f"{d.message} (in the baseline)", fix=None)
            for d in told.known
        ]
        return sorted([*told.new, *shown], key=lambda d: d.order)

    def finish(self, results: Iterable[Checked]) -> Iterator[Checked]:
        """Yield the results, and in their place by path those about files of ignores and baselines.

        Where there is neither, each result is handed on at once.
        """
        if not self.files and not (self.strict and self.kept):
            yield from results
            return
        held = list(results)
        for settled, more in self._about_files():
            self.verdicts.add(settled, more.diagnostics)
            after = (i for i, one in enumerate(held) if not one.path.startswith("<") and one.path > more.path)
            held.insert(next(after, len(held)), more)
        yield from held

    def _about_files(self) -> Iterator[tuple[Settled, Checked]]:
        for base, file in self.files.items():
            if found := self._grave(self.judged(base, file)):
                yield self.plan.bases[base][0], Checked(file.path, file.source, found)
        if not self.strict:
            return
        from stylelint.baseline import RULE, tell

        for path, bases in self.baselines().items():
            settled, kept = self.plan.bases[bases[0]][0], self.kept[bases[0]]
            source = _read(path).decode("utf-8-sig")
            found = tell(path, source, self._stale(kept, bases)) if settled.tells(RULE) else []
            if found := self._grave(found):
                yield settled, Checked(path, source, found)

    def baselines(self) -> dict[str, list[str]]:
        """Return the path of every baseline, with the folders of the configurations that it is for."""
        found: dict[str, list[str]] = {}
        for base, kept in self.kept.items():
            found.setdefault(kept.path, []).append(base)
        return found

    def judged(self, base: str, file: IgnoreFile) -> list[Diagnostic]:
        """Return what is wrong with a file of ignores, once the drafts have been looked at."""
        everything = self.plan.looks_at_all(base) and self.changes is None
        return file.judge(self.plan.policy([base]), everything=everything)

    def _stale(self, kept: Kept, bases: Sequence[str]) -> list[Entry]:
        """Return the entries of a baseline that were not found again, as far as this run can know."""
        policy = self.plan.policy(bases)
        ran = policy.ran | policy.own
        stale = kept.baseline.stale()
        return [entry for entry in stale if entry.rule in ran or entry.rule not in policy.known]


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


def baselines(plan: Plan, path: str, *, none: bool) -> dict[str, Kept]:
    """Read the baseline of every configuration, or for all of them the one that was asked for.

    Args:
        plan: the configurations.
        path: the baseline that was asked for; "" for those beside the configurations.
        none: whether there shall be none.

    Returns:
        By the folders of the configurations, without those that have none.

    Raises:
        UserError: one is asked for and not there, cannot be read, or is no baseline.
    """
    if none:
        return {}
    if path:
        return dict.fromkeys(plan.bases, kept(path))
    beside = {base: os.path.join(base, BASELINE) for base in plan.bases}
    return {base: kept(shown(one)) for base, one in beside.items() if os.path.lexists(one)}


def kept(name: str) -> Kept:
    """Read a baseline.

    Raises:
        UserError: it cannot be read, or is no baseline.
    """
    from stylelint import baseline

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
