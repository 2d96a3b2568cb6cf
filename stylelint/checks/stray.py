"""The kind `stray`: text of some role that stands among the paragraphs, where nothing tells it apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stylelint import lazy
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import ROLES, Document, in_roles

_OF_PICTURES = frozenset({"caption", "credit"})
_PICTURE = lazy.regex(
    r"!\[|<(?:img|figure|picture|video|iframe|amp-img)\b|\{\{[<%]|\{%|\[caption", re.IGNORECASE
)
"""What stands in a source for a picture, in Markdown, HTML and the short codes of content systems."""


@kind
class Stray(Check):
    """A caption, a credit or the like that stands in the text as if it were a paragraph.

    In Markdown and HTML a figure's own caption is in its place; in plain text there is no such place, and
    the line must be moved to the picture's field or go.

    Attributes:
        roles: what must not stand among the paragraphs, such as `caption` and `credit`.
        remove: whether the cure is to take it out.
    """

    kind = "stray"

    roles: tuple[str, ...]
    remove: bool = False

    scope = None
    quotes = "any"

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield the roles that there are none of."""
        for role in self.roles:
            if role not in ROLES:
                yield "roles", f"no role “{role}”; known: {', '.join(ROLES)}"

    def find(self, view: View) -> Iterator[Finding]:
        """Yield what stands among the paragraphs, but for what stands right under its picture."""
        document, in_place = view.document, -1
        for block in in_roles(document.blocks, _OF_PICTURES.union(self.roles)):
            if block.kind != "paragraph":
                continue
            index = document.index_at(block.start)
            if _under_picture(document, index) or (in_place >= 0 and in_place == index - 1):
                in_place = index
            elif block.role in self.roles:
                yield self._finding(document, index)

    def _finding(self, document: Document, index: int) -> Finding:
        blocks, block = document.blocks, document.blocks[index]
        after = blocks[index + 1] if index + 1 < len(blocks) else block
        credit = block.role == "caption" and after.role == "credit"
        related = ((after.start, after.end, "its credit"),) if credit else ()
        return Finding(block.start, block.end, remove=self.remove, related=related)


def _under_picture(document: Document, index: int) -> bool:
    """Tell whether markup of a picture stands between a block and the one before it."""
    if document.pieces is None or document.blocks[index].role not in _OF_PICTURES:
        return False
    blocks, own = document.blocks, document.blocks[index]
    before = next((blocks[at] for at in range(index - 1, -1, -1) if blocks[at].kind != "alt"), None)
    start = document.span(before.start, before.end).end if before else 0
    return _PICTURE.search(document.source, start, document.span(own.start, own.end).start) is not None
