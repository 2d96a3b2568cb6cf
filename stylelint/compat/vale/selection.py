"""Scopes by selectors of CSS: `doc(section:has(> h2:contains("Sources")))`.

Selectors are asked of the tree of elements, in which each heading and what follows it, up to the next one
of its level or above, is a `section`.  `soupsieve`, which comes with `beautifulsoup4`, answers them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from typing import Any

from stylelint.compat.vale.elements import VOID, Range
from stylelint.compat.vale.html import Rows, Token
from stylelint.compat.vale.walk import Area

MISSING = "its scope is a selector: pip install 'stylelint[vale-doc]'"


def name_of(selector: str) -> str:
    """Return the name that a selector has in scopes."""
    return blake2b(selector.encode(), digest_size=6).hexdigest()


def named(scope: str) -> tuple[str, dict[str, str]]:
    """Return a scope with names for the selectors in it, and these by name.

    Raises:
        ValueError: a bracket is not closed.
    """
    terms, found = [], {}
    for text in _terms(scope):
        negated, term = text.startswith("~"), text.removeprefix("~").strip()
        if term.startswith("doc(") and term.endswith(")"):
            selector = term[4:-1].strip()
            found[name_of(selector)] = selector
            terms.append(("~in." if negated else "in.") + name_of(selector))
        else:
            terms.append(text)
    if len(terms) == len(found) and not any(term.startswith("~") for term in terms):
        terms = [f"doc.{name}" for name in found]
    return " & ".join(terms), found


def _terms(scope: str) -> Iterator[str]:
    """Yield what stands between the `&` of a scope that are in no brackets and no quotation marks."""
    depth, quote, at = 0, "", 0
    for index, sign in enumerate(scope):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and depth:
            quote = sign
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "&" and not depth:
            yield scope[at:index].strip()
            at = index + 1
    if depth or quote:
        raise ValueError(f"a bracket or a quotation mark is not closed in “{scope}”")
    yield scope[at:].strip()


@cache
def available() -> bool:
    """Tell whether there is a library that answers selectors."""
    return find_spec("bs4") is not None and find_spec("soupsieve") is not None


def check(selector: str) -> None:
    """See that a selector is one.

    Raises:
        ValueError: it is none.
    """
    _compiled(selector)


@cache
def _compiled(selector: str) -> Any:
    import soupsieve

    try:
        return soupsieve.compile(selector.replace(":contains(", ":-soup-contains("))
    except soupsieve.SelectorSyntaxError as error:
        raise ValueError(str(error).split("\n")[0]) from None


def ranges(tokens: Sequence[Token], selectors: Mapping[str, str]) -> dict[str, list[Range]]:
    """Return the elements that selectors find in a draft, by the names of these, in reading order."""
    root, spans = _tree(tokens)
    _wrap(root, spans)
    found = {}
    for name, selector in selectors.items():
        found[name] = sorted(spans[id(element)] for element in _compiled(selector).select(root))
    return found


def _tree(tokens: Sequence[Token]) -> tuple[Any, dict[int, Range]]:
    """Return the tree of a draft, and the range of each node by its identity."""
    from bs4 import BeautifulSoup
    from bs4.element import NavigableString

    root: Any = BeautifulSoup("", "html.parser")
    spans = {id(root): Range(0, len(tokens))}
    stack = [root]
    for index, token in enumerate(tokens):
        if token.kind == "text":
            text = NavigableString(token.data)
            spans[id(text)] = Range(index, index + 1)
            stack[-1].append(text)
        elif token.kind in ("start", "void"):
            given: dict[str, Any] = {name: value for name, value, _, _ in token.attributes}
            if "class" in given:
                given["class"] = given["class"].split()
            node = root.new_tag(token.data, attrs=given)
            spans[id(node)] = Range(index, index + 1)
            stack[-1].append(node)
            if token.kind == "start" and token.data not in VOID:
                stack.append(node)
        elif token.kind == "end" and any(one.name == token.data for one in stack[1:]):
            while True:
                node = stack.pop()
                spans[id(node)] = Range(spans[id(node)].start, index + 1)
                if node.name == token.data:
                    break
    for node in stack[1:]:
        spans[id(node)] = Range(spans[id(node)].start, len(tokens))
    return root, spans


def _wrap(root: Any, spans: dict[int, Range]) -> None:
    """Put each heading and what follows it among its neighbours into a section."""
    for parent in [root, *root.find_all(True)]:
        nodes = list(parent.contents)
        levels = [_level(node.name) for node in nodes]
        if not any(levels):
            continue
        opened: list[tuple[int, Any]] = []
        for node, level in zip(nodes, levels, strict=True):
            if level:
                while opened and opened[-1][0] >= level:
                    opened.pop()
                section = root.new_tag("section")
                spans[id(section)] = spans[id(node)]
                if opened:
                    opened[-1][1].append(section)
                else:
                    node.insert_before(section)
                opened.append((level, section))
            if opened:
                opened[-1][1].append(node.extract())
                for _, section in opened:
                    spans[id(section)] = Range(spans[id(section)].start, spans[id(node)].end)


def _level(name: str | None) -> int:
    """Return the level of a heading, 0 for everything else."""
    return int(name[1]) if name and len(name) == 2 and name[0] == "h" and name[1] in "123456" else 0


def gathered(
    found: Mapping[str, list[Range]], areas: Sequence[Area], places: Sequence[int], suffix: tuple[str, ...]
) -> list[Area]:
    """Return the text of each element as one block; for a selector that finds nothing, one without text.

    Args:
        found: the elements by the names of their selectors.
        areas: the blocks of the draft.
        places: the number of the first token of each.
        suffix: what the file adds to a scope.
    """
    names: dict[Range, list[str]] = {}
    made = []
    for name, elements in found.items():
        for element in elements:
            names.setdefault(element, []).append(name)
        if not elements:
            made.append(Area("", [(0, 0, 0, 0)], ("doc", name, *suffix)))
    for element, own in sorted(names.items()):
        inner = [area for area, at in zip(areas, places, strict=True) if element.start <= at < element.end]
        if inner:
            made.append(_joined(inner)._replace(scope=("doc", *own, *suffix)))
    return made


def _joined(areas: Sequence[Area]) -> Area:
    """Return blocks as one."""
    text, rows = "", Rows()
    for area in areas:
        text += "\n\n" if text else ""
        rows += [(a + len(text), b + len(text), c, d) for a, b, c, d in area.rows]
        text += area.text
    return Area(text, rows, (), off=areas[0].off, counts=_counts(areas))


def _counts(areas: Sequence[Area]) -> dict[str, int]:
    """Return how many headings, items and quotations there are among blocks."""
    counts: dict[str, int] = {}
    for area in areas:
        kind = area.scope[1] if len(area.scope) > 1 else ""
        name = ".".join(area.scope[1:3]) if kind == "heading" else kind
        if kind in ("heading", "list", "blockquote"):
            counts[name] = counts.get(name, 0) + 1
    return counts
