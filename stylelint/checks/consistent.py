"""The kind `consistent`: either form will do, but not both in one article."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations
from typing import Literal, NamedTuple

from stylelint.anatomy.speech import lying, outermost
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Document
from stylelint.patterns import Match, Pattern, any_of, words
from stylelint.text import fold, match_case, opens_sentence, same
from stylelint.waiting import Need


class Use(NamedTuple):
    """One use of a form: where, of which group, which form of it, and the ending that it has."""

    start: int
    end: int
    group: int
    form: int
    ending: str


@kind
class Consistent(Check):
    """Words that can be written in several ways, of which one article uses one.

    Attributes:
        groups: groups of forms; each group is judged alone, and a form belongs to one group only.
        prefer: forms that win wherever they are mixed with others, and `first` or `most`: for the
            rest, the form that the article uses first, or most (where it is a draw, first).
        endings: endings that every form may have ("s", "'s", "ing"); the other form gets the same.
        regex: whether the forms are expressions for RE2; then nothing is mended.
        except_: (`except`) expressions; a form that stands inside a match of one does not count
            (`US` in “US$”).
        draw: what is marked where two forms stand equally often and `prefer` names neither: the
            `later` of them, or `both` (the first use of each, and nothing is mended).
        case: whether capitals matter; then a word that opens a sentence or stands in a headline
            does not count.
    """

    kind = "consistent"
    values = ("replacement", "other", "count", "others")

    groups: tuple[tuple[str, ...], ...]
    prefer: tuple[str, ...] = ("most",)
    endings: tuple[str, ...] = ()
    regex: bool = False
    except_: tuple[str, ...] = ()
    draw: Literal["later", "both"] = "later"
    case: bool = False

    @cached_property
    def _forms(self) -> dict[str, tuple[int, int, str]]:
        """Each form as it is compared → its group, its index there, its ending."""
        return {
            self._key(form + ending): (group, index, ending)
            for group, forms in enumerate(self.groups)
            for index, form in enumerate(forms)
            for ending in ("", *self.endings)
        }

    @cached_property
    def _words(self) -> Pattern:
        texts = [form + e for forms in self.groups for form in forms for e in ("", *self.endings)]
        return words(texts, case=self.case)

    @cached_property
    def _patterns(self) -> tuple[tuple[Pattern, ...], ...]:
        return tuple(
            tuple(Pattern(form, case=self.case, words=True) for form in forms) for forms in self.groups
        )

    @cached_property
    def _exceptions(self) -> tuple[Pattern, ...]:
        return tuple(Pattern(regex, case=self.case) for regex in self.except_)

    def _key(self, text: str) -> str:
        return " ".join(fold(text).split()) if self.case else same(text)

    def needs(self) -> tuple[Need, ...]:
        # One form alone is no fault.
        return tuple(pair for forms in self.groups for pair in combinations(map(self._need, forms), 2))

    def besides(self) -> Iterator[str]:
        return (f"(?-i:{regex})" if self.case else regex for regex in self.except_)

    def _need(self, form: str) -> str:
        text = form if self.regex else any_of(form + ending for ending in ("", *self.endings))
        return f"(?-i:{text})" if self.case else text

    def problems(self) -> Iterator[tuple[str, str]]:
        if self.regex:
            yield from _unreadable("groups", (form for group in self.groups for form in group))
        yield from _unreadable("except", self.except_)
        seen: set[str] = set()
        for group in self.groups:
            if len(group) < 2:
                yield "groups", f"one form alone cannot be mixed: {', '.join(group) or '[]'}"
            for form in group:
                if self._key(form) in seen:
                    yield "groups", f"“{form}” is there twice"
                seen.add(self._key(form))
        forms = {form for group in self.groups for form in group}
        for name in self.prefer:
            if name not in {"first", "most"} | forms:
                yield "prefer", f"“{name}” is neither first, most nor one of the forms"

    def find(self, view: View) -> Iterator[Finding]:
        uses: dict[int, list[Use]] = {}
        for use in self._told(view):
            uses.setdefault(use.group, []).append(use)
        for group, found in uses.items():
            if len({use.form for use in found}) > 1:
                yield from self._minority(view.document, self.groups[group], found)

    def _told(self, view: View) -> list[Use]:
        """Return the uses that count, in reading order."""
        uses = sorted(self._uses(view))
        # Most articles have one form only, and need no second look.
        if _agree(uses):
            return []
        document, places = view.document, [use.start for use in uses]
        free = sorted(m[:2] for pattern in self._exceptions for m in pattern.matches(document, places))
        return lying(uses, document.blocks, None, outermost(free), False) if free else uses

    def _uses(self, view: View) -> list[Use]:
        document = view.document
        if self.regex:
            return [use for group in enumerate(self._patterns) for use in _matching(view, *group)]
        found = [(m.start, m.end, self._known(document, m)) for m in self._words.matches(document)]
        uses = [Use(start, end, *known) for start, end, known in found if known]
        # Most articles have one form only, and nobody need ask who says it.
        return [] if _agree(uses) else [use for use in view.heard(uses) if self._counts(document, use)]

    def _known(self, document: Document, match: Match) -> tuple[int, int, str] | None:
        form = document.folded[match.start : match.end]
        # Most stand there as they are compared.
        return self._forms.get(form) or self._forms.get(self._key(form))

    def _counts(self, document: Document, use: Use) -> bool:
        """Tell whether a capital here says nothing: not of a name, and not one that the place asks for."""
        start = use.start
        block = document.block_at(start)
        free = (
            block is None or block.role == "headline" or opens_sentence(document.folded, start, block.start)
        )
        if self.case:
            return not free
        form = self.groups[use.group][use.form]
        shouted = document.folded[start : start + len(form)].isupper()
        return free or shouted or form[:1].isupper() == document.folded[start].isupper()

    def _minority(self, document: Document, forms: tuple[str, ...], uses: list[Use]) -> Iterator[Finding]:
        counts = Counter(use.form for use in uses)
        if self._drawn(forms, counts):
            yield from _both(document, uses)
            return
        winner = self._winner(forms, uses, counts)
        first = next(use for use in uses if use.form == winner)
        other = document.prose[first.start : first.end]
        for use in uses:
            if use.form == winner:
                continue
            found = document.prose[use.start : use.end]
            cure = None if self.regex else self._cure(found, forms[winner], len(use.ending))
            values = {"other": other, "count": str(counts[use.form]), "others": str(counts[winner])}
            related = ((first.start, first.end, f"“{other}” here"),)
            yield Finding(use.start, use.end, replacement=cure, values=values, related=related)

    def _drawn(self, forms: tuple[str, ...], counts: Counter[int]) -> bool:
        """Tell whether two forms stand equally often, and nobody has said which is to win."""
        if self.draw == "later" or len(set(counts.values())) > 1 or len(counts) > 2:
            return False
        return not any(forms[form] in self.prefer for form in counts)

    def _cure(self, found: str, form: str, ending: int) -> str:
        """Return the other form in the case of what was found, with the ending as it stands there."""
        stem = found[: len(found) - ending]
        return (form if self.case else match_case(stem, form)) + found[len(stem) :]

    def _winner(self, forms: tuple[str, ...], uses: list[Use], counts: Counter[int]) -> int:
        for name in self.prefer:
            if name == "most":
                # Counter keeps the order of first use, and max takes the first of equals.
                return max(counts, key=counts.__getitem__)
            if name in forms and counts[forms.index(name)]:
                return forms.index(name)
        return uses[0].form


def _matching(view: View, group: int, patterns: Sequence[Pattern]) -> list[Use]:
    """Return the uses of a group of expressions; one form alone is no fault, and not looked for."""
    uses: list[Use] = []
    for form, pattern in enumerate(patterns):
        if uses or form < len(patterns) - 1:
            uses += [Use(match.start, match.end, group, form, "") for match in view.matches(pattern)]
    return uses


def _both(document: Document, uses: list[Use]) -> Iterator[Finding]:
    """Yield the first use of each of two forms, each pointing at the other."""
    one = uses[0]
    two = next(use for use in uses if use.form != one.form)
    count = str(len(uses) // 2)
    for use, model in ((one, two), (two, one)):
        other = document.prose[model.start : model.end]
        values = {"other": other, "count": count, "others": count, "replacement": other}
        related = ((model.start, model.end, f"“{other}” here"),)
        yield Finding(use.start, use.end, values=values, related=related)


def _agree(uses: Iterable[Use]) -> bool:
    """Tell whether of each group one form alone is used."""
    forms = {(use.group, use.form) for use in uses}
    return len(forms) == len({group for group, _ in forms})


def _unreadable(key: str, regexes: Iterable[str]) -> Iterator[tuple[str, str]]:
    for regex in regexes:
        try:
            Pattern(regex).program  # noqa: B018
        except ValueError as error:
            yield key, f"not a regular expression that RE2 reads: {error}"
