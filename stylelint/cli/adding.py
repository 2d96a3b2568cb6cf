"""Writes ignores for what is found: comments into drafts that can have them, the rest into a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from stylelint.cli import sieve, write
from stylelint.cli.app import complain
from stylelint.config import IGNORES
from stylelint.errors import UserError

if TYPE_CHECKING:
    from stylelint.cli.mender import Mender
    from stylelint.diagnostics import Diagnostic
    from stylelint.document import Document

_HEAD = "# What may stand in drafts that have no comments.  Written by “stylelint check --add-ignores”.\n"


@dataclass
class Adding:
    """Writes ignores.

    Attributes:
        mender: looks at drafts, and writes them.
        reason: why what is found may stand; "" for no reason.
        entries: what is to be added to files of ignores, by their folders.
    """

    mender: Mender
    reason: str
    entries: dict[str, list[str]] = field(default_factory=dict)

    def add(self, paths: Iterable[str]) -> None:
        """Write ignores for all that is found in drafts; say in a line what hinders."""
        for path in paths:
            self._try(partial(self._draft, path))
        for base, entries in self.entries.items():
            self._try(partial(self._file, base, entries))

    def _draft(self, path: str) -> None:
        from stylelint.annotate import annotate
        from stylelint.cli.mender import encoded
        from stylelint.readers.decode import decode

        opened = write.open_draft(path)
        before = decode(path, opened.data)
        document, found = self._look(path, before.text, before.text)
        if document.pieces is None:
            self._note(document, found)
            return
        after = annotate(before.text, lambda text: self._look(path, text, before.text), self.reason)
        if after != before.text:
            write.replace(opened, encoded(path, before, after))
            self.mender.sieve.written(path, before.text, after)

    def _look(self, path: str, text: str, before: str) -> tuple[Document, list[Diagnostic]]:
        document, found = self.mender.look(path, text, before)
        return document, [d for d in found if not d.rule.startswith("stylelint/")]

    def _note(self, document: Document, found: list[Diagnostic]) -> None:
        from glob import escape

        from stylelint.annotate import sentences_of
        from stylelint.ignorefile import entry

        base = self.mender.sieve.plan.of(document.path).base
        path = escape(os.path.relpath(document.path, base).replace(os.sep, "/"))
        for text, rules in sentences_of(document, found):
            self.entries.setdefault(base, []).append(entry(path, rules, text, self.reason))

    def _file(self, base: str, entries: list[str]) -> None:
        path = os.path.join(base, IGNORES)
        before = write.open_draft(path).data.decode("utf-8") if os.path.lexists(path) else _HEAD
        before += "" if before.endswith("\n") or not before else "\n"
        write.create(sieve.shown(path), (before + "".join(entries)).encode("utf-8", "surrogateescape"))

    def _try(self, job: Callable[[], None]) -> None:
        try:
            job()
        except UserError as error:
            self.mender.failed = True
            complain(str(error))
