"""The operations of the action `edit`: small changes to a match, one after another."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from stylelint.compat.vale import numerals
from stylelint.compat.vale.casing import sentence_case, title_case
from stylelint.text import did_you_mean

Step = tuple[str, ...]
_NUMBERED = re.compile(r"\$(\$|\d+|\{\d+\})")
_GROUP = re.compile(r"\$(?:(\d+)|\{(\w+)\}|(\w+)|(\$))")
_DUMB = {"‘": "'", "’": "'", "“": '"', "”": '"', "—": "---", "–": "--", "…": "...", "\xa0": " "}
_LETTERS = {
    "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l",
    "Ł": "L", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D",
}  # fmt: skip


def steps(params: Sequence[str]) -> list[Step]:
    """Return a flat list of operations and their arguments as steps.

    Raises:
        ValueError: there is none, one is unknown, or has too few arguments.
    """
    found, at = [], 0
    while at < len(params):
        name = params[at]
        if name not in OPERATIONS:
            raise ValueError(f"no edit “{name}”{did_you_mean(name, OPERATIONS)}")
        end = at + 1 + (_WITH[name][0] if name in _WITH else 0)
        if end > len(params):
            raise ValueError(f"the edit “{name}” needs {end - at - 1} more: params: [{name}, …]")
        step = tuple(params[at:end])
        if name == "split" and not re.fullmatch(r"[-+]?\d+", step[2]):
            raise ValueError(f"the edit “split” counts pieces from 0; “{step[2]}” is no number")
        found.append(step)
        at = end
    if not found:
        raise ValueError("the action “edit” needs an operation in “params”")
    return found


def edited(params: Sequence[str], match: str, groups: Sequence[str] = ()) -> str | None:
    """Return a match with all the steps taken, without blanks at its ends; None where a step cannot be taken.

    Args:
        params: operations and their arguments, one after another.
        match: what the rule found.
        groups: what the groups of the expression that found it hold, for `$1` and so on in arguments.
    """
    said = match
    for name, *arguments in steps(params):
        if name in _PLAIN:
            said = _PLAIN[name](said)
            continue
        filled = arguments if name == "regex" else [expanded(a, match, groups) for a in arguments]
        try:
            said = _WITH[name][1](said, *filled)
        except (ValueError, IndexError, TimeoutError):
            return None
    return said.strip()


def expanded(text: str, match: str, groups: Sequence[str]) -> str:
    """Return a text with `$0` for a match, `$1` and so on for its groups, and `$$` for a dollar."""

    def held(found: re.Match[str]) -> str:
        if found[1] == "$":
            return "$"
        number = int(found[1].strip("{}"))
        return match if not number else groups[number - 1] if number <= len(groups) else ""

    return _NUMBERED.sub(held, text) if "$" in text else text


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


def _split(text: str, sign: str) -> list[str]:
    return text.split(sign) if sign else list(text)


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
    "truncate": (1, lambda said, sign: _split(said, sign)[0]),
    "split": (2, lambda said, sign, index: _split(said, sign)[int(index)]),
    "replace": (2, lambda said, old, new: said.replace(old, new)),
    "remove": (1, lambda said, signs: "".join(sign for sign in said if sign not in signs)),
    "wrap": (1, lambda said, mark: mark + said + mark),
    "unwrap": (1, lambda said, mark: said.removeprefix(mark).removesuffix(mark)),
    "prefix": (1, lambda said, head: head + said),
    "suffix": (1, lambda said, tail: said + tail),
}
OPERATIONS = (*_PLAIN, *_WITH)
"""The names of all operations."""
