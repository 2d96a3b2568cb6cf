"""The kind `unbalanced`: quotation marks and brackets without their other half."""

from __future__ import annotations

import pytest

from stylelint.checks.base import Finding, View
from stylelint.checks.unbalanced import Unbalanced
from stylelint.readers import read
from tests.spending import spent

N = 50_000
QUOTES = ("unclosed", "unopened", "mismatched", "turned", "blank", "styles")


def found(check: Unbalanced, text: str) -> list[Finding]:
    document = read("draft.txt", text.encode())
    return sorted(check.find(View(document, check.scope, check.quotes)), key=lambda f: f.start)


def faults(text: str) -> list[tuple[str, int, str | None]]:
    return [(f.values["fault"], f.start, f.replacement) for f in found(Unbalanced(faults=QUOTES), text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will not sell,” she said.", []),
        ("“We will not sell, she said.", [("unclosed", 0, None)]),
        ("We will not sell,” she said.", [("unopened", 17, None)]),
        ('“We will not sell," she said. “No.”', [("mismatched", 18, "”")]),
        # The article is straight, so the curly mark is the one that is wrong.
        ('“We will not sell," she said. "No."', [("mismatched", 0, '"')]),
        ('"We will not sell,” she said. “No.”', [("mismatched", 0, "“")]),
        ("“We will not sell,“ she said.", [("turned", 18, "”")]),
        ("“ We will not sell,” she said.", [("blank", 1, "")]),
        ("“We will not sell. ” So it was.", [("blank", 18, "")]),
        ("“ ‘Never’ was her word,” he said.", []),
        ('“No,” she said.\n\n"Yes," he said.\n\n“No,” she said.', [("styles", 17, None)]),
        ("The boys' uncle, 6' 2\" tall, left in '98 with the Joneses'.", []),
        ("“We will not sell.\n\n“Not now,” she said.", []),
        ("“We will not sell.\n\nShe said no more that day, and nobody asked.", [("unclosed", 0, None)]),
    ],
)
def test_quotation_marks(text: str, expected: list[object]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("“We will not sell. My father is buried there. “And I will be.”", False),
        ("“We will not sell. My father is buried there. “And I will be,” she said.", True),
        ("“We will not sell my “father’s” land.", True),
    ],
)
def test_paragraphs_run_into_one_line_are_only_asked_about(text: str, sure: bool) -> None:
    assert [f.sure for f in found(Unbalanced(faults=("unclosed",)), text)] == [sure]


@pytest.mark.parametrize(
    "text",
    [
        "“The owners want three things:\n\n- time to sell\n- money for the pier,” she said.",
        "The shoes “ ... may offend,” she said, and “so on ... ” it went.",
    ],
)
def test_marks_that_are_right_though_they_look_wrong(text: str) -> None:
    assert faults(text) == []


def test_a_mismatched_mark_points_at_its_other_half() -> None:
    finding = found(Unbalanced(faults=("mismatched",)), '“We will not sell," she said. “No.”')[0]
    assert finding.related == ((0, 1, "its other mark"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor (re-elected in May) said [sic] nothing {much}.", []),
        ("The mayor (re-elected in May said nothing.", [("(", "unclosed", True)]),
        ("The mayor, re-elected in May), said nothing.", [(")", "unopened", True)]),
        ("“We [the owners will not (ever) sell,” she said.", [("[", "unclosed", True)]),
        ("It was ([late) at night.", [("[", "unclosed", True)]),
        ("[It}speaks for itself.", [("[", "unclosed", True), ("}", "unopened", True)]),
        ("Nothing) came (of it.", [(")", "unopened", True), ("(", "unclosed", True)]),
        ("a) sell b) rebuild, 1) the letter(s), iv) the rest", []),
        ("1) Sell the land", []),
        ("They sent a smiley :) and another ;-( and left.", []),
        ("(This aside opens here.\n\nIt has a middle.\n\nAnd it ends here.)", []),
        ("And (more than that...", [("(", "unclosed", False)]),
        ("try{run(x)}catch(e){}}catch(e){}})(document);", []),
        ("No brackets at all.", []),
    ],
)
def test_brackets(text: str, expected: list[object]) -> None:
    assert [
        (f.values["mark"], f.values["fault"], f.sure) for f in found(Unbalanced(of="brackets"), text)
    ] == expected


def test_a_summary_that_was_cut_off_is_only_asked_about() -> None:
    text = "---\ndescription: The app (it was\n---\n\nThe app (it was late) is out.\n"
    document = read("draft.md", text.encode())
    check = Unbalanced(of="brackets")
    assert [f.sure for f in check.find(View(document, check.scope, check.quotes))] == [False]


def test_brackets_far_apart_are_not_one_pair() -> None:
    text = "\n\n".join(
        ["An aside (opens here.", *["The council met and went home again."] * 9, "It closes) here."]
    )
    assert len(found(Unbalanced(of="brackets"), text)) == 2


@pytest.mark.parametrize(
    "check", [Unbalanced(faults=("crooked",)), Unbalanced(of="brackets", faults=("turned",))]
)
def test_faults_that_there_are_none_of(check: Unbalanced) -> None:
    assert [key for key, _ in check.problems()] == ["faults"]


@pytest.mark.parametrize("opened, closed", [("(", "]"), ("", "x) "), ("([", ")]")])
def test_time_is_linear_in_the_number_of_brackets(opened: str, closed: str) -> None:
    def taken(count: int) -> float:
        text = opened * count + closed * count
        return min(spent(lambda: found(Unbalanced(of="brackets"), text)) for _ in range(3))

    assert taken(N) < 40 * taken(N // 10)
