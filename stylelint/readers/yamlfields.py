"""Front matter in YAML: every scalar with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from stylelint import lazy
from stylelint.native import native
from stylelint.readers.fields import Field, Path, Step

_HEADER = lazy.regex(r"[|>][^\r\n]*(?:\r\n?|\n)")
_ESCAPED = lazy.regex(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|(?:\r\n?|\n)[ \t]*|[^xuU\r\n])"
    r"|[ \t]*(?:(?:\r\n?|\n)[ \t]*)+"
)
_MEANT = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_QUOTED = {"''": "'"}
_OUT = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
_GOES_ON = rf"\r?\n\1 +(?=[^\s{_OUT}])"
"""A line end in a value, the next line set in further than the key or hyphen before it."""
_PLAIN = (
    rf"(?:[A-Za-z0-9_(/.“‘À-ɏ]|-(?=[A-Za-z0-9_]))"
    rf"(?:[^:\#{_OUT}]++|:(?=[^\s{_OUT}])|(?<=[^ ])\#|{_GOES_ON}(?!\#))*+"
)
_SYNTAX = {'"': "yaml-double", "'": "yaml-single", "|": "yaml-lines", ">": "yaml-lines"}
_VALUE = rf"(?:\"((?:[^\"\\{_OUT}]++|{_GOES_ON})*+)\"|'([^'{_OUT}]*+)'|({_PLAIN}))"
_LINE = lazy.regex(
    rf"( *)(?:([A-Za-z_][\w-]*+):(?: +{_VALUE})?|- +{_VALUE}|(?<! )\#[^{_OUT}]*+)? *\r?\n",
)
"""Nothing that YAML could read in another way: no tabs, no escapes, no `: ` or ` #` in what is not quoted."""
_FOLD = lazy.regex(r" *\r?\n +")
_WRITTEN = ("", "", "", "yaml-double", "yaml-single", "yaml", "yaml-double", "yaml-single", "yaml")
"""How the value is written that each group of `_LINE` takes."""


def yaml_fields(source: str, start: int, end: int) -> list[Field]:
    """Return the scalars in `source[start:end]` that are values.

    What is not YAML has none: it is not for this program to judge, and must not hide the body.
    """
    simple = simple_fields(source, start, end)
    if simple is not None:
        return simple
    from yaml import YAMLError

    try:
        return list(_walk(source, start, end))
    except (YAMLError, RecursionError, ValueError):
        return []


@native
def simple_fields(source: str, start: int, end: int, /) -> list[Field] | None:
    """Return the fields where each line is a key with a value, or stands under a key without one, as the item
    of a list or as a key with a value of its own; a value may go on over lines that are set in further.

    Most front matter is no more than that, and needs no YAML; None where it is more, or could be.
    """
    found: list[Field] = []
    key, below = "", None
    at, match = start, _LINE.match
    while at < end:
        line = match(source, at, end)
        if line is None:
            return None
        blanks, name, group = line[1], line[2], line.lastindex or 1
        at = line.end()
        if group == 1:
            continue
        if blanks or name is None:
            # Only under a key without a value, and all alike.
            if not key or below not in (None, (blanks, name is None)):
                return None
            below = blanks, name is None
            name = key if name is None else f"{key}.{name}"
        else:
            key, below = name if group == 2 else "", None
        value = line[group] if group > 2 else ""
        if value and not value.isspace():
            bare = value.rstrip(" ") if _WRITTEN[group] == "yaml" else value
            steps = _unfolded(bare, line.start(group))
            if steps is None:
                return None
            found.append(Field(name, "".join([text for text, _, _ in steps]), steps, _WRITTEN[group]))
    return found


def _unfolded(written: str, start: int) -> list[Step] | None:
    """Return the steps of a value, a blank for each line end; None where there could be more to that.

    Args:
        written: as it stands in the source.
        start: where it stands there.
    """
    steps: list[Step] = []
    at = 0
    for fold in _FOLD.finditer(written):
        first, last = fold.span()
        steps += [(written[at:first], start + at, start + first), (" ", start + first, start + last)]
        at = last
    steps.append((written[at:], start + at, start + len(written)))
    if len(steps) > 1 and ("\\" in written or any(not t or t != t.strip() for t, _, _ in steps[::2])):
        return None
    return steps


def _walk(source: str, start: int, end: int) -> Iterator[Field]:
    """Follow the parser's events with the path of keys to where they stand.

    Events, not nodes: an alias is then only a name, and no alias can make the document grow.
    """
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    path = Path()
    events = loader(source[start:end])
    while events.check_event():
        event = events.get_event()
        sort = event.__class__
        if sort is yaml.ScalarEvent and path.wants_key():
            path.named(event.value)
        elif sort is yaml.ScalarEvent or sort is yaml.AliasEvent:
            if sort is yaml.ScalarEvent and event.value.strip():
                begin, until = start + event.start_mark.index, start + event.end_mark.index
                style = event.style or ""
                steps = _steps(source, event.value, style, begin, until)
                syntax = _SYNTAX.get(style, "yaml") if steps else "bare"
                yield Field(str(path), event.value, steps or [(event.value.strip(), begin, until)], syntax)
            path.valued()
        elif sort is yaml.MappingStartEvent or sort is yaml.SequenceStartEvent:
            path.open(table=sort is yaml.MappingStartEvent)
        elif sort is yaml.MappingEndEvent or sort is yaml.SequenceEndEvent:
            path.close()


def _steps(source: str, value: str, style: str, start: int, end: int) -> list[Step] | None:
    """Return the steps of a scalar, None where how it is written and read cannot be walked together."""
    quoted = style in ("'", '"') and style != ""
    begin, until = start + quoted, end - quoted
    if style and not quoted and (header := _HEADER.match(source, start, end)):
        begin = header.end()
    if style == '"':
        return _unescaped(source, begin, until, value)
    return _align(source, begin, until, value.strip())


def _unescaped(source: str, start: int, end: int, value: str) -> list[Step] | None:
    """Walk along a scalar in double quotes; None where that does not come to what YAML reads."""
    steps: list[Step] = []
    at = start
    for found in _ESCAPED.finditer(source, start, end):
        if found.start() > at:
            steps.append((source[at : found.start()], at, found.start()))
        if text := _meant(found[0]):
            steps.append((text, *found.span()))
        at = found.end()
    if at < end:
        steps.append((source[at:end], at, end))
    return steps if "".join([text for text, _, _ in steps]) == value else None


def _meant(written: str) -> str:
    """Return what an escape stands for, or a line end with the blanks around it."""
    if written[0] != "\\":
        ends = len(written.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", ""))
        return "\n" * (ends - 1) or " "
    if written[1] in "xuU":
        code = int(written[2:], 16)
        return chr(code) if code < 0x110000 else ""
    return "" if written[1] in "\r\n" else _MEANT.get(written[1], written[1])


def _align(source: str, start: int, end: int, value: str) -> list[Step] | None:
    """Walk through a field as it is written and as YAML reads it, side by side.

    Returns:
        Text, start and end in the source of every step; None where the two cannot be walked together.
    """
    while start < end and source[start].isspace():
        start += 1
    if source.startswith(value, start) and start + len(value) <= end:
        return [(value, start, start + len(value))]
    steps: list[Step] = []
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


def _align_word(source: str, at: int, end: int, word: str) -> list[Step] | None:
    """Walk through one word, in which characters may be escaped."""
    if source.startswith(word, at) and at + len(word) <= end and "\\" not in word:
        return [(word, at, at + len(word))]
    steps: list[Step] = []
    for char in word:
        pair = source[at : at + 2]
        if _QUOTED.get(pair) == char:
            steps.append((char, at, at + 2))
        elif source[at : at + 1] == char and at < end:
            steps.append((char, at, at + 1))
        else:
            return None
        at = steps[-1][2]
    return steps
