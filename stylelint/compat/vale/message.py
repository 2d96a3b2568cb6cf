"""Messages as Go's `fmt` makes them: `%s`, `%d`, `%[2]s`."""

from __future__ import annotations

import re
from collections.abc import Sequence

_VERB = re.compile(r"%(?:\[(\d+)\])?([-+# 0]*\d*(?:\.\d+)?)([a-zA-Z%])")


def formatted(template: str, values: Sequence[str]) -> str:
    """Return a template with its verbs filled in.

    Args:
        template: may have fewer verbs than there are values; one more than there are gets nothing.
        values: in their order; `%[2]s` takes the second, and what follows it goes on from there.
    """
    if "%" not in template:
        return template
    given, at = [*values, ""], 0

    def fill(found: re.Match[str]) -> str:
        nonlocal at
        if found[3] == "%":
            return "%"
        at = int(found[1]) if found[1] else at + 1
        if not 0 < at <= len(given):
            return f"%!{found[3]}(BADINDEX)"
        value = given[at - 1]
        return f'"{value}"' if found[3] == "q" else value

    return _VERB.sub(fill, template)


def listed(words: Sequence[str], last: str = "or") -> str:
    """Return `'a', 'b', or 'c'`."""
    quoted = [f"'{word}'" for word in words]
    if len(quoted) < 3:
        return f" {last} ".join(quoted)
    return ", ".join([*quoted[:-1], f"{last} {quoted[-1]}"])
