"""Runs rules of Vale on a draft: alerts with right places."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from operator import attrgetter
from typing import NamedTuple

from stylelint.compat.vale.draft import SENTENCE_END, Draft, place
from stylelint.compat.vale.gate import Gate
from stylelint.compat.vale.hits import Said
from stylelint.compat.vale.kinds.base import Found, Kind, State
from stylelint.compat.vale.layers import Cut, Layer
from stylelint.compat.vale.regexes import TIMEOUT
from stylelint.compat.vale.rule import ValeRule
from stylelint.compat.vale.scopes import SIBLINGS, bases, left_out, only_leaves_out
from stylelint.compat.vale.search import blocks_with, looked_up, together
from stylelint.errors import UserError

_PLACE, _START, _END = attrgetter("start", "end"), attrgetter("start"), attrgetter("end")
_WORD = re.compile(r"\S+")
_BASES = {"sentence": "sentences", "paragraph": "paragraphs", "raw": "raw", "summary": "whole"}
"""First name of a selector → the layer of a draft that it is for."""


class Alert(NamedTuple):
    """What a rule says, and where.

    Attributes:
        rule: the rule.
        start, end: in the source, code points.
        said: what is said.
    """

    rule: ValeRule
    start: int
    end: int
    said: Said


_ALERT: Callable[[tuple[ValeRule, int, int, Said]], Alert] = partial(tuple.__new__, Alert)
"""Makes an alert of its parts; there are many, and so none takes a call of a function of Python."""


@lru_cache(maxsize=1024)
def layers(scope: tuple[str, ...], fragments: bool) -> tuple[str, ...]:
    """Return the names of the layers of a draft that a rule may look at."""
    if fragments:
        return ("fragments",)
    names = bases(scope)
    blocks = names - _BASES.keys() - SIBLINGS or not names or only_leaves_out(scope)
    found = ["blocks"] if blocks else []
    if names & SIBLINGS:
        found.append("inner")
    if "doc" in names:
        found.append("selections")
    return (*found, *(layer for name, layer in _BASES.items() if name in names))


class Runner:
    """Rules made ready to run on many drafts.

    Args:
        kinds: in the order in which they are run.
    """

    def __init__(self, kinds: Iterable[Kind]) -> None:
        # Formulas count what the others have told.
        self.kinds = sorted(kinds, key=lambda kind: kind.rule.kind == "metric")
        self._split = any("sentence" in one for kind in self.kinds for one in kind.rule.scope)
        self._gate = Gate(self.kinds)

    def lint(self, draft: Draft, wanted: Callable[[ValeRule], bool] = lambda rule: True) -> list[Alert]:
        """Return the alerts of the rules on a draft, in the order of their places."""
        found: dict[str, list[Alert]] = {}
        told: dict[str, int] = {}
        state: State = {"counts": draft.counts, "told": told}
        for kind in self._gate.kinds_for(draft):
            if wanted(kind.rule):
                try:
                    alerts = _told(kind, draft, state, self._split)
                except TimeoutError:
                    said = f"{kind.rule.name}: its expression takes more than {TIMEOUT:g} seconds on a block"
                    raise UserError(said, kind.rule.path, 1, 1) from None
                if alerts:
                    alerts = _limited(kind.rule, alerts)
                    found.setdefault(kind.rule.name, []).extend(alerts)
                    told[kind.rule.name] = len(alerts)
        return _ordered(found)


def _ordered(found: Mapping[str, list[Alert]]) -> list[Alert]:
    """Return alerts, given by the names of their rules, in the order of their places, then of these."""
    by_name = [alert for name in sorted(found) for alert in sorted(found[name], key=_END)]
    return sorted(by_name, key=_START)


def _told(kind: Kind, draft: Draft, state: State, split: bool) -> list[Alert]:
    """Return the alerts of a rule, layer by layer."""
    told: list[Alert] = []
    rule = kind.rule
    for name in layers(rule.scope, kind.fragments):
        whole: Layer = getattr(draft, name)
        layer = whole.only(rule.scope)
        if not layer.cuts:
            continue
        found = _found(kind, draft, layer, state)
        in_sentences = split and name == "blocks" and kind.scans
        if not found and not (in_sentences and kind.pattern and kind.pattern.anchored):
            continue
        alerts = _alerts(rule, layer, found)
        if in_sentences:
            parts = _in_sentences(kind, draft, layer, found)
            if parts is not None:
                alerts = _merged(_alerts(rule, parts, _found(kind, draft, parts, state)), alerts)
        told += alerts
    return told


def _found(kind: Kind, draft: Draft, layer: Layer, state: State) -> list[Found]:
    """Return what a rule finds that neither begins nor ends in a link or the like that it leaves out."""
    found, scope = kind.found(layer, state), kind.rule.scope
    if not (found and draft.spans) or bases(scope).isdisjoint(SIBLINGS):
        return found
    kept = []
    for one in found:
        cut = layer.cuts[one[0]]
        out = draft.spans_of(left_out(scope, cut.scope, cut.parent))
        begin, until = place(cut.rows, cut.start + one[1], cut.start + one[2])
        if not (_lies(out, begin) or _lies(out, until - 1)):
            kept.append(one)
    return kept


def _lies(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Tell whether a place lies in one of some spans, which are in order and apart."""
    index = bisect_right(spans, (at, sys.maxsize)) - 1
    return index >= 0 and at < spans[index][1]


