"""What each block is in an article, worked out from its format, its place and its words.

A false role costs more than a missing one: what is in doubt stays a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from stylelint import lazy
from stylelint.anatomy.credits import credit_tail, is_credit
from stylelint.anatomy.lines import (
    BYLINES,
    NOTES,
    dateline,
    is_byline,
    is_correction,
    is_item,
    is_note,
    may_be_note,
)
from stylelint.document import Document

__all__ = ["credit_tail", "dateline", "is_credit", "with_roles"]

_STOPS = ".!?…:;,"
_CLOSERS = "\"”'’)]"
_ENDS = frozenset('.!?…:;,"”')
_HEADLINE, _CROSSHEAD, _CAPTION, _LONGEST = 170, 90, 400, 2000
_NOTES = frozenset("CcTtAaEeIiNn*[(")
"""How corrections and notes begin."""
_HEADS = frozenset("CcEePGF")
_LABELS = ("Photo", "PHOTO", "Picture", "Image", "Illustration", "Graphic", "Credit", "Courtesy", "(", "[")
_TOLD = (*BYLINES, *_LABELS[:-2])
_STOP_INSIDE = lazy.regex(r"[a-z]{2}[.!?] ")
_SIGNS = ("/", "|", "©", " via ", "hoto", "mage", "redit", "llustration", "icture", "artoon")
_CAPTION_SIGN = lazy.regex(
    r"^FILE\b|\b(?:file|handout|undated) (?:photo|picture)|\b[Ii]n this\b.{0,30}\b(?:photo|picture|image)|"
    r"\b(?:is|are) (?:seen|pictured|shown)\b|[,(] ?(?:left|right|cent(?:er|re))[,)]"
)
_TOP = 8
"""Bylines stand among the first blocks, corrections there and among the last."""
_DISTANT_CAPTION = _STANDFIRST = 260


def with_roles(document: Document) -> Document:
    """Return the document with every block in its role.

    Only blocks that the format left as paragraphs, and headings, are looked at.
    """
    roles = dict(_headings(document))
    prose, order, lines = document.prose, 0, document.pieces is None
    bottom = len(document.blocks) - _TOP
    for index, (start, end, _, role, _, _, _, _) in enumerate(document.blocks):
        if role != "paragraph":
            continue
        order += 1
        head, last = prose[start], prose[end - 1]
        # Most paragraphs begin with a letter and end with a stop: a look at both ends is enough.
        if last in _ENDS and head.isalpha():
            edge = order <= _TOP or index >= bottom
            if not (edge or head in _HEADS) or (last in _STOPS and not _is_told(prose, start)):
                continue
        length = end - start
        if length > _LONGEST or (length > _CAPTION and head.isalpha() and head not in _NOTES):
            continue
        if role := _role(prose[start:end], order - 1, lines):
            roles[index] = role
    roles.update(_top(document, roles))
    roles.update(_captions(document, roles))
    return document.with_roles(roles)


def _is_told(prose: str, start: int) -> bool:
    """Tell whether the first words of a block, which ends with a stop, may give it a role."""
    return prose[start : start + 5].lower() in NOTES or prose.startswith(_TOLD, start)


def _headings(document: Document) -> Iterator[tuple[int, str]]:
    """Only the first heading of the first level is the headline."""
    first = True
    for index, (_, _, kind, role, _, _, _, _) in enumerate(document.blocks):
        if kind == "heading" and role == "headline":
            if not first:
                yield index, "crosshead"
            first = False


def _role(text: str, order: int, lines: bool) -> str:
    """Return the role that a block's own words give it, "" if they say nothing.

    Args:
        text: the block.
        order: how many paragraphs stand before it.
        lines: whether the format is plain text, where a line is all there is to go by.
    """
    if text[0] in _NOTES and may_be_note(text):
        if is_correction(text[:200]):
            return "correction"
        if is_note(text[:60]):
            return "editors-note"
    if lines and not text[0].isalpha() and is_item(text[:8]):
        return "list-item"
    if len(text) > _CAPTION:
        return ""
    if (text[-1] not in _ENDS or text.startswith(_LABELS)) and is_credit(text):
        return "credit"
    if order < _TOP and is_byline(text):
        return "byline"
    if text[-1] in "-–—" and (line := dateline(text)) and line.end == len(text):
        return "dateline"
    return "crosshead" if order and lines and _is_crosshead(text) else ""


def _is_crosshead(text: str) -> bool:
    """Tell whether a line is short and ends as no sentence does."""
    if len(text) > _CROSSHEAD or text[-1] in _STOPS or not text[0].isupper() or not _is_open(text):
        return False
    return len(text.split()) <= 14 and not _STOP_INSIDE.search(text)


def _is_open(text: str) -> bool:
    """Tell whether a text ends without a stop, brackets and quotation marks left aside."""
    bare = text.rstrip(_CLOSERS)
    return bool(bare) and bare[-1] not in _STOPS and bare[-1].isalnum()


def _top(document: Document, roles: dict[int, str]) -> Iterator[tuple[int, str]]:
    """Yield the headline of a plain text, and the standfirst between headline and byline."""
    blocks = document.blocks
    start = next((i for i, b in enumerate(blocks) if b.role != "metadata"), len(blocks))
    if start == len(blocks) or not (blocks[start].role == "headline" or _is_headline(document, start, roles)):
        return
    yield start, "headline"
    if roles.get(start + 2) in ("byline", "dateline") and blocks[start + 1].kind == "paragraph":
        length = blocks[start + 1].end - blocks[start + 1].start
        if roles.get(start + 1, "crosshead") == "crosshead" and length <= _STANDFIRST:
            yield start + 1, "standfirst"


def _is_headline(document: Document, index: int, roles: dict[int, str]) -> bool:
    """Tell whether the first line of a plain text is its headline: short, open, and a story follows."""
    if document.pieces is not None or index in roles:
        return False
    text = document.text(document.blocks[index])
    if len(text) > _HEADLINE or not _is_open(text) or text.count(" ") < 3:
        return False
    if credit_tail(text) is not None:
        return False
    return any(_is_story(document.text(b)) for b in document.blocks[index + 1 : index + 7])


def _is_story(text: str) -> bool:
    return len(text) >= 60 and text.rstrip(_CLOSERS).endswith((".", "!", "?", "…"))


def _captions(document: Document, roles: dict[int, str]) -> Iterator[tuple[int, str]]:
    """Yield the captions: above a credit, or ending in one; and the same words wherever else they stand."""
    blocks, prose = document.blocks, document.prose
    texts: set[str] = set()
    open_ = [
        index
        for index, (start, end, _, role, _, _, _, _) in enumerate(blocks)
        if (prose[end - 1] not in _ENDS or prose[end - 2] == ")" or roles.get(index + 1) == "credit")
        and role == "paragraph"
        and end - start <= _CAPTION
    ]
    for index in open_:
        if roles.get(index, "paragraph") not in ("paragraph", "crosshead"):
            continue
        start, end, below = blocks[index].start, blocks[index].end, roles.get(index + 1) == "credit"
        text = prose[start:end]
        if (below and _is_caption(document, index)) or _signed(text):
            texts.update((text, text[: credit_tail(text)].rstrip()))
            yield index, "caption"
    if texts:
        for index, block in enumerate(blocks):
            plain = roles.get(index, block.role) in ("paragraph", "crosshead")
            if plain and block.kind != "heading" and document.text(block) in texts:
                yield index, "caption"


def _is_caption(document: Document, index: int) -> bool:
    """Tell whether a block above a credit is its caption.

    On the next line it is, where blank lines part the paragraphs.  Elsewhere the block is as likely
    the paragraph that the picture interrupts, so its own words must say that it is a caption.
    """
    block, text = document.blocks[index], document.text(document.blocks[index])
    if document.pieces is None and _gap(document, index) == 1:
        return max(_gap(document, index - 1), _gap(document, index + 1)) > 1 or index == 0
    return block.end - block.start <= _DISTANT_CAPTION and _CAPTION_SIGN.search(text) is not None


def _gap(document: Document, index: int) -> int:
    """Return how many line ends stand between a block and the next, 0 where there is none."""
    if not 0 <= index < len(document.blocks) - 1:
        return 0
    between = document.source[document.blocks[index].end : document.blocks[index + 1].start]
    return max(between.count("\n"), between.count("\r"))


def _signed(text: str) -> bool:
    """Tell whether a short block ends in a credit."""
    if text[-1].isalnum() and not any(map(text.__contains__, _SIGNS)):
        return False
    tail = credit_tail(text)
    if tail is None or dateline(text):
        return False
    # An agency alone in brackets may sign a report as well, unless it has a line of its own.
    return "\n" in text[tail - 1 : tail] or any(c in "/ ,:|" for c in text[tail:])
