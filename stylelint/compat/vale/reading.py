"""Source → draft: Markdown, HTML, plain text, and the comments of programs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from stylelint.compat.vale.altered import Altered, unix
from stylelint.compat.vale.config import Section, ValeConfig
from stylelint.compat.vale.draft import Draft
from stylelint.compat.vale.globs import fits
from stylelint.compat.vale.html import Rows, Token, tokens
from stylelint.compat.vale.languages import FILES, LANGUAGES, Language
from stylelint.compat.vale.metadata import Front, fields, front, likely
from stylelint.compat.vale.scopes import matches
from stylelint.compat.vale.views import SUFFIXES, View
from stylelint.compat.vale.walk import Area, Walk

FORMATS = {
    ".md": ".md", ".mdown": ".md", ".markdown": ".md", ".markdn": ".md", ".rmd": ".md", ".mdx": ".md",
    ".qmd": ".md", ".myst": ".md",
    ".html": ".html", ".htm": ".html", ".shtml": ".html", ".xhtml": ".html", ".txt": ".txt",
    ".org": ".org", ".rst": ".rst", ".rest": ".rst", ".adoc": ".adoc", ".asciidoc": ".adoc", ".asc": ".adoc",
    ".dita": ".dita", ".qdoc": ".qdoc",
}  # fmt: skip
MARKUP = frozenset({".md", ".html", ".org", ".rst", ".adoc", ".dita", ".qdoc", ".xml"})
_WITH_FRONT = frozenset({".md", ".org", ".rst", ".adoc"})
"""Formats whose drafts may have front matter."""

_OTHERS = frozenset({"xml", "xsd", "typ", "json", "yml", "yaml", "toml"})
"""Suffixes of files that are no text as they stand."""

_LETTERS = re.compile(r"\w+")
XML = (".xml", ".xsd")
"""Suffixes of what a stylesheet makes HTML of."""
_NO_END = re.compile(r"[^\r\n]")
Alter = Callable[[str], Altered | None]
"""Replaces stretches of a text before it is read; None where there are none."""


class Origin(NamedTuple):
    """What programs that read a format for us have to know.

    Attributes:
        path: of the draft, for errors.
        attributes: of AsciiDoc, as a configuration sets them.
        transform: the stylesheet of XML.
        code, prose: directives and roles of reStructuredText, as `[sphinx]` names them.
    """

    path: str = ""
    attributes: Mapping[str, str] = {}
    transform: Path | None = None
    code: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()


_UNKNOWN = Origin()


def read(
    source: str,
    kind: str,
    extension: str,
    walk: Walk,
    altered: Altered | None = None,
    origin: Origin = _UNKNOWN,
) -> Draft:
    """Read a draft.

    Args:
        source: the file, line ends as they stand.
        kind: what it is read as: one of `MARKUP` or `.txt`; anything else is one block of text.
        extension: of its name, with the dot.
        walk: gathers the blocks.
        altered: the draft with stretches replaced, None for the draft as it stands.
        origin: what else is known of the draft.

    Raises:
        UserError: what reads the format is not installed, or cannot read the draft.
    """
    text = altered.text if altered else source
    head: Callable[[], list[Area]] = list
    if kind in MARKUP:
        found = front(text) if kind in _WITH_FRONT else None
        if found and kind != ".md" and not likely(found):
            found = None  # in reStructuredText, three dashes above and below make a heading
        _take(walk, text, kind, origin, found.end if found else 0)
        if found:
            walk.counts["pre"] = walk.counts.get("pre", 0) + 1
            head = partial(front_matter, found, extension, walk.ignored)
    else:
        _plain(walk, text, kind)
    if altered:
        _back(walk, altered)
    return Draft(
        source, extension, walk.areas, walk.counts, walk.summary, head, walk.spans, walk.off, walk.selected
    )


def read_code(
    source: str, language: Language, kind: str, walk: Walk, alter: Alter, origin: Origin = _UNKNOWN
) -> Draft:
    """Read the comments of a program.

    Args:
        source: the file, line ends as they stand.
        language: what it is written in.
        kind: what its comments are read as; anything but markup is text without marks.
        walk: gathers the blocks.
        alter: replaces stretches of a comment, as `altered` does in `read`.
        origin: what else is known of the file.
    """
    from stylelint.compat.vale.code import comments
    from stylelint.compat.vale.conventions import masked

    extension = walk.extension
    gathered = Draft(source, extension, [], walk.counts, walk.summary)
    for comment in comments(source, language):
        name = f"comment.{comment.kind}"
        if not matches(walk.ignored, ("text", *name.split(".")), ()):
            walk.extension = f".{name}{extension}"
            text = comment.text
            if kind not in MARKUP:
                text = masked(text, extension.lstrip("."), source, comment.rows[-1][3])
            _part(gathered, text, comment.rows, kind, walk, alter, origin)
    return gathered


def read_data(source: str, view: View, path: str, walk: Walk) -> Draft:
    """Read the values of a data file that a view finds.

    Args:
        source: the file, line ends as they stand.
        view: finds them.
        path: of the file.
        walk: gathers the blocks.

    Raises:
        UserError: the file is neither JSON nor YAML.
    """
    from stylelint.compat.vale.views import values

    extension = walk.extension
    gathered = Draft(source, extension, [], walk.counts, walk.summary)
    for value in values(view, source, path):
        walk.extension = f".{value.scope.name}{extension}" if value.scope.name else extension
        _part(gathered, value.text, value.rows, value.scope.kind, walk, lambda text: None, Origin(path))
    return gathered


def _part(
    gathered: Draft, text: str, rows: Rows, kind: str, walk: Walk, alter: Alter, origin: Origin
) -> None:
    """Add a part of a file, which is markup or plain text, to what has been gathered of it."""
    if kind not in MARKUP:
        gathered.areas.append(Area(text, rows, ("text", *walk.suffix)))
        return
    walk.areas, walk.spans, walk.selected = [], [], []
    altered = alter(text)
    _take(walk, altered.text if altered else text, kind, origin)
    for step in (altered, Altered(text, rows)):
        if step:
            _back(walk, step)
    gathered.areas += walk.areas
    gathered.spans += walk.spans
    gathered.selected += walk.selected
    gathered.off = walk.off


def suffixes(config: ValeConfig) -> list[str]:
    """Return the suffixes of the files that some section of a configuration is for, with their dots.

    Files without a suffix whose language is known by their names stand there with these.
    """
    on = [one for one in config.sections if one.styles or any(said != "NO" for said in one.rules.values())]
    known = [*FORMATS, *(f".{name}" for name in (*LANGUAGES, *config.formats))]
    found = _fitting([*known, *_named(on, _OTHERS)], on)
    found += [name for name in FILES if any(fits(_tail(one), name) for one in on)]
    transformed = [one for one in config.sections if one.transform]
    found += _fitting([*XML, *_named(transformed)], transformed)
    viewed = [one for one in config.sections if one.view and one.view.scopes]
    return list(dict.fromkeys([*found, *_fitting(SUFFIXES, viewed)]))


def _fitting(known: Iterable[str], sections: Sequence[Section]) -> list[str]:
    """Return which of some suffixes a section is for."""
    return [suffix for suffix in known if any(fits(_tail(one), f"x{suffix}") for one in sections)]


def _named(sections: Iterable[Section], but: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the suffixes that stand in globs, such as `.log` for `*.{log,txt}`."""
    for one in sections:
        for word in _LETTERS.findall(_tail(one)):
            if word.lower() not in but:
                yield f".{word}"


