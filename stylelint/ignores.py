"""Says which ignores cannot be understood, have run out or are of no use, and how to be rid of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from stylelint import lazy
from stylelint.diagnostics import Diagnostic, Edit, Fix, Level
from stylelint.directives import Directive, Name
from stylelint.document import Span
from stylelint.text import Lines, did_you_mean

CHAPTER = "stylelint"


class Own(NamedTuple):
    """A rule about ignores: how grave a finding is, and why there is such a rule."""

    level: Level
    why: str


RULES = {
    "stylelint/bad-ignore": Own("warning", "An ignore that cannot be understood ignores nothing."),
    "stylelint/expired-ignore": Own("warning", "Somebody wanted to look at this again by now."),
    "stylelint/ignore-without-reason": Own("warning", "The next reader must know why this may stand."),
    "stylelint/unknown-rule": Own("warning", "An ignore of a rule that does not exist ignores nothing."),
    "stylelint/unused-ignore": Own("warning", "An ignore that is left over hides the next fault."),
}
"""The rules of the chapter `stylelint`, which every rulebook has."""


@dataclass(frozen=True)
class Policy:
    """What is known about the rules when ignores are judged.

    Attributes:
        ran: ids of the rules that were asked; an ignore of another one cannot be called unused.
        rest: ids of rules that would be asked in a run of all rules, and were not in this one.
        known: every id and chapter that can be written, rules that are off included.
        own: which of `RULES` are told.
        reasons: whether every ignore must give one.
        today: the day on which expiry is judged; None for the real one.
    """

    ran: frozenset[str] = frozenset()
    rest: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset(RULES)
    reasons: bool = False
    today: date | None = None
    _chapters: frozenset[str] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        chapters = {_chapter(id) for id in self.ran} - {_chapter(id) for id in self.rest}
        object.__setattr__(self, "_chapters", frozenset(chapters))

    def complete(self, name: str) -> bool:
        """Tell whether every rule that a name stands for was asked; "" stands for all."""
        return not self.rest if not name else name in self.ran or name in self._chapters

    def is_over(self, directive: Directive) -> bool:
        """Tell whether a directive has expired."""
        return directive.until is not None and directive.until < (self.today or date.today())


def judge(
    path: str, source: str, said: Sequence[Directive], used: Collection[tuple[Directive, str]], policy: Policy
) -> list[Diagnostic]:
    """Return the diagnostics about directives, wherever they stand.

    Args:
        path: of the file that they stand in.
        source: that file.
        said: the directives to judge.
        used: those that ignored something, with the name that did.
        policy: the rules that were asked.
    """
    return sorted(_Told(path, source, policy).about(said, used), key=lambda diagnostic: diagnostic.order)


def names_of(rule: str) -> tuple[str, str, str]:
    """Return the names under which a rule can be ignored: its id, its chapter, and "" for all."""
    return rule, _chapter(rule), ""


class _Told:
    """Makes the diagnostics about directives in one file."""

    def __init__(self, path: str, source: str, policy: Policy) -> None:
        self.path, self.source, self.policy = path, source, policy
        self.lines = Lines(source)

    def about(
        self, said: Sequence[Directive], used: Collection[tuple[Directive, str]]
    ) -> Iterator[Diagnostic]:
        """Yield all that there is to say, in no order."""
        ends = _ended(said)
        told = (one for directive in said for one in self._about(directive, used, ends))
        yield from (one for one in told if one.rule in self.policy.own)

    def _about(
        self, directive: Directive, used: Collection[tuple[Directive, str]], ends: Collection[Directive]
    ) -> Iterator[Diagnostic]:
        if directive.problem:
            message = f"This ignore is not understood: {directive.problem}"
            stop = "" if message.endswith("?") else "."
            yield self._say("bad-ignore", directive.span, message + stop)
            return
        unknown = [name for name in directive.names if name.text not in self.policy.known]
        for name in unknown:
            hint = _meant(name.text, self.policy.known)
            yield self._say("unknown-rule", name.span, f"There is no rule or chapter “{name.text}”{hint}")
        if self.policy.is_over(directive):
            asked = f" Ask {directive.owner}." if directive.owner else ""
            message = f"This ignore ran out on {directive.until}.{asked}"
            yield self._say("expired-ignore", directive.span, message, self._without(directive, safe=False))
            return
        if self.policy.reasons and not directive.reason and directive.word != "on":
            yield self._say(
                "ignore-without-reason", directive.span, "Say why: add “-- reason” to this ignore."
            )
        if directive.word == "on":
            if directive not in ends:
                message = "This “on” ends nothing."
                yield self._say("unused-ignore", directive.span, message, self._without(directive))
            return
        yield from self._unused(directive, [n for n in directive.names if n not in unknown], used)

    def _unused(
        self,
        directive: Directive,
        names: Sequence[Name],
        used: Collection[tuple[Directive, str]],
    ) -> Iterator[Diagnostic]:
        """Yield what a directive names for nothing."""
        complete = self.policy.complete
        if not directive.names:
            if complete("") and (directive, "") not in used:
                message = "There is nothing here to ignore."
                yield self._say("unused-ignore", directive.span, message, self._without(directive))
            return
        idle = [name for name in names if complete(name.text) and (directive, name.text) not in used]
        if not idle:
            return
        listed = ", ".join(name.text for name in idle)
        whole = len(idle) == len(directive.names)
        fix = self._without(directive, () if whole else idle)
        yield self._say("unused-ignore", directive.span, f"There is nothing here to ignore of {listed}.", fix)

    def _without(self, directive: Directive, idle: Sequence[Name] = (), *, safe: bool = True) -> Fix | None:
        """Return the fix that takes a directive out, or only some of its names."""
        if idle:
            span = Span(directive.names[0].span.start, directive.names[-1].span.end)
            left = ", ".join(name.text for name in directive.names if name not in idle)
            return Fix(safe, (Edit(span, left),))
        edit = _removal(self.source, directive)
        return Fix(safe, (edit,)) if edit else None

    def _say(self, name: str, span: Span, message: str, fix: Fix | None = None) -> Diagnostic:
        rule = f"{CHAPTER}/{name}"
        own = RULES[rule]
        text = self.source[span.start : span.end]
        place = (*self.lines.place(span.start), *self.lines.place(span.end))
        return Diagnostic(self.path, span, rule, own.level, message, text, *place, own.why, fix)


def _chapter(rule: str) -> str:
    return rule.partition("/")[0]


def _ended(said: Sequence[Directive]) -> set[Directive]:
    """Return the directives "on" that end one "off" or more."""
    open_: list[set[str]] = []
    ends = set()
    for directive in said:
        names = {name.text for name in directive.names}
        if directive.word == "off":
            open_ += [{name} for name in names or {""}]
        elif directive.word == "on":
            left = [name for name in open_ if names and not name & names]
            if len(left) < len(open_):
                ends.add(directive)
            open_ = left
    return ends


def _meant(name: str, known: Collection[str]) -> str:
    """Return a hint at the name that was meant, or the full stop where there is none close."""
    hint = did_you_mean(name, known)
    return hint if "did you mean" in hint else "."


def _removal(source: str, directive: Directive) -> Edit | None:
    """Return what takes a directive out, None where nobody but a person can."""
    if directive.home == "entry":
        return Edit(directive.span, "")
    if directive.home == "field":
        return _field_removal(source, directive.span)
    start, end = directive.span
    line, after = _line_start(source, start), _LINE_END.match(source, end)
    if not after or source[line:start].strip():
        while start and source[start - 1] in " \t":
            start -= 1
        return Edit(Span(start, end), "")
    end = after.end()
    if _BLANK_BEFORE.search(source, 0, line) or not line:
        blank = _LINE_END.match(source, end)
        end = blank.end() if blank else end
    return Edit(Span(line, end), "")


def _field_removal(source: str, span: Span) -> Edit | None:
    """Take an item out of the front matter: its line, or what stands between commas."""
    line, after = _line_start(source, span.start), _LINE_END.match(source, span.end)
    if after and source[line : span.start].strip() == "-":
        return Edit(Span(line, after.end()), "")
    comma = _COMMA_AFTER.match(source, span.end)
    if comma:
        return Edit(Span(span.start, comma.end()), "")
    before = _COMMA_BEFORE.search(source, line, span.start)
    if before:
        return Edit(Span(before.start(), span.end), "")
    bracket = source[: span.start].rstrip().endswith("[")
    return Edit(span, "" if bracket else "[]")


def _line_start(source: str, at: int) -> int:
    return max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1


_LINE_END = lazy.regex(r"[ \t]*(?:\r\n?|\n|\Z)")
_BLANK_BEFORE = lazy.regex(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\Z")
_COMMA_AFTER = lazy.regex(r"\s*,\s*")
_COMMA_BEFORE = lazy.regex(r"\s*,\s*\Z")
