"""A rulebook as JSON and text that load many times faster than YAML: what the engine needs, no examples.

Checks are made only when the scanner asks for them, so that a kind which finds nothing to look at is never
imported.  Nothing else: a cache must not be able to run code.
"""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from importlib import import_module
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from stylelint import checks
from stylelint.checks.base import Check, Finding, View
from stylelint.rulebook.rule import Rule, Rulebook
from stylelint.waiting import Need, Wait

if TYPE_CHECKING:
    from stylelint.checks._lines import Whole

_Texts: TypeAlias = str | tuple[str, ...]

_PLAIN = ("id", "level", "message", "why", "source", "quotes", "fix", "file", "line")


class Rest(NamedTuple):
    """A stretch of a compiled rulebook, which is cut out when somebody asks for it."""

    data: bytes
    start: int
    end: int

    @property
    def text(self) -> bytes:
        """What stands there."""
        return self.data[self.start : self.end]


class Deferred(Check):
    """A check that is made when it is first asked to find something.

    Args:
        kind: its name in the table of kinds.
        marks: the role that it gives to what it finds.
        fewest: as `Check.fewest`.
        fields: where they stand in JSON, as `plain` has them: most are never asked for.
        rest: where it stands likewise what it has derived from them, its needs, and its openings.
        waits: where it stands likewise what else it waits for; a scanner that is kept does not ask.
    """

    def __init__(
        self, kind: str, marks: str | None, fewest: int, fields: Rest, rest: Rest, waits: Rest
    ) -> None:
        self.kind = kind  # type: ignore[misc]  # what a class says of all checks of a kind, it says of one
        self.marks, self.fewest = marks, fewest  # type: ignore[misc]
        self._fields, self._rest, self._waits = fields, rest, waits

    @cached_property
    def made(self) -> Check:
        """The check itself."""
        import json

        cls = checks.load(self.kind)
        module = import_module(cls.__module__)
        needs, derived, openings, later = self._needed
        options = {name: _value(value, module) for name, value in json.loads(self._fields.text).items()}
        # All fields are there, so that the kind need not become a dataclass; and some kinds work hard for
        # their needs and use them again when they look.
        check = cls.__new__(cls)
        check.__dict__.update(options, **derived, _needs=needs)
        if self.marks:
            begun = tuple(later.split("\n")) if later else ()
            check.__dict__.update(_openings=openings, _sentence_openings=begun)
        self.__dict__["find"] = check.find  # who asks next asks it itself
        return check

    def needs(self) -> tuple[Need, ...]:
        return tuple(self.made.needs())

    @property
    def lines(self) -> tuple[tuple[str, bytes], tuple[bytes, bytes]]:
        """Its kind with the line of its fields, and the lines of what was worked out from these."""
        return (self.kind, self._fields.text), (self._rest.text, self._waits.text)

    @property
    def _needed(self) -> tuple[tuple[Need, ...], dict[str, _Texts], tuple[str, ...], str]:
        """Its needs, what it has derived by name, and its openings, as `_worked_out` has them."""
        import json

        line, _, text = self._rest.text.partition(b"\n")
        needs, names, lengths = json.loads(line)
        *derived, openings, later = _cut(text.decode("utf-8", "surrogatepass"), lengths)
        return _value(needs, None), dict(zip(names, derived, strict=True)), tuple(openings), str(later)

    @property
    def _waited(self) -> tuple[list[Wait], list[Wait], bool]:
        import json

        waits, beside, in_blocks = json.loads(self._waits.text)
        return waits, beside, in_blocks

    def openings(self) -> tuple[str, ...]:
        return self._needed[2]

    def sentence_openings(self) -> str:
        return self._needed[3]

    def waits(self) -> tuple[Wait, ...]:
        return tuple(self._waited[0])

    def beside(self) -> tuple[Wait, ...]:
        return tuple(self._waited[1])

    @property
    def in_blocks(self) -> bool:
        return self._waited[2]

    def whole_block(self) -> "Whole | None":
        return self.made.whole_block()

    def prepare(self) -> None:
        self.made.prepare()

    def find(self, view: View) -> Iterator[Finding]:
        return self.made.find(view)


def dump(book: Rulebook, before: Rulebook | None = None) -> bytes:
    """Return a rulebook as lines of JSON, without its examples and the rules that are off.

    The first holds what every run needs; for each rule there is one with its fields, one with what else it
    needs at work, with texts behind it, and one with what it waits for.

    Args:
        book: the rulebook.
        before: one that the same program has compiled; what was worked out there for a check with the same
            fields is taken over.
    """
    import dataclasses
    import json

    old = (rule.check for rule in before.rules) if before else ()
    known = dict(check.lines for check in old if isinstance(check, Deferred))
    lines: list[bytes] = []
    for check in (rule.check for rule in book.rules):
        own: Any = check
        said = {field.name: plain(getattr(check, field.name)) for field in dataclasses.fields(own)}
        fields = json.dumps(said).encode()
        lines += [fields, *(known.get((check.kind, fields)) or _worked_out(check))]
    sizes = list(map(len, lines))
    rules = [_rule(rule) for rule in book.rules]
    head = {"name": book.name, "off": book.off, "files": book.files, "rules": rules, "sizes": sizes}
    return b"\n".join([json.dumps(head).encode(), *lines])


