"""Makes the places that a parser of UTF-8 tells those of code points.

The best way is a text in which each character is one byte: then there is nothing to work out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from stylelint import lazy
from stylelint.native import native
from stylelint.offsets import points

_KINDS = bytes.maketrans(b"_~\\", b"**<")
"""The marks of emphasis are one kind, what must not gain a meaning another."""
_SIGNS = (b"*?", b"?*", b"<?")
_PUNCTUATION = frozenset("“”‘’…–—•«»") | {chr(code) for code in range(128)}
_MARKS = ("\\", "<")
_LABEL = lazy.regex(r"\[[^\]\n]*[^\x00-\x7f][^\]\n]*\]:|\[[^\]\n]*\?[^\]\n]*\]:|\[[^\]\n]*[ßẞſKﬀ-ﬆ]")


def in_ascii(text: str, *, labels: bool = True) -> str | None:
    """Return a Markdown text with "?" for what is not ASCII, None where that changes its meaning.

    To Markdown a letter, a blank and a stop of any script differ only beside a mark of emphasis; all that
    is not ASCII and is frequent there (quotation marks, dashes) is punctuation, as "?" is.  A backslash
    and a "<" must not gain a meaning by it, and the labels of link references stay what they are.

    Args:
        text: the text.
        labels: whether there may be labels in it.
    """
    view = ascii_view(text)
    return view if view is None or view is text or not (labels and _LABEL.search(text)) else None


@native
def ascii_view(text: str, /) -> str | None:
    """Return a text with "?" for what is not ASCII, None where that changes a mark beside it."""
    if text.isascii():
        return text
    data = text.encode("ascii", "replace")
    kinds = data.translate(_KINDS)
    for sign in _SIGNS if _meet(kinds) else ():
        at = kinds.find(sign)
        while at >= 0:
            known = text[at] in _PUNCTUATION and text[at + 1] in _PUNCTUATION
            if not known or (text[at] in _MARKS and text[at + 1] != "?"):
                return None
            at = kinds.find(sign, at + 1)
    return data.decode("ascii")


def _meet(kinds: bytes) -> bool:
    """Tell whether a mark may stand beside a "?", in a third of the time that looking for each pair takes."""
    between = kinds.split(b"?")
    return any(one.startswith(b"*") or one.endswith((b"*", b"<")) for one in between)


def in_bytes(text: str) -> str:
    """Return a text with "?" for each character that is not ASCII."""
    return text.encode("ascii", "replace").decode("ascii")


def placed(events: Iterable[tuple[Any, Any]], source: str) -> Iterator[tuple[Any, Any]]:
    """Yield a parser's events with ranges in code points of the source instead of bytes."""
    at = points(source)
    for event, where in events:
        yield event, {"start": at(where["start"]), "end": at(where["end"])}
