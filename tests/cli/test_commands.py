"""`rule`, `test`, `init`, help, completion, and what is imported for them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from stylelint.cli.app import COMMANDS
from tests.cli.desk import OFF, RULEBOOK, desk, stylelint


def test_help(tmp_path: Path) -> None:
    page = stylelint(tmp_path, "--help")
    assert page.returncode == 0
    for command, said in COMMANDS.items():
        assert f"{command} " in page.stdout
        assert said in page.stdout
        own = stylelint(tmp_path, command, "-h").stdout
        assert own.splitlines()[0].startswith(f"Usage: stylelint {command}")
        assert max(map(len, own.splitlines())) <= 100


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["chek"], "no command “chek”; did you mean “check”?"),
        (["rule", "--nope"], "No such option '--nope'"),
        (["rule", "house/verry"], "no rule or chapter “house/verry”; did you mean “house/very”?"),
        (["test", "nope.yml"], "no rulebook “nope.yml”"),
    ],
)
def test_mistakes(tmp_path: Path, arguments: list[str], line: str) -> None:
    run = stylelint(desk(tmp_path), *arguments)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(f"stylelint: {line}")
    assert run.stderr.count("\n") == 1


def test_a_rule_says_everything_about_itself(tmp_path: Path) -> None:
    page = stylelint(desk(tmp_path), "rule", "house/advisor").stdout
    assert page.startswith("house/advisor (warning)\n  We write “{replacement}”.\n")
    for line in (
        "why         The house does.",
        "fix         safe",
        "words       advisor: adviser",
        "house.yml:13",
    ):
        assert line in page
    assert page.endswith(
        "  not    The advisor left.\n  but    The adviser left.\n\n  right  The advisory board left.\n"
    )


def test_rules_are_listed_with_those_that_are_off(tmp_path: Path) -> None:
    folder = desk(tmp_path)
    (folder / "off.yml").write_text(OFF, "utf-8")
    rows = stylelint(folder, "rule", "--rulebook", "off.yml").stdout.splitlines()
    assert [row.split()[:2] for row in rows] == [
        ["house/advisor", "warning"],
        ["house/nice", "off"],
        ["house/very", "error"],
    ]
    assert stylelint(folder, "rule", "house").stdout.count("\n") == 3


def test_rules_as_json(tmp_path: Path) -> None:
    folder = desk(tmp_path)
    one = json.loads(stylelint(folder, "rule", "--format", "json", "house/advisor").stdout)
    assert (one["id"], one["check"], one["options"]) == (
        "house/advisor",
        "preferred",
        {"words": {"advisor": "adviser"}},
    )
    assert one["examples"][0] == {
        "text": "The advisor left.",
        "bad": True,
        "good": "The adviser left.",
        "finds": [],
    }
    every = json.loads(stylelint(folder, "rule", "--format", "json").stdout)
    assert [rule["id"] for rule in every] == ["house/advisor", "house/nice", "house/very"]
    assert one in every


def test_examples_that_hold(tmp_path: Path) -> None:
    run = stylelint(desk(tmp_path), "test")
    assert (run.returncode, run.stdout) == (0, "3 rules, 6 examples: all hold\n")


def test_an_example_that_does_not_hold_has_its_place(tmp_path: Path) -> None:
    folder = desk(tmp_path)
    (folder / "bad.yml").write_text(RULEBOOK.replace("The adviser left.", "The adviser stayed."), "utf-8")
    run = stylelint(folder, "test", "house.yml", "bad.yml")
    assert run.returncode == 1
    first, last = run.stdout.splitlines()
    assert first.startswith("bad.yml:20: house/advisor: should become ")
    assert last == "6 rules, 12 examples: 1 problem"


def test_a_broken_rulebook_does_not_hide_the_others(tmp_path: Path) -> None:
    folder = desk(tmp_path)
    (folder / "broken.yml").write_text("rules: [\n", "utf-8")
    (folder / "bad.yml").write_text(RULEBOOK.replace("The adviser left.", "The adviser stayed."), "utf-8")
    run = stylelint(folder, "test", "broken.yml", "bad.yml")
    assert run.returncode == 2
    assert run.stderr.startswith("stylelint: broken.yml:2:1: not YAML")
    assert "bad.yml:20: house/advisor" in run.stdout


def test_init_writes_what_works_and_nothing_over(tmp_path: Path) -> None:
    run = stylelint(tmp_path, "init")
    assert run.returncode == 0, run.stderr
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {
        "stylelint.yml",
        "house/house.yml",
        "house/rulebook.schema.json",
        "house/stylelint.schema.json",
    }
    book = tmp_path / "house/house.yml"
    assert book.read_text("utf-8").startswith("# yaml-language-server: $schema=rulebook.schema.json\n")
    assert stylelint(tmp_path, "test").returncode == 0
    (tmp_path / "a.txt").write_text("The advisor left on Monday.\n", "utf-8")
    assert "house/adviser" in stylelint(tmp_path, "check", "a.txt").stdout
    before = book.read_bytes()
    (tmp_path / "stylelint.yml").unlink()
    again = stylelint(tmp_path, "init")
    assert again.returncode == 2
    assert again.stderr == "stylelint: house/house.yml: is there already; nothing was written\n"
    assert book.read_bytes() == before
    assert not (tmp_path / "stylelint.yml").exists()


def test_the_rulebook_of_init_fits_its_schema(tmp_path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    yaml = pytest.importorskip("yaml")
    stylelint(tmp_path, "init")
    schema = json.loads((tmp_path / "house/rulebook.schema.json").read_text("utf-8"))
    jsonschema.validate(yaml.safe_load((tmp_path / "house/house.yml").read_text("utf-8")), schema)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("stylelint ", sorted(COMMANDS)),
        ("stylelint rule ho", ["house/advisor", "house/nice", "house/very"]),
        ("stylelint check --select house/v", ["house/very"]),
        ("stylelint check --select ho", ["house", "house/advisor", "house/nice", "house/very"]),
        ("stylelint check --ignore house/nice,house/v", ["house/nice,house/very"]),
        ("stylelint check --format js", ["json", "jsonl"]),
    ],
)
def test_shell_completion(tmp_path: Path, words: str, expected: list[str]) -> None:
    parts = words.split(" ")
    run = stylelint(
        desk(tmp_path), _STYLELINT_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(len(parts) - 1)
    )
    assert sorted(line.partition(",")[2] for line in run.stdout.splitlines()) == expected


def imported(folder: Path, *arguments: str) -> set[str]:
    code = (
        "import sys; from stylelint.cli import main; main(sys.argv[1:]);"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(run.stderr.split())


def test_what_is_not_needed_is_not_imported(tmp_path: Path) -> None:
    folder = desk(tmp_path, a="A boat.\n")
    bare = imported(folder, "--help")
    assert not {m for m in bare if m.startswith("stylelint.")} & {"stylelint.engine", "stylelint.rulebook"}
    assert not bare & {"yaml", "re2", "json", "dataclasses", "click.shell_completion"}
    imported(folder, "check", "a.txt")  # keeps the rulebook compiled
    check = imported(folder, "check", "a.txt")
    assert not check & {
        "tempfile",
        "pyromark",
        "proselint",
        "tomllib",
        "stylelint.cli.test",
        "stylelint.cli.rule",
    }
    assert not check & {
        "stylelint.reporters.json",
        "stylelint.examples",
        "subprocess",
        "click.shell_completion",
    }


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["chekc"], "no command “chekc”; did you mean “check”?"),
        (["check", "--fxi"], "No such option '--fxi'."),
        (["check", "--format", "sarf"], "--format: no “sarf” here; did you mean “sarif”?"),
        (["check", "--fail-on", "info"], "--fail-on: no “info” here; known: error, suggestion, warning"),
        (["check", "--max-warnings", "x"], "Invalid value for '--max-warnings': 'x' is not a valid integer"),
        (
            ["check", "--select", "hose/very"],
            "--select: no rule or chapter “hose/very”; did you mean “house/very”?",
        ),
        (["rule", "house/vary"], "no rule or chapter “house/vary”; did you mean “house/very”?"),
        (
            ["rule", "zzz", "--rulebook", "newsroom"],
            "no rule or chapter “zzz”; known: attribution, captions",
        ),
        (["check", "--config"], "Option '--config' requires an argument."),
        (["stylebook"], "Missing argument 'OUT'."),
    ],
)
def test_a_mistake_is_one_short_line(tmp_path: Path, arguments: list[str], line: str) -> None:
    run = stylelint(desk(tmp_path, a="A boat.\n"), *arguments)
    assert run.returncode == 2
    assert run.stdout == "" and run.stderr.startswith(f"stylelint: {line}"), run.stderr
    assert run.stderr.count("\n") == 1 and len(run.stderr) < 300


def test_alone_it_says_how_it_is_used(tmp_path: Path) -> None:
    run = stylelint(tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == stylelint(tmp_path, "--help").stdout
