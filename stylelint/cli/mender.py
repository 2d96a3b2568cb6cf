"""Mends drafts: bytes in, bytes out, and the file on the disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from stylelint.cli.app import complain

if TYPE_CHECKING:
    from stylelint.cli.sieve import Sieve
    from stylelint.diagnostics import Diagnostic
    from stylelint.document import Document
    from stylelint.engine import Linter
    from stylelint.fixer import Kept
    from stylelint.readers.decode import Decoded


class Outcome(NamedTuple):
    """What mending a file came to.

    Attributes:
        before: the file as it is.
        after: its text as it will be.
        kept: what of it stood there before.
        applied: how often each rule mended something.
    """

    before: Decoded
    after: str
    kept: Sequence[Kept]
    applied: Counter[str]

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self.before.text != self.after


@dataclass
class Mender:
    """Mends drafts.

    Attributes:
        linter: gives the linter for a draft.
        sieve: what is not to be told is not to be mended.
        unsafe: whether fixes count that a person should look at.
        failed: whether rules fought over a draft, or one could not be written.
        counts: how many fixes of each rule went in.
        changed: how many drafts were changed.
    """

    linter: Callable[[str], Linter]
    sieve: Sieve
    unsafe: bool
    failed: bool = False
    counts: Counter[str] = field(default_factory=Counter)
    changed: int = 0

    def mend(self, name: str, data: bytes) -> Outcome:
        """Return a draft mended.

        Raises:
            UserError: it cannot be read.
        """
        from stylelint import fixer
        from stylelint.readers.decode import decode

        before = decode(name, data)
        mended = fixer.mend(
            before.text, lambda text: self.look(name, text, before.text)[1], unsafe=self.unsafe
        )
        if mended.fighting:
            self.failed = True
            rules = " and ".join(mended.fighting)
            wrong = "undo each other's fixes" if len(mended.fighting) > 1 else "brings about what it mends"
            complain(f"{name}: {rules} {wrong}, so that none of them was applied")
        return Outcome(before, mended.source, mended.kept, mended.applied)

    def look(self, name: str, text: str, before: str) -> tuple[Document, list[Diagnostic]]:
        """Return a draft and what is told of it.

        Args:
            name: of the draft.
            text: decoded, without byte order mark.
            before: the same, as it is on the disk.
        """
        from codecs import BOM_UTF8

        # With a mark of its own, so that one in the text stays a part of it.
        linter = self.linter(name)
        document = linter.read(name, BOM_UTF8 + text.encode())
        return document, self.sieve.sift(document, linter.lint(document), before).new

    def write(self, path: str) -> Outcome | None:
        """Mend a file where it stands; say in a line what hinders.

        Returns:
            None where it could not be done.
        """
        from stylelint.cli import write
        from stylelint.errors import UserError

        try:
            opened = write.open_draft(path)
            outcome = self.mend(path, opened.data)
            if outcome.changed:
                write.replace(opened, encoded(path, outcome.before, outcome.after))
                self.sieve.written(path, outcome.before.text, outcome.after)
                self.count(outcome)
            return outcome
        except UserError as error:
            self.failed = True
            complain(str(error))
            return None

    def count(self, outcome: Outcome) -> None:
        """Count what was mended."""
        self.counts += outcome.applied
        self.changed += outcome.changed

    def files_of_ignores(self) -> Iterator[tuple[str, Outcome]]:
        """Yield the files of ignores that are to be mended, once the drafts have been looked at."""
        from stylelint import fixer
        from stylelint.readers.decode import Decoded

        for base, file in self.sieve.files.items():
            chosen = fixer.choose(self.sieve.judged(base, file), unsafe=self.unsafe)
            if chosen:
                after = fixer.change(file.source, fixer.edits_of(chosen))
                yield file.path, Outcome(Decoded(file.source), *after, Counter(d.rule for d in chosen))

    def put(self, path: str, outcome: Outcome) -> bool:
        """Write a file that was mended; say in a line what hinders."""
        from stylelint.cli import write
        from stylelint.errors import UserError

        try:
            write.replace(write.open_draft(path), encoded(path, outcome.before, outcome.after))
        except UserError as error:
            self.failed = True
            complain(str(error))
            return False
        self.count(outcome)
        return True


def encoded(path: str, before: Decoded, after: str) -> bytes:
    """Return a mended draft in the encoding that it had.

    Args:
        path: what errors call it.
        before: the draft as it is.
        after: its text as it will be.

    Raises:
        UserError: the encoding lacks a character.
    """
    from stylelint.errors import UserError
    from stylelint.readers.decode import encode

    try:
        return encode(before, after)
    except UnicodeEncodeError as error:
        char, name = error.object[error.start], before.encoding
        raise UserError(f"“{char}” cannot be written in {name}; save the draft as UTF-8", path) from None
