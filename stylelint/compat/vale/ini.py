"""Reads INI files as Vale does: shadowed keys, comma lists, comments after a blank."""

from __future__ import annotations

import re
from typing import NamedTuple

from stylelint.errors import UserError

_COMMENT = re.compile(r"\s[#;].*\Z")
_QUOTED = ("`", '"""', '"', "'")


class Entry(NamedTuple):
    """A key with all its values, in order, and where it stands first."""

    values: tuple[str, ...]
    line: int


Sections = dict[str, dict[str, Entry]]
"""Name of the section, "" for what stands above all, and its keys."""


def parse(text: str, path: str) -> Sections:
    """Return the sections of an INI file, in order.

    Raises:
        UserError: a line is neither a section, a key, nor a comment.
    """
    found: Sections = {"": {}}
    section = found[""]
    lines = iter(enumerate(text.removeprefix("\ufeff").splitlines(), 1))
    for number, line in lines:
        line = line.strip()
        while line.endswith("\\") and not line.startswith(("#", ";")):
            line = line[:-1] + next(lines, (0, ""))[1].strip()
        if not line or line[0] in "#;":
            continue
        if line[0] == "[":
            end = line.rfind("]")
            if end < 0:
                raise UserError("this section has no closing bracket", path, number, 1)
            section = found.setdefault(line[1:end].strip(), {})
            continue
        key, value = _pair(line, path, number)
        old = section.get(key, Entry((), number))
        section[key] = Entry((*old.values, value), old.line)
    return found


def _pair(line: str, path: str, number: int) -> tuple[str, str]:
    found = re.match(r"`([^`]*)`\s*[=:]\s*(.*)|([^=:]*?)\s*[=:]\s*(.*)", line)
    if found is None:
        raise UserError(f"expected “key = value”, not “{line[:40]}”", path, number, 1)
    key, value = (found[1], found[2]) if found[1] is not None else (found[3], found[4])
    for quote in _QUOTED:
        if value.startswith(quote) and (end := value.find(quote, len(quote))) > 0:
            return key, value[len(quote) : end]
    if value[:1] in ("#", ";"):
        return key, ""
    return key, _COMMENT.sub("", value).strip()


def listed(entry: Entry | None) -> tuple[str, ...]:
    r"""Return the entries of a comma list, over all the values of a key, each once; `\,` is a comma."""
    found: dict[str, None] = {}
    for value in entry.values if entry else ():
        for part in value.replace(r"\,", "\x00").split(","):
            word = part.replace("\x00", ",").strip()
            if word:
                found[word] = None
    return tuple(found)
