"""Finds and reads configurations of Vale, those that they build on included."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from stylelint.compat.vale.builtin import NAMES
from stylelint.compat.vale.config import Section, ValeConfig
from stylelint.compat.vale.globs import fits
from stylelint.compat.vale.ini import Entry, Sections, listed, parse
from stylelint.compat.vale.keys import LEVELS
from stylelint.compat.vale.styles import Styles
from stylelint.compat.vale.views import load
from stylelint.compat.vale.vocabulary import not_read, vocabulary
from stylelint.errors import UserError
from stylelint.text import did_you_mean

CORE = (
    "StylesPath", "MinAlertLevel", "Packages", "Vocab", "IgnoredScopes", "SkippedScopes", "IgnoredClasses",
    "WordTemplate", "NLPEndpoint",
)  # fmt: skip
SYNTAX = (
    "BasedOnStyles", "BlockIgnores", "IgnorePatterns", "TokenIgnores", "CommentDelimiters", "Transform",
    "Lang", "View",
)  # fmt: skip
_NOT_RUN = {
    "NLPEndpoint": "no other program is asked about sentences",
    "Lang": "sentences are told as in English",
}
_NOT_READ = {
    ".xml": "XML without a Transform", ".typ": "Typst",
}  # fmt: skip
_NO_GLOBS = ("", "*", "formats", "asciidoctor", "sphinx")
"""Names of sections that are for no drafts, and of the one for all."""

_PARAM = re.compile(r"([^\[\]]+\.[^\[\]]+)\[([^\[\]]+)\]")


def users() -> Path | None:
    """Return the user's own configuration, which lies under that of every project."""
    folder = _folder("XDG_CONFIG_HOME", ".config")
    path = folder / "vale" / ".vale.ini" if folder else None
    return path if path and path.is_file() else None


def _home() -> list[Path]:
    try:
        return [Path.home()]
    except RuntimeError:
        return []


def _folder(variable: str, below: str) -> Path | None:
    """Return the folder of the system for such files: in it, Vale has one of its own."""
    if os.name == "nt":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else None
    home = _home()
    if sys.platform == "darwin":
        return home[0] / "Library/Application Support" if home else None
    named = os.environ.get(variable)
    return Path(named) if named else home[0] / below if home else None


def read(path: Path) -> ValeConfig:
    """Read a configuration of Vale and what it builds on: its packages, and the user's own.

    Raises:
        UserError: it cannot be read, or says something that Vale refuses, too.
    """
    sections, own = _sections(path), users()
    below = _sections(own) if own and own.absolute() != path.absolute() else {"": {}}
    shared = [*_default_styles(), *(_styles_paths(below[""], own) if own else ())]
    styles = list(dict.fromkeys([*shared, *_styles_paths(sections[""], path)]))
    sections = _merged(below, sections)
    for folder in styles[-1:]:
        for package in sorted((folder / ".vale-config").glob("*.ini"), reverse=True):
            sections = _merged(_sections(package), sections)
    for key, entry in sections[""].items():
        if key in SYNTAX:
            raise UserError(f"{key} belongs under a glob such as [*.md]", str(path), entry.line, 1)
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


def _default_styles() -> Iterator[Path]:
    """Yield the folder of styles that is there for every project."""
    named = os.environ.get("VALE_STYLES_PATH")
    folder = _folder("XDG_DATA_HOME", ".local/share")
    path = Path(named) if named else folder / "vale" / "styles" if folder else None
    if path and path.is_dir():
        yield path.absolute()


def _styles_paths(core: Mapping[str, Entry], path: Path) -> Iterator[Path]:
    for value in core["StylesPath"].values if "StylesPath" in core else ():
        folder = path.absolute().parent / os.path.expanduser(value)
        if not folder.is_dir():
            raise UserError(f"there is no folder “{value}”", str(path), core["StylesPath"].line, 1)
        yield folder


def _made(path: Path, sections: Sections, styles: Sequence[Path]) -> ValeConfig:
    core, where = sections[""], str(path)
    params: dict[str, dict[str, Entry]] = {}
    said: list[str] = []
    names = ["*", *(name for name in sections if name not in _NO_GLOBS)]
    made = tuple(_section(name, sections.get(name, {}), params, said, where) for name in names)
    made = tuple(_with_view(one, sections.get(one.glob, {}).get("View"), styles, said, where) for one in made)
    said += [line for one in made if one.glob != "*" for line in _formats(one)]
    said += [line for one in made for line in _unknown(one, Styles(styles))]
    level = core["MinAlertLevel"].values[-1] if "MinAlertLevel" in core else "suggestion"
    if level not in LEVELS:
        line = core["MinAlertLevel"].line
        raise UserError(f"MinAlertLevel must be suggestion, warning or error, not “{level}”", where, line, 1)
    words = [vocabulary(name, styles, where, core["Vocab"].line) for name in listed(core.get("Vocab"))]
    said += [line for name in listed(core.get("Vocab")) for line in not_read(name, styles)]
    said += [f"{key}: {_NOT_RUN[key]}" for key in core if key in _NOT_RUN]
    said += [f"{key}: Vale has no such setting{did_you_mean(key, CORE)}" for key in core if key not in CORE]
    return ValeConfig(
        where, path.absolute().parent, tuple(styles), level,
        tuple(dict.fromkeys(word for accepted, _ in words for word in accepted)),
        tuple(dict.fromkeys(word for _, rejected in words for word in rejected)),
        listed(core.get("IgnoredScopes")), listed(core.get("SkippedScopes")),
        listed(core.get("IgnoredClasses")),
        core["WordTemplate"].values[-1] if "WordTemplate" in core else "",
        _plain(sections, "formats"), _plain(sections, "asciidoctor"), _sphinx(sections), params, made,
        tuple(dict.fromkeys(said)),
    )  # fmt: skip


