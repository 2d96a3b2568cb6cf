"""Finds what is no prose in MDX: imports and exports, expressions in braces, the tags of components."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stylelint import lazy
from stylelint.readers.masks import Region
from stylelint.readers.sheet import Aside, aside

_SIGN = lazy.regex(
    r"^(?P<fence>[ \t]*(?P<mark>`{3,}|~{3,}))[^\n]*|(?P<ticks>`+)|(?P<esc>\\.)|(?P<brace>\{)"
    r"|(?P<tag></?(?:[A-Za-z][\w.:-]*|(?=>)))"
    r"|^(?P<module>import[ \t]+(?:[\w{*][^\n]*[ \t]from[ \t]|[\"'])|export[ \t]+(?:const|let|var|default"
    r"|function|class|async|\{|\*))",
    re.MULTILINE,
)
_SPOT = lazy.regex(r"[`~{<\\]")
"""Where a sign can be, but for modules: one set of characters is found several times as fast as branches."""
_MODULES = ("import", "export")
_INDENT = 80
_BLANK_LINE = lazy.regex(r"\n[ \t\r]*\n|\Z")
_INSIDE = lazy.regex(r"[{}<>\"'`/\n]")
_TEXTS = frozenset({"caption", "alt", "title", "credit"})
_LONGEST = 20_000
_DEEPEST = 100


def expressions(source: str, start: int) -> list[Region]:
    """Return what a Markdown reader must not see of a source in MDX, from where its front matter ends."""
    return list(_regions(source, start))


def _regions(source: str, at: int) -> Iterator[Region]:
    braces = True
    signs = _Signs(source, at)
    while sign := signs.after(at):
        kind, start = sign.lastgroup if sign.lastgroup != "mark" else "fence", sign.start()
        at = sign.end()
        if kind == "fence":
            close = re.compile(rf"^[ \t]*{sign['mark'][0]}{{{len(sign['mark'])},}}[ \t\r]*$", re.M)
            found = close.search(source, at)
            at = found.end() if found else len(source)
        elif kind == "ticks":
            at = _after_ticks(source, at, sign["ticks"])
        elif kind == "module":
            at = _BLANK_LINE.search(source, at).start()  # type: ignore[union-attr]
            yield Region(start, at, shown=False, lines=True)
        elif kind == "brace" and braces:
            end = _balanced(source, start)
            braces = end > 0 or source.find("}", at) >= 0
            if end > 0:
                yield _placed(source, start, end, shown=not source.startswith("{/*", start))
                at = end
        elif kind == "tag":
            end, values = _tag(source, start, at)
            name = sign["tag"].lstrip("</")
            if end > 0 and (not name or name[0].isupper() or "." in name or "{" in source[at:end]):
                yield _placed(source, start, end, shown=False, asides=values)
                at = end


def _module_lines(source: str, at: int) -> list[int]:
    """Return where lines begin that may be modules, the last first."""
    found = [at] if source.startswith(_MODULES, at) else []
    for word in _MODULES:
        line = source.find("\n" + word, at)
        while line >= 0:
            found.append(line + 1)
            line = source.find("\n" + word, line + 1)
    return sorted(found, reverse=True)


class _Signs:
    """Finds signs one after the other.

    Args:
        source: of the draft.
        at: where to begin.
    """

    def __init__(self, source: str, at: int) -> None:
        self.source = source
        self.modules = _module_lines(source, at)
        self.spot = -1

    def after(self, at: int) -> re.Match[str] | None:
        """Return the first sign from a place on; places must not go back."""
        source, modules = self.source, self.modules
        while True:
            while modules and modules[-1] < at:
                modules.pop()
            if self.spot < at:
                spot = _SPOT.search(source, at)
                self.spot = spot.start() if spot else len(source)
            start = self.spot
            if modules and modules[-1] < start:
                start = modules.pop()
            elif start == len(source):
                return None
            if sign := _SIGN.match(source, _line_of(source, start)):
                return sign
            at = start + 1


def _line_of(source: str, start: int) -> int:
    """Return where the line of a fence begins, the place itself where there is none."""
    if not source.startswith(("```", "~~~"), start):
        return start
    before = source[max(0, start - _INDENT) : start]
    indent = before.rpartition("\n")[2]
    whole = "\n" in before or start <= _INDENT
    return start - len(indent) if whole and not indent.strip(" \t") else start


def _placed(source: str, start: int, end: int, *, shown: bool, asides: tuple[Aside, ...] = ()) -> Region:
    """Return a region that takes whole lines where nothing else stands on them."""
    before = source.rfind("\n", max(0, start - 200), start) + 1
    after = source.find("\n", end, end + 200)
    alone = not source[before:start].strip() and not source[end : after if after >= 0 else end + 200].strip()
    return Region(start, end, shown and not alone, alone, asides)


def _after_ticks(source: str, at: int, ticks: str) -> int:
    """Return the end of inline code; what is never closed in its paragraph is none."""
    blank = source.find("\n\n", at, at + _LONGEST)
    end = source.find(ticks, at, blank if blank >= 0 else at + _LONGEST)
    return end + len(ticks) if end >= 0 else at


def _balanced(source: str, start: int) -> int:
    """Return the end of an expression in braces, -1 if it has none."""
    depth = 0
    at, last = start, min(len(source), start + _LONGEST)
    while at < last and (sign := _INSIDE.search(source, at, last)):
        at = sign.end()
        if sign[0] == "{":
            depth += 1
            if depth > _DEEPEST:
                return -1
        elif sign[0] == "}":
            depth -= 1
            if not depth:
                return at
        elif sign[0] in "\"'`":
            end = source.find(sign[0], at, min(last, at + 2000))
            line = source.find("\n", at, end) if end >= 0 and sign[0] != "`" else -1
            at = end + 1 if end >= 0 and line < 0 else at
    return -1


def _tag(source: str, start: int, at: int) -> tuple[int, tuple[Aside, ...]]:
    """Return the end of a tag, -1 if it has none, and the texts among its attributes."""
    texts: list[Aside] = []
    last = min(len(source), start + _LONGEST)
    while at < last and (sign := _INSIDE.search(source, at, last)):
        at = sign.end()
        if sign[0] == ">":
            return at, tuple(texts)
        if sign[0] == "<" or (sign[0] == "\n" and source.startswith(("\n", "\r\n"), at)):
            return -1, ()
        if sign[0] == "{":
            end = _balanced(source, at - 1)
            if end < 0:
                return -1, ()
            at = end
        elif sign[0] in "\"'":
            end = source.find(sign[0], at, last)
            if end < 0:
                return -1, ()
            name = re.search(r"([\w-]+)=\Z", source[max(start, at - 40) : at - 1])
            if name and name[1] in _TEXTS and source[at:end].strip():
                texts.append(aside(name[1], (at, end), syntax="attribute"))
            at = end + 1
    return -1, ()
