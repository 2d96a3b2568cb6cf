"""Where comments and elements that are no text end in HTML."""

from __future__ import annotations

import re

from stylelint import lazy

_COMMENT_END = lazy.regex(r"--!?>")


def after_declaration(source: str, at: int, end: int) -> int:
    """Return the end of the comment, declaration or instruction that begins at `at`; `end` if it has none."""
    if source.startswith("<!--", at):
        if source.startswith((">", "->"), at + 4):
            return source.index(">", at) + 1
        closed = _COMMENT_END.search(source, at + 4, end)
        return closed.end() if closed else end
    found = source.find(">", at + 2, end)
    return end if found < 0 else found + 1


def after_raw(source: str, at: int, end: int, name: str) -> int:
    """Return where the closing tag of an element begins whose contents are no HTML; `end` if it has none.

    Args:
        source: HTML.
        at: where the contents begin.
        end: where the search ends.
        name: of the element.
    """
    found = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(source, at, end)
    return found.start() if found else end
