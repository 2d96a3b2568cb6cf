"""Runs rules of Vale on a draft: alerts with right places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from stylelint.compat.vale.draft import Draft, place
from stylelint.compat.vale.gate import Gate
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Kind, State
from stylelint.compat.vale.layers import Cut, Layer
from stylelint.compat.vale.regexes import TIMEOUT, Pattern, Places
from stylelint.compat.vale.rule import ValeRule
from stylelint.compat.vale.scopes import SIBLINGS, bases
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


def layers(rule: ValeRule, draft: Draft) -> Iterator[Layer]:
    """Yield the layers that a rule may look at."""
    if rule.kind == "sequence":
        yield draft.fragments
        return
    names = bases(rule.scope)
    if names - set(_BASES) - SIBLINGS or not names:
        yield draft.blocks
    if names & SIBLINGS:
        yield draft.inner
    if "doc" in names:
        yield draft.selections
    for name, layer in zip(_BASES, ("sentences", "paragraphs", "raw", "whole"), strict=True):
        if name in names:
            yield getattr(draft, layer)


class Runner:
    """Rules made ready to run on many drafts.

    Args:
        kinds: in the order in which they are run.
    """

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self.kinds = list(kinds)
        self._split = any("sentence" in one for kind in self.kinds for one in kind.rule.scope)
        self._gate = Gate(self.kinds)

    def lint(self, draft: Draft, wanted: Callable[[ValeRule], bool] = lambda rule: True) -> list[Alert]:
        """Return the alerts of the rules on a draft, in the order of their places."""
        found: list[Alert] = []
        state: State = {"counts": draft.counts}
        for kind in self._gate.kinds_for(draft):
            if wanted(kind.rule):
                try:
                    found += _limited(kind.rule, _told(kind, draft, state, self._split))
                except TimeoutError:
                    said = f"{kind.rule.name}: its expression takes more than {TIMEOUT:g} seconds on a block"
                    raise UserError(said, kind.rule.path, 1, 1) from None
        return sorted(found, key=lambda alert: (alert.start, alert.rule.name, alert.end))


def _told(kind: Kind, draft: Draft, state: State, split: bool) -> list[Alert]:
    """Return the alerts of a rule, layer by layer."""
    told: list[Alert] = []
    for whole in layers(kind.rule, draft):
        layer = whole.only(kind.rule.scope)
        if not layer.cuts:
            continue
        hits = list(_hits(kind, layer, state))
        alerts = list(_alerts(kind, layer, hits))
        if split and whole is draft.blocks and kind.scans:
            parts = _in_sentences(kind, draft, [(layer.numbers[index], hit) for index, hit in hits])
            if parts is not None:
                alerts = _merged(list(_alerts(kind, parts, _hits(kind, parts, state))), alerts)
        told += alerts
    return told


def _in_sentences(kind: Kind, draft: Draft, hits: Iterable[tuple[int, Hit]]) -> Layer | None:
    """Return the sentences in which a rule may find other things than in their blocks, None for none.

    Where one rule looks at sentences, Vale shows them to all the others, too.  What a pattern without anchors
    finds in them is what it finds in the block, except where that runs over their ends.
    """
    pattern = kind.pattern
    if pattern is None or pattern.anchored:
        return draft.sentences.only(kind.rule.scope)
    crossed = {index for index, hit in hits if draft.crossed(index, hit.start, hit.end)}
    cuts = (cut for index in sorted(crossed) for cut in draft.sentences_of(index))
    return Layer(cuts).only(kind.rule.scope) if crossed else None


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
    if kind.scans and kind.pattern is not None and kind.pattern.layered and kind.pattern.loose is not None:
        yield from _scanned(kind, kind.pattern, layer)
        return
    for index in _possible(kind, layer):
        own = {**state, "counts": layer.counts[index]} if layer.counts is not None else state
        for hit in kind.hits(layer.cuts[index].text, own):
            yield index, hit


def _possible(kind: Kind, layer: Layer) -> Iterable[int]:
    """Return the numbers of the blocks in which there may be something: all, unless the rule knows better."""
    gates, found = kind.gates(), set[int]()
    if not gates:
        return range(len(layer.cuts)) if kind.possible(layer.text) else ()
    for gate in gates:
        if gate.loose is None or not gate.layered:
            return range(len(layer.cuts))
        for _, end, index in layer.spans(gate.loose):
            found.update(range(index, layer.index(end) + 1))
        if gate.edges:
            found.update(layer.wide)
    return sorted(found)


def _scanned(kind: Kind, pattern: Pattern, layer: Layer) -> Iterator[tuple[int, Hit]]:
    """Search all blocks at once; those in which that would not tell the truth are searched again alone."""
    cuts, starts, judge = layer.cuts, layer.starts, kind.judge
    wide = layer.wide if pattern.edges else frozenset[int]()
    sure, again = pattern.fast is not None, set[int]()
    near: dict[int, Places] = {}
    spans = layer.spans(pattern.loose)
    for start, end, index in spans:
        begin = starts[index]
        if end > begin + len(cuts[index].text):
            again.update(range(index, layer.index(end) + 1))
        elif not sure or index in wide:
            near.setdefault(index, []).append((start - begin, end - begin))
    if pattern.wide:
        near.update((index, []) for index in wide)
    near = {index: places for index, places in near.items() if index not in again}
    again.update(near)
    for start, end, index in spans if sure else ():
        if index not in again and (
            hit := judge(cuts[index].text, start - starts[index], end - starts[index])
        ):
            yield index, hit
    for index in sorted(again):
        text = cuts[index].text
        for start, end in _again(pattern, text, near.get(index), index in wide):
            if hit := judge(text, start, end):
                yield index, hit


def _again(pattern: Pattern, text: str, near: Places | None, wide: bool) -> Places:
    """Return the places of the matches in one block; near those of its loose form, where they are known."""
    if near is None:
        return pattern.spans(text)
    return pattern.near_any(text) if wide and pattern.wide else pattern.near(text, near)
