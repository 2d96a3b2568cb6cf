"""Where the forms stand that a rule knows, in one look at a text for all of them."""

from __future__ import annotations

from stylelint.native import native
from stylelint.text import is_word


@native
def forms_in(text: str, forms: tuple[str, ...], before: str, after: str, /) -> list[tuple[int, int, int]]:
    """Return where forms stand as whole words: start, end and which form, by starts, then in their order.

    Args:
        text: folded.
        forms: as they stand there.
        before: signs that join a word to the one before it, as a letter would.
        after: the same for the word after it.
    """
    found: list[tuple[int, int, int]] = []
    for number, form in enumerate(forms):
        at = text.find(form) if form else -1
        while at >= 0:
            end = at + len(form)
            if not _joined(text[at - 1 : at], before) and not _joined(text[end : end + 1], after):
                found.append((at, end, number))
            at = text.find(form, at + 1)
    return sorted(found, key=lambda one: (one[0], one[2]))


def _joined(char: str, signs: str) -> bool:
    return char != "" and (char in signs or is_word(char))
