"""Which words must stand in a text for an expression to match at all?"""

from __future__ import annotations

from functools import lru_cache

from stylelint import lazy
from stylelint.factors import factors, shortest
from stylelint.openings import START
from stylelint.parts import LEAST
from stylelint.rarity import rarity, rarity_of
from stylelint.signs import ANY_CASE, SIGNS

_RUN = lazy.regex(f"[^{min(SIGNS)}-{max(SIGNS)}]+")


@lru_cache(maxsize=4096)
def literals(regex: str) -> tuple[str, ...]:
    """Return strings of which one must stand in every text that an expression matches, ignoring case.

    Args:
        regex: in RE2's syntax.

    Returns:
        Casefolded, sorted; to be looked for in casefolded text.  Empty where nothing can be said.
    """
    runs = [_RUN.findall(text.removeprefix(ANY_CASE)) for text in factors(regex.removeprefix(START))]
    words = ([run.casefold() for run in several if run.strip()] for several in runs)
    found = {max(several, key=rarity, default="") for several in words}
    return tuple(sorted(shortest(found))) if rarity_of(found) >= LEAST else ()
