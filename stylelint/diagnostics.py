"""What the user is told, and the edits that mend it."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from typing import Literal, NamedTuple

from stylelint.document import Span

Level = Literal["error", "warning", "suggestion"]
LEVELS: tuple[Level, ...] = ("error", "warning", "suggestion")
"""From the gravest to the lightest."""


class Edit(NamedTuple):
    """Put `text` where `span` of the source stands."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that mend a diagnostic together.

    Attributes:
        safe: whether the meaning cannot change; otherwise a person should look first.
        edits: in order, without overlap.
    """

    safe: bool
    edits: tuple[Edit, ...]


class Related(NamedTuple):
    """Another place that a diagnostic speaks of: line and column from 1, and what is there."""

    line: int
    column: int
    message: str


class Diagnostic(NamedTuple):
    """One thing that breaks the rulebook.

    Attributes:
        path: of the draft, as the user named it.
        span: in the source, code points, end exclusive.
        rule: `chapter/name`.
        level: how grave.
        message: one sentence for the writer.
        text: what stands at `span` in the source.
        line, column, end_line, end_column: counted from 1, in code points, end exclusive.
        why: the reason behind the rule.
        fix: None where there is none.
        related: other places that matter.
        choices: what could stand there instead, where the choice is the writer's; the likeliest first.
    """

    path: str
    span: Span
    rule: str
    level: Level
    message: str
    text: str
    line: int
    column: int
    end_line: int
    end_column: int
    why: str = ""
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    choices: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, Span, str, str]:
        """Path, then place, then rule: the order of every report."""
        return self.path, self.span, self.rule, self.message
