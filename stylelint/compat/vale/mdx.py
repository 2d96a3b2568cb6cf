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


def prose(text: Altered) -> None:
    """Take what is no prose out of a draft; what stands in code is left, as nobody reads it."""
    text.replace([
        (*found.span(), "", found.end(), found.end(), "")
        for found in _SIGN.finditer(text.text)
        if not found["code"]
    ])  # fmt: skip
