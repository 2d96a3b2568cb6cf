"""The kind `spelling`: words that no dictionary has."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from stylelint.compat.vale.context import Context
from stylelint.compat.vale.dictionary import MOST, Dictionary, opened, slips
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Kind, State
from stylelint.compat.vale.rule import ValeRule
from stylelint.compat.vale.words import words
from stylelint.errors import UserError

_SKIPPED = re.compile(r"[A-Z][a-z]+[A-Z]+\w+|[^\w']|\d")
_OFFERS = 500
"""For so many different words is something offered: it takes about 10 ms each."""
_PLAIN = str.maketrans("‘’", "''")


class Spelling(Kind):
    """Looks up each word that is no name of a program, no abbreviation in capitals and no number."""

    def __init__(self, rule: ValeRule, context: Context) -> None:
        super().__init__(rule, context)
        keys = rule.keys
        self.filters = [context.pattern(rule, source) for source in keys["filters"]]
        bounded = [rf"\b{term}\b" for term in (*keys["exceptions"], *context.accepted)]
        self.accepted = context.pattern(rule, f"(?i){'|'.join(bounded)}") if bounded else None
        self.phrases = context.phrases(rule, True)
        self.dictionaries = _dictionaries(rule, context)
        self.ignored = _ignored(rule, context)
        self._known: dict[str, bool] = {}
        self._offers: dict[str, tuple[str, ...]] = {}

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        shown = text
        for start, end in self.phrases.spans(text) if self.phrases else ():
            shown = shown[:start] + " " * (end - start) + shown[end:]
        found = []
        for said, start in words(shown):
            word = said.translate(_PLAIN)
            if word not in self._known:
                self._known[word] = self._right(word)
            if not self._known[word]:
                found.append((start, start + len(said), self.said(word, [word], self._offered(word))))
        return found

    def _offered(self, word: str) -> tuple[str, ...] | None:
        """Return words of the dictionaries that are one slip away; names are left alone."""
        if (
            self.rule.action != "suggest"
            or word[:1].isupper()
            or self.rule.params[:1] not in ((), ("spellings",))
        ):
            return None
        if word not in self._offers:
            if len(self._offers) >= _OFFERS:
                return None
            near = (one for one in slips(word) if any(book.has(one) for book in self.dictionaries))
            self._offers[word] = tuple(islice(near, MOST))
        return self._offers[word]

    def _right(self, word: str) -> bool:
        if not self.rule.keys["custom"] and (word[-1].isupper() or _SKIPPED.search(word)):
            return True
        if any(one.search(word) for one in self.filters) or word.casefold() in self.ignored:
            return True
        if any(book.has(word) for book in self.dictionaries):
            return True
        return self.accepted is not None and self.accepted.search(word)


def _dictionaries(rule: ValeRule, context: Context) -> list[Dictionary]:
    """Open the dictionaries that a rule names, or the one of American English."""
    keys = rule.keys
    if keys["aff"] and keys["dic"]:
        pair = [_asset(context, keys[key], ("", "config/dictionaries")) for key in ("aff", "dic")]
        if pair[0] and pair[1]:
            return [opened(str(pair[1]), str(pair[0]))]
    folders = _folders(keys["dicpath"], context, rule)
    named = [_named(name, folders, rule) for name in keys["dictionaries"]]
    if named:
        return [*named, opened("")] if keys["append"] else named
    every = [path for folder in folders for path in sorted(folder.glob("*.dic"))] if not rule.path else []
    return [opened(""), *(opened(str(path)) for path in every)]


def _named(name: str, folders: list[Path], rule: ValeRule) -> Dictionary:
    """Open a dictionary by its name."""
    found = next((folder / f"{name}.dic" for folder in folders if (folder / f"{name}.dic").is_file()), None)
    if found is None:
        where = ", ".join(map(str, folders))
        raise UserError(f"{rule.name}: no dictionary “{name}.dic” in {where}", rule.path, 1, 1)
    return opened(str(found))


def _folders(dicpath: str, context: Context, rule: ValeRule) -> list[Path]:
    shared = os.environ.get("DICPATH")
    if not dicpath:
        own = [path / "config" / "dictionaries" for path in context.paths]
        return [*own, Path(shared)] if shared and rule.keys["dictionaries"] else own
    tried = [*(path / dicpath for path in context.paths), Path(dicpath)]
    found = [path for path in tried if path.is_dir()]
    if not found:
        raise UserError(f"{rule.name}: “dicpath” names no folder: {dicpath}", rule.path, 1, 1)
    return found[:1]


def _asset(context: Context, name: str, folders: tuple[str, ...]) -> Path | None:
    tried = (path / folder / name for path in context.paths for folder in folders)
    return next((path for path in tried if path.is_file()), None)


def _ignored(rule: ValeRule, context: Context) -> frozenset[str]:
    """Return the words of the lists that a rule names; of Vale's own, of all in `config/ignore`."""
    files: list[Path] = []
    if not rule.path:
        files = [
            file for path in context.paths for file in sorted((path / "config" / "ignore").rglob("*.txt"))
        ]
    for name in rule.keys["ignore"]:
        tried = [Path(name), *(path / name for path in context.paths)]
        tried += [path / "config" / "ignore" / name for path in context.paths]
        files += [path for path in tried if path.is_file()][:1]
    found: set[str] = set()
    for file in files:
        found.update(line.strip().casefold() for line in file.read_text("utf-8").splitlines() if line.strip())
    return frozenset(found)
