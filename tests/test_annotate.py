"""Ignores are written where they hold, and a draft is looked at a few times, however much is found in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from stylelint.annotate import annotate
from stylelint.diagnostics import Diagnostic
from stylelint.document import Document
from stylelint.engine import Linter
from stylelint.readers import read
from stylelint.rulebook import load
from stylelint.suppress import suppress
from tests.cli.desk import RULEBOOK
from tests.test_suppress import POLICY


class Desk:
    """Looks at texts, and counts how often."""

    def __init__(self, folder: Path) -> None:
        path = folder / "house.yml"
        path.write_text(RULEBOOK, "utf-8")
        self.linter, self.looks = Linter(load([str(path)], Path())), 0

    def look(self, text: str) -> tuple[Document, Sequence[Diagnostic]]:
        self.looks += 1
        document = read("a.md", text.encode())
        found = suppress(document, self.linter.lint(document), POLICY)
        return document, [one for one in found if not one.rule.startswith("stylelint/")]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


IGNORE = "<!-- stylelint: {} {} -->"
BLOCK, LINE = IGNORE.format("ignore", "house/very"), IGNORE.format("ignore-line", "house/very")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A boat.\n", "A boat.\n"),
        ("A very old boat.\n", f"{BLOCK}\nA very old boat.\n"),
        ("A very old boat.\n\nB.\n\nVery.\n", f"{BLOCK}\nA very old boat.\n\nB.\n\n{BLOCK}\nVery.\n"),
        ("- A very old boat.\n- B.\n", f"- A very old boat. {LINE}\n- B.\n"),
        ("|very|a|\n|-|-|\n|b|very|\n", None),
    ],
    ids=["nothing", "one block", "two blocks", "a list", "a table"],
)
def test_where_ignores_are_written(desk: Desk, before: str, after: str | None) -> None:
    done = annotate(before, desk.look, "")
    assert after is None or done == after
    assert not desk.look(done)[1]


@pytest.mark.parametrize(
    "part",
    [
        "A very old boat.\n\n",
        "A very old boat.\n\n- Very.\n- B.\n\nA nice boat.\n\n",
        "|a|b|\n|-|-|\n|b|very|\n\n",
    ],
    ids=["paragraphs", "lists", "tables"],
)
def test_a_draft_is_looked_at_a_few_times_however_much_is_found(desk: Desk, part: str) -> None:
    def looks(times: int) -> int:
        desk.looks = 0
        annotate(part * times, desk.look, "")
        return desk.looks

    assert looks(60) <= looks(6) + 2
