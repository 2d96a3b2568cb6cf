"""AsciiDoc as HTML, as the program `asciidoctor` writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from stylelint.compat.vale.programs import run

_OFF = ("notitle", "toc", "sectnums", "table-caption", "figure-caption", "example-caption", "listing-caption")
"""What the draft does not have itself: a table of contents, and numbers of sections and captions."""

_COMMAND = (
    "-s", *(part for name in _OFF for part in ("-a", f"{name}!")), "-a", "skip-front-matter", "--quiet",
    "--safe-mode", "secure", "-o", "-", "-",
)  # fmt: skip
_SIGNS = {
    "&#8217;": "'", "&#8230;&#8203;": "...", "&#8201;&#8212;&#8201;": " -- ", "&#8212;&#8203;": "--",
    "&#8594;": "-&gt;", "&#8658;": "=&gt;", "&#8592;": "&lt;-", "&#8656;": "&lt;=",
    "&#8220;": "&quot;", "&#8221;": "&quot;", "&#8216;": "'",
    "&#169;": "(C)", "&#174;": "(R)", "&#8482;": "(TM)",
}  # fmt: skip
"""What asciidoctor writes for signs that it replaces, and what stood there."""

_SIGN = re.compile("|".join(sorted(_SIGNS, key=len, reverse=True)))
_ICON = re.compile(r'<td class="icon">.*?</td>', re.DOTALL)
"""The head of an admonition, which the draft does not have itself."""


_FOOTNOTE = re.compile(r'<sup class="footnote[^>]*>\[.*?\]</sup>|<a href="#_footnoteref_\d+">\d+</a>\. ')
"""The number of a footnote, where it is referred to and at its head."""

_CHECKED = re.compile(r"(<p>)&#(?:10003|10063); ")
"""The sign of an item that is done or not."""

_UNNAMED = re.compile(r'(<a href="#([^"]+)">)\[\2\]</a>')
"""A reference to a place that has no name: its text is its address."""


_STEM = re.compile(
    r'<div class="stemblock">\s*<div class="content">(.*?)</div>\s*</div>'
    r"|(\\\$[^\n]{1,500}?\\\$|\\\([^\n]{1,500}?\\\))",
    re.DOTALL,
)
"""A formula: a block, or within a line."""


def html(text: str, path: str = "", attributes: Mapping[str, str] | None = None) -> str:
    """Return the HTML that asciidoctor makes of a text, with the signs as they stand there.

    Args:
        text: AsciiDoc.
        path: of the draft, for errors.
        attributes: of the document, as the section `[asciidoctor]` of a configuration gives them; `YES`
            sets one, `NO` takes it away.

    Raises:
        UserError: the program is not there, or cannot read the text.
    """
    given = [part for name, value in (attributes or {}).items() for part in ("-a", _attribute(name, value))]
    made = run("asciidoctor", [*given, *_COMMAND], path, "AsciiDoc", text=text)
    made = _SIGN.sub(lambda sign: _SIGNS[sign[0]], made)
    made = _STEM.sub(lambda found: f"<pre>{found[1]}</pre>" if found[1] else f"<code>{found[2]}</code>", made)
    made = _CHECKED.sub(r"\1", made)
    made = _UNNAMED.sub(r"<code>\2</code>", made)
    return _FOOTNOTE.sub("", _ICON.sub("", made))


def _attribute(name: str, value: str) -> str:
    return name if value == "YES" else f"{name}!" if value == "NO" else f"{name}={value}"
