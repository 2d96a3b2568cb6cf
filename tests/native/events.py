"""Arguments for the functions of blocks.c, inline.c, sheet.c and strips.c."""

from __future__ import annotations

from itertools import product
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
WHOLE = [
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
    "<p>One</code> two <code>x = 1</code> three</p>\n\n",
    "<div><code>x = 1</code> is one</div>\n\n",
    "<div>One<code>x</code></div><p><code>y <p>two</code></p>\n\n",
    "<p>One <span class=x>two<br>three</span> four</p>\n\n",
    "<p>One\f\ftwo \fthree\f</p>\n\n<p>\f<b> One</b></p>\n\n",
    "<p>One\rtwo\r\nthree  <i></i></p>\n\n",
    "<p>One<b> two</b> three<br> four</p>\n\n",
    "<p>One<meta name=description content=Two> <b>three</b></p>\n\n",
    "<head>\n<title>One</title>\n<p>Two</p>\n</head>\n\n",
    "<p>One</section> two</p>\n\n<div>One</p>two</div>\n\n",
    "<div><li>One</div>\n\n<p>Two</p>\n\n",
    "<dl><dd>One<dt>Two</dl>\n\n<table><td>One<tr><th>Two<tr>Three</table>\n\n",
    "<div>\n<p>One</p>\n<p>Two\n::: {.note}\nthree\n:::\n</p>\n</div>\n\n",
    "<div>\n::: {.note}\n<p>One</p>\n:::\n</div>\n\n",
    "<p>One <b>\n::: {.note}\n</b>two</p>\n\n",
    "<div>\n::: {.x}\nOne\n:::\n<p>Two</p>\n</div>\n\n",
    "<div>\n<p>One</p>\n<p><b>\n::: {.x}\nTwo\n:::\n</b></p>\n</div>\n\n",
    "<p>One<meta name=description content=Two> </p>\n\n",
    "<p>One<b>\n::: {.x}\nTwo\n:::\n</b></p>\n\n",
    "<ul><li>One <u>two</u></li></ul>\n\n",
    "<p>One<meta name=description content=Two> <b>three</b></p>\n\n<p>Two\n::: {.note}\nthree\n:::\n",
    "<table><td>One<tr>Two\n\n",
    "<p>One <code>a <kbd>b</kbd> c</code>\t\ttwo</p>\n\n",
    "<p>One<meta name=description content=Two>  three</p>\n\n",
    "<div>One<hr class=x>two</div>\n\n",
    "<pre><b> </b>x = 1 <i> </i></pre>\n\n",
    "<ul><li>\n::: {.x}\nTwo\n:::\n<b>One</b></li></ul>\n\n",
    "<pre>\n\n::: {.x}\nTwo\n:::\n\n</pre>\n\n<script>\n::: {.x}\nTwo\n:::\n</script>\n\n",
    "<p>{{one}} two</p>\n\n<p><b>{{one}}</b> two{{three}}</p>\n\n",
    "<dl><dd class=byline>One<dt>Two</dl>\n\n<table><td class=byline>One<tr><td>Two</table>\n\n",
    "<div>\r\n<p>One</p>\r\n</div>\n\n<div>\n\t<p>Two</p>\t\n</div>\n\n",
    "<div><p>One</p> two</div>\n\n<div>One <p>two</p></div>\n\n",
    "<div><p>One <!-- cut --></p></div>\n\n<div><p>One<p></p></p></div>\n\n",
    "<div><h6>Six</h6></div>\n\n<div><h1>One</h1><listing>Two</listing></div>\n\n",
    "<ul><li><p>One</p><p>Two</p></li></ul>\n\n<ul><li><img src=a.jpg>One</li></ul>\n\n",
    "<ul><li>One<video></video></li><li>Two</li><video></video></ul>\n\n",
]
"""Pieces of copy, each whole: bits alone seldom make a figure or an aside with words in it."""

COPY = st.sampled_from(WHOLE)

PICKY = Options(skipped=Skipped(frozenset({"x"}), frozenset({"x"})))
HOUSES = st.sampled_from([PLAIN, PLAIN, PICKY])


def asked(text: str, house: Options) -> tuple[Blocks, list[tuple[Any, Any]]]:
    """Return what takes the events of a draft, and these events."""
    blocks, events, _ = opened(text, house, "markdown")
    return blocks, list(events)


@st.composite
def drafts(draw: st.DrawFn, bits: st.SearchStrategy[str]) -> tuple[Blocks, list[tuple[Any, Any]]]:
    """Draw a draft of some bits."""
    return asked(
        "".join(draw(st.lists(bits, max_size=12) | st.lists(bits, min_size=12, max_size=40))), draw(HOUSES)
    )


ARGUMENTS = {
    "take_events": drafts(MARKDOWN | MORE)
    | drafts(HTML)
    | drafts(HTML | MARKDOWN | MORE)
    | drafts(COPY)
    | drafts(mostly(COPY, HTML | MARKDOWN | MORE))
}
ALONE = {"take_events": drafts(PLAINEST)}

_HEADINGS = product(
    ("", "One.\n", "One.\n\n", "One.\r\n\r\n", "One.\r\n", "\n\r\n", "\r\r"),
    (
        "# A",
        "## A",
        "###### A",
        "A\n===",
        "A\r\n---",
        "# [A](b)",
        "> # A",
        "- # A",
        "# ![a](b)",
        "<aside>\n\n# A",
    ),
    ("", "\n", "\r", "\n\nTwo", "\r\n\r\nTwo", "\nTwo", "\r\nTwo", "\r\rTwo", "\n\n\nTwo"),
)
_IN_LINES = product(
    ("", "One ", "One\n", "> One\n", "- One\n", "> [!NOTE]\n> ", "| a |\n|---|\n| ", "<aside>\n\n", "\\",
     "    "),
    ("<br>", "<br/>", "<br />", "<br x>", "<brx>", "<BR>", "</br>", "<b>a</b>", "</x>", "<é>", "&amp;",
     " &lt; ", "\\*", "{{a}}", "{{a}} b", "b {{a}}{{c}}d", " ", "  \n", "\\\n", "*a*", "[a](b)", "[](b)", "<https://a.b>",
     "[a](b 'c')", "`a`"),
    ("", " two", "\ntwo", " two\n\n* * *\n\nThree", "<br>"),
)  # fmt: skip
CASES = {
    "take_events": [
        asked(before + one, house)
        for one in WHOLE
        for before, house in (("", PLAIN), ("\n", PICKY), ("One.\n\n", PICKY))
    ]
    + [asked("".join(parts), PLAIN) for parts in (*_HEADINGS, *_IN_LINES)]
}
