"""Runs Vale's rules beside ours: documents in, diagnostics out."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from stylelint.checks.vale import ValeCheck
from stylelint.compat.vale.altered import Altered, without
from stylelint.compat.vale.builtin import builtin
from stylelint.compat.vale.comments import Comments
from stylelint.compat.vale.config import Here, ValeConfig
from stylelint.compat.vale.context import Context
from stylelint.compat.vale.draft import Draft
from stylelint.compat.vale.fences import myst, quarto
from stylelint.compat.vale.hits import Said
from stylelint.compat.vale.kinds import made
from stylelint.compat.vale.kinds.base import Kind
from stylelint.compat.vale.languages import Language, language_of
from stylelint.compat.vale.lint import Alert, Runner
from stylelint.compat.vale.loading import read as read_config
from stylelint.compat.vale.mdx import prose
from stylelint.compat.vale.reading import FORMATS, MARKUP, Origin, read, read_code, read_data
from stylelint.compat.vale.rule import ValeRule
from stylelint.compat.vale.rulebook import level_of
from stylelint.compat.vale.scopes import SIBLINGS, bases
from stylelint.compat.vale.styles import Styles
from stylelint.compat.vale.walk import CLASSES, IGNORED, SKIPPED, Walk
from stylelint.diagnostics import Diagnostic, Edit, Fix, Level
from stylelint.document import Document, Span
from stylelint.rulebook.rule import Rule


def checks_of(rules: Sequence[Rule]) -> list[ValeCheck]:
    """Return the checks of rules of the kind `vale`, made now where they were put off."""
    made_now = (getattr(rule.check, "made", rule.check) for rule in rules)
    return [check for check in made_now if isinstance(check, ValeCheck)]


_MARKUP = frozenset("&<>*_`[]{}|~\\")
"""What Markdown or HTML would take for markup, or for the beginning of it."""


_CHANGES = {".mdx": prose, ".qmd": quarto, ".myst": myst}
"""What is taken out of drafts in formats that add to Markdown."""


class Bridge:
    """Rules of Vale made ready to lint many documents.

    Args:
        rules: rules of ours whose check is of the kind `vale`.
        checks: their checks, in the same order.
    """

    def __init__(self, rules: Sequence[Rule], checks: Sequence[ValeCheck]) -> None:
        self._groups: dict[str, _Group] = {}
        self._rules = {check.name: rule for rule, check in zip(rules, checks, strict=True)}
        for check in checks:
            group = self._groups.get(check.setup)
            if group is None:
                group = self._groups[check.setup] = _Group(
                    read_config(Path(check.setup)) if check.setup else ValeConfig()
                )
            group.add(check)

    def lint(self, document: Document) -> list[Diagnostic]:
        """Return what the rules find, in no special order."""
        found = []
        for group in self._groups.values():
            here = group.config.here(document.path)
            for alert in group.lint(document):
                rule = self._rules[alert.rule.name]
                found.append(_diagnostic(document, rule, group.level(here, rule, alert), alert))
        return found


class _Group:
    """The rules of one configuration."""

    def __init__(self, config: ValeConfig) -> None:
        self.config = config
        self.kinds: list[Kind] = []
        self.inner = False
        self.selectors: dict[str, str] = {}
        self.context = Context(config.accepted, config.template, config.styles_paths)

    def add(self, check: ValeCheck) -> None:
        """Make a rule ready; kinds that are not run here are left out, as `not_run` tells."""
        rule = None if check.idle else vale_rule(check, self.config)
        paths = tuple(Path(path) for path in check.styles)
        context = self.context if self.config.path else Context(paths=paths)
        kind = made(rule, context) if rule else None
        if kind:
            self.kinds.append(kind)
            self.selectors.update(kind.rule.selectors)
            self.inner = self.inner or not bases(kind.rule.scope).isdisjoint(SIBLINGS)

    def lint(self, document: Document) -> list[Alert]:
        """Return the alerts on a document."""
        draft = drafted(document, self.config, self.inner, self.selectors)
        if not self.config.path:
            return self._runner.lint(draft)
        told = self.config.here(document.path).told
        return self._runner.lint(draft, lambda rule: told(rule.name, rule.level))

    def level(self, here: Here, rule: Rule, alert: Alert) -> Level:
        """Return how grave an alert is where a configuration holds."""
        if not self.config.path:
            return rule.level
        return level_of(here.level(alert.rule.name) or alert.rule.level)

    @cached_property
    def _runner(self) -> Runner:
        return Runner(self.kinds)


def vale_rule(check: ValeCheck, config: ValeConfig) -> ValeRule | None:
    """Return the rule that a check stands for."""
    if not check.file:
        return builtin(check.name, config)
    return Styles([Path(path) for path in check.styles], config).read(check.name, Path(check.file))


def drafted(
    document: Document, config: ValeConfig, inner: bool = False, selectors: Mapping[str, str] | None = None
) -> Draft:
    """Return a document as Vale's rules see it.

    Args:
        document: the draft.
        config: the configuration that holds for it.
        inner: whether the texts of links and the like are gathered apart, too.
        selectors: of CSS, by the names that they have in the scopes of rules.
    """
    suffix = os.path.splitext(document.path)[1]
    known = "." + config.formats.get(suffix.lstrip("."), suffix.lstrip("."))
    extension = suffix or {"markdown": ".md", "mdx": ".mdx", "html": ".html"}.get(document.format, ".txt")
    here = config.here(document.path)
    kind = _kind(known, document, here)
    blocks, tokens, comment = here.left_out
    if not comment and known == ".mdx":
        comment = ("{/*", "*/}")
    walk = Walk(
        extension, config.ignored or IGNORED, config.skipped or SKIPPED, (*CLASSES, *config.classes),
        Comments(here.styles), inner, selectors=selectors or {},
    )  # fmt: skip

    def alter(text: str) -> Altered | None:
        change = _CHANGES.get(known.lower())
        if not (blocks or tokens or comment or change):
            return None
        made = without(text, kind, blocks, tokens, comment, config.path)
        if change:
            change(made)
        return made

    origin = Origin(document.path, config.attributes, here.transform, *config.sphinx)
    if here.view and here.view.reads(suffix):
        return read_data(document.source, here.view, document.path, walk)
    language = _language(document.path, suffix, kind, known)
    if language:
        return read_code(document.source, language, kind, walk, alter, origin)
    return read(document.source, kind, extension, walk, alter(document.source), origin)


def _language(path: str, suffix: str, kind: str, known: str) -> Language | None:
    """Return what a file is written in, by its suffix, its name, or what its suffix is read as.

    QDoc knows the comments that it stands in itself.
    """
    if kind == ".qdoc":
        return None
    return language_of(suffix or os.path.basename(path)) or (None if kind in MARKUP else language_of(known))


def _kind(known: str, document: Document, here: Here) -> str:
    """Return what a draft is read as, given its suffix."""
    if here.transform and FORMATS.get(known.lower()) in (None, ".dita"):
        return ".xml"
    return FORMATS.get(known.lower(), ".md" if document.format in ("markdown", "mdx") else known)


def not_run(rules: Sequence[Rule]) -> list[str]:
    """Return a line for each rule and setting that has no effect here, with the reason."""
    checks = checks_of(rules)
    setups = sorted({check.setup for check in checks if check.setup})
    settings = [line for setup in setups for line in read_config(Path(setup)).not_run]
    idle = [f"{check.name} is not run: {check.idle}" for check in checks if check.idle]
    scripts = [
        f"{check.name} offers nothing: its suggestions are made by a script in Tengo, {check.params[0]}"
        for check in checks
        if check.action == "suggest" and check.params not in ((), ("spellings",))
    ]
    return [*settings, *idle, *scripts]


def _diagnostic(document: Document, rule: Rule, level: Level, alert: Alert) -> Diagnostic:
    span = Span(alert.start, alert.end)
    line, column = document.lines.place(span.start)
    end_line, end_column = document.lines.place(span.end)
    return Diagnostic(
        document.path, span, rule.id, level, alert.said.message, document.source[span.start : span.end],
        line, column, end_line, end_column, alert.said.description, _fix(document, rule, alert),
        choices=_choices(alert.said),
    )  # fmt: skip


def _choices(said: Said) -> tuple[str, ...]:
    """Return what a person can choose from: several forms, or words that a dictionary has instead."""
    cures = said.cures or ()
    return cures if len(cures) > 1 or said.action == "suggest" else ()


def _fix(document: Document, rule: Rule, alert: Alert) -> Fix | None:
    """Return the edit of an action that leaves no choice, where the match stands there to the letter."""
    cures, match = alert.said.cures, alert.said.match
    if rule.fix == "none" or not cures or len(cures) != 1 or not match:
        return None
    start, end, source = alert.start, alert.end, document.source
    lead = len(match) - len(match.lstrip())
    if source[start:end] != match or cures[0] == match:
        return None
    text = cures[0]
    if document.pieces is not None and _MARKUP & (set(text) - set(match)):
        return None  # Vale's places are those of the source, where this would be no text
    if alert.said.action == "remove" and not lead and source[end : end + 1] == " ":
        before = source[start - 1 : start]
        end += 1 if not before or before.isspace() else 0
    return Fix(rule.fix == "safe", (Edit(Span(start, end), text),))
