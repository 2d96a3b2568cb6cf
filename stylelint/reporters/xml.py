"""XML that any reader takes: escaped, and without the characters that XML cannot hold."""

from __future__ import annotations

from stylelint.reporters.terminal import printable


def element(name: str, attributes: dict[str, object], *children: str) -> str:
    """Return an element.

    Args:
        name: of the element.
        attributes: name → value, which is escaped.
        children: elements and escaped text, in order.
    """
    from xml.sax.saxutils import quoteattr

    given = "".join(f" {key}={quoteattr(allowed(str(value)))}" for key, value in attributes.items())
    return f"<{name}{given}>{''.join(children)}</{name}>" if children else f"<{name}{given}/>"


def text(value: str) -> str:
    """Return text as the content of an element."""
    from xml.sax.saxutils import escape

    return escape(allowed(value))


def allowed(value: str) -> str:
    """Return text with a sign for each character that XML cannot hold, line ends as they stand."""
    shown = value if value.isprintable() else "\n".join(map(printable, value.split("\n")))
    return "".join("\ufffd" if _barred(char) else char for char in shown)


def _barred(char: str) -> bool:
    return "\ud800" <= char <= "\udfff" or char in "\ufffe\uffff"
