"""The fields at the head of a file, in YAML, TOML or JSON, each with its place in the file."""

from __future__ import annotations

import re

from stylelint import lazy
from stylelint.document import Block
from stylelint.native import native
from stylelint.readers.fields import Field
from stylelint.readers.options import PLAIN, Skipped
from stylelint.readers.prose import Prose
from stylelint.readers.yamlfields import yaml_fields

_END = r"(?:\r\n?|\n)"
_OPENING = lazy.regex(rf"---[ \t]*(?:yaml[ \t]*)?{_END}")
_CLOSING = lazy.regex(rf"(?:---|\.\.\.)[ \t]*(?:{_END}|\Z)")
_TOML = lazy.regex(
    rf"(\+\+\+|---[ \t]*toml)[ \t]*{_END}((?:.*?{_END})??)(?:\+\+\+|---)[ \t]*(?:{_END}|\Z)", re.DOTALL
)
_JSON = lazy.regex(rf"(?:(---[ \t]*json|;;;)[ \t]*{_END}\s*)?(?=\{{\s*[\"}}])")
_AFTER = {
    "": lazy.regex(rf"[ \t]*(?:{_END}|\Z)"),
    "-": lazy.regex(rf"\s*{_END}---[ \t]*(?:{_END}|\Z)"),
    ";": lazy.regex(rf"\s*{_END};;;[ \t]*(?:{_END}|\Z)"),
}
_ROLES = {
    **dict.fromkeys(("title", "headline"), "headline"),
    **dict.fromkeys(
        ("description", "summary", "standfirst", "subtitle", "dek", "deck", "excerpt", "lede", "subhead"),
        "standfirst",
    ),
    **dict.fromkeys(("author", "byline"), "byline"),
    **dict.fromkeys(("caption", "image_caption", "imagecaption", "photo_caption", "figcaption"), "caption"),
}


def read_front_matter(prose: Prose, skipped: Skipped = PLAIN.skipped) -> tuple[int, dict[str, str]]:
    """Add the front matter's fields to the prose, each as a block of the kind metadata.

    Every scalar has a key such as `author.name`; items of a list share the key of the list.  What cannot be
    parsed is passed over: it is not for this program to judge, and must not hide the body.

    Args:
        prose: what the blocks are added to.
        skipped: what the house does not want read.

    Returns:
        Where the body begins in the source, and value by key (the first, where a key has several).
    """
    body, fields = _fields(prose.source)
    metadata: dict[str, str] = {}
    for key, value, _, _ in fields:
        if key not in metadata:
            metadata[key] = value
    if skipped.fields:
        fields = [field for field in fields if not skipped.field(field.key)]
    add_fields(prose, fields, _ROLES)
    return body, metadata


@native
def add_fields(prose: Prose, fields: list[Field], roles: dict[str, str], /) -> None:
    """Add fields as blocks, blanks at their ends left out.

    Args:
        prose: in which no block is open, and nothing hidden.
        fields: in their order.
        roles: by the last part of a key, in lower case.
    """
    for key, _, steps, syntax in fields:
        begin = prose.length
        for text, at, until in steps:
            if text == prose.source[at:until]:
                prose.verbatim(at, until)
            elif text:
                prose.atom(text, at, until)
        prose.trim()
        role = roles.get(key.rpartition(".")[2].lower(), "metadata")
        prose.end(Block(begin, prose.here(), "metadata", role, None, 0, key, syntax))


def _fields(source: str) -> tuple[int, list[Field]]:
    """Return where the body begins, and the fields before it."""
    if source.startswith("---") and (fence := fenced(source)):
        start, end, body = fence
        return body, yaml_fields(source, start, end)
    if source.startswith(("+++", "---")) and (toml := _TOML.match(source)):
        from stylelint.readers.tomlfields import toml_fields

        return toml.end(), toml_fields(source, *toml.span(2))
    if source.startswith(("{", "---", ";;;")) and (json := _JSON.match(source)):
        return _json(source, json.end(), (json[1] or "")[:1])
    return 0, []


@native
def fenced(source: str, /) -> tuple[int, int, int] | None:
    """Return where YAML between its fences begins and ends, and where the body begins."""
    opening = _OPENING.match(source)
    if opening is None:
        return None
    line = start = opening.end()
    while line >= 0:
        if closing := _CLOSING.match(source, line):
            return start, line, closing.end()
        line = _line_after(source, line)
    return None


def _line_after(source: str, at: int) -> int:
    """Return where the next line begins that could be a fence, -1 if none does."""
    first = len(source)
    for mark in ("\n---", "\n...", "\r---", "\r..."):
        found = source.find(mark, at, first + 3)
        first = found if found >= 0 else first
    return first + 1 if first < len(source) else -1


def _json(source: str, start: int, fence: str) -> tuple[int, list[Field]]:
    from stylelint.readers.jsonfields import json_end, json_fields

    end = json_end(source, start)
    after = _AFTER[fence].match(source, end) if end >= 0 else None
    if after is None:
        return 0, []
    try:
        return after.end(), list(json_fields(source, start, end))
    except ValueError:
        return after.end(), []
