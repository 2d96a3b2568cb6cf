"""`stylelint fix` and `check --fix`: what is mended, what is shown, what is left as it was, byte for byte."""

from __future__ import annotations

import codecs
import subprocess
from pathlib import Path

import pytest

from tests.cli.desk import desk, stylelint
from tests.repository import commit, git, repository

FIGHT = """\
chapter: house
rules:
  one:
    check: preferred
    words: {kerb: curb}
    fix: safe
    message: We write “{replacement}”.
    why: One desk says so.
    examples: [{bad: A kerb., good: A curb.}, {good: A road.}]
  two:
    check: preferred
    words: {curb: kerb}
    fix: safe
    message: We write “{replacement}”.
    why: The other desk says so.
    examples: [{bad: A curb., good: A kerb.}, {good: A road.}]
  advisor:
    check: preferred
    words: {advisor: adviser}
    fix: safe
    message: We write “{replacement}”.
    why: So say both.
    examples: [{bad: An advisor., good: An adviser.}, {good: A road.}]
  euro:
    check: preferred
    words: {euro: ☃}
    fix: safe
    message: We write “{replacement}”.
    why: No old encoding has it.
    examples: [{bad: A euro., good: A ☃.}, {good: A road.}]
"""
FURNITURE = """\
chapter: house
rules:
  reply:
    check: banned
    words: [Leave a Reply]
    remove: true
    fix: safe
    message: Text of the page.
    why: Nobody wrote it.
    examples: [{bad: "A boat.\\n\\nLeave a Reply", good: A boat.}, {good: Leave a reply to me.}]
"""


def fought(folder: Path, **drafts: str) -> Path:
    desk(folder, **drafts)
    (folder / "house.yml").write_text(FIGHT, "utf-8")
    return folder


def test_safe_fixes_only(tmp_path: Path) -> None:
    folder = desk(tmp_path, a="The advisor is very old. The advisor left.\n", b="A boat.\n")
    run = stylelint(folder, "fix")
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "a.txt: house/advisor ×2\n2 fixed in 1 of 2 files\n"
    assert (folder / "a.txt").read_text() == "The adviser is very old. The adviser left.\n"
    assert stylelint(folder, "fix").stdout == "0 fixed in 0 of 2 files\n"


@pytest.mark.parametrize("option", ["--unsafe-fixes", "--unsafe"])
def test_unsafe_fixes_when_asked_for(tmp_path: Path, option: str) -> None:
    folder = desk(tmp_path, a="The advisor is very old.\n")
    assert stylelint(folder, "fix", option, "-q").stdout == ""
    assert (folder / "a.txt").read_text() == "The adviser is old.\n"


@pytest.mark.parametrize(
    ("said", "mended"),
    [
        ("fix: {house/very: safe}", "The adviser is old.\n"),
        ("fix: {house/advisor: unsafe}", "The advisor is very old.\n"),
        ("fix: {house: none}", "The advisor is very old.\n"),
        ("fix: {house: none, house/very: safe}", "The advisor is old.\n"),
    ],
)
def test_fixes_are_promoted_and_demoted(tmp_path: Path, said: str, mended: str) -> None:
    folder = desk(tmp_path, a="The advisor is very old.\n")
    (folder / "stylelint.yml").write_text(f"rulebooks: [house.yml]\n{said}\n", "utf-8")
    assert stylelint(folder, "fix").returncode == 0
    assert (folder / "a.txt").read_text() == mended


def test_a_promotion_of_nothing_is_a_mistake(tmp_path: Path) -> None:
    folder = desk(tmp_path, a="A boat.\n")
    (folder / "stylelint.yml").write_text("rulebooks: [house.yml]\nfix: {hose: safe}\n", "utf-8")
    run = stylelint(folder, "check")
    assert run.returncode == 2
    assert run.stderr.startswith(
        "stylelint: stylelint.yml:2:7: no rule or chapter “hose”; did you mean “house”?"
    )


DRAFTS = [
    "The advisor left.\n",
    "One.\n\nThe advisor left",
    "The advisor left.\r\nTwo.\r\n",
    "é The advisor\n",
]


