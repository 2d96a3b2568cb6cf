"""Who speaks in a text under a surname alone?"""

from __future__ import annotations

from collections.abc import Container

from stylelint import lazy
from stylelint.checks._dates import DAYS, MONTHS
from stylelint.checks._mentions import CAPITAL, LETTER, PARTICLES
from stylelint.checks._phrases import firsts, places
from stylelint.checks._vocabulary import OPENERS, words_of

_SAYS = (
    " (?:also |then |later |has |had )?(?:said|says|told|tells|added|adds|asked|wrote|writes|tweeted|argued|"
    r"argues|noted|testified|replied|explained|recalled|insisted|declined|warned)\b"
)
# What is no name goes by sooner where its verb is looked for before its letters are.
_SPEAKERS = lazy.regex(rf"([{CAPITAL}](?<!\w.)(?=[\w'-]{{1,39}}{_SAYS})(?:{LETTER}|['-]){{1,39}}){_SAYS}")
"""A name and what only a person does after it."""

_LED = lazy.regex(r"(?:[A-Z][\w'-]*|\.) \Z")

GAP = 25
"""Code points that initials and particles between two names may take."""

NO_FIRST_NAME = words_of(
    "President Senator Governor Secretary Minister Chancellor Mayor General Judge Justice Chairman "
    "Speaker Pope Prince King Queen Princess Duke Representative Congressman Congresswoman Director "
    "Professor Former The New North South East West St San Los Las El Mr Mrs Ms Miss Dr Sen Rep Gov Lake "
    "Mount Fort Port Saint Santa Republican Democratic American Democrat Republicans Democrats "
    "Conservative Labour Labor Liberal Chief Officer Detective Sergeant Captain Lieutenant Colonel Major "
    "Admiral Sheriff Coach Attorney Special Vice House Senate White Ambassador Commissioner Doctor Sister "
    "Brother Father Mother Reverend Rev Sir Lord Lady Dame Baroness Premier Deputy Associate Assistant "
    "Counsel Editor Commander Agent Candidate Team Camp Leader Pre Post Anti Pro"
)
NO_FIRST_NAME |= OPENERS | {"As", "If", "Though", "Unlike"}
_BODIES = words_of(
    "Agency Army Assembly Association Authority Bank Board Bureau Cabinet Church City College Command "
    "Commission Committee Company Congress Council County Court Department Foundation Government Group "
    "Guard Institute Ministry Navy Office Parliament Party Police Service Society Union University"
)
"""What speaks and is nobody: “the Treasury Department said”."""

NOBODY = NO_FIRST_NAME | _BODIES | set(DAYS) | set(MONTHS)


def surnames(text: str, nobody: Container[str]) -> list[tuple[str, bool]]:
    """Return the surnames of those who speak, which somewhere stand after another name.

    Args:
        text: folded.
        nobody: what is no surname.

    Returns:
        Each once, as they speak, and whether its first mention follows another capital or a word cut short.
    """
    names = [
        name for name in dict.fromkeys(_SPEAKERS.findall(text)) if not name.isupper() and name not in nobody
    ]
    introduced = {name for name, at in places(text, names) if _introduces(text, at)}
    first = firsts(text, introduced)
    return [(name, _is_led(text, first[name])) for name in names if name in introduced]


def _is_led(text: str, at: int) -> bool:
    return _LED.search(text, max(0, at - GAP), at) is not None


def _introduces(text: str, at: int) -> bool:
    """Tell whether another name may stand before one: a word that is not in lower case, or a particle."""
    before = text[max(0, at - GAP) : at]
    words = before.split()
    return before.endswith(" ") and bool(words) and (not words[-1].islower() or words[-1] in PARTICLES)
