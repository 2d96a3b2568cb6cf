"""What each block is in an article, worked out from its format, its place and its words.

A false role costs more than a missing one: what is in doubt stays a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from stylelint import lazy
from stylelint.anatomy.agencies import PICTURES
from stylelint.anatomy.credits import credit_tail, has_sign, is_credit, may_be_credit, may_end_in_credit
from stylelint.anatomy.lines import (
    BYLINES,
    dateline,
    is_byline,
    is_correction,
    is_dateline,
    is_item,
    is_note,
    may_be_item,
    may_be_note,
)
from stylelint.document import Block, Document, saying
from stylelint.native import native

__all__ = ["credit_tail", "dateline", "is_credit", "with_roles"]

_STOPS = ".!?…:;,"
_CLOSERS = "\"”'’)]"
_ENDS = frozenset('.!?…:;,"”')
_DASHES = "-–—"
_HEADLINE, _CROSSHEAD, _CAPTION, _LONGEST = 170, 90, 400, 2000
_NOTES = frozenset("CcTtAaEeIiNn*[(")
"""How corrections and notes begin."""
_HEADS = frozenset("CcEePGF")
_LABELS = ("Photo", "PHOTO", "Picture", "Image", "Illustration", "Graphic", "Credit", "Courtesy", "(", "[")
_STOP_INSIDE = lazy.regex(r"[a-z]{2}[.!?] ")
_SIGNS = ("/", "|", "©", " via ", "hoto", "mage", "redit", "llustration", "icture", "artoon")
_CAPTION_SIGN = lazy.regex(
    r"^FILE\b|\b(?:file|handout|undated) (?:photo|picture)|\b[Ii]n this\b.{0,30}\b(?:photo|picture|image)|"
    r"\b(?:is|are) (?:seen|pictured|shown)\b|[,(] ?(?:left|right|cent(?:er|re))[,)]"
)
_TOP = 8
"""Bylines stand among the first blocks, corrections there and among the last."""
_DISTANT_CAPTION = _STANDFIRST = 260
_UNTOLD = ("paragraph", "crosshead")
"""The roles of what may yet be a caption."""
_TELLS = {
    "dateline": is_dateline,
    "byline": is_byline,
    "credit": is_credit,
    "list-item": is_item,
    "editors-note": is_note,
    "correction": is_correction,
}
"""The roles that a block's own words give it, and what tells it of a text; of several the last one counts."""


def with_roles(document: Document) -> Document:
    """Return the document with every block in its role.

    Only blocks that the format left as paragraphs, and headings, are looked at.
    """
    blocks, prose, lines = document.blocks, document.prose, document.pieces is None
    headlines, asked, crossheads, signed = first_look(blocks, prose, lines, PICTURES)
    # Only the first heading of the first level is the headline.
    roles = dict.fromkeys([*headlines[1:], *crossheads], "crosshead")
    for index, role in asked:
        if _TELLS[role](document.text(blocks[index])):
            roles[index] = role
    roles.update(_top(document, roles))
    roles.update(_captions(document, roles, signed))
    return document.with_roles(roles)


@native
def first_look(
    blocks: tuple[Block, ...], prose: str, lines: bool, pictures: frozenset[str], /
) -> tuple[list[int], list[tuple[int, str]], list[int], list[int]]:
    """Return which blocks stand out at a first look; most are plain paragraphs.

    Args:
        blocks: of a document, none of them empty.
        prose: of it.
        lines: whether the format is plain text, where a line is all there is to go by.
        pictures: `agencies.PICTURES`.

    Returns:
        The indexes of headlines; of paragraphs whose words may give them a role, with each such role in the
        order of `_TELLS`; of those that look like crossheads; and of those that may end in a credit.
    """
    headlines, asked, crossheads, signed = list[int](), list[tuple[int, str]](), list[int](), list[int]()
    order, bottom = 0, len(blocks) - _TOP
    for index, block in enumerate(blocks):
        if block[2:4] == ("heading", "headline"):
            headlines.append(index)
        if block[3] != "paragraph":
            continue
        text = prose[block[0] : block[1]]
        if _may_be_signed(text):
            signed.append(index)
        edge = order < _TOP or index >= bottom
        if edge or text[0] in _HEADS or not (text[-1] in _ENDS and text[0].isalpha()):
            asked += [(index, role) for role in _may_be(text, order, lines, pictures)]
            if order and lines and _is_crosshead(text):
                crossheads.append(index)
        order += 1
    return headlines, asked, crossheads, signed


def _may_be_signed(text: str) -> bool:
    """Tell whether a block may be a caption that ends in a credit."""
    if len(text) > _CAPTION or (text[-1] in _ENDS and text[-2:-1] != ")"):
        return False
    return may_end_in_credit(text) and has_sign(text)


def _may_be(text: str, order: int, lines: bool, pictures: frozenset[str]) -> Iterator[str]:
    """Yield the roles that a block's own words may give it: a quick look before they are asked.

    Args:
        text: the block.
        order: how many paragraphs stand before it.
        lines: whether the format is plain text.
        pictures: `agencies.PICTURES`.
    """
    if len(text) <= _CAPTION:
        if text[-1] in _DASHES:
            yield "dateline"
        if order < _TOP and text.startswith(BYLINES):
            yield "byline"
        if (text[-1] not in _ENDS or text.startswith(_LABELS)) and may_be_credit(text, pictures):
            yield "credit"
    if len(text) <= _LONGEST:
        if lines and may_be_item(text):
            yield "list-item"
        if text[0] in _NOTES and may_be_note(text):
            yield from ("editors-note", "correction")


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


def _captions(document: Document, roles: dict[int, str], signed: list[int]) -> Iterator[tuple[int, str]]:
    """Yield the captions: above a credit, or ending in one; and the same words wherever else they stand.

    Args:
        document: the draft.
        roles: what is known so far.
        signed: indexes of the paragraphs that may end in a credit.
    """
    blocks, prose = document.blocks, document.prose
    texts: set[str] = set()
    above = [index - 1 for index, role in roles.items() if role == "credit" and index]
    for index in sorted({*signed, *above}):
        if blocks[index].role != "paragraph" or blocks[index].end - blocks[index].start > _CAPTION:
            continue
        if roles.get(index, "paragraph") not in _UNTOLD:
            continue
        text, below = document.text(blocks[index]), roles.get(index + 1) == "credit"
        if (below and _is_caption(document, index)) or _signed(text):
            texts.update((text, text[: credit_tail(text)].rstrip()))
            yield index, "caption"
    for index in saying(prose, blocks, texts) if texts else ():
        if roles.get(index, blocks[index].role) in _UNTOLD and blocks[index].kind != "heading":
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
