"""Actions: what they make of a match."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint.compat.vale.edits import OPERATIONS, edited
from stylelint.errors import UserError
from tests.compat.vale.styles import Desk

EDITS: list[tuple[str, str, str]] = [
    ("regex, '(\\w+)_(\\w+)', '$2-$1'", "old_cog", "cog-old"),
    ("regex, '(?<first>\\w)\\w+', '${first}$$'", "cog", "c$"),
    ("regex, '(?<=o)g', 't'", "cog", "cot"),
    ("trim, '*_'", "*_cog_*", "cog"),
    ("trim_left, '.'", "..cog..", "cog.."),
    ("trim_right, '.!'", "..cog!.", "..cog"),
    ("truncate, ' '", "the the", "the"),
    ("split, ' by ', '1'", "built by us", "us"),
    ("replace, 'o', 'a'", "cog on", "cag an"),
    ("remove, '.!'", "c.o!g.", "cog"),
    ("wrap, '`'", "cog", "`cog`"),
    ("unwrap, '*'", "*cog*", "cog"),
    ("unwrap, '*'", "*cog", "cog"),
    ("prefix, 'a '", "cog", "a cog"),
    ("suffix, s", "cog", "cogs"),
    ("squeeze", "a   cog\n  here", "a cog here"),
    ("capitalize", "old Cog", "Old Cog"),
    ("uncapitalize", "Old Cog", "old Cog"),
    ("lower", "Old COG", "old cog"),
    ("upper", "old cog", "OLD COG"),
    ("title", "the return of the cog", "The Return of the Cog"),
    ("sentence", "The Return Of", "The return of"),
    ("simple", "oldCog", "old cog"),
    ("kebab", "old Cog", "old-cog"),
    ("snake", "oldCog", "old_cog"),
    ("camel", "Old cog", "oldCog"),
    ("pascal", "old cog", "OldCog"),
    ("smart", '"It\'s a cog" -- or... was', "“It’s a cog” – or… was"),
    ("smart", "a---b ('c')", "a—b (‘c’)"),
    ("dumb", "“It’s” – a—b…", '"It\'s" -- a---b...'),
    ("ascii", "Straße, naïve Œuvre “Łódź”", 'Strasse, naive OEuvre "Lodz"'),
    ("words", "1,205", "one thousand two hundred five"),
    ("words", "21st", "twenty-first"),
    ("words", "-40", "minus forty"),
    ("words", "cog", "cog"),
    ("digits", "one hundred and five", "105"),
    ("digits", "minus twenty-one", "-21"),
    ("digits", "two hundred thousand", "200000"),
    ("digits", "third", "3rd"),
    ("digits", "eleventh", "11th"),
    ("digits", "two cogs", "two cogs"),
    ("[trim_right, '!'], [lower], [wrap, '`']", "Cog!!", "`cog`"),
    ("trim_right, '!', lower, wrap, '`'", "Cog!!", "`cog`"),
    ("suffix, ' '", "cog", "cog"),
    ("suffix, ', $0'", "cog", "cog, cog"),
    ("suffix, ' $$1'", "cog", "cog $1"),
    ("suffix, '$1'", "cog", "cog"),
]


@pytest.mark.parametrize(("params", "match", "expected"), EDITS)
def test_edits(tmp_path: Path, params: str, match: str, expected: str) -> None:
    rule = (
        f"extends: existence\nmessage: '%s|%s'\naction: {{name: edit, params: [{params}]}}\nraw: ['(?s).+']\n"
    )
    (found,) = Desk(tmp_path, {"Rule": rule + "nonword: true\n"}).lint(match, "a.note")
    assert found.message.split("|")[1] == expected


def test_every_operation_is_tried() -> None:
    tried = {params.lstrip("[").split(",")[0].rstrip("]") for params, _, _ in EDITS}
    assert tried == set(OPERATIONS)


def test_a_step_that_cannot_be_taken_gives_nothing() -> None:
    assert edited(("split", " ", "3"), "a cog") is None


@pytest.mark.parametrize(
    ("tokens", "params", "text", "expected"),
    [
        ("['(\\w+) (cog)', '(dory)']", "['$2, $1']", "An old cog.", ["cog, old"]),
        ("['old (cog)', '(dory) (here)']", "['$2 $1 $0']", "A dory here.", ["here dory dory here"]),
        ("['cog']", "['${1}x']", "A cog.", ["x"]),
    ],
)
def test_groups_of_the_token(
    tmp_path: Path, tokens: str, params: str, text: str, expected: list[str]
) -> None:
    rule = f"extends: existence\nmessage: x\naction: {{name: replace, params: {params}}}\ntokens: {tokens}\n"
    found = Desk(tmp_path, {"Rule": rule}).lint(text)
    assert [d.fix.edits[0].text for d in found if d.fix] == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("substitution\nswap: {a ok: A-OK}", "All a ok, A OK, A ok.", ["a-ok", "A-OK", "A-ok"]),
        (
            "existence\ntokens: [old cog]",
            "An old cog, OLD COG, Old cog.",
            ["new dory", "NEW DORY", "New dory"],
        ),
    ],
)
def test_matchcase(tmp_path: Path, kind: str, text: str, expected: list[str]) -> None:
    params = "" if kind.startswith("sub") else ", params: [New Dory]"
    rule = (
        f"extends: {kind}\nmessage: x\nignorecase: true\nmatchcase: true\naction: {{name: replace{params}}}\n"
    )
    found = Desk(tmp_path, {"Rule": rule}).lint(text)
    # What is in the right case already is no fault of a substitution.
    assert [d.fix.edits[0].text for d in found if d.fix] == [e for e in expected if e not in text]


@pytest.mark.parametrize(
    ("action", "message"),
    [
        ("{name: swap}", "no action “swap”"),
        ("{name: edit}", "needs an operation"),
        ("{name: edit, params: [lowr]}", "no edit “lowr”; did you mean “lower”"),
        ("{name: edit, params: [wrap]}", "the edit “wrap” needs 1 more"),
        ("{name: edit, params: [split, ' ', first]}", "“first” is no number"),
        ("{name: convert, params: [kebab]}", "takes one parameter: simple"),
        ("{name: suggest, params: [a, b]}", "takes one parameter: spellings, or a script"),
    ],
)
def test_mistakes(tmp_path: Path, action: str, message: str) -> None:
    rule = f"extends: existence\nmessage: x\naction: {action}\ntokens: [cog]\n"
    with pytest.raises(UserError, match=message) as told:
        Desk(tmp_path, {"Rule": rule}).lint("A cog.")
    assert "Rule.yml:3:1" in str(told.value)


def test_several_forms_are_the_writers_choice(tmp_path: Path) -> None:
    rule = "extends: substitution\nmessage: x\naction: {name: replace}\nswap: {cog: dory|skiff}\n"
    (found,) = Desk(tmp_path, {"Rule": rule}).lint("A cog.")
    assert found.fix is None and found.choices == ("dory", "skiff")


@pytest.mark.parametrize(
    ("word", "expected"),
    [("sailde", ("sailed",)), ("recieve", ("receive", "relieve")), ("Karvinen", ()), ("qqqq", ())],
)
def test_spellings_are_offered(tmp_path: Path, word: str, expected: tuple[str, ...]) -> None:
    (found,) = Desk(tmp_path, {}, sections="[*]\nVale.Spelling = YES").lint(f"They {word} it.")
    assert found.fix is None and found.choices == expected


@pytest.mark.parametrize(
    ("name", "source", "written"),
    [
        ("draft.txt", "The cog is here.", ["R&D"]),
        ("draft.md", "The cog is here.", []),
        ("draft.html", "<p>The cog is here.</p>", []),
    ],
)
def test_what_would_be_markup_is_not_written(
    tmp_path: Path, name: str, source: str, written: list[str]
) -> None:
    rule = "extends: substitution\nmessage: x\nswap: {cog: R&D}\naction: {name: replace}\n"
    found = Desk(tmp_path, {"Rule": rule}).lint(source, name)
    assert [d.text for d in found] == ["cog"]
    assert [d.fix.edits[0].text for d in found if d.fix] == written
