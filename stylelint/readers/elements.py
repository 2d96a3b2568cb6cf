"""What the elements of HTML mean in an article, and what newsrooms' classes say about them."""

from __future__ import annotations

from typing import NamedTuple

from stylelint.readers.sheet import Shape

BLOCKS = frozenset(
    [
        "address",
        "amp-ad",
        "amp-sidebar",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "colgroup",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "listing",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "plaintext",
        "pre",
        "search",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "button",
    ]
)
"""Elements that end the stretch of text before them."""
CODE = frozenset(["code", "kbd", "samp", "tt", "var"])
"""Elements inside of a block whose text is no prose."""
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "amp-img",
    ]
)
"""Elements that have no end."""

META = {
    "description": "standfirst", "author": "byline", "og:title": "headline", "og:description": "standfirst",
    "twitter:title": "headline", "twitter:description": "standfirst", "keywords": "metadata",
    "news_keywords": "metadata",
}  # fmt: skip
OBJECTS = frozenset(["audio", "embed", "iframe", "input", "object", "script", "svg", "video"])
"""Elements that are no text, and would go with the block that they stand in."""
HIDDEN = frozenset(["audio", "video", "noscript", "script", "style", "template", "textarea"])
WHOLE = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li"])
"""Elements that can be taken out with what they hold."""
_PARTS = ("tbody", "thead", "tfoot")
ENDS_ITSELF: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), ("ul", "ol", "menu", "dir")),
    **dict.fromkeys(("dd", "dt"), (("dd", "dt"), ("dl",))),
    **dict.fromkeys(("td", "th"), (("td", "th"), ("tr", "table"))),
    "tr": (("td", "th", "tr"), ("table", *_PARTS)),
    **dict.fromkeys(_PARTS, (("td", "th", "tr", *_PARTS, "caption"), ("table",))),
    "option": (("option",), ("select",)),
}
"""Element → what its start ends, and what it does not reach beyond."""
SORTS: dict[str, str] = {
    **dict.fromkeys(OBJECTS, "object"),
    **dict.fromkeys(BLOCKS, "block"),
    **dict.fromkeys(CODE, "code"),
    **dict.fromkeys(("img", "amp-img"), "image"),
    "meta": "meta",
    "br": "break",
}
"""Element → what it is to the text that it stands in; others are nothing to it."""

SHAPES: dict[str, Shape] = {
    "h1": ("heading", "headline", 1),
    **{f"h{level}": ("heading", "crosshead", level) for level in range(2, 7)},
    "blockquote": ("quote", "quotation", 1),
    "li": ("item", "list-item", 1),
    "dd": ("item", "list-item", 1),
    "dt": ("item", "list-item", 1),
    "td": ("cell", "cell", 0),
    "th": ("cell", "cell", 0),
    "caption": ("figure", "caption", 0),
    "figcaption": ("figure", "caption", 0),
    "pre": ("code", "code", 0),
    "listing": ("code", "code", 0),
    **dict.fromkeys(
        ("nav", "footer", "aside", "form", "menu", "dialog", "button", "select", "amp-ad", "amp-sidebar"),
        ("paragraph", "furniture", 0),
    ),
}
"""Element → what its text is; others leave that to what they stand in."""

HINTS: dict[str, str] = {
    **dict.fromkeys(("byline", "article-byline", "entry-author", "post-author"), "byline"),
    **dict.fromkeys(
        ("standfirst", "dek", "deck", "subtitle", "article-summary", "entry-summary", "article-dek"),
        "standfirst",
    ),
    **dict.fromkeys(("caption", "wp-caption-text", "photo-caption", "image-caption"), "caption"),
    **dict.fromkeys(("credit", "photo-credit", "image-credit", "wp-caption-credit"), "credit"),
    **dict.fromkeys(("pullquote", "pull-quote", "wp-block-pullquote"), "pull-quote"),
    **dict.fromkeys(("correction", "article-correction"), "correction"),
    **dict.fromkeys(("editors-note", "editor-note"), "editors-note"),
    **dict.fromkeys(
        (
            "comments", "comment-list", "comment-form", "comment-respond", "respond", "disqus_thread",
            "related-posts", "related-articles", "related-stories", "newsletter-signup", "share-buttons",
            "social-share", "sharedaddy", "breadcrumb", "breadcrumbs", "site-header", "site-footer",
            "post-navigation", "cookie-banner", "advertisement",
        ),
        "furniture",
    ),
}  # fmt: skip
"""Class or id → role; whole words only, and only such as mean one thing wherever they are used."""

_INHERITED = frozenset({"furniture", "caption", "code", "pull-quote"})
_UNDER_A_QUOTATION = frozenset({"list-item", "cell"})


def within(outer: Shape, name: str, hints: list[str]) -> Shape:
    """Return what the text of an element is.

    Args:
        outer: what the text is that stands around it.
        name: of the element.
        hints: the element's classes, and its id after a "#".
    """
    role = outer[1]
    shape = SHAPES.get(name, outer)
    hint = next((HINTS[one] for one in map(_bare, hints) if one in HINTS), "") if hints else ""
    if hint and name not in ("body", "html", "article", "main"):
        shape = (shape[0], hint, shape[2])
    if role == "furniture":
        return outer if shape[1] not in ("code", "pull-quote") else shape
    if role in _INHERITED and shape[1] not in ("furniture", "credit"):
        return outer
    if role == "quotation" and shape[1] in _UNDER_A_QUOTATION:
        return outer
    return shape


def _bare(hint: str) -> str:
    return hint.removeprefix("#").lower()


class Frame(NamedTuple):
    """An element that is open.

    Attributes:
        name: in lower case.
        shape: of the text in it.
        start: of its tag in the source.
        blocks: how many blocks there were before it.
        muted: whether nothing in it is read.
    """

    name: str
    shape: Shape
    start: int
    blocks: int
    muted: bool
