"""HTML: what is prose, what it is, and where it stands in the file."""

from __future__ import annotations

import pytest

from tests.readers.parsed import Shape, hidden, parsed, shapes, texts
from tests.readers.test_text import sound

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
  <title>Ferry service cut &amp; fares up</title>
  <meta charset="utf-8">
  <meta name="description" content="Two boats are &quot;enough&quot;, says the council.">
  <style>p { color: red }</style>
  <script>document.write("<p>not prose</p>")</script>
</head>
<body onload="start('<p>')">
<header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header>
<main>
<article>
  <h1>Ferry service
      cut</h1>
  <p class="byline">By Jane Roe</p>
  <p>The last <b>ev</b>ening ferry will <i>not</i> sail&nbsp;again.<br>It was empty.</p>
  <figure><img src="f.jpg" alt="A ferry at dusk"><figcaption>The ferry.</figcaption></figure>
  <h2>What passengers say</h2>
  <blockquote><p>We walk.</p></blockquote>
  <ul><li>One boat<li>Two boats</ul>
  <table><tr><th>Day<td>Boats</table>
  <pre>ferry --cut</pre>
  <aside class="related-posts"><h3>More</h3><p>Read this too</p></aside>
</article>
<section id="comments"><p>First!</p></section>
</main>
<footer><p>© The Gazette</p></footer>
</body>
</html>
"""


def test_a_page() -> None:
    assert shapes("a.html", PAGE) == [
        ("title", "headline", "Ferry service cut & fares up"),
        ("description", "standfirst", 'Two boats are "enough", says the council.'),
        ("paragraph", "furniture", "Home News"),
        ("heading", "headline", "Ferry service cut"),
        ("paragraph", "byline", "By Jane Roe"),
        ("paragraph", "paragraph", "The last evening ferry will not sail\xa0again.\nIt was empty."),
        ("alt", "metadata", "A ferry at dusk"),
        ("figure", "caption", "The ferry."),
        ("heading", "crosshead", "What passengers say"),
        ("quote", "quotation", "We walk."),
        ("item", "list-item", "One boat"),
        ("item", "list-item", "Two boats"),
        ("cell", "cell", "Day"),
        ("cell", "cell", "Boats"),
        ("code", "code", "ferry --cut"),
        ("paragraph", "furniture", "More"),
        ("paragraph", "furniture", "Read this too"),
        ("paragraph", "furniture", "First!"),
        ("paragraph", "furniture", "© The Gazette"),
    ]
    assert parsed("a.html", PAGE).metadata["title"] == "Ferry service cut & fares up"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("Bare text.", ["Bare text."]),
        ("<p>One<p>Two", ["One", "Two"]),
        ("<div>One<div>Two</div>Three</div>", ["One", "Two", "Three"]),
        ("<P>One</P>", ["One"]),
        ("<p>a<b>b</b>c <em> d</em> </p>", ["abc d"]),
        ("<p>\r\n  One\r\n  two\r\n</p>", ["One two"]),
        ("<p>5 < 6 & 7 > 2, <3</p>", ["5 < 6 & 7 > 2, <3"]),
        ("<p>&copy 2024 &notit; &#8217;&#x2019; &bogus;</p>", ["© 2024 ¬it; ’’ &bogus;"]),
        ("<p>a<!-- b -->c<!--> d <!---> e --></p>", ["ac d e -->"]),
        ("<p>a<![CDATA[b]]>c</p>", ["ac"]),
        ("<?xml version='1.0'?><p>a<br/>b</p>", ["a\nb"]),
        ("<p title='>'>a</p>", ["a"]),
        ("<p>a</p><script>'</p>'<p>b</script><p>c", ["a", "c"]),
        ("<template><p>a</p></template><p>b", ["b"]),
        ("<p hidden>a</p><p>b</p>", ["b"]),
        ("<head><title>T</title><p>No end of the head", ["T", "No end of the head"]),
        ("<p>unclosed <a href='x>tag</p><p>next</p>", ["unclosed tag", "next"]),
        ("<p>never <a href", ["never <a href"]),
        ("<amp-img src='a' alt='A boat'></amp-img><amp-ad>Buy</amp-ad><p>b", ["A boat", "Buy", "b"]),
        ("<p>a <img alt='x'> b</p>", ["a ￼ b", "x"]),
        ("<p onclick=\"say('<b>')\">a</p>", ["a"]),
        ("---\ntitle: A\n---\n<p>b {{ c }} d</p>{% if x %}<p>e</p>{% endif %}", ["A", "b {{ c }} d", "e"]),
        ("<pre>\n a\n  b</pre>", ["\n a\n  b"]),
        ("<p>שלום <b>עולם</b> 😀</p>", ["שלום עולם 😀"]),
    ],
)
def test_texts(source: str, expected: list[str]) -> None:
    assert texts("a.html", source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<div class='wp-caption'><p class='wp-caption-text'>A.</p></div>", ("paragraph", "caption", "A.")),
        ("<p class='dek'>A day.</p>", ("paragraph", "standfirst", "A day.")),
        ("<aside class='pull-quote'>We walk.</aside>", ("paragraph", "pull-quote", "We walk.")),
        ("<blockquote><ul><li>A</ul></blockquote>", ("quote", "quotation", "A")),
        ("<nav><ul><li>A</ul></nav>", ("paragraph", "furniture", "A")),
        ("<ul><li><p>A</p></li></ul>", ("item", "list-item", "A")),
        ("<td><h2>A</h2></td>", ("heading", "crosshead", "A")),
        ("<div id='disqus_thread'>A</div>", ("paragraph", "furniture", "A")),
        ("<p class='credit-card'>A</p>", ("paragraph", "paragraph", "A")),
        ('[caption id="a"]<img src="b"> A boat.[/caption]', ("figure", "caption", "A boat.")),
    ],
)
def test_roles(source: str, expected: Shape) -> None:
    assert shapes("a.html", source)[-1] == expected


@pytest.mark.parametrize(
    ("source", "outer"),
    [
        ("<p>One.</p>", "<p>One.</p>"),
        ("<li><b>One.</b></li>", "<li><b>One.</b></li>"),
        ("<p>One.", None),
        ("<p>One.<!-- stylelint: ignore --></p>", None),
        ("<p>One.<img src=a></p>", None),
        ("<p>{% x %}One.</p>", None),
        ("<div>One.</div>", None),
    ],
)
def test_a_block_is_taken_out_whole_only_if_nothing_else_goes_with_it(source: str, outer: str | None) -> None:
    block = parsed("a.html", source).blocks[0]
    assert (source[slice(*block.outer)] if block.outer else None) == outer


def test_code_is_hidden() -> None:
    assert hidden("a.html", "<p>Press <kbd>A</kbd> or <code>b <i>c</i></code> at https://a.org/b.</p>") == [
        "A", "b c", "https://a.org/b",
    ]  # fmt: skip


def test_what_stands_between_tags_cannot_be_edited_over_them() -> None:
    document = parsed("a.html", "<p>One <b>two</b> three &amp; four</p>")
    assert document.editable(0, 3)
    assert document.editable(4, 7)
    assert not document.editable(0, 7)
    at = document.prose.index("&")
    assert document.source[slice(*document.span(at, at + 1))] == "&amp;"
    assert document.editable(at, at + 6)


def test_a_page_is_sound() -> None:
    for cut in range(len(PAGE)):
        sound(parsed("a.html", PAGE[:cut]))
