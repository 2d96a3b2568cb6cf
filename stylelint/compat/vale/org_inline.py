"""What stands within the lines of Org mode: emphasis, code, links, footnotes, formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from stylelint.compat.vale.html import Token
from stylelint.compat.vale.joined import Joined, Line, element

_MARKS = {"*": "strong", "/": "em", "_": "span", "+": "del", "=": "code", "~": "code"}
_INSIDE = r"[^\n]{0,1000}?(?:\n[^\n]{0,1000}?)?"
"""What marks hold: as short as can be, over one end of a line at most."""

_OBJECT = re.compile(
    rf"""
    \[\[(?P<target>[^\[\]\n]{{1,2000}})\](?:\[(?P<said>(?:[^\]]|\](?!\])){{1,2000}}?)\])?\]
    |(?P<note>\[fn:[\w-]*:)(?P<noted>[^\[\]]{{1,2000}})\]
    |(?P<label>\[fn:[\w-]+\])
    |(?P<end>\\\\(?=[ \t]*(?:\n|\Z)))
    |@@html:(?P<html>(?:[^@]|@(?!@)){{0,1000}})@@
    |(?P<other>
      \[cite(?:/[\w/-]+)?:[^\[\]]{{0,1000}}\]
      |[<\[]\d{{4}}-\d\d-\d\d[^<>\[\]\n]{{0,100}}[>\]](?:--?[<\[]\d{{4}}-\d\d-\d\d[^<>\[\]\n]{{0,100}}[>\]])?
      |\[(?:\d+/\d+|\d+%|/|%)\]|<<<?[^<>\n]{{1,200}}>>>?
      |@@\w+:(?:[^@]|@(?!@)){{0,1000}}@@
      |(?<!\w)src_\w+(?:\[[^\[\]\n]{{0,200}}\])?\{{[^{{}}]{{0,1000}}\}}
      |(?<!\w)call_\w+(?:\[[^\[\]\n]{{0,200}}\])?\([^()\n]{{0,200}}\)(?:\[[^\[\]\n]{{0,200}}\])?
      |\{{\{{\{{[^{{}}]{{0,1000}}\}}\}}\}}
      |\\\((?:\\(?!\))|[^\\]){{0,1000}}+\\\)|\\\[(?:\\(?!\])|[^\\]){{0,1000}}+\\\]
      |\$\$[^$]{{1,1000}}\$\$
      |(?<![\w$\\])\$(?:[^\s.,;$][^$\n]{{0,500}})?[^\s.,$]\$(?![\w$])
      |\\[A-Za-z]+(?:\{{[^{{}}]{{0,200}}\}})*
    )
    |(?P<link>(?:https?|ftp|file|mailto|doi):[^\s<>\[\]()]{{0,1000}}[^\s<>\[\]().,;:!?'"])
    |(?<![^\s\-({{'"])(?P<mark>[*/_+=~])(?P<held>\S|\S{_INSIDE}\S)(?P=mark)(?=[\s\-.,;:!?'")}}\[\]\\]|\Z)
    """,
    re.VERBOSE,
)
"""`other` is what is no prose: citations, dates, code in lines, macros, formulas, names of signs."""

_DEEPEST = 40
"""So deep emphasis and links are read in one another; what is deeper is text."""

_IMAGE = re.compile(r"(?i)\.(?:png|jpe?g|gif|svg|webp|tiff?)\Z")


def prose(lines: Sequence[Line]) -> Iterator[Token]:
    """Yield the tokens of the lines of a paragraph, a heading or a cell; notes within them come last."""
    reader = _Reader(Joined(lines))
    yield from reader.read(0, len(reader.whole.text))
    for start, end in reader.notes:
        yield Token("end", "p", [])
        yield Token("start", "p", [])
        yield from reader.read(start, end)


class _Reader:
    """Reads stretches of a text; gathers the places of the notes in it."""

    def __init__(self, whole: Joined) -> None:
        self.whole = whole
        self.notes: list[tuple[int, int]] = []

    def read(self, start: int, end: int, depth: int = 0) -> Iterator[Token]:
        """Yield the tokens of a stretch."""
        text, parts, begin, at = self.whole.text[start:end], list[str](), start, start
        for found in _OBJECT.finditer(text) if depth < _DEEPEST else ():
            parts.append(text[at - start : found.start()])
            at = start + found.end()
            if found["other"]:
                parts.append("".join("\n" if sign == "\n" else "*" for sign in found[0]))
                continue
            yield from self._text("".join(parts), begin)
            parts, begin = [], at
            yield from self._object(found, start, depth + 1)
        yield from self._text("".join([*parts, text[at - start :]]), begin)

    def _text(self, said: str, start: int) -> Iterator[Token]:
        if said:
            yield Token("text", said, self.whole.rows(start, start + len(said)))

    def _object(self, found: re.Match[str], base: int, depth: int) -> Iterator[Token]:
        if found["note"]:
            self.notes.append((base + found.start("noted"), base + found.end("noted")))
        elif found["html"] is not None:
            yield from _comment(found["html"].strip())
        if found["note"] or found["label"]:
            yield from element("sup", [])  # its number is no text
        elif found["mark"]:
            inner = base + found.start("held"), base + found.end("held")
            code = found["mark"] in "=~"
            yield from element(
                _MARKS[found["mark"]],
                self._text(found["held"], inner[0]) if code else self.read(*inner, depth),
            )
        elif found["target"] or found["link"]:
            yield from self._link(found, base, depth)
        else:
            yield Token("start", "br", [])

    def _link(self, found: re.Match[str], base: int, depth: int) -> Iterator[Token]:
        """Yield a link; what is only an address is masked, as the address is its text."""
        name = "said" if found["said"] else "link" if found["link"] else "target"
        if name == "target" and _IMAGE.search(found["target"]):
            yield Token("start", "img", [])
            return
        href = found[name] if name != "said" else found["target"]
        yield Token("start", "a", [], (("href", href, -1, -1),))
        start, end = base + found.start(name), base + found.end(name)
        yield from self.read(start, end, depth) if name == "said" else self._text(found[name], start)
        yield Token("end", "a", [])


def _comment(html: str) -> Iterator[Token]:
    """Yield a comment, if that is what a snippet of HTML is."""
    if html.startswith("<!--") and html.endswith("-->"):
        yield Token("comment", html[4:-3].strip(), [])
