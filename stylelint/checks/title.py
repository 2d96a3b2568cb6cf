"""The kind `title`: an office is written as the organisation that has it writes it."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal, NamedTuple

from stylelint.checks._offices import Owners, Use, holders, is_thing
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Document
from stylelint.patterns import Pattern, any_of, words
from stylelint.text import fold, match_case, same


class House(NamedTuple):
    """The form of some organisations.

    Attributes:
        of: the names of one organisation, the one for messages first.
        write: its form of the title.
    """

    of: tuple[str, ...]
    write: str


@kind
class Title(Check):
    """An office that some organisations write one way and some another, and one article one way.

    Whose office it is, the words beside it tell ("NATO's Secretary General", "secretary-general
    of the United Nations"), or the holder's name where the article ties it to an organisation
    elsewhere.  Where nothing tells, and the article speaks of one organisation's office only, it
    is taken for that, and what is found is a suggestion.

    Attributes:
        office: what the office is called in the rule, for the reader of the rulebook.
        forms: the ways to write it, in Title Case; text in other capitals keeps them.
        plurals: the plural of each form, in the same order, if they have any.
        house: organisations with a form of their own: `of` their names, `write` the form.
        otherwise: for the rest: `consistent`, the form that the article uses most (where it is a
            draw, first); `first`, the form that it uses first; `leave`, any.
        case: whether only text in the very capitals of the forms counts.
    """

    kind = "title"
    values = ("replacement", "organisation")

    office: str
    forms: tuple[str, ...]
    plurals: tuple[str, ...] = ()
    house: tuple[House, ...] = ()
    otherwise: Literal["consistent", "first", "leave"] = "consistent"
    case: bool = False

    @cached_property
    def _lookup(self) -> dict[str, tuple[int, bool]]:
        """A form as it is compared → its index, and whether it is a plural."""
        plurals = {same(form): (index, True) for index, form in enumerate(self.plurals)}
        return plurals | {same(form): (index, False) for index, form in enumerate(self.forms)}

    @cached_property
    def _pattern(self) -> Pattern:
        return words([*self.forms, *self.plurals], case=self.case)

    @cached_property
    def _owners(self) -> Owners:
        return Owners({name: house.of[0] for house in self.house for name in house.of})

    @cached_property
    def _due(self) -> Mapping[str, int]:
        """The first name of an organisation → the index of its form."""
        return {house.of[0]: self.forms.index(house.write) for house in self.house}

    def needs(self) -> tuple[str, ...]:
        # Where the article alone decides, it must hold a form that is not the first.
        first = 0 if self.house or self.otherwise == "leave" else 1
        return (any_of([*self.forms[first:], *self.plurals[first:]]),)

    def besides(self) -> tuple[str, ...]:
        every = any_of([*self.forms, *self.plurals])
        return (f"(?-i:{every})" if self.case else every,)

    def problems(self) -> Iterator[tuple[str, str]]:
        if len(self.forms) < 2:
            yield "forms", "give at least two forms: one alone cannot be wrong"
        if self.plurals and len(self.plurals) != len(self.forms):
            yield "plurals", f"give one for each of the {len(self.forms)} forms, in their order"
        names = Counter(name for house in self.house for name in house.of)
        for name in (name for name, count in names.items() if count > 1):
            yield "house", f"“{name}” is there twice"
        for house in self.house:
            if not house.of or not all(name.strip() for name in house.of):
                yield "house", "“of” must name an organisation"
            if house.write not in self.forms:
                yield "house", f"“{house.write}” is none of the forms"

    def find(self, view: View) -> Iterator[Finding]:
        document = view.document
        uses = self._settled(document, list(self._uses(document)))
        for owner, group in self._groups(view, uses).items():
            winner = self._due.get(owner, self._winner(group))
            name = owner if owner in self._due else "This article"
            right = next((use for use in group if use.form == winner), None)
            for use in group:
                if winner not in (use.form, -1):
                    yield self._finding(document, use, winner, name, right)

    def _groups(self, view: View, uses: list[Use]) -> dict[str, list[Use]]:
        """Return the uses that the rule may look at, by the owner of the office.

        Where no organisation has a form of its own, there is one office in the article.  Uses of
        which nobody knows whose they are cannot be compared where there are several.
        """
        groups: dict[str, list[Use]] = {}
        for use in uses:
            if view.allowed(use.start, use.end):
                groups.setdefault(use.owner if self.house else "", []).append(use)
        if len({use.owner for use in uses} - {""}) > 1 and self.house:
            groups.pop("", None)
        return groups

    def _uses(self, document: Document) -> Iterator[Use]:
        matches = list(self._pattern.matches(document))
        # What stands beside a title ends at the next one, which would pass for a name.
        ends = [0, *(match.end for match in matches)]
        starts = [*(match.start for match in matches[1:]), len(document.folded)]
        for match, low, high in zip(matches, ends, starts, strict=False):
            block = document.block_at(match.start)
            known = self._lookup.get(same(document.folded[match.start : match.end]))
            if block is None or known is None or match.end > block.end:
                continue
            use = Use(match.start, match.end, *known, low=low, high=high)
            if not is_thing(document, block, use):
                yield use._replace(owner=self._owners.owner(document, block, use))

    def _settled(self, document: Document, uses: list[Use]) -> list[Use]:
        """Give each use that names nobody the owner that the rest of the article points to."""
        if not self.house:
            return uses
        held: dict[str, set[str]] = {}
        for use in uses:
            for name in self._holders(document, use) if use.owner else ():
                held.setdefault(name, set()).add(use.owner)
        uses = [use if use.owner else self._named(document, use, held) for use in uses]
        owners = {use.owner for use in uses if use.owner}
        only = owners.pop() if len(owners) == 1 else ""
        return [use if use.owner or not only else use._replace(owner=only, sure=False) for use in uses]

    def _named(self, document: Document, use: Use, held: Mapping[str, set[str]]) -> Use:
        """Give a use that names a holder the holder's organisation, or where that is not known, the name."""
        names = list(self._holders(document, use))
        for name in names:
            if len(held.get(name, ())) == 1:
                return use._replace(owner=next(iter(held[name])))
        return use._replace(owner=f"?{names[0]}") if names else use

    def _holders(self, document: Document, use: Use) -> Iterator[str]:
        block = document.block_at(use.start)
        return holders(document, block, use) if block else iter(())

    def _winner(self, uses: list[Use]) -> int:
        """Return the form that wins where no organisation decides; -1 for any."""
        if self.otherwise == "leave":
            return -1
        counts = Counter(use.form for use in uses)
        # Counter keeps the order of first use, and max takes the first of equals.
        return uses[0].form if self.otherwise == "first" else max(counts, key=counts.__getitem__)

    def _finding(self, document: Document, use: Use, winner: int, name: str, right: Use | None) -> Finding:
        found = document.prose[use.start : use.end]
        form = self.plurals[winner] if use.plural else self.forms[winner]
        told = (
            ((right.start, right.end, f"“{document.prose[right.start : right.end]}” here"),) if right else ()
        )
        return Finding(
            use.start, use.end, adapt(found, form), values={"organisation": name}, related=told, sure=use.sure
        )


def adapt(found: str, form: str) -> str:
    """Return a form with the capitals of what was found, letter by letter where the letters are the same.

    "secretary-general" and "Secretary General" give "secretary general".
    """
    models = [c for c in fold(found) if c.isalnum()]
    letters = [c for c in form if c.isalnum()]
    if same("".join(models)) == same("".join(letters)):
        supply = iter(models)
        return "".join(next(supply) if c.isalnum() else c for c in form)
    return form.lower() if found.islower() else match_case(found, form)
