"""Rules as they are written, and what one rulebook makes of another's: keys laid over keys.

Everything here stays a node, so that an error in a rule put together from three files still points at
the right line of the right one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from stylelint.diagnostics import LEVELS
from stylelint.rulebook import nodes
from stylelint.rulebook.nodes import Field, Node, problem
from stylelint.text import did_you_mean

WHOLE = ("check", "message", "why", "examples")
"""What a rule must bring itself where it changes the check of the rule that it replaces."""


class Entry(NamedTuple):
    """A rule as it is written, possibly over several rulebooks.

    Attributes:
        id: `chapter/name`.
        key: the node of its name where it was last written.
        fields: its keys, each with the nodes of the file that gave it.
        off: whether it is switched off.
    """

    id: str
    key: Node
    fields: Mapping[str, Field]
    off: bool = False


def rule_id(key: Node, chapter: str) -> str:
    """Return the id that a name in `rules` stands for.

    Raises:
        UserError: it is made of other things than lower-case letters, digits and hyphens.
    """
    name: str = key.value
    parts = name.split("/") if "/" in name else [chapter, name]
    if len(parts) != 2 or not all(is_name(part) for part in parts):
        raise problem(key, f"“{name}” cannot name a rule; use a-z, 0-9 and hyphens, as in quotes/left-open")
    return "/".join(parts)


def is_name(part: str) -> bool:
    """Tell whether a text can be a chapter or the name of a rule."""
    return bool(part) and set(part) <= _NAME_CHARS


_NAME_CHARS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")


def merge(
    entries: Mapping[str, Entry], chapter: str, rules: Mapping[str, Field], trusted: bool = False
) -> dict[str, Entry]:
    """Return the inherited rules with those of one rulebook laid over them.

    Args:
        entries: what it extends, by id.
        chapter: of the rulebook.
        rules: the fields of its `rules`.
        trusted: whether it is a bundled one.

    Raises:
        UserError: a rule is named twice, changes one that is not there, or adds to nothing.
    """
    merged, own = dict(entries), set()
    for field in rules.values():
        name = rule_id(field.key, chapter)
        if name in own:
            raise problem(field.key, f"“{name}” is given twice; leave one")
        own.add(name)
        merged[name] = _laid_over(entries, name, field, trusted)
    return merged


def _laid_over(entries: Mapping[str, Entry], name: str, field: Field, trusted: bool) -> Entry:
    """Return a rule with what a rulebook says of it: `off`, `on`, a level, or some of its keys."""
    old = entries.get(name)
    if field.value.id == "scalar":
        return _switched(_known(old, name, field.key, entries), field)
    given = nodes.mapping(field.value, "a rule")
    if trusted:
        given = {key: one._replace(trusted=True) for key, one in given.items()}
    if old is None and "check" not in given:
        _no_near_check(given.values())
        _known(old, name, field.key, entries)
    if old is None or _replaces(old, given, field.key):
        old = Entry(name, field.key, {})
    off, fields = _level(old, given)
    return Entry(name, field.key, _with_parts(old.fields, fields), off)


def _no_near_check(fields: Iterable[Field]) -> None:
    """Say so where a new rule has no “check” and another key looks like it: that is the mistake."""
    from difflib import get_close_matches

    for one in fields:
        if get_close_matches(one.key.value, ("check",), cutoff=0.7):
            raise problem(one.key, f"no key “{one.key.value}”; did you mean “check”?")


def _known(old: Entry | None, name: str, key: Node, entries: Iterable[str]) -> Entry:
    """Return the rule that is to be changed, or say that there is none."""
    if old is None:
        hint = did_you_mean(name, entries) if entries else ""
        raise problem(key, f"no rule “{name}” to change, and a new rule needs “check”{hint}")
    return old


def _switched(old: Entry, field: Field) -> Entry:
    """Read a rule that is one word: `off`, `on` or a level."""
    said = nodes.word(field.value, "the keys of a rule, or “off”")
    if said in ("off", "on"):
        return old._replace(key=field.key, off=said == "off")
    if said in LEVELS:
        return old._replace(key=field.key, off=False, fields={**old.fields, "level": field})
    known = ("off", "on", *LEVELS)
    raise problem(field.value, f"“{said}” is not what a rule can be{did_you_mean(said, known)}")


def _replaces(old: Entry, given: Mapping[str, Field], key: Node) -> bool:
    """Tell whether a rule takes the place of the inherited one whole: it does where its check is another."""
    check = given.get("check")
    before = old.fields["check"].value.value
    if check is None or nodes.word(check.value, "the name of a check") == before:
        return False
    lacking = [name for name in WHOLE if name not in given]
    if lacking:
        raise problem(
            check.value,
            f"“{old.id}” is a “{before}”; another check needs the whole rule: {', '.join(lacking)} "
            f"{'is' if len(lacking) == 1 else 'are'} missing",
        )
    return True


def _level(old: Entry, given: Mapping[str, Field]) -> tuple[bool, dict[str, Field]]:
    """Return whether the rule is off, and the keys without a `level: off`, which is no level."""
    fields = dict(given)
    level = fields.get("level")
    if level is None:
        return old.off, fields
    if level.value.id == "scalar" and level.value.value == "off":
        del fields["level"]
        return True, fields
    return False, fields


def _with_parts(old: Mapping[str, Field], given: Mapping[str, Field]) -> dict[str, Field]:
    """Lay keys over keys; then cut (`words-`) and add (`words+`)."""
    parts = {name: field for name, field in given.items() if name[-1:] in ("+", "-")}
    fields = {**old, **{name: field for name, field in given.items() if name not in parts}}
    for name in sorted(parts, key=lambda name: name[-1:] == "+"):
        stem, part = name[:-1], parts[name]
        if stem not in fields:
            kin = [key for key in fields if key not in ("check", "level", "message", "why")]
            raise problem(
                part.key,
                f"there is no “{stem}” to {_VERBS[name[-1]]}{did_you_mean(stem, kin) if kin else ''}",
            )
        change = _added if name[-1] == "+" else _cut
        fields[stem] = part._replace(value=change(stem, fields[stem].value, part.value))
    return fields


_VERBS = {"+": "add to", "-": "cut from"}


def _added(stem: str, base: Node, more: Node) -> Node:
    """Return a list or mapping with entries more; in a mapping the later of two keys wins."""
    if base.id == "mapping":
        extra = nodes.mapping(more, f"a mapping like that of “{stem}”")
        kept = [pair for pair in base.value if pair[0].value not in extra]
        return _like(base, more, kept + [(field.key, field.value) for field in extra.values()])
    return _like(base, more, [*nodes.items(base, "a list"), *nodes.items(more, "a list")], "sequence")


def _cut(stem: str, base: Node, less: Node) -> Node:
    """Return a list without some entries, a mapping without some keys."""
    pairs = base.id == "mapping"
    entries = base.value if pairs else nodes.items(base, "a list")
    texts = [(entry[0] if pairs else entry).value for entry in entries]
    gone = set()
    for item in nodes.items(less, "what to cut"):
        said = nodes.word(item, "a word to cut")
        if said not in texts:
            hint = did_you_mean(said, [text for text in texts if isinstance(text, str)])
            raise problem(item, f"“{said}” is not in “{stem}”, so it cannot be cut{hint}")
        gone.add(said)
    pairs_of = zip(entries, texts, strict=True)
    kept = [entry for entry, text in pairs_of if not (isinstance(text, str) and text in gone)]
    return _like(base, less, kept, "mapping" if pairs else "sequence")


def _like(base: Node, place: Node, value: list[object], kind: str = "mapping") -> Node:
    """Return a new list or mapping that stands where it was last changed."""
    import yaml

    made = yaml.MappingNode if kind == "mapping" else yaml.SequenceNode
    return made("", value, place.start_mark, place.end_mark)
