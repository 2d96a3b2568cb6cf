"""Ignores from the command line: reasons, leftovers, the file of ignores, and how they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import desk, stylelint

VERY, ADVISOR = "A very old boat.\n", "The advisor left.\n"


def concise(folder: Path, *arguments: str) -> list[str]:
    run = stylelint(folder, "check", "--format", "concise", "-q", *arguments)
    assert run.stderr == "", run.stderr
    return [line.partition(" ")[0] + line[line.rindex(" [") :] for line in run.stdout.splitlines()]


def house(folder: Path, more: str = "") -> Path:
    desk(folder)
    (folder / "stylelint.yml").write_text(f"rulebooks: [house.yml]\n{more}", "utf-8")
    return folder


def test_an_ignore_in_a_draft(tmp_path: Path) -> None:
    folder = house(tmp_path)
    (folder / "a.md").write_text(f"<!-- stylelint: ignore house/very -- a title -->\n{VERY}\n{VERY}")
    assert concise(folder) == ["a.md:4:3: [house/very]"]
    assert concise(folder, "--no-ignores") == ["a.md:2:3: [house/very]", "a.md:4:3: [house/very]"]


def test_own_rules_are_chosen_like_others(tmp_path: Path) -> None:
    folder = house(tmp_path)
    (folder / "a.md").write_text(
        "<!-- stylelint: ignore house/verry -->\nA boat.\n\n<!-- stylelint: on -->\n"
    )
    both = ["a.md:1:24: [stylelint/unknown-rule]", "a.md:4:1: [stylelint/unused-ignore]"]
    assert concise(folder) == both
    assert concise(folder, "--select", "stylelint") == both
    assert concise(folder, "--select", "stylelint/unknown-rule") == both[:1]
    assert concise(folder, "--ignore", "stylelint/unknown-rule") == both[1:]
    assert concise(folder, "--select", "house") == []
    house(folder, "ignore: [stylelint]\n")
    assert concise(folder) == []
    run = stylelint(folder, "check", "--select", "stylelint/unused")
    assert run.returncode == 2


def test_an_ignore_is_not_unused_because_few_rules_were_run(tmp_path: Path) -> None:
    folder = house(tmp_path)
    (folder / "a.md").write_text(f"<!-- stylelint: ignore house/very, house -->\n{VERY}")
    assert concise(folder, "--select", "house/advisor,stylelint") == []
    assert concise(folder, "--ignore", "house/very") == []


def test_leftovers_are_taken_out_by_fix(tmp_path: Path) -> None:
    folder = house(tmp_path)
    (folder / "a.md").write_text("# A\n\n<!-- stylelint: ignore house/very -- so -->\nA boat.\n")
    run = stylelint(folder, "fix")
    assert run.stdout == "a.md: stylelint/unused-ignore\n1 fixed in 1 of 1 file\n"
    assert (folder / "a.md").read_text() == "# A\n\nA boat.\n"


def test_a_fix_that_makes_an_ignore_needless_takes_it_out_too(tmp_path: Path) -> None:
    folder = house(tmp_path)
    (folder / "a.md").write_text(
        "A nice boat.\n\n<!-- stylelint: ignore house/nice -->\nA boat.\n\nAn advisor.\n"
    )
    stylelint(folder, "fix")
    assert (folder / "a.md").read_text() == "A nice boat.\n\nA boat.\n\nAn adviser.\n"


def test_reasons_can_be_compulsory(tmp_path: Path) -> None:
    folder = house(tmp_path, "require-reasons: yes\n")
    (folder / "a.md").write_text(f"<!-- stylelint: ignore house/very -->\n{VERY}")
    (folder / "b.txt").write_text(VERY)
    (folder / ".stylelint-ignores.yml").write_text(
        "- path: b.txt\n- {path: b.txt, rules: house, reason: so}\n"
    )
    reason = "[stylelint/ignore-without-reason]"
    assert concise(folder) == [f".stylelint-ignores.yml:1:1: {reason}", f"a.md:1:1: {reason}"]
    run = stylelint(folder, "check", "--add-ignores")
    assert (run.returncode, "give --reason" in run.stderr) == (2, True)


def test_the_file_of_ignores(tmp_path: Path) -> None:
    folder = house(tmp_path)
    (folder / "in").mkdir()
    (folder / "in/a.txt").write_text(VERY + "\n" + ADVISOR)
    file = folder / ".stylelint-ignores.yml"
    file.write_text(
        "- {path: in/a.txt, rules: house/very}\n- {path: in/a.txt, rules: house/nice}\n- path: gone.txt\n"
    )
    unused = [f".stylelint-ignores.yml:{line}:1: [stylelint/unused-ignore]" for line in (2, 3)]
    assert concise(folder) == [*unused, "in/a.txt:3:5: [house/advisor]"]
    assert concise(folder, "in/a.txt") == [unused[0], "in/a.txt:3:5: [house/advisor]"]
    stylelint(folder, "fix")
    assert file.read_text() == "- {path: in/a.txt, rules: house/very}\n"
    assert concise(folder) == []
    file.write_text("- {path: in/a.txt, rule: house/very}\n")
    run = stylelint(folder, "check")
    assert run.returncode == 2
    assert run.stderr.startswith(
        "stylelint: .stylelint-ignores.yml:1:20: an ignore has no key “rule”; did you mean"
    )


def test_fix_diff_shows_the_file_of_ignores_too(tmp_path: Path) -> None:
    folder = house(tmp_path)
    (folder / "a.txt").write_text("A boat.\n")
    (folder / ".stylelint-ignores.yml").write_text("- path: a.txt\n")
    run = stylelint(folder, "fix", "--diff")
    assert (
        run.stdout
        == "--- a/.stylelint-ignores.yml\n+++ b/.stylelint-ignores.yml\n@@ -1 +0,0 @@\n-- path: a.txt\n"
    )
    assert run.returncode == 1


MARKDOWN = """\
---
title: A very old story
---
# The very latest

