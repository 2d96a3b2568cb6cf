"""A `.vale.ini`: which styles and rules hold for which drafts, and what is left out of these."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from stylelint.compat.vale.globs import fits
from stylelint.compat.vale.ini import Entry, Sections, listed, parse
from stylelint.compat.vale.keys import LEVELS
from stylelint.errors import UserError
from stylelint.text import did_you_mean

NAMES = (".vale.ini", "_vale.ini", "vale.ini", ".vale", "_vale")
"""Files that Vale looks for, in each folder upward."""

CORE = (
    "StylesPath", "MinAlertLevel", "Packages", "Vocab", "IgnoredScopes", "SkippedScopes", "IgnoredClasses",
    "WordTemplate", "NLPEndpoint",
)  # fmt: skip
SYNTAX = (
    "BasedOnStyles", "BlockIgnores", "IgnorePatterns", "TokenIgnores", "CommentDelimiters", "Transform",
    "Lang",
    "View",
)  # fmt: skip
_NOT_RUN = {
    "NLPEndpoint": "no other program is asked about sentences",
    "Transform": "XML is not transformed",
    "View": "data files are not read by views",
}


@dataclass(frozen=True)
class Section:
    """What holds for the drafts that a glob fits.

    Attributes:
        glob: "*" for all.
        styles: the styles; None where the section names none.
        rules: `Style.Rule` → whether it is on.
        blocks, tokens: expressions of what is left out.
        comment: what begins and ends a comment in these drafts; () for HTML's.
    """

    glob: str
    styles: tuple[str, ...] | None = None
    rules: Mapping[str, bool] = field(default_factory=dict)
    blocks: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    comment: tuple[str, ...] = ()


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
        levels: `Style.Rule` or `Style` → level.
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
    levels: Mapping[str, str] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    not_run: tuple[str, ...] = ()

    def _fitting(self, path: str) -> Iterator[Section]:
        ends = {
            path.replace(os.sep, "/"),
            os.path.relpath(path, self.base).replace(os.sep, "/") if path else "",
        }
        for section in self.sections:
            if section.glob == "*" or any(fits(section.glob, end) for end in ends):
                yield section

    def styles_of(self, path: str) -> tuple[str, ...]:
        """Return the styles that hold for a draft: those of the last section that fits and names some."""
        found: tuple[str, ...] = ()
        for section in self._fitting(path):
            found = found if section.styles is None else section.styles
        return found

    def runs(self, path: str, name: str) -> bool:
        """Tell whether a rule is run on a draft."""
        style = name.partition(".")[0]
        sections = list(self._fitting(path))
        for group in (sections[1:], sections[:1]) if sections and sections[0].glob == "*" else (sections, []):
            said = None
            for section in group:
                said = section.rules.get(name, section.rules.get(style, said))
            if said is not None:
                return said
        return style in self.styles_of(path)

    def left_out(self, path: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Return the expressions of blocks and words left out of a draft, and its marks of comments."""
        sections = list(self._fitting(path))
        comment = next((s.comment for s in reversed(sections) if s.comment), ())
        return (
            tuple(b for s in sections for b in s.blocks),
            tuple(t for s in sections for t in s.tokens),
            comment,
        )

    @property
    def wanted(self) -> tuple[str, ...]:
        """The names of all styles and single rules that some section asks for."""
        names = [s for section in self.sections for s in section.styles or ()]
        return tuple(
            dict.fromkeys([*names, *(r for one in self.sections for r, on in one.rules.items() if on)])
        )


def find(start: Path) -> Path | None:
    """Return the nearest configuration of Vale: where `VALE_CONFIG_PATH` says, or upward from a folder."""
    named = os.environ.get("VALE_CONFIG_PATH")
    if named:
        return Path(named)
    start = start.absolute()
    found = (folder / name for folder in (start, *start.parents) for name in NAMES)
    return next((path for path in found if path.is_file()), None)


def read(path: Path) -> ValeConfig:
    """Read a configuration of Vale and those of its packages, which it builds on.

    Raises:
        UserError: it cannot be read, or says something that Vale refuses, too.
    """
    sections = _sections(path)
    core = sections[""]
    styles = tuple(_styles_paths(core, path))
    for folder in styles:
        for package in sorted((folder / ".vale-config").glob("*.ini")):
            sections = _merged(_sections(package), sections)
    for key, entry in sections[""].items():
        if key not in CORE:
            near = f"{key} belongs under a glob such as [*.md]" if key in SYNTAX else f"no setting “{key}”"
            if key in SYNTAX:
                raise UserError(near, str(path), entry.line, 1)
    return _made(path, sections, styles)


def _sections(path: Path) -> Sections:
    try:
        return parse(path.read_text("utf-8"), str(path))
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror or error}", str(path)) from None
    except UnicodeDecodeError:
        raise UserError("this is not UTF-8", str(path)) from None


