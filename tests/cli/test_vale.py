"""Configurations of Vale on the command line: found, named, reported in Vale's own forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.desk import stylelint
from tests.compat.vale.styles import Desk

RULES = {
    "Boats": """
        extends: existence
        message: "No '%s' & <co>."
        link: https://example.org
        level: error
        tokens: [cog]
        """,
    "Ships": """
        extends: substitution
        message: "'%s', not '%s'."
        action: {name: replace}
        swap: {barque: boat}
        """,
    "Code": "extends: script\nmessage: x\nscript: 'matches := []'\n",
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    Desk(tmp_path, RULES).write("a.md", "A cog, a barque.\n")
    return tmp_path


def test_the_nearest_configuration_holds(desk: Path) -> None:
    done = stylelint(desk, "check", "--format", "vale", "a.md")
    assert done.stdout.splitlines() == [
        "a.md:1:3:House.Boats:No 'cog' & <co>.",
        "a.md:1:10:House.Ships:'boat', not 'barque'.",
    ]
    assert done.stderr.count("House.Code is not run") == 1
    assert done.returncode == 1


def test_programs_in_folders_are_read_where_a_section_is_for_them(desk: Path) -> None:
    (desk / "b.py").write_text("cog = 1  # a cog\n")
    (desk / "c.rs").write_text("// a cog\n")
    lines = stylelint(desk, "check", "--format", "vale").stdout.splitlines()
    assert [line.split(":H")[0] for line in lines] == ["a.md:1:3", "a.md:1:10", "b.py:1:14", "c.rs:1:6"]
    (desk / ".vale.ini").write_text("StylesPath = styles\n[*.{md,rs}]\nBasedOnStyles = House\n")
    lines = stylelint(desk, "check", "--format", "vale").stdout.splitlines()
    assert [line.split(":H")[0] for line in lines] == ["a.md:1:3", "a.md:1:10", "c.rs:1:6"]


def test_errors_alone_count_as_with_vale(desk: Path) -> None:
    (desk / "a.md").write_text("A barque.\n")
    assert stylelint(desk, "check", "a.md").returncode == 0
    assert stylelint(desk, "check", "--fail-on", "warning", "a.md").returncode == 1


def test_a_configuration_of_ours_as_near_comes_first(desk: Path) -> None:
    (desk / "stylelint.yml").write_text("rulebooks: [consistency]\n")
    assert "House" not in stylelint(desk, "check", "--format", "vale", "a.md").stdout
    named = stylelint(desk, "check", "--format", "vale", "--rulebook", ".vale.ini", "a.md")
    assert "a.md:1:3:House.Boats" in named.stdout


def test_json_as_vale_prints_it(desk: Path) -> None:
    done = stylelint(desk, "check", "--format", "vale-json", "a.md")
    assert "No 'cog' \\u0026 \\u003cco\\u003e." in done.stdout
    (boats, ships) = json.loads(done.stdout)["a.md"]
    assert list(boats) == [
        "Action", "Span", "Check", "Description", "Link", "Message", "Severity", "Match", "Line",
    ]  # fmt: skip
    assert (boats["Span"], boats["Link"], boats["Severity"]) == ([3, 5], "https://example.org", "error")
    assert ships["Action"] == {"Name": "replace", "Params": ["boat"]}
    assert list(ships)[:3] == ["Action", "Suggestions", "Span"] and ships["Suggestions"] == ["boat"]


def test_json_of_nothing(desk: Path) -> None:
    (desk / "a.md").write_text("A boat.\n")
    assert stylelint(desk, "check", "--format", "vale-json", "a.md").stdout == "{}\n"


def test_fixes(desk: Path) -> None:
    stylelint(desk, "fix", "--unsafe-fixes", "a.md")
    assert (desk / "a.md").read_text() == "A cog, a boat.\n"


def test_a_mistake_in_a_style(desk: Path) -> None:
    (desk / "styles/House/Boats.yml").write_text("extends: existence\nmessage: x\ntokns: [a]\n")
    done = stylelint(desk, "check", "a.md")
    assert done.returncode == 2
    assert "Boats.yml:3:1: a rule of the kind “existence” has no key “tokns”" in done.stderr


WORDS = {
    "Boats": "{extends: existence, message: \"No '%s'.\", ignorecase: true, tokens: ['dory', 'old cogs?']}",
    "Ships": "{extends: substitution, message: \"'%s', not '%s'.\", swap: {'barque(?:s)?': boat}}",
    "Marks": "{extends: existence, message: \"No '%s'.\", tokens: ['hull/deck', '\\\\w+ly old']}",
    "Looks": "{extends: existence, message: \"No '%s'.\", tokens: ['cog(?= wheel)']}",
}


def test_a_style_becomes_a_rulebook(tmp_path: Path) -> None:
    Desk(tmp_path, WORDS).write("a.md", "A dory, two old cogs, a barque and a cog wheel, a hull/deck.\n")
    done = stylelint(tmp_path, "import-vale", "styles/House", "--output", "ours.yml")
    assert done.returncode == 0 and "3 of 4 rules are ours now" in done.stderr
    checked = stylelint(tmp_path, "check", "--rulebook", "ours.yml", "--format", "concise", "-q", "a.md")
    assert checked.stdout.splitlines() == [
        "a.md:1:3: warning: No 'dory'. [house/boats]",
        "a.md:1:13: warning: No 'old cogs'. [house/boats]",
        "a.md:1:25: warning: 'boat', not 'barque'. [house/ships]",
        "a.md:1:38: warning: No 'cog'. [house/looks]",
        "a.md:1:51: warning: No 'hull/deck'. [house/marks]",
    ]
    assert (
        "nothing was written"
        in stylelint(tmp_path, "import-vale", "styles/House", "--output", "ours.yml").stderr
    )


def test_what_is_written_stands_its_own_test(tmp_path: Path) -> None:
    Desk(tmp_path, {name: WORDS[name] for name in ("Boats", "Ships", "Marks")})
    stylelint(tmp_path, "import-vale", "styles/House", "--output", "ours.yml")
    tested = stylelint(tmp_path, "test", "ours.yml")
    assert tested.returncode == 0, tested.stdout + tested.stderr


def test_rules_that_contradict_each_other_stay_in_the_style(tmp_path: Path) -> None:
    boats = "{extends: existence, message: \"No '%s'.\", ignorecase: true, tokens: [boat]}"
    Desk(tmp_path, {"Ships": WORDS["Ships"], "Boats": boats, "Marks": WORDS["Marks"]})
    done = stylelint(tmp_path, "import-vale", "styles/House", "--output", "ours.yml")
    assert "2 of 3 rules are ours now" in done.stderr
    tested = stylelint(tmp_path, "test", "ours.yml")
    assert tested.returncode == 0, tested.stdout + tested.stderr


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert stylelint(tmp_path, "import-vale", "styles/House").returncode == 2


def test_a_rule_that_is_added_to_a_style_is_run(tmp_path: Path) -> None:
    house = Desk(tmp_path, {"Boats": WORDS["Boats"]})
    house.write("a.md", "A dory, a barque.\n")
    house.write("ours.yml", "extends: ['vale:styles/House']\n")
    asked = ("check", "--rulebook", "ours.yml", "--format", "vale", "a.md")
    assert len(stylelint(tmp_path, *asked).stdout.splitlines()) == 1
    house.write("styles/House/Ships.yml", WORDS["Ships"])
    assert len(stylelint(tmp_path, *asked).stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("rule", "text", "action"),
    [
        (
            "extends: substitution\naction: {name: replace}\nswap: {cog: a|b}",
            "cog",
            {"Name": "replace", "Params": ["a", "b"]},
        ),
        (
            "extends: existence\naction: {name: remove}\ntokens: [cog]",
            "cog",
            {"Name": "remove", "Params": None},
        ),
        (
            "extends: existence\naction: {name: edit, params: [[lower], [wrap, x]]}\ntokens: [Cog]",
            "Cog",
            {"Name": "edit", "Params": ["lower", "wrap", "x"]},
        ),
        (
            "extends: spelling\naction: {name: suggest, params: [spellings]}",
            "sailde",
            {"Name": "suggest", "Params": ["spellings"]},
        ),
        ("extends: existence\ntokens: [cog]", "cog", {"Name": "", "Params": None}),
    ],
)
def test_actions_in_json(tmp_path: Path, rule: str, text: str, action: dict[str, object]) -> None:
    Desk(tmp_path, {"Rule": f"message: x\n{rule}\n"}).write("a.txt", text)
    done = stylelint(tmp_path, "check", "--format", "vale-json", "a.txt")
    assert json.loads(done.stdout)["a.txt"][0]["Action"] == action


def test_spellings_in_the_report(tmp_path: Path) -> None:
    Desk(tmp_path, {}, sections="[*]\nVale.Spelling = YES").write("a.txt", "They recieve it.\n")
    assert "    perhaps: “receive”, “relieve”\n" in stylelint(tmp_path, "check", "a.txt").stdout


def test_cases_of_rules(desk: Path) -> None:
    rule = desk / "styles/House/Tested.yml"
    head = "extends: existence\nmessage: \"No '%s'.\"\ntokens: [punt]\ntests:\n"
    rule.write_text(head + "- {name: one, input: A punt., contains: punt}\n")
    done = stylelint(desk, "test", "vale:styles")
    assert (done.returncode, done.stdout) == (0, "1 case: all hold\n")
    rule.write_text(head + "- {name: one, input: A boat., contains: punt}\n")
    done = stylelint(desk, "test", "vale:styles/House/Tested.yml")
    assert (done.returncode, done.stdout) == (
        1, "styles/House/Tested.yml:5: one: “punt” is not told, but nothing\n1 case: 1 problem\n",
    )  # fmt: skip
    rule.write_text(head.replace("existence", "existance") + "- {name: one, input: A boat., want: ''}\n")
    done = stylelint(desk, "test", "vale:styles/House/Tested.yml")
    assert done.returncode == 2 and "no kind of rule “existance”" in done.stderr
    done = stylelint(desk, "test", "vale:styles/House/Boats.yml")
    assert done.returncode == 2 and "there are no cases of Vale's rules" in done.stderr
