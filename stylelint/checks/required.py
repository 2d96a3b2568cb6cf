"""The kind `required`: what a draft must have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property

from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import ROLES, Block, Document
from stylelint.patterns import Pattern
from stylelint.text import did_you_mean, fold


@kind
class Required(Check):
    """Roles and metadata that a draft must have.  Plain text cannot have them and is not asked.

    Attributes:
        roles: roles of which each must be there.
        metadata: keys of the metadata that must be there and say something.
        matches: keys of the metadata and what RE2 expression must be found in them, if they are there.
    """

    kind = "required"
    values = ("missing",)
    scope = None
    quotes = "any"

    roles: tuple[str, ...] = ()
    metadata: tuple[str, ...] = ()
    matches: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _patterns(self) -> dict[str, Pattern]:
        return {key: Pattern(regex) for key, regex in self.matches.items()}

    def problems(self) -> Iterator[tuple[str, str]]:
        for role in self.roles:
            if role not in ROLES:
                yield "roles", f"no role “{role}”{did_you_mean(role, ROLES)}"
        for key, regex in self.matches.items():
            try:
                Pattern(regex).program  # noqa: B018
            except ValueError as error:
                yield "matches", f"{key}: not a regular expression that RE2 reads: {error}"
        if not (self.roles or self.metadata or self.matches):
            yield "roles", "nothing is required: give roles, metadata or matches"

    def find(self, view: View) -> Iterator[Finding]:
        document = view.document
        if document.format == "text" or not document.blocks:
            return
        present = {block.role for block in document.blocks if document.text(block).strip()}
        missing = [role for role in self.roles if role not in present]
        missing += [key for key in self.metadata if not document.metadata.get(key, "").strip()]
        for name in missing:
            yield _at(document, document.blocks[0], name)
        for key, pattern in self._patterns.items():
            value = document.metadata.get(key, "")
            if value and not pattern.program.search(fold(value).encode()):
                fields = [block for block in document.blocks if block.key == key]
                yield _at(document, (fields or document.blocks)[0], key)


def _at(document: Document, block: Block, missing: str) -> Finding:
    """Mark the first line of a block."""
    end = document.prose.find("\n", block.start, block.end)
    return Finding(block.start, block.end if end < 0 else end, values={"missing": missing})