def _merged(below: Sections, above: Sections) -> Sections:
    """Lay one configuration over another: lists grow, the later of single values counts."""
    made = {name: dict(keys) for name, keys in below.items()}
    for name, keys in above.items():
        held = made.setdefault(name, {})
        for key, entry in keys.items():
            old = held.get(key)
            held[key] = Entry((*old.values, *entry.values), entry.line) if old else entry
    made[""].pop("Packages", None)
    return made


def _styles_paths(core: Mapping[str, Entry], path: Path) -> Iterator[Path]:
    for value in core["StylesPath"].values if "StylesPath" in core else ():
        folder = path.absolute().parent / os.path.expanduser(value)
        if not folder.is_dir():
            raise UserError(f"there is no folder “{value}”", str(path), core["StylesPath"].line, 1)
        yield folder
    named = os.environ.get("VALE_STYLES_PATH")
    if named and Path(named).is_dir():
        yield Path(named)


def _made(path: Path, sections: Sections, styles: Sequence[Path]) -> ValeConfig:
    core = sections[""]
    levels: dict[str, str] = {}
    names = ["*", *(name for name in sections if name not in ("", "*", "formats", "asciidoctor"))]
    made = tuple(_section(name, sections.get(name, {}), levels, path) for name in names)
    level = core["MinAlertLevel"].values[-1] if "MinAlertLevel" in core else "suggestion"
    if level not in LEVELS:
        raise UserError(
            f"MinAlertLevel must be suggestion, warning or error, not “{level}”",
            str(path),
            core["MinAlertLevel"].line,
            1,
        )
    words = [_words(vocab, styles, path, core["Vocab"].line) for vocab in listed(core.get("Vocab"))]
    said = [key for name in names for key in sections.get(name, {}) if key in _NOT_RUN] + [
        k for k in core if k in _NOT_RUN
    ]
    return ValeConfig(
        str(path), path.absolute().parent, tuple(styles), level,
        tuple(dict.fromkeys(w for accepted, _ in words for w in accepted)),
        tuple(dict.fromkeys(w for _, rejected in words for w in rejected)),
        listed(core.get("IgnoredScopes")), listed(core.get("SkippedScopes")),
        listed(core.get("IgnoredClasses")),
        core["WordTemplate"].values[-1] if "WordTemplate" in core else "",
        {key: entry.values[-1] for key, entry in sections.get("formats", {}).items()}, levels, made,
        tuple(f"{key}: {_NOT_RUN[key]}" for key in dict.fromkeys(said)),
    )  # fmt: skip


def _section(name: str, keys: Mapping[str, Entry], levels: dict[str, str], path: Path) -> Section:
    try:
        fits(name, "")
    except ValueError as error:
        raise UserError(str(error), str(path)) from None
    rules = {}
    for key, entry in keys.items():
        if key in CORE:
            raise UserError(f"“{key}” belongs above all sections", str(path), entry.line, 1)
        if key in SYNTAX:
            continue
        said = entry.values[-1]
        if said not in ("YES", "NO", *LEVELS):
            known = ("YES", "NO", *LEVELS)
            raise UserError(
                f"“{key}” cannot be “{said}”{did_you_mean(said, known)}", str(path), entry.line, 1
            )
        rules[key] = said != "NO"
        if said in LEVELS:
            levels[key] = said
    comment = listed(keys.get("CommentDelimiters"))
    if comment and len(comment) != 2:
        line = keys["CommentDelimiters"].line
        raise UserError("CommentDelimiters must be two marks with a comma between them", str(path), line, 1)
    return Section(
        name, listed(keys["BasedOnStyles"]) if "BasedOnStyles" in keys else None, rules,
        listed(keys.get("BlockIgnores")) + listed(keys.get("IgnorePatterns")),
        listed(keys.get("TokenIgnores")), comment,
    )  # fmt: skip


def _words(vocab: str, styles: Sequence[Path], path: Path, line: int) -> tuple[list[str], list[str]]:
    """Return the accepted and the rejected words of a vocabulary."""
    for folder in styles:
        for place in (folder / "config" / "vocabularies" / vocab, folder / "Vocab" / vocab):
            if place.is_dir():
                return _list(place, "accept.txt"), _list(place, "reject.txt")
    raise UserError(
        f"there is no vocabulary “{vocab}” in config/vocabularies of the styles path", str(path), line, 1
    )


def _list(folder: Path, name: str) -> list[str]:
    found = []
    for file in sorted(folder.rglob(name)):
        lines = (line.strip() for line in file.read_text("utf-8-sig").splitlines())
        found += [line for line in lines if line and not line.startswith("# ")]
    return found