def _in_sentences(kind: Kind, draft: Draft, layer: Layer, found: Iterable[Found]) -> Layer | None:
    """Return the sentences in which a rule may find other things than in their blocks, None for none.

    Where one rule looks at sentences, Vale shows them to all the others, too.  What a pattern without anchors
    finds in them is what it finds in the block, except where that runs over their ends; what looks around
    finds something where its loose form, if that has no anchors, finds something in the block.
    """
    pattern = kind.pattern
    if pattern is None or (pattern.anchored and not (pattern.floats and together(pattern))):
        return draft.sentences.only(kind.rule.scope)
    # What lists look for ahead does not stand behind the end of a sentence.
    if pattern.anchored and (kind.rule.limit or looked_up(pattern, layer) is None):
        looked = {layer.numbers[index] for index in blocks_with((pattern,), layer)}
    else:
        looked = _crossed(draft, layer, found)
    if not looked:
        return None
    return Layer(cut for index in sorted(looked) for cut in draft.sentences_of(index)).only(kind.rule.scope)


def _crossed(draft: Draft, layer: Layer, found: Iterable[Found]) -> set[int]:
    """Return the numbers of the blocks of a draft in which something runs over the end of a sentence."""
    cuts, numbers, end_in = layer.cuts, layer.numbers, SENTENCE_END.search
    return {
        numbers[index]
        for index, start, end, _ in found
        # Most stretches have no sign in them that a sentence could end with.
        if end_in(cuts[index].text, start, end) and draft.crossed(numbers[index], start, end)
    }


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


def _limited(rule: ValeRule, alerts: list[Alert]) -> list[Alert]:
    """Return what is told: each place once, and as often as the rule allows."""
    if len(alerts) < 2:
        return alerts
    places = list(map(_PLACE, alerts))
    if len(set(places)) < len(places):
        kept: dict[tuple[int, int], Alert] = {}
        for where, alert in zip(places, alerts, strict=True):
            kept.setdefault(where, alert)
        alerts = list(kept.values())
    return alerts[: rule.limit] if rule.limit else alerts


def _alerts(rule: ValeRule, layer: Layer, found: Iterable[Found]) -> list[Alert]:
    cuts, alerts = layer.cuts, []
    for index, start, end, said in found:
        _, rows, at, _, _, off = cuts[index]
        if off and not off.isdisjoint((rule.style, rule.name, f"{rule.name}[{said.match}]", "off")):
            continue
        begin, until = place(rows, at + start, at + end) if said.match else _head(cuts[index])
        alerts.append((rule, begin, until, said))
    return list(map(_ALERT, alerts))


def _head(cut: Cut) -> tuple[int, int]:
    """Return where what is said of a block is told: at its first word; of a whole draft, at its head."""
    word = _WORD.search(cut.text) if cut.rows and cut.scope[0] != "raw" else None
    return place(cut.rows, cut.start + word.start(), cut.start + word.end()) if word else (0, 0)
