"""Arguments for the functions of blocks.c, inline.c, sheet.c and strips.c."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from stylelint.readers.blocks import Blocks
from stylelint.readers.markdown import opened
from stylelint.readers.options import PLAIN, Options, Skipped
from tests.native.strategies import mostly
from tests.readers.bits import MARKDOWN, SOUP

MORE = st.sampled_from(
    [
        "# Bb\n",
        "\n\nBb c\n---\n\n",
        "- c\n\n  d\n",
        "\n> [!NOTE]\n> e\n",
        "<div class=caption>\n\n",
        "\n\n</div>\n\n",
        "<p>\n",
        "<aside>\n\n",
        "</code>",
        '{{< figure caption="F g" >}}',
        "{{ h }}",
        "[caption id=i]",
        "$j^2$",
        '!!! note "K"\n    l\n\n',
        '[m](n "O")',
        "![p](q 'R')",
        "[^s]",
        "\n\n[^s]: t\n",
        "| u |\n|---|\n| `v\\\\|` |\n",
        "w  \n",
        "\u2028",
    ]
)


PLAINEST = st.sampled_from(
    ["b ", "*", "**", "\n", "\n\n", "  \n", "# ", "- ", "1. ", "> ", "&amp;", "[a](b)"]
)


HTML = SOUP | st.sampled_from(
    [
        "\n\n",
        "<div>\n\n",
        "\n\n</div>\n\n",
        "</p>\n\n",
        "<p hidden>",
        "<div id=x class='byline c'>",
        "<hr>",
        "b<br />",
        "b</br\t>",
        "b<br/ x>",
        "<td>",
        "<tr>",
        "<dt>",
        "<aside>\n",
        "<head>",
        "<title>",
        "<body>",
        "<video>",
        "<IFRAME>",
        "</iframe/",
        "<script>",
        "</\u017fcript>",
        "\t\t",
        "\r",
        "\r\n",
        "{{e}}",
        "{{<g alt='h'>}}",
        "{{<i caption='j &amp; k'>}}",
        "[caption id=l]",
    ]
)
COPY = st.sampled_from(
    [
        '![The bridge &amp; the quay](quay.jpg "Photo: Ada Brook")\n\nThe bridge opens on Friday.\n\n',
        "The ferry ![ ](f.png) left ![The *old* ferry](g.png) late.\n\n",
        '<figure>\n<img src="a.jpg" alt="A &quot;new&quot;">\n<figcaption>Pier.</figcaption>\n</figure>\n\n',
        "<img alt=' ' src=b.jpg><img alt='Two boats' title='At dusk'>\n\n",
        '{{< figure src="c.jpg" alt="A &lt; B" caption="The mayor,  left" >}}\n\n',
        "[caption id=d]<img alt='Crowd'> The crowd on the quay[/caption]\n\n",
        "<aside>\n\nA note to readers.\n\n</aside>\n\n",
        "<blockquote><p>We won&rsquo;t <em>pay</em>.</p></blockquote>\n\n",
        "<div class=caption>The hall <!-- cut --> at noon<br>on Monday</div>\n\n",
        "> ![Inside](h.png)\n>\n> - a list\n>   ![Further inside](i.png)\n\n",
        "<p>One <b>bold<p>Two</b> <code>x  y</code>\n\n",
    ]
)
"""Pieces of copy, each whole: bits alone seldom make a figure or an aside with words in it."""

HOUSES = st.sampled_from([PLAIN, PLAIN, Options(skipped=Skipped(frozenset({"x"}), frozenset({"x"})))])


@st.composite
def drafts(draw: st.DrawFn, bits: st.SearchStrategy[str]) -> tuple[Blocks, list[tuple[Any, Any]]]:
    """Return what takes the events of a draft, and these events."""
    text = "".join(draw(st.lists(bits, max_size=12) | st.lists(bits, min_size=12, max_size=40)))
    blocks, events, _ = opened(text, draw(HOUSES), "markdown")
    return blocks, list(events)


ARGUMENTS = {
    "take_events": drafts(MARKDOWN | MORE)
    | drafts(HTML)
    | drafts(HTML | MARKDOWN | MORE)
    | drafts(COPY)
    | drafts(mostly(COPY, HTML | MARKDOWN | MORE))
}
ALONE = {"take_events": drafts(PLAINEST)}
