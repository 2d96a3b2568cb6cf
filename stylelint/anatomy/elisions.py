"""Words that have lost their beginning, for which an apostrophe stands: 'em, 'tis, '90s."""

from __future__ import annotations

from collections.abc import Collection

from stylelint import lazy

ELISIONS = frozenset(
    (
        "em", "en", "er", "im", "is", "un", "til", "till", "tis", "twas", "twere", "twill", "twould",
        "twixt", "tween", "n", "cause", "cuz", "cos", "coz", "bout", "round", "neath", "gainst", "ere",
        "ello", "allo", "ome", "ouse", "eard", "e", "appen", "fro", "hood", "nuff", "nother", "ol", "s",
        "t", "d", "ll", "ve", "re", "da", "dem", "kay", "sup", "scuse", "fraid", "member", "merica",
        "murica", "tude", "za", "burbs", "flu", "phone", "gator", "roo", "cept", "pon", "ave", "ad",
    )
)  # fmt: skip
"""What is left of them, in lower case; two figures, with an s or without, are a decade."""

_WORD = lazy.regex(r"\w+")
_DECADE = lazy.regex(r"\d\ds?")


def is_elided(text: str, start: int, end: int, elisions: Collection[str]) -> bool:
    """Tell whether the word that begins at a place of `text[:end]` is what is left of one."""
    found = _WORD.match(text, start, end)
    word = found[0].casefold() if found else ""
    return word in elisions or _DECADE.fullmatch(word) is not None
