"""What becomes of one draft: linted, or known from an earlier run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from stylelint.cli.entries import Known, packed
from stylelint.cli.results import Results
from stylelint.document import Document
from stylelint.errors import UserError
from stylelint.readers.decode import decode

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
        prints: the fingerprints of the findings for baselines; None where nobody has asked for them.
    """

    path: str
    source: str = ""
    found: tuple[Diagnostic, ...] = ()
    document: Document | None = None
    error: UserError | None = None
    prints: Sequence[str] | None = None


class Linting:
    """Looks at drafts one by one.

    Args:
        linter: gives the linter for a draft.
        results: what is known from earlier runs; None where nothing is kept.
        whole: whether the drafts themselves are wanted too.
        prints: whether the fingerprints of findings are wanted.
    """

    def __init__(
        self,
        linter: Callable[[str], Linter],
        results: Results | None = None,
        *,
        whole: bool = False,
        prints: bool = False,
    ) -> None:
        self.linter, self.results, self.whole, self.prints = linter, results, whole, prints

    @property
    def tells(self) -> bool:
        """Whether what is known of drafts can be told without parsing them."""
        return self.results is not None and not self.whole

    def lint(self, path: str, data: bytes) -> Linted:
        """Return what is found in a draft that nothing is known of, if it `tells`; see `look`."""
        return self.anew(path, data) if self.tells else self.look(path, data)

    def look(self, path: str, data: bytes) -> Linted:
        """Return what is found in a draft.

        Args:
            path: as it was named.
            data: its bytes.
        """
        return self.known(path, data) or self.anew(path, data)

    def known(self, path: str, data: bytes) -> Linted | None:
        """Return what is known of a draft from earlier runs, None where nothing is; see `look`."""
        try:
            linter = self.linter(path)
            kept = self.results.of(linter) if self.results else None
            known = kept.get(kept.key(path, data)) if kept else None
            return self._again(path, data, linter, known) if known else None
        except (UserError, ValueError, KeyError, TypeError):
            return None  # a broken entry, which takes no part; any other mistake shows when it is linted

    def anew(self, path: str, data: bytes) -> Linted:
        """Lint a draft, and note what is found for later runs; see `look`."""
        try:
            return self._anew(path, data, self.linter(path))
        except UserError as error:
            return Linted(path, error=error)

    def _anew(self, path: str, data: bytes, linter: Linter) -> Linted:
        document = linter.read(path, data)
        return self._noted(path, data, linter, document, tuple(linter.lint(document)))

    def _noted(
        self, path: str, data: bytes, linter: Linter, document: Document, found: tuple[Diagnostic, ...]
    ) -> Linted:
        """Note what was found in a draft, and return it."""
        asks = _IGNORE in document.source
        prints = self._fingerprints(document, found) if self.prints else None
        if kept := self.results.of(linter) if self.results else None:
            kept.put(kept.key(path, data), packed(found, asks=asks, prints=prints or ()))
        return Linted(path, document.source, found, document if self.whole or asks else None, prints=prints)

    def _fingerprints(self, document: Document, found: tuple[Diagnostic, ...]) -> tuple[str, ...]:
        from stylelint.baseline import fingerprints

        return tuple(fingerprints(document, found))

    def _again(self, path: str, data: bytes, linter: Linter, known: Known) -> Linted:
        """Return what is known of a draft; it is parsed only where somebody asks what it is made of."""
        prints = known.prints if self.prints else None
        if known.nothing:
            return Linted(path, document=Document(path, "", "", ()) if self.whole else None, prints=prints)
        if self.whole or known.asks or (self.prints and not known.prints):
            document = linter.read(path, data)
            found = known.findings(path, document.source)
            if self.prints and len(known.prints) != len(found):
                return self._noted(path, data, linter, document, found)
            return Linted(path, document.source, found, document, prints=prints)
        source = decode(path, data).text
        return Linted(path, source, known.findings(path, source), prints=prints)