def _plain(sections: Sections, name: str) -> dict[str, str]:
    """Return the keys of a section that is for no drafts, with their last values."""
    return {key: entry.values[-1] for key, entry in sections.get(name, {}).items()}


def _sphinx(sections: Sections) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the directives and roles that a section for Sphinx names."""
    held = sections.get("sphinx", {})
    return listed(held.get("CodeDirectives")), listed(held.get("ProseRoles"))


def _section(
    name: str, keys: Mapping[str, Entry], params: dict[str, dict[str, Entry]], said: list[str], path: str
) -> Section:
    """Return a section; gather in `params` and `said` what does not belong to it alone."""
    try:
        fits(name, "")
    except ValueError as error:
        raise UserError(str(error), path) from None
    rules: dict[str, str] = {}
    for key, entry in keys.items():
        if key in CORE:
            raise UserError(f"“{key}” belongs above all sections", path, entry.line, 1)
        param = _PARAM.fullmatch(key)
        if param:
            params.setdefault(param[1], {})[param[2].lower()] = entry
        elif (key in _NOT_RUN and key != "Lang") or (key == "Lang" and entry.values[-1][:2] != "en"):
            said.append(f"{key}: {_NOT_RUN[key]}")
        elif key not in SYNTAX:
            rules[key] = _setting(key, entry.values[-1], said)
    comment = listed(keys.get("CommentDelimiters"))
    if comment and len(comment) != 2:
        line = keys["CommentDelimiters"].line
        raise UserError("CommentDelimiters must be two marks with a comma between them", path, line, 1)
    return Section(
        name, listed(keys["BasedOnStyles"]) if "BasedOnStyles" in keys else None, rules,
        listed(keys.get("BlockIgnores")) + listed(keys.get("IgnorePatterns")),
        listed(keys.get("TokenIgnores")), comment, transform=_transform(keys.get("Transform"), path),
    )  # fmt: skip


def _transform(entry: Entry | None, path: str) -> Path | None:
    """Return the stylesheet that a section names, from the folder of the configuration."""
    if entry is None:
        return None
    sheet = Path(path).absolute().parent / os.path.expanduser(entry.values[-1])
    if not sheet.is_file():
        raise UserError(f"there is no stylesheet “{entry.values[-1]}”", path, entry.line, 1)
    return sheet


def _formats(section: Section) -> Iterator[str]:
    """Yield a line for each format that a section is for and that is not read here."""
    on = section.styles or any(said != "NO" for said in section.rules.values())
    for suffix, name in _NOT_READ.items():
        if on and not section.transform and fits(section.glob.rpartition("/")[2], f"x{suffix}"):
            yield f"[{section.glob}]: {name} is not read, and passed over in folders"


def _unknown(section: Section, styles: Styles) -> Iterator[str]:
    """Yield a line for each rule and style that a section names and that is nowhere."""
    for name, said in section.rules.items():
        style, _, rest = name.partition(".")
        if style == "Vale":
            if rest and rest not in NAMES:
                yield f"{name} = {said}: Vale has no such rule of its own{did_you_mean(rest, NAMES)}"
        elif not (styles.file(name) if rest else styles.folder(name)):
            yield f"{name} = {said}: there is no such {'rule' if rest else 'style'} in the styles path"


def _with_view(
    section: Section, entry: Entry | None, styles: Sequence[Path], said: list[str], path: str
) -> Section:
    """Return a section with the view that it names."""
    if entry is None:
        return section
    view = load(entry.values[-1], styles, path, entry.line)
    if not view.scopes:
        said.append(f"View = {entry.values[-1]}: views by {view.engine} are not read")
    return replace(section, view=view)


def _setting(key: str, value: str, said: list[str]) -> str:
    """Return what a section says of a rule; Vale takes everything that it does not know for NO."""
    known = ("YES", "NO", *LEVELS)
    if value in known:
        return value
    said.append(f"{key} = {value}: Vale takes this for NO{did_you_mean(value, known)}")
    return "NO"
