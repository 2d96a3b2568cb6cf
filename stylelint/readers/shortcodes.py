"""Finds what content systems mix into drafts: Hugo, Jekyll and Liquid, Nunjucks, WordPress."""

from __future__ import annotations

from collections.abc import Iterator

from stylelint import lazy
from stylelint.native import native
from stylelint.readers.masks import Region, between
from stylelint.readers.options import Skipped
from stylelint.readers.sheet import Aside, aside
from stylelint.readers.signs import ALL, ARGUMENTS
from stylelint.text import signs_in

_LONGEST = 8000
_NAME = lazy.regex(r"(?:\{\{[<%]|\{%|\[)[-\s]*(/?)\s*(?:end)?([\w.-]+)")
_COMMENTS = ("{{/*", "{{</*", "{{%/*", "{{!--", "{{- /*")
_TEXTS = lazy.regex(
    r"\b(caption|alt|title|credit|attr)\s*[=:]\s*(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|`([^`]*)`)"
)
_STRINGS = lazy.regex(r"\"([^\"]*)\"|'([^']*)'")
_KEYED = lazy.regex(r"[\w-]+\s*[=:]\s*[\"'`]")
_PICTURES = frozenset({"image", "img", "figure", "picture", "photo", "responsive_image"})
_new = tuple.__new__
_CODE = frozenset({"highlight", "raw", "comment", "code", "verbatim"})
_OF_CODE = lazy.regex(rf"[{{<%\[/\s-]*(?:{'|'.join(sorted(_CODE))})\b")
_KNOWN = "caption|wp_caption|gallery|embed|video|audio|playlist|youtube|vimeo|tweet|instagram|pullquote"
_OPENING = lazy.regex(rf"\[(?=/?(?:{_KNOWN})\b|[a-z][\w-]{{0,40}} {{1,4}}[\w-]{{1,40}}=)")
_WORDPRESS = lazy.regex(
    rf"\[/?(?:{_KNOWN})\b"
    r"[^\[\]\n]{0,2000}\](?![(\[])"
    r"|\[[a-z][\w-]{0,40}(?: {1,4}[\w-]{1,40}="
    r"(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|[^\s\]\"']{1,200})){1,40}\s*/?\](?![(\[])"
)
_CAPTIONS = ("[caption", "[wp_caption")
_ATTRIBUTES = lazy.regex(r"\{:[^{}\n]{0,500}\}")


def shortcodes(
    source: str, start: int, skipped: Skipped, *, kramdown: bool = False, signs: set[str] | None = None
) -> list[Region]:
    """Return the calls of templates in a source.

    Args:
        source: of the draft, in any format.
        start: where its front matter ends.
        skipped: the shortcodes in it are left out with all that stands between a pair of them.
        kramdown: whether `{: .class}` is an attribute list.
        signs: those of `signs.ALL` that stand in the source, where that is known.
    """
    signs = signs_in(source, ALL) if signs is None else signs
    found, rare = list[Region](), list[Region]()
    for opening, closing in (("{{", "}}"), ("{%", "%}")):
        if opening in signs:
            plain, others = plain_calls(source, opening, closing, _LONGEST, start)
            found += plain
            rare += [_call(source, *span) for span in others]
    if "{# " in signs:
        spans = between(source, "{# ", " #}", _LONGEST, start)
        found += [Region(at, end, shown=False) for at, end in spans]
    if "[" in signs and not signs.isdisjoint(ARGUMENTS):
        rare += _bracketed(source, start)
    if kramdown and "{:" in signs:
        found += _attributes(source, start)
    found += rare
    if not skipped.shortcodes and not any(_OF_CODE.match(source, one[0]) for one in rare):
        return found
    return [*found, *_pairs(source, sorted(found), skipped.shortcodes)]


