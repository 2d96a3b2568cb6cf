"""reviewdog's formats: read by a validator of the format, and places in bytes."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from stylelint.reporters import Checked
from tests.reporters.awkward import TRICKY, many, said, tricky
from tests.reporters.made import SOURCE, checked
from tests.reporters.schemas import RDFORMAT, installed


@pytest.mark.network
@pytest.mark.parametrize("results", [checked(), [tricky()], [many(50)]], ids=["some", "tricky", "many"])
@pytest.mark.parametrize("name", ["rdjson", "rdjsonl"])
def test_it_is_valid(name: str, results: list[Checked]) -> None:
    program = installed(RDFORMAT) / "@umbrelladocs/rdformat-validator/bin/rdformat-validator.js"
    document = said(name, results)
    # The validator reads one value: of JSON Lines, each line is one.
    for value in document.splitlines()[:5] if name == "rdjsonl" else [document]:
        done = subprocess.run(
            ["node", program, "--strict", "--no-extra-fields"],
            input=value, encoding="utf-8", capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr


def stretch(source: str, range_: dict[str, Any]) -> str:
    """What a range names, counted in lines and bytes."""
    lines = [line.encode() for line in source.splitlines(keepends=True)] + [b""]
    starts = [sum(map(len, lines[:n])) for n in range(len(lines))]
    start, end = (starts[range_[key]["line"] - 1] + range_[key]["column"] - 1 for key in ("start", "end"))
    return source.encode()[start:end].decode()


@pytest.mark.parametrize(
    ("results", "source"), [(checked()[:1], SOURCE), ([tricky()], TRICKY.replace("\x1b", "?"))]
)
def test_places_are_bytes_from_one_and_ends_exclusive(results: list[Checked], source: str) -> None:
    records = [json.loads(line) for line in said("rdjsonl", results).splitlines()]
    found = [diagnostic.text.replace("\x1b", "?") for diagnostic in results[0].diagnostics]
    assert [stretch(source, r["location"]["range"]) for r in records] == found


def test_suggestions_replace_what_they_name() -> None:
    records = [json.loads(line) for line in said("rdjsonl", [tricky()]).splitlines()]
    assert records[0]["suggestions"][0]["text"] == "<&>"
    assert "suggestions" not in records[1]
    both = records[4]["suggestions"][0]
    assert (stretch(TRICKY, both["range"]), both["text"]) == ("two\ttwo", "one\t1")


def test_rdjson_holds_the_same_diagnostics() -> None:
    document = json.loads(said("rdjson", checked()))
    lines = [json.loads(line) for line in said("rdjsonl", checked()).splitlines()]
    assert document["source"] == {"name": "stylelint"}
    assert [{**d, "source": document["source"]} for d in document["diagnostics"]] == lines
    assert [d["severity"] for d in lines] == ["ERROR", "WARNING", "INFO", "WARNING"]
    assert json.loads(said("rdjson", []))["diagnostics"] == []
