"""The kind `stray`: text of some role that stands among the paragraphs, where nothing tells it apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stylelint.checks.base import Check, Finding, View
from stylelint.document import ROLES


@dataclass(frozen=True)
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
        blocks = view.document.blocks
        for index, block in enumerate(blocks):
            if block.role in self.roles and block.kind == "paragraph":
                after = blocks[index + 1] if index + 1 < len(blocks) else block
                credit = block.role == "caption" and after.role == "credit"
                related = ((after.start, after.end, "its credit"),) if credit else ()
                yield Finding(block.start, block.end, remove=self.remove, related=related)
