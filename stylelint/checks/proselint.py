"""The kind `proselint`: a check that proselint runs itself, where something has fired."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Literal, NamedTuple

from stylelint.checks._proselint import changed, get, numbered
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Block
from stylelint.patterns import Pattern
from stylelint.text import blot

_MOST = 20_000
"""So many code points of a block are given to proselint at once: not all of its expressions are linear."""


class Stretch(NamedTuple):
    """A text that proselint is given: where each part of it begins there and in the prose, and itself."""

    starts: tuple[tuple[int, int], ...]
    text: str


@kind
class Proselint(Check):
    """One of proselint's own checks, for those that are code or count.

    proselint is imported, and its check called, only where `gate` matches.  Its message is `{said}`.

    Attributes:
        path: the check's path in proselint.
        number: which of the checks with that path, from 0.
        gate: expressions of which one must match in a block, or in the article, for proselint to be
            asked; without any it is always asked.
        per: whether it reads each `block` alone or all blocks in scope together (`article`).
    """

    kind = "proselint"
    values = ("said",)

    path: str
    number: int = 0
    gate: tuple[str, ...] = ()
    per: Literal["block", "article"] = "block"

    @cached_property
    def _gates(self) -> tuple[Pattern, ...]:
        return tuple(Pattern(regex, case=False) for regex in self.gate)

    @cached_property
    def check(self) -> Any:
        """The check as proselint has it.

        Raises:
            UserError: this release of proselint has none of that path.
        """
        for path, number, check in numbered():
            if (path, number) == (self.path, self.number):
                get(check, "check_with_flags", object)
                return check
        raise changed(f"it has no check {self.path}")

    def needs(self) -> tuple[str, ...]:
        return self.gate

    def problems(self) -> Iterator[tuple[str, str]]:
        for regex in self.gate:
            try:
                Pattern(regex).program  # noqa: B018
            except ValueError as error:
                yield "gate", f"not a regular expression that RE2 reads: {error}"

    def find(self, view: View) -> Iterator[Finding]:
        for stretch in self._stretches(view):
            # proselint looks at a text between two line ends, and counts the first of them in.
            for result in self.check.check_with_flags(f"\n{stretch.text}\n"):
                start, end = (at - 1 for at in get(result, "span", tuple))
                if hasattr(self.check.check_type, "allowed") and start:
                    start -= 1  # its lists of allowed words cut off the first letter
                place = _placed(stretch, start)
                if end > start and view.allowed(place, place + end - start):
                    yield Finding(place, place + end - start, values={"said": get(result, "message", str)})

    def _stretches(self, view: View) -> Iterator[Stretch]:
        """Yield what proselint is to read, cut where it is long."""
        document, blocks = view.document, view.blocks
        if self.gate:
            fired = {document.index_at(m.start) for g in self._gates for m in g.matches(document)}
            if self.per == "block":
                blocks = [document.blocks[index] for index in sorted(fired - {-1})]
            blocks = blocks if fired else []
        prose = blot(document.prose, document.opaque) if blocks else ""
        if self.per == "article" and blocks:
            yield _joined(prose, blocks)
            return
        for block in blocks:
            for start in range(block.start, block.end, _MOST):
                end = min(start + _MOST, block.end)
                yield Stretch(((0, start),), prose[start:end].replace("\n", " "))


def _joined(prose: str, blocks: list[Block]) -> Stretch:
    """Return blocks as paragraphs of one text."""
    starts, parts, at = [], [], 0
    for block in blocks:
        starts.append((at, block.start))
        parts.append(prose[block.start : block.end].replace("\n", " "))
        at += block.end - block.start + 2
    return Stretch(tuple(starts), "\n\n".join(parts))


def _placed(stretch: Stretch, offset: int) -> int:
    """Return where an offset of a stretch stands in the prose."""
    from bisect import bisect_right

    own, prose = stretch.starts[bisect_right(stretch.starts, offset, key=lambda pair: pair[0]) - 1]
    return prose + offset - own
