"""The names of days and months, and the date of a draft."""

from __future__ import annotations

from datetime import date

from stylelint.document import Document

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
A_SHORT_DAY = "(?:Mon|Tues?|Wed|Wednes|Thu(?:rs?)?|Fri|Sat|Satur|Sun)"
"""RE2 for the name of a weekday without its end."""
A_DAY = f"{A_SHORT_DAY}(?:day)?"
"""RE2 for the name of a weekday, whole or cut short."""
A_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
"""RE2 for the name of a month, whole or cut short."""
_KEYS = ("date", "published", "pubdate", "publishdate", "publish-date", "publish_date")


def day_of(name: str) -> int:
    """Return the number of a weekday from its name or the beginning of it, Monday being 0."""
    return _index(DAYS, name)


def month_of(name: str) -> int:
    """Return the number of a month, 1 to 12, from its name or the beginning of it."""
    return _index(MONTHS, name) + 1


def _index(names: tuple[str, ...], name: str) -> int:
    return next(i for i, whole in enumerate(names) if whole[:3] == name[:3])


def published(document: Document) -> date | None:
    """Return the date in a draft's metadata, None where it has none that can be read."""
    for key, value in document.metadata.items():
        if key.lower() in _KEYS:
            try:
                return date.fromisoformat(value.strip()[:10])
            except ValueError:
                return None
    return None
