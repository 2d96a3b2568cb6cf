"""One page to read: each draft with what was found marked in its text, the notes beside it by chapter.

It needs nothing from elsewhere, runs no script, and prints.  The page is written when all drafts are known,
as it begins with a list of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stylelint.diagnostics import LEVELS, Diagnostic, Fix, Level
from stylelint.reporters import Checked, Style, Tally, plural
from stylelint.reporters.cure import cure
from stylelint.reporters.marked import stretches
from stylelint.reporters.places import rooted
from stylelint.reporters.rules import Known, flat
from stylelint.reporters.terminal import printable

_SHORT = 90
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


class _Story(NamedTuple):
    """A draft in which something was found: its entry in the list, and its part of the page in two halves."""

    entry: str
    head: str
    body: str


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield "" for each draft and then the page."""
    tally, stories, known = Tally(), list[_Story](), Known(style.book)
    for result in tally.watch(results):
        if result.diagnostics:
            stories.append(_story(len(stories) + 1, result, style, known))
        yield ""
    yield from _head(tally)
    if len(stories) > 1:
        yield f'<nav aria-label="Drafts"><ol>\n{"".join(story.entry for story in stories)}</ol></nav>\n'
    yield "<main>\n"
    for number, story in enumerate(stories, 1):
        yield f"{story.head}{_ways(number, len(stories))}{story.body}"
    yield f"{_statistics(tally) if style.statistics else ''}</main>\n</body>\n</html>\n"


def _ways(number: int, count: int) -> str:
    """Return the ways from one draft to the others; "" where there is one."""
    steps = {"All drafts": "top", "Previous": f"s{number - 1}", "Next": f"s{number + 1}"}
    gone = {"Previous"} if number == 1 else {"Next"} if number == count else set()
    links = [f'<a href="#{to}">{name}</a>' for name, to in steps.items() if name not in gone]
    return f'<p class="ways">{" · ".join(links)}</p>\n' if count > 1 else ""


def _head(tally: Tally) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>Style report: {safe(tally.summary())}</title>\n<style>\n{look('report.css')}</style>\n"
    summary = safe(_capital(tally.summary()))
    yield f'</head>\n<body>\n<header id="top"><h1>Style report</h1><p>{summary}.</p></header>\n'
    if tally.levels:
        # Without a script: the boxes stand before what they show and hide, and style sheets do the rest.
        yield from (_box(level, tally.levels[level]) for level in LEVELS)


def _box(level: Level, count: int) -> str:
    return (
        f'<input type="checkbox" id="show-{level}" checked>'
        f'<label for="show-{level}" class="{level}">{plural(count, level)}</label>\n'
    )


def _story(number: int, result: Checked, style: Style, known: Known) -> _Story:
    path = safe(rooted(result.path, style))
    levels = _levels(result.diagnostics)
    counts = ", ".join(
        plural(sum(d.level == level for d in result.diagnostics), level)
        for level in LEVELS
        if any(d.level == level for d in result.diagnostics)
    )
    entry = f'<li class="{levels}"><a href="#s{number}">{path}</a> <small>{counts}</small></li>\n'
    head = f'<article id="s{number}" class="{levels}">\n<h2>{path}</h2>\n<p class="counts">{counts}</p>\n'
    body = (
        f'<div class="text" dir="auto">{"".join(_text(number, result))}</div>\n'
        f'<aside class="notes">\n{"".join(_notes(number, result, known))}</aside>\n</article>\n'
    )
    return _Story(entry, head, body)


def _levels(some: Iterable[Diagnostic]) -> str:
    """Name the levels there are, so that what is empty when some are hidden can be hidden too."""
    there = {d.level for d in some}
    return "has-" + "".join(level[0] for level in LEVELS if level in there)


