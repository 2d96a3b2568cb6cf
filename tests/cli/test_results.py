"""What is kept of drafts between runs: the same findings as without, whatever has changed or is broken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.baseline import fingerprints
from stylelint.checks.banned import Banned
from stylelint.cli import program, results, store
from stylelint.cli.entries import packed, rows_of
from stylelint.cli.linting import Linted, Linting
from stylelint.cli.results import Kept, Results
from stylelint.diagnostics import LEVELS, Diagnostic, Edit, Fix, Level, Related
from stylelint.document import Document, Span
from stylelint.engine import Linter
from stylelint.readers.options import PLAIN, Options, Roles, Skipped
from stylelint.rulebook.rule import Rule, Rulebook
from tests.conftest import ROOT, newsroom

BOAT = Rule("words/boat", Banned(("boat",)), message="No {found}.", why="It floats.")
DRAFTS = sorted((ROOT / "examples/drafts").glob("*.*"))


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STYLELINT_CACHE_DIR", str(tmp_path / "cache"))


class Counting(Linter):
    """Counts the drafts that it is asked to read and to lint."""

    def __init__(self, book: Rulebook, reading: Options = PLAIN) -> None:
        super().__init__(book, reading=reading)
        self.read_, self.linted = 0, 0

    def read(self, path: str, data: bytes) -> Document:
        self.read_ += 1
        return super().read(path, data)

    def lint_all(self, documents: Sequence[Document]) -> list[list[Diagnostic]]:
        self.linted += len(documents)
        return super().lint_all(documents)


def look(
    data: bytes, path: str = "a.txt", rule: Rule = BOAT, *, whole: bool = False, prints: bool = False,
    reading: Options = PLAIN, files: tuple[str, ...] = (),
) -> tuple[Linted, Counting]:  # fmt: skip
    """Look at a draft as one run of the program does."""
    linter = Counting(Rulebook("test", (rule,), files=files), reading)
    kept = Results()
    done = Linting(lambda _: linter, kept, whole=whole, prints=prints).look([(path, data)])[0]
    kept.save()
    return done, linter


@pytest.mark.parametrize("data", [b"A boat.\n", b"A ship.\n", "“A boat”\r\nboat".encode("utf-16")])
def test_a_second_run_lints_nothing_and_finds_the_same(data: bytes) -> None:
    first, _ = look(data)
    again, linter = look(data)
    assert linter.linted == linter.read_ == 0
    assert again.found == first.found
    assert not again.found or again.source == first.source


@pytest.mark.parametrize("before", [[True], [False, True], [False, True, False]])
@pytest.mark.parametrize("data", [b"A boat. The boat, the boat.\n", b"A ship.\n"])
def test_of_what_a_baseline_needs_nothing_is_worked_out_twice(data: bytes, before: list[bool]) -> None:
    for prints in before:
        look(data, prints=prints)
    first = look(data, prints=True)[0]
    again, linter = look(data, prints=True)
    assert linter.linted == linter.read_ == 0
    document = linter.read("a.txt", data)
    assert again.prints == first.prints == tuple(fingerprints(document, linter.lint(document)))
    assert again.found == first.found
    assert look(data)[0].prints is None


def test_a_draft_that_may_hold_ignores_is_parsed_for_a_baseline_too() -> None:
    data = b"A boat. <!-- stylelint: ignore-line test/boat -->\n"
    look(data, prints=True)
    again, linter = look(data, prints=True)
    assert (linter.linted, linter.read_) == (0, 1)
    assert again.document


def test_every_finding_of_the_default_rulebook_comes_back_as_it_was() -> None:
    linter, counted = newsroom(), 0
    for path in DRAFTS:
        kept = Results()
        first = Linting(lambda _: linter, kept).look([(str(path), path.read_bytes())])[0]
        kept.save()
        counted += len(first.found)
        again = Results().of(linter)
        assert again
        known = again.get(again.key(str(path), path.read_bytes()))
        assert known
        assert known.findings(str(path)) == first.found
    assert counted > 20


_TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
_NUMBER = st.integers(0, 30)
_SPAN = st.builds(Span, _NUMBER, _NUMBER)


@given(
    text=_TEXT, spans=st.lists(_SPAN, max_size=3), message=_TEXT, level=st.sampled_from(LEVELS),
    places=st.tuples(_NUMBER, _NUMBER, _NUMBER, _NUMBER), asks=st.booleans(),
    fix=st.none() | st.builds(Fix, st.booleans(), st.lists(st.builds(Edit, _SPAN, _TEXT)).map(tuple)),
    related=st.lists(st.builds(Related, _NUMBER, _NUMBER, _TEXT), max_size=2).map(tuple),
)  # fmt: skip
def test_any_finding_comes_back_as_it_was(
    text: str, spans: list[Span], message: str, level: Level, places: tuple[int, int, int, int], asks: bool,
    fix: Fix | None, related: tuple[Related, ...],
) -> None:  # fmt: skip
    found = tuple(
        Diagnostic("a", span, "x/y", level, message, text, *places, "why", fix, related) for span in spans
    )
    kept = Kept(Results(), "about", {"x/y": "why"})
    key = kept.key("a", text.encode())
    kept.put(key, packed(rows_of(found), asks=asks))
    kept.results.save()
    known = Kept(Results(), "about", {"x/y": "why"}).get(key)
    assert known
    assert known.asks == asks
    assert known.findings("a") == found


def key(number: int) -> str:
    """Return one of many fingerprints of drafts that are kept in one file."""
    return f"{0:08}a0{number:030}"


OTHERS: dict[str, Callable[[], object]] = {
    "another byte": lambda: look(b"A boat!\n"),
    "another format": lambda: look(b"A boat.\n", "a.md"),
    "a rule for other paths": lambda: look(b"A boat.\n", "sport/a.txt", BOAT._replace(paths=("news/*",))),
    "roles for other paths": lambda: look(b"A boat.\n", reading=Options(roles=(Roles((), "news/*"),))),
    "another level": lambda: look(b"A boat.\n", rule=BOAT._replace(level="error")),
    "other fixes": lambda: look(b"A boat.\n", rule=BOAT._replace(fix="none")),
    "another rule": lambda: look(b"A boat.\n", rule=BOAT._replace(id="words/ship")),
    "read in another way": lambda: look(b"A boat.\n", reading=Options(skipped=Skipped(patterns=("x",)))),
    "another rulebook": lambda: look(b"A boat.\n", files=(str(ROOT / "rules/slips.yml"),)),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_what_decides_about_findings_is_never_mixed_up(other: Callable[[], tuple[Linted, Counting]]) -> None:
    look(b"A boat.\n")
    _, linter = other()
    assert linter.linted == 1
    _, linter = look(b"A boat.\n")
    assert linter.linted == 0


@pytest.mark.parametrize(
    ("rule", "reading", "path", "other", "same"),
    [
        (BOAT, PLAIN, "a.txt", "news/b.txt", True),
        (BOAT, PLAIN, "a.txt", "a.html", False),
        (BOAT._replace(paths=("news/*",)), PLAIN, "news/a.txt", "old/news/b.txt", True),
        (BOAT._replace(paths=("news/*",)), PLAIN, "news/a.txt", "sport/a.txt", False),
        (BOAT, Options(roles=(Roles((("paragraph", "caption"),), "news/*"),)), "news/a.txt", "a.txt", False),
        (BOAT, Options(formats=(("*.txt", "markdown"),)), "a.txt", "b.md", True),
    ],
)
def test_a_draft_is_known_elsewhere_if_its_path_says_the_same(
    rule: Rule, reading: Options, path: str, other: str, same: bool
) -> None:
    first, _ = look(b"A boat.\n", path, rule, reading=reading)
    again, linter = look(b"A boat.\n", other, rule, reading=reading)
    assert linter.linted == (not same)
    if same:
        assert [one._replace(path=path) for one in again.found] == list(first.found)
        assert all(one.path == other for one in again.found)


@pytest.mark.parametrize("noted", [0, 10**6])
def test_what_stands_there_twice_is_linted_once(noted: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "_NOTED", noted)  # written as it is noted, or at the end
    linter = Counting(Rulebook("test", (BOAT,)))
    linting = Linting(lambda _: linter, Results())
    found = [linting.look([(path, b"A boat.\n")])[0].found for path in ("a.txt", "b.txt", "c.txt")]
    assert linter.linted == 1
    assert [[one.path for one in several] for several in found] == [["a.txt"], ["b.txt"], ["c.txt"]]


def test_another_program_does_not_believe_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    look(b"A boat.\n")
    monkeypatch.setattr(program, "fingerprint", lambda: "another")
    assert look(b"A boat.\n")[1].linted == 1


def test_a_rulebook_that_cannot_be_read_any_more_is_no_ground_to_keep_anything(tmp_path: Path) -> None:
    gone = Rulebook("test", (BOAT,), files=(str(tmp_path / "gone.yml"),))
    assert Results().of(Linter(gone)) is None


def test_a_draft_is_parsed_again_where_somebody_asks_what_it_is_made_of() -> None:
    for data in (b"A boat.\n", b"A ship. <!-- stylelint: ignore words/boat -->\n"):
        look(data)
        done, linter = look(data, whole=True)
        assert (linter.read_, linter.linted) == (1, 0)
        assert done.document and done.document.source == data.decode()
    done, linter = look(b"A ship. <!-- stylelint: ignore words/boat -->\n")
    assert done.document, "ignores count, and whether they are of use"


def test_a_draft_without_findings_is_known_by_its_path_alone() -> None:
    look(b"A ship.\n")
    done, linter = look(b"A ship.\n", whole=True)
    assert linter.read_ == 0
    assert done.document == Document("a.txt", "", "", ())


def test_what_cannot_be_read_is_told_every_time() -> None:
    for _ in range(2):
        done, _ = look(b"\xff\xfe\x00")
        assert done.error


@pytest.mark.parametrize("data", [b"", b"\xff", b"abc", b"abc\n{}", None, b"wrong\nkey 1 []"])
def test_a_broken_file_is_made_anew(data: bytes | None) -> None:
    look(b"A boat.\n")
    (path,) = Path(store.folder("results")).iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] if data is None else data)
    done, linter = look(b"A boat.\n")
    assert linter.linted == 1
    assert [d.message for d in done.found] == ["No boat."]
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    "entry", [b"", b"nonsense", b"\xff", b"[[1]]", b'[["gone/rule","error","m",0,1,1,1,1,2,null,[]]]']
)
def test_a_broken_entry_is_linted_again(entry: bytes) -> None:
    kept = Results().of(Linter(Rulebook("test", (BOAT,))))
    assert kept
    kept.put(kept.key("a.txt", b"A boat.\n"), entry)
    kept.results.save()
    done, _ = look(b"A boat.\n")
    assert [d.message for d in done.found] == ["No boat."]


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", "utf-8")
    for _ in range(2):
        done, linter = look(b"A boat.\n")
        assert len(done.found) == linter.linted == 1


def test_two_runs_at_once_both_leave_what_they_know() -> None:
    one, two = Results(), Results()
    assert one.line(key(0)) is two.line(key(0)) is None
    one.put(key(1), b"[]")
    two.put(key(2), b"[]")
    one.save()
    two.save()
    assert Results().line(key(1)) == Results().line(key(2)) == b"[]"


def test_what_is_noted_takes_no_more_memory_in_a_longer_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "_NOTED", 1000)
    long = Results()
    for number in range(100):
        long.put(key(number), b"[]")
    assert 0 < len(long.taken()) < 100, "the others are written already"
    assert Results().line(key(0)) == b"[]"


def test_what_was_of_use_longest_ago_goes_where_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100 * 86_400.0]
    monkeypatch.setattr("time.time", lambda: now[0])
    monkeypatch.setattr(results, "_ROOM", 3 * 50)
    for number in range(5):
        kept = Results()
        kept.put(key(number), b"[]")
        assert kept.line(key(0)) or number == 0, "it was of use today"
        kept.save()
        now[0] += 86_400
    left = Results()
    assert [number for number in range(5) if left.line(key(number))] == [0, 3, 4]


def test_of_what_was_noted_on_one_day_the_last_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "_ROOM", 3 * 50)
    for number in range(5):
        kept = Results()
        kept.put(key(number), b"[]")
        kept.save()
    left = Results()
    assert [number for number in range(5) if left.line(key(number))] == [2, 3, 4]
