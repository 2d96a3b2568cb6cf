"""What readers take for prose is what renderers show, and every piece of it stands where they say."""

from __future__ import annotations

import html
import re

import pyromark
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from stylelint.document import Document
from stylelint.readers.html import read_html
from stylelint.readers.markdown import _options, read_markdown
from stylelint.readers.markup import IMAGE
from stylelint.readers.places import in_ascii, in_bytes
from tests.readers.bits import MARKDOWN, SOUP

UNSHOWN = (
    ".footnote-reference",
    ".footnote-definition-label",
    "script",
    "style",
    "template",
    "head",
    "svg",
    "iframe",
    "textarea",
)


def shown(markup: str) -> str:
    """Return what a browser makes of HTML, blanks left out."""
    page = LexborHTMLParser(markup)
    for name in UNSHOWN:
        for node in page.css(name):
            node.decompose()
    return "".join((page.body.text(deep=True) if page.body else "").split())


def prose(document: Document) -> str:
    """Return the prose of a document without what stands beside it, blanks left out."""
    parts = [document.text(block) for block in document.blocks if block.kind not in ("alt", "metadata")]
    return "".join("".join(parts).replace(IMAGE, "").split())


def in_place(document: Document) -> bool:
    """Tell whether every piece, decoded, is what stands at its place."""
    return all(
        _means(document.prose[piece.start : piece.end], document.source[slice(*piece.source)])
        for piece in document.pieces or ()
    )


def _means(text: str, source: str) -> bool:
    if (
        text in (source, html.unescape(source), source.strip("`").replace("\\|", "|"))
        or source == "\\" + text
        or text == IMAGE
    ):
        return True
    return text.isspace() and re.fullmatch(r"[\s>\\]*|<br\s*/?>", source, re.IGNORECASE) is not None


DRAFT = """# A *b* &amp; c

One **two** three\\
four \\* five  \nsix <b>se</b>ven `ei  ght` <!-- no --> ![alt *x*](a "t") [link](b 'u') ~~x~~ “é” ok[^1].

> Quoted
lazy on *and*
> - item
>
> | a | b |
> |---|---|
> | c | d\\|e |

1. One
   two

   three
\t- four

```js
code &amp;
```

    indented

<div class="x">
<p>HTML &copy; <em>i</em>n&shy;side</p>

Between *tags*

</div>

Setext *h*
===

[ref][], [Ref] and <https://a.org/b> and a@b.org.

- [x] done
- [ ] open

[ref]: https://c.org 'é'
[^1]: A *note*.
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_markdown_draft_cut_anywhere(ends: str) -> None:
    source = DRAFT.replace("\n", ends)
    for cut in range(len(source)):
        document = read_markdown("a.md", source[:cut])
        # Of a tag that is never closed browsers show nothing; we show what stands there.
        if not re.search(r"</?[a-z][^>]*\Z", source[:cut]):
            assert prose(document) == shown(pyromark.html(source[:cut], options=_options())), cut
        assert in_place(document)


_BITS = st.lists(MARKDOWN, max_size=24)


@given(_BITS.map("".join))
@example("*é*a")
@example("\\é <é> \\“")
@example("[ẞ]\n\n[SS]: /url")
def test_any_markdown_is_read_as_it_is_rendered(source: str) -> None:
    source = "x\n\n" + source  # no front matter
    document = read_markdown("a.md", source)
    assert prose(document) == shown(pyromark.html(source, options=_options()))
    assert in_place(document)


@given(_BITS.map("".join))
def test_a_text_read_as_ascii_has_the_same_events(source: str) -> None:
    plain = in_ascii(source)
    if plain is not None:
        events = [(event, where) for event, where in pyromark.events_with_range(plain, options=_options())]
        sizes = [0]
        for char in source:
            sizes.append(sizes[-1] + len(char.encode()))
        places = {at: n for n, at in enumerate(sizes)}
        real = [
            (in_bytes(repr(event)), {"start": places[where["start"]], "end": places[where["end"]]})
            for event, where in pyromark.events_with_range(source, options=_options())
            if "Link" not in repr(event) and "Image" not in repr(event)
        ]
        seen = [(in_bytes(repr(e)), w) for e, w in events if "Link" not in repr(e) and "Image" not in repr(e)]
        assert [w for _, w in seen] == [w for _, w in real]


_SOUP = st.lists(SOUP, max_size=24)


@given(_SOUP.map("".join))
def test_any_html_is_read_as_a_browser_shows_it(source: str) -> None:
    document = read_html("a.html", source)
    assert prose(document) == shown(source)
    assert in_place(document)
