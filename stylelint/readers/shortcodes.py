"""Finds what content systems mix into drafts: Hugo, Jekyll and Liquid, Nunjucks, WordPress."""

from __future__ import annotations

from collections.abc import Iterator

from stylelint import lazy
from stylelint.readers.masks import Region, between
from stylelint.readers.options import Skipped
from stylelint.readers.sheet import Aside, aside

_LONGEST = 8000
_NAME = lazy.regex(r"(?:\{\{[<%]|\{%|\[)[-\s]*(/?)\s*(?:end)?([\w.-]+)")
_KEYS = ("caption", "alt", "title", "credit", "attr")
_BRACES = lazy.regex(r"\{[{%#:]")
_TEXTS = lazy.regex(
    r"\b(caption|alt|title|credit|attr)\s*[=:]\s*(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|`([^`]*)`)"
)
_STRINGS = lazy.regex(r"\"([^\"]*)\"|'([^']*)'")
_KEYED = lazy.regex(r"[\w-]+\s*[=:]\s*[\"'`]")
_PICTURES = frozenset({"image", "img", "figure", "picture", "photo", "responsive_image"})
_new = tuple.__new__
_CODE = frozenset({"highlight", "raw", "comment", "code", "verbatim"})
_OF_CODE = lazy.regex(rf"[{{<%\[/\s-]*(?:{'|'.join(sorted(_CODE))})\b")
_WORDPRESS = lazy.regex(
    r"\[/?(?:caption|wp_caption|gallery|embed|video|audio|playlist|youtube|vimeo|tweet|instagram|pullquote)\b"
    r"[^\[\]\n]{0,2000}\](?![(\[])"
    r"|\[[a-z][\w-]{0,40}(?: {1,4}[\w-]{1,40}="
    r"(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|[^\s\]\"']{1,200})){1,40}\s*/?\](?![(\[])"
)
_CAPTIONS = ("[caption", "[wp_caption")
_ATTRIBUTES = lazy.regex(r"\{:[^{}\n]{0,500}\}")


def shortcodes(source: str, start: int, skipped: Skipped, *, kramdown: bool = False) -> list[Region]:
    """Return the calls of templates in a source.

    Args:
        source: of the draft, in any format.
        start: where its front matter ends.
        skipped: the shortcodes in it are left out with all that stands between a pair of them.
        kramdown: whether `{: .class}` is an attribute list.
    """
    found: list[Region] = []
    kinds = set(_BRACES.findall(source, start))
    for opening, closing in (("{{", "}}"), ("{%", "%}")):
        if opening in kinds:
            found += [_call(source, *span) for span in between(source, opening, closing, _LONGEST, start)]
    if "{#" in kinds:
        spans = between(source, "{# ", " #}", _LONGEST, start)
        found += [Region(at, end, shown=False) for at, end in spans]
    if source.find("[", start) >= 0 and ("=" in source or "[/" in source or "[gallery" in source):
        found += [_bracketed(source, *m.span()) for m in _WORDPRESS.finditer(source, start)]
    if kramdown and "{:" in kinds:
        found += [Region(*m.span(), shown=False) for m in _ATTRIBUTES.finditer(source, start)]
    if not skipped.shortcodes and not any(_OF_CODE.match(source, one[0]) for one in found):
        return found
    return [*found, *_pairs(source, sorted(found), skipped.shortcodes)]


def _call(source: str, start: int, end: int) -> Region:
    """Return a call in braces, with the captions among its arguments."""
    name = _name(source, start)
    comment = source.startswith(("{{/*", "{{</*", "{{%/*", "{{!--", "{{- /*"), start)
    control = source.startswith("{%", start) and name[1] not in _PICTURES
    text = source[start:end]
    quiet = comment or not (name[1] in _PICTURES or any(key in text for key in _KEYS))
    asides = () if quiet else tuple(_texts(source, start, end, name[1]))
    return _new(Region, (start, end, not (comment or control or asides), False, asides, "", ""))


def _bracketed(source: str, start: int, end: int) -> Region:
    role = "caption" if source.startswith(_CAPTIONS, start) else ""
    asides = tuple(one for one in _texts(source, start, end, "") if one.key != "title")
    return _new(Region, (start, end, False, False, asides, role, ""))


def _texts(source: str, start: int, end: int, name: str) -> Iterator[Aside]:
    """Yield the texts among the arguments of a call."""
    for match in _TEXTS.finditer(source, start, end):
        span = match.span(match.lastindex or 0)
        if span[1] > span[0]:
            yield aside(match[1], span, syntax="argument")
    if name in _PICTURES and source.startswith("{%", start) and not _KEYED.search(source, start, end):
        # Eleventy's own: the picture, then what it shows.
        strings = [m.span(m.lastindex or 0) for m in _STRINGS.finditer(source, start, end)]
        if len(strings) > 1 and " " in source[slice(*strings[1])]:
            yield aside("alt", strings[1], syntax="argument")


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
