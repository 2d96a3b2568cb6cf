"""The rules that Vale has without any style: of spelling, of the vocabularies and of repetition."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from stylelint.compat.vale.config import ValeConfig
from stylelint.compat.vale.keys import DEFAULTS, EMPTY, KINDS
from stylelint.compat.vale.rule import ValeRule, with_params

NAMES = ("Spelling", "Terms", "Avoid", "Repetition")


def builtin(name: str, config: ValeConfig) -> ValeRule | None:
    """Return one of Vale's own rules; None where the vocabularies hold no word for it, or it is none."""
    short = name.removeprefix("Vale.")
    if short == "Spelling":
        return _made(name, "spelling", "Did you really mean '%s'?", config, {}, "suggest", ("spellings",))
    if short == "Repetition":
        keys = {"ignorecase": True, "alpha": True, "tokens": (r"[^\s.!?]+",)}
        return _made(name, "repetition", "'%s' is repeated!", config, keys, "edit", ("truncate", " "))
    if short == "Terms" and config.accepted:
        keys = {"ignorecase": True, "swap": _spellings(config.accepted), "vocab": False}
        return _made(name, "substitution", "Use '%s' instead of '%s'.", config, keys, "", ())
    if short == "Avoid" and config.rejected:
        # A flag at the head of a word holds for that word alone.
        alone = tuple(f"(?:{word})" for word in config.rejected)
        return _made(name, "existence", "Avoid using '%s'.", config, {"tokens": alone}, "", ())
    return None


def _spellings(words: Iterable[str]) -> dict[str, str]:
    """Return words with how they are written; of those that differ in case alone, each is right."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word.lower(), []).append(word)
    return {spellings[0]: "|".join(spellings) for spellings in found.values()}


def _made(
    name: str,
    kind: str,
    message: str,
    config: ValeConfig,
    keys: dict[str, Any],
    action: str,
    params: tuple[str, ...],
) -> ValeRule:
    every = {key: DEFAULTS.get(key, EMPTY[wanted]) for key, wanted in KINDS[kind].items()}
    rule = ValeRule(name, kind, "error", message, action=action, params=params, keys=every | keys)
    given = config.params.get(name)
    return with_params(rule, given, config.path) if given else rule
