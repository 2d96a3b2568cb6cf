"""What becomes of one draft: linted, or known from an earlier run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from stylelint.cli.results import Known, Results, packed
from stylelint.document import Document
from stylelint.errors import UserError

if TYPE_CHECKING:
    from stylelint.diagnostics import Diagnostic
    from stylelint.engine import Linter

_IGNORE = "stylelint"
"""A draft without this word holds no ignores."""


class Linted(NamedTuple):
    """What became of one draft: its findings, or why it could not be looked at.

    Attributes:
        path: as it was named.
        source: the decoded text; "" where nothing was found in it or it could not be read.
        found: the findings.
        document: the draft itself, where it was asked for or may hold ignores; empty where nothing was found.
        error: what is wrong with it.
    """

    path: str
    source: str = ""
    found: tuple[Diagnostic, ...] = ()
    document: Document | None = None
    error: UserError | None = None


class Linting:
    """Looks at drafts one by one.

    Args:
        linter: gives the linter for a draft.
        results: what is known from earlier runs; None where nothing is kept.
        whole: whether the drafts themselves are wanted too.
    """

    def __init__(
        self, linter: Callable[[str], Linter], results: Results | None = None, *, whole: bool = False
    ) -> None:
        self.linter, self.results, self.whole = linter, results, whole

    def look(self, path: str, data: bytes) -> Linted:
        """Return what is found in a draft.

        Args:
            path: as it was named.
            data: its bytes.
        """
        try:
            return self._look(path, data)
        except UserError as error:
            return Linted(path, error=error)

    def _look(self, path: str, data: bytes) -> Linted:
        linter = self.linter(path)
        kept = self.results.of(linter) if self.results else None
        if kept is None:
            return self._anew(path, data, linter)
        key = kept.key(path, data)
        known = kept.get(key)
        if known:
            try:
                return self._again(path, data, linter, known)
            except (ValueError, KeyError, TypeError):
                pass  # a broken entry, which takes no part
        done = self._anew(path, data, linter)
        kept.put(key, packed(done.found, asks=_IGNORE in done.source))
        return done

    def _anew(self, path: str, data: bytes, linter: Linter) -> Linted:
        document = linter.read(path, data)
        found = tuple(linter.lint(document))
        wanted = self.whole or _IGNORE in document.source
        return Linted(path, document.source, found, document if wanted else None)

    def _again(self, path: str, data: bytes, linter: Linter, known: Known) -> Linted:
        """Return what is known of a draft; it is parsed only where somebody asks what it is made of."""
        if known.nothing:
            return Linted(path, document=Document(path, "", "", ()) if self.whole else None)
        if self.whole or known.asks:
            document = linter.read(path, data)
            return Linted(path, document.source, known.findings(path, document.source), document)
        from stylelint.readers.decode import decode

        source = decode(path, data).text
        return Linted(path, source, known.findings(path, source))
