"""Writes a style of Vale as a rulebook of ours, as far as our kinds can say it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from stylelint.checks.preferred import Preferred
from stylelint.compat.expand import texts
from stylelint.compat.vale.keys import EMPTY, KINDS
from stylelint.compat.vale.kinds.substitution import options
from stylelint.compat.vale.rule import ValeRule
from stylelint.compat.vale.rulebook import identifier
from stylelint.patterns import Pattern

Data = dict[str, object]
_NEAR_MISS = "Nothing of the kind."
_VERB = re.compile(r"%s|%\[\d\]s|%%")
_PLAIN = re.compile(r"[^\W_]+(?:[ '’-][^\W_]+)*")
_OTHERWISE = re.compile(r"(?<!\\)[.^$]|\[\^|\(\?[^:]|\\[^\W\dbwds]|[^\x00-\x7f]|\n")
"""What an expression of ours means another way: blocks are one line there, and marks and blanks are plain."""


def written(
    style: str, rules: Sequence[ValeRule], path: str, left: Container[str] = ()
) -> tuple[str, list[str]]:
    """Return a rulebook and the ids of the rules in it that are ours now.

    Args:
        style: the name of the style.
        rules: its rules.
        path: of the style's folder, from the rulebook; the rules that stay Vale's are taken from there.
        left: ids of rules that are to stay Vale's.
    """
    named = {identifier(rule.name): rule for rule in rules}
    ours = {name: data for name, rule in named.items() if name not in left and (data := _ours(rule))}
    kept = [name for name in named if name not in ours]
    lines = [f"# The Vale style {style}, as far as it can be said in words; the rest runs as it is.", ""]
    lines += [f"chapter: {style.lower()}", ""]
    if kept:
        lines += [f"extends: [{_quoted(f'vale:{path}')}]", *(f"# - {name}" for name in kept), ""]
    lines.append("rules:" if ours else "rules: {}")
    for name, data in ours.items():
        lines += [f"  {name}:", *(f"    {key}: {_yaml(value)}" for key, value in data.items()), ""]
    return "\n".join(lines).rstrip() + "\n", list(ours)


def _ours(rule: ValeRule) -> Data | None:
    """Return a rule as one of our kinds, None where none of them can say it."""
    if rule.scope != ("text",) or rule.limit or rule.action not in ("", "replace", "remove"):
        return None
    plain = {"tokens", "swap", "ignorecase", "vocab"}
    changed = {k for k, kind in KINDS[rule.kind].items() if k not in plain and rule.keys[k] != EMPTY[kind]}
    made = None
    if rule.kind == "existence":
        made = (None if changed else _banned(rule)) or (_pattern(rule) if not rule.action else None)
    elif rule.kind == "substitution" and not changed:
        made = _preferred(rule)
    if made is None or rule.params:
        return None
    known: Data = {
        "level": rule.level, "why": rule.description or f"{rule.style} says so.", "source": rule.link,
        "quotes": "any",
    }  # fmt: skip
    return {**made, **{key: value for key, value in known.items() if value}}


def _banned(rule: ValeRule) -> Data | None:
    words = _words(rule.keys["tokens"])
    message = _message(rule.message, ("found",))
    if not words or message is None:
        return None
    removing: Data = {"remove": "true"} if rule.action == "remove" else {"fix": "none"}
    good: Data = {"good": ""} if rule.action == "remove" else {}
    return {
        "check": "banned", "words": words, "case": _case(rule), **removing, "message": message,
        "examples": [{"bad": words[0], **good}, {"good": _NEAR_MISS}],
    }  # fmt: skip


def _pattern(rule: ValeRule) -> Data | None:
    """Return a rule for expressions that mean the same with us; a text that they match is its example."""
    keys, message = rule.keys, _message(rule.message, ("found",))
    tokens = [token for token in keys["tokens"] if token.strip()]
    if message is None or any(map(_OTHERWISE.search, (*tokens, *keys["raw"]))) or keys["exceptions"]:
        return None
    raw = "".join(keys["raw"])
    either = f"(?:{'|'.join(tokens)})" if tokens else ""
    either = f"\\b{either}\\b" if tokens and not keys["nonword"] else either
    source = either + raw if keys["append"] else raw + either
    case = not keys["ignorecase"]
    found = next((text for text in _examples(tokens, raw, keys["append"]) if _finds(source, case, text)), "")
    if not found or _finds(source, case, _NEAR_MISS):
        return None
    return {
        "check": "pattern", "pattern": [source], "case": _case(rule), "fix": "none", "message": message,
        "examples": [{"bad": found}, {"good": _NEAR_MISS}],
    }  # fmt: skip


def _examples(tokens: Sequence[str], raw: str, append: bool) -> Iterator[str]:
    """Yield texts of which some expressions may match one."""
    for token in tokens or [""]:
        for text in texts(token.replace(r"\b", "").replace(r"\s", " ")) or ():
            for around in texts(raw.replace(r"\b", "").replace(r"\s", " ")) or ():
                yield (text + around if append else around + text).strip()


def _finds(source: str, case: bool, text: str) -> bool:
    try:
        return any(Pattern(source, case=case).in_text(text))
    except ValueError:
        return False


def _preferred(rule: ValeRule) -> Data | None:
    pairs: dict[str, str] = {}
    for form, right in rule.keys["swap"].items():
        wrong, rights = _words([form]), options(right)
        if not wrong or not rights or not all(map(_PLAIN.fullmatch, rights)):
            return None
        pairs |= dict.fromkeys(wrong, "|".join(rights))
    message = _message(rule.message, ("replacement", "found"))
    check = Preferred(words=pairs, case=_case(rule) == "true")
    single = next((wrong for wrong, right in pairs.items() if "|" not in right), None)
    if not pairs or message is None or single is None or any(check.problems()):
        return None
    return {
        "check": "preferred", "words": pairs, "case": _case(rule), "fix": "unsafe", "message": message,
        "examples": [{"bad": single, "good": pairs[single]}, {"good": _NEAR_MISS}],
    }  # fmt: skip


def _case(rule: ValeRule) -> str:
    return "false" if rule.keys["ignorecase"] else "true"


def _words(expressions: Sequence[str]) -> list[str]:
    """Return all the words that expressions stand for; none where one of them says more than words."""
    found: dict[str, None] = {}
    for expression in expressions:
        said = texts(expression)
        if said is None or not all(map(_PLAIN.fullmatch, said)):
            return []
        found |= dict.fromkeys(said)
    return list(found)


def _message(template: str, names: Sequence[str]) -> str | None:
    """Return a message with our names for the verbs of Go, None where there are others."""
    if "{" in template or re.sub(_VERB, "", template).count("%"):
        return None
    at = iter(names)

    def named(found: re.Match[str]) -> str:
        if found[0] == "%%":
            return "%"
        number = int(found[0][2]) if found[0] != "%s" else 0
        name = (names[number - 1] if number <= len(names) else "") if number else next(at, "")
        return f"{{{name}}}" if name else ""

    return _VERB.sub(named, template)


def _yaml(value: object) -> str:
    """Return a value as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(str(k))}: {_yaml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_yaml, value)) + "]"
    text = str(value)
    return text if text in ("true", "false") or re.fullmatch(r"[a-z]+", text) else _quoted(text)


def _quoted(text: str) -> str:
    from stylelint.text import fold

    if re.fullmatch(r"[^\W\d_][\w-]*", text) and fold(text).lower() not in ("off", "on", "yes", "no", "null"):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
