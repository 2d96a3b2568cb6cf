"""Places as code hosts want them: paths from the root of the repository, fingerprints that survive a move."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stylelint.diagnostics import Diagnostic, Fix
from stylelint.document import Span
from stylelint.reporters import Checked, Style
from stylelint.text import same

_AROUND = 80
_WORDS = 5


class Replacement(NamedTuple):
    """Put `text` where `span` of the source stands."""

    span: Span
    text: str


def rooted(path: str, style: Style) -> str:
    """Return a path with slashes, from the root of the repository.

    What lies outside of it keeps its absolute path, and what is no path (`<stdin>`) its name.

    Args:
        path: as the user named it.
        style: says where the repository begins, and where in it we are.
    """
    from posixpath import join, normpath

    plain = path.replace(os.sep, "/")
    if plain.startswith("<"):
        return plain
    whole = normpath(plain if os.path.isabs(path) else join(style.here.replace(os.sep, "/"), plain))
    heads = (join(top.replace(os.sep, "/"), "") for top in style.tops)
    return next((whole[len(head) :] for head in heads if whole.startswith(head)), whole)


def fingerprinted(checked: Checked, path: str = "") -> Iterator[tuple[Diagnostic, str]]:
    """Yield each diagnostic of a draft with what it is known by in the next report.

    That is the rule, the words found, a few words on either side in the same paragraph, and how
    often all that has been there before: it stays when lines are moved or wrapped anew.

    Args:
        checked: a draft.
        path: to be a part of it, where reports of many drafts are held against each other.
    """
    from hashlib import blake2b

    seen: Counter[str] = Counter()
    for diagnostic in checked.diagnostics:
        key = "\0".join((path, diagnostic.rule, *_words(checked.source, diagnostic.span)))
        text = f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")
        seen[key] += 1
        yield diagnostic, blake2b(text, digest_size=16).hexdigest()


def _words(source: str, span: Span) -> tuple[str, str, str]:
    """Return the words before, in and after a span, in its paragraph, without regard to case and wrapping."""
    # A word that the window cuts is not among those that count, as long as the window holds more.
    before = same(_paragraphs(source[max(0, span.start - _AROUND) : span.start])[-1]).split()
    after = same(_paragraphs(source[span.end : span.end + _AROUND])[0]).split()
    return " ".join(before[-_WORDS:]), same(source[span.start : span.end]), " ".join(after[:_WORDS])


def _paragraphs(text: str) -> list[str]:
    import re

    return re.split(r"[\r\n][ \t]*[\r\n]", text.replace("\r\n", "\n"))


def whole(source: str, fix: Fix) -> Replacement:
    """Return the edits of a fix as one, with what stands between them as it is."""
    start, end = fix.edits[0].span.start, fix.edits[-1].span.end
    parts, at = [], start
    for edit in fix.edits:
        parts += [source[at : edit.span.start], edit.text]
        at = edit.span.end
    return Replacement(Span(start, end), "".join(parts))


def listed(pieces: Iterable[Iterable[str]], head: str, tail: str) -> Iterator[str]:
    """Yield a JSON list, a piece for each group of encoded items.

    Args:
        pieces: the items, a group for each draft.
        head: what opens the document, the bracket included.
        tail: what closes it, the bracket included.
    """
    before = f"{head}\n"
    for piece in pieces:
        text = ",\n".join(piece)
        yield before + text if text else ""
        before = ",\n" if text else before
    yield (head if before.startswith(head) else "\n") + tail
