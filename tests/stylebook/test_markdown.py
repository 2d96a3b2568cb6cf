"""The stylebook in Markdown, rendered by a real parser."""

from __future__ import annotations

import re
from html import unescape

from pyromark import Markdown, Options

from stylelint.stylebook import pages
from tests.stylebook.house import house

RENDER = Markdown(options=Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH)


def site() -> dict[str, str]:
    return {page.name: page.text for page in pages(house(), "markdown", "The <Desk> *& co*")}


def test_links_lead_to_anchors() -> None:
    files = site()
    assert list(files) == ["index.md", "chapter-house.md", "chapter-index.md"]
    links = re.findall(r'href="([^"]+)"', RENDER.html(files["index.md"]))
    assert len(links) == 5
    for link in links:
        file, _, anchor = link.partition("#")
        assert not anchor or f'<a id="{anchor}"></a>' in files[file]


def test_a_rule_is_all_there_and_nothing_of_it_is_markup() -> None:
    html = RENDER.html(site()["chapter-house.md"])
    shown = unescape(re.sub(r"<[^>]+>", "", html))
    for part in (
        "error · house/old-spelling",
        "One spelling & no other; so *it* is.",
        "The <i>advisors</i> stayed.",
        "[Advisory] board | `code`",
        "We write “adviser”, not <b>“advisor”</b>.",
    ):
        assert part in shown, part
    assert "<i>" not in html and "<code>code</code>" not in html
    assert html.count("<blockquote>") == 6
    assert '<a href="https://desk.example/spelling?a=1&amp;b=2">' in html
    assert re.search(r"<td>adviser</td>\s*<td>not adviseur, advisor</td>", html)


def test_the_title_is_a_title() -> None:
    assert "<h1>The &lt;Desk&gt; *&amp; co*</h1>" in RENDER.html(site()["index.md"])
