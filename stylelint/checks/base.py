"""What every kind of check has in common."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, TypeAlias, TypeVar, dataclass_transform

from stylelint.anatomy.speech import Speech, lying, speech
from stylelint.document import Block, Document, in_roles, lies_in
from stylelint.patterns import Match, Pattern
from stylelint.waiting import Need, Wait, wait_of

if TYPE_CHECKING:
    from dataclasses import field

    from stylelint.checks._lines import Whole
else:
    field = None  # a run that makes no kind a dataclass does not load what makes them

Quotes = Literal["skip", "only", "ask", "any"]
_T = TypeVar("_T")
_Row = TypeVar("_Row", bound=tuple[Any, ...])

Seen: TypeAlias = Mapping[int, Set[int] | None]
"""The indexes of blocks, in order, each with the numbers of the `needs` met there; None for any of them."""


NOTHING: dict[str, str] = {}
"""Never written to: a finding that names anything brings its own."""


class Finding(NamedTuple):
    """What a check saw: places in the prose, and what should stand there.

    Attributes:
        start, end: in the document's prose, code points, end exclusive.
        replacement: what should stand there instead; None where the check cannot know.
        remove: the stretch should go, with the blanks (or, for a whole block, the line ends) that
            held it.
        values: what the rule's message may name besides `found` and `replacement`.
        related: other places: start, end, what is there.
        sure: False where a person should judge; it is then told as a suggestion, never more.
    """

    start: int
    end: int
    replacement: str | None = None
    remove: bool = False
    values: dict[str, str] = NOTHING
    related: tuple[tuple[int, int, str], ...] = ()
    sure: bool = True


class View:
    """The part of a document that a rule looks at.

    Args:
        document: the draft.
        roles: roles of the blocks that count; None for all.
        quotes: whether direct speech is left out ("skip"), looked at alone ("only") or read like
            the rest ("any"); "ask" reads it too, and what is found there is a question.
        where: the blocks in which the scanner saw what the check waits for; None for all blocks.

    Attributes:
        told: blocks that a rule which is no less grave marks, whole and for certain: what another that marks
            blocks finds in them is not told.  Such rules add to them.
    """

    __slots__ = ("document", "quotes", "roles", "told", "where")

    def __init__(
        self,
        document: Document,
        roles: frozenset[str] | None = None,
        quotes: Quotes = "any",
        where: Seen | None = None,
    ) -> None:
        self.document = document
        self.roles = roles
        self.quotes = quotes
        self.where = where
        self.told: set[int] = set()

    @property
    def seen(self) -> Seen:
        """Where a check that marks blocks may find something."""
        return dict.fromkeys(range(len(self.document.blocks))) if self.where is None else self.where

    @property
    def blocks(self) -> list[Block]:
        """The blocks in scope, in reading order."""
        blocks = self.document.blocks
        return list(blocks) if self.roles is None else in_roles(blocks, self.roles)

    @property
    def speech(self) -> Speech:
        """Who speaks where: the quotations of the document."""
        return speech(self.document)

    def allowed(self, start: int, end: int) -> bool:
        """Tell whether a stretch lies in one block in scope, and in or out of speech as asked."""
        return lies_in(self.document.blocks, self.roles, start, end) and self._hears(start, end)

    def heard(self, rows: list[_Row]) -> list[_Row]:
        """Return those of some rows that are `allowed`; each begins with a start and an end."""
        if not rows:
            return rows
        spoken = None if self.quotes in ("any", "ask") else self.speech.outermost
        return lying(rows, self.document.blocks, self.roles, spoken, self.quotes == "only")

    def takes(self, block: Block) -> bool:
        """Tell whether a block is in scope, and all of it in or out of speech as asked."""
        return (self.roles is None or block.role in self.roles) and self._hears(block.start, block.end)

    def _hears(self, start: int, end: int) -> bool:
        if self.quotes in ("any", "ask"):
            return True
        return (self.quotes == "only") == self.speech.covers(start, end)

    def asked(self, finding: Finding) -> Finding:
        """Return a finding as it is told: where speech is only asked about, one in it is not sure."""
        asks = self.quotes == "ask" and self.speech.covers(finding.start, finding.end)
        return finding._replace(sure=False) if asks else finding

    def matches(self, pattern: Pattern, need: int | None = None) -> list[Match]:
        """Return the matches of a pattern that the rule may look at, in order.

        Args:
            pattern: what to look for.
            need: the number of the need that is met where it matches; None for any of them.
        """
        if self.where is None:
            return self.heard([*pattern.matches(self.document)])
        lines = self._lines(self.where, need)
        return self.heard([*pattern.matches_in(self.document, lines)] if lines else [])

    def _lines(self, where: Seen, need: int | None) -> list[tuple[int, int]]:
        """Return where the lines stand of the blocks in scope where a need is met, with their line ends."""
        text, blocks, roles = self.document.folded, self.document.blocks, self.roles
        lines = list[tuple[int, int]]()
        end = 0
        for index, numbers in where.items():
            if need is None or numbers is None or need in numbers:
                start, last, _, role, *_ = blocks[index]
                if last > end and (roles is None or role in roles):
                    start = text.rfind("\n", end, start) + 1 or end
                    end = text.find("\n", last) + 1 or len(text)
                    lines.append((start, end))
        return lines


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def kind(cls: type[_T]) -> type[_T]:
    """Make a kind of check of a class: a dataclass that nobody changes.

    To work out the methods of a dataclass takes longer than all that a check does on a short draft.  So they
    are made when somebody asks for its fields or makes a check of them, and without those that `frozen=True`
    writes anew for a class: equality stands once in `Check`, and that no field is set is seen to by the type
    checker.
    """
    late = {"__dataclass_fields__": _Fields(cls), "__init__": _first}
    for name, value in late.items():
        setattr(cls, name, value)
    return cls


class _Fields:
    """The fields of a kind: the first look at them makes it a dataclass, which has its own from then on."""

    def __init__(self, cls: type[Any]) -> None:
        self._cls = cls

    def __get__(self, instance: object, owner: type[Any]) -> Mapping[str, object]:
        from dataclasses import dataclass

        del self._cls.__init__  # else it would be kept
        made: Any = dataclass(eq=False, repr=False)(self._cls)
        fields: Mapping[str, object] = made.__dataclass_fields__
        return fields


def _first(self: Any, *args: object, **options: object) -> None:
    """Make the first check of a kind."""
    _ = self.__dataclass_fields__
    self.__init__(*args, **options)


class Check:
    """A kind of rule.  Subclasses are frozen dataclasses whose fields are the rule's keys in YAML.

    A key is the field's name with hyphens for underscores; the first line of the class's docstring
    says what the kind is for, and the `Attributes` section documents every key.

    Class attributes:
        kind: the word for it in a rulebook.
        values: what a message may name besides `found` and `replacement`.
        marks: the role that a block gets in which the check finds everything, None for most.
        fewest: how many blocks a draft must have for there to be anything to find.
        scope: the roles it looks at where the rule does not say.
        quotes: what it does with direct speech where the rule does not say.
        derived: names of cached properties that are dear to work out, and so are kept with a compiled
            rulebook: texts and tuples of them.
    """

    kind: ClassVar[str]
    values: ClassVar[tuple[str, ...]] = ()
    marks: ClassVar[str | None] = None
    fewest: ClassVar[int] = 1
    scope: ClassVar[frozenset[str] | None] = frozenset(
        {"headline", "standfirst", "paragraph", "crosshead", "list-item", "caption", "quotation",
         "pull-quote", "cell", "correction", "editors-note"}
    )  # fmt: skip
    quotes: ClassVar[Quotes] = "skip"
    derived: ClassVar[tuple[str, ...]] = ()

    def needs(self) -> Iterable[Need]:
        """Return RE2 expressions of which one must match, ignoring case, for there to be a finding.

        They run with `(?mi)` over the whole folded text, for a check that `marks` blocks over each block.
        Several in a tuple must all match: two forms of which a draft may have one are no fault.  No `needs`
        and no `openings`: the check is always asked.
        """
        return ()

    def openings(self) -> tuple[str, ...]:
        """Return for each need how a block may begin that is equal to its being met there, a line each.

        Only for a check that `marks` blocks.  As `openings.plain` makes them, of `openings.LEAST` code points
        or more.
        """
        return ()

    def sentence_openings(self) -> str:
        """Return how a sentence in a block that is not its first may begin for one need more to be met there.

        A line each.  Only for a check that `marks` blocks; the number of that need is the next after those of
        the others.  As `openings.plain` makes them, of `openings.LONG` code points or more.
        """
        return ""

    def whole_block(self) -> "Whole | None":
        """Return what tells whether a block is one of the lines that the first needs are for; None: no lines.

        Only for a check that `marks` blocks.  Where it has met nothing else in a block, and that is none of
        them, it is not asked.
        """
        return None

    def besides(self) -> Iterable[str]:
        """Return RE2 expressions, as in `needs`, that it runs only where it has found something.

        They are looked for together with all needs, so that the check need not run those that cannot match.
        """
        return ()

    def beside(self) -> tuple[Wait, ...]:
        """Return each of `besides` as it is looked for."""
        return tuple(map(wait_of, self.besides()))

    def waits(self) -> tuple[Wait, ...]:
        """Return each need as it is looked for."""
        return tuple(wait_of(need, self.in_blocks) for need in self.needs())

    @property
    def in_blocks(self) -> bool:
        """Whether what it waits for is looked for in each block by itself, and it is asked about those alone.

        So it is of a check that `marks` blocks, and of one that looks for expressions which are
        `waiting.known_in_blocks`.
        """
        return bool(self.marks)

    def prepare(self) -> None:
        """Make ready what it works with, which otherwise is made when it is first asked."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield (key, message) for every option that cannot be."""
        yield from ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def _values(self) -> tuple[object, ...]:
        names = getattr(self, "__dataclass_fields__", None)
        return (id(self),) if names is None else tuple(getattr(self, name) for name in names)

    @abstractmethod
    def find(self, view: View) -> Iterator[Finding]:
        """Yield what it sees in a view, in any order."""
        raise NotImplementedError
