"""What comments in a draft switch off: `<!-- vale off -->`, `<!-- vale Style.Rule = NO -->`."""

from __future__ import annotations

import re
from collections.abc import Sequence

_RULE = re.compile(r"vale (.+\..+|[^.]+) = (YES|NO|on|off)")
_MATCHES = re.compile(r"vale (.+\..+?)(\[.+\]) = (YES|NO|on|off)")
_STYLES = re.compile(r"vale styles? = (.*)")


class Comments:
    """Follows the comments of a draft from top to bottom.

    Args:
        styles: the styles that hold for the draft, for `styles = …`, which switches off all others.
    """

    def __init__(self, styles: Sequence[str] = ()) -> None:
        self.styles = tuple(styles)
        self._off: set[str] = set()

    def __call__(self, comment: str) -> frozenset[str]:
        """Read a comment; return what is off from there on: rules, styles, single matches, or `off`."""
        comment = comment.strip()
        if comment in ("vale off", "vale on"):
            self._set("off", comment == "vale off")
        elif found := _MATCHES.fullmatch(comment):
            for match in _strings(found[2]):
                self._set(f"{found[1]}[{match}]", found[3] in ("NO", "off"))
        elif found := _STYLES.fullmatch(comment):
            kept = {style.strip() for style in found[1].split(",")}
            for style in (*self.styles, *kept):
                self._set(style, style not in kept)
        elif found := _RULE.fullmatch(comment):
            self._set(found[1], found[2] in ("NO", "off"))
        return frozenset(self._off)

    def _set(self, name: str, off: bool) -> None:
        (self._off.add if off else self._off.discard)(name)


def _strings(text: str) -> list[str]:
    import json

    try:
        found = json.loads(text)
    except ValueError:
        return []
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