A very old advisor. A nice boat.

Two lines and  \nthe very second.

- very
- not this
- The advisor

| a | b |
|---|---|
| very | x |

<figure>
<img src="a.jpg" alt="">
<figcaption>A very old boat.</figcaption>
</figure>

Last, very.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_ignores_are_written_where_they_hold(tmp_path: Path, end: str) -> None:
    folder = house(tmp_path)
    (folder / "a.md").write_bytes(MARKDOWN.replace("\n", end).encode())
    (folder / "b.txt").write_text(f"{VERY}\n{ADVISOR}")
    before = len(concise(folder))
    run = stylelint(folder, "check", "--add-ignores", "--reason", "it's as printed -->")
    assert (run.returncode, run.stderr) == (0, "")
    assert concise(folder) == []
    assert len(concise(folder, "--no-ignores")) == before
    text = (folder / "a.md").read_bytes().decode()
    assert (
        f"{end}<!-- stylelint: ignore house/advisor, house/nice, house/very -- it's as printed -->{end}A"
        in text
    )
    assert f"- not this{end}" in text and f"Two lines and  {end}" in text
    assert text.replace(end, "").count("\n") == 0
    assert (folder / ".stylelint-ignores.yml").read_text().count("reason: 'it''s as printed'") == 2
    again = (folder / "a.md").read_bytes()
    stylelint(folder, "check", "--add-ignores")
    assert (folder / "a.md").read_bytes() == again


def test_only_chosen_rules_are_ignored(tmp_path: Path) -> None:
    folder = house(tmp_path)
    (folder / "a.md").write_text("A very old advisor.\n")
    stylelint(folder, "check", "--select", "house/very", "--add-ignores")
    assert (folder / "a.md").read_text() == "<!-- stylelint: ignore house/very -->\nA very old advisor.\n"
    assert concise(folder) == ["a.md:2:12: [house/advisor]"]


def test_ignores_cannot_be_written_for_standard_input(tmp_path: Path) -> None:
    run = stylelint(house(tmp_path), "check", "--add-ignores", "-", given=b"very")
    assert run.returncode == 2


def test_own_rules_are_explained(tmp_path: Path) -> None:
    run = stylelint(house(tmp_path), "rule", "stylelint/unused-ignore")
    assert (
        run.stdout
        == "stylelint/unused-ignore (warning)\n  An ignore that is left over hides the next fault.\n"
    )
    assert stylelint(tmp_path, "rule", "stylelint").stdout.count(" (warning)") == 6
    assert (
        '"level": "warning"' in stylelint(tmp_path, "rule", "--format", "json", "stylelint/bad-ignore").stdout
    )
    run = stylelint(tmp_path, "rule", "stylelint/unused")
    assert (run.returncode, "did you mean “stylelint/unused-ignore”?" in run.stderr) == (2, True)
