"""Pieces of prose, as readers hand them over."""

from __future__ import annotations

from array import array
from itertools import chain

from stylelint.document import Pieces


def pieces(*rows: tuple[int, int, int, int]) -> Pieces:
    """Return pieces of these starts and ends in the prose, then in the source."""
    return Pieces(array("q", chain(*rows)).tobytes())
