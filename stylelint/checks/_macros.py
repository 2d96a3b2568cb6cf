"""What a rulebook may write in an expression for the shapes and the words that page furniture is made of.

`MACROS` are shapes: `{name}` is one or more words that begin with a capital (an outlet, a person, a
programme); `{headline}` any text that does not end like a sentence; `{url}`, `{email}` and `{handle}` also
match where the reader has blotted them out.  `LISTS` are words that many expressions share: months and
weekdays, `{stamp}` all that a line with a date is made of, `{share}` the buttons of a page, `{section}` what
stands in its menu.
"""

from __future__ import annotations

from collections.abc import Mapping

from stylelint.openings import END, START

# Ranges, since RE2 compiles `\p{Lu}` and `\p{L}` to hundreds of states each time they are named: a name costs
# 15 µs so, and 1,200 µs with them.  Where capitals and small letters take turns, either will do.
_CAPITAL = r"A-Z\dÀ-ÖØ-ÞĀ-ɏΑ-ΩЀ-ЯḀ-ỿ"
_LETTER = r"A-Za-z\dÀ-ÖØ-öø-\x{1FFF}\x{3041}-\x{D7FF}"
SMALL = r"a-zß-öø-ÿĀ-ɏα-ωа-џḀ-ỿ"
"""What may stand in a class for a small letter."""

_CAPITALISED = rf"(?-i:[{_CAPITAL}][{_LETTER}.'&-]*)"

MACROS = {
    "{any}": r"[^\n]*",
    "{some}": r"[^\n]+",
    "{headline}": r"[^\n]*[^\n .,:;]",
    "{url}": r"(?:\x1a+|(?:https?://|www\.)[^\n ]+)",
    "{email}": r"(?:\x1a+|[\w.+-]+@[\w-]+\.[\w.-]+)",
    "{handle}": r"(?:@\w+|\x1a+)",
    "{name}": rf"(?:{_CAPITALISED}(?: (?:(?:of|the|and|for|de|van|von) )?{_CAPITALISED})*)",
    "{time}": r"(?:\d+:)?\d+:\d\d",
    "{sep}": r" *[|/•·,:–—-] *",
    "{glue}": r"[ |/•·,–—-]+",
}

GAPS = frozenset({"{any}", "{some}", "{headline}", "{name}"})
"""The macros that stand for any text: what follows them cannot be looked for word by word."""


def _either(words: str) -> str:
    return f"(?:{'|'.join(' '.join(words.split()).split(', '))})"


_MONTH = _either(
    "jan(?:uary)?, feb(?:ruary)?, mar(?:ch)?, apr(?:il)?, may, june?, july?, aug(?:ust)?, sept?(?:ember)?, "
    "oct(?:ober)?, nov(?:ember)?, dec(?:ember)?"
)
_WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_CLOCK = r"""
    \d[\d:/.,-]*(?:st|nd|rd|th)?, [ap]\.?m\b\.?, [ecmp]?[ds]?t, ist, gmt, bst, utc, cet, at, on,
    hrs, local time, eastern, yesterday, today
"""
_SHARE = r"""
    share(?: this(?: article| story| page| link)?| link)?, tweet, pin(?: it)?, post, e-?mail, print,
    save, mail, facebook, twitter, linked ?in, reddit, whatsapp, pinterest, flipboard, tumblr,
    messenger, telegram, sms, google ?\+, google plus, pocket, instapaper, digg, stumbleupon, gab,
    parler, copy(?: the| this)? (?:link|url), link copied, listen to article, bookmark, comments?,
    more, text size
"""
_SECTION = r"""
    home(?:page)?, news, sports?, business, opinions?, politics, culture, lifestyle, life,
    entertainment, world, u\.?s\.?, uk, local, nation, national, tech(?:nology)?, science, health,
    travel, food, video, photos, weather, obituaries, classifieds, jobs, cars, homes, money, arts,
    style, education, environment, economy, markets, editorials?, letters, columns?, podcasts?,
    newsletters?, events, shopping, games, puzzles, e-?paper, subscribe, contact(?: us)?, about(?:
    us)?, careers, help, faqs?, terms(?: of use)?, privacy(?: policy)?, advertise, more, menu,
    search, sign in, log ?in
"""

LISTS = {
    "{month}": _MONTH,
    "{weekday}": _WEEKDAY,
    "{stamp}": rf"(?:{_either(f'{_WEEKDAY}, {_MONTH}, {_CLOCK}')}[ ,.•|()/:@–-]*)+",
    "{share}": _either(_SHARE),
    "{section}": _either(_SECTION),
}


def listed(regex: str) -> str:
    """Return an expression with its lists written out, and its shapes left as they are."""
    return _replaced(regex, LISTS)


def expand(regex: str) -> str:
    """Return an expression with all its macros written out."""
    return _replaced(listed(regex), MACROS)


def _replaced(regex: str, macros: Mapping[str, str]) -> str:
    for macro, meaning in macros.items():
        regex = regex.replace(macro, meaning)
    return regex


def whole(expression: str) -> str:
    """Return an expression for a block that is this."""
    return f"{START}(?:{expand(expression)}){END}"
