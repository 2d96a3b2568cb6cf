"""What a draft asks to be ignored is ignored, there and nowhere else, and what is of no use is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.diagnostics import Diagnostic
from stylelint.directives import directives
from stylelint.engine import Linter
from stylelint.fixer import apply
from stylelint.ignores import RULES, Policy
from stylelint.readers import read
from stylelint.rulebook import load
from stylelint.suppress import suppress
from tests.cli.desk import RULEBOOK

IDS = frozenset({"house/very", "house/advisor", "house/nice"})
POLICY = Policy(ran=IDS, known=IDS | {"house", "titles", "titles/mayor"}, today=date(2026, 6, 1))


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    path = tmp_path_factory.mktemp("book") / "house.yml"
    path.write_text(RULEBOOK, "utf-8")
    return Linter(load([str(path)], Path()))


def comments(draft: str) -> str:
    """Write `[[…]]` out as the comments that they stand for."""
    return draft.replace("[[", "<!-- stylelint: ").replace("]]", " -->")


def told(linter: Linter, draft: str, policy: Policy = POLICY, path: str = "a.md") -> list[Diagnostic]:
    document = read(path, comments(draft).encode())
    return suppress(document, linter.lint(document), policy)


def lines(found: list[Diagnostic]) -> list[tuple[int, str]]:
    return [(d.line, d.rule.partition("/")[2]) for d in found]


VERY = "A very old boat.\n"


@pytest.mark.parametrize(
    ("draft", "left"),
    [
        # The next block, and that one alone.
        (f"[[ignore house/very -- a quotation]]\n{VERY}\n{VERY}", [(4, "very")]),
        (f"[[ignore house]]\n\n{VERY}\n{VERY}", [(5, "very")]),
        (f"[[ignore]]\n\n{VERY}\n{VERY}", [(5, "very")]),
        (f"<!--stylelint:ignore house/very-->\n{VERY}", []),
        (
            f"<!-- stylelint:\n  ignore house/very,\n  house/nice\n  -- why -->\n{VERY}\nA nice boat.\n",
            [(1, "unused-ignore"), (7, "nice")],
        ),
        ("[[ignore house/very]]\n# A very old boat\n", []),
        ("[[ignore house/very]]\n- A very old boat\n- A very new boat\n\nA very\n", [(5, "very")]),
        ("[[ignore house/very]]\n| a | b |\n|---|---|\n| very | very |\n", []),
        ("[[ignore house/very]]\n- A very\n  - A very\n  very\n- A very\n", []),
        ("A very old [[ignore house/very]] boat,\na very\n", []),
        # Other rules, other words, are not meant.
        (f"[[ignore house/advisor]]\nA very old advisor.\n\n{VERY}", [(2, "very"), (4, "very")]),
        # A line: its own, or the next.
        ("A very old [[ignore-line house/very]] boat,\na very\n", [(2, "very")]),
        (f"[[ignore-line house/very]]\n\n{VERY}a very\n", [(4, "very")]),
        ("A very [[ignore-line house/very]]\r\na very\r\n", [(2, "very")]),
        # A region.
        (f"{VERY}\n[[off house/very]]\n\n{VERY}\n{VERY}\n[[on]]\n\n{VERY}", [(1, "very"), (11, "very")]),
        (f"[[off]]\n\n{VERY}\nAn advisor.\n", []),
        (
            "[[off house/very, house/advisor]]\n\nVery advisor.\n\n[[on house/very]]\n\nVery advisor.\n",
            [(7, "very")],
        ),
        # The file, from wherever it is said.
        (f"{VERY}\n{VERY}\n[[ignore-file house/very]]\n", []),
        (f"---\nstylelint: {{ignore: [house/very]}}\n---\n{VERY}", []),
        (f"---\nstylelint:\n  ignore:\n    - house/very -- the whole piece is a speech\n---\n{VERY}", []),
        (f"---\ntitle: A very old boat\nstylelint: house\n---\n{VERY}", []),
        # What only looks like a comment.
        (f"`[[ignore house/very]]`\n\n{VERY}", [(3, "very")]),
        (f"    [[off]]\n\n{VERY}", [(3, "very")]),
        (f"```html\n[[off]]\n```\n\n{VERY}", [(5, "very")]),
        (f"\\[[off]]\n\n{VERY}", [(3, "very")]),
        (f"<!-- [[off]]\n\n{VERY}", [(3, "very")]),
        (f"<!-- We stylelint: off -->\n\n{VERY}", [(3, "very")]),
    ],
)
def test_scopes(linter: Linter, draft: str, left: list[tuple[int, str]]) -> None:
    assert lines(told(linter, draft)) == left


@pytest.mark.parametrize(
    ("comment", "rule", "message"),
    [
        ("ignore house/advisor", "unused-ignore", "There is nothing here to ignore of house/advisor."),
        ("ignore house/very house/nice", "unused-ignore", "There is nothing here to ignore of house/nice."),
        ("off house/nice", "unused-ignore", "There is nothing here to ignore of house/nice."),
        ("on", "unused-ignore", "This “on” ends nothing."),
        (
            "ignore house/verry",
            "unknown-rule",
            "There is no rule or chapter “house/verry”; did you mean “house/very”?",
        ),
        ("ignore xyzzy", "unknown-rule", "There is no rule or chapter “xyzzy”."),
        (
            "ingore house/very",
            "bad-ignore",
            "This ignore is not understood: there is no “ingore”; did you mean “ignore”?.",
        ),
        (
            "ignore house/very until May",
            "bad-ignore",
            "This ignore is not understood: “May” is no day; write “until 2027-01-31”.",
        ),
        ("ignore house/very until 2026-05-31", "expired-ignore", "This ignore ran out on 2026-05-31."),
        (
            "ignore house/very by Ida Holm until 2026-05-31 -- legal",
            "expired-ignore",
            "This ignore ran out on 2026-05-31. Ask Ida Holm.",
        ),
    ],
)
def test_what_is_wrong_with_an_ignore_is_told(linter: Linter, comment: str, rule: str, message: str) -> None:
    found = told(linter, f"[[{comment}]]\n{VERY}")
    own = [d for d in found if d.rule == f"stylelint/{rule}"]
    assert [d.message for d in own] == [message.replace("?.", "?")]
    assert own[0].line == 1
    still = [d for d in found if d.rule == "house/very"]
    assert bool(still) == ("house/very house/nice" not in comment)


@pytest.mark.parametrize(
    "comment", ["ignore house/very until 2026-06-01", "ignore house/very by Ida until 2026-12-31"]
)
def test_an_ignore_holds_through_its_last_day(linter: Linter, comment: str) -> None:
    assert told(linter, f"[[{comment}]]\n{VERY}") == []


@pytest.mark.parametrize(
    ("reason", "told_"), [("", True), (" --", True), (" -- as printed", False), (" — as printed", False)]
)
def test_a_reason_can_be_made_compulsory(linter: Linter, reason: str, told_: bool) -> None:
    draft = f"[[ignore house/very{reason}]]\n{VERY}"
    strict = Policy(POLICY.ran, known=POLICY.known, reasons=True, today=POLICY.today)
    assert lines(told(linter, draft, strict)) == ([(1, "ignore-without-reason")] if told_ else [])
    assert told(linter, draft) == []


@pytest.mark.parametrize(
    ("names", "unused"),
    [
        ("house/nice", True),
        ("titles/mayor", False),
        ("house", False),
        ("", False),
        ("house/nice house/very", True),
    ],
)
def test_an_ignore_of_a_rule_that_was_not_asked_is_not_called_unused(
    linter: Linter, names: str, unused: bool
) -> None:
    policy = Policy(IDS - {"house/advisor"}, frozenset({"house/advisor", "titles/mayor"}), POLICY.known)
    found = told(linter, f"[[ignore {names}]]\nA boat.\n", policy)
    assert bool(found) == unused


def test_findings_about_ignores_can_be_switched_off(linter: Linter) -> None:
    draft = "[[ignore xyzzy]]\n\n[[ignore house/nice]]\n"
    only = Policy(IDS, known=POLICY.known, own=frozenset({"stylelint/unknown-rule"}))
    assert lines(told(linter, draft, only)) == [(1, "unknown-rule")]


@pytest.mark.parametrize(
    ("draft", "mended"),
    [
        (f"A boat.\n\n[[ignore house]]\n{VERY[:2]}boat.\n", "A boat.\n\nA boat.\n"),
        ("A boat.\n\n[[ignore house]]\n\nA boat.\n", "A boat.\n\nA boat.\n"),
        ("A boat.\r\n\r\n[[ignore house]]\r\n\r\nA boat.\r\n", "A boat.\r\n\r\nA boat.\r\n"),
        ("A boat. [[ignore-line house]]\n", "A boat.\n"),
        ("[[off]]\n\nA boat.\n\n[[on]]\n\nA boat.\n", "A boat.\n\nA boat.\n"),
        (
            "[[ignore house/very, house/nice, house/advisor -- so]]\nA nice boat.\n",
            "[[ignore house/nice -- so]]\nA nice boat.\n",
        ),
        (
            "---\nstylelint: {ignore: [house/very, house/nice]}\n---\nA nice boat.\n",
            "---\nstylelint: {ignore: [house/nice]}\n---\nA nice boat.\n",
        ),
        (
            "---\nstylelint: {ignore: [house/nice, house/very]}\n---\nA nice boat.\n",
            "---\nstylelint: {ignore: [house/nice]}\n---\nA nice boat.\n",
        ),
        (
            "---\nstylelint: {ignore: [house/very]}\n---\nA boat.\n",
            "---\nstylelint: {ignore: []}\n---\nA boat.\n",
        ),
        ("---\nstylelint: house/very\n---\nA boat.\n", "---\nstylelint: []\n---\nA boat.\n"),
        (
            "---\nstylelint:\n  ignore:\n    - house/very -- so\n    - house/nice\n---\nA nice boat.\n",
            "---\nstylelint:\n  ignore:\n    - house/nice\n---\nA nice boat.\n",
        ),
    ],
)
def test_what_is_of_no_use_can_be_taken_out(linter: Linter, draft: str, mended: str) -> None:
    draft = comments(draft)
    for _ in range(3):
        fixes = [d.fix for d in told(linter, draft) if d.fix and d.rule.startswith("stylelint/")]
        assert all(fix.safe for fix in fixes)
        draft = apply(draft, [edit for fix in fixes for edit in fix.edits])
    assert draft == comments(mended)
    assert not [d for d in told(linter, draft) if d.rule.startswith("stylelint/")]


def test_an_expired_ignore_is_taken_out_only_by_a_person(linter: Linter) -> None:
    [spent] = [d for d in told(linter, f"[[ignore until 2020-01-01]]\n{VERY}") if d.rule in RULES]
    assert spent.fix and not spent.fix.safe


def test_plain_text_has_no_comments(linter: Linter) -> None:
    draft = f"[[off]]\n\n{VERY}"
    assert lines(told(linter, draft, path="a.txt")) == [(3, "very")]


WORDS = (
    "<!--",
    "-->",
    " stylelint: ",
    "ignore",
    "off",
    "on ",
    "house",
    "`",
    "\n",
    "> ",
    "- ",
    "--",
    " until ",
)


@given(st.lists(st.sampled_from(WORDS)).map("".join))
def test_no_draft_makes_it_stumble(draft: str) -> None:
    document = read("a.md", draft.encode())
    for directive in directives(document):
        assert draft[slice(*directive.span)].startswith("<!--")
    assert all(d.rule in RULES for d in suppress(document, [], POLICY))
