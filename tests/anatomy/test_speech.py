"""Direct speech and faulty quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.anatomy.speech import speech
from stylelint.document import Document
from stylelint.readers import read

STORY = "The council met on Tuesday evening to look at the plans for the bridge and the road beside it."


def parse(text: str, name: str = "a.txt") -> Document:
    return read(name, text.encode())


def quoted(text: str) -> list[str]:
    document = parse(text)
    return [document.prose[q.start : q.end] for q in speech(document).quotations if not q.depth]


def faults(text: str, name: str = "a.txt") -> list[tuple[str, str]]:
    return [(f.kind, f.mark) for f in speech(parse(text, name)).faults]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody spoke.", []),
        ("“Yes,” she said. “No.”", ["“Yes,”", "“No.”"]),
        ('"Yes," she said. "No."', ['"Yes,"', '"No."']),
        ("‘Yes,’ she said. ‘No.’", ["‘Yes,’", "‘No.’"]),
        ("'Yes,' she said. 'No.'", ["'Yes,'", "'No.'"]),
        ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]),
        ("‘He said “no” to me,’ she said.", ["‘He said “no” to me,’"]),
        ("“‘No’ is what he said,” she said.", ["“‘No’ is what he said,”"]),
        ("“He said, ‘No.’”", ["“He said, ‘No.’”"]),
        ("\"He said, 'No.'\"", ["\"He said, 'No.'\""]),
        ("It’s Roe’s; don't ask the boys’ mother or the girls' aunt.", []),
        ("The ’90s and '80s, rock ’n’ roll, 'em and ’tis.", []),
        ("‘The boys’ club is shut,’ she said.", ["‘The boys’ club is shut,’"]),
        ("‘I don’t know,’ she said, ‘what it’s for.’", ["‘I don’t know,’", "‘what it’s for.’"]),
        ("He is 6'2\" tall, and she is 5' 11\".", []),
        ('A 12" disc.', []),
        ("She called it “a ‘win’ of sorts”; he did not.", ["“a ‘win’ of sorts”"]),
        ("(“Quite so.”)", ["(“Quite so.”)"[1:-1]]),
        ("She said—“never”—and left.", ["“never”"]),
        ("She wrote: „Nein“, and left.", ["„Nein“"]),
        ("«Non», she said.", ["«Non»"]),
        ("Read »more« now »", ["»more«"]),
        ("“We go,’’ she said. “And now.’’", ["“We go,’’", "“And now.’’"]),
        ("‘‘We go,’’ she said.", ["‘‘We go,’’"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
    assert faults(text) == []


@pytest.mark.parametrize(
    "between",
    [
        "",
        "GET THE NEWS APP\n\n",
        "See also\xa0 A bridge too far for the council\n\n",
        "The road\n\n",
        "The bridge at dawn in March.\n(Jane Roe/Reuters)\n\n",
        "Sign up now!\n\nThe road\n\n",
    ],
)
@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "‘’"])
def test_a_quotation_runs_on_over_paragraphs(between: str, opening: str, closing: str) -> None:
    first = f"{opening}We shall see what comes of it in the end."
    text = f"{first}\n\n{between}{opening}Then we go,{closing} he said.\n"
    found = speech(parse(text))
    assert found.faults == ()
    assert [(q.closed, q.continued) for q in found.quotations] == [(False, True), (True, False)]


def test_a_quotation_in_a_quotation_runs_on_with_it() -> None:
    assert faults("“She told me, ‘Go, and do not come back.\n\n“‘And take the dog,’ she said.”") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"“We shall see, he said.\n\n{STORY}\n", [("unclosed", "“")]),
        (f'"We shall see, he said.\n\n{STORY}\n', [("unclosed", '"')]),
        ("We shall see,” he said.", [("unopened", "”")]),
        ('We shall see," he said.', [("unopened", '"')]),
        ('“We shall see," he said.', [("mismatched", '"')]),
        ('"We shall see,” he said.', [("mismatched", "”")]),
        ("”We shall see,” he said.", [("turned", "”")]),
        ("“We shall see,“ he said.", [("turned", "“")]),
        ("“I am here, he said. “And I stay.”", [("unclosed", "“")]),
        ('"I am here, he said. "And I stay."', [("unclosed", '"')]),
        ("“He called it ‘a win,” she said.", [("unclosed", "‘")]),
        (
            "“It began well.\n\nAnd it ended well for us all in that long, warm year,” he said.",
            [("unopened", "”")],
        ),
    ],
)
def test_faults(text: str, expected: list[tuple[str, str]]) -> None:
    assert faults(text) == expected


def test_a_fault_knows_its_place() -> None:
    document = parse("One.\n\nHe left,” she said.")
    (fault,) = speech(document).faults
    assert document.prose[fault.start : fault.end] == fault.mark == "”"


@pytest.mark.parametrize(
    ("part", "covered", "touched"),
    [
        ("Yes", True, True),
        ("“Yes,”", True, True),
        ("she", False, False),
        ("Yes,” she", False, True),
        ("no", True, True),
    ],
)
def test_covers_and_touches(part: str, covered: bool, touched: bool) -> None:
    document = parse("“Yes,” she said, “‘no’ it is.”")
    start = document.prose.index(part)
    found = speech(document)
    assert found.covers(start, start + len(part)) is covered
    assert found.touches(start, start + len(part)) is touched


def test_block_quotes_are_quotations_whole() -> None:
    document = parse("> The Secretary General thanked them.\n\nThe end.", "a.md")
    assert speech(document).covers(4, 12)
    assert not speech(document).covers(document.prose.index("The end"), len(document.prose) - 1)


def test_code_and_addresses_have_no_quotation_marks() -> None:
    assert faults('Type `print("` and read.\n\n```\nx = "\n```\n', "a.md") == []


def test_new_roles_are_looked_at_anew() -> None:
    document = parse(f"“We go on.\n\n{STORY}\n\n“And on,” he said.")
    assert len(speech(document).faults) == 1
    assert speech(document.with_roles({1: "furniture"})).faults == ()


@given(st.text(alphabet=st.sampled_from("ab. ,\n“”\"'‘’„«»s5(-—"), max_size=80))
def test_any_marks_give_places_in_order(text: str) -> None:
    document = parse(text)
    found = speech(document)
    assert list(found.quotations) == sorted(found.quotations)
    for quotation in found.quotations:
        block = document.block_at(quotation.start)
        assert block is not None
        assert quotation.end <= block.end
        assert found.covers(quotation.start, quotation.end)
    for fault in found.faults:
        assert document.prose[fault.start : fault.end] == fault.mark


@pytest.mark.parametrize(
    "text", ["“a " * 50_000, "a' " * 50_000, "'a " * 50_000, '" ' * 50_000, "‘“’”" * 30_000]
)
def test_many_marks_take_linear_time(text: str) -> None:
    speech(parse(text))
