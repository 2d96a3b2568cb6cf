"""What the attributes of an element say about its text."""

from __future__ import annotations

from stylelint.readers.options import Skipped
from stylelint.readers.tags import Token, attributes

_KEYS = (("class", ""), ("classname", ""), ("id", "#"))


def hints_of(view: str, token: Token) -> list[str]:
    """Return the classes of an element, its id after a "#", and "hidden" where it is."""
    if token.end - token.start < len(token.name) + 5:
        return []
    found = attributes(view, token)
    words = ["hidden"] if "hidden" in found else []
    for key, sign in _KEYS:
        if key in found:
            words += [sign + word for word in view[slice(*found[key])].split()]
    return words


def unwanted(skipped: Skipped, hints: list[str]) -> bool:
    """Tell whether an element is hidden from readers, or the house never wants it read."""
    classes, ids = skipped.classes, skipped.ids
    return any(hint == "hidden" or hint in classes or (hint[0] == "#" and hint[1:] in ids) for hint in hints)
