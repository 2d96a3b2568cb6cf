"""Reads HTML: fragments, whole pages, XHTML and AMP."""

from __future__ import annotations

from stylelint.document import Document
from stylelint.readers.frontmatter import read_front_matter
from stylelint.readers.markup import Markup
from stylelint.readers.masks import Regions
from stylelint.readers.options import PLAIN, Options
from stylelint.readers.prose import Prose
from stylelint.readers.sheet import Sheet


def read_html(path: str, source: str, options: Options = PLAIN) -> Document:
    """Return a draft in HTML; a page's title and description are blocks of the kind metadata.

    Scripts, styles, templates, code and tags are not prose.  Templates' calls and front matter, as site
    generators have them in HTML too, are understood.
    """
    prose = Prose(source)
    body, metadata = read_front_matter(prose, options.skipped)
    regions = Regions()
    if "{" in source or "[" in source:
        from stylelint.readers.shortcodes import shortcodes

        regions = Regions(shortcodes(source, body, options.skipped))
    sheet = Sheet(prose)
    markup = Markup(sheet, regions.masked(source), regions, options.skipped)
    markup.read(body, len(source))
    markup.finish()
    document = prose.document(path, "html", metadata)
    fields = {b.key: document.text(b) for b in document.blocks if b.kind == "metadata"}
    return document if not fields else prose.document(path, "html", {**fields, **metadata})
