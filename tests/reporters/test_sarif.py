"""SARIF, held against its published schema and read back."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from stylelint.reporters import Checked, Style
from stylelint.rulebook import loads
from tests.reporters.awkward import TRICKY, many, said, tricky
from tests.reporters.made import SOURCE, checked
from tests.reporters.schemas import sarif_schema


def run_of(results: list[Checked], style: Style | None = None) -> dict[str, Any]:
    document = json.loads(said("sarif", results, style))
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    found: dict[str, Any] = run
    return found


@pytest.mark.parametrize(
    "results", [[], checked(), [tricky()], [many(50)]], ids=["nothing", "some", "tricky", "many"]
)
def test_it_is_valid(results: list[Checked]) -> None:
    schema = json.loads(sarif_schema())
    Draft4Validator(schema).validate(json.loads(said("sarif", results)))


def test_the_schema_refuses_what_is_not_sarif() -> None:
    document = json.loads(said("sarif", checked()))
    del document["runs"][0]["results"][0]["message"]
    assert not Draft4Validator(json.loads(sarif_schema())).is_valid(document)


def test_rules_come_once_with_their_reasons() -> None:
    run = run_of(checked())
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["titles/office", "captions/two", "house/word"]
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "warning", "note"]
    assert rules[0]["help"]["text"] == "NATO writes it so."
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [r["ruleId"] for r in run["results"]]


BOOK = b"""\
chapter: titles
rules:
  office:
    check: banned
    words: [x]
    message: No.
    level: warning
    source: https://desk.example/offices
    why: So it is.
    examples: [{bad: x}, {good: y}]
"""


def test_the_authority_behind_a_rule_is_its_help_page() -> None:
    rule = run_of(checked(), Style(book=loads(BOOK, "b.yml")))["tool"]["driver"]["rules"][0]
    assert rule["helpUri"] == "https://desk.example/offices"
    assert rule["defaultConfiguration"]["level"] == "warning", "as the rule has it, not one finding"


def test_columns_are_code_points_and_say_so() -> None:
    run = run_of(checked())
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][2]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (27, 34)
    end = region["charOffset"] + region["charLength"]
    assert SOURCE[region["charOffset"] : end] == region["snippet"]["text"] == "advisor"


def test_fixes_and_related_places() -> None:
    results = run_of([tricky()])["results"]
    assert "fixes" not in results[1]
    (fix,) = results[4]["fixes"]
    assert fix["description"]["text"] == "A person should look."
    replacements = fix["artifactChanges"][0]["replacements"]
    assert [r["insertedContent"]["text"] for r in replacements] == ["one", "1"]
    line = TRICKY.split("\r\n")[2]
    places = [(r["deletedRegion"]["startColumn"], r["deletedRegion"]["endColumn"]) for r in replacements]
    assert [line[start - 1 : end - 1] for start, end in places] == ["two", "two"]
    assert results[4]["relatedLocations"][0]["message"]["text"] == "first <here>"


def test_addresses_are_escaped_and_come_back() -> None:
    draft = tricky()
    location = run_of([draft], Style(here="/r/copy", tops=("/r",)))["results"][0]["locations"][0]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert not set(' <>"`|') & set(uri) and ":" not in uri
    assert unquote(uri) == f"copy/{draft.path}"


def test_fingerprints_are_there_and_differ() -> None:
    prints = [r["partialFingerprints"]["stylelintContext/v1"] for r in run_of([many(40)])["results"]]
    assert len(set(prints)) == 40
