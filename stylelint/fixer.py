"""Puts the edits of fixes into the text of a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from stylelint.diagnostics import Edit

PASSES = 10
"""How often a text is mended before we say that its fixes do not settle."""


class Unsettled(ValueError):
    """Fixes undo each other, or one brings about itself; `source` is the text after the last pass."""

    def __init__(self, source: str) -> None:
        super().__init__(f"fixes do not settle after {PASSES} passes")
        self.source = source


def apply(source: str, edits: Iterable[Edit]) -> str:
    """Return the source with edits applied; not a character outside them changes.

    Of two edits that overlap or touch, the one that begins first is applied (of two that begin
    together, the longer); the other must wait until the result has been linted anew.  Two removals
    are both applied: what either takes out goes, as neighbours often do.

    Args:
        source: the decoded file.
        edits: places in it, in code points, in any order.
    """
    parts: list[str] = []
    at, removed = -1, False
    for span, text in sorted(set(edits), key=lambda edit: (edit.span.start, -edit.span.end, edit.text)):
        if span.start > at:
            parts += [source[max(at, 0) : span.start], text]
            at, removed = span.end, not text
        elif removed and not text:
            at = max(at, span.end)
    return "".join([*parts, source[max(at, 0) :]])


def settle(source: str, edits_of: Callable[[str], Iterable[Edit]]) -> str:
    """Return the source mended again and again until nothing more is to be mended.

    Args:
        source: the decoded file.
        edits_of: what mends a text; asked anew after each pass.

    Raises:
        Unsettled: after `PASSES` passes there is still something to mend.
    """
    for _ in range(PASSES):
        mended = apply(source, edits_of(source))
        if mended == source:
            return source
        source = mended
    raise Unsettled(source)
