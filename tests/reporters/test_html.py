"""The page to read: well formed, safe, complete, and as a browser shows it."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.reporters import Checked, Style
from stylelint.reporters.marked import WHOLE, stretches
from stylelint.rulebook import loads
from tests.browser import measured, run
from tests.reporters.awkward import TRICKY, many, said, tricky
from tests.reporters.made import SOURCE, checked, diagnostic

VOID = {"meta", "input", "br", "link"}
PAGE = [*checked(), tricky()]


class Reader(HTMLParser):
    """Reads a page; every element must be closed, every id be there once, every link lead somewhere."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text: dict[str, list[str]] = {}
        self.classes: list[str] = []
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag not in VOID:
            self.open.append(tag)
            self.classes.append(given.get("class", ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.classes.pop()

    def handle_data(self, data: str) -> None:
        for name in {*" ".join(self.classes).split(), *self.open}:
            self.text.setdefault(name, []).append(data)


def draft_text(page: str) -> str:
    """What stands in the texts of drafts, without the numbers of the notes."""
    texts = re.findall(r'<div class="text" dir="auto">(.*?)</div>', page, re.S)
    return unescape(re.sub(r"<a class=\"ref.*?</a>|<[^>]+>", "", "".join(texts)))


def test_it_is_well_formed_and_every_link_leads_somewhere() -> None:
    reader = Reader(said("html", PAGE, Style(statistics=True)))
    assert len(set(reader.ids)) == len(reader.ids)
    inner = [link for link in reader.links if link.startswith("#")]
    assert inner and {link[1:] for link in inner} <= set(reader.ids)
    assert [link for link in reader.links if not link.startswith("#")] == []


def test_it_needs_nothing_from_elsewhere_and_runs_no_script() -> None:
    page = said("html", PAGE)
    assert not re.search(r"<script|<link|<img|@import|url\(|\ssrc=|\son\w+=", page)
    assert "default-src 'none'" in page


def test_the_draft_is_shown_as_it_stands() -> None:
    assert draft_text(said("html", checked()[:1])) == SOURCE.replace("\r\n", "\n")
    assert draft_text(said("html", [tricky()])) == (
        TRICKY.replace("\r\n", "\n").translate({7: "␇", 0x1B: "␛", 0: "␀", 0x202E: "\ufffd"})
    )


def test_findings_are_grouped_by_chapter_with_reason_and_cure() -> None:
    page = said("html", checked())
    assert re.findall(r"<h3>(.*?)</h3>", page) == ["Titles", "Captions", "House", "House"]
    assert "<del>Secretary-General</del> → <ins>Secretary General</ins>" in page
    assert page.count("NATO writes it so.") == 1
    assert "see line 1: first here" in page


def test_there_are_ways_from_one_draft_to_the_others() -> None:
    ways = re.findall(r'<p class="ways">(.*?)</p>', said("html", PAGE))
    links = [re.findall(r'href="#(.*?)">(.*?)<', way) for way in ways]
    assert links[0] == [("top", "All drafts"), ("s2", "Next")]
    assert links[1] == [("top", "All drafts"), ("s1", "Previous"), ("s3", "Next")]
    assert links[-1] == [("top", "All drafts"), (f"s{len(ways) - 1}", "Previous")]
    assert 'class="ways"' not in said("html", checked()[:1])


def test_a_source_is_named_once_a_draft() -> None:
    source = "A boat, a ship.\n"
    found = [
        diagnostic(source, 2, 6)._replace(rule="house/boat"),
        diagnostic(source, 10, 14)._replace(rule="house/ship"),
    ]
    rule = "{check: banned, words: [x], message: m, why: w, source: Stylebook}"
    book = loads(f"chapter: house\nrules: {{boat: {rule}, ship: {rule}}}\n".encode(), "house.yml")
    assert said("html", [Checked("a.txt", source, found)], Style(book=book)).count("Source: Stylebook") == 1


def test_a_clean_desk() -> None:
    page = said("html", checked()[1:2])
    Reader(page)
    assert "Nothing found in 1 file." in page and "<article" not in page and "<input" not in page


def test_a_long_draft_is_shown_around_what_was_found() -> None:
    source = "A plain line of an archive.\n" * 9000
    found = [diagnostic(source, at, at + 5) for at in (2, 100_002, 100_202)]
    page = said("html", [Checked("a.txt", source, found)])
    assert page.count("<mark") == 3 and page.count('class="cut"') == 2
    assert len(draft_text(page)) < 6000


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6), st.booleans())
def test_stretches_follow_one_another_and_every_finding_opens_once(
    spans: list[tuple[int, int]], long: bool
) -> None:
    source = ("Some words.\n" * 5 + "x" * (2 * WHOLE)) if long else "Some words.\n" * 5
    found = [diagnostic(source, min(span), max(span)) for span in sorted(spans)]
    parts = list(stretches(source, found))
    assert "".join(source[p.start : p.end] for p in parts) == source
    assert sorted(index for p in parts for index in p.opens) == list(range(len(found)))
    for index, d in enumerate(found):
        shown = [p for p in parts if index in p.found]
        assert "".join(source[p.start : p.end] for p in shown) == d.text
        assert not any(p.left_out for p in shown)


MEASURES = """
const before = ["li.error", "li.warning", "li.suggestion", "nav li"].map(shown);
const at = (query) => doc.querySelector(query).getBoundingClientRect();
const [text, notes] = [at("article .text"), at("article .notes")];
const beside = Math.abs(text.top - notes.top) < 2 && text.right <= notes.left && text.width > notes.width;
const below = text.left === notes.left && text.bottom <= notes.top;
const wide = doc.documentElement.scrollWidth;
doc.getElementById("show-warning").checked = false;
const without = [shown("li.warning"), shown(".text .ref.warning"), shown("nav li"), shown("article")];
const grey = colour("mark.warning:not(.error)");
return {before, beside, below, wide, without, grey, paper: colour("body"), error: colour("mark.error"),
        asked: win.performance.getEntriesByType("resource").length};
"""


@pytest.mark.parametrize(("width", "dark"), [(1300, False), (390, False), (390, True)])
def test_in_a_browser(width: int, dark: bool) -> None:
    seen = measured(said("html", PAGE), MEASURES, width=width, dark=dark)
    assert seen["before"] == [2, 5, 2, 3], "all notes are to be seen"
    assert seen["wide"] <= width, "nothing sticks out"
    assert seen["beside" if width > 1000 else "below"], "notes stand beside the text, on a telephone below it"
    assert seen["without"] == [0, 0, 2, 2], "hidden without a script; a draft with nothing else goes too"
    assert seen["grey"] == "rgba(0, 0, 0, 0)"
    assert seen["paper"] == ("rgb(25, 26, 28)" if dark else "rgb(251, 250, 247)")
    assert seen["error"] == ("rgb(88, 34, 29)" if dark else "rgb(251, 220, 216)")
    assert seen["asked"] == 0, "nothing is fetched"


def test_it_prints_all_it_holds(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text(said("html", [*PAGE, many(120)]), "utf-8")
    run("--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'report.pdf'}", page.as_uri())
    pdf = (tmp_path / "report.pdf").read_bytes()
    # A draft begins a page of its own, and notes are not cut off at the height of a screen.
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 5
