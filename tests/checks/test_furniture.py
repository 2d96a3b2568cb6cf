"""The kind `furniture`: whole lines, glued stretches, neighbours, and the gates that find them fast."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stylelint.checks import _macros, _stretches
from stylelint.checks._gates import gates
from stylelint.checks._openings import openings
from stylelint.checks.base import View
from stylelint.checks.furniture import Furniture
from stylelint.literals import literals
from stylelint.openings import plain
from stylelint.patterns import Pattern
from stylelint.rulebook.loader import load
from stylelint.rulebook.rule import Rule
from tests.checks.told import marked, mended
from tests.checks.told import plain as plain_text

AD = Furniture(
    lines=("advertisement", "story continues below{any}"),
    heads=("(?-i:ADVERTISEMENT)",),
    tails=("click here(?: to [^\\n.!?]*)?", "you can now listen to {name} articles"),
)


REPORT = "The council voted on Tuesday to close the old pier for a year."
CALLS = Furniture(
    lines=("sign up for (?:our|the) {name}", "{any}\\bby posting, you agree{any}"), max_words=40
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{REPORT} Sign up for the Tide.", ["Sign up for the Tide."]),
        (f"{REPORT}Sign up for the Tide", ["Sign up for the Tide"]),
        (f"{REPORT} By posting, you agree to our terms.", ["By posting, you agree to our terms."]),
        (f"By posting, you agree to our terms. {REPORT}", ["By posting, you agree to our terms."]),
        ("Hundreds had to sign up for the Tide.", []),
        ("She said: “Leave.” “Sign up for the Tide.”", []),
    ],
)
def test_a_line_glued_to_a_paragraph_is_told_alone(text: str, expected: list[str]) -> None:
    assert marked(CALLS, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Advertisement", ["Advertisement"]),
        ("  • ADVERTISEMENT …", ["• ADVERTISEMENT …"]),
        ("One.\n\nStory continues below the map\n\nTwo.", ["Story continues below the map"]),
        ("Advertisement spending fell.", []),
        ("The story continues below the surface.", []),
        ("“Advertisement”", []),  # speech is no furniture
        ("ADVERTISEMENT The pier is closed.", ["ADVERTISEMENT"]),
        ("The pier is closed. Click here to see why.", ["Click here to see why."]),
        ("He said: “Never click here”", []),
        ("the newYou can now listen to Quay articles!", ["the newYou can now listen to Quay articles!"]),
        ("All that is newYou can now listen to Quay articles!", ["You can now listen to Quay articles!"]),
        ("Doubleclick here", []),
        ("", []),
    ],
)
def test_lines_heads_and_tails(text: str, expected: list[str]) -> None:
    assert marked(AD, text) == expected


def test_a_tail_that_can_be_empty_is_found_only_where_it_is_not() -> None:
    check = Furniture(tails=("(?:click here)?",))
    assert marked(check, "The pier is closed. Click here") == ["Click here"]
    assert marked(check, "The pier") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said: “It is closed.”  Click here", ["Click here"]),
        ("It is closed (at last.) (Click here)", ["(Click here)"]),
        ("It is closed.»»Click here", ["Click here"]),
        ("It is closed. » »Click here", ["»Click here"]),
        ("It is closed. “Read on”", ["“Read on”"]),
        ("It is closed.“Read on”", ["Read on”"]),  # a sign that may close the sentence before is its own
    ],
)
def test_a_tail_begins_after_what_closes_the_sentence_before(text: str, expected: list[str]) -> None:
    check = Furniture(tails=("click here[^\\n]*", '"?read on"?'))
    assert marked(check, text) == expected


def test_a_whole_line_goes_with_its_line_ends() -> None:
    assert mended(AD, "One.\n\nAdvertisement\n\nTwo.") == "One.\n\nTwo."
    assert mended(AD, "The pier is closed. Click here.\n") == "The pier is closed.\n"


@pytest.mark.parametrize(
    ("check", "text", "expected"),
    [
        (Furniture(lines=("photos",), max_words=2), "Photos", ["Photos"]),
        (Furniture(lines=("photos{any}",), max_words=2), "Photos of the pier", []),
        (Furniture(lines=("ad",), case=True), "AD", []),
        (Furniture(lines=("read{any}",), unless=("\\bbooks\\b",)), "Read books", []),
        (Furniture(lines=("read{any}",), unless=("x*",)), "Read books", ["Read books"]),
        (Furniture(lines=("email", "print"), together=2), "Email\n\nPrint", ["Email", "Print"]),
        (Furniture(lines=("email", "print"), together=2), "Email\n\nThe pier.\n\nPrint", []),
        (Furniture(lines=("close",), repeats=2), "Close\n\nThe pier.\n\nClose", ["Close", "Close"]),
        (Furniture(lines=("close",), repeats=2), "Close\n\nThe pier.", []),
        (Furniture(lines=("close",), place="end"), "Close" + "\n\nThe pier." * 9 + "\n\nClose", ["Close"]),
        (Furniture(lines=("close",), place="start"), "Close" + "\n\nThe pier." * 9 + "\n\nClose", ["Close"]),
    ],
)
def test_conditions(check: Furniture, text: str, expected: list[str]) -> None:
    assert marked(check, text) == expected


def test_headlines_under_a_label_are_furniture_until_a_paragraph() -> None:
    check = Furniture(lines=("related:",), follows=3)
    links = ["Related:", "Pier to close in May", "Ferry sold to islanders"]
    text = "\n\n".join([*links, "The council voted on Tuesday.", "Pier to open in June"])
    assert marked(check, text) == links
    assert marked(check, "Related:\n\nBy Jane Moorgate and Tom Quay") == ["Related:"]


@pytest.mark.parametrize(("lines", "key"), [((), "lines"), (("(",), "lines")])
def test_problems(lines: tuple[str, ...], key: str) -> None:
    assert [where for where, _ in Furniture(lines=lines).problems()] == [key]


@pytest.mark.parametrize(
    ("expression", "gate", "anchored"),
    [
        ("sign up{any}newsletter", "sign up", True),
        ("(?:get|join) (?:our|{name}) app", "(?:get|join) (?:our|)", True),
        ("{any}toggle caption{any}", "toggle caption", False),
        ("(?:{any} )?poll", "poll", False),
        (r"\d+ years? ago", r"\d+ years? ago", True),
        ("(?i)poll{any}", "poll", True),
        (r"{any}\bpolls\b", r"polls\b", False),
        ("(?:get ){2,3}?our{any}", "(?:get ){2,3}?our", True),
    ],
)
def test_gates(expression: str, gate: str, anchored: bool) -> None:
    found = list(gates(expression))
    assert [(g.regex, g.anchored) for g in found] == [(gate, anchored)]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("sign up{any}newsletter", [("sign up", True)]),
        ("(?:and )*follow us", [("and and ", True), ("and follow us", True), ("follow us", True)]),
        # What begins like many a block is looked for by what is rare in it, if there is anything …
        ("(?:this|our)\\b{any}creative commons", [("creative commons", False)]),
        ("(?:this|our)\\b{any}page", [("our", True), ("this", True)]),
        # … or by an expression for its start, with the sign that the dictionary does without.
        (r"\[(?:read|see)\b{any}", [None]),
        ("{any} – more info", [(" – more info", False)]),
    ],
)
def test_openings(expression: str, expected: list[tuple[str, bool] | None]) -> None:
    assert list(openings(expression)) == expected


@pytest.mark.parametrize(
    ("check", "told", "expected"),
    [
        (AD, set(), ["Advertisement", "Advertisement", "Click here"]),
        (AD, {0}, ["Advertisement", "Click here"]),
        (AD, {0, 1, 4}, []),
        # These hang on other blocks, too.
        (Furniture(lines=("advertisement",), repeats=2), {0}, ["Advertisement", "Advertisement"]),
        (Furniture(lines=("advertisement",), together=2), {1}, ["Advertisement", "Advertisement"]),
        (Furniture(lines=("related:",), follows=1), {2}, ["Related:", "Pier closed for a year"]),
    ],
)
def test_what_is_told_is_not_looked_for_again(check: Furniture, told: set[int], expected: list[str]) -> None:
    ads, links = "Advertisement\n\nAdvertisement", "Related:\n\nPier closed for a year"
    draft = plain_text(f"{ads}\n\n{links}\n\nThe pier is closed. Click here")
    view = View(draft)
    view.told = told
    assert [draft.prose[one.start : one.end] for one in check.find(view)] == expected


def test_what_is_marked_whole_is_noted() -> None:
    view = View(plain_text("Advertisement\n\nThe pier is closed. Click here\n\nAdvertisement"))
    assert len([*AD.find(view)]) == 3
    assert view.told == {0, 2}


@cache
def furniture() -> tuple[Rule, ...]:
    return tuple(rule for rule in load(["furniture"]).rules if isinstance(rule.check, Furniture))


@settings(deadline=None)  # expressions are compiled when they are first used
@given(st.data())
def test_a_gate_misses_nothing(data: st.DataObject) -> None:
    """Where an expression of the rulebook matches a line, its gate matches too."""
    check = data.draw(st.sampled_from([rule.check for rule in furniture()]))
    assert isinstance(check, Furniture)
    texts = [example.text for rule in furniture() for example in rule.examples]
    drawn = data.draw(st.lists(st.sampled_from(texts), min_size=1, max_size=2))
    text = " ".join(drawn).replace("\n", " ")  # as a block is folded
    needs = check.needs()
    ends = _stretches.ends(check.heads, check.tails, ())
    for number, expression in enumerate([*map(_macros.whole, check.lines), *ends[:-1]]):
        if not expression or not list(Pattern(expression, case=False).in_text(text)):
            continue
        needed = needs[number] and list(Pattern(needs[number], case=False).in_text(text))
        assert needed or plain(text).startswith(tuple(check.openings()[number].split("\n")))
        words = literals(expression)
        assert not words or any(word in text.casefold() for word in words)
