"""Rulebooks that are kept compiled: never stale, never in the way."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from stylelint.checks.banned import Banned
from stylelint.cli import compiled, program, store
from stylelint.config import parse
from stylelint.errors import UserError
from stylelint.readers import read
from stylelint.readers.options import PLAIN
from stylelint.rulebook.compiled import Deferred
from stylelint.waiting import Need

RULE = "rules:\n  boat: {check: banned, words: [%s], message: x}\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STYLELINT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "a.yml").write_text(RULE % "boat", "utf-8")
    return tmp_path


def words(home: Path) -> tuple[str, ...]:
    """The words of the only rule, as a run of the program would load them."""
    (rule,) = compiled.rulebook(["a.yml"], home).rules
    check = rule.check.made if isinstance(rule.check, Deferred) else rule.check
    return check.words  # type: ignore[attr-defined,no-any-return]


def kept(home: Path) -> list[Path]:
    return sorted((home / "cache").rglob("*.json"))


def test_the_second_time_it_comes_from_the_cache(home: Path) -> None:
    assert words(home) == ("boat",)
    assert len(kept(home)) == 1
    assert isinstance(compiled.rulebook(["a.yml"], home).rules[0].check, Deferred)
    assert words(home) == ("boat",)


def test_a_rulebook_of_the_program_is_compiled_once_for_all_folders(home: Path) -> None:
    for folder in (home, home / "one", home / "one" / "two"):
        folder.mkdir(exist_ok=True)
        assert compiled.rulebook(["slips"], folder).rules
    assert len(kept(home)) == 1


def test_the_same_name_in_another_folder_is_another_rulebook(home: Path) -> None:
    (home / "one").mkdir()
    for folder, word in ((home, "boat"), (home / "one", "ship")):
        for name in ("house", "a.yml"):
            (folder / name).write_text("chapter: house\n" + RULE % word, "utf-8")
            (rule,) = compiled.rulebook([name], folder).rules
            assert isinstance(rule.check, Deferred)
            assert rule.check.made.words == (word,)  # type: ignore[attr-defined]


def test_a_changed_rulebook_is_read_again_even_if_its_time_has_not_changed(home: Path) -> None:
    words(home)
    before = (home / "a.yml").stat()
    (home / "a.yml").write_text(RULE % "ship", "utf-8")
    os.utime(home / "a.yml", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert words(home) == ("ship",)


def test_of_a_changed_rulebook_that_alone_is_worked_out_that_has_changed(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "b.yml").write_text("extends: [a.yml]\n" + RULE % "ship", "utf-8")
    compiled.rulebook(["b.yml"], home)
    asked, needs = list[str](), Banned.needs

    def noted(check: Banned) -> Iterable[Need]:
        asked.extend(check.words)
        return needs(check)

    monkeypatch.setattr(Banned, "needs", noted)
    (home / "b.yml").write_text("extends: [a.yml]\n" + RULE % "barge", "utf-8")
    rules = compiled.rulebook(["b.yml"], home).rules
    assert set(asked) == {"barge"}
    assert [list(rule.check.needs()) for rule in rules] == [[r"(?:\bboat\b)"], [r"(?:\bbarge\b)"]]


def test_a_changed_rulebook_that_is_extended_is_read_again(home: Path) -> None:
    (home / "b.yml").write_text("extends: [a.yml]\n", "utf-8")
    assert [r.id for r in compiled.rulebook(["b.yml"], home).rules] == ["a/boat"]
    (home / "a.yml").write_text(RULE.replace("boat:", "ship:") % "x", "utf-8")
    assert [r.id for r in compiled.rulebook(["b.yml"], home).rules] == ["a/ship"]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"{}", b"abc\n{}", b"abc\n[1]"])
def test_a_broken_cache_is_made_anew(home: Path, data: bytes) -> None:
    words(home)
    kept(home)[0].write_bytes(data)
    assert words(home) == ("boat",)
    assert kept(home)[0].read_bytes() != data


def test_a_cache_that_cannot_be_written_is_done_without(home: Path) -> None:
    (home / "cache").write_text("a file where the folder should be", "utf-8")
    assert words(home) == words(home) == ("boat",)


def test_a_mistake_is_told_every_time(home: Path) -> None:
    (home / "a.yml").write_text("rules: {x: {check: bannd}}", "utf-8")
    for _ in range(2):
        with pytest.raises(UserError, match="bannd"):
            words(home)
    assert not kept(home)


def test_nothing_but_whole_files_is_left_behind(home: Path) -> None:
    store.write(str(home / "cache/x/a.json"), b"1")
    store.write(str(home / "cache/x/a.json"), b"2")
    assert [p.read_bytes() for p in (home / "cache").rglob("*.*")] == [b"2"]


def test_a_rulebook_in_an_old_form_is_read_anew_when_the_program_changes(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words(home)
    monkeypatch.setattr(program, "fingerprint", lambda: "another")
    words(home)
    assert len(kept(home)) == 2


def test_only_the_rulebooks_that_were_of_use_last_are_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "_MOST", 3)
    for number in range(5):
        (home / f"{number}.yml").write_text(RULE % "boat", "utf-8")
        compiled.rulebook([f"{number}.yml"], home)
        for age, path in enumerate(sorted(kept(home), key=lambda p: p.stat().st_mtime_ns, reverse=True)):
            os.utime(path, (10**9 - age, 10**9 - age))
        compiled.rulebook(["0.yml"], home)  # of use, though it was made first
    names = {json.loads(path.read_bytes().split(b"\n")[1])["name"] for path in kept(home)}
    assert len(names) == 3
    assert {"0.yml", "4.yml"} < names


def asked(home: Path, text: str) -> list[str]:
    """Return the rules that a run of the program would ask, with the scanner that is kept."""
    book = compiled.rulebook(["a.yml"], home)
    scanner = compiled.scanner(book, book.rules)
    return [rule.id for rule, _ in scanner.asked(read("a.txt", text.encode()))]


def test_what_rules_wait_for_is_put_together_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(home, "A boat.") == ["a/boat"]
    monkeypatch.setattr(Deferred, "waits", None)
    assert asked(home, "A boat.") == ["a/boat"]
    assert asked(home, "A pier.") == []


def test_what_rules_wait_for_is_put_together_again_where_they_change(home: Path) -> None:
    asked(home, "A boat.")
    (home / "a.yml").write_text(RULE % "ship", "utf-8")
    assert (asked(home, "A boat."), asked(home, "A ship.")) == ([], ["a/boat"])
    book = compiled.rulebook(["a.yml"], home)
    assert not compiled.scanner(book, []).rules


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\n", b"[]\n", b"[[],[],[],[],[]]\n"])
def test_a_broken_scanner_is_made_anew(home: Path, data: bytes) -> None:
    asked(home, "A boat.")
    (path,) = (home / "cache").rglob("*.bin")
    path.write_bytes(data)
    assert asked(home, "A boat.") == ["a/boat"]
    assert path.read_bytes() != data


CONFIG = """\
extends: [base.yml]
rulebooks: [newsroom, house.yml]
select: captions
ignore: [a/b]
include: ['drafts/*']
exclude: ['old/*', no]
fail-on: error
max-warnings: 3
budgets: {a/b: 2, 'old/*': 3}
fix: {a/b: none, captions: safe}
require-reasons: yes
formats: {'*.wire': text}
skip: {classes: [b], ids: [c], shortcodes: [d], fields: ['e*'], patterns: ['f+']}
roles: [{files: 'g/*', layout: h, paragraph: caption}]
paths:
  'x/*': {ignore: [c], fail-on: warning, skip: {ids: [i]}}
  'y/*': {select: [d]}
