"""What is no prose in MDX: imports and exports, the tags of components, and expressions in braces."""

from __future__ import annotations

import re

from stylelint.compat.vale.altered import Altered

_SIGN = re.compile(
    r"""
    (?P<code>^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?:[\s\S]*?^[ \t]*(?P=fence)|[\s\S]*\Z)
    |(?P<ticks>`+)(?!`)[^`](?:(?!\n[ \t]*\n)[\s\S])*?(?<!`)(?P=ticks)(?!`)|<!--[\s\S]*?-->)
    |(?P<module>^(?:import[ \t]+(?:[\w{*][^\n]*[ \t]from[ \t]|["'])
    |export[ \t]+(?:const|let|var|default|function|class|async|\{|\*))[^\n]*(?:\n(?![ \t]*(?:\n|\Z))[^\n]*)*)
    |(?P<tag></?(?:[A-Z][\w.]*(?:[\s/](?:[^<>{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)?)?>)
    |(?<!\\)(?P<brace>\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})
    """,
    re.MULTILINE | re.VERBOSE,
)


_BRACKET = re.compile(
    r"[{}()\[\]]|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|//[^\n]*|/\*[\s\S]*?\*/"
)
_LONGEST = 20_000
"""So many characters a module may go on behind its first empty line."""


def prose(text: Altered) -> None:
    """Take what is no prose out of a draft; what stands in code is left, as nobody reads it."""
    spans, at, open_until = [], 0, 0
    while found := _SIGN.search(text.text, at):
        at = found.end()
        if found["module"] and at > open_until:
            last = _closed(text.text, found.start(), at)
            # Where nothing closes one, others up to there are not closed either.
            at, open_until = (at, at + _LONGEST) if last < 0 else (last, 0)
        if not found["code"]:
            spans.append((found.start(), at, "", at, at, ""))
    text.replace(spans)


def _closed(text: str, start: int, end: int) -> int:
    """Return where a module ends: at `end`, or at the end of the line that closes it; -1 where none does."""
    depth = sum(_deeper(found[0]) for found in _BRACKET.finditer(text, start, end))
    if depth <= 0:
        return end
    for found in _BRACKET.finditer(text, end, end + _LONGEST):
        depth += _deeper(found[0])
        if depth <= 0:
            line = text.find("\n", found.end())
            return len(text) if line < 0 else line
    return -1


def _deeper(sign: str) -> int:
    return (sign in "{([") - (sign in "})]")
