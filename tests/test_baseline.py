"""What was there before stays untold while it stays as it was; everything else is told."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.baseline import Baseline, Entry, dump, entries, fingerprints, parse, tell
from stylelint.checks.banned import Banned
from stylelint.diagnostics import Diagnostic
from stylelint.document import Document
from stylelint.engine import Linter
from stylelint.errors import UserError
from stylelint.readers import read
from stylelint.rulebook.rule import Rule, Rulebook

LINTER = Linter(Rulebook("test", (Rule("house/very", Banned(("very", "nice"))),)))


def found(draft: str, path: str = "a.md") -> tuple[Document, list[Diagnostic]]:
    document = read(path, draft.encode())
    return document, LINTER.lint(document)


def printed(draft: str) -> tuple[list[str], list[Diagnostic]]:
    document, now = found(draft)
    return list(fingerprints(document, now)), now


def baseline(*drafts: str, gone: tuple[str, ...] = ()) -> Baseline:
    """The baseline of drafts `0.md`, `1.md` …, as it is after it was written and read again."""
    kept = [e for i, draft in enumerate(drafts) for e in entries(f"{i}.md", *found(draft))]
    return Baseline(parse("b.json", dump(kept).encode()), lambda path: path not in gone)


def told(before: str, after: str) -> tuple[list[str], int]:
    """The sentences of what is new, and how many entries are left over."""
    base = baseline(before)
    document, now = found(after)
    parted = base.part("0.md", *printed(after))
    assert sorted([*parted.new, *parted.known]) == sorted(now)
    return [document.source[d.span.start - 2 :].split("\n")[0] for d in parted.new], len(base.stale())


A, B = "A very old boat sank off the coast.\n", "A very new boat sailed on Monday.\n"


@pytest.mark.parametrize(
    ("before", "after", "new", "stale"),
    [
        (A, A, 0, 0),
        (f"{A}\n{B}", f"{B}\n{A}", 0, 0),  # moved
        (A, f"# News\n\nSomething else.\n\n{A}", 0, 0),  # pushed down
        (A, "A very old boat\nsank off the\ncoast.\n", 0, 0),  # wrapped anew
        (A, f"First this. {A}", 0, 0),  # another sentence before it
        (A, A.replace("A", "a ").replace("old", "**old**").upper(), 0, 0),  # case, blanks, marks
        (A, A.replace("sank", "sunk"), 1, 1),  # the sentence was touched
        (A, f"{A}\n{B}", 1, 0),
        (A, B, 1, 1),  # one mended, one new: no exchange
        (A, "A boat.\n", 0, 1),
        (A, f"{A}\n{A}", 1, 0),  # the same once more
        (f"{A}\n{A}", A, 0, 1),
        ("A very very old boat.\n", "A very very old boat.\n", 0, 0),
        ("A very old and nice boat.\n", "A very old and very boat.\n", 2, 2),
    ],
)
def test_what_is_new(before: str, after: str, new: int, stale: int) -> None:
    assert (len(told(before, after)[0]), told(before, after)[1]) == (new, stale)


def test_a_sentence_copied_into_another_draft_is_new_there() -> None:
    base = baseline(A)
    assert len(base.part("other.md", *printed(A)).new) == 1


def test_a_renamed_draft_keeps_its_entries() -> None:
    base = baseline(f"{A}\n{B}", gone=("0.md",))
    parted = base.part("other.md", *printed(f"{A}\n{A}\n{B}"))
    assert (len(parted.new), len(parted.known), base.stale()) == (1, 2, [])


def test_the_last_look_at_a_draft_counts() -> None:
    base = baseline(f"{A}\n{B}", gone=("0.md",))
    for _ in range(2):
        assert len(base.part("other.md", *printed(A)).known) == 1
        assert len(base.stale()) == 1
    assert base.part("other.md", *printed("A boat.\n")) == ([], [])
    assert len(base.stale()) == 2


def test_only_drafts_that_were_looked_at_have_entries_left_over() -> None:
    base = baseline(A, A, A, gone=("2.md",))
    base.part("0.md", *printed("A boat.\n"))
    assert [entry.path for entry in base.stale()] == ["0.md", "2.md"]
    source = dump(base.entries)
    first = tell("b.json", source, base.stale())[0]
    assert (first.path, first.line, first.rule) == ("b.json", 2, "stylelint/stale-baseline")
    assert first.text == source.splitlines()[1] == source[slice(*first.span)]
    assert "0.md: house/very (“very”)" in first.message


def test_the_file_is_made_for_small_differences() -> None:
    kept = [*entries("a.md", *found(f"{A}\n{B}")), *entries("é.md", *found(B))]
    text = dump(kept)
    assert text == dump(reversed(kept))
    assert json.loads(text)["version"] == 1
    assert [line.startswith('{"path": ') for line in text.splitlines()] == [False, True, True, True, False]
    assert "é.md" in text and text.endswith("]}\n")
    more = dump([*kept, *entries("b.md", *found(A))])
    assert len(set(text.splitlines()) ^ set(more.splitlines())) == 1
    moved = dump([*entries("a.md", *found(f"Hello.\n\n{B}\n{A}")), *entries("é.md", *found(B))])
    assert moved == text


ANY = st.text(st.characters(), min_size=1)  # surrogates too, which stand for bytes in names of files


@given(st.lists(st.builds(Entry, ANY, ANY, ANY, st.text(), st.just(0))))
def test_what_is_written_can_be_read(kept: list[Entry]) -> None:
    again = parse("b.json", dump(kept).encode())
    assert sorted({e._replace(line=0) for e in again}) == sorted(set(kept))
    assert [e.line for e in again] == list(range(2, 2 + len(again)))


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"", "b.json:1:1: not JSON"),
        (b"<<<<<<< ours\n{}", "b.json:1:1: not JSON; was it merged by hand?"),
        (b'{"version": 1, "entries": [\n{"path": "a"},\n>>>>>>> x\n]}', "b.json:3:1: not JSON"),
        (b"[]", "b.json: this is no baseline"),
        (b'{"entries": []}', "b.json: a baseline of version None"),
        (b'{"version": 2, "entries": []}', "b.json: a baseline of version 2"),
        (
            b'{"version": 1, "entries": [\n{"path": "a", "rule": 1, "fingerprint": "x"}\n]}',
            "b.json:2: an entry",
        ),
        (b'{"version": 1, "entries": [3]}', "b.json: an entry has"),
        (b"\xff\xfe", "b.json: a baseline is UTF-8"),
        (b"[" * 100_000, "b.json: not JSON"),
    ],
)
def test_what_is_no_baseline(data: bytes, wrong: str) -> None:
    with pytest.raises(UserError) as error:
        parse("b.json", data)
    assert str(error.value).startswith(wrong)


def test_an_empty_baseline() -> None:
    assert dump([]) == '{"version": 1, "entries": [\n]}\n'
    assert parse("b.json", dump([]).encode()) == []
