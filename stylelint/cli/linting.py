"""What becomes of drafts: linted, or known from an earlier run."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from stylelint.cli import collect
from stylelint.cli.entries import SHAPES, Known, Row, packed, restored, rows_of
from stylelint.cli.results import Results
from stylelint.diagnostics import Diagnostic
from stylelint.document import Document
from stylelint.errors import UserError
from stylelint.readers.decode import decode

if TYPE_CHECKING:
    from stylelint.engine import Linter

Draft: TypeAlias = tuple[str, bytes]
"""How a draft was named, and its bytes."""

_IGNORE = "stylelint"
"""A draft without this word holds no ignores."""


class Linted(NamedTuple):
    """What became of one draft: its findings, or why it could not be looked at.

    Attributes:
        path: as it was named.
        source: the decoded text; "" where nothing was found in it, it could not be read, or nobody wants it.
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


Light: TypeAlias = tuple[Any, ...]
"""What became of a draft as one process tells another: the items of `Linted`, and findings as rows.

Plain values are packed and unpacked several times as fast as named tuples.
"""


class _Read(NamedTuple):
    """A draft that is to be linted.

    Attributes:
        path: as it was named.
        key: by which what is found in it is kept; "" where nothing is.
        linter: for it.
        document: the draft.
    """

    path: str
    key: str
    linter: "Linter"
    document: Document


class Linting:
    """Looks at drafts.

    Args:
        linter: gives the linter for a draft.
        results: what is known from earlier runs; None where nothing is kept.
        whole: whether the drafts themselves are wanted too.
        prints: whether the fingerprints of findings are wanted.
        shown: whether the text of drafts is wanted in which something is found.
    """

    def __init__(
        self,
        linter: "Callable[[str], Linter]",
        results: Results | None = None,
        *,
        whole: bool = False,
        prints: bool = False,
        shown: bool = True,
    ) -> None:
        self.linter, self.results, self.whole, self.prints = linter, results, whole, prints
        self.shown = shown

    @property
    def tells(self) -> bool:
        """Whether what is known of drafts can be told without parsing them."""
        return self.results is not None and not self.whole

    def lint(self, drafts: Sequence[Draft]) -> list[Linted]:
        """Return what is found in some drafts that nothing is known of, if it `tells`; see `look`."""
        return self._together(drafts, known=not self.tells)

    def look(self, drafts: Sequence[Draft]) -> list[Linted]:
        """Return what is found in each of some drafts; those that are linted are linted together."""
        return self._together(drafts, known=True)

    def _together(self, drafts: Sequence[Draft], *, known: bool) -> list[Linted]:
        if drafts:
            collect()
        seen = [self._seen(*draft, known=known) for draft in drafts]
        read = groupby((one for one in seen if isinstance(one, _Read)), lambda one: one.linter)
        done = (one for linter, some in read for one in self._anew(linter, list(some)))
        return [next(done) if isinstance(one, _Read) else one for one in seen]

    def known(self, path: str, data: bytes) -> Linted | None:
        """Return what is known of a draft from earlier runs, None where nothing is.

        Args:
            path: as it was named.
            data: its bytes.
        """
        try:
            linter = self.linter(path)
        except UserError:
            return None  # which shows when it is linted
        return self._known(path, data, linter, self._key(path, data, linter))

    def light(self, one: Linted) -> Light:
        """Return what became of a draft as it is handed to another process."""
        path, source, found, document, error, prints = one
        rows: list[Row] = []
        if found and not self.linter(path).styled:
            rows, found = rows_of(found), ()
        return path, source, found, document, error, prints, rows

    def whole_again(self, light: Light) -> Linted:
        """Return what `light` made light, in another process."""
        path, source, found, document, error, prints, rows = light
        if rows:
            found = restored(rows, path, self.linter(path).whys, SHAPES)
        return Linted(path, source, found, document, error, prints)

    def _seen(self, path: str, data: bytes, *, known: bool) -> _Read | Linted:
        """Return what is known of a draft, if that is asked for, or else the draft as it is to be linted."""
        try:
            linter = self.linter(path)
            key = self._key(path, data, linter)
            told = self._known(path, data, linter, key) if known else None
            return told or _Read(path, key, linter, linter.read(path, data))
        except UserError as error:
            return Linted(path, error=error)

    def _key(self, path: str, data: bytes, linter: "Linter") -> str:
        kept = self.results.of(linter) if self.results else None
        return kept.key(path, data) if kept else ""

    def _known(self, path: str, data: bytes, linter: "Linter", key: str) -> Linted | None:
        kept = self.results.of(linter) if self.results else None
        try:
            known = kept.get(key) if kept else None
            return self._again(path, data, linter, known, key) if known else None
        except (UserError, ValueError, KeyError, TypeError):
            return None  # a broken entry, which takes no part; any other mistake shows when it is linted

    def _anew(self, linter: "Linter", drafts: Sequence[_Read]) -> Iterator[Linted]:
        """Lint some drafts, and note what is found for later runs; what cannot be linted hinders no other."""
        try:
            told = linter.lint_all([one.document for one in drafts])
        except UserError as error:
            if len(drafts) == 1:
                yield Linted(drafts[0].path, error=error)
            else:
                yield from (done for one in drafts for done in self._anew(linter, [one]))
        else:
            for one, found in zip(drafts, told, strict=True):
                yield self._noted(*one, tuple(found))

    def _noted(
        self, path: str, key: str, linter: "Linter", document: Document, found: tuple[Diagnostic, ...]
    ) -> Linted:
        """Note what was found in a draft, and return it."""
        asks = _IGNORE in document.source
        prints = self._fingerprints(document, found) if self.prints else None
        if kept := self.results.of(linter) if self.results else None:
            kept.put(key, packed(rows_of(found), asks=asks, prints=prints or ()))
        whole = document if self.whole or asks else None
        source = document.source if found and self.shown else ""
        return Linted(path, source, found, whole, prints=prints)

    def _fingerprints(self, document: Document, found: tuple[Diagnostic, ...]) -> tuple[str, ...]:
        from stylelint.baseline import fingerprints

        return tuple(fingerprints(document, found))

    def _again(self, path: str, data: bytes, linter: "Linter", known: Known, key: str) -> Linted:
        """Return what is known of a draft; it is parsed only where somebody asks what it is made of."""
        prints = known.prints if self.prints else None
        if known.nothing:
            return Linted(path, document=Document(path, "", "", ()) if self.whole else None, prints=prints)
        if self.whole or known.asks or (self.prints and not known.prints):
            document = linter.read(path, data)
            found = known.findings(path)
            if self.prints and len(known.prints) != len(found):
                return self._noted(path, key, linter, document, found)
            return Linted(path, document.source, found, document, prints=prints)
        source = decode(path, data).text if self.shown else ""
        return Linted(path, source, known.findings(path), prints=prints)
