"""A change as a unified diff that `git apply` and `patch` read."""

from __future__ import annotations

import os
from collections.abc import Iterator

from stylelint import lazy
from stylelint.readers.decode import Decoded, encode

_LINE = lazy.regex(rb"[^\n]*\n|[^\n]+")
_NO_END = b"\\ No newline at end of file\n"
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def patch(path: str, before: Decoded, after: bytes) -> bytes:
    """Return how a file changes, in its own bytes; UTF-16, which no diff can hold, as UTF-8.

    Args:
        path: as the user named it.
        before: the file as it is.
        after: its bytes as they will be.
    """
    old = encode(before, before.text)
    if before.encoding.startswith("utf-16"):
        old, after = before.text.encode(), after[len(before.bom) :].decode(before.encoding).encode()
    return b"".join(_rows(path, _LINE.findall(old), _LINE.findall(after)))


def _rows(path: str, old: list[bytes], new: list[bytes]) -> Iterator[bytes]:
    from difflib import diff_bytes, unified_diff

    rows = diff_bytes(unified_diff, old, new, _name("a", path), _name("b", path), lineterm=b"\n")
    for number, row in enumerate(rows):
        yield row if row.endswith(b"\n") else row + b"\n" + (_NO_END if number > 1 else b"")


def _name(side: str, path: str) -> bytes:
    """Return a name as git writes it: in quotes where it has characters that would end it."""
    name = f"{side}/{path.replace(os.sep, '/').lstrip('/')}"
    if any(char in _ESCAPES for char in name):
        name = '"' + "".join(_ESCAPES.get(char, char) for char in name) + '"'
    elif " " in name:
        name += "\t"
    return os.fsencode(name)
