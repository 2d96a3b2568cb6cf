"""What a house wants of any draft, whatever its format: stretches never read, roles of its own."""

from __future__ import annotations

from stylelint.document import Document, Span
from stylelint.patterns import Pattern
from stylelint.readers.options import Options, Roles, fits
from stylelint.readers.prose import merged


def granted(document: Document, options: Options) -> Document:
    """Return the document with the house's wishes granted: spans hidden, roles as they are there.

    Raises:
        ValueError: a pattern is no RE2 expression.
    """
    roles: dict[int, str] = {}
    for wish in options.roles:
        if _is_meant(document, wish):
            given = dict(wish.roles)
            roles.update({i: given[b.role] for i, b in enumerate(document.blocks) if b.role in given})
    document = document.with_roles(roles)
    spans = [Span(m.start, m.end) for p in options.skipped.patterns for m in Pattern(p).matches(document)]
    return document._replace(opaque=merged([*document.opaque, *spans])) if spans else document


def _is_meant(document: Document, wish: Roles) -> bool:
    """Tell whether a wish is about a draft, by its path and by its field `layout` or `type`."""
    if wish.files and not fits(document.path, wish.files):
        return False
    said = (document.metadata.get("layout"), document.metadata.get("type"))
    return not wish.layout or wish.layout in said