"""


def test_a_configuration_comes_from_the_cache_as_it_was(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    (home / "base.yml").write_text("fail-on: suggestion\n", "utf-8")
    for text in (CONFIG, "fail-on: error\n", "# nothing\n"):
        (home / "stylelint.yml").write_text(text, "utf-8")
        read = parse.read("stylelint.yml", "stylelint.yml")
        for _ in range(2):
            config = compiled.configuration("stylelint.yml", "stylelint.yml")
            assert repr(config) == repr(read)
            assert config == read
            assert (config.reading is PLAIN) == (read.reading is PLAIN)
    monkeypatch.delattr(parse, "read")
    assert compiled.configuration("stylelint.yml", "stylelint.yml") == read


@pytest.mark.parametrize("changed", ["stylelint.yml", "base.yml"])
def test_a_changed_configuration_is_read_again(
    home: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    monkeypatch.chdir(home)
    for name, text in {"base.yml": "fail-on: error\n", "stylelint.yml": "extends: [base.yml]\n"}.items():
        (home / name).write_text(text, "utf-8")
    assert compiled.configuration("stylelint.yml", "stylelint.yml").fail_on == "error"
    (home / changed).write_text("fail-on: suggestion\n", "utf-8")
    assert compiled.configuration("stylelint.yml", "stylelint.yml").fail_on == "suggestion"


@pytest.mark.parametrize("data", [b"{}", b"[]", b"[1]", b"null", b'["", ".", [[1, 2, 3, 4, 5, 6]]]'])
def test_a_configuration_that_is_kept_in_pieces_is_read_again(
    home: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    monkeypatch.chdir(home)
    (home / "stylelint.yml").write_text("fail-on: error\n", "utf-8")
    compiled.configuration("stylelint.yml", "stylelint.yml")
    (file,) = kept(home)
    file.write_bytes(file.read_bytes().split(b"\n")[0] + b"\n" + data)
    assert compiled.configuration("stylelint.yml", "stylelint.yml").fail_on == "error"
