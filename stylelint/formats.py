"""The formats that drafts can be in: the only place that lists them."""

from __future__ import annotations

FORMATS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "text": ((".txt", ".text"), "stylelint.readers.text", "read_text"),
    "markdown": ((".md", ".markdown", ".mkd"), "stylelint.readers.markdown", "read_markdown"),
    "mdx": ((".mdx",), "stylelint.readers.markdown", "read_mdx"),
    "html": ((".html", ".htm", ".xhtml"), "stylelint.readers.html", "read_html"),
}
"""Format → suffixes, module, function of path, source and options; imported when first needed."""

SUFFIXES: dict[str, str] = {suffix: name for name, (suffixes, *_) in FORMATS.items() for suffix in suffixes}
"""Suffix, in lower case and with its dot → format."""
