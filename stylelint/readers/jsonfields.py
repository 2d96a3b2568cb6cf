"""Front matter in JSON: every value with its place, by a walk along the source."""

from __future__ import annotations

from collections.abc import Iterator

from stylelint import lazy
from stylelint.readers.fields import Field, Path, Step

_TOKEN = lazy.regex(r'"((?:[^"\\]|\\.)*+)"|[{}\[\],:]|[^\s{}\[\],:"]+')
_ESCAPE = lazy.regex(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")


def json_end(source: str, start: int) -> int:
    """Return where the JSON object that begins at `start` ends, -1 if there is none."""
    from json import JSONDecoder

    try:
        return JSONDecoder().raw_decode(source, start)[1]
    except (ValueError, RecursionError):
        return -1


def json_fields(source: str, start: int, end: int) -> Iterator[Field]:
    """Yield the values of valid JSON in `source[start:end]` that are no lists and no objects.

    Raises:
        ValueError: it is too deep.
    """
    path = Path()
    for token in _TOKEN.finditer(source, start, end):
        sign = token[0][0]
        if sign in "{[":
            path.open(table=sign == "{")
        elif sign in "}]":
            path.close()
        elif sign not in ",:":
            steps = list(_steps(source, *token.span(1))) if sign == '"' else [(token[0], *token.span())]
            value = "".join([text for text, _, _ in steps])
            if path.wants_key():
                path.named(value)
            else:
                if value.strip():
                    yield Field(str(path), value, steps, "json" if sign == '"' else "bare")
                path.valued()


def _steps(source: str, start: int, end: int) -> Iterator[Step]:
    """Yield the text of a string, each escape as one step."""
    from json import loads

    for escape in _ESCAPE.finditer(source, start, end):
        if escape.start() > start:
            yield source[start : escape.start()], start, escape.start()
        yield loads(f'"{escape[0]}"'), *escape.span()
        start = escape.end()
    if end > start:
        yield source[start:end], start, end