def _text(story: int, result: Checked) -> Iterator[str]:
    hidden = False
    for stretch in stretches(result.source, result.diagnostics):
        if stretch.left_out:
            yield "" if hidden else '<span class="cut">…</span>\n'
            hidden = True
            continue
        hidden = False
        yield "".join(_reference(story, index, result.diagnostics[index]) for index in stretch.opens)
        text = _lines(result.source[stretch.start : stretch.end])
        levels = {result.diagnostics[index].level for index in stretch.found}
        yield f'<mark class="{" ".join(sorted(levels))}">{text}</mark>' if levels and text else text


def _reference(story: int, index: int, d: Diagnostic) -> str:
    at = f"{story}-{index + 1}"
    said = safe(f"{d.level}: {flat(d.message)}")
    return f'<a class="ref {d.level}" id="m{at}" href="#n{at}" title="{said}">{index + 1}</a>'


def _notes(story: int, result: Checked, known: Known) -> Iterator[str]:
    chapters: dict[str, list[tuple[int, Diagnostic]]] = {}
    for index, d in enumerate(result.diagnostics):
        chapters.setdefault(d.rule.partition("/")[0], []).append((index, d))
    explained: set[str] = set()  # rules, and sources: one reason is enough
    for chapter, some in chapters.items():
        title = _capital(chapter.replace("-", " "))
        yield f'<section class="{_levels(d for _, d in some)}"><h3>{safe(title)}</h3>\n<ol>\n'
        for index, d in some:
            yield "".join(_note(f"{story}-{index + 1}", index + 1, result.source, d))
            if d.rule not in explained:
                yield from _reason(d, known, explained)
            explained.add(d.rule)
            yield "</li>\n"
        yield "</ol></section>\n"


def _note(at: str, number: int, source: str, d: Diagnostic) -> Iterator[str]:
    yield f'<li id="n{at}" class="{d.level}"><a class="ref {d.level}" href="#m{at}">{number}</a>'
    yield f'<p class="said">{safe(flat(d.message))}</p>'
    yield f'<p class="about">{d.level} · line {d.line} · <code>{safe(d.rule)}</code></p>'
    if d.fix:
        yield f'<p class="fix">{_fix(source, d.fix)}</p>'
    for place in d.related:
        yield f'<p class="see">see line {place.line}: {safe(place.message)}</p>'


def _reason(d: Diagnostic, known: Known, explained: set[str]) -> Iterator[str]:
    if d.why:
        yield f'<p class="why">{safe(flat(d.why))}</p>'
    source = known.source(d.rule)
    if source in explained:
        return
    explained.add(source)
    if source.startswith(("https://", "http://")):
        shown = source.split("//", 1)[1].partition("/")[0]
        yield f'<p class="why">Source: <a href="{safe(source)}" rel="noreferrer">{safe(shown)}</a></p>'
    elif source:
        yield f'<p class="why">Source: {safe(source)}</p>'


def _fix(source: str, fix: Fix) -> str:
    """Show words and what takes their place; say it where that is too much to show."""
    edit, look = fix.edits[0], "" if fix.safe else " <em>a person should look</em>"
    old, new = source[slice(*edit.span)], edit.text
    if len(fix.edits) > 1 or len(old) + len(new) > _SHORT or not (old.strip() and new.strip()):
        return safe(_capital(cure(source, fix)))
    return f"<del>{_lines(old)}</del> → <ins>{_lines(new)}</ins>{look}"


def _statistics(tally: Tally) -> str:
    rows = "".join(f"<tr><td>{count}</td><td>{safe(rule)}</td></tr>\n" for rule, count in tally.by_rule())
    return f'<table class="counts"><caption>Findings by rule</caption>\n{rows}</table>\n'


def safe(text: str) -> str:
    """Return text on one line that can stand in HTML, in an attribute too."""
    from html import escape

    return escape(printable(text))


def look(name: str) -> str:
    """Return a style sheet of this package."""
    from pathlib import Path

    return Path(__file__).with_name(name).read_text("utf-8")


def _lines(text: str) -> str:
    """Return text of a draft with its line ends and tabs, as HTML."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("\t".join(map(safe, line.split("\t"))) for line in lines)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
