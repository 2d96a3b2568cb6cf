"""The kind `calendar`: a day of the week that its date did not fall on, and days that no month has."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, NamedTuple

from stylelint.checks._dates import A_DAY, A_MONTH, A_SHORT_DAY, DAYS, MONTHS, day_of, month_of, published
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Document
from stylelint.patterns import Match, Pattern
from stylelint.waiting import known_in_blocks

_ORDINAL = "(?:st|nd|rd|th)?"
_DATES = (
    rf"(?P<month>{A_MONTH})\.? (?P<day>{{day}}){_ORDINAL}(?:,? (?P<year>(?:1[5-9]|20)\d\d))?",
    rf"(?P<day>{{day}}){_ORDINAL} (?:of )?(?P<month>{A_MONTH})\.?(?:,? (?P<year>(?:1[5-9]|20)\d\d))?",
)
_ANY_DAY, _LATE_DAY = r"\d{1,2}", r"29|3\d"
"""A day, and one that some month does not have."""
_NO_DAYS = (
    ("Feb(?:ruary)?", r"29|3\d"),
    ("(?:Apr(?:il)?|June?|Sept?(?:ember)?|Nov(?:ember)?)", "3[1-9]"),
    (A_MONTH, "3[2-9]"),
)
"""Months, and days that they do not have, or not in all years."""
_WEEKDAY = rf"(?P<weekday>{A_DAY})\.?,? (?:the )?"
_SIDE = 40
_GREGORIAN = 1753
"""The first whole year of the calendar of today in Britain and its colonies."""
_EVERYWHERE = 1924
"""The first whole year in which all of Europe kept it."""
_NEAR = timedelta(days=330)


class Day(NamedTuple):
    """A date as it is written: `year` is 0 and `weekday` -1 where they are not given."""

    start: int
    end: int
    day: int
    month: int
    year: int
    weekday: int


@kind
class Calendar(Check):
    """Dates that cannot be: a weekday that does not fit its date, a day that the month does not have.

    Nothing is mended, as only the writer knows which of the two is right.  A date without a year is
    judged only where the draft's metadata has a `date`, and against the years around it.

    Attributes:
        faults: `weekday` (the day of the week is another) or `day` (there is no such day).
    """

    kind = "calendar"
    values = ("right", "weekday", "near", "days", "month")
    quotes = "any"

    faults: Literal["weekday", "day"] = "weekday"

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """American and British dates, with the weekday where that is to be judged."""
        return tuple(Pattern(regex, words=True, needs=self.needs()) for regex in self._regexes)

    @cached_property
    def _regexes(self) -> tuple[str, ...]:
        before, day = (_WEEKDAY, _ANY_DAY) if self.faults == "weekday" else (f"(?:{_WEEKDAY})?", _LATE_DAY)
        return tuple(rf"\b{before}{date_.replace('{day}', day)}" for date_ in _DATES)

    def needs(self) -> tuple[str, ...]:
        if self.faults == "weekday":
            # Of a weekday and a month all ways to write them are too many to be looked for.
            months = "|".join(month[:3] for month in MONTHS)
            whole, short = rf"day\.?,? (?:the )?(?:{months})", rf"\b{A_SHORT_DAY}\.?,? (?:the |[A-Z])"
            return tuple(f"(?-i:{regex})" for regex in (whole, short, self._regexes[1]))
        return (rf"{A_MONTH}\.? (?:29|3\d)", rf"(?:29|3\d){_ORDINAL} (?:of )?{A_MONTH}")

    @property
    def in_blocks(self) -> bool:
        patterns = *self.patterns, self._impossible
        return known_in_blocks([pattern.regex for pattern in patterns], self.needs())

    @cached_property
    def _impossible(self) -> Pattern:
        """What each date has that cannot be; most of those in question can."""
        after = (rf"{month}\.? (?:{days})" for month, days in _NO_DAYS)
        before = (rf"(?:{days}){_ORDINAL} (?:of )?{month}" for month, days in _NO_DAYS)
        return Pattern("|".join((*after, *before)), case=False, needs=self.needs())

    def find(self, view: View) -> Iterator[Finding]:
        if self.faults == "day" and not any(True for _ in view.matches(self._impossible)):
            return
        judge = self._weekday if self.faults == "weekday" else self._day
        for pattern in self.patterns:
            groups = {name.decode(): number for name, number in pattern.program.groupindex.items()}
            for match in view.matches(pattern):
                found = judge(view.document, match, _read(view.document.folded, match, groups))
                if found:
                    yield found

    def _weekday(self, document: Document, match: Match, day: Day) -> Finding | None:
        if _in_range(document.folded, match) or not _exists(day):
            return None
        when = published(document)
        years = (day.year,) if day.year else _years(day, when) if when else ()
        meant = [date(year, day.month, day.day) for year in years]
        if not meant or any(d.weekday() == day.weekday for d in meant) or min(years) < _GREGORIAN:
            return None
        nearest = min(meant, key=lambda d: abs(d - when)) if when else meant[0]
        near = nearest + timedelta(days=(day.weekday - nearest.weekday() + 3) % 7 - 3)
        values = {
            "weekday": DAYS[day.weekday],
            "right": DAYS[nearest.weekday()],
            "near": f"{MONTHS[near.month - 1]} {near.day}",
        }
        return Finding(day.start, day.end, values=values, sure=min(years) >= _EVERYWHERE)

    def _day(self, document: Document, match: Match, day: Day) -> Finding | None:
        if _exists(day) or day.day > 39 or _in_range(document.folded, match):
            return None
        if not (day.year or day.weekday >= 0 or _stands_as_date(document.folded, match)):
            return None
        month = MONTHS[day.month - 1]
        values = {"month": f"{month} {day.year}" if day.month == 2 and day.year else month}
        return Finding(day.start, day.end, values={**values, "days": str(_days(day.month, day.year))})


def _read(text: str, match: Match, groups: dict[str, int]) -> Day:
    """Return the date of a match."""

    def said(name: str) -> str:
        start, end = match.groups[groups[name]]
        return text[start:end] if start >= 0 else ""

    weekday = day_of(said("weekday")) if said("weekday") else -1
    return Day(
        match.start, match.end, int(said("day")), month_of(said("month")), int(said("year") or 0), weekday
    )


def _days(month: int, year: int) -> int:
    """Return how many days a month has; 29 for a February of no known year."""
    if month == 2:
        return (date(year or 2000, 3, 1) - timedelta(days=1)).day
    return 30 if month in (4, 6, 9, 11) else 31


def _exists(day: Day) -> bool:
    return 1 <= day.day <= _days(day.month, day.year)


def _years(day: Day, when: date) -> tuple[int, ...]:
    """Return the years that a date without one may mean in a draft of a known date."""
    years = (when.year - 1, when.year, when.year + 1)
    held = [year for year in years if day.day <= _days(day.month, year)]
    return tuple(year for year in held if abs(date(year, day.month, day.day) - when) <= _NEAR)


def _in_range(text: str, match: Match) -> bool:
    """Tell whether a date is one end of several days, so that its weekday may belong to another."""
    before, after = text[max(0, match.start - _SIDE) : match.start], text[match.end : match.end + 6]
    words = before.split()
    joined = bool(words) and words[-1] in {"and", "or", "to", "through", "thru", "&", "until", "till"}
    return (
        joined
        or before.endswith(("-", "–", "/"))
        or after.lstrip(" ,")[:1] in ("-", "–", "/", "&")
        or (after.startswith((" and ", " to ", " or ")) and after.rstrip()[-1:].isdigit())
    )


def _stands_as_date(text: str, match: Match) -> bool:
    """Tell whether a day and a month without a year can be nothing but a date: “on June 31,”."""
    before = text[max(0, match.start - 8) : match.start].split()
    after = text[match.end : match.end + 1]
    return after in ("", ",", ".", ";", ")", ":", "\n") or (bool(before) and before[-1] in _DATE_COMES)


_DATE_COMES = frozenset({"on", "On", "until", "by", "since", "before", "after", "from"})