def _tail(section: Section) -> str:
    return section.glob.rpartition("/")[2]


def _plain(walk: Walk, text: str, kind: str) -> None:
    """Gather the blocks of a text without marks: one, but for plain text that marks its chapters."""
    from stylelint.compat.vale.manuscript import manuscript

    chapters = manuscript(text) if kind == ".txt" else None
    if chapters:
        walk.take(chapters)
        return
    plain, rows = unix(text)
    walk.areas.append(Area(plain, rows, ("text", *walk.suffix), kind == ".txt"))
    walk.summary.append(plain)


def _take(walk: Walk, text: str, kind: str, origin: Origin, start: int = 0) -> None:
    """Gather the blocks of markup from a place on."""
    classes = walk.classes
    if kind == ".rst":
        from stylelint.compat.vale.rst import CLASSES

        walk.classes = (*classes, *CLASSES)
    walk.take(_tokens(text, kind, origin, start))
    walk.classes = classes


def _tokens(text: str, kind: str, origin: Origin, start: int) -> Iterable[Token]:
    if kind == ".html":
        return tokens(text, start)
    if kind == ".md":
        from stylelint.compat.vale.markdown import markdown

        return markdown(text[start:] if start else text, start)
    if start:
        text = _NO_END.sub(" ", text[:start]) + text[start:]
    if kind == ".org":
        from stylelint.compat.vale.org import org

        return org(text)
    if kind == ".qdoc":
        from stylelint.compat.vale.qdoc import qdoc

        return qdoc(text)
    from stylelint.compat.vale.rendered import placed

    return placed(_html(text, kind, origin), text)


def _html(text: str, kind: str, origin: Origin) -> str:
    """Return the HTML that another program makes of markup."""
    from stylelint.compat.vale import asciidoc, dita, rst, transformed

    if kind == ".rst":
        return rst.html(text, origin.path, origin.code, origin.prose)
    if kind == ".adoc":
        return asciidoc.html(text, origin.path, origin.attributes)
    if kind == ".dita":
        return dita.html(text, origin.path)
    assert origin.transform
    return transformed.html(text, origin.transform, origin.path)


def _back(walk: Walk, altered: Altered) -> None:
    """Turn places of an altered text into those of what it was made of."""
    for areas in (walk.areas, walk.spans, walk.selected):
        areas[:] = [area._replace(rows=altered.back(area.rows)) for area in areas]


def front_matter(found: Front, extension: str, ignored: tuple[str, ...]) -> list[Area]:
    """Return the fields of a draft's front matter whose values are text, but for those in ignored scopes."""
    areas = [
        Area(text, rows, ("text", "frontmatter", key, extension.lstrip(".")))
        for key, text, rows in fields(found)
    ]
    return [area for area in areas if not matches(ignored, area.scope, area.scope)]
