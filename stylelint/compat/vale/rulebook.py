"""Vale's rules as rules of ours, so that all commands know them."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from stylelint.checks.vale import ValeCheck
from stylelint.compat.vale import selection
from stylelint.compat.vale.builtin import NAMES, builtin
from stylelint.compat.vale.config import ValeConfig
from stylelint.compat.vale.loading import read
from stylelint.compat.vale.rule import ValeRule
from stylelint.compat.vale.styles import Styles
from stylelint.compat.vale.tagger import MISSING, available
from stylelint.diagnostics import Level
from stylelint.errors import UserError
from stylelint.rulebook import nodes
from stylelint.rulebook.nodes import Field
from stylelint.rulebook.rule import Rule, Rulebook

_ORDER: tuple[Level, ...] = ("suggestion", "warning", "error")


def idle(rule: ValeRule) -> str:
    """Return why a rule is not run; "" where it is."""
    if rule.kind == "script":
        return "it is a script in Tengo, and code of a style is not run"
    if rule.selectors and not selection.available():
        return selection.MISSING
    if rule.kind == "sequence":
        if rule.keys["model"]:
            return f"it asks for the tagger “{rule.keys['model']}”, which only Vale can read"
        if any(token.get("tag") or token.get("upos") for token in rule.keys["tokens"]) and not available():
            return MISSING
    return ""


def from_ini(path: Path) -> Rulebook:
    """Return the rules that a configuration of Vale asks for.

    Raises:
        UserError: it cannot be read, or a style or rule in it cannot be.
    """
    config = read(path)
    rules = [_rule(rule, config) for rule in rules_of(config)]
    if not rules:
        raise UserError("no style and no rule is switched on", str(path))
    # Where none is grave enough, all of them stand for what was asked for; what they find is not told.
    kept = [rule for rule in rules if _ORDER.index(rule.level) >= _ORDER.index(config.min_level)] or rules
    files = tuple(sorted({str(path.absolute()), *(rule.file for rule in kept if rule.file)}))
    return Rulebook(str(path), tuple(sorted(kept, key=lambda rule: rule.id)), files=files)


def from_style(path: Path) -> dict[str, Field]:
    """Return the rules of one style as the fields of a rulebook's `rules`, so that a house can change them.

    Args:
        path: the style's folder.

    Raises:
        UserError: there is no such folder, or a rule in it is wrong.
    """
    folder = path.absolute()
    rules = Styles((folder.parent,)).load(folder.name)
    data = {identifier(rule.name): _data(rule, folder.parent) for rule in rules}
    return nodes.mapping(nodes.from_data(data, str(path)), "rules")


def _data(rule: ValeRule, styles: Path) -> dict[str, object]:
    known = {
        "check": "vale", "name": rule.name, "file": rule.path, "styles": [str(styles)], "level": rule.level,
        "message": rule.message, "why": rule.description, "source": rule.link,
        "fix": _fix(rule), "quotes": "any", "idle": idle(rule), "action": rule.action,
        "params": list(rule.params),
    }  # fmt: skip
    return {key: value for key, value in known.items() if value}


def files_of(path: Path) -> set[Path]:
    """Return the files that the rules of a style are read from."""
    return set(path.absolute().rglob("*.yml"))


def rules_of(config: ValeConfig) -> list[ValeRule]:
    """Return all the rules that some section of a configuration can run."""
    styles = Styles(config.styles_paths, config)
    found: dict[str, ValeRule] = {}
    for wanted in config.wanted:
        if wanted == "Vale" or wanted.startswith("Vale."):
            names = [f"Vale.{name}" for name in NAMES] if wanted == "Vale" else [wanted]
            own = [rule for name in names if (rule := builtin(name, config))]
            found |= {rule.name: rule for rule in own}
        elif "." not in wanted:
            found |= {rule.name: rule for rule in styles.load(wanted)}
        elif wanted not in found and (file := styles.file(wanted)):
            found[wanted] = styles.read(wanted, file)
    return [rule for name, rule in sorted(found.items()) if _somewhere(config, rule)]


def _somewhere(config: ValeConfig, rule: ValeRule) -> bool:
    """Tell whether some section runs a rule."""
    for section in config.sections:
        said = section.rules.get(rule.name) or section.rules.get(rule.style)
        if said != "NO" and (said or rule.style in (section.styles or ())):
            return True
    return False


def identifier(name: str) -> str:
    """Return our id of a rule of Vale: `Microsoft.FirstPerson` is `microsoft/firstperson`."""
    style, _, rest = name.partition(".")
    return f"{style}/{rest.replace('.', '-')}".lower()


def _rule(rule: ValeRule, config: ValeConfig) -> Rule:
    paths = tuple(str(path) for path in config.styles_paths)
    check = ValeCheck(rule.name, rule.path, paths, config.path, idle(rule), rule.action, rule.params)
    level = level_of(config.gravest(rule.name) or rule.level)
    return Rule(
        id=identifier(rule.name), check=check, level=level, message=rule.message, why=rule.description,
        source=rule.link, quotes="any", fix=_fix(rule), file=rule.path, line=1,
    )  # fmt: skip


def level_of(said: str) -> Level:
    """Return a level of Vale as one of ours."""
    return next((level for level in _ORDER if level == said), "suggestion")


def _fix(rule: ValeRule) -> Literal["none", "unsafe"]:
    return "unsafe" if rule.action not in ("", "suggest") else "none"
