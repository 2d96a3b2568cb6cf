"""The fields of front matter whose values are text, with the places of these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from stylelint.compat.vale.html import Rows
from stylelint.errors import UserError

_FENCES = tuple(
    (language, re.compile(rf"(?s){opens}[ \t]*\r?\n(.+?)\r?\n{closes}(?=[ \t]*(?:\r?\n|\Z))"))
    for language, opens, closes in (
        ("yaml", "---(?:yaml)?", "---"),
        ("toml", r"\+\+\+", r"\+\+\+"),
        ("toml", "---toml", "---"),
        ("json", ";;;", ";;;"),
        ("json", "---json", "---"),
    )
)
_FIELD = re.compile(r"(?m)^[\w-]+[ \t]*:(?:\s|\Z)")
_WORD = re.compile(r"[^\s\"'\\]+")
"""What stands in a quoted scalar as it is read: signs that may be escaped there are left out."""
_NO_TEXT = re.compile(
    r"(?i:|~|null|true|false|yes|no|on|off|y|n|[-+]?\.(?:inf)|\.nan)|[-+]?(?:0x[0-9a-fA-F_]+|0o?[0-7_]+|0b[01_]+"
    r"|[0-9][0-9_,]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?)"
)


Given = tuple[str, str, Rows]
"""Key, text, and where that stands."""


class Front(NamedTuple):
    """The front matter of a draft.

    Attributes:
        language: yaml, toml or json.
        head: without its fences.
        at: where that begins in the source.
        end: where the draft goes on.
    """

    language: str
    head: str
    at: int
    end: int


def front(text: str) -> Front | None:
    """Return the front matter of a draft, None where it has none."""
    for language, pattern in _FENCES:
        found = pattern.match(text)
        if found:
            return Front(language, found[1], found.start(1), found.end())
    return _bare(text) if text.startswith("{") else None


def likely(given: Front) -> bool:
    """Tell whether what stands between two marks is front matter where it could be something else."""
    return given.language != "yaml" or _FIELD.search(given.head) is not None


def _bare(text: str) -> Front | None:
    """Return an object of JSON at the head of a draft, with an empty line after it."""
    import json

    try:
        held, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    after = re.compile(r"[ \t]*\r?\n[ \t]*\r?\n").match(text, end)
    return Front("json", text[:end], 0, after.end()) if after and isinstance(held, dict) else None


def fields(given: Front) -> Iterator[Given]:
    """Yield key, text and places of the fields at the top of a front matter whose values are text."""
    if given.language == "yaml":
        yield from _yaml(given.head, given.at)
        return
    for key, value in _values(given).items():
        named = re.compile(rf"(?m)(?:^|[{{,\s])[\"']?{re.escape(key)}[\"']?\s*[:=]").search(given.head)
        begin = named.end() if named else 0
        spot = given.head.find(value, begin)
        size = len(value) if spot >= 0 else len(given.head) - begin
        place = given.at + (spot if spot >= 0 else begin)
        yield key, value, [(0, len(value), place, place + size)]


def _values(given: Front) -> dict[str, str]:
    """Return the texts at the top of a front matter in TOML or JSON; nothing where it cannot be read."""
    import json
    import tomllib

    try:
        held = json.loads(given.head) if given.language == "json" else tomllib.loads(given.head)
    except (ValueError, RecursionError):
        return {}
    return {key: value for key, value in held.items() if isinstance(value, str)}


def _yaml(head: str, at: int) -> Iterator[Given]:
    from stylelint.rulebook import nodes

    try:
        root = nodes.parse(head.encode(), "front matter")
    except UserError:
        return
    if root.id != "mapping":
        return
    starts = [0]
    for line in head.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for key, value in root.value:
        if key.id == "scalar" and value.id == "scalar" and is_text(value):
            begin, end = (starts[m.line] + m.column for m in (value.start_mark, value.end_mark))
            yield str(key.value), value.value, rows_of(head, value.value, begin, end, at)


def is_text(node: Any) -> bool:
    """Tell whether a scalar of YAML is a text and no number, date or truth value."""
    return bool(node.style) or not _NO_TEXT.fullmatch(node.value)


def rows_of(head: str, text: str, begin: int, end: int, at: int) -> Rows:
    """Return where a scalar stands: to the letter where it can be found so, word by word, or as one thing.

    Args:
        head: what it stands in.
        text: its value.
        begin: where it begins in `head`.
        end: where it ends.
        at: where `head` begins in the source.
    """
    found = head.find(text, begin, end)
    if found >= 0:
        return [(0, len(text), at + found, at + found + len(text))]
    rows: Rows = []
    cursor = begin
    for word in _WORD.finditer(text):
        spot = head.find(word[0], cursor, end)
        if spot < 0:
            return [(0, len(text), at + begin, at + end)]
        rows.append((*word.span(), at + spot, at + spot + len(word[0])))
        cursor = spot + len(word[0])
    return rows or [(0, len(text), at + begin, at + end)]
