"""`.vale.ini`: sections, levels, vocabularies, comments, what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint.compat.vale.globs import fits
from stylelint.compat.vale.ini import listed, parse
from stylelint.compat.vale.loading import read, users
from stylelint.compat.vale.reading import suffixes
from stylelint.compat.vale.rulebook import from_ini
from stylelint.errors import UserError
from tests.compat.vale.styles import Desk

RULES = {
    "Boats": "extends: existence\nmessage: \"'%s'\"\nlevel: warning\ntokens: [cog]\n",
    "Ships": "extends: existence\nmessage: \"'%s'\"\nlevel: suggestion\ntokens: [barque]\n",
}
TEXT = "A cog and a barque."


@pytest.mark.parametrize(
    ("ini", "sections", "name", "expected"),
    [
        ("", "[*]\nBasedOnStyles = House", "a.md", ["cog", "barque"]),
        ("", "[*.md]\nBasedOnStyles = House", "a.txt", []),
        ("", "[*.{md,txt}]\nBasedOnStyles = House", "a.txt", ["cog", "barque"]),
        ("", "[*]\nBasedOnStyles = House\n[*.md]\nHouse.Boats = NO", "a.md", ["barque"]),
        (
            "",
            "[*]\nBasedOnStyles = House\nHouse.Boats = NO\n[*.md]\nHouse.Boats = YES",
            "a.md",
            ["cog", "barque"],
        ),
        ("", "[*]\nHouse.Boats = YES", "a.md", ["cog"]),
        ("", "[*]\nHouse.Boats = error", "a.md", ["cog"]),
        ("MinAlertLevel = warning", "[*]\nBasedOnStyles = House", "a.md", ["cog"]),
        (
            "MinAlertLevel = warning",
            "[*]\nBasedOnStyles = House\nHouse.Ships = error",
            "a.md",
            ["cog", "barque"],
        ),
        ("", "[*]\nBasedOnStyles = House\n[drafts/*.md]\nHouse.Ships = NO", "drafts/a.md", ["cog"]),
        ("# c\n; d", "[*]\nBasedOnStyles = House # all\n", "a.md", ["cog", "barque"]),
        ("", "[*]\nBasedOnStyles = House\n[*.md]\nBasedOnStyles =", "a.md", []),
        ("", "[*]\nBasedOnStyles = House\nHouse.Boats = off", "a.md", ["barque"]),
        ("", "[*]\nBasedOnStyles = House\nHouse = NO\n[*.md]\nHouse.Ships = YES", "a.md", ["barque"]),
        ("", "[*]\nBasedOnStyles = House\nHouse = error\n[*.md]\nHouse.Ships = NO", "a.md", ["cog"]),
        ("MinAlertLevel = error", "[*]\nHouse = error\nBasedOnStyles = House", "a.md", ["cog", "barque"]),
        (
            "MinAlertLevel = suggestion\nMinAlertLevel = warning",
            "[*]\nBasedOnStyles = House",
            "a.md",
            ["cog"],
        ),
        ("MinAlertLevel = error", "[*]\nBasedOnStyles=House\nHouse.Boats=warning", "a.md", []),
        ("MinAlertLevel = error", "[*]\nBasedOnStyles=House\n[*.md]\nHouse.Ships=error", "a.md", ["barque"]),
        ("MinAlertLevel = error", "[*]\nBasedOnStyles=House\n[*.md]\nHouse.Ships=error", "a.txt", []),
        ("", "[*]\nBasedOnStyles = House\nHouse.Boats[ignorecase] = true", "a.md", ["cog", "barque"]),
        ("", "[*]\nHouse = error\nHouse.Boats = YES", "a.md", ["cog"]),
        ("", "[*.txt]\nHouse = error\n[*.md]\nBasedOnStyles = House", "a.txt", ["cog", "barque"]),
        ("", "[!*.txt]\nBasedOnStyles = House", "a.txt", []),
        ("", "[formats]\nnote = md\n[*.note]\nBasedOnStyles = House", "a.note", ["cog", "barque"]),
    ],
)
def test_sections(tmp_path: Path, ini: str, sections: str, name: str, expected: list[str]) -> None:
    assert Desk(tmp_path, RULES, ini, sections).told(TEXT, name) == expected


@pytest.mark.parametrize(
    ("comments", "expected"),
    [
        ("<!-- vale off -->\n\ncog\n\n<!-- vale on -->\n\nbarque", ["barque"]),
        (
            "<!-- vale House.Boats = NO -->\n\ncog barque\n\n<!-- vale House.Boats = YES -->\n\ncog",
            ["barque", "cog"],
        ),
        ("<!-- vale House = NO -->\n\ncog\n\n<!-- vale House = YES -->\n\ncog", ["cog"]),
        ('<!-- vale House.Boats["cog"] = NO -->\n\ncog barque', ["barque"]),
        ("<!-- vale styles = Other -->\n\ncog", []),
        ("<!-- vale style = House -->\n\ncog", ["cog"]),
        ("<!-- vale Boats = NO -->\n\ncog", ["cog"]),
    ],
)
def test_comments(tmp_path: Path, comments: str, expected: list[str]) -> None:
    assert Desk(tmp_path, RULES).told(comments) == expected


@pytest.mark.parametrize(
    ("name", "section", "text", "expected"),
    [
        ("a.md", "TokenIgnores = (\\$\\w+)", "A $cog and a cog.", [(1, 14)]),
        ("a.md", "BlockIgnores = (?s)({%.*?%})", "A cog.\n\n{% cog %}\n\nA cog.", [(1, 3), (5, 3)]),
        (
            "a.md",
            "CommentDelimiters = {/*, */}",
            "{/* vale off */}\n\ncog\n\n{/* vale on */}\n\n cog",
            [(7, 2)],
        ),
        ("a.mdx", "", "{/* vale off */}\n\ncog\n\n{/* vale on */}\n\n cog", [(7, 2)]),
    ],
)
def test_what_is_left_out(
    tmp_path: Path, name: str, section: str, text: str, expected: list[tuple[int, int]]
) -> None:
    desk = Desk(tmp_path, RULES, sections=f"[*]\nBasedOnStyles = House\n[*.md*]\n{section}\n")
    assert [(d.line, d.column) for d in desk.lint(text, name)] == expected


def test_vocabularies(tmp_path: Path) -> None:
    rules = {"Boats": "extends: existence\nignorecase: true\nmessage: x\ntokens: [cog, karvi]\n"}
    desk = Desk(tmp_path, rules, "Vocab = Fleet", "[*]\nBasedOnStyles = House, Vale\nVale.Spelling = NO")
    desk.write("styles/config/vocabularies/Fleet/accept.txt", "# boats\nKarvi\n[Cc]oracle\n")
    desk.write("styles/config/vocabularies/Fleet/reject.txt", "dinghy\n")
    found = desk.lint("A Karvi, a karvi, a cog, a dinghy, a coracle.")
    assert [(d.rule, d.text) for d in found] == [
        ("house/boats", "karvi"),
        ("vale/terms", "karvi"),
        ("house/boats", "cog"),
        ("vale/avoid", "dinghy"),
    ]


def test_vales_own_rules(tmp_path: Path) -> None:
    desk = Desk(tmp_path, RULES, sections="[*]\nBasedOnStyles = Vale")
    found = desk.lint("The the cog sailde.")
    assert [(d.rule, d.level, d.text) for d in found] == [
        ("vale/repetition", "error", "The the"),
        ("vale/spelling", "error", "sailde"),
    ]


def test_a_package_is_built_on(tmp_path: Path) -> None:
    desk = Desk(tmp_path, RULES, sections="[*]\nHouse.Ships = NO")
    desk.write("styles/.vale-config/0-Pack.ini", "[*]\nBasedOnStyles = House\n")
    assert desk.told(TEXT) == ["cog"]


@pytest.mark.parametrize(
    ("ini", "sections", "message"),
    [
        ("MinAlertLevel = loud", "", "MinAlertLevel must be suggestion, warning or error"),
        ("Vocab = None", "", "no vocabulary “None”"),
        ("BasedOnStyles = House", "", "belongs under a glob"),
        ("", "[*]\nMinAlertLevel = error", "belongs above all sections"),
        ("", "[*]\nBasedOnStyles = Horse", "no Vale style “Horse”"),
        (
            "",
            "[*]\nHouse.Boats = YES\nHouse.Boats[tokens] = dory",
            "House.Boats: a configuration cannot set “tokens”",
        ),
        ("", "[*]\nHouse.Boats = YES\nHouse.Boats[limt] = 1", "cannot set “limt”; did you mean “limit”"),
        ("", "[*]\nHouse.Boats = YES\nHouse.Boats[level] = loud", "“loud” is no level"),
        ("", "[*]\nHouse.Boats = YES\nHouse.Boats[limit] = few", "“limit” must be a number, not “few”"),
        ("", "[*.md]\nCommentDelimiters = a", "two marks"),
        ("nonsense", "", "expected “key = value”"),
        ("", "[*\nBasedOnStyles = House", "no closing bracket"),
        ("", "[*.md]\nTokenIgnores = House", "no style and no rule is switched on"),
    ],
)
def test_mistakes(tmp_path: Path, ini: str, sections: str, message: str) -> None:
    desk = Desk(tmp_path, RULES, ini, sections)
    with pytest.raises(UserError, match=message):
        desk.told(TEXT)


def test_what_has_no_effect_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from stylelint.compat.vale.bridge import not_run

    monkeypatch.setattr("stylelint.compat.vale.rulebook.available", lambda: False)
    rules = {
        "Code": "extends: script\nmessage: x\nscript: 'matches := []'\n",
        "Form": "extends: sequence\nmessage: x\ntokens: [{pattern: old}, {pattern: cog}]\n",
        "Model": "extends: sequence\nmessage: x\nmodel: lt\ntokens: [{pattern: cog}]\n",
        "Order": "extends: sequence\nmessage: x\ntokens: [{tag: NN}, {pattern: cog}]\n",
        "Snake": "extends: existence\nmessage: x\naction: {name: suggest, params: [A.tengo]}\ntokens: [a]\n",
    }
    desk = Desk(tmp_path, rules, "NLPEndpoint = http://localhost")
    told = not_run(from_ini(desk.folder / ".vale.ini").rules)
    assert [line.split(":")[0] for line in told] == [
        "NLPEndpoint", "House.Code is not run", "House.Model is not run", "House.Order is not run",
        "House.Snake offers nothing",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("*.md", "a/b.md", True),
        ("*.md", "a.txt", False),
        ("!*.md", "a.txt", True),
        ("docs/**/*.md", "docs/a/b.md", True),
        ("docs/**/*.md", "docs/b.md", True),
        ("docs/**/*.md", "other/b.md", False),
        ("*.{md,txt}", "a.txt", True),
        ("[ab].md", "b.md", True),
        ("[!ab].md", "b.md", False),
        ("?.md", "a.md", True),
    ],
)
def test_globs(glob: str, path: str, expected: bool) -> None:
    assert fits(glob, path) is expected


def test_ini() -> None:
    found = parse("a = 1 # c\nb : 'x # y'\nc = one, \\\n  two\n[s]\nd=a\\,b, c\nd = e\n", "x")
    assert found[""]["a"].values == ("1",)
    assert found[""]["b"].values == ("x # y",)
    assert listed(found[""]["c"]) == ("one", "two")
    assert listed(found["s"]["d"]) == ("a,b", "c", "e")


def test_a_level_holds_for_the_files_of_its_section(tmp_path: Path) -> None:
    sections = "[*]\nHouse.Boats = suggestion\n[*.md]\nBasedOnStyles = House\nHouse = error\n"
    desk = Desk(tmp_path, RULES, sections=sections)
    assert [(d.text, d.level) for d in desk.lint(TEXT, "a.txt")] == [("cog", "suggestion")]
    assert [(d.text, d.level) for d in desk.lint(TEXT, "a.md")] == [
        ("cog", "suggestion"),
        ("barque", "error"),
    ]


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("House.Boats[limit] = 1", [("cog", "warning")]),
        ("House.Boats[IgnoreCase] = true\nHouse.Boats[level] = error", [("cog", "error"), ("Cog", "error")]),
        ("House.Boats[level] = error\nHouse.Boats = suggestion", [("cog", "suggestion")] * 1),
    ],
)
def test_keys_of_a_rule_set_in_the_configuration(
    tmp_path: Path, setting: str, expected: list[tuple[str, str]]
) -> None:
    desk = Desk(tmp_path, RULES, sections=f"[*]\nHouse.Boats = YES\n{setting}\n")
    text = "A cog, a Cog." if "ignorecase" in setting.lower() or "suggestion" in setting else "A cog, a cog."
    assert [(d.text, d.level) for d in desk.lint(text)] == expected


def test_the_users_own_configuration_lies_underneath(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.name", "posix")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    desk = Desk(tmp_path, RULES, "", "[*]\nBasedOnStyles = Other\nHouse.Ships = NO\n")
    desk.write("own/vale/.vale.ini", "MinAlertLevel = error\nStylesPath = more\n[*]\nBasedOnStyles = House\n")
    desk.write(
        "own/vale/more/Other/Karvi.yml", "{extends: existence, message: x, level: error, tokens: [karvi]}"
    )
    assert users() == tmp_path / "own/vale/.vale.ini"
    assert desk.told("A cog, a barque, a karvi.") == ["karvi"]
    desk.write(".vale.ini", "StylesPath = styles\nMinAlertLevel = suggestion\n[*]\nHouse.Ships = NO\n")
    assert desk.told("A cog, a barque, a karvi.") == ["cog"]


def test_shared_styles_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(tmp_path, RULES)
    desk.write("shared/House/Boats.yml", "{extends: existence, message: x, tokens: [dory]}")
    assert desk.told("A cog, a dory.") == ["cog"]
    monkeypatch.setenv("VALE_STYLES_PATH", str(tmp_path / "shared"))
    assert desk.told("A cog, a dory.") == ["dory"]
    assert [path.name for path in read(tmp_path / ".vale.ini").styles_paths] == ["shared", "styles"]


def test_settings_that_vale_does_not_read_are_told(tmp_path: Path) -> None:
    desk = Desk(
        tmp_path,
        RULES,
        "StylePath = x",
        "[*]\nBasedOnStyles = House\nHouse.Boats = off\nLang = de\n"
        "House.Boots = NO\nHarbour = error\nVale.Speling = YES\nVale.Spelling = NO\n",
    )
    assert read(desk.folder / ".vale.ini").not_run == (
        "House.Boats = off: Vale takes this for NO; known: NO, YES, error, suggestion, warning",
        "Lang: sentences are told as in English",
        "House.Boots = NO: there is no such rule in the styles path",
        "Harbour = error: there is no such style in the styles path",
        "Vale.Speling = YES: Vale has no such rule of its own; did you mean “Spelling”?",
        "StylePath: Vale has no such setting; did you mean “StylesPath”?",
    )


@pytest.mark.parametrize(
    ("glob", "expected"),
    [
        ("*.{md,xml,typ}", ["XML without a Transform", "Typst"]),
        ("docs/**/*.typ", ["Typst"]),
        ("*.md", []),
        ("*", []),
    ],
)
def test_formats_that_are_not_read_are_told(tmp_path: Path, glob: str, expected: list[str]) -> None:
    desk = Desk(tmp_path, RULES, sections=f"[{glob}]\nBasedOnStyles = House")
    told = read(desk.folder / ".vale.ini").not_run
    assert told == tuple(f"[{glob}]: {name} is not read, and passed over in folders" for name in expected)


@pytest.mark.parametrize(
    ("sections", "there", "not_there"),
    [
        ("[*.{md,log}]", {".md", ".log"}, {".txt", ".py", "Gemfile"}),
        ("[*]", {".md", ".org", ".py", "Gemfile"}, {".json", ".log", ".typ"}),
        ("[docs/**/*.{typ,json}]", set(), {".typ", ".json", ".md"}),
        ("[Gem*]", {"Gemfile"}, {".md", "Rakefile"}),
    ],
)
def test_what_is_taken_from_folders(
    tmp_path: Path, sections: str, there: set[str], not_there: set[str]
) -> None:
    desk = Desk(tmp_path, RULES, sections=f"{sections}\nBasedOnStyles = House")
    found = set(suffixes(read(desk.folder / ".vale.ini")))
    assert there <= found and found.isdisjoint(not_there)
