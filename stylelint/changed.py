"""What has changed in a git repository, down to the line, and which findings lie in changed sentences."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from stylelint import lazy
from stylelint.anatomy.located import Sentences
from stylelint.diagnostics import Diagnostic
from stylelint.document import Document, Span
from stylelint.errors import UserError

_DIFF = (
    "diff", "-U0", "--inter-hunk-context=0", "-M", "--text", "--no-color", "--no-ext-diff", "--no-textconv",
    "--no-relative", "--ignore-submodules", "--submodule=short", "--src-prefix=a/", "--dst-prefix=b/",
)  # fmt: skip
"""A diff that no setting of the user's can change."""

_HUNK = lazy.regex(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = lazy.regex(rb"\\(?:([0-7]{3})|(.))")
_ESCAPED = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
_LINK, _MODULE = b"120000", b"160000"


class Lines(NamedTuple):
    """The changed lines of one file, as git counts them: a line ends after a line feed.

    Attributes:
        added: lines from 1 that were added or changed.
        cut: lines from 0 after which something was taken out and nothing put in.
        all: whether the whole file is new.
    """

    added: frozenset[int] = frozenset()
    cut: frozenset[int] = frozenset()
    all: bool = False

    def __and__(self, other: Lines) -> Lines:
        """Return what has changed against both of two parents."""
        if self.all or other.all:
            return other if self.all else self
        return Lines(self.added & other.added, self.cut & other.cut)


class Repository:
    """The git repository of a folder.

    Args:
        folder: in its working tree.

    Raises:
        UserError: it is in none, or there is no git.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        status, top, wrong = self._run(("rev-parse", "--show-toplevel"))
        if status or not top:
            said = " ".join(wrong.decode("utf-8", "replace").split()) or "this is no working tree"
            raise UserError(f"what has changed can only be told in a git repository: {said}")
        self.top = os.fsdecode(top.removesuffix(b"\n"))
        self._folder = self.top

    def since(self, ref: str) -> dict[str, Lines]:
        """Return the changed lines of the working tree since it parted from a commit.

        Files that git does not know yet, and does not ignore, are new.

        Args:
            ref: a commit, branch or tag.

        Returns:
            By path, see `key`.

        Raises:
            UserError: there is no such commit here.
        """
        changed = self._compared([self._base(ref)])
        others = self._must("ls-files", "--others", "--exclude-standard", "-z").split(b"\0")[:-1]
        return {**changed, **{self._key(name): Lines(all=True) for name in others}}

    def staged(self) -> dict[str, Lines]:
        """Return the changed lines of the index since the last commit, see `since`."""
        return self._compared(["--cached", self._head() or self._nothing()])

    def ignores(self, key: str) -> bool:
        """Tell whether git is told to ignore a file."""
        return self._ask("check-ignore", "--quiet", "--", key) is not None

    def blobs(self, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield the files of the index with these keys as they would be committed; no links."""
        wanted, rows = set(keys), self._must("ls-files", "--stage", "-z").split(b"\0")[:-1]
        names: list[tuple[str, bytes]] = []
        for row in rows:
            meta, _, name = row.partition(b"\t")
            mode, blob, stage = meta.split(b" ")
            if stage == b"0" and mode not in (_LINK, _MODULE) and self._key(name) in wanted:
                names.append((self._key(name), blob))
        if names:
            data = self._must("cat-file", "--batch", given=b"".join(blob + b"\n" for _, blob in names))
            at = 0
            for path, _ in names:
                line = data.index(b"\n", at)
                size = int(data[at:line].rsplit(b" ", 1)[1])
                yield path, data[line + 1 : line + 1 + size]
                at = line + size + 2

    def _compared(self, what: Sequence[str]) -> dict[str, Lines]:
        """Return what has changed; in a merge that is not committed yet, against every parent."""
        changed = self._diff(what)
        for parent in self._merging():
            other = self._diff([*what[:-1], parent])
            changed = {path: lines & other[path] for path, lines in changed.items() if path in other}
        return changed

    def _diff(self, what: Sequence[str]) -> dict[str, Lines]:
        return {self._key(name): lines for name, lines in parse(self._must(*_DIFF, *what, "--"))}

    def _base(self, ref: str) -> str:
        """Return the commit to compare with: where this branch and another parted."""
        head = self._head()
        if head is None:
            return self._nothing()
        commit = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        shallow = self._must("rev-parse", "--is-shallow-repository").strip() == b"true"
        if not commit:
            raise UserError(f"--since {ref}: no such commit here{self._fetch(ref) if shallow else ''}")
        base = self._ask("merge-base", head, commit.decode().strip())
        if not base and shallow:
            raise UserError(f"--since {ref}: where this branch left it is not in this clone{_DEEPEN}")
        return (base or commit).decode().strip()

    def _fetch(self, ref: str) -> str:
        """Say how to get a commit into a shallow clone."""
        remotes = self._must("remote").decode("utf-8", "replace").split()
        for remote in remotes:
            if ref.startswith(f"{remote}/"):
                branch = ref.removeprefix(f"{remote}/")
                return f", which is a shallow clone; fetch it: git fetch {remote} {branch}:refs/remotes/{ref}"
        if re.search(r"[~^@]", ref):
            return _DEEPEN
        return f", which is a shallow clone; fetch it: git fetch {(remotes or ['origin'])[0]} {ref}"

    def _head(self) -> str | None:
        head = self._ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        return head.decode().strip() if head else None

    def _nothing(self) -> str:
        """Return the tree without files, in the hash that the repository uses."""
        return self._must("hash-object", "-t", "tree", "--stdin").decode().strip()

    def _merging(self) -> list[str]:
        where = os.fsdecode(self._must("rev-parse", "--git-path", "MERGE_HEAD").removesuffix(b"\n"))
        try:
            with open(os.path.join(self.top, where), encoding="ascii") as file:
                return file.read().split()
        except FileNotFoundError:
            return []

    def _key(self, name: bytes) -> str:
        return os.path.join(self.top, os.fsdecode(name))

    def _must(self, *command: str, given: bytes = b"") -> bytes:
        done = self._run(command, given)
        if done[0]:
            raise UserError(f"git {command[0]}: {' '.join(done[2].decode('utf-8', 'replace').split())}")
        return done[1]

    def _ask(self, *command: str) -> bytes | None:
        """Return what git says, None where it says that there is none."""
        status, out, _ = self._run(command)
        return None if status else out

    def _run(self, command: Sequence[str], given: bytes = b"") -> tuple[int, bytes, bytes]:
        import subprocess

        try:
            done = subprocess.run(["git", "-C", self._folder, *command], input=given, capture_output=True)
        except OSError as error:
            raise UserError(f"git cannot be run: {error.strerror}") from None
        return done.returncode, done.stdout, done.stderr


_DEEPEN = ", which is a shallow clone; fetch more: git fetch --deepen=100, or --unshallow"


def key(path: str) -> str:
    """Return a path as `Repository` calls it: absolute, its folder without symbolic links."""
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.realpath(folder), name)


