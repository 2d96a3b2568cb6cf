"""Runs rules of Vale on a draft: alerts with right places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from stylelint.compat.vale.draft import Draft, place
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Kind, State
from stylelint.compat.vale.layers import Cut, Layer
from stylelint.compat.vale.regexes import TIMEOUT
from stylelint.compat.vale.rule import ValeRule
from stylelint.compat.vale.scopes import SIBLINGS, matches
from stylelint.errors import UserError

_WORD = re.compile(r"\S+")
_BASES = ("sentence", "paragraph", "raw", "summary")


class Alert(NamedTuple):
    """What a rule says, and where.

    Attributes:
        rule: the rule.
        start, end: in the source, code points.
        hit: what is said.
    """

    rule: ValeRule
    start: int
    end: int
    hit: Hit


def bases(rule: ValeRule) -> set[str]:
    """Return the first names of a rule's selectors."""
    return {part.strip().removeprefix("~").split(".")[0] for one in rule.scope for part in one.split("&")}


def layers(rule: ValeRule, draft: Draft) -> Iterator[Layer]:
    """Yield the layers that a rule may look at."""
    if rule.kind == "sequence":
        yield draft.fragments
        return
    names = bases(rule)
    if names - set(_BASES) - SIBLINGS or not names:
        yield draft.blocks
    if names & SIBLINGS:
        yield draft.inner
    if "doc" in names:
        yield draft.selections
    for name, layer in zip(_BASES, ("sentences", "paragraphs", "raw", "whole"), strict=True):
        if name in names:
            yield getattr(draft, layer)


def lint(
    draft: Draft, kinds: Iterable[Kind], wanted: Callable[[ValeRule], bool] = lambda rule: True
) -> list[Alert]:
    """Return the alerts of rules on a draft, in the order of their places."""
    kinds = list(kinds)
    split = any("sentence" in one for kind in kinds for one in kind.rule.scope)
    found: list[Alert] = []
    state: State = {"counts": draft.counts}
    for kind in kinds:
        if wanted(kind.rule):
            try:
                found += _limited(kind.rule, _told(kind, draft, state, split))
            except TimeoutError:
                said = f"{kind.rule.name}: its expression takes more than {TIMEOUT:g} seconds on a block"
                raise UserError(said, kind.rule.path, 1, 1) from None
    return sorted(found, key=lambda alert: (alert.start, alert.rule.name, alert.end))


def _told(kind: Kind, draft: Draft, state: State, split: bool) -> list[Alert]:
    """Return the alerts of a rule, layer by layer."""
    told: list[Alert] = []
    for layer in layers(kind.rule, draft):
        hits = list(_hits(kind, layer, state))
        alerts = list(_alerts(kind, layer, hits))
        if split and layer is draft.blocks and kind.scans:
            parts = _in_sentences(kind, draft, hits)
            if parts.cuts:
                alerts = _merged(list(_alerts(kind, parts, _hits(kind, parts, state))), alerts)
        told += alerts
    return told


def _in_sentences(kind: Kind, draft: Draft, hits: Iterable[tuple[int, Hit]]) -> Layer:
    """Return the sentences in which a rule may find other things than in their blocks.

    Where one rule looks at sentences, Vale shows them to all the others, too.  What a pattern without anchors
    finds in them is what it finds in the block, except where that runs over their ends.
    """
    pattern = kind.pattern
    if pattern is None or pattern.anchored:
        return draft.sentences
    crossed = {index for index, hit in hits if any(hit.start < at < hit.end for at in draft.ends(index))}
    return Layer(cut for index in sorted(crossed) for cut in draft.sentences_of(index))


def _merged(first: list[Alert], then: list[Alert]) -> list[Alert]:
    """Return the first alerts and those of the others that overlap none of them."""
    if not first:
        return then
    spans = sorted((alert.start, alert.end) for alert in first)
    kept = []
    for alert in then:
        at = bisect_right(spans, (alert.end, -1)) - 1
        if at < 0 or spans[at][1] <= alert.start:
            kept.append(alert)
    return [*first, *kept]


def _limited(rule: ValeRule, alerts: Iterable[Alert]) -> Sequence[Alert]:
    kept: dict[tuple[int, int], Alert] = {}
    for alert in alerts:
        kept.setdefault((alert.start, alert.end), alert)
    told = list(kept.values())
    return told[: rule.limit] if rule.limit else told


def _alerts(kind: Kind, layer: Layer, hits: Iterable[tuple[int, Hit]]) -> Iterator[Alert]:
    rule = kind.rule
    style = rule.style
    for index, hit in hits:
        cut = layer.cuts[index]
        if cut.off and not cut.off.isdisjoint((style, rule.name, f"{rule.name}[{hit.match}]", "off")):
            continue
        if not hit.match:
            yield Alert(rule, *_head(cut), hit)
            continue
        start, end = place(cut.rows, cut.start + hit.start, cut.start + hit.end)
        yield Alert(rule, start, end, hit)


def _head(cut: Cut) -> tuple[int, int]:
    """Return where what is said of a block is told: at its first word; of a whole draft, at its head."""
    word = _WORD.search(cut.text) if cut.rows and cut.scope[0] != "raw" else None
    return place(cut.rows, cut.start + word.start(), cut.start + word.end()) if word else (0, 0)


def _hits(kind: Kind, layer: Layer, state: State) -> Iterator[tuple[int, Hit]]:
    """Yield what a rule says of a layer, with the number of the block."""
    rule = kind.rule
    if kind.scans and kind.pattern is not None and kind.pattern.fast is not None:
        yield from _scanned(kind, layer)
        return
    for index in _possible(kind, layer):
        cut = layer.cuts[index]
        if matches(rule.scope, cut.scope, cut.parent):
            own = {**state, "counts": layer.counts[index]} if layer.counts is not None else state
            for hit in kind.hits(cut.text, own):
                yield index, hit


def _possible(kind: Kind, layer: Layer) -> Iterable[int]:
    """Return the numbers of the blocks in which there may be something: all, unless the rule knows better."""
    found: set[int] = set()
    for gate in kind.gates():
        program = gate.loose
        if program is None:
            return range(len(layer.cuts))
        for start, end in layer.spans(program):
            found.update(range(layer.index(start), layer.index(end) + 1))
        if gate.edges:
            found.update(layer.wide)
    return sorted(found) if kind.gates() else range(len(layer.cuts))


def _scanned(kind: Kind, layer: Layer) -> Iterator[tuple[int, Hit]]:
    """Search all blocks at once; those in which that would not tell the truth are searched again alone."""
    pattern, cuts, starts, scope = kind.pattern, layer.cuts, layer.starts, kind.rule.scope
    assert pattern
    again: set[int] = set(layer.wide) if pattern.edges and pattern.wide else set()
    found: list[tuple[int, int, int]] = []
    for start, end in layer.spans(pattern.fast):
        index = layer.index(start)
        begin = starts[index]
        if end > begin + len(cuts[index].text) or start > begin + len(cuts[index].text):
            again.update(range(index, layer.index(end) + 1))
        elif pattern.edges and index in layer.wide:
            again.add(index)
        elif matches(scope, cuts[index].scope, cuts[index].parent):
            found.append((index, start - begin, end - begin))
    for index, start, end in found:
        if index not in again:
            hit = kind.judge(cuts[index].text, start, end)
            if hit:
                yield index, hit
    for index in sorted(again):
        if matches(scope, cuts[index].scope, cuts[index].parent):
            for hit in kind.hits(cuts[index].text, {}):
                yield index, hit
