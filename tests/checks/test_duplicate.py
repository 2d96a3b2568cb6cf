"""The kind `duplicate`: what stands in an article twice, and what only looks as if it did."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.checks._likeness import Twins, compared
from stylelint.checks._twins import Wanted, twins
from stylelint.checks.base import View
from stylelint.checks.duplicate import _SAME, Duplicate
from stylelint.document import Document, Span
from stylelint.readers import read

POOL = "The council voted on Tuesday to close the swimming pool in Harrow Lane for two years."
LIBRARY = "The library in Mill Street will open on Sundays until Easter, the mayor said in a letter."
LATER = "The council voted late on Tuesday to close the swimming pool in Harrow Lane for two years."
FILLER = "The mayor says here in a few words what Lorem Ipsum means to her, and nothing else at all."
CAPTION = "The swimming pool in Harrow Lane stands empty after the flood, with boats moored at its edge."


def draft(*paragraphs: str) -> Document:
    return read("draft.txt", "\n\n".join(paragraphs).encode())


def compare(one: str, other: str) -> Twins:
    text, middle = one + other, len(one)
    return compared(text, text, (Span(0, middle), Span(middle, len(text))), [(0, 1)])[0]


def found(check: Duplicate, *paragraphs: str) -> list[tuple[int, bool, tuple[int, ...]]]:
    """Index of each block that is reported, whether for certain, and the blocks it points at."""
    document = draft(*paragraphs)
    return [
        (document.index_at(f.start), f.sure, tuple(document.index_at(start) for start, _, _ in f.related))
        for f in sorted(check.find(View(document, check.scope, check.quotes)), key=lambda f: f.start)
    ]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ((POOL, LIBRARY, POOL), [(2, True, (0,))]),
        ((POOL, LIBRARY, POOL.replace("council voted", "council  voted")), [(2, True, (0,))]),
        ((POOL, POOL, POOL), [(1, True, (0,)), (2, True, (0,))]),
        ((POOL, LIBRARY), []),
        ((POOL, LIBRARY, LATER), []),
        ((POOL, FILLER, LIBRARY, FILLER, POOL), [(3, False, (1,)), (4, True, (0,))]),
        (("Row, sailor, row.", LIBRARY, "Row, sailor, row."), []),
        (
            ("What would you like the next mayor to do first?", LIBRARY) * 2,
            [(2, False, (0,)), (3, True, (1,))],
        ),
    ],
)
def test_exact_repeats(paragraphs: tuple[str, ...], expected: list[object]) -> None:
    assert found(Duplicate(), *paragraphs) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ((POOL, LIBRARY, LATER), [(2, False, (0,))]),
        ((POOL + " " + LIBRARY, "And so it is.", LATER + " " + LIBRARY), [(2, True, (0,))]),
        ((POOL, LIBRARY, POOL), []),
        (("“" + POOL + "”", LIBRARY, POOL), [(2, True, (0,))]),
        # A post and the sentence that quotes it.
        ((f"“{POOL[:-1]},” she wrote.", f"{POOL} — Ann Roe (@annroe) May 1"), [(1, False, (0,))]),
    ],
)
def test_near_repeats(paragraphs: tuple[str, ...], expected: list[object]) -> None:
    assert found(Duplicate(near=0.6, sure=0.85), *paragraphs) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            (POOL, f"Nobody was surprised that spring. “{POOL}” So the minutes have it. {LIBRARY}"),
            [(0, True, (1,))],
        ),
        ((f"{LIBRARY} {POOL} That was all that night.", POOL), [(1, True, (0,))]),
        ((POOL, LIBRARY), []),
        # Not a sentence: a crosshead that the text takes up.
        ((POOL[:-1], f"{LIBRARY} {POOL} That was all that night."), []),
        # So much longer is no paragraph.
        ((POOL, " ".join([POOL, *(f"{LIBRARY} {number}" for number in range(40))])), []),
    ],
)
def test_one_text_inside_another(paragraphs: tuple[str, ...], expected: list[object]) -> None:
    assert found(Duplicate(contained=True), *paragraphs) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            (CAPTION, CAPTION + " (Metin Duru/Harbour Agency via Getty Images)"),
            [(0, True, (1,)), (1, True, (0,))],
        ),
        ((CAPTION, CAPTION, "(Reuters)"), [(0, True, (1,)), (1, True, (0,))]),
        ((CAPTION + " Photograph: Metin Duru/Reuters", POOL, CAPTION), [(0, True, (2,)), (2, True, (0,))]),
        ((CAPTION, POOL, CAPTION), []),
        ((CAPTION + " (Reuters)", POOL + " (Reuters)"), []),
    ],
)
def test_captions_with_and_without_credit(paragraphs: tuple[str, ...], expected: list[object]) -> None:
    assert found(Duplicate(strip_credits=True, near=0.85, both=True), *paragraphs) == expected


@pytest.mark.parametrize(
    ("paragraphs", "gone"),
    [
        ((CAPTION, CAPTION + " (Reuters)"), [0]),
        ((CAPTION + " (Reuters)", CAPTION), [1]),
        ((CAPTION + " (Reuters)", CAPTION + " (Reuters)"), [1]),
    ],
)
def test_the_copy_with_the_credit_stays(paragraphs: tuple[str, ...], gone: list[int]) -> None:
    check, document = Duplicate(strip_credits=True, both=True), draft(*paragraphs)
    assert [document.index_at(f.start) for f in check.find(View(document)) if f.remove] == gone


def test_a_paragraph_with_a_credit_is_left_to_the_rule_for_captions() -> None:
    assert found(Duplicate(), CAPTION + " (Reuters)", POOL, CAPTION + " (Reuters)") == []


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ((f"{CAPTION} {POOL}", f"{POOL} {LIBRARY}"), [(1, True, (0,))]),
        ((f"{CAPTION} {POOL}", f"{LATER} {LIBRARY}"), []),
        ((POOL, f"{POOL} {LIBRARY}"), []),
    ],
)
def test_sentences(paragraphs: tuple[str, ...], expected: list[object]) -> None:
    assert found(Duplicate(within="sentences"), *paragraphs) == expected


def test_what_rules_do_not_read_still_tells_two_paragraphs_apart() -> None:
    one, other = (
        f"Read the minutes of the council at https://example.org/{n} before the vote." for n in (1, 2)
    )
    assert found(Duplicate(), one, other) == []


def test_filler_is_repeated_on_purpose() -> None:
    filler = "Lorem ipsum dolor sit amet, and so on for as long as the column that it fills is wide."
    assert found(Duplicate(), filler, POOL, filler) == [(2, False, (0,))]


def test_a_line_that_is_no_heading_of_the_page_is_told_where_it_repeats() -> None:
    line, scope = "Vote here for the boat that should be raised first", frozenset({"paragraph", "crosshead"})
    for name, mark, expected in (("a.txt", "", 1), ("a.md", "## ", 0)):
        text = f"{POOL}\n\n{mark}{line}\n\n{LIBRARY}\n\n{mark}{line}\n\n{LATER}"
        found = list(Duplicate().find(View(read(name, text.encode()), scope, "any")))
        assert [finding.sure for finding in found] == [False] * expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"![{CAPTION}](a.jpg)\n\n*{CAPTION}*", 1),
        (f"![{CAPTION}](a.jpg)\n*{CAPTION}*", 1),
        (f'{{{{< figure alt="{CAPTION}" caption="{CAPTION}" >}}}}', 1),
        (f'<figure><img alt="{CAPTION}"><figcaption>{CAPTION}</figcaption></figure>', 1),
        (f'![{CAPTION}](a.jpg)\n\n{LIBRARY}\n\n![{CAPTION}](a.jpg "{CAPTION}")', 0),
        (f"![{CAPTION}](a.jpg)\n\n{LIBRARY}\n\n{LATER}\n\n{POOL}\n\n{CAPTION}", 0),
        (f"![The pool, empty, in rain](a.jpg)\n\n*{CAPTION}*", 0),
    ],
)
def test_a_caption_and_the_text_that_stands_for_its_picture(text: str, expected: int) -> None:
    scope = frozenset({"caption", "paragraph", "metadata"})
    view = View(read("draft.md", text.encode()), scope, "any")
    assert len(list(Duplicate(one="alt", near=0.85, min_words=6).find(view))) == expected


@pytest.mark.parametrize(
    "check", [Duplicate(near=1.5), Duplicate(near=0.5, sure=-1), Duplicate(within="sentences", near=0.5)]
)
def test_options_that_cannot_be(check: Duplicate) -> None:
    assert list(check.problems())


@given(st.lists(st.sampled_from([POOL, LIBRARY, LATER, CAPTION, "Yes.", "İstanbul’da " + POOL]), max_size=8))
def test_every_exact_repeat_is_found_once(paragraphs: list[str]) -> None:
    long = [text for text in paragraphs if text != "Yes."]
    assert len(found(Duplicate(), *paragraphs)) == len(long) - len(set(long))


@given(st.text("ab c.", max_size=60), st.text("ab c.", max_size=60))
def test_likeness_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert compare(one, other) == compare(other, one)
    assert 0 <= compare(one, other).share <= compare(one, other).inside <= 1


@given(st.text("ab c.", max_size=60))
def test_a_text_is_like_itself_as_like_the_same_with_other_blanks(text: str) -> None:
    assert compare(text, text) == compare(text, f" {text}")


@given(st.lists(st.lists(st.sampled_from([POOL, LIBRARY, LATER, CAPTION, "Yes."]), min_size=1), max_size=6))
def test_the_quick_look_hides_no_sentence(paragraphs: list[list[str]]) -> None:
    document = draft(*map(" ".join, paragraphs))
    whole = list(Duplicate(within="sentences", min_words=6).find(View(document)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Duplicate, "_wanted", Wanted(inside_below=_SAME))
        assert list(Duplicate(within="sentences", min_words=6).find(View(document))) == whole


def pairs(*paragraphs: str) -> list[tuple[int, int]]:
    document = draft(*paragraphs)
    return [two[:2] for two in twins(document, None, Wanted())]


def test_many_copies_give_few_pairs() -> None:
    assert len(pairs(*[POOL] * 2000)) < 3 * 2000


def test_what_stands_before_a_block_hides_no_passage() -> None:
    assert pairs(f"\u200b {CAPTION}", POOL, f"\u200b {CAPTION}") == [(0, 2)]
