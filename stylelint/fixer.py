"""Puts the edits of fixes into the text of a draft."""

from __future__ import annotations

from collections.abc import Iterable

from stylelint.diagnostics import Edit


def apply(source: str, edits: Iterable[Edit]) -> str:
    """Return the source with edits applied; not a character outside them changes.

    Of two edits that overlap, the one that begins first is applied (of two that begin together, the
    longer); the other must wait until the result has been linted anew.

    Args:
        source: the decoded file.
        edits: places in it, in code points, in any order.
    """
    chosen: list[Edit] = []
    for edit in sorted(set(edits), key=lambda edit: (edit.span.start, -edit.span.end, edit.text)):
        if not chosen or chosen[-1].span.end <= edit.span.start:
            chosen.append(edit)
    # Backwards, so that an edit never moves the place of one still to come.
    for edit in reversed(chosen):
        source = source[: edit.span.start] + edit.text + source[edit.span.end :]
    return source
