"""Front matter in TOML: every value with its place, by a walk along the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stylelint import lazy
from stylelint.readers.fields import Field, Path, Step

_BLANK = lazy.regex(r"(?:[ \t\r\n]|#[^\n]*)*")
_HEADER = lazy.regex(r"\[\[?[ \t]*")
_KEY = lazy.regex(r"[ \t]*(?:\"((?:[^\"\\\n]|\\.)*)\"|'([^'\n]*)'|([\w-]+))[ \t]*(\.?)")
_STRINGS = (
    ('"""', lazy.regex(r'"""(?:\r?\n)?((?:[^\\]|\\[^\0])*?"{0,2})"""(?!")', re.DOTALL)),
    ("'''", lazy.regex(r"'''(?:\r?\n)?(.*?'{0,2})'''(?!')", re.DOTALL)),
    ('"', lazy.regex(r'"((?:[^"\\\n]|\\.)*)"')),
    ("'", lazy.regex(r"'([^'\n]*)'")),
)
_BARE = lazy.regex(r"[^,\]}#\r\n]+")
_ESCAPE = lazy.regex(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*\r?\n\s*|.)|\r\n", re.DOTALL
)
_PLAIN = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\"}


def toml_fields(source: str, start: int, end: int) -> list[Field]:
    """Return the values in `source[start:end]` that are no lists and no tables; none if it is no TOML."""
    import tomllib

    try:
        tomllib.loads(source[start:end].replace("\r\n", "\n"))
        return list(_Walk(source, start, end).fields())
    except (ValueError, RecursionError, TypeError):
        return []


class _Walk:
    """Walks along TOML that is known to be valid."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source, self.at, self.end = source, start, end

    def fields(self) -> Iterator[Field]:
        table = ""
        while self._skip() < self.end:
            header = _HEADER.match(self.source, self.at)
            if header:
                self.at = header.end()
                table = self._key()
                self.at = self.source.index("]", self.at) + len(header[0].rstrip())
            else:
                key = self._key()
                self.at += 1
                yield from self._value(f"{table}.{key}" if table else key, Path())

    def _skip(self) -> int:
        """Go past blanks, line ends and comments."""
        found = _BLANK.match(self.source, self.at, self.end)
        self.at = found.end() if found else self.at
        return self.at

    def _key(self) -> str:
        """Take a key, dotted or not; the place is then behind it."""
        parts: list[str] = []
        dot = "."
        while dot and (found := _KEY.match(self.source, self.at, self.end)):
            self.at, dot = found.end(), found[4]
            span = found.span(1) if found[1] is not None else (0, 0)
            parts.append("".join(t for t, _, _ in _steps(self.source, *span)) or found[2] or found[3] or "?")
        return ".".join(parts)

    def _value(self, key: str, path: Path) -> Iterator[Field]:
        source = self.source
        self._skip()
        sign = source[self.at]
        if sign in "[{":
            path.open(table=sign == "{")
            yield from self._inside(key, path, "]" if sign == "[" else "}")
            path.close()
            return
        for quote, pattern in _STRINGS:
            if source.startswith(quote, self.at) and (found := pattern.match(source, self.at, self.end)):
                self.at = found.end()
                basic = quote[0] == '"'
                steps = list((_steps if basic else _lines)(source, *found.span(1)))
                syntax = "toml-basic" if basic else "toml-literal"
                break
        else:
            bare = _BARE.match(source, self.at, self.end)
            text = bare[0].rstrip() if bare else ""
            steps = [(text, self.at, self.at + len(text))]
            self.at = bare.end() if bare else self.at + 1
            syntax = "bare"
        value = "".join([text for text, _, _ in steps])
        if value.strip():
            yield Field(key, value, steps, syntax)

    def _inside(self, key: str, path: Path, closing: str) -> Iterator[Field]:
        """Yield the values of a list or of a table in braces."""
        self.at += 1
        while self.source[self._skip()] != closing:
            if self.source[self.at] == ",":
                self.at += 1
            elif closing == "}":
                name = self._key()
                self.at += 1
                yield from self._value(f"{key}.{name}", path)
            else:
                yield from self._value(key, path)
        self.at += 1


def _steps(source: str, start: int, end: int) -> Iterator[Step]:
    """Yield the text of a string with escapes, each of them as one step."""
    for escape in _ESCAPE.finditer(source, start, end):
        if escape.start() > start:
            yield source[start : escape.start()], start, escape.start()
        yield _unescaped(escape[0]), *escape.span()
        start = escape.end()
    if end > start:
        yield source[start:end], start, end


def _lines(source: str, start: int, end: int) -> Iterator[Step]:
    """Yield the text of a string without escapes: only a Windows line end is not what it stands for."""
    for line in re.compile(r"\r\n").finditer(source, start, end):
        if line.start() > start:
            yield source[start : line.start()], start, line.start()
        yield "\n", *line.span()
        start = line.end()
    if end > start:
        yield source[start:end], start, end


def _unescaped(escape: str) -> str:
    if escape == "\r\n":
        return "\n"
    if escape[1] in "xuU":
        return chr(int(escape[2:], 16))
    return _PLAIN.get(escape[1], "")
