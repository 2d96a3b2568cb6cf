"""The kind `required`."""

from __future__ import annotations

import pytest

from stylelint.checks.required import Required
from stylelint.document import Block, Document
from tests.checks.told import problems, told

TEXT = "2026-5-1\nPool shuts\nThe pool in Harrow Lane\nshuts on Friday."
DRAFT = Document(
    "a.md",
    TEXT,
    TEXT,
    (
        Block(0, 8, "metadata", "metadata", key="date"),
        Block(9, 19, "heading", "headline"),
        Block(20, len(TEXT)),
    ),
    format="markdown",
    metadata={"date": "2026-5-1", "author": " "},
)


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        (Required(roles=("headline", "standfirst")), [("standfirst", "2026-5-1")]),
        (Required(metadata=("author", "date", "slug")), [("author", "2026-5-1"), ("slug", "2026-5-1")]),
        (Required(matches={"date": r"^\d{4}-\d\d-\d\d$", "slug": "x"}), [("date", "2026-5-1")]),
        (Required(matches={"date": r"^\d{4}"}), []),
        (Required(roles=("headline", "paragraph"), metadata=("date",)), []),
    ],
)
def test_what_is_missing(check: Required, expected: list[tuple[str, str]]) -> None:
    assert [(d.message, d.text) for d in told(check, DRAFT, message="{missing}")] == expected


def test_only_the_first_line_is_marked() -> None:
    draft = DRAFT._replace(blocks=DRAFT.blocks[2:])
    (found,) = told(Required(roles=("headline",)), draft)
    assert found.text == "The pool in Harrow Lane"


@pytest.mark.parametrize("changed", [{"format": "text"}, {"blocks": ()}])
def test_plain_text_and_empty_drafts_are_not_asked(changed: dict[str, object]) -> None:
    assert not told(Required(roles=("standfirst",), metadata=("slug",)), DRAFT._replace(**changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("check", "key", "part"),
    [
        (Required(roles=("headlin",)), "roles", "no role “headlin”; did you mean “headline”?"),
        (Required(matches={"date": "("}), "matches", "date: not a regular expression"),
        (Required(), "roles", "nothing is required"),
    ],
)
def test_what_cannot_be(check: Required, key: str, part: str) -> None:
    assert part in problems(check)[key]
