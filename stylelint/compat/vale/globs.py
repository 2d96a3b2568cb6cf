"""Globs as Vale's configuration has them."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=256)
def _compiled(glob: str) -> re.Pattern[str]:
    """Return a glob as an expression: with `**` in it, a single `*` stays within a folder."""
    folders, out, at, depth = "**" in glob, [], 0, 0
    any_of = "[^/]*" if folders else ".*"
    while at < len(glob):
        char = glob[at]
        if glob.startswith("**/", at):
            out.append("(?:.*/)?")
            at += 3
            continue
        if char == "*":
            double = glob.startswith("**", at)
            out.append(".*" if double else any_of)
            at += 2 if double else 1
            continue
        if char == "[" and (end := glob.find("]", at + 2)) > 0:
            inside = glob[at + 1 : end]
            negated = inside[:1] in ("!", "^")
            out.append(f"[{'^' if negated else ''}{inside[negated:]}]".replace("\\", "\\\\"))
            at = end + 1
            continue
        if char == "\\" and at + 1 < len(glob):
            at += 1
            out.append(re.escape(glob[at]))
        elif char == "?":
            out.append("[^/]" if folders else ".")
        elif char == "{":
            depth += 1
            out.append("(?:")
        elif char == "}" and depth:
            depth -= 1
            out.append(")")
        else:
            out.append("|" if char == "," and depth else re.escape(char))
        at += 1
    return re.compile("(?s:" + "".join(out) + ")" * (depth + 1) + r"\Z")


def fits(glob: str, path: str) -> bool:
    """Tell whether a glob fits a path; one that begins with `!` fits all the others.

    Raises:
        ValueError: it is no glob.
    """
    negated = glob.startswith("!")
    try:
        program = _compiled(glob.lstrip("!") if negated else glob)
    except re.error:
        raise ValueError(f"“{glob}” is no glob") from None
    return (program.match(path) is not None) != negated
