"""The kind `glued`."""

from __future__ import annotations

import pytest

from stylelint.checks.glued import Glued
from stylelint.readers import read
from tests.checks.told import marked

HEAD = "Ferry sinks off Brekke after storm"
STORY = "The owners said on Monday that the ship could be raised before the summer comes to the coast."


@pytest.mark.parametrize(
    "caption",
    [
        f"{HEAD} The ferry Solveig lies on its side. (Jonas Falk/Nordic Press)",
        f"{HEAD}The ferry Solveig lies on its side. (Jonas Falk/Nordic Press)",
        f"{HEAD} Jonas Falk/Nordic Press via Getty Images",
    ],
)
def test_a_headline_glued_to_a_caption(caption: str) -> None:
    assert marked(Glued(), f"{HEAD}\n\n{caption}\n\n{STORY}\n\n{STORY}\n") == [HEAD]


@pytest.mark.parametrize(
    "caption",
    [
        f"{HEAD}. (Jonas Falk/Nordic Press)",
        f"{HEAD} and flood. (Jonas Falk/Nordic Press)",
        "The ferry Solveig lies on its side. (Jonas Falk/Nordic Press)",
        STORY,
    ],
)
def test_near_misses(caption: str) -> None:
    assert not marked(Glued(), f"{HEAD}\n\n{caption}\n\n{STORY}\n\n{STORY}\n")


def test_short_headlines_begin_many_sentences() -> None:
    assert not marked(Glued(), f"# Ferry sinks\n\nFerry sinks A ship. (Jonas Falk/Nordic Press)\n\n{STORY}\n")


def test_in_markdown_and_html() -> None:
    figure = f'<figure><img src="a.jpg" alt=""><figcaption>{HEAD} The Solveig at noon</figcaption></figure>'
    draft = f"---\ntitle: {HEAD}\n---\n\n{figure}\n\n{STORY}\n"
    assert marked(Glued(), read("a.md", draft.encode())) == [HEAD]
    page = f"<h1>{HEAD}</h1>{figure}<p>{STORY}</p>"
    assert marked(Glued(), read("a.html", page.encode())) == [HEAD]
