"""A diff says how to come from one text to the other, and shows no more than it must."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import diff_bytes, unified_diff
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stylelint.cli.mender import Outcome
from stylelint.cli.patch import patch
from stylelint.diagnostics import Edit
from stylelint.document import Span
from stylelint.fixer import Changed, Kept, change
from stylelint.readers.decode import Decoded, encode
from tests.repository import git, repository

PLAIN = Decoded("")
NO_END = "\\ No newline at end of file\n"
HEAD = b"--- a/d.txt\n+++ b/d.txt\n"


def diff(source: str, changed: Changed, like: Decoded = PLAIN, name: str = "d.txt") -> bytes:
    before = like._replace(text=source)
    return patch(name, Outcome(before, *changed, Counter()), encode(before, changed.source))


def edited(source: str, *edits: tuple[str, str]) -> Changed:
    """Put a text in the place of another wherever that stands."""
    found = [(m.span(), new) for old, new in edits for m in re.finditer(re.escape(old), source)]
    return change(source, [Edit(Span(*span), new) for span, new in found])


@pytest.mark.parametrize(
    ("source", "edits", "hunks"),
    [
        ("a\n", [("a", "b")], "@@ -1 +1 @@\n-a\n+b\n"),
        ("1\n2\n3\n4\na\n6\n", [("a", "b")], "@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-a\n+b\n 6\n"),
        ("a\n2\na\n", [("a", "b")], "@@ -1,3 +1,3 @@\n-a\n+b\n 2\n-a\n+b\n"),
        ("a\na\n", [("a", "b")], "@@ -1,2 +1,2 @@\n-a\n-a\n+b\n+b\n"),
        ("a a\n", [("a", "b")], "@@ -1 +1 @@\n-a a\n+b b\n"),
        ("a\n2\n", [("a\n", "")], "@@ -1,2 +1 @@\n-a\n 2\n"),
        ("1\na\n", [("\na", "")], "@@ -1,2 +1 @@\n 1\n-a\n"),
        ("1a\n2\na\n4\n", [("1a", "1"), ("\na\n", "\n")], "@@ -1,4 +1,3 @@\n-1a\n+1\n 2\n-a\n 4\n"),
        ("1\na\n3\n", [("\na", "")], "@@ -1,3 +1,2 @@\n 1\n-a\n 3\n"),
        ("1\n\na\n\n5\n", [("a\n\n", "")], "@@ -1,5 +1,3 @@\n 1\n \n-a\n-\n 5\n"),
        ("a\n", [("a\n", "")], "@@ -1 +0,0 @@\n-a\n"),
        ("a\n", [("a\n", "a\nb\n")], "@@ -1 +1,2 @@\n a\n+b\n"),
        ("b\n", [("b", "a\nb")], "@@ -1 +1,2 @@\n+a\n b\n"),
        ("1\na", [("a", "b")], f"@@ -1,2 +1,2 @@\n 1\n-a\n{NO_END}+b\n{NO_END}"),
        ("a\n2", [("a", "b")], f"@@ -1,2 +1,2 @@\n-a\n+b\n 2\n{NO_END}"),
        ("1\n2\n", [("1\n2\n", "1\n2")], f"@@ -1,2 +1,2 @@\n 1\n-2\n+2\n{NO_END}"),
        ("a\rb\n", [("a", "c")], "@@ -1 +1 @@\n-a\rb\n+c\rb\n"),
        ("a b\nc\n", [("b\nc", "d")], "@@ -1,2 +1 @@\n-a b\n-c\n+a d\n"),
        ("a1\n2\n3\n4\n5\n6\n7\na8\n", [("a", "")],
         "@@ -1,8 +1,8 @@\n-a1\n+1\n 2\n 3\n 4\n 5\n 6\n 7\n-a8\n+8\n"),
        (
            "a1\n2\n3\n4\n5\n6\n7\n8\na9\n", [("a", "")],
            "@@ -1,4 +1,4 @@\n-a1\n+1\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-a9\n+9\n",
        ),
    ],
)  # fmt: skip
def test_what_is_shown(source: str, edits: Sequence[tuple[str, str]], hunks: str) -> None:
    assert diff(source, edited(source, *edits)) == HEAD + hunks.encode()


@pytest.mark.parametrize(
    ("like", "mark"),
    [
        (Decoded("", "utf-8", b"\xef\xbb\xbf"), b"\xef\xbb\xbf"),
        (Decoded("", "cp1252"), b""),
        (Decoded("", "utf-16-le", b"\xff\xfe"), b""),
    ],
)
def test_a_diff_is_in_the_bytes_of_the_file(like: Decoded, mark: bytes) -> None:
    name = "utf-8" if like.encoding.startswith("utf-16") else like.encoding
    lines = ["é a\n".encode(name), "é b\n".encode(name)]
    assert diff("é a\n", edited("é a\n", ("a", "b")), like) == (
        HEAD + b"@@ -1 +1 @@\n-" + mark + lines[0] + b"+" + mark + lines[1]
    )


def test_a_change_after_a_change_is_told_as_one() -> None:
    # Kept by both: of what two passes do, a line that the second wrote anew as it was does not show.
    source, after = "1\n2\n3\n", "1\nb\n3\n"
    assert diff(source, Changed(after, [Kept(0, 0, 2), Kept(3, 3, 1), Kept(5, 5, 1)])) == (
        HEAD + b"@@ -1,3 +1,3 @@\n 1\n-2\n+b\n 3\n"
    )


LINES = st.lists(st.text("ab \r", max_size=3), max_size=12).map("\n".join)
EDITS = st.lists(
    st.builds(
        lambda at, length, text: Edit(Span(at, at + length), text),
        st.integers(0, 40), st.integers(0, 6), st.text("ac\n", max_size=4),
    ), max_size=6,
)  # fmt: skip


def test_git_makes_the_text_after_it_from_a_diff(tmp_path: Path) -> None:
    folder, texts, patches = repository(tmp_path / "desk"), dict[str, bytes](), list[bytes]()

    @given(LINES, EDITS)
    @settings(max_examples=300, database=None)
    def collect(source: str, edits: list[Edit]) -> None:
        changed = change(source, [edit for edit in edits if edit.span.end <= len(source)])
        if changed.source != source:
            name = f"{len(texts)}.txt"
            (folder / name).write_bytes(source.encode())
            texts[name] = changed.source.encode()
            patches.append(diff(source, changed, name=name))

    collect()
    (tmp_path / "fix.patch").write_bytes(b"".join(patches))
    git(folder, "-c", "core.autocrlf=false", "apply", str(tmp_path / "fix.patch"))
    assert {name: (folder / name).read_bytes() for name in texts} == texts


@given(st.integers(1, 40), EDITS)
@settings(max_examples=400)
def test_of_lines_that_have_nothing_in_common_it_shows_what_a_comparison_would(
    length: int, edits: list[Edit]
) -> None:
    source = "".join(f"{chr(0x4E00 + n)}{chr(0x5E00 + n)}\n" for n in range(length))
    changed = change(source, [edit for edit in edits if edit.span.end <= len(source)])
    before, after = (text.encode().splitlines(keepends=True) for text in (source, changed.source))
    rows = list(diff_bytes(unified_diff, before, after, b"a/d.txt", b"b/d.txt", lineterm=b"\n"))
    ended = [row if row.endswith(b"\n") else row + b"\n" + NO_END.encode() for row in rows]
    assert diff(source, changed) == b"".join(ended) or (not rows and changed.source == source)
