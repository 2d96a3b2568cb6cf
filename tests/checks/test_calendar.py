from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint import readers
from stylelint.checks._dates import DAYS, MONTHS, published
from stylelint.checks.base import View
from stylelint.checks.calendar import Calendar
from stylelint.patterns import Pattern


def found(text: str, check: Calendar, when: str = "") -> list[tuple[str, dict[str, str], bool]]:
    document = readers.read("a.txt", text.encode())
    if when:
        document = document._replace(metadata={"date": when})
    view = View(document, check.scope, check.quotes)
    return [(document.prose[f.start : f.end], dict(f.values), f.sure) for f in check.find(view)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Tuesday, March 4, 2020, it rained.", [("Tuesday, March 4, 2020", "Wednesday", "March 3")]),
        ("On Friday, Sept. 11, 2001, it rained.", [("Friday, Sept. 11, 2001", "Tuesday", "September 14")]),
        ("On Monday the 5th of May 2026 it rained.", [("Monday the 5th of May 2026", "Tuesday", "May 4")]),
        ("On Mon., Dec. 31, 2019 it rained.", [("Mon., Dec. 31, 2019", "Tuesday", "December 30")]),
        ("On Tuesday, March 3, 2020, it rained.", []),
        ("On Tuesday, March 4, it rained.", []),
        ("From Friday to Sunday, May 3, 2019 it rained.", []),
        ("Saturday, May 3-5, 2019", []),
        ("Thursday, Sept. 2, 1752", []),
    ],
)
def test_weekdays(text: str, expected: list[tuple[str, str, str]]) -> None:
    seen = found(text, Calendar())
    assert [(text, values["right"], values["near"]) for text, values, _ in seen] == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2020-02-28", ["Tuesday, March 4"]),
        ("2025-03-01", []),
        ("2014-12-20T10:00", []),
        ("spring", []),
        ("", []),
    ],
)
def test_a_date_without_a_year_is_judged_by_that_of_the_draft(when: str, expected: list[str]) -> None:
    # March 4 was a Tuesday in 2014 and 2025.
    assert [text for text, *_ in found("On Tuesday, March 4, it rained.", Calendar(), when)] == expected


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_found_only_where_it_is_wrong(day: date, weekday: int) -> None:
    text = f"It was {DAYS[weekday]}, {MONTHS[day.month - 1]} {day.day}, {day.year}."
    seen = found(text, Calendar())
    assert bool(seen) == (weekday != day.weekday())
    for _, values, sure in seen:
        near = [day + timedelta(days=n) for n in range(-3, 4)]
        wanted = next(d for d in near if d.weekday() == weekday)
        assert values["near"] == f"{MONTHS[wanted.month - 1]} {wanted.day}"
        assert sure is (day.year >= 1924)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ends on June 31.", [("June 31", "June", "30")]),
        ("It ended on 30 February 1988.", [("30 February 1988", "February 1988", "29")]),
        ("It ended Feb. 29, 2019.", [("Feb. 29, 2019", "February 2019", "28")]),
        ("It ended Feb. 29, 1900.", [("Feb. 29, 1900", "February 1900", "28")]),
        ("It ended Feb. 29, 2000.", []),
        ("It ended Feb. 29, 2020, and on Feb. 29 once more.", []),
        ("In June 31 people came.", []),
        ("Of May 45, of 1 May 2010", []),
        ("It ended on 32 August 1988.", [("32 August 1988", "August", "31")]),
        ("In March 0.3 percent came, in May 00.", []),
    ],
)
def test_days_that_are_not(text: str, expected: list[tuple[str, str, str]]) -> None:
    seen = found(text, Calendar(faults="day"))
    assert [(text, values["month"], values["days"]) for text, values, _ in seen] == expected


@pytest.mark.parametrize("day", ["Mon", "Tues", "Wed", "Thurs", "Saturday", "Sun"])
def test_every_weekday_before_a_date_is_waited_for(day: str) -> None:
    check = Calendar()
    for stop, the, date_ in product(
        ("", ".", ",", ".,"), ("", "the "), ("May 4", "Sept. 4", "4 May", "4th of Jan")
    ):
        text = f"On {day}{stop} {the}{date_}, 2020."
        assert any(list(pattern.matches(readers.read("a.txt", text.encode()))) for pattern in check.patterns)
        assert any(Pattern(need).stands_in(text.encode()) for need in check.needs()), text


@pytest.mark.parametrize("month", range(1, 13))
def test_every_day_that_is_not_is_found(month: int) -> None:
    first = 30 if month == 2 else 31 if month in (4, 6, 9, 11) else 32
    for day, name in product(range(28, 40), (MONTHS[month - 1], MONTHS[month - 1][:3])):
        for text in (f"on {name} {day}, 2020", f"on {name}. {day}, 2020", f"on {day}th of {name} 2020"):
            assert bool(found(text, Calendar(faults="day"))) == (day >= first), text


def test_published_reads_the_date_of_the_metadata() -> None:
    document = readers.read("a.txt", b"x")._replace(metadata={"Date": "2020-03-04 10:00"})
    assert published(document) == date(2020, 3, 4)
