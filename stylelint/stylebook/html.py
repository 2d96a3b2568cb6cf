"""The stylebook as a small site: a page for each chapter, one with everything to print, and a search.

It is opened from a folder or a server alike, and fetches nothing from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from stylelint.reporters import plural
from stylelint.reporters.html import safe
from stylelint.reporters.marked import stretches
from stylelint.reporters.records import encode
from stylelint.stylebook import Page
from stylelint.stylebook.entries import Chapter, Entry, Shown

_INDEX, _ALL, _STYLE, _SEARCH = "index.html", "all.html", "style.css", "search.js"
_MARKED_ABOVE = 0.7


def pages(chapters: Sequence[Chapter], title: str) -> Iterator[Page]:
    """Yield the files of the site, the first page first.

    Args:
        chapters: what it holds.
        title: of the stylebook.
    """
    yield Page(_INDEX, _page(chapters, title, "", _index(chapters, title)))
    for chapter in chapters:
        yield Page(_file(chapter), _page(chapters, title, chapter.name, _chapter(chapter)))
    yield Page(_ALL, _page(chapters, title, _ALL, [f"<h1>{safe(title)}</h1>\n", *_everything(chapters)]))
    yield Page(_STYLE, _beside("style.css"))
    yield Page(_SEARCH, f"const RULES = {encode([*_searched(chapters)])};\n{_beside('search.js')}")


def _file(chapter: Chapter) -> str:
    # With a word before it, so that no chapter's name is that of another page.
    return f"chapter-{chapter.name}.html"


def _page(chapters: Sequence[Chapter], title: str, here: str, body: Iterator[str] | list[str]) -> str:
    named = next((f"{chapter.title} – " for chapter in chapters if chapter.name == here), "")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{safe(named + title)}</title>\n<link rel="stylesheet" href="{_STYLE}">\n'
        f'<script src="{_SEARCH}" defer></script>\n</head>\n<body>\n'
        f"{''.join(_navigation(chapters, title, here))}<main>\n{''.join(body)}</main>\n</body>\n</html>\n"
    )


def _navigation(chapters: Sequence[Chapter], title: str, here: str) -> Iterator[str]:
    yield f'<header><a class="title" href="{_INDEX}">{safe(title)}</a>\n'
    yield '<div id="search" hidden><input type="search" placeholder="Search" aria-label="Search the rules">'
    yield '<ol aria-live="polite"></ol></div></header>\n<nav aria-label="Chapters"><ul>\n'
    for chapter in chapters:
        current = ' aria-current="page"' if chapter.name == here else ""
        yield f'<li><a href="{_file(chapter)}"{current}>{safe(chapter.title)}</a></li>\n'
    current = ' aria-current="page"' if here == _ALL else ""
    yield f'<li><a href="{_ALL}"{current}>All on one page</a></li>\n</ul></nav>\n'


def _index(chapters: Sequence[Chapter], title: str) -> Iterator[str]:
    count = sum(len(chapter.entries) for chapter in chapters)
    yield f"<h1>{safe(title)}</h1>\n"
    yield f'<p class="lead">{plural(count, "rule")} in {plural(len(chapters), "chapter")}.</p>\n'
    for chapter in chapters:
        named = f'<a href="{_file(chapter)}">{safe(chapter.title)}</a>'
        yield f'<section class="contents"><h2>{named}</h2>\n<ul>\n'
        for entry in chapter.entries:
            yield f'<li><a href="{_address(chapter, entry)}">{safe(entry.title)}</a></li>\n'
        yield "</ul></section>\n"


def _everything(chapters: Sequence[Chapter]) -> Iterator[str]:
    for chapter in chapters:
        yield f'<h2 class="chapter">{safe(chapter.title)}</h2>\n'
        for entry in chapter.entries:
            yield from _entry(entry, "h3")


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f'<h1>{safe(chapter.title)}</h1>\n<ul class="jump">\n'
    for entry in chapter.entries:
        yield f'<li><a href="#{_anchor(entry)}">{safe(entry.title)}</a></li>\n'
    yield "</ul>\n"
    for entry in chapter.entries:
        yield from _entry(entry, "h2")


def _anchor(entry: Entry) -> str:
    return entry.rule.id.replace("/", "--")


def _address(chapter: Chapter, entry: Entry) -> str:
    return f"{_file(chapter)}#{_anchor(entry)}"


def _entry(entry: Entry, heading: str) -> Iterator[str]:
    rule, anchor = entry.rule, _anchor(entry)
    yield f'<article id="{anchor}">\n<{heading}><a href="#{anchor}">{safe(entry.title)}</a></{heading}>\n'
    level = f'<span class="{rule.level}">{rule.level}</span>'
    yield f'<p class="about">{level} <code>{safe(rule.id)}</code></p>\n'
    yield f'<p class="why">{safe(entry.why)}</p>\n' if entry.why else ""
    yield from _words(entry)
    if entry.wrong or entry.right:
        yield '<div class="examples">\n'
        yield from (_wrong(shown) for shown in entry.wrong)
        yield from (_example("right", "Leave", _text(shown.text)) for shown in entry.right)
        yield "</div>\n"
    yield f'<p class="says">The linter says: {safe(entry.says)}</p>\n' if entry.says else ""
    yield f'<p class="facts">{safe(entry.facts)}</p>\n'
    yield f'<p class="source">Source: {_linked(rule.source)}</p>\n' if rule.source else ""
    yield from _settings(entry)
    yield "</article>\n"


def _words(entry: Entry) -> Iterator[str]:
    if entry.words:
        rows = "".join(f"<tr><th>{safe(word)}</th><td>{safe(said)}</td></tr>\n" for word, said in entry.words)
        yield f'<table class="words">\n{rows}</table>\n'


def _wrong(shown: Shown) -> str:
    parts: list[str] = []
    for stretch in stretches(shown.text, shown.found):
        text = _text(shown.text[stretch.start : stretch.end])
        parts.append(f"<mark>{text}</mark>" if stretch.found and text else text)
    not_ = _example("wrong", "Not", "".join(parts))
    return not_ if shown.good is None else not_ + _example("good", "But", _mended(shown.text, shown.good))


def _example(kind: str, label: str, text: str) -> str:
    return f'<div class="{kind}"><b>{label}</b><p dir="auto">{text.strip() or "<em>nothing</em>"}</p></div>\n'


def _mended(before: str, after: str) -> str:
    """Mark the words that are new, unless most of them are."""
    from difflib import SequenceMatcher

    old, new = _tokens(before), _tokens(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _MARKED_ABOVE:
        return _text(after)
    parts = ("".join(new[low:high]) for kind, _, _, low, high in matcher.get_opcodes() if high > low)
    kinds = [kind for kind, _, _, low, high in matcher.get_opcodes() if high > low]
    return "".join(
        _text(part) if kind == "equal" else f"<ins>{_text(part)}</ins>"
        for kind, part in zip(kinds, parts, strict=True)
    )


def _tokens(text: str) -> list[str]:
    import re

    return re.findall(r"\S+|\s", text)


def _settings(entry: Entry) -> Iterator[str]:
    if entry.settings:
        kind = f"<code>{safe(entry.rule.check.kind)}</code>"
        yield f"<details><summary>Settings of the check {kind}</summary>\n<dl>\n"
        for key, value in entry.settings:
            yield f"<dt>{safe(key)}</dt><dd>{safe(value)}</dd>\n"
        yield "</dl></details>\n"


def _linked(source: str) -> str:
    if source.startswith(("https://", "http://")):
        return f'<a href="{safe(source)}" rel="noreferrer">{safe(source)}</a>'
    return safe(source)


def _text(text: str) -> str:
    return "\n".join(map(safe, text.split("\n")))


def _searched(chapters: Sequence[Chapter]) -> Iterator[dict[str, Any]]:
    """Yield what the search looks through: of each rule its title, and all its words in lower case."""
    for chapter in chapters:
        for entry in chapter.entries:
            shown = (one.text for one in (*entry.wrong, *entry.right))
            words = (part for row in entry.words for part in row)
            text = " ".join((entry.rule.id, chapter.title, entry.why, *words, *shown))
            yield {
                "title": entry.title,
                "chapter": chapter.title,
                "address": _address(chapter, entry),
                "text": " ".join(text.split()).lower(),
            }


def _beside(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")
