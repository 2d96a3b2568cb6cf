"""The fields at the head of a Markdown file, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from stylelint.document import Block
from stylelint.readers.options import Skipped
from stylelint.readers.prose import Prose

_NONE = Skipped()
_END = r"(?:\r\n?|\n)"
_FENCED = re.compile(rf"---[ \t]*{_END}((?:.*?{_END})??)(?:---|\.\.\.)[ \t]*(?:{_END}|\Z)", re.DOTALL)
_TOML = re.compile(rf"\+\+\+[ \t]*{_END}(?:.*?{_END})??\+\+\+[ \t]*(?:{_END}|\Z)", re.DOTALL)
_ROLES = {
    **dict.fromkeys(("title", "headline"), "headline"),
    **dict.fromkeys(
        ("description", "summary", "standfirst", "subtitle", "dek", "deck", "excerpt", "lede", "subhead"),
        "standfirst",
    ),
    **dict.fromkeys(("author", "byline"), "byline"),
    **dict.fromkeys(("caption", "image_caption", "imagecaption", "photo_caption", "figcaption"), "caption"),
}
_DEEPEST = 50
"""Deeper YAML is no front matter; libyaml's time grows with the square of the depth."""
_HEADER = re.compile(r"[|>][^\r\n]*(?:\r\n?|\n)")
_ESCAPES = {'\\"': '"', "\\\\": "\\", "\\/": "/", "''": "'"}


def read_front_matter(prose: Prose, skipped: Skipped = _NONE) -> tuple[int, dict[str, str]]:
    """Add the front matter's fields to the prose, each as a block of the kind metadata.

    Every scalar has a key such as `author.name`; items of a list share the key of the list.  What is not
    YAML is passed over: it is not for this program to judge, and must not hide the body.

    Returns:
        Where the body begins in the source, and value by key (the first, where a key has several).
    """
    source = prose.source
    fenced = _FENCED.match(source)
    if fenced is None:
        toml = _TOML.match(source)
        return (toml.end() if toml else 0), {}
    metadata: dict[str, str] = {}
    for key, value, style, start, end in _scalars(fenced[1]):
        metadata.setdefault(key, value)
        if not skipped.field(key):
            _add(prose, key, value.strip(), style, fenced.start(1) + start, fenced.start(1) + end)
    return fenced.end(), metadata


def _scalars(text: str) -> list[tuple[str, str, str, int, int]]:
    """Return key, value, style and place of every scalar that is a value; none if the YAML is broken."""
    from yaml import YAMLError

    try:
        return list(_walk(text))
    except (YAMLError, RecursionError, ValueError):
        return []


def _walk(text: str) -> Iterator[tuple[str, str, str, int, int]]:
    """Follow the parser's events with the path of keys to where they stand.

    Events, not nodes: an alias is then only a name, and no alias can make the document grow.
    """
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    path: list[str | None] = []
    events = loader(text)
    while events.check_event():
        event = events.get_event()
        sort = event.__class__
        if sort is yaml.ScalarEvent and path and path[-1] == "":
            path[-1] = event.value or "?"
        elif sort is yaml.ScalarEvent or sort is yaml.AliasEvent:
            if sort is yaml.ScalarEvent and event.value.strip():
                key = ".".join([part for part in path if part])
                yield key, event.value, event.style or "", event.start_mark.index, event.end_mark.index
            _valued(path)
        elif sort is yaml.MappingStartEvent or sort is yaml.SequenceStartEvent:
            path.append("" if sort is yaml.MappingStartEvent else None)
            if len(path) > _DEEPEST:
                raise ValueError
        elif sort is yaml.MappingEndEvent or sort is yaml.SequenceEndEvent:
            path.pop()
            _valued(path)


def _valued(path: list[str | None]) -> None:
    """Note that a key has had its value."""
    if path and path[-1] is not None:
        path[-1] = ""


def _add(prose: Prose, key: str, value: str, style: str, start: int, end: int) -> None:
    """Add one field as a block."""
    source, begin = prose.source, prose.here()
    if style in ("'", '"'):
        start, end = start + 1, end - 1
    elif style and (header := _HEADER.match(source, start, end)):
        start = header.end()
    steps = _align(source, start, end, value)
    if steps is None:
        prose.atom(value, start - (style in ("'", '"')), end + (style in ("'", '"')))
    else:
        for text, at, until in steps:
            if text == source[at:until]:
                prose.verbatim(at, until)
            else:
                prose.atom(text, at, until)
    role = _ROLES.get(key.rpartition(".")[2].lower(), "metadata")
    prose.end(Block(begin, prose.here(), "metadata", role, None, 0, key))


def _align(source: str, start: int, end: int, value: str) -> list[tuple[str, int, int]] | None:
    """Walk through a field as it is written and as YAML reads it, side by side.

    Returns:
        Text, start and end in the source of every step; None where the two cannot be walked together.
    """
    while start < end and source[start].isspace():
        start += 1
    if source.startswith(value, start) and start + len(value) <= end:
        return [(value, start, start + len(value))]
    steps: list[tuple[str, int, int]] = []
    words = list(re.finditer(r"\s+|\S+", value))
    at = start
    for word in words:
        if word[0].isspace():
            until = at
            while until < end and source[until].isspace():
                until += 1
            if until == at:
                return None
            steps.append((word[0], at, until))
            at = until
            continue
        taken = _align_word(source, at, end, word[0])
        if taken is None:
            return None
        steps += taken
        at = taken[-1][2]
    return steps


def _align_word(source: str, at: int, end: int, word: str) -> list[tuple[str, int, int]] | None:
    """Walk through one word, in which characters may be escaped."""
    if source.startswith(word, at) and at + len(word) <= end and "\\" not in word:
        return [(word, at, at + len(word))]
    steps: list[tuple[str, int, int]] = []
    for char in word:
        pair = source[at : at + 2]
        if _ESCAPES.get(pair) == char:
            steps.append((char, at, at + 2))
        elif source[at : at + 1] == char and at < end:
            steps.append((char, at, at + 1))
        else:
            return None
        at = steps[-1][2]
    return steps