def parse(diff: bytes) -> Iterator[tuple[bytes, Lines]]:
    """Yield the new name and the changed lines of every file in a diff without context."""
    name, added, cut = b"", set[int](), set[int]()
    rows = iter(diff.split(b"\n"))
    for row in rows:
        hunk = _HUNK.match(row)
        if hunk:
            old, first, new = (int(n) if n is not None else 1 for n in hunk.groups())
            added |= set(range(first, first + new))
            cut |= set() if new else {first}
            for _ in range(old + new):  # lines of text may look like anything
                while next(rows, b"").startswith(b"\\"):
                    pass
        elif row.startswith(b"diff --git "):
            if name:
                yield name, Lines(frozenset(added), frozenset(cut))
            name, added, cut = b"", set(), set()
        elif row.startswith(b"+++ "):
            name = _unquoted(row[4:])
    if name:
        yield name, Lines(frozenset(added), frozenset(cut))


def _unquoted(name: bytes) -> bytes:
    """Return a name as the file system has it; b"" for a file that is gone."""
    if name.startswith(b'"'):
        name = _ESCAPE.sub(lambda m: bytes([int(m[1], 8)]) if m[1] else _ESCAPED.get(m[2], m[2]), name[1:-1])
    else:
        name = name.removesuffix(b"\t")
    return name[2:] if name.startswith(b"b/") else b""


def carried(lines: Lines, before: str, after: str) -> Lines:
    """Return the changed lines of a text that has been mended, or written into, since they were counted.

    What was put in or rewritten counts as changed; what was unchanged stays so wherever it has moved to.

    Args:
        lines: the changed lines of `before`.
        before: the text that they were counted in.
        after: the text as it is now.
    """
    if lines.all or before == after:
        return lines
    from difflib import SequenceMatcher

    added, cut = set[int](), set[int]()
    rows = before.split("\n"), after.split("\n")
    for kind, start, end, first, last in SequenceMatcher(None, *rows).get_opcodes():
        if kind == "equal":
            added |= {n - start + first for n in range(start + 1, end + 1) if n in lines.added}
            # Line 0 is before the first one, and what stood between two blocks belongs to the former.
            cut |= {n - start + first for n in range(start + bool(start), end + 1) if n in lines.cut}
        else:
            added |= set(range(first + 1, last + 1))
            cut |= set() if last > first else {first}
    return Lines(frozenset(added), frozenset(cut))


def touched(document: Document, found: Sequence[Diagnostic], lines: Lines) -> list[Diagnostic]:
    """Return the diagnostics that speak of a changed sentence, or of a changed line outside of sentences.

    One that points at another place speaks of that, too: what was added there may be at fault.

    Args:
        document: the draft.
        found: what was found in it.
        lines: its changed lines.
    """
    if lines.all or not found:
        return list(found)
    ends = [m.end() for m in re.finditer("\n", document.source)]
    starts = [0, *ends, len(document.source) + 1]
    sentences = Sentences(document)
    return [d for d in found if any(_touched(span, starts, lines) for span in _about(d, sentences))]


def _about(diagnostic: Diagnostic, sentences: Sentences) -> Iterator[Span]:
    """Yield the sentences that a diagnostic speaks of."""
    lines = sentences.document.lines
    others = (lines.offset(place.line, place.column) for place in diagnostic.related)
    for span in (diagnostic.span, *(Span(at, at) for at in others)):
        spans = [sentence.span for sentence in sentences.touched(span)]
        yield from spans or [span]


def _touched(span: Span, starts: Sequence[int], lines: Lines) -> bool:
    """Tell whether a line of a span has changed, or one was cut out in its midst."""
    from bisect import bisect_left, bisect_right

    first = bisect_right(starts, span.start)
    last = max(first, bisect_left(starts, span.end))
    return any(n in lines.added for n in range(first, last + 1)) or any(
        n in lines.cut for n in range(first, last)
    )
