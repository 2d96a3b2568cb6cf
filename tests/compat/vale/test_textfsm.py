"""Views by templates: what of a plain text is prose."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stylelint.compat.vale.loading import read
from stylelint.compat.vale.textfsm import captured, template
from stylelint.errors import UserError
from tests.compat.vale.styles import Desk

LOG = """\
# what a ship's log holds
Value Filldown Ship (\\w+)
Value Required Day (\\d+)
Value List Entry (.+)
Value Mast (\\S+)

Start
  ^ship ${Ship}
  ^day $Day -> Entries

Entries
  ^mast ${Mast}$ -> Next
  ^--$ -> Record Start
  ^stop -> End
  ^wrong -> Error "no such line"
  ^\\s*${Entry}
"""
TEXT = """\
ship Dory
lost words
day 1
first
second
mast oak
mast fir
  third
--
day 2
fourth
stop
fifth
"""


def told(text: str, made: str = LOG) -> list[tuple[str, str]]:
    """Return names and texts in the order in which they are captured, each with its right place."""
    found = []
    for name, said, rows in captured(template(made), text, "a.log"):
        pieces = [text[c:d] for a, b, c, d in rows if b - a == d - c and said[a:b] != "\n"]
        assert "\n".join(pieces) == said
        found.append((name, said))
    return found


def test_a_template() -> None:
    assert told(TEXT) == [
        ("Ship", "Dory"),
        ("Day", "1"),
        ("Entry", "first\nsecond"),
        ("Entry", "third"),
        ("Mast", "fir"),
        ("Day", "2"),
        ("Entry", "fourth"),
    ]


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("^$A", ["one", "two", "three"]),
        ("^one -> Continue\n  ^$A", ["one", "two", "three"]),
        ("^one -> Continue.Record\n  ^$A -> Record", ["one", "two", "three"]),
        ("^$A -> Clear", []),
        ("^t$A", ["wo", "hree"]),
        ("^two -> End\n  ^$A", ["one"]),
        ("^$A -> Other\nOther\n  ^two -> Start", ["one", "three"]),
        ("^$A\n\nEOF", []),
        ("^$A\n\nEOF\n  ^.* -> Record", ["one", "two", "three"]),
        ("^$A -> Record\n\nEOF", ["one", "two", "three"]),
        ("o$A", ["ne"]),
    ],
)
def test_actions(rules: str, expected: list[str]) -> None:
    found = told("one\ntwo\nthree\n", f"Value List A (\\w+)\n\nStart\n  {rules}\n")
    assert [word for _, said in found for word in said.split("\n")] == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Value A\n\nStart\n", "expected “Value Name"),
        ("Value Lst A (b)\n\nStart\n", "no option “Lst”; did you mean “List”?"),
        ("Value A (b)\n\nOther\n", "needs the state “Start”"),
        ("Value A (b)\n\nStart\n  ^${B}\n", "no value “B”"),
        ("Value A (b)\n\nStart\n  ^$A -> Othr\nOther\n", "no state “Othr”; did you mean “Other”?"),
        ("Value A (b)\n\nStart\n  ^$A -> Next.Recrd\n", "“Next.Recrd” is no action"),
        ("Value A (b)\n\nStart\n  ^$A -> Continue Start\n", "is no action"),
        ("Value A (b)\n\nStart\n  ^[$A\n", "“^[$A”: "),
        ("Value A (b)\n\n  ^$A\nStart\n", "stands in no state"),
    ],
)
def test_mistakes(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        template(text)


def test_a_template_that_says_that_a_text_is_wrong() -> None:
    with pytest.raises(UserError, match=r"a\.log:2:1: no such line"):
        told("day 1\nwrong\n")


def test_groups_of_an_expression_are_no_values() -> None:
    assert told("day 1\n", "Value Day (\\d+)\n\nStart\n  ^(?P<word>\\w+) ${Day} -> Record\n") == [
        ("Day", "1")
    ]


def test_a_line_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow:
        def search(self, line: str, timeout: float) -> None:
            raise TimeoutError

    made = template("Value A (b)\n\nStart\n  ^$A\n")
    slow = made._replace(states={"Start": (made.states["Start"][0]._replace(program=Slow()),)})
    with pytest.raises(UserError, match=r"a\.log:1:1: the template takes too long for this line"):
        list(captured(slow, "b\n", "a.log"))


def test_a_view_reads_files_of_any_suffix(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: x\nscope: {}\ntokens: [first, third, Dory, lost]\n"
    desk = Desk(
        tmp_path,
        {"Text": rule.format("text"), "Code": rule.format("entry & code")},
        sections="[*.log]\nBasedOnStyles = House\nView = Log",
    )
    indented = "".join(f"  {line}\n" for line in LOG.splitlines())
    scopes = "scopes:\n- {name: entry, expr: Entry, type: md}\n- {name: ship, expr: Ship}\n"
    desk.write("styles/config/views/Log.yml", f"engine: textfsm\ntemplate: |\n{indented}{scopes}")
    found = desk.lint(TEXT.replace("first", "`first` first"), "a.log")
    assert [(d.rule, d.line, d.column) for d in found] == [
        ("house/text", 1, 6), ("house/code", 4, 2), ("house/text", 4, 9), ("house/text", 8, 3),
    ]  # fmt: skip
    desk.write("styles/config/views/Log.yml", f"engine: textfsm\ntemplate: |\n{indented}scopes:\n- expr: X\n")
    with pytest.raises(UserError, match=r"Log\.yml:\d+:9: the template has no value “X”"):
        read(desk.folder / ".vale.ini")
