"""GitLab publishes no schema of its code quality reports; this one is ours, made from its documentation."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from stylelint.reporters import Checked
from tests.reporters.awkward import many, said, tricky
from tests.reporters.made import checked, diagnostic

SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def test_it_is_what_gitlab_reads() -> None:
    for results in ([], checked(), [tricky()], [many(200)]):
        issues = json.loads(said("gitlab", results))
        Draft202012Validator(SCHEMA).validate(issues)
        assert len(issues) == sum(len(result.diagnostics) for result in results)
        assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_levels_and_places() -> None:
    issues = json.loads(said("gitlab", checked()))
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info", "minor"]
    assert issues[1]["location"] == {"path": "drafts/a.md", "lines": {"begin": 3, "end": 4}}


def prints(source: str, *words: str, path: str = "a.txt") -> list[str]:
    """The fingerprints of the words in a source, wherever they stand."""
    found = [diagnostic(source, source.index(word), source.index(word) + len(word)) for word in words]
    return [issue["fingerprint"] for issue in json.loads(said("gitlab", [Checked(path, source, found)]))]


BEFORE = "The harbour had been open for nearly forty years when a very old boat sank in the outer basin.\n"


def test_a_fingerprint_stays_when_text_moves_or_is_wrapped_anew() -> None:
    moved = f"A new first paragraph.\n\n{BEFORE}"
    wrapped = BEFORE.replace("a very", "a\nvery").replace("when", "\r\nwhen")
    assert prints(BEFORE, "very") == prints(moved, "very") == prints(wrapped, "very")


def test_a_fingerprint_changes_with_the_words_the_rule_and_the_draft() -> None:
    assert prints(BEFORE, "very") != prints(BEFORE.replace("old boat", "new ship"), "very")
    assert prints(BEFORE, "very") != prints(BEFORE, "old")
    assert prints(BEFORE, "very") != prints(BEFORE, "very", path="b.txt")
