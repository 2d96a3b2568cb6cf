"""Reads Markdown: pulldown-cmark's events, each with its range in the file, become blocks and pieces."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from stylelint.document import Document
from stylelint.readers.blocks import Blocks, Event
from stylelint.readers.frontmatter import read_front_matter
from stylelint.readers.markup import Markup
from stylelint.readers.masks import Region, Regions
from stylelint.readers.options import PLAIN, Options, Skipped
from stylelint.readers.places import in_ascii, placed
from stylelint.readers.prose import Prose
from stylelint.readers.sheet import Sheet
from stylelint.readers.shortcodes import shortcodes
from stylelint.readers.signs import ALL, CALLS, FENCES, FORMULAS
from stylelint.text import signs_in


def read_markdown(path: str, source: str, options: Options = PLAIN) -> Document:
    """Return a draft in Markdown; front matter becomes blocks of the kind metadata.

    Tables, footnotes, strikethrough, task lists, alerts and attributes of headings are understood, and so are
    shortcodes, directives and formulas; code, addresses and tags are not prose.
    """
    return _read(path, source, options, "markdown")


def read_mdx(path: str, source: str, options: Options = PLAIN) -> Document:
    """Return a draft in MDX: Markdown whose imports, components and expressions are not prose."""
    return _read(path, source, options, "mdx")


def _read(path: str, source: str, options: Options, format: str) -> Document:
    blocks, events, metadata = opened(source, options, format)
    blocks.take(events)
    return blocks.prose.document(path, format, metadata)


def opened(source: str, options: Options, format: str) -> tuple[Blocks, Iterable[Event], dict[str, str]]:
    """Return what takes the events of a draft's body, these events, and the front matter, already taken."""
    import pyromark

    prose = Prose(source)
    body, metadata = read_front_matter(prose, options.skipped)
    signs = signs_in(source, ALL)
    regions = Regions(_regions(source, body, options.skipped, format, signs))
    # Line ends in place of the front matter: then the parser's places are those of the source.
    view = regions.masked(source, body)
    sheet = Sheet(prose)
    blocks = Blocks(sheet, Markup(sheet, view, regions, options.skipped), regions)
    plain = in_ascii(view, labels="]:" in signs)
    if plain is not None:
        return blocks, pyromark.events_with_range(plain, options=_options()), metadata
    events = pyromark.events_with_range(regions.masked(source, body, utf8=True), options=_options())
    return blocks, placed(events, "\n" * body + source[body:]), metadata


def _regions(source: str, body: int, skipped: Skipped, format: str, signs: set[str]) -> list[Region]:
    """Return what the parser of Markdown must not see of the body."""
    found: list[Region] = []
    if not signs.isdisjoint(CALLS):
        found += shortcodes(source, body, skipped, kramdown=True, signs=signs)
    if not signs.isdisjoint(FORMULAS):
        from stylelint.readers.directives import formulas

        found += [region for region in formulas(source, signs) if region.start >= body]
    if not signs.isdisjoint((*FENCES, "}`", "~~~{")):
        from stylelint.readers.directives import directives

        found += [region for region in directives(source, skipped, signs) if region.start >= body]
    if format == "mdx":
        from stylelint.readers.mdx import expressions

        found += expressions(source, body)
    return found


@cache
def _options() -> Any:
    from pyromark import Options

    return (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_HEADING_ATTRIBUTES
        | Options.ENABLE_GFM
    )
