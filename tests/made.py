"""Drafts that nobody wrote: pieces of real ones in disorder, with what readers and rules stumble over."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

ODD = (
    "\n", "\n\n", "\r\n", "\r", "\t", "  ", "\xa0", "\u200b", "\u2028", "\x85", "\x0c", "\x1a", "\0",
    "\ufeff", "\ud800", "“", "”", "‘", "’", "'", '"', "«", "»", "—", "–", "-", "…", "...", ".", "!", "?", ":",
    ";", ",", "(", ")", "[", "]", "İ", "ß", "ﬁ", "é", "e\u0301", "ſ", "Ω", "𝄞", "😀", "\U0010ffff", "ا", "中",
    "٣", "²", "_", "*", "**", "`", "```\n", "# ", "> ", "- ", "1. ", "|a|b|\n|-|-|\n", "---\n", "<b>", "</p>",
    "<!--", "-->", "<script>", "&amp;", "&#x2019;", "&", "{{< fig >}}", "[a](http://b.c)", '![c](d.jpg "e")',
    "https://x.org/y", "a@b.org", "@me", "#tag", "(Reuters)", "Mr. ", "U.S. ", "NATO", "Ann Lee", "said ",
    " per cent", " the the ", "5", "1,000", "May 3, 2026", "newYou", "all-in-one",
)  # fmt: skip
"""Marks, blanks and letters of every sort, markup, and what names, numbers and dates are made of."""

Change = Callable[[random.Random, str, Sequence[str]], str]


def piece(chance: random.Random, text: str) -> tuple[int, int]:
    """Return where a piece of a text begins and ends."""
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.choice((1, 3, 10, 40, 200)))


def put_in(chance: random.Random, text: str, others: Sequence[str]) -> str:
    for _ in range(chance.choice((1, 2, 5, 20))):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(ODD) * chance.choice((1, 1, 1, 2, 30)) + text[at:]
    return text


def take_out(chance: random.Random, text: str, others: Sequence[str]) -> str:
    start, end = piece(chance, text)
    return text[:start] + text[end:]


def repeat(chance: random.Random, text: str, others: Sequence[str]) -> str:
    (start, end), at = piece(chance, text), chance.randint(0, len(text))
    return text[:at] + text[start:end] * chance.choice((1, 1, 3)) + text[at:]


def of_another(chance: random.Random, text: str, others: Sequence[str]) -> str:
    other, at = chance.choice(others), chance.randint(0, len(text))
    start, end = piece(chance, other)
    return text[:at] + other[start:end] + text[at:]


def lines_about(chance: random.Random, text: str, others: Sequence[str]) -> str:
    lines = text.split("\n")
    chance.shuffle(lines)
    return chance.choice(("\n", "\n\n", "\r\n", " ")).join(lines)


def other_case(chance: random.Random, text: str, others: Sequence[str]) -> str:
    start, end = piece(chance, text)
    change = chance.choice((str.upper, str.lower, str.title, str.swapcase))
    return text[:start] + change(text[start:end]) + text[end:]


def letters_for_others(chance: random.Random, text: str, others: Sequence[str]) -> str:
    return text.replace(chance.choice(text or " "), chance.choice(ODD))


CHANGES: tuple[Change, ...] = (
    put_in, put_in, take_out, repeat, of_another, of_another, lines_about, other_case, letters_for_others,
)  # fmt: skip


def made(chance: random.Random, texts: Sequence[str], size: int = 3000) -> bytes:
    """Make a draft of pieces of others.

    Args:
        chance: decides; the same gives the same.
        texts: the others.
        size: code points that the first of them may have.
    """
    text = chance.choice(texts)
    start = chance.randint(0, max(0, len(text) - size))
    text = text[start : start + size]
    for _ in range(chance.randint(0, 8)):
        text = chance.choice(CHANGES)(chance, text, texts)
    # A half of a surrogate pair is no UTF-8: readers refuse it, or take another encoding.
    return text.encode("utf-8", chance.choice(("replace", "replace", "replace", "surrogatepass")))
