"""The kind `consistent`."""

from __future__ import annotations

import pytest

from stylelint.checks.consistent import Consistent
from tests.checks.told import marked, mended, problems, told

GROUPS = (("e-mail", "email"), ("adviser", "advisor"))
WORDS = Consistent(GROUPS, endings=("s", "'s", "ed"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An e-mail. Emails came. E-mailed.", "An e-mail. E-mails came. E-mailed."),
        ("An email and an e-mail.", "An email and an email."),
        ("An e-mail, emails and an email.", "An email, emails and an email."),
        ("E-MAIL and EMAIL’S", "E-MAIL and E-MAIL’S"),
        ("An e-mail to my advisor.", "An e-mail to my advisor."),
        ("An e-mail to my advisor, email to advisers.", "An e-mail to my advisor, e-mail to advisors."),
        ("An e-mail. “No email came,” she said.", "An e-mail. “No email came,” she said."),
        ("My adviser reads the Financial Advisor daily.", "My adviser reads the Financial Advisor daily."),
        ("An email, and emailing, and an e-mailer.", "An email, and emailing, and an e-mailer."),
    ],
)
def test_the_form_used_most_wins_and_of_equals_the_first(text: str, expected: str) -> None:
    assert mended(WORDS, text) == expected


@pytest.mark.parametrize(
    ("prefer", "expected"),
    [
        (("most",), ["e-mail"]),
        (("first",), ["email", "email"]),
        (("email",), ["e-mail"]),
        (("e-mail", "most"), ["email", "email"]),
        (("advisor", "first"), ["email", "email"]),
    ],
)
def test_who_wins_can_be_said(prefer: tuple[str, ...], expected: list[str]) -> None:
    assert marked(Consistent(GROUPS, prefer=prefer), "One e-mail, an email, an email.") == expected


def test_a_form_that_wins_leaves_articles_alone_that_use_one() -> None:
    assert not marked(Consistent(GROUPS, prefer=("email",)), "One e-mail, two e-mail.")


def test_the_other_form_is_pointed_at() -> None:
    (found,) = told(WORDS, "One e-mail.\n\nOne email.", message="{found} {count}, {other} {others}")
    assert found.message == "email 1, e-mail 1"
    assert [(r.line, r.column, r.message) for r in found.related] == [(1, 5, "“e-mail” here")]


def test_forms_can_differ_in_capitals() -> None:
    check = Consistent((("Internet", "internet"),), case=True)
    text = "The Internet grew. Internet firms and the internet shrank."
    assert mended(check, text) == "The Internet grew. Internet firms and the Internet shrank."


def test_forms_can_be_expressions() -> None:
    check = Consistent(((r"\d+ (?:a|p)\.m\.", r"\d+ ?(?:am|pm)"),), regex=True)
    text = "At 5 p.m., at 6 p.m., at 7pm."
    assert marked(check, text) == ["7pm"]
    assert mended(check, text) == text


@pytest.mark.parametrize(
    ("check", "key", "part"),
    [
        (Consistent((("email",),)), "groups", "one form alone"),
        (Consistent((("email", "e-mail"), ("Email", "mail"))), "groups", "“Email” is there twice"),
        (Consistent(GROUPS, prefer=("mail",)), "prefer", "“mail” is neither"),
        (Consistent((("a(", "b"),), regex=True), "groups", "missing )"),
    ],
)
def test_what_cannot_be(check: Consistent, key: str, part: str) -> None:
    assert part in problems(check)[key]
    assert not problems(WORDS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They paid US$5, and the U.S. envoy left.", []),
        ("The U.S. envoy of the U.S. left; the US paid US$5.", ["US"]),
        ("The U.S. envoy left; the US, T-Mobile US and US$5.", ["US"]),
    ],
)
def test_what_stands_in_an_exception_does_not_count(text: str, expected: list[str]) -> None:
    check = Consistent((("U.S.", "US"),), case=True, except_=(r"US\$", "T-Mobile US"))
    assert marked(check, text) == expected


def test_an_exception_that_cannot_be_read_is_reported() -> None:
    assert list(problems(Consistent(GROUPS, except_=("(",)))) == ["except"]


def test_in_a_draw_both_forms_can_be_marked_and_nothing_is_mended() -> None:
    check = Consistent((("G7", "G-7"),), draw="both")
    assert marked(check, "The G7 met. The G-7 left.") == ["G7", "G-7"]
    assert mended(check, "The G7 met. The G-7 left.") == "The G7 met. The G-7 left."
    assert mended(check, "The G7 met. The G-7 left the G-7.") == "The G-7 met. The G-7 left the G-7."
