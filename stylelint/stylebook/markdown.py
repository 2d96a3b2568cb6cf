"""The stylebook in Markdown: a page for each chapter, for a wiki or a site of the house's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stylelint.reporters import plural
from stylelint.reporters.markdown import code, escaped
from stylelint.stylebook import Page
from stylelint.stylebook.entries import Chapter, Entry, Shown


def pages(chapters: Sequence[Chapter], title: str) -> Iterator[Page]:
    """Yield the pages, the table of contents first.

    Args:
        chapters: what they hold.
        title: of the stylebook.
    """
    yield Page("index.md", "".join(_index(chapters, title)))
    for chapter in chapters:
        yield Page(_file(chapter), "".join(_chapter(chapter)))


def _file(chapter: Chapter) -> str:
    return f"chapter-{chapter.name}.md"


def _index(chapters: Sequence[Chapter], title: str) -> Iterator[str]:
    yield f"# {escaped(title)}\n"
    for chapter in chapters:
        rules = plural(len(chapter.entries), "rule")
        yield f"\n## [{escaped(chapter.title)}]({_file(chapter)})\n\n{rules}\n\n"
        for entry in chapter.entries:
            yield f"- [{escaped(entry.title)}]({_file(chapter)}#{_anchor(entry)})\n"


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"# {escaped(chapter.title)}\n"
    for entry in chapter.entries:
        yield from _entry(entry)


def _anchor(entry: Entry) -> str:
    return entry.rule.id.replace("/", "--")


def _entry(entry: Entry) -> Iterator[str]:
    rule = entry.rule
    # Renderers do not agree on the anchors of headings: it brings one of its own.
    yield f'\n<a id="{_anchor(entry)}"></a>\n\n## {escaped(entry.title)}\n\n{rule.level} · {code(rule.id)}\n'
    yield f"\n{escaped(entry.why)}\n" if entry.why else ""
    if entry.words:
        yield "\n| write | |\n|---|---|\n"
        yield from (f"| {escaped(word)} | {escaped(said)} |\n" for word, said in entry.words)
    for shown in entry.wrong:
        yield from _wrong(shown)
    for shown in entry.right:
        yield from _example("Leave", shown.text)
    yield f"\nThe linter says: {escaped(entry.says)}\n" if entry.says else ""
    yield f"\n{escaped(entry.facts)}\n"
    yield f"\nSource: {_linked(rule.source)}\n" if rule.source else ""


def _linked(source: str) -> str:
    """Return an address so that it is one, anything else as text."""
    is_address = source.startswith(("https://", "http://")) and not set(" <>\n") & set(source)
    return f"<{source}>" if is_address else escaped(source)


def _wrong(shown: Shown) -> Iterator[str]:
    yield from _example("Not", shown.text)
    if shown.good is not None:
        yield from _example("But", shown.good)


def _example(label: str, text: str) -> Iterator[str]:
    """Yield an example as a quotation, its lines as they stand."""
    lines = text.strip("\n").split("\n")
    shown = [f"{escaped(line)}  " if line.strip() else "" for line in lines]
    if not text.strip():
        shown = ["*nothing*"]
    yield f"\n**{label}**\n\n" + "".join(
        f"> {line}".rstrip(" ") + ("  \n" if line else "\n") for line in shown
    )
