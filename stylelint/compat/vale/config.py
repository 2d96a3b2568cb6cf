"""What a configuration of Vale says: which rules run on which drafts, how grave, and what is left out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
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
        transform: the stylesheet that makes HTML of XML; None for no XML.
    """

    glob: str
    styles: tuple[str, ...] | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
    blocks: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    comment: tuple[str, ...] = ()
    view: View | None = None
    transform: Path | None = None


class Here:
    """What the sections that fit a draft say together.

    Args:
        sections: in the order of the file.
        min_level: what is lighter is not told.
    """

    def __init__(self, sections: Sequence[Section], min_level: str) -> None:
        self.sections, self._least = sections, LEVELS.index(min_level)
        self._told: dict[tuple[str, str], bool] = {}
        self._levels: dict[str, str] = {}

    @cached_property
    def styles(self) -> tuple[str, ...]:
        """The styles that hold: those of the last section that names some."""
        return next((one.styles for one in reversed(self.sections) if one.styles is not None), ())

    @cached_property
    def left_out(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The expressions of blocks and words left out, and the marks of comments."""
        comment = next((one.comment for one in reversed(self.sections) if one.comment), ())
        return (
            tuple(block for one in self.sections for block in one.blocks),
            tuple(token for one in self.sections for token in one.tokens),
            comment,
        )

    @cached_property
    def view(self) -> View | None:
        """The view of data files: that of the last section that names one."""
        return next((one.view for one in reversed(self.sections) if one.view), None)

    @cached_property
    def transform(self) -> Path | None:
        """The stylesheet of XML: that of the last section that names one."""
        return next((one.transform for one in reversed(self.sections) if one.transform), None)

    def runs(self, name: str) -> bool:
        """Tell whether a rule is run."""
        style = name.partition(".")[0]
        globs = {key: said for one in self.sections if one.glob != "*" for key, said in one.rules.items()}
        every = next((one.rules for one in self.sections if one.glob == "*"), {})
        for rules in (globs, every):
            said = rules.get(name) or rules.get(style)
            if said:
                return said != "NO"
        return style in self.styles

    def level(self, name: str) -> str:
        """Return how grave a rule is; "" where its file says it."""
        if name not in self._levels:
            self._levels[name] = _level(self.sections, name)
        return self._levels[name]

    def told(self, name: str, level: str) -> bool:
        """Tell whether a rule runs and is grave enough, given what its file says of that."""
        key = name, level
        if key not in self._told:
            grave = LEVELS.index(self.level(name) or level)
            self._told[key] = grave >= self._least and self.runs(name)
        return self._told[key]


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
        attributes: of AsciiDoc, as `[asciidoctor]` sets them.
        sphinx: directives that hold code, and roles that hold prose, as `[sphinx]` names them.
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
    attributes: Mapping[str, str] = field(default_factory=dict)
    sphinx: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    params: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    not_run: tuple[str, ...] = ()
    _known: dict[tuple[int, ...], Here] = field(default_factory=dict, compare=False, repr=False)

    def here(self, path: str) -> Here:
        """Return what holds for a draft: the same for all drafts that the same sections fit."""
        ends = {
            path.replace(os.sep, "/"),
            os.path.relpath(path, self.base).replace(os.sep, "/") if path else "",
        }
        fitting = tuple(
            index
            for index, one in enumerate(self.sections)
            if one.glob == "*" or any(fits(one.glob, end) for end in ends)
        )
        if fitting not in self._known:
            self._known[fitting] = Here([self.sections[index] for index in fitting], self.min_level)
        return self._known[fitting]

    def gravest(self, name: str) -> str:
        """Return how grave a rule is at most where a section says it; "" where none does."""
        said = {_level([section], name) for section in self.sections} - {""}
        return max(said, key=LEVELS.index) if said else ""

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


def _level(sections: Sequence[Section], name: str) -> str:
    for key in (name, name.partition(".")[0]):
        said = [one.rules[key] for one in sections if one.rules.get(key) in LEVELS]
        if said:
            return said[-1]
    return ""
