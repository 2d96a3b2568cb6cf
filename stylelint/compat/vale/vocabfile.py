"""Vocabularies in one file of YAML: `vocab.yml`, with words under `accept` and `reject`.

A word is one to the letter, unless `regex: true` stands beside it; with `ignorecase: true` its case does not
matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from stylelint.errors import UserError
from stylelint.rulebook import nodes
from stylelint.text import did_you_mean

KEYS = ("accept", "reject", "affix")
OPTIONS = ("flags", "ignorecase", "regex")
_SIGN = re.compile(r"[\\.+*?()|\[\]{}^$]")


class Entries(NamedTuple):
    """What a file holds.

    Attributes:
        accepted, rejected: expressions.
        endings: whether it has words with affixes of a dictionary, which are not read here.
    """

    accepted: list[str]
    rejected: list[str]
    endings: bool


def read(path: Path) -> Entries:
    """Read a file.

    Raises:
        UserError: it cannot be read, or says something that is not known.
    """
    try:
        root = nodes.parse(path.read_bytes(), str(path), "a vocabulary has “accept:” or “reject:”")
    except OSError as error:
        raise UserError(error.strerror or str(error), str(path)) from None
    fields = nodes.mapping(root, "a vocabulary")
    for key, field in fields.items():
        if key not in KEYS:
            said = f"a vocabulary has no key “{key}”{did_you_mean(key, KEYS)}"
            raise nodes.problem(field.key, said)
    told = {
        name: list(_entries(fields[name].value)) if name in fields else [] for name in ("accept", "reject")
    }
    made = {name: [_pattern(word, options) for word, options in entries] for name, entries in told.items()}
    flagged = any("flags" in options for entries in told.values() for _, options in entries)
    return Entries(made["accept"], made["reject"], flagged or "affix" in fields)


def _entries(node: Any) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the words of a list or a mapping with their options."""
    if node.id == "mapping":
        for word, field in nodes.mapping(node, "words").items():
            yield word, _options(field.value)
        return
    for one in nodes.items(node, "a list of words") if node.id != "scalar" or node.value else ():
        if one.id == "scalar":
            yield nodes.word(one, "a word"), {}
            continue
        fields = nodes.mapping(one, "a word with options")
        names = [name for name in fields if name not in OPTIONS]
        if len(names) != 1:
            raise nodes.problem(one, f"expected one word, and beside it {', '.join(OPTIONS)} if any")
        own = fields.pop(names[0]).value
        given = {name: nodes.word(field.value, f"a value of “{name}”") for name, field in fields.items()}
        if own.id == "scalar" and own.value:
            yield own.value, given
        else:
            yield names[0], given | _options(own)


def _options(node: Any) -> dict[str, str]:
    if node.id == "scalar" and not node.value:
        return {}
    fields = nodes.mapping(node, "options of a word")
    for name, field in fields.items():
        if name not in OPTIONS:
            raise nodes.problem(field.key, f"a word has no option “{name}”{did_you_mean(name, OPTIONS)}")
    return {name: nodes.word(field.value, f"a value of “{name}”") for name, field in fields.items()}


def _pattern(word: str, options: dict[str, str]) -> str:
    said = word if _true(options, "regex") else _SIGN.sub(r"\\\g<0>", word)
    return f"(?i){said}" if _true(options, "ignorecase") else said


def _true(options: dict[str, str], name: str) -> bool:
    return options.get(name, "").lower() == "true"
