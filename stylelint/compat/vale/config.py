"""What a configuration of Vale says: which rules run on which drafts, how grave, and what is left out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from stylelint.compat.vale.globs import fits
from stylelint.compat.vale.ini import Entry
from stylelint.compat.vale.keys import LEVELS
from stylelint.compat.vale.views import View


@dataclass(frozen=True)
class Section:
    """What holds for the drafts that a glob fits.

    Attributes:
        glob: "*" for all.
        styles: the styles; None where the section names none.
        rules: `Style.Rule` or `Style` → YES, NO or a level.
        blocks, tokens: expressions of what is left out.
        comment: what begins and ends a comment in these drafts; () for HTML's.
        view: what finds the texts in data files; None for no view.
    """

    glob: str
    styles: tuple[str, ...] | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
    blocks: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    comment: tuple[str, ...] = ()
    view: View | None = None


@dataclass(frozen=True)
class ValeConfig:
    """A configuration of Vale.

    Attributes:
        path: the file; "" where there is none.
        base: its folder.
        styles_paths: folders with styles, the first that has one wins.
        min_level: what is lighter is not told.
        accepted, rejected: the words of the vocabularies.
        ignored, skipped, classes: tags whose text is masked, tags that are left out, classes of both.
        template: how tokens become an expression; "" for Vale's own way.
        formats: suffix → the suffix that it is read as.
        params: `Style.Rule` → its keys that have another value than its file says, and where that is said.
        sections: in the order of the file, "*" first.
        not_run: settings that have no effect here, with the reason.
    """

    path: str = ""
    base: Path = field(default_factory=Path)
    styles_paths: tuple[Path, ...] = ()
    min_level: str = "suggestion"
    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    template: str = ""
    formats: Mapping[str, str] = field(default_factory=dict)
    params: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    not_run: tuple[str, ...] = ()

    def _fitting(self, path: str) -> list[Section]:
        ends = {
            path.replace(os.sep, "/"),
            os.path.relpath(path, self.base).replace(os.sep, "/") if path else "",
        }
        return [one for one in self.sections if one.glob == "*" or any(fits(one.glob, end) for end in ends)]

    def styles_of(self, path: str) -> tuple[str, ...]:
        """Return the styles that hold for a draft: those of the last section that fits and names some."""
        found: tuple[str, ...] = ()
        for section in self._fitting(path):
            found = found if section.styles is None else section.styles
        return found

    def runs(self, path: str, name: str) -> bool:
        """Tell whether a rule is run on a draft."""
        sections, style = self._fitting(path), name.partition(".")[0]
        globs = {key: said for one in sections if one.glob != "*" for key, said in one.rules.items()}
        every = next((one.rules for one in sections if one.glob == "*"), {})
        for rules in (globs, every):
            said = rules.get(name) or rules.get(style)
            if said:
                return said != "NO"
        return style in self.styles_of(path)

    def level(self, path: str, name: str) -> str:
        """Return how grave a rule is in a draft; "" where its file says it."""
        return _level(self._fitting(path), name)

    def gravest(self, name: str) -> str:
        """Return how grave a rule is at most where a section says it; "" where none does."""
        said = {_level([section], name) for section in self.sections} - {""}
        return max(said, key=LEVELS.index) if said else ""

    def told(self, path: str, name: str, level: str) -> bool:
        """Tell whether a rule runs on a draft and is grave enough, given what its file says of that."""
        grave = self.level(path, name) or level
        return LEVELS.index(grave) >= LEVELS.index(self.min_level) and self.runs(path, name)

    def left_out(self, path: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Return the expressions of blocks and words left out of a draft, and its marks of comments."""
        sections = self._fitting(path)
        comment = next((s.comment for s in reversed(sections) if s.comment), ())
        return (
            tuple(b for s in sections for b in s.blocks),
            tuple(t for s in sections for t in s.tokens),
            comment,
        )

    def view(self, path: str) -> View | None:
        """Return the view of a data file: that of the last section that fits and names one."""
        return next((one.view for one in reversed(self._fitting(path)) if one.view), None)

    @property
    def wanted(self) -> Iterator[str]:
        """The names of all styles and single rules that some section asks for."""
        names = [s for section in self.sections for s in section.styles or ()]
        names += [
            # A style that is only given a level is not asked for by that.
            rule
            for one in self.sections
            for rule, said in one.rules.items()
            if said != "NO" and "." in rule
        ]
        return iter(dict.fromkeys(names))


def _level(sections: list[Section], name: str) -> str:
    for key in (name, name.partition(".")[0]):
        said = [one.rules[key] for one in sections if one.rules.get(key) in LEVELS]
        if said:
            return said[-1]
    return ""
