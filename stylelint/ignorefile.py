"""The file of ignores, for drafts in formats that have no comments.

A list in YAML; every entry has a `path` (a glob, as in `exclude`) and may have `rules`, `text` (words of the
sentence that is meant), `by`, `until` and `reason`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from stylelint.anatomy.located import Sentences
from stylelint.diagnostics import Diagnostic
from stylelint.directives import Directive, Name
from stylelint.discovery import Globs
from stylelint.document import Document, Span
from stylelint.errors import UserError
from stylelint.ignores import Policy, judge, names_of
from stylelint.text import did_you_mean, same

if TYPE_CHECKING:
    from stylelint.rulebook.nodes import Field, Node

KEYS = ("path", "rules", "text", "by", "until", "reason")


class Entry(NamedTuple):
    """One ignore of the file.

    Attributes:
        directive: its rules, owner, day and reason.
        path: the glob of the drafts it is about.
        text: words that must stand in the sentence, as they are compared; "" for any sentence.
    """

    directive: Directive
    path: str
    text: str

    @property
    def literal(self) -> bool:
        """Whether the path names one file."""
        return not any(char in self.path for char in "*?[")


class _Texts:
    """The texts of entries, looked up by how they begin: a draft may have as many as it has sentences."""

    _HEAD = 12

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._short: list[Entry] = []
        self._by_head: dict[str, list[Entry]] = {}
        for entry in entries:
            head = entry.text[: self._HEAD]
            kept = self._short if len(head) < self._HEAD else self._by_head.setdefault(head, [])
            kept.append(entry)

    def in_(self, text: str) -> Iterator[Entry]:
        """Yield the entries whose text stands in another."""
        yield from (entry for entry in self._short if entry.text in text)
        for at in range(len(text) - self._HEAD + 1):
            for entry in self._by_head.get(text[at : at + self._HEAD], ()):
                if text.startswith(entry.text, at):
                    yield entry


class IgnoreFile:
    """The entries of a file, and which of them were of use.

    Args:
        path: of the file, as it is called in reports.
        source: its text.
        entries: what it says.
        base: the folder that its paths start from, absolute.
    """

    def __init__(self, path: str, source: str, entries: Sequence[Entry], base: str) -> None:
        self.path, self.source, self.base = path, source, base
        self.entries = [(entry, Globs((entry.path,), base)) for entry in entries]
        self.used: set[tuple[Directive, str]] = set()
        self._seen: set[Directive] = set()

    def __bool__(self) -> bool:
        return bool(self.entries)

    def suppress(self, document: Document, found: Sequence[Diagnostic], policy: Policy) -> list[Diagnostic]:
        """Return the diagnostics of a draft that no entry asks to be ignored."""
        about = [entry for entry, exclusion in self.entries if exclusion.covers(document.path)]
        self._seen |= {entry.directive for entry in about if entry.literal}
        about = [entry for entry in about if not policy.is_over(entry.directive)]
        if not about or not found:
            return list(found)
        texts, sentences = _Texts(about), Sentences(document)
        return [d for d in found if not self._ignored(d, texts.in_(_around(d, sentences)))]

    def _ignored(self, diagnostic: Diagnostic, entries: Iterable[Entry]) -> bool:
        ignored = False
        for directive, _, _ in entries:
            names = {name.text for name in directive.names} or {""}
            if hit := names.intersection(names_of(diagnostic.rule)):
                self.used |= {(directive, name) for name in hit}
                ignored = True
        return ignored

    def judge(self, policy: Policy, *, everything: bool) -> list[Diagnostic]:
        """Return what is wrong with entries, once the drafts have been looked at.

        Args:
            policy: the rules that were asked.
            everything: whether all drafts were; entries with wildcards can be judged only then, and
                those of drafts that are gone.
        """
        said = [entry.directive for entry, _ in self.entries if everything or entry.directive in self._seen]
        return judge(self.path, self.source, said, self.used, policy)


def read(path: str, data: bytes, base: str) -> IgnoreFile:
    """Read a file of ignores.

    Args:
        path: what errors and reports call it.
        data: the file; one with nothing but comments has no entries.
        base: the folder that its paths start from, absolute.

    Raises:
        UserError: it says something that cannot be.
    """
    from stylelint.readers.decode import decode
    from stylelint.rulebook import nodes

    source = decode(path, data).text
    if all(line.lstrip()[:1] in ("", "#") for line in source.splitlines()):
        return IgnoreFile(path, source, [], base)
    root = nodes.parse(data, path)
    if root.id != "sequence":
        raise nodes.problem(root, "expected a list: “- path: …”")
    return IgnoreFile(path, source, [_entry(node, source) for node in root.value], base)


def _entry(node: Node, source: str) -> Entry:
    from stylelint.rulebook import nodes

    fields = nodes.mapping(node, "an ignore")
    for key, given in fields.items():
        if key not in KEYS:
            raise nodes.problem(given.key, f"an ignore has no key “{key}”{did_you_mean(key, KEYS)}")
    if "path" not in fields:
        raise nodes.problem(node, "which draft? give “path”")
    said = {key: nodes.word(f.value, f"a {key}") for key, f in fields.items() if key != "rules"}
    directive = Directive(
        "ignore-file",
        _lines(node, source),
        tuple(_names(fields["rules"], source)) if "rules" in fields else (),
        said.get("by", ""),
        _day(fields["until"]) if "until" in fields else None,
        said.get("reason", ""),
        home="entry",
    )
    return Entry(directive, said["path"], same(said.get("text", "")))


def _names(given: Field, source: str) -> Iterator[Name]:
    from stylelint.rulebook import nodes

    for node in nodes.items(given.value, "a rule"):
        span = Span(node.start_mark.index, node.end_mark.index)
        yield Name(nodes.word(node, "a rule"), span)


def _day(given: Field) -> date:
    from stylelint.rulebook import nodes

    said = nodes.word(given.value, "a day")
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise nodes.problem(given.value, f"“{said}” is no day; write 2027-01-31") from None


def _lines(node: Node, source: str) -> Span:
    """Return the lines of an entry of the list, from its dash to the next entry."""
    start = source.rfind("\n", 0, node.start_mark.index) + 1
    return Span(start, _end_of_lines(source, node.end_mark.index))


def _end_of_lines(source: str, at: int) -> int:
    """Return where the lines end that hold what ends at an offset, blanks before the next entry left out."""
    end = len(source[:at].rstrip())
    line = source.find("\n", end)
    return len(source) if line < 0 else line + 1


def _around(diagnostic: Diagnostic, sentences: Sentences) -> str:
    touched = sentences.touched(diagnostic.span)
    return " ".join(same(sentence.text) for sentence in touched) or same(diagnostic.text)


def entry(path: str, rules: Sequence[str], text: str, reason: str) -> str:
    """Return an entry as it is written into the file, with its line end.

    Raises:
        UserError: a path cannot be written on one line.
    """
    said = {"path": path, "rules": f"[{', '.join(rules)}]", "text": _quoted(text) if text else ""}
    if "\n" in path or "\r" in path:
        raise UserError("a name with a line end in it cannot stand in the file of ignores", path)
    said["path"] = _quoted(path)
    said["reason"] = _quoted(reason) if reason else ""
    kept = [f"{key}: {value}" for key, value in said.items() if value]
    return "- " + "\n  ".join(kept) + "\n"


def _quoted(text: str) -> str:
    """Return a text as a YAML scalar in quotes, on one line."""
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    signs = {"\\": "\\\\", '"': '\\"'}
    return '"' + "".join(signs.get(c, c) if c.isprintable() else f"\\U{ord(c):08x}" for c in text) + '"'
