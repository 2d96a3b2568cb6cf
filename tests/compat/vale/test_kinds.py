"""Every kind of rule with its keys, on sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint.errors import UserError
from tests.compat.vale.styles import Desk, marked

MESSAGE = "message: \"'%s'.\"\n"


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("tokens: [dory, cog]", "A dory, a Dory and a dorymate.", ["dory"]),
        ("ignorecase: true\ntokens: [dory]", "A dory and a Dory.", ["dory", "Dory"]),
        ("tokens: dory", "A dory.", ["dory"]),
        ("Tokens: [dory]\nIgnoreCase: 'true'", "A Dory.", ["Dory"]),
        ("nonword: true\ntokens: ['dor']", "A dory.", ["dor"]),
        ("raw: ['\\bdory\\s', 'mate\\b']", "A dory mate.", ["dory mate"]),
        ("raw: ['old ']\ntokens: [dory, cog]", "An old cog, a cog.", ["old cog"]),
        ("append: true\nraw: [' boat']\ntokens: [dory]", "A dory boat, a dory.", ["dory boat"]),
        ("ignorecase: true\nexceptions: [Dory]\ntokens: [dory]", "A dory and Dory.", ["dory"]),
        ("ignorecase: true\nexceptions: ['(?i)dory']\ntokens: [dory]", "A dory and Dory.", []),
        ("tokens: ['', ' ', cog]", "A cog.", ["cog"]),
        ("tokens: ['cog(?! wheel)']", "A cog wheel and a cog.", ["cog"]),
        ("tokens: ['(?<=old )cog']", "An old cog and a cog.", ["cog"]),
        ("nonword: true\ntokens: ['\\x{2019}s']", "The cog’s mast.", ["’s"]),
        ("tokens: ['\\pLog']", "A cog.", ["cog"]),
        ("nonword: true\ntokens: ['–\\s']", "A cog\u00a0– a wheel.", ["– "]),
        ("tokens: [na]", "A naïve na.", ["na"]),
        ("tokens: [café]", "The café.", ["café"]),
        ("tokens: ['a[^x]+z']", "First a.\n\nThen z, a to z.", ["a to z"]),
        ("limit: 1\ntokens: [cog]", "A cog, a cog.", ["cog"]),
        ("tokens: [cog]", "A `cog`, a [cog](cog.html), *cog*.", ["cog", "cog"]),
        ("tokens: [no, on]", "He said no and went on.", ["no", "on"]),
    ],
)
def test_existence(tmp_path: Path, rule: str, text: str, expected: list[str]) -> None:
    assert marked(tmp_path, f"extends: existence\n{MESSAGE}{rule}\n", text) == expected


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("swap: {dory: boat}", "A dory.", ["Use 'boat', not 'dory'."]),
        ("ignorecase: true\nswap: {dory: boat}", "A Dory.", ["Use 'boat', not 'Dory'."]),
        (
            "swap: {old cog: x, cog: y}",
            "An old cog, a cog.",
            ["Use 'x', not 'old cog'.", "Use 'y', not 'cog'."],
        ),
        ("swap: {'(?:small|wee) cog': dory}", "A wee cog.", ["Use 'dory', not 'wee cog'."]),
        ("swap: {'(small|wee) cog': '$1 dory'}", "A wee cog.", ["Use 'wee dory', not 'wee cog'."]),
        ("capitalize: true\nignorecase: true\nswap: {cog: dory}", "Cog.", ["Use 'Dory', not 'Cog'."]),
        ("ignorecase: true\nswap: {cog: Cog}", "A Cog, a cog.", ["Use 'Cog', not 'cog'."]),
        ("ignorecase: true\nswap: {'cogs?': '[Cc]ogs?'}", "A cog, a COG.", ["Use '[Cc]ogs?', not 'COG'."]),
        ("exceptions: [cog]\nswap: {'cog|dory': boat}", "A cog, a dory.", ["Use 'boat', not 'dory'."]),
        (
            "action: {name: replace}\nswap: {dory: 'boat|skiff'}",
            "A dory.",
            ["Use 'boat' or 'skiff', not 'dory'."],
        ),
        ("action: {name: replace}\nswap: {dory: 'a\\|b'}", "A dory.", ["Use 'a|b', not 'dory'."]),
        ("swap: {yes: no}", "Well, yes.", ["Use 'no', not 'yes'."]),
        ("swap: {cog: 1.10}", "A cog.", ["Use '1.10', not 'cog'."]),
    ],
)
def test_substitution(tmp_path: Path, rule: str, text: str, expected: list[str]) -> None:
    desk = Desk(tmp_path, {"Rule": f"extends: substitution\nmessage: \"Use '%s', not '%s'.\"\n{rule}\n"})
    assert desk.messages(text) == expected


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("max: 2\ntoken: cog", "A cog, a cog, a cog.", ["cog"]),
        ("max: 3\ntoken: cog", "A cog, a cog, a cog.", []),
        ("max: 1\nignorecase: true\ntoken: cog", "A Cog, a cog.", ["Cog"]),
        ("max: 1\ntoken: '[*\\w]{3}'", "`abc` red cog.", ["red"]),
        ("scope: sentence\nmax: 3\ntoken: '\\w+'", "One two. Three four five six. Seven.", ["Three"]),
        ("scope: sentence\nmax: 3\ntoken: '\\w+'", "One two vs. three four. Five six.", ["One"]),
        ("scope: paragraph\nmax: 1\ntoken: cog", "A cog.\n\nA cog, a cog.", ["cog"]),
    ],
)
def test_occurrence(tmp_path: Path, rule: str, text: str, expected: list[str]) -> None:
    assert marked(tmp_path, f"extends: occurrence\n{MESSAGE}{rule}\n", text) == expected


def test_occurrence_counts_and_tells_what_is_not_there(tmp_path: Path) -> None:
    desk = Desk(tmp_path, {"Rule": "{extends: occurrence, message: '%d of them', min: 2, token: cog}"})
    assert desk.messages("A cog.") == ["1 of them"]
    assert [(d.line, d.column, d.text) for d in desk.lint("\n\n*Nothing* here.")] == [(3, 2, "Nothing")]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("tokens: ['[^\\s]+']", "The the cog cog sank.", ["cog cog"]),
        ("ignorecase: true\ntokens: ['\\w+']", "The the cog.", ["The the"]),
        ("max: 1\ntokens: ['\\w+']", "A cog cog, a cog cog cog.", ["cog cog"]),
        ("alpha: true\ntokens: ['[^\\s.]+']", "It was 7 7 and no no.", ["no no"]),
        ("exceptions: [had had]\ntokens: ['\\w+']", "He had had it it.", ["it it"]),
        ("tokens: ['[^\\s.]+']", "I forgot that. that was it.", []),
        ("tokens: ['\\w+']", "A cog *cog* sank.", ["cog *cog"]),
        ("ignorecase: true\ntokens: ['[^\\s]+']", "An “old” cog Cog sank.", ["cog Cog"]),
        ("ignorecase: true\ntokens: ['[^\\s]+']", "An ÉTUDE étude began.", ["ÉTUDE étude"]),
    ],
)
def test_repetition(tmp_path: Path, rule: str, text: str, expected: list[str]) -> None:
    assert marked(tmp_path, f"extends: repetition\n{MESSAGE}{rule}\n", text) == expected


def test_consistency_is_told_once_both_were_there(tmp_path: Path) -> None:
    rule = "extends: consistency\nmessage: 'Both: %s'\nignorecase: 1\neither: {adviser: advisor}\nodd: 1\n"
    desk = Desk(tmp_path, {"Rule": rule})
    assert desk.told("An adviser.\n\nAn Advisor.\n\nA cog.") == ["Advisor"]
    assert desk.told("An adviser.\n\nAn adviser.") == []
    assert [d.column for d in desk.lint("An advisor, an adviser, an advisor.")] == [4]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        (
            "first: '\\b[A-Z]{3}\\b'\nsecond: '\\(([A-Z]{3})\\)'",
            "ABC. Sea Fleet (SFL). SFL, ABC.",
            ["ABC", "ABC"],
        ),
        ("first: '\\b([A-Z]{3})\\b'\nsecond: '\\(([A-Z]{3})\\)'\nexceptions: [ABC]", "ABC, XYZ.", ["XYZ"]),
        ("first: cog\nsecond: mast", "A cog.\n\nA cog with a mast.", ["cog"]),
        ("first: cog\nsecond: mast\nignorecase: true", "A COG.\n\nA Cog with a MAST.", ["COG"]),
        (
            "first: '\\b(s[a-z]{2})\\b'\nsecond: '\\((s[a-z]{2})\\)'\nignorecase: true",
            "Sea Fleet (SFL). Sfl, SRT.",
            ["Sea", "SRT"],
        ),
    ],
)
def test_conditional(tmp_path: Path, rule: str, text: str, expected: list[str]) -> None:
    assert marked(tmp_path, f"extends: conditional\n{MESSAGE}{rule}\n", text) == expected


@pytest.mark.parametrize(
    ("rule", "heading", "right"),
    [
        ("match: $sentence", "The cog is back", True),
        ("match: $sentence", "The Cog Is Back", False),
        ("match: $sentence\nexceptions: [Cog, Back]", "The Cog is Back", True),
        ("match: $sentence\nindicators: [':']", "News: The cog", True),
        ("match: $sentence\nthreshold: 0.2", "The Cog is Back", True),
        ("match: $title", "The Return of the Cog", True),
        ("match: $title", "The return of the cog", False),
        ("match: $title\nstyle: Chicago", "A Cog from the North", True),
        ("match: $title\nthreshold: 0.99", "A Cog from the North", False),
        ("match: $title\nthreshold: 0.99", "A Cog From the North", True),
        ("match: $sentence\nprefix: '^[a-z]\\.\\s'", "a. The cog is back", True),
        ("match: $sentence", "a. The cog is back", False),
        ("match: $title\nprefix: '^[a-z]\\.\\s'\nthreshold: 0.99", "a. The Cog Is Back", True),
        ("match: $sentence\nexceptions: [North Sea]\nthreshold: 0.99", "The North Sea cog", True),
        ("match: $title\nexceptions: [cog]\nthreshold: 0.99", "The cog Is Back", True),
        ("match: $title\nstyle: AP\nthreshold: 0.99", "The Cog With the Mast", True),
        ("match: $title\nthreshold: 0.99", "NATO and the Cog", True),
        ("match: $lower\nexceptions: [Karvi]", "The Karvi", True),
        ("match: $lower", "the cog", True),
        ("match: $lower", "The cog", False),
        ("match: $upper", "THE COG", True),
        ("match: '^Part \\d'", "Part 2", True),
        ("match: '^Part \\d'", "Chapter 2", False),
    ],
)
def test_capitalization(tmp_path: Path, rule: str, heading: str, right: bool) -> None:
    found = marked(tmp_path, f"extends: capitalization\nscope: heading\n{MESSAGE}{rule}\n", f"# {heading}\n")
    assert found == ([] if right else [heading])


def test_capitalization_computes_its_cure(tmp_path: Path) -> None:
    rule = "extends: capitalization\nscope: heading\nmessage: x\nmatch: $title\naction: {name: replace}\n"
    (found,) = Desk(tmp_path, {"Rule": rule}).lint("# the return of the cog\n")
    assert found.fix and found.fix.edits[0].text == "The Return of the Cog"


def test_readability(tmp_path: Path) -> None:
    rule = "extends: readability\nmessage: 'Grade %s'\ngrade: 8\nmetrics: [Flesch-Kincaid, Gunning Fog]\n"
    desk = Desk(tmp_path, {"Rule": rule})
    hard = (
        "Considerable organisational complexities necessitate comprehensive interdepartmental coordination."
    )
    assert desk.messages("The cog is in.") == []
    assert [d.message[:6] for d in desk.lint(hard)] == ["Grade "]


@pytest.mark.parametrize(
    "metric", ["Gunning Fog", "Coleman-Liau", "Flesch-Kincaid", "SMOG", "Automated Readability"]
)
def test_every_grade(tmp_path: Path, metric: str) -> None:
    rule = f"extends: readability\nmessage: '%s'\ngrade: -40\nmetrics: [{metric}]\n"
    desk = Desk(tmp_path, {"Rule": rule})
    (easy,) = desk.messages("The cog is in. It is red. We like it.")
    (hard,) = desk.messages("Considerable organisational complexities necessitate interdepartmental work.")
    assert float(easy) < float(hard)


@pytest.mark.parametrize(
    ("formula", "condition", "value"),
    [
        ("words", "> 3", "6.00"),
        ("words / sentences", ">= 3 && 1 < 2", "3.00"),
        ("math.sqrt(heading.h1 + 3) * 1.5", "< 10", "3.00"),
        ("list", "> 0", None),
        ("words", "== 6.0", "6.00"),
        ("words", "== 6", None),
        ("words", "!= 6", "6.00"),
        ("-words + math.abs(-20) % 7", ">= 0 || false", "0.00"),
        ("(words > 5 ? 2 : 1) / 4", "< 1", "0.00"),
    ],
)
def test_metric(tmp_path: Path, formula: str, condition: str, value: str | None) -> None:
    rule = f"extends: metric\nmessage: '%s'\nformula: '{formula}'\ncondition: '{condition}'\n"
    found = Desk(tmp_path, {"Rule": rule}).messages("# Boats\n\nA cog sank. One dory stayed.\n")
    assert found == ([value] if value else [])


@pytest.mark.parametrize(
    ("scope", "expected"),
    [("summary", ["6.00"]), ("text", ["6.00"]), ("heading", ["1.00"]), ("paragraph", ["6.00"])],
)
def test_what_is_measured(tmp_path: Path, scope: str, expected: list[str]) -> None:
    rule = f"extends: metric\nscope: {scope}\nmessage: '%s'\nformula: words\ncondition: '> 0'\n"
    assert Desk(tmp_path, {"Rule": rule}).messages("# Boats\n\nA cog sank. One dory stayed.\n") == expected


def test_spelling(tmp_path: Path) -> None:
    desk = Desk(
        tmp_path, {"Rule": "extends: spelling\nmessage: \"'%s'?\"\nignore: [boats.txt]\nfilters: ['^x']\n"}
    )
    desk.write("styles/config/ignore/boats.txt", "karvi\n")
    text = "The skipper’s karvi sailde in NATO’s waters with xq, CamelCase and mp3s."
    assert desk.told(text) == ["sailde"]


@pytest.mark.parametrize(
    ("keys", "text", "expected"),
    [
        ("", "They sailde wyth CamelCase, NATOX, mp3s, x_y.", ["sailde", "wyth", "x_y"]),
        ("custom: true", "They sailde with NATOX.", ["sailde", "NATOX"]),
        ("custom: true\nfilters: ['[A-Z]+$']", "They sailde with NATOX.", ["sailde"]),
        ("exceptions: [sailde]", "They sailde. Saildes.", ["Saildes"]),
        ("ignore: boats.txt", "A KARVI, a karvi sailde.", ["sailde"]),
        ("dictionaries: [boats]", "A karvi sailed.", ["sailed"]),
        ("dictionaries: [boats]\nappend: true", "A karvi sailde.", ["sailde"]),
        ("dicpath: config/other", "A karvi, a byrding.", ["karvi", "byrding"]),
        ("dicpath: config/other\ndictionaries: more", "A karvi, a byrding.", ["karvi", "a"]),
        ("aff: boats.aff\ndic: boats.dic", "A karvi sailed.", ["sailed"]),
        ("threshold: 3", "They sailde a karvi.", ["sailde", "karvi"]),
    ],
)
def test_keys_of_spelling(tmp_path: Path, keys: str, text: str, expected: list[str]) -> None:
    desk = Desk(tmp_path, {"Rule": f"extends: spelling\nmessage: x\n{keys}\n"})
    desk.write("styles/config/ignore/boats.txt", "karvi\n")
    for place, word in (("dictionaries/boats", "karvi"), ("other/more", "byrding")):
        desk.write(f"styles/config/{place}.aff", "SET UTF-8\n")
        desk.write(f"styles/config/{place}.dic", f"1\n{word}\n")
    assert desk.told(text) == expected


def test_spelling_with_a_dictionary_of_the_house(tmp_path: Path) -> None:
    desk = Desk(tmp_path, {"Rule": "extends: spelling\nmessage: x\ndictionaries: [boats]\n"})
    desk.write("styles/config/dictionaries/boats.aff", "SET UTF-8\n")
    desk.write("styles/config/dictionaries/boats.dic", "2\nkarvi\nthe\n")
    assert desk.told("The karvi, the cog.") == ["cog"]


def test_the_dictionaries_of_the_house_are_added_to_vales_own_spelling(tmp_path: Path) -> None:
    desk = Desk(tmp_path, {}, sections="[*]\nVale.Spelling = YES")
    desk.write("styles/config/dictionaries/boats.aff", "SET UTF-8\n")
    desk.write("styles/config/dictionaries/boats.dic", "1\nkarvi\n")
    assert desk.told("A karvi sailde.") == ["sailde"]


def test_a_dictionary_that_is_not_there(tmp_path: Path) -> None:
    rule = "extends: spelling\nmessage: x\ndictionaries: [boats, ships]\n"
    desk = Desk(tmp_path, {"Rule": rule})
    desk.write("styles/config/dictionaries/boats.aff", "SET UTF-8\n")
    desk.write("styles/config/dictionaries/boats.dic", "1\nkarvi\n")
    with pytest.raises(UserError, match="no dictionary “ships"):
        desk.told("A karvi.")


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ('check["House.Boats"]', ["2.00"]),
        ('check["House.Boats"] + check["House.Cogs"]', ["3.00"]),
        ('check["House.Boats"] * 100 / words', ["40.00"]),
        ('check["House.Quiet"] + 1', []),
        ('check["House.None"] + 1', []),
    ],
)
def test_formulas_count_what_other_rules_have_told(tmp_path: Path, formula: str, expected: list[str]) -> None:
    existence = "extends: existence\nmessage: boat\n"
    rules = {
        "Amount": f"extends: metric\nmessage: '%s'\nformula: '{formula}'\ncondition: '> 1'\n",
        "Boats": f"{existence}tokens: [dory]\n",
        "Cogs": f"{existence}tokens: [cog]\nlimit: 1\n",
        "Quiet": f"{existence}level: suggestion\ntokens: [cog]\n",
    }
    desk = Desk(tmp_path, rules, "MinAlertLevel = warning")
    assert [said for said in desk.messages("dory dory cog cog end") if said != "boat"] == expected
