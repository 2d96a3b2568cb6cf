"""Where an expression matches in the blocks of a layer, which are searched all at once."""

from __future__ import annotations

from collections.abc import Iterable

from stylelint.compat.vale.layers import Layer
from stylelint.compat.vale.regexes import Pattern, Places

Located = list[tuple[int, int, int]]
"""Number of a block, start and end of a match in it, code points."""

_NONE: frozenset[int] = frozenset()


def together(pattern: Pattern) -> bool:
    """Tell whether all blocks of a layer can be searched at once for a pattern."""
    return pattern.layered and pattern.loose is not None


def located(pattern: Pattern, layer: Layer) -> Located:
    """Return the places of all matches in a layer.

    Blocks in which a search of all at once would not tell the truth are searched again alone.
    """
    exact = looked_up(pattern, layer)
    if exact is not None:
        return exact
    found = layer.spans(pattern.loose)
    wide = layer.wide if pattern.edges else _NONE
    if not found and not (wide and pattern.wide):
        return []
    starts, sizes = layer.starts, layer.sizes
    over = {index: end for index, _, end in found if end > sizes[index]}
    if not (over or wide) and pattern.fast is not None:
        return found
    again: set[int] = set()
    near: dict[int, Places] = {}
    for index, end in over.items():
        again.update(range(index, layer.index(starts[index] + end) + 1))
    if wide or pattern.fast is None:
        for index, start, end in found:
            if pattern.fast is None or index in wide:
                near.setdefault(index, []).append((start, end))
    if pattern.wide:
        for index in wide:
            near.setdefault(index, [])
    # What the layer keeps is not to be changed.
    found = [one for one in found if one[0] not in again and one[0] not in near]
    for index in sorted({*again, *near}):
        places = None if index in again else near[index]
        found += _again(pattern, layer, index, places, index in wide)
    return found


def looked_up(pattern: Pattern, layer: Layer) -> Located | None:
    """Return the places of all matches of a pattern that looks ahead, if lists have told them.

    Lists know the edges of words of ASCII alone.
    """
    return None if pattern.fast is not None or layer.wide else layer.told(pattern)


def blocks_with(patterns: Iterable[Pattern], layer: Layer) -> Iterable[int]:
    """Return the numbers of the blocks in which one of some patterns may match, in order."""
    found: set[int] = set()
    for pattern in patterns:
        if not together(pattern):
            return range(len(layer.cuts))
        for index, _, end in layer.spans(pattern.loose):
            found.update(range(index, layer.index(layer.starts[index] + end) + 1))
        if pattern.edges:
            found.update(layer.wide)
    return sorted(found)


def _again(pattern: Pattern, layer: Layer, index: int, near: Places | None, wide: bool) -> Located:
    """Return the places of the matches in one block; near those of its loose form, where they are known."""
    text = layer.cuts[index].text
    if near is None:
        places = pattern.spans(text)
    else:
        places = pattern.near_any(text) if wide and pattern.wide else pattern.near(text, near)
    return [(index, start, end) for start, end in places]