def load(data: bytes, start: int = 0) -> Rulebook:
    """Return the rulebook that `dump` wrote.

    Args:
        data: has it at its end.
        start: where it begins.

    Raises:
        ValueError, KeyError, TypeError: that is not what `dump` writes.
    """
    import json

    end = data.find(b"\n", start)
    end = len(data) if end < 0 else end
    given = json.loads(data[start:end])
    # A megabyte is not cut into lines of which a run asks for a few.
    ends = [*accumulate((size + 1 for size in given["sizes"]), initial=end)]
    if ends[-1] != len(data):
        raise ValueError("the compiled rulebook is not whole")
    rests = [Rest(data, before + 1, after) for before, after in pairwise(ends)]
    every = zip(given["rules"], rests[::3], rests[1::3], rests[2::3], strict=True)
    rules = tuple(_restored(*about) for about in every)
    return Rulebook(given["name"], rules, tuple(given["off"]), files=tuple(given["files"]))


def plain(value: Any) -> Any:
    """Return an option of a check as JSON can say it."""
    from stylelint.rulebook.bind import has_keys

    if has_keys(type(value)):
        return {"class": type(value).__name__, "fields": plain(value._asdict())["map"]}
    if isinstance(value, Mapping):
        return {"map": {key: plain(inner) for key, inner in value.items()}}
    if isinstance(value, frozenset | set):
        return {"set": sorted(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return [plain(inner) for inner in value] if isinstance(value, tuple | list) else value


def _value(given: Any, module: Any) -> Any:
    """Return the option that `plain` turned into JSON; lists become tuples."""
    if isinstance(given, list):
        # Most are words, of which a rule may have a thousand.
        return tuple([inner if type(inner) is str else _value(inner, module) for inner in given])
    if not isinstance(given, dict):
        return given
    if "class" in given:
        own = {name: _value(inner, module) for name, inner in given["fields"].items()}
        return getattr(module, given["class"])(**own)
    if "set" in given:
        return frozenset(given["set"])
    if "date" in given:
        return date.fromisoformat(given["date"])
    return {key: _value(inner, module) for key, inner in given["map"].items()}


def _cut(text: str, lengths: list[int | list[int]]) -> Iterator[_Texts]:
    """Yield what a text is made of: texts of a length, and tuples of them."""
    at = 0
    for one in lengths:
        ends = [*accumulate([one] if isinstance(one, int) else one, initial=at)]
        parts = tuple([text[start:end] for start, end in pairwise(ends)])
        yield parts[0] if isinstance(one, int) else parts
        at = ends[-1]


def _rule(rule: Rule) -> dict[str, Any]:
    check = rule.check
    return {
        **{name: getattr(rule, name) for name in _PLAIN},
        "scope": None if rule.scope is None else sorted(rule.scope),
        "dates": [day and day.isoformat() for day in (rule.since, rule.until)],
        "paths": rule.paths,
        "check": [check.kind, check.marks, check.fewest],
    }


def _worked_out(check: Check) -> Iterator[bytes]:
    """Yield what a check needs at work, and a line with what else it waits for.

    Of what it has derived, and of its openings, the line says how long they are, and they stand behind it as
    they are.  JSON writes each line end and each sign in letters, which take several times as long to read.
    """
    import json

    texts: list[_Texts] = [getattr(check, name) for name in check.derived]
    texts += [check.openings(), check.sentence_openings()]
    lengths = [len(one) if isinstance(one, str) else list(map(len, one)) for one in texts]
    line = json.dumps([tuple(check.needs()), check.derived, lengths])
    yield "\n".join([line, "".join(map("".join, texts))]).encode("utf-8", "surrogatepass")
    yield json.dumps([check.waits(), check.beside(), check.in_blocks]).encode()


def _restored(given: dict[str, Any], *lines: Rest) -> Rule:
    since, until = (day and date.fromisoformat(day) for day in given["dates"])
    kind, marks, fewest = given["check"]
    return Rule(
        check=Deferred(kind, marks, fewest, *lines),
        scope=None if given["scope"] is None else frozenset(given["scope"]),
        since=since,
        until=until,
        paths=tuple(given["paths"]),
        **{name: given[name] for name in _PLAIN},
    )
