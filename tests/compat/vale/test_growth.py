"""Drafts in every format are read in linear time, however odd they are.

Seconds are not looked at, only how many times as much processor time four times the text takes, as in
`tests/test_growth.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.compat.vale.styles import Desk
from tests.spending import spent

SMALL, TIMES, TOO_MUCH = 1_500, 4, 10
"""How many pieces the shorter draft has, how many times as many the longer, and what is too dear."""

NOISE = 0.1
"""Seconds for the longer draft, below which nothing can be told."""

DRAFTS: dict[str, Callable[[int], str]] = {
    "codes.qmd": lambda size: "A {{< cog >}} and a [dory]{.a}.\n\n" * size,
    "roles.myst": lambda size: "See {ref}`cog` and {doc}`cog`, a dory.\n\n" * size,
    "fences.qmd": lambda size: ":::{.a}\n" * size,
    "table.org": lambda size: "| a | b |\n|---\n" * size * 4,
    "tags.org": lambda size: f"* a{' ' * size * 8}b\n",
    "terms.org": lambda size: f"- a{' ' * size * 8}\n",
    "blocks.org": lambda size: "".join(f"#+begin_{number}\na dory\n" for number in range(size)),
    "emphasis.org": lambda size: " *a" * size,
    "list.qdoc": lambda size: f"/*!\n{chr(92)}list\n{chr(92)}li a dory\n" * size,
    "chapters.txt": lambda size: "Chapter 1\n\nA dory.\n\n" * size,
    "texts.toml": lambda size: "".join(f'a{number} = "a dory {number}"\n' for number in range(size)),
    "escapes.toml": lambda size: "".join(f'a{number} = "a \\u0064ory {number}"\n' for number in range(size)),
}


def _spent(desk: Desk, name: str, size: int) -> float:
    text = DRAFTS[name](size)
    return spent(lambda: desk.lint(text, name))


@pytest.mark.parametrize("name", DRAFTS)
def test_four_times_the_draft_takes_about_four_times_as_long(tmp_path: Path, name: str) -> None:
    rule = "extends: existence\nmessage: \"No '%s'.\"\ntokens: [dory]\n"
    sections = (
        "[*.{qmd,myst,org,qdoc,txt}]\nBasedOnStyles = House\n[*.toml]\nBasedOnStyles = House\nView = All"
    )
    desk = Desk(tmp_path, {"Rule": rule}, sections=sections)
    desk.write("styles/config/views/All.yml", "engine: dasel\nscopes: [{expr: all()}]\n")
    desk.lint("A dory.", "a.org")
    for _ in range(4):
        small, large = (_spent(desk, name, size) for size in (SMALL, TIMES * SMALL))
        if large <= TOO_MUCH * max(NOISE / TIMES, small):
            return
    pytest.fail(f"four times the text takes {large / small:.0f} times as long")
