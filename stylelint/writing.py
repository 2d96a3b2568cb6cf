"""Writes words into a draft so that they are read there as they are meant, escaped as the place wants it.

What cannot be written at a place without a change to something else there is not written at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from stylelint import lazy
from stylelint.document import Document


class Place(NamedTuple):
    """Where words are to be written.

    Attributes:
        source: the draft.
        start, end: what they stand in for, in the source.
        first, last: of the whole block in the source.
        opens: whether they open a line of the prose.
    """

    source: str
    start: int
    end: int
    first: int
    last: int
    opens: bool

    def whole(self, text: str) -> str:
        """Return the source of the block with the words in it."""
        return self.source[self.first : self.start] + text + self.source[self.end : self.last]


def written(document: Document, start: int, end: int, text: str) -> str | None:
    """Return what to write in the source for `prose[start:end]` to become `text`, None where nothing will do.

    Args:
        document: the draft; `editable(start, end)` holds.
        start: in the prose.
        end: in the prose, exclusive.
        text: as it is to be read.
    """
    if document.pieces is None:
        return text
    block = document.block_at(start)
    if block is None or block.kind == "code" or _CONTROLS.search(text):
        return None
    opens = start == block.start or document.prose[start - 1] == "\n"
    place = Place(document.source, *document.span(start, end), *document.span(block.start, block.end), opens)
    return _WRITERS.get(block.syntax or document.format, _as_it_is)(place, text)


def _as_it_is(place: Place, text: str) -> str:
    return text


def _nowhere(place: Place, text: str) -> None:
    return None


# --- Markdown

_SIGNS = lazy.regex(r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_CALLS = lazy.regex(r"\{|\$\$|\[/|\[[a-z_]{5,}\]|\[[^\]]*=")
"""What templates, shortcodes and formulas begin with, which nothing escapes."""
_DELIMITERS = frozenset("*_~`[]{}<>|#:&")
"""What means something by what stands beside it."""
_OPENERS = lazy.regex(
    r"[ \t]*(?:\[[^\]]+\]:|(?:#{1,6}|[-+*]|\d{1,9}[.)])(?:\s|\Z)|[>|:]|=+\s*\Z|-[-\s]*\Z|~~~|!!!|\?\?\?)"
)
"""What a line of Markdown cannot begin with and stay a paragraph's."""
_MODULE = lazy.regex(r"(?:import|export)\b")
_HALF = lazy.regex(r"(?:&#?\w*|<[/!?]?[\w-]*)\Z")
"""The beginning of a character reference or a tag that is none, as it stands."""
_GOES_ON = lazy.regex(r"[^\s.,]")


def _markdown(place: Place, text: str) -> str | None:
    source, start, end = place.source, place.start, place.end
    line = source[end : end + 40].partition("\n")[0]
    before, after = source[start - 1 : start] + text, text + line
    if _CALLS.search(text) or _completes(place, text) or not _keeps_edges(place, text):
        return None
    if _is_label(place) or text.endswith("\\") or ("`" in text and "`" in source[place.first : place.last]):
        return None  # a backslash does not escape the end of code, nor a backslash before the bar of a cell
    if place.opens and (_OPENERS.match(after) or not after[:1].strip()):
        return None
    if not line.strip() and before[-1:].isspace():
        return None  # blanks at the end of a line break it
    if line[:1].isspace() and source[end - 1] in "\r\n":
        return None  # what a line is set in would stand between words, or make code of them
    return _escaped(source[start - 1 : start], text, line)


def _escaped(before: str, text: str, after: str) -> str:
    """Return a text with a backslash before what would be markup between these neighbours."""
    parts, at = [], len(before)
    for sign in _SIGNS.finditer(before + text + after, at):
        if sign.start() >= len(before) + len(text):
            break
        parts += [text[at - len(before) : sign.start() - len(before)], "\\"]
        at = sign.start()
    return "".join([*parts, text[at - len(before) :]])


def _mdx(place: Place, text: str) -> str | None:
    if place.opens and _MODULE.match(text + place.source[place.end : place.end + 10]):
        return None
    return _markdown(place, text)


