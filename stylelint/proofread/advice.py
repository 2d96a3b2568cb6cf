"""What rules advise word by word, and where two of them disagree or say the same thing twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from stylelint.checks.banned import Banned
from stylelint.checks.consistent import Consistent
from stylelint.checks.preferred import Preferred
from stylelint.checks.spelled_out import SpelledOut
from stylelint.checks.title import Title
from stylelint.rulebook.rule import Rule
from stylelint.text import fold, same


class Advice(NamedTuple):
    """What a rule says of one word.

    Attributes:
        rule: which rule.
        word: what should not stand there, as the rule writes it.
        cures: what should; several where the writer has the choice, none where the word just goes.
        key: the word as it is compared: in its capitals where they matter.
        exact: whether they do.
        mixed: whether it holds in some articles only: those that have the cure too, or before it.
        sure: whether the rule alone decides, and not what the article has more of.
    """

    rule: Rule
    word: str
    cures: tuple[str, ...]
    exact: bool = False
    mixed: bool = False
    sure: bool = True

    @property
    def key(self) -> str:
        """The word as it is compared."""
        return _plain(self.word) if self.exact else same(self.word)

    def leads_to(self, other: Advice) -> bool:
        """Tell whether the other finds a cure of this one, in a draft that both are for."""
        keys = (_plain(cure) if other.exact else same(cure) for cure in self.cures)
        return other.key in keys and together(self.rule, other.rule)

    def concerns(self, other: Advice) -> bool:
        """Tell whether both find one and the same word, in a draft that both are for."""
        exact = self.exact and other.exact
        one, two = ((_plain(a.word) if exact else same(a.word)) for a in (self, other))
        return one == two and together(self.rule, other.rule)

    @property
    def said(self) -> str:
        """What is to be done, in words."""
        cures = " or ".join(f"“{cure}”" for cure in self.cures)
        return f"wants {cures} for “{self.word}”" if cures else f"bans “{self.word}”"


def given(rule: Rule) -> Iterator[Advice]:
    """Yield what a rule advises on single words; nothing where it judges by other means."""
    check = rule.check
    if isinstance(check, Banned):
        yield from (Advice(rule, word, (), check.case) for word in check.words)
    elif isinstance(check, Preferred):
        for wrong, right in check.words.items():
            cures = tuple(part.strip() for part in right.split("|"))
            exact = check.case or any(same(wrong) == same(cure) for cure in cures)
            yield Advice(rule, wrong, cures, exact)
    elif isinstance(check, SpelledOut):
        for short, long in check.words.items():
            if short not in check.known:
                longs = tuple(part.strip() for part in long.split("|"))
                yield Advice(rule, short, longs, exact=True, mixed=True)
    elif isinstance(check, Consistent) and not check.regex:
        yield from _of_groups(rule, check)


def _of_groups(rule: Rule, check: Consistent) -> Iterator[Advice]:
    """Yield what may be asked of each form where it stands beside others of its group."""
    certain = next((i for i, name in enumerate(check.prefer) if name in ("first", "most")), len(check.prefer))
    for group in check.groups:
        ranks = {form: i for i, form in enumerate(check.prefer[:certain]) if form in group}
        for form in group:
            mine = ranks.get(form, certain)
            above = tuple(other for other in group if ranks.get(other, certain) < mine)
            beside = tuple(other for other in group if other != form and mine == ranks.get(other, certain))
            for cures, sure in ((above, True), (beside, False)):
                if cures:
                    yield Advice(rule, form, cures, check.case, mixed=True, sure=sure)


def together(one: Rule, two: Rule) -> bool:
    """Tell whether there can be a draft, a day and a place in it that both rules look at.

    Which paths two different globs share is not worked out: they are taken for apart.
    """
    scopes = one.scope is None or two.scope is None or bool(one.scope & two.scope)
    speech = one.quotes == two.quotes or not {one.quotes, two.quotes} <= {"skip", "only"}
    paths = not one.paths or not two.paths or bool(set(one.paths) & set(two.paths))
    return scopes and speech and paths and same_days(one, two)


def same_days(one: Rule, two: Rule) -> bool:
    """Tell whether there is a day on which both rules hold."""
    since = max(one.since or date.min, two.since or date.min)
    return since <= min(one.until or date.max, two.until or date.max)


class Clash(NamedTuple):
    """Advice that does not go together: the steps of a circle, or a word that two list; and what is told."""

    steps: tuple[Advice, ...]
    message: str


def clashes(advice: Sequence[Advice]) -> Iterator[Clash]:
    """Yield where advice goes round in a circle, and where a word is listed in two rules, each once.

    Args:
        advice: in an order in which the rule that is rather to blame comes first.
    """
    by_word: dict[str, list[Advice]] = {}
    for one in advice:
        by_word.setdefault(same(one.word), []).append(one)
    told: set[frozenset[tuple[str, str]]] = set()
    for clash in (*_listed_twice(by_word), *_circles(advice, by_word)):
        words = frozenset((a.rule.id, same(word)) for a in clash.steps for word in (a.word, *a.cures))
        if words not in told:
            told.add(words)
            yield clash


def _listed_twice(by_word: Mapping[str, list[Advice]]) -> Iterator[Clash]:
    for listed in by_word.values():
        for one, two in combinations(listed, 2):
            message = _twice(one, two) if one.concerns(two) else ""
            if message:
                yield Clash((one, two), message)


def _twice(one: Advice, two: Advice) -> str:
    """Return what is wrong with two pieces of advice on one word, "" where they go together."""
    if one.rule.id == two.rule.id:
        return "" if one.mixed else f"“{one.word}” and “{two.word}” are the same word"
    if one.mixed == two.mixed and {same(c) for c in one.cures} == {same(c) for c in two.cures}:
        return f"“{one.word}” is in {two.rule.id} too"
    return "" if one.mixed or two.mixed else f"{one.said}, but {two.rule.id} {two.said}"


def _circles(advice: Sequence[Advice], by_word: Mapping[str, list[Advice]]) -> Iterator[Clash]:
    for one in advice:
        circle = _circle(one, by_word)
        # What an article's own majority asks for is settled once a certain rule has been followed.
        if circle and all(step.sure for step in circle):
            yield Clash(tuple(circle), _round(circle))


def _circle(start: Advice, by_word: Mapping[str, list[Advice]]) -> list[Advice]:
    """Return the shortest way from one piece of advice through others back to it, [] where there is none.

    Breadth first.  Circles within one rule are its own affair, so the second step leaves it.
    """
    ways, seen = [[start]], {id(start)}
    while ways:
        longer = []
        for way in ways:
            for step in _steps(way, by_word):
                if step.leads_to(start):
                    return [*way, step]
                if id(step) not in seen:
                    seen.add(id(step))
                    longer.append([*way, step])
        ways = longer
    return []


def _steps(way: list[Advice], by_word: Mapping[str, list[Advice]]) -> Iterator[Advice]:
    """Yield what is advised on the cures at the end of a way."""
    last = way[-1]
    for step in (step for cure in last.cures for step in by_word.get(same(cure), ())):
        if last.leads_to(step) and (len(way) > 1 or step.rule.id != last.rule.id):
            yield step


def _round(circle: list[Advice]) -> str:
    one, *steps = circle
    said = [
        f"{step.rule.id} wants “{then.word}” for “{step.word}”"
        for step, then in zip(steps, [*steps[1:], one], strict=True)
    ]
    return f"wants “{steps[0].word}” for “{one.word}”, but {', '.join(said)}"


def offices(rules: Sequence[Rule]) -> Iterator[tuple[Rule, str]]:
    """Yield the rules that give an organisation another form of an office than a later one, and the fault."""
    titles = [(rule, rule.check) for rule in rules if isinstance(rule.check, Title)]
    for (one, first), (two, second) in combinations(titles, 2):
        forms = {same(form) for form in first.forms} & {same(form) for form in second.forms}
        if not forms or not together(one, two):
            continue
        due = {name: house.write for house in second.house for name in house.of}
        for house in first.house:
            for name in house.of:
                if name in due and due[name] != house.write:
                    yield one, f"writes {name}'s “{house.write}”, but {two.id} “{due[name]}”"


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
