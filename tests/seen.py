"""What a lookout sees in a text, as tests ask for it."""

from __future__ import annotations

from stylelint.document import Block
from stylelint.lookout import Lookout
from stylelint.waiting import Owners


class _Each(dict[int, Owners]):
    """Of each number, somebody who has the same."""

    def __missing__(self, number: int) -> Owners:
        return ((number, frozenset({number})),)


class _NoLines(dict[int, None]):
    def __missing__(self, number: int) -> None:
        return None


def each_seen(
    lookout: Lookout, *texts: tuple[str, tuple[Block, ...]]
) -> list[tuple[list[int], list[tuple[int, int]]]]:
    """Return the numbers of what stands in each text, and blocks with the numbers of what stands there."""
    met = lookout.met([*texts], _Each(), _NoLines())
    return [
        (anywhere, sorted((block, number) for number, blocks in here.items() for block in blocks))
        for anywhere, here in met
    ]


def seen_in(
    lookout: Lookout, text: str, blocks: tuple[Block, ...]
) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the same of one text."""
    return each_seen(lookout, (text, blocks))[0]