@pytest.mark.parametrize("name", ["a.txt", "a b.txt", 'a "b".txt', "é.txt", "in/a.txt"])
@pytest.mark.parametrize("draft", DRAFTS)
def test_the_diff_is_what_git_applies(tmp_path: Path, name: str, draft: str) -> None:
    folder = repository(tmp_path / "desk")
    desk(folder)
    (folder / "in").mkdir()
    (folder / name).write_bytes(draft.encode())
    commit(folder)
    run = subprocess.run(
        [*stylelint(folder, "--version").args[:3], "fix", "--diff"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (1, b"")
    assert (folder / name).read_bytes() == draft.encode()
    (tmp_path / "fix.patch").write_bytes(run.stdout)
    git(folder, "-c", "core.autocrlf=false", "apply", str(tmp_path / "fix.patch"))
    assert (folder / name).read_bytes() == draft.replace("advisor", "adviser").encode()
    assert stylelint(folder, "fix", "--diff").returncode == 0


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("cp1252", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
    ],
)
def test_not_a_byte_more_than_the_fix(
    tmp_path: Path, encoding: str, bom: bytes, end: str, last: bool
) -> None:
    folder = desk(tmp_path)
    text = (
        f"“The café” opened.{end}{end}The advisor left \t{end}{end}{end}and that was it.{end if last else ''}"
    )
    (folder / "a.txt").write_bytes(bom + text.encode(encoding))
    assert stylelint(folder, "fix").returncode == 0
    assert (folder / "a.txt").read_bytes() == bom + text.replace("advisor", "adviser").encode(encoding)


def test_a_mark_in_the_text_is_text(tmp_path: Path) -> None:
    folder = desk(tmp_path)
    (folder / "a.txt").write_bytes(codecs.BOM_UTF8 * 2 + b"The advisor left.\n")
    assert stylelint(folder, "fix").returncode == 0
    assert (folder / "a.txt").read_bytes() == codecs.BOM_UTF8 * 2 + b"The adviser left.\n"


def test_a_character_that_the_encoding_lacks(tmp_path: Path) -> None:
    folder = fought(tmp_path)
    draft = "“A café” costs one euro.\n".encode("cp1252")
    (folder / "a.txt").write_bytes(draft)
    for arguments in (["fix"], ["fix", "--diff"], ["check", "--fix"]):
        run = stylelint(folder, *arguments)
        assert run.returncode == 2
        assert run.stderr.startswith(
            "stylelint: a.txt: “☃” cannot be written in cp1252; save the draft as UTF-8\n"
        )
        assert (folder / "a.txt").read_bytes() == draft


def test_rules_that_fight_are_named_and_the_others_mend(tmp_path: Path) -> None:
    folder = fought(tmp_path, a="The advisor sat on the kerb.\n", b="An advisor.\n")
    run = stylelint(folder, "fix")
    assert run.returncode == 2
    assert run.stderr == (
        "stylelint: a.txt: house/one and house/two undo each other's fixes, "
        "so that none of them was applied\n"
    )
    assert (folder / "a.txt").read_text() == "The adviser sat on the kerb.\n"
    assert (folder / "b.txt").read_text() == "An adviser.\n"


def test_direct_speech_is_left_alone(tmp_path: Path) -> None:
    text = "“My advisor is very good,” she said.\n\n> The advisor is very good.\n\nHer {} left.\n"
    folder = desk(tmp_path)
    (folder / "a.md").write_text(text.format("advisor"), "utf-8")
    stylelint(folder, "fix", "--unsafe")
    assert (folder / "a.md").read_text("utf-8") == text.format("adviser")


@pytest.mark.parametrize(
    ("draft", "mended"),
    [
        ("The port opened.\n\nLeave a Reply\n\nIt is deep.\n", "The port opened.\n\nIt is deep.\n"),
        ("The port opened.\n\nLeave a Reply\n", "The port opened.\n"),
        ("Leave a Reply\n\nThe port opened.\n", "The port opened.\n"),
        ("The port opened.\nLeave a Reply\n\nIt is deep.\n", "The port opened.\n\nIt is deep.\n"),
        ("The port opened.\n\nLeave a Reply\n\nLeave a Reply\n\nIt is.\n", "The port opened.\n\nIt is.\n"),
        ("The port opened.\r\n\r\nLeave a Reply\r\n\r\nIt is.\r\n", "The port opened.\r\n\r\nIt is.\r\n"),
    ],
)
def test_what_goes_takes_its_blank_line_with_it(tmp_path: Path, draft: str, mended: str) -> None:
    folder = desk(tmp_path)
    (folder / "house.yml").write_text(FURNITURE, "utf-8")
    (folder / "a.txt").write_bytes(draft.encode())
    assert stylelint(folder, "fix").returncode == 0
    assert (folder / "a.txt").read_bytes() == mended.encode()


def test_standard_input(tmp_path: Path) -> None:
    folder = desk(tmp_path)
    run = stylelint(folder, "fix", "-", given="The advisor said “é”.\r\n".encode())
    assert (run.returncode, run.stdout, run.stderr) == (0, "The adviser said “é”.\r\n", "")
    run = stylelint(folder, "fix", "--diff", "--stdin-filename", "x.md", "-", given=b"The advisor.\n")
    assert run.returncode == 1
    assert run.stdout.startswith("--- a/x.md\n+++ b/x.md\n")
    run = stylelint(folder, "fix", "-", given=b"%PDF-1.7 advisor")
    assert (run.returncode, run.stdout) == (2, "%PDF-1.7 advisor")  # a filter must not lose what it is given


@pytest.mark.parametrize(
    ("draft", "arguments", "status"),
    [
        ("An advisor.\n", ["fix"], 0),
        ("An advisor.\n", ["fix", "--exit-non-zero-on-fix"], 1),
        ("A boat.\n", ["fix", "--exit-non-zero-on-fix"], 0),
        ("A very old boat.\n", ["fix", "--exit-non-zero-on-fix"], 0),
        ("An advisor.\n", ["fix", "--diff"], 1),
        ("A very old boat.\n", ["fix", "--diff"], 0),
        ("A very old boat.\n", ["fix", "--diff", "--unsafe"], 1),
        ("An advisor.\n", ["fix", "a.txt", "nope.txt"], 2),
        ("An advisor.\n", ["check", "--fix"], 0),
        ("A very old advisor.\n", ["check", "--fix"], 1),
        ("A very old advisor.\n", ["check", "--fix", "--unsafe-fixes"], 0),
        ("An advisor.\n", ["check", "--fix", "a.txt", "nope.txt"], 2),
        ("An advisor.\n", ["check", "--unsafe-fixes"], 2),
        ("An advisor.\n", ["check", "--fix", "-"], 2),
        ("An advisor.\n", ["check", "--fix", "--since", "HEAD"], 2),
    ],
)
def test_exit_status(tmp_path: Path, draft: str, arguments: list[str], status: int) -> None:
    run = stylelint(desk(tmp_path, a=draft), *arguments)
    assert run.returncode == status, run
    assert run.stderr.count("nope.txt") == ("nope.txt" in arguments)


def test_check_fix_tells_what_is_left(tmp_path: Path) -> None:
    folder = desk(tmp_path, a="A very old advisor.\n")
    run = stylelint(folder, "check", "--fix", "--format", "concise", "-q")
    assert run.stdout == "a.txt:1:3: error: “very” adds nothing. [house/very]\n"
    assert run.stderr == "stylelint: 1 fixed in 1 file\n"


def test_what_is_ignored_is_not_mended(tmp_path: Path) -> None:
    folder = desk(tmp_path, a="An advisor.\n")
    (folder / "a.md").write_text("<!-- stylelint: ignore house -->\nAn advisor.\n\nAn advisor.\n")
    (folder / ".stylelint-ignores.yml").write_text("- path: a.txt\n")
    stylelint(folder, "fix")
    assert (folder / "a.txt").read_text() == "An advisor.\n"
    assert (folder / "a.md").read_text() == "<!-- stylelint: ignore house -->\nAn advisor.\n\nAn adviser.\n"
    stylelint(folder, "fix", "--no-ignores")
    assert (folder / "a.txt").read_text() == "An adviser.\n"


@pytest.mark.parametrize(
    ("draft", "hint"),
    [
        ("An advisor.\n", "1 fixable with “stylelint fix”\n"),
        ("A very old advisor.\n", "1 fixable with “stylelint fix”, 1 more with “--unsafe-fixes”\n"),
        ("A very old boat.\n", "1 fixable with “stylelint fix --unsafe-fixes”\n"),
        ("A nice boat.\n", ""),
    ],
)
def test_check_says_how_much_could_be_mended(tmp_path: Path, draft: str, hint: str) -> None:
    run = stylelint(desk(tmp_path, a=draft), "check")
    assert run.stdout.endswith(f" in 1 of 1 file\n{hint}")
