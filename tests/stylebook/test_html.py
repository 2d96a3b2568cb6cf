"""The site: well formed, whole, the same each time, and as a browser shows it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from stylelint.stylebook import pages
from tests.browser import measured, run
from tests.reporters.test_html import Reader
from tests.stylebook.house import house


def site(title: str = "The <Desk> & co") -> dict[str, str]:
    return {page.name: page.text for page in pages(house(), "html", title)}


def written(folder: Path) -> Path:
    for name, text in site().items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_files() -> None:
    assert list(site()) == [
        "index.html", "chapter-house.html", "chapter-index.html", "all.html", "style.css", "search.js",
    ]  # fmt: skip
    assert site() == site()


def test_every_page_is_well_formed_and_every_link_leads_somewhere() -> None:
    files = site()
    ids = {name: Reader(text).ids for name, text in files.items() if name.endswith(".html")}
    for name in ids:
        assert len(set(ids[name])) == len(ids[name])
        links = [link for link in Reader(files[name]).links if not link.startswith("https://desk.example/")]
        assert links
        for link in links:
            file, _, anchor = link.partition("#")
            assert (file or name) in files, link
            assert not anchor or anchor in ids[file or name], link


def test_nothing_is_fetched_from_elsewhere() -> None:
    for name, text in site().items():
        assert not re.search(r"(?:src|@import|url\()\W*(?:https?:)?//", text), name
        assert "fetch(" not in text and "innerHTML" not in text


def test_a_rule_is_all_there() -> None:
    page = site()["chapter-house.html"]
    for part in (
        "<title>House – The &lt;Desk&gt; &amp; co</title>",
        '<span class="error">error</span> <code>house/old-spelling</code>',
        "One spelling &amp; no other; so *it* is.",
        "The <mark>advisor</mark> left.\n\nThe &lt;i&gt;<mark>advisors</mark>&lt;/i&gt; stayed.",
        "The <ins>adviser</ins> left.",
        "<b>Leave</b><p dir=\"auto\">[Advisory] board | `code`</p>",
        "<tr><th>adviser</th><td>not adviseur, advisor</td></tr>",
        "The linter says: We write “adviser”, not &lt;b&gt;“advisor”&lt;/b&gt;.",
        '<a href="https://desk.example/spelling?a=1&amp;b=2" rel="noreferrer">',
        "<b>But</b><p dir=\"auto\"><em>nothing</em></p>",
    ):  # fmt: skip
        assert part in page, part


def test_the_search_knows_every_rule() -> None:
    rules = json.loads(re.findall(r"^const RULES = (.*);$", site()["search.js"], re.M)[0])
    assert [rule["address"] for rule in rules] == [
        "chapter-house.html#house--gone", "chapter-house.html#house--old-spelling",
        "chapter-index.html#index--quite",
    ]  # fmt: skip


SEARCH = """
const input = doc.querySelector("#search input");
const type = (text) => {
  input.value = text;
  input.dispatchEvent(new win.Event("input"));
  return [...doc.querySelectorAll("#search li")].map((li) => li.textContent);
};
return {title: type("old"), text: type("ADVIS lef"), example: type("prices"), none: type("zebra"),
        empty: type(""),
        first: (type("adviser"), doc.querySelector("#search li a").getAttribute("href")),
        wide: doc.documentElement.scrollWidth, paper: colour("body"), mark: colour("mark"),
        shown: shown("#search input")};
"""


@pytest.mark.parametrize(("width", "dark"), [(1200, False), (390, True)])
def test_in_a_browser(tmp_path: Path, width: int, dark: bool) -> None:
    seen = measured(written(tmp_path) / "chapter-house.html", SEARCH, width=width, dark=dark)
    assert seen["title"][0] == "Old spelling House"
    assert seen["text"] == ["Old spelling House"]
    assert seen["example"] == ["Gone House"]
    assert seen["none"] == ["No rule has these words."] and seen["empty"] == []
    assert seen["first"] == "chapter-house.html#house--old-spelling"
    assert seen["wide"] <= width and seen["shown"] == 1
    assert seen["paper"] == ("rgb(25, 26, 28)" if dark else "rgb(251, 250, 247)")
    assert seen["mark"] == ("rgb(88, 34, 29)" if dark else "rgb(251, 220, 216)")


def test_it_prints_each_chapter_on_a_page_of_its_own(tmp_path: Path) -> None:
    page = written(tmp_path) / "all.html"
    run("--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'book.pdf'}", page.as_uri())
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "book.pdf").read_bytes())) == 2
