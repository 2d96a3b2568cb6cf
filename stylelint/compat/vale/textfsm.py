"""Templates in the form of TextFSM: what of a plain text is captured, line by line, under which name.

A template has values, each a name and an expression, and states with rules that are tried on each line in
their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from stylelint.compat.vale.html import Rows
from stylelint.compat.vale.joined import Joined, Line, lines_of
from stylelint.compat.vale.regexes import TIMEOUT, BadPattern, compiled
from stylelint.errors import UserError
from stylelint.text import did_you_mean

OPTIONS = ("List", "Filldown", "Required", "Key", "Fillup")
LINES = ("Next", "Continue", "Error")
RECORDS = ("Record", "NoRecord", "Clear", "Clearall")
_VALUE = re.compile(r"Value\s+(?:([\w,]+)\s+)?(\w+)\s+(\(.*\))\s*")
_ACTION = re.compile(r"(.*?)(?:\s->(?!.*\s->)\s*(.*))?\s*", re.DOTALL)
_DONE = re.compile(r"(?:(\w+)(?:\.(\w+))?(?:\s+(\w+))?)?")
_ERROR = re.compile(r"Error(?:\s+(?:\"([^\"]*)\"|(\w+)))?")
_NAME = re.compile(r"(?<!\\)\$(?:\{(\w+)\}|(\w+)|(\$))")


class Rule(NamedTuple):
    """What a line is tried with, and what follows where it matches.

    Attributes:
        program: the expression, with a group for each value in it.
        goes_on: whether the rules below are tried on the same line.
        record: one of `RECORDS`.
        state: the state to go to; "" for this one.
        error: what is told instead; None for no error.
    """

    program: Any
    goes_on: bool
    record: str
    state: str
    error: str | None = None


class Template(NamedTuple):
    """Options of the values by their names, and rules by states."""

    values: Mapping[str, frozenset[str]]
    states: Mapping[str, tuple[Rule, ...]]


class Piece(NamedTuple):
    """A capture: number of its line, its text, and where that starts in the line and in the source."""

    line: int
    text: str
    column: int
    start: int


def template(text: str) -> Template:
    """Return a template made ready.

    Raises:
        ValueError: it says what cannot be.
    """
    lines = iter(text.splitlines())
    values: dict[str, tuple[frozenset[str], str]] = {}
    for line in lines:
        if not line.strip():
            break
        if not line.startswith("#"):
            name, options, pattern = _value(line)
            values[name] = options, pattern
    patterns = {name: pattern for name, (_, pattern) in values.items()}
    states: dict[str, list[Rule]] = {}
    rules: list[Rule] | None = None
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0].isspace():
            if rules is None:
                raise ValueError(f"“{line.strip()}” stands in no state")
            rules.append(_rule(line.strip(), patterns))
        else:
            rules = states.setdefault(line.strip(), [])
    if "Start" not in states:
        raise ValueError("a template needs the state “Start”")
    for one in (rule.state for rules in states.values() for rule in rules):
        if one and one not in states and one not in ("End", "EOF"):
            raise ValueError(f"there is no state “{one}”{did_you_mean(one, states)}")
    return Template(
        {name: options for name, (options, _) in values.items()},
        {name: tuple(rules) for name, rules in states.items()},
    )


def _value(line: str) -> tuple[str, frozenset[str], str]:
    found = _VALUE.fullmatch(line)
    if found is None:
        raise ValueError(f"expected “Value Name (expression)”, not “{line.strip()}”")
    options = found[1].split(",") if found[1] else []
    for one in options:
        if one not in OPTIONS:
            raise ValueError(f"a value has no option “{one}”{did_you_mean(one, OPTIONS)}")
    return found[2], frozenset(options), found[3]


def _rule(line: str, patterns: Mapping[str, str]) -> Rule:
    """Return a rule, with the expressions of the values in place of their names."""
    found = _ACTION.fullmatch(line)
    assert found
    said = (found[2] or "").strip()

    def group(name: re.Match[str]) -> str:
        word = name[1] or name[2]
        if name[3]:
            return "$"
        if word not in patterns:
            raise ValueError(f"there is no value “{word}”{did_you_mean(word, patterns)}")
        return f"(?P<{word}>{patterns[word][1:]}"

    try:
        program = compiled(_NAME.sub(group, found[1]), True).slow
    except BadPattern as error:
        raise ValueError(f"“{found[1]}”: {error}") from None
    if told := _ERROR.fullmatch(said):
        return Rule(program, False, "NoRecord", "", told[1] or told[2] or "the template ends with an error")
    return Rule(program, *_done(said))


def _done(said: str) -> tuple[bool, str, str]:
    """Return whether to go on with a line, what becomes of the record, and the next state."""
    found = _DONE.fullmatch(said)
    if found is None:
        raise ValueError(f"“{said}” is no action")
    first, record, state = found[1] or "Next", found[2] or "", found[3] or ""
    if first in RECORDS and not record:
        first, record = "Next", first
    if first not in LINES:
        first, state = "Next", state or first
    record = record or "NoRecord"
    if record not in RECORDS or (first == "Continue" and state):
        raise ValueError(f"“{said}” is no action")
    return first == "Continue", record, state


def captured(made: Template, source: str, path: str) -> Iterator[tuple[str, str, Rows]]:
    """Yield what a template captures of a text: the name of a value, a text, and where that stands.

    Lines that a value with `List` takes one after the other, all from the same column on, are one text.

    Raises:
        UserError: the template says that the text is wrong, or takes too long for a line.
    """
    run = _Run(made, path)
    for number, line in enumerate(lines_of(source)):
        if run.state == "End" or line.start == len(source):
            break
        run.read(number, *line)
    if "EOF" not in made.states or any(rule.record == "Record" for rule in made.states["EOF"]):
        run.record()
    for name, pieces in run.told:
        whole = Joined([Line(piece.text, piece.start) for piece in pieces])
        yield name, whole.text, whole.rows(0, len(whole.text))


class _Run:
    """Reads a text with a template."""

    def __init__(self, made: Template, path: str) -> None:
        self._made, self._path = made, path
        self.state = "Start"
        self.told: list[tuple[str, list[Piece]]] = []
        self._held: dict[str, list[Piece]] = {}
        self._said: set[tuple[str, int]] = set()

    def read(self, number: int, line: str, start: int) -> None:
        """Take in a line.

        Raises:
            UserError: the template says that it is wrong, or takes too long for it.
        """
        for rule in self._made.states.get(self.state, ()):
            try:
                found = rule.program.search(line, timeout=TIMEOUT)
            except TimeoutError:
                raise UserError(
                    "the template takes too long for this line", self._path, number + 1, 1
                ) from None
            if not found:
                continue
            if rule.error is not None:
                raise UserError(rule.error, self._path, number + 1, 1)
            self._take(found, number, start)
            if rule.record == "Record":
                self.record()
            elif rule.record != "NoRecord":
                self._clear(everything=rule.record == "Clearall")
            if not rule.goes_on:
                self.state = rule.state or self.state
                return

    def _take(self, found: Any, number: int, start: int) -> None:
        for name, text in found.groupdict().items():
            # An expression may name groups of its own, which are no values.
            if text is not None and name in self._made.values:
                column = found.start(name)
                piece = Piece(number, text, column, start + column)
                if "List" in self._made.values[name]:
                    self._held.setdefault(name, []).append(piece)
                else:
                    self._held[name] = [piece]

    def record(self) -> None:
        """Tell what is held, and begin anew; what carries over is told once."""
        values = self._made.values
        if all(self._held.get(name) for name, options in values.items() if "Required" in options):
            for name, pieces in self._held.items():
                for piece in _runs(pieces):
                    if (name, piece[0].start) not in self._said:
                        self._said.add((name, piece[0].start))
                        self.told.append((name, piece))
        self._clear(everything=False)

    def _clear(self, *, everything: bool) -> None:
        values = self._made.values
        self._held = {
            name: pieces
            for name, pieces in self._held.items()
            if not everything and "Filldown" in values[name]
        }


def _runs(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces of lines that follow one another, all from the same column on."""
    run: list[Piece] = []
    for piece in pieces:
        if run and (piece.line, piece.column) != (run[-1].line + 1, run[-1].column):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run
