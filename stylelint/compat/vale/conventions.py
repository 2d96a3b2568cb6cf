"""What in the comments of programs is no prose: addresses, and names of code in documentation."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:https?|ftp|file)://[^\s<>\"'`]*[\w/]|\bwww\.[\w-]+\.[^\s<>\"'`]*[\w/]")
_INLINE_TAG = r"\{@\w+[^{}]*\}"
_NAMED_TAG = r"^[ \t]*@(?:param|property|throws|exception|see|sample)[ \t]+[\w.$<>]+"
_JAVASCRIPT = re.compile(
    rf"(?m){_INLINE_TAG}"
    r"|^[ \t]*@example\b(?:[^\n]*(?:\n(?![ \t]*@\w)|\Z))*[^\n]*"
    r"|^[ \t]*@(?:param|property|prop|arg|argument|typedef|callback|template)"
    r"(?:[ \t]+\{[^{}]*\})?(?:[ \t]+(?:\[[^\]\n]*\]|[\w.$]+))?"
    r"|^[ \t]*@\w+(?:[ \t]+\{[^{}]*\})?"
)
_KOTLIN = re.compile(rf"(?m)\[[A-Za-z_][\w.]*\](?![\[(])|{_NAMED_TAG}")
_TABLE = {
    "go": re.compile(r"\[\*?[A-Za-z_]\w*(?:\.\w+)*\](?![\[(:])"),
    "rs": re.compile(r"\[`[^`\]\n]+`\]|\[\w+(?:::\w+)+[!()]*\]"),
    "kt kts": _KOTLIN,
    "java bsh": re.compile(rf"(?m){_INLINE_TAG}|{_NAMED_TAG}"),
    "js jsx ts tsx": _JAVASCRIPT,
    "py py3 pyw rpy cpy": re.compile(
        r"(?m)^[ \t]*:(?:param|parameter|arg|argument|key|keyword|raises?|except|exception|var|ivar|cvar|type"
        r"|vartype|returns?|rtype|meta)\b[^:\n]*:"
    ),
}
CONVENTIONS = {suffix: pattern for names, pattern in _TABLE.items() for suffix in names.split()}
"""Suffix of a language → what names code in its documentation."""

_DECLARED = re.compile(
    r"[ \t]*(?:\*/)?[ \t]*\r?\n[ \t]*"
    r"(?:package|func(?:[ \t]*\([^()\n]*\))?|type|var|const)[ \t]+(\w+)"
)


def masked(text: str, suffix: str, source: str, end: int) -> str:
    """Return a comment with asterisks for what is no prose, as many as it has signs.

    Args:
        text: the comment without its marks.
        suffix: of the file, without its dot.
        source: the file.
        end: where the comment's text ends in it.
    """
    for pattern in (_ADDRESS, CONVENTIONS.get(suffix.lower())):
        if pattern:
            text = pattern.sub(_stars, text)
    if suffix == "go" and (declared := _DECLARED.match(source, end)):
        # In Go, what documents something begins with its name.
        head = re.compile(rf"\s*(?:Package[ \t]+)?{declared[1]}\b")
        text = head.sub(_stars, text, count=1) if head.match(text) else text
    return text


def _stars(found: re.Match[str]) -> str:
    return "".join(sign if sign.isspace() else "*" for sign in found[0])
