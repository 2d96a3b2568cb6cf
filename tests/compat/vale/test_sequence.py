"""Sequences: words in an order, by form and part of speech."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint.compat.vale.tagger import words
from stylelint.errors import UserError
from tests.compat.vale.styles import Desk, marked

HEAD = "extends: sequence\nmessage: '%[1]s/%[2]s'\n"


def told(folder: Path, tokens: str, text: str, more: str = "") -> list[str]:
    return marked(folder, f"{HEAD}{more}tokens:\n{tokens}", text)


@pytest.mark.parametrize(
    ("tokens", "text", "expected"),
    [
        ("- pattern: old\n- pattern: cog", "An old cog, a cog.", ["old cog"]),
        ("- pattern: old\n- pattern: cog", "An old  cog. Old cog.", ["old  cog"]),
        ("- pattern: old|wee\n- pattern: cogs?", "An old cog, wee cogs, oldish cog", ["old cog", "wee cogs"]),
        ("- {pattern: the, negate: true}\n- pattern: cog", "The cog, the cog, a cog.", ["The cog", "a cog"]),
        ("- {pattern: the, negate: true}\n- pattern: cog", "cog here.", ["cog"]),
        ("- pattern: cog\n- {pattern: wheel, negate: true}", "A cog wheel, cog boat.", ["cog boat"]),
        (
            "- pattern: cog\n- {pattern: sank, skip: 2}",
            "A cog sank, cog soon sank.",
            ["cog sank", "cog soon sank"],
        ),
        ("- pattern: cog\n- {pattern: sank, skip: 2}", "A cog one two three sank.", []),
        ("- pattern: cog\n- {pattern: a, skip: 3, min: 2}\n- pattern: z", "cog x a y a z", ["cog x a y a z"]),
        ("- {pattern: a, min: 2}", "a a b a", ["a a"]),
        ("- pattern: old\n- {pattern: cog, target: true}\n- pattern: sank", "An old cog sank.", ["cog"]),
        ("- pattern: do\n- pattern: n't", "They don't.", ["don't"]),
        ("- pattern: cog\n- pattern: \"'s\"", "The cog's mast.", ["cog's"]),
        ("- pattern: cog\n- pattern: ','", "A cog, a dory.", ["cog,"]),
        ("- {pattern: cog, negate: true}", "A dory.", []),
    ],
)  # fmt: skip
def test_by_form(tmp_path: Path, tokens: str, text: str, expected: list[str]) -> None:
    assert told(tmp_path, tokens, text) == expected


@pytest.mark.parametrize(
    ("more", "text", "expected"),
    [
        ("ignorecase: true\n", "Old Cog, old cog.", ["Old Cog", "old cog"]),
        ("exceptions: ['^In[^,]+,']\n", "In old cog days, an old cog sank.", ["old cog"]),
        ("scope: heading\n", "# An old cog\n\nAn old cog.\n\n- An old cog.", ["old cog"]),
        ("scope: ~list\n", "# An old cog\n\nAn old cog.\n\n- An old cog.", ["old cog", "old cog"]),
        ("", "# An old cog\n\nAn old cog.\n\n- An old cog.", ["old cog"] * 3),
        ("", "An old. Cog old cog.", ["old cog"]),
    ],
)
def test_keys(tmp_path: Path, more: str, text: str, expected: list[str]) -> None:
    assert told(tmp_path, "- pattern: old\n- pattern: cog", text, more) == expected


TWICE = "An old cog sank. An old cog rose.\n\nAn old cog swam.\n\nA dory."


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("max: 1\nscope: paragraph\n", [("old cog", "2", 1)]),
        ("max: 2\nscope: paragraph\n", []),
        ("max: 1\n", []),
        ("min: 1\nscope: paragraph\n", [("A", "0", 5)]),
        ("min: 2\nscope: text\n", [("old cog", "1", 3), ("A", "0", 5)]),
    ],
)
def test_sequences_are_counted(tmp_path: Path, more: str, expected: list[tuple[str, str, int]]) -> None:
    rule = f"extends: sequence\nmessage: '%s'\n{more}tokens:\n- pattern: old\n- pattern: cog\n"
    found = Desk(tmp_path, {"Rule": rule}).lint(TWICE)
    assert [(d.text, d.message, d.line) for d in found] == expected


@pytest.mark.parametrize(
    ("tokens", "text", "expected"),
    [
        ("- tag: MD\n- pattern: be\n- tag: VBN", "It should be painted soon.", ["should be painted"]),
        ("- tag: DT\n- tag: JJ\n- tag: NNS?", "They saw the big boats.", ["the big boats"]),
        ("- {tag: NN, pattern: cog}\n- pattern: sank", "The cog sank.", ["cog sank"]),
        ("- upos: DET\n- upos: NOUN", "The boat sank.", ["The boat"]),
        ("- {upos: AUX, negate: true}\n- tag: VBN", "The boat was painted.", []),
    ],
)
def test_by_part_of_speech(tmp_path: Path, tokens: str, text: str, expected: list[str]) -> None:
    pytest.importorskip("textblob")
    assert told(tmp_path, tokens, text) == expected


@pytest.mark.parametrize(
    ("tokens", "message"),
    [("- {tag: NN, upos: NOUN}", "both “tag” and “upos”"), ("- upos: NAME", "no part of speech “NAME”")],
)
def test_mistakes(tmp_path: Path, tokens: str, message: str) -> None:
    pytest.importorskip("textblob")
    with pytest.raises(UserError, match=message):
        told(tmp_path, tokens, "A cog.")


def test_the_message_names_the_words(tmp_path: Path) -> None:
    desk = Desk(tmp_path, {"Rule": f"{HEAD}tokens: [{{pattern: old}}, {{pattern: cog}}]\n"})
    assert desk.messages("An old cog.") == ["old/cog"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's Mr. Lee's self-worth.", ["It", "'s", "Mr.", "Lee", "'s", "self-worth", "."]),
        ("“We can’t,” (U.S.) $5.50…", ["“", "We", "ca", "n’t", ",", "”", "(", "U.S.", ")", "$", "5.50", "…"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    found = words(text)
    assert [word.text for word in found] == expected
    assert all(text.startswith(word.text, word.start) for word in found)