@native
def plain_calls(
    source: str, opening: str, closing: str, longest: int, start: int, /
) -> tuple[list[Region], list[tuple[int, int]]]:
    """Return the calls in braces of which it is only to say whether they show anything, and where others are.

    Args:
        source: of the draft.
        opening: how they begin: with a brace.
        closing: how they end.
        longest: as for `between`.
        start: where its front matter ends.
    """
    plain, others = list[Region](), list[tuple[int, int]]()
    for at, end in between(source, opening, closing, longest, start):
        comment = source.startswith(_COMMENTS, at)
        control = source.startswith("{%", at)
        picture = control and _name(source, at)[1] in _PICTURES
        if picture or _OF_CODE.match(source, at) or (not comment and named_texts(source, at, end)):
            others.append((at, end))
        else:
            plain.append(Region(at, end, not (comment or control)))
    return plain, others


def _attributes(source: str, start: int) -> Iterator[Region]:
    """Yield the lists of attributes; a search for two letters is several times as fast as an expression."""
    at = source.find("{:", start)
    while at >= 0:
        found = _ATTRIBUTES.match(source, at)
        if found:
            yield Region(*found.span(), shown=False)
        at = source.find("{:", found.end() if found else at + 1)


def _call(source: str, start: int, end: int) -> Region:
    """Return a call in braces, with the captions among its arguments."""
    comment = source.startswith(_COMMENTS, start)
    asides = () if comment else _asides(source, start, end)
    control = False
    if source.startswith("{%", start):
        control = _name(source, start)[1] not in _PICTURES
        if not (comment or control or _KEYED.search(source, start, end)):
            asides += _shown(source, start, end)
    return _new(Region, (start, end, not (comment or control or asides), False, asides, "", ""))


def _bracketed(source: str, start: int) -> Iterator[Region]:
    """Yield the calls in brackets."""
    for at in opening_brackets(source, start):
        if at >= start and (call := _WORDPRESS.match(source, at)):
            start = call.end()
            role = "caption" if source.startswith(_CAPTIONS, at) else ""
            asides = tuple([one for one in _asides(source, at, start) if one.key != "title"])
            yield _new(Region, (at, start, False, False, asides, role, ""))


@native
def opening_brackets(source: str, start: int, /) -> list[int]:
    """Return where calls in brackets may begin: few brackets of links do, and a close look takes time."""
    return [match.start() for match in _OPENING.finditer(source, start)]


def _asides(source: str, start: int, end: int) -> tuple[Aside, ...]:
    """Return the texts among the arguments of a call that have a name."""
    return tuple(
        [aside(key, (at, until), syntax="argument") for key, at, until in named_texts(source, start, end)]
    )


@native
def named_texts(source: str, start: int, end: int, /) -> list[tuple[str, int, int]]:
    """Return name and span of the captions, titles and the like among the arguments of a call."""
    found: list[tuple[str, int, int]] = []
    for match in _TEXTS.finditer(source, start, end):
        at, until = match.span(match.lastindex or 0)
        if until > at:
            found.append((match[1], at, until))
    return found


def _shown(source: str, start: int, end: int) -> tuple[Aside, ...]:
    """Return what a picture shows in Eleventy's own call: the picture, then a text about it."""
    strings = [m.span(m.lastindex or 0) for m in _STRINGS.finditer(source, start, end)]
    if len(strings) > 1 and " " in source[slice(*strings[1])]:
        return (aside("alt", strings[1], syntax="argument"),)
    return ()


def _name(source: str, start: int) -> tuple[bool, str]:
    """Return whether a call closes another, and the name of both."""
    match = _NAME.match(source, start, start + 80)
    if match is None:
        return False, ""
    closing = bool(match[1]) or "end" in source[match.start() : match.start(2)]
    return closing, match[2]


def _pairs(source: str, calls: list[Region], unwanted: frozenset[str]) -> Iterator[Region]:
    """Yield all from the opening to the closing call of what is code or is not wanted."""
    opened: dict[str, int] = {}
    for region in calls:
        closing, name = _name(source, region.start)
        if name not in unwanted and name not in _CODE:
            continue
        if closing and name in opened:
            yield Region(opened.pop(name), region.end, shown=name in _CODE and name != "comment")
        elif not closing:
            if name in unwanted:
                yield Region(region.start, region.end, shown=False)
            opened.setdefault(name, region.start)
