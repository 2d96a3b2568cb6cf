"""The operations of the action `edit`: small changes to a match, one after another."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from stylelint.compat.vale import numerals
from stylelint.compat.vale.casing import sentence_case, title_case

Step = tuple[str, ...]
_GROUP = re.compile(r"\$(?:(\d+)|\{(\w+)\}|(\w+)|(\$))")
_DUMB = {"‘": "'", "’": "'", "“": '"', "”": '"', "—": "---", "–": "--", "…": "...", "\xa0": " "}
_LETTERS = {
    "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l",
    "Ł": "L", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D",
}  # fmt: skip


def edited(params: Sequence[str], match: str) -> str | None:
    """Return a match with all the steps taken, without blanks at its ends; None where a step cannot be taken.

    Args:
        params: one operation and its arguments, or a pipeline: each step a text of parts after a NUL.
        match: what the rule found.
    """
    if not params:
        return None
    piped = [p for p in params if p.startswith("\x00")]
    steps = [tuple(p[1:].split("\x00")) for p in piped] if piped else [tuple(params)]
    said = match
    for step in steps:
        made = _step(step, said, match)
        if made is None:
            return None
        said = made
    return said.strip()


def _step(step: Step, said: str, match: str) -> str | None:
    name, *arguments = step
    if name in _PLAIN:
        return _PLAIN[name](said)
    least, operation = _WITH.get(name, (0, None))
    if operation is None:
        return said
    if len(arguments) < least:
        return None
    try:
        return operation(
            said, *[a if name == "regex" else a.replace("$0", match).replace("$$", "$") for a in arguments]
        )
    except (ValueError, TypeError, IndexError, re.error):
        return None


def simple(text: str) -> str:
    """Return a name of a program as words: `someName` → `some name`."""
    out, before = [], " "
    for index, char in enumerate(text):
        word = char.isalnum()
        if (index > 1 and before.islower() and char.isupper()) or not word:
            out.append(" ")
        if word or char == " ":
            out.append(char.lower())
        before = char
    return " ".join("".join(out).split())


def _pascal(text: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in simple(text).split(" "))


def _camel(text: str) -> str:
    made = _pascal(text)
    return made[:1].lower() + made[1:]


def _regex(said: str, pattern: str, replacement: str) -> str:
    from stylelint.compat.vale.regexes import BadPattern, compiled

    try:
        program = compiled(pattern).slow
    except BadPattern as error:
        raise ValueError(str(error)) from None
    made: str = program.sub(
        lambda found: _GROUP.sub(lambda ref: _referred(found, ref), replacement), said, timeout=1.0
    )  # fmt: skip
    return made


def _referred(found: re.Match[str], reference: re.Match[str]) -> str:
    if reference[4]:
        return "$"
    name = reference[1] or reference[2] or reference[3]
    try:
        return found[int(name) if name.isdigit() else name] or ""
    except IndexError:
        return ""


def smart(text: str) -> str:
    """Return text with curly quotes, dashes and ellipses."""
    text = text.replace("---", "—").replace("--", "–").replace("...", "…")
    out, before = [], " "
    for char in text:
        opens = before.isspace() or before in "([{<—–/"
        out.append({'"': "“" if opens else "”", "'": "‘" if opens else "’"}.get(char, char))
        before = char
    return "".join(out)


def dumb(text: str) -> str:
    """Return text with the signs of a typewriter."""
    return "".join(_DUMB.get(char, char) for char in text)


def _ascii(text: str) -> str:
    from unicodedata import category, normalize

    text = "".join(_LETTERS.get(char, char) for char in dumb(text))
    return normalize("NFC", "".join(c for c in normalize("NFD", text) if category(c) != "Mn"))


def _unwrap(said: str, left: str, right: str = "") -> str:
    right = right or left
    if said.startswith(left) and said.endswith(right) and len(said) >= len(left) + len(right):
        return said[len(left) : len(said) - len(right)]
    return said


_PLAIN: dict[str, Callable[[str], str]] = {
    "squeeze": lambda said: re.sub(r"\s+", " ", said),
    "capitalize": lambda said: said[:1].upper() + said[1:],
    "uncapitalize": lambda said: said[:1].lower() + said[1:],
    "smart": smart,
    "dumb": dumb,
    "ascii": _ascii,
    "words": numerals.to_words,
    "digits": numerals.to_digits,
    "lower": str.lower,
    "upper": str.upper,
    "title": lambda said: title_case(said, False, ()),
    "sentence": lambda said: sentence_case(said, (), ()),
    "simple": simple,
    "kebab": lambda said: simple(said).replace(" ", "-"),
    "snake": lambda said: simple(said).replace(" ", "_"),
    "camel": _camel,
    "pascal": _pascal,
}
_WITH: dict[str, tuple[int, Callable[..., str]]] = {
    "regex": (2, _regex),
    "trim": (1, lambda said, signs: said.strip(signs)),
    "trim_left": (1, lambda said, signs: said.lstrip(signs)),
    "trim_right": (1, lambda said, signs: said.rstrip(signs)),
    "truncate": (1, lambda said, sign: said.split(sign)[0]),
    "split": (2, lambda said, sign, index: said.split(sign)[int(index)]),
    "replace": (2, lambda said, old, new: said.replace(old, new)),
    "remove": (1, lambda said, old: said.replace(old, "")),
    "wrap": (1, lambda said, left, right="": left + said + (right or left)),
    "unwrap": (1, _unwrap),
    "prefix": (1, lambda said, head: head + said),
    "suffix": (1, lambda said, tail: said + tail),
}