def _is_label(place: Place) -> bool:
    """Tell whether the words may be the label of a link too, which stands elsewhere with its address."""
    source, start, end = place.source, place.start, place.end
    line = source.rfind("\n", 0, place.first) + 1
    if source.rfind("[", line, start) <= source.rfind("]", line, start) or "]:" not in source:
        return False
    closing = source.find("]", end)
    return closing >= 0 and not re.match(r"\(|\[[^\]]", source[closing + 1 : closing + 3])


def _completes(place: Place, text: str) -> bool:
    """Tell whether words would make a reference or a tag of what stands before them."""
    half = _HALF.search(place.source, max(place.first, place.start - 40), place.start)
    return half is not None and _GOES_ON.match(text + place.source[place.end : place.end + 1]) is not None


def _keeps_edges(place: Place, text: str) -> bool:
    """Tell whether what marks emphasis on either side still does: it goes by the characters beside it."""
    source, start, end = place.source, place.start, place.end
    before, after = source[start - 1 : start], source[end : end + 1]
    first, last = _sort(text or after, bool(text)), _sort((text or before)[-1:], bool(text))
    if before == "\\" or (after == "[" and (text or before).endswith("!")):
        return False
    if before in _DELIMITERS and (first != _sort(source[start]) or first == "mark"):
        return False
    return after not in _DELIMITERS or (last == _sort(source[end - 1]) and last != "mark")


def _sort(text: str, escaped: bool = False) -> str:
    """Return what the first character is to a mark of emphasis beside it; marks can be escaped."""
    char = text[:1]
    if char in _DELIMITERS and not escaped:
        return "mark"
    return "letter" if char.isalnum() else "sign" if char.strip() else "blank"


# --- HTML


def _html(place: Place, text: str) -> str | None:
    if _CALLS.search(text) or _completes(place, text):
        return None
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _attribute(place: Place, text: str) -> str | None:
    """A value without quotation marks takes plain words alone, and at least one."""
    quote = place.source[: place.first].rstrip()[-1:] if place.first else ""
    if quote and quote in "\"'":
        safe = _html(place, text)
        return safe and safe.replace(quote, "&quot;" if quote == '"' else "&#39;")
    return text if re.fullmatch(r"[\w.,-]+", text) else None


def _argument(place: Place, text: str) -> str | None:
    """Of a shortcode or a directive: what escapes there differs from one program to the next."""
    quote = place.source[place.first - 1 : place.first]
    closes = quote in "\"'" and quote in text
    return None if closes or re.search(r"[\\{}\[\]()<>&%`]", text) else text


# --- front matter

_BARE = lazy.regex(r"(?:[^:#]|:(?=[^\s:])|(?<=\S)#)+(?<!\s)")
_NO_TEXT = lazy.regex(r"(?i:true|false|yes|no|on|off|null|y|n|[-+.\d_:exo]+)")


def _plain_yaml(place: Place, text: str) -> str | None:
    """Without quotation marks: nothing that YAML would read in another way."""
    whole, old = place.whole(text), place.source[place.start : place.end]
    if set(text) & set(",[]{}") - set(old) or not _BARE.fullmatch(whole) or _NO_TEXT.fullmatch(whole):
        return None
    return text if whole[0].isalnum() or place.source.startswith(whole[0], place.first) else None


def _single(place: Place, text: str) -> str:
    return text.replace("'", "''")


def _double(place: Place, text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _literal(place: Place, text: str) -> str | None:
    return None if "'" in text or '"' in text else text


def _lines(place: Place, text: str) -> str | None:
    """Of YAML's blocks of lines: how far a line is set in says where they end."""
    after = text + place.source[place.end : place.end + 1]
    return None if place.opens and not after[:1].strip() else text


_CONTROLS = lazy.regex(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""Line ends among them: no reader takes those for words."""
_WRITERS: dict[str, Callable[[Place, str], str | None]] = {
    "markdown": _markdown,
    "mdx": _mdx,
    "html": _html,
    "attribute": _attribute,
    "argument": _argument,
    "bare": _nowhere,
    "yaml": _plain_yaml,
    "yaml-single": _single,
    "yaml-double": _double,
    "yaml-lines": _lines,
    "json": _double,
    "toml-basic": _double,
    "toml-literal": _literal,
}
"""What `Block.syntax` or the format says → how words are written there."""
