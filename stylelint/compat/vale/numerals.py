"""Whole numbers in words and back: `21` ↔ `twenty-one`, `3rd` ↔ `third`."""

from __future__ import annotations

import re

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_NUMBER = re.compile(r"(-?\d{1,15})|(\d{1,15})(?:st|nd|rd|th)", re.IGNORECASE)


def to_words(text: str) -> str:
    """Return a number in figures as words; anything else as it is."""
    found = _NUMBER.fullmatch(text.replace(",", ""))
    if found is None:
        return text
    return _cardinal(int(found[1])) if found[1] else _ordinal(_cardinal(int(found[2])))


def _cardinal(number: int) -> str:
    if number < 0:
        return "minus " + _cardinal(-number)
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    for size, name in (*_SCALES, (100, "hundred")):
        if number >= size:
            rest = number % size
            return f"{_cardinal(number // size)} {name}" + (f" {_cardinal(rest)}" if rest else "")
    raise ValueError(number)


def _ordinal(words: str) -> str:
    at = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[at:]
    made = _IRREGULAR.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return words[:at] + made


def to_digits(text: str) -> str:
    """Return a number in words as figures; anything else as it is."""
    words = [word for word in re.split(r"[ -]", text.lower()) if word and word != "and"]
    negative = words[:1] == ["minus"]
    total = current = 0
    ordinal = False
    for word in words[negative:]:
        value, is_ordinal = _VALUES.get(word, (-1, False))
        if value < 0 or ordinal:
            return text
        ordinal = is_ordinal
        if value == 100:
            current = (current or 1) * 100
        elif value >= 1000:
            total, current = total + (current or 1) * value, 0
        else:
            current += value
    if not words[negative:]:
        return text
    number = total + current
    return f"{'-' if negative else ''}{number}{_suffix(number) if ordinal else ''}"


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


_VALUES: dict[str, tuple[int, bool]] = {}
for _value, _word in (
    *enumerate(_ONES), *((at * 10, word) for at, word in enumerate(_TENS) if word), (100, "hundred"), *_SCALES
):  # fmt: skip
    _VALUES |= {_word: (_value, False), _ordinal(_word): (_value, True)}
