"""Vocabularies: what they let through in every kind of rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint.compat.vale.loading import read
from stylelint.errors import UserError
from tests.compat.vale.styles import Desk

ACCEPTED = "Karvi\nmare liberum\n[Cc]oracle\n(?i)byrding\n# a remark\n#karvi\n\nC#\nSmack2?|Dogger\nHoy\\S\n"
KINDS = {
    "existence": "ignorecase: true\ntokens: [karvi, mare, coracles?, byrding]\n",
    "nonword": "nonword: true\ntokens: ['a \\w+']\n",
    "substitution": "swap: {Karvi: ship, karvi: ship, mare: sea}\n",
    "repetition": "tokens: ['\\w+']\n",
    "conditional": "first: '\\b([A-Z]\\w+)\\b'\nsecond: '\\(([A-Z]\\w+)\\)'\n",
    "capitalization": "scope: heading\nmatch: $sentence\nthreshold: 0.99\n",
    "spelling": "",
}


def rule(kind: str, more: str = "") -> str:
    extends = "existence" if kind == "nonword" else kind
    return f"extends: {extends}\nmessage: x\n{KINDS[kind]}{more}"


@pytest.mark.parametrize(
    ("kind", "more", "text", "expected"),
    [
        ("existence", "", "A Karvi, a karvi, a Coracle, a BYRDING.", ["karvi"]),
        ("existence", "", "The mare liberum, a mare.", ["mare", "mare"]),
        ("existence", "vocab: false\n", "A Karvi, a karvi.", ["Karvi", "karvi"]),
        ("nonword", "", "A tale of a Karvi.", ["a Karvi"]),
        ("substitution", "", "A Karvi, a karvi.", ["karvi"]),
        ("substitution", "vocab: false\n", "A Karvi.", ["Karvi"]),
        ("repetition", "", "One Karvi Karvi, one one.", ["one one"]),
        ("repetition", "vocab: false\n", "One Karvi Karvi.", ["Karvi Karvi"]),
        ("conditional", "", "Karvi and Dory.", ["Dory"]),
        ("conditional", "vocab: false\n", "Karvi and Dory.", ["Karvi", "Dory"]),
        ("capitalization", "", "# The Karvi is in\n", []),
        ("capitalization", "", "# The Dory is in\n", ["The Dory is in"]),
        ("capitalization", "vocab: false\n", "# The Karvi is in\n", ["The Karvi is in"]),
        ("spelling", "", "A KARVI, a karvi, mare liberum, liberum, sailde.", ["liberum", "sailde"]),
    ],
)
def test_kinds(tmp_path: Path, kind: str, more: str, text: str, expected: list[str]) -> None:
    desk = Desk(tmp_path, {"Rule": rule(kind, more)}, "Vocab = Fleet")
    desk.write("styles/config/vocabularies/Fleet/accept.txt", ACCEPTED)
    assert desk.told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A karvi and a KARVI, a Karvi.",
            ["Use 'Karvi' instead of 'karvi'.", "Use 'Karvi' instead of 'KARVI'."],
        ),
        ("A coracle, a Coracle, a Byrding.", []),
        ("A CORACLE.", ["Use '[Cc]oracle' instead of 'CORACLE'."]),
        ("The Mare Liberum.", ["Use 'mare liberum' instead of 'Mare Liberum'."]),
        ("A dinghy, no Dinghy.", ["Avoid using 'dinghy'."]),
        ("A SKIFF, no Dinghy.", ["Avoid using 'SKIFF'."]),
        (
            "A smack2, a SMACK, a dogger, a Smack.",
            [
                "Use 'Smack2' instead of 'smack2'.",
                "Use 'Smack' instead of 'SMACK'.",
                "Use 'Dogger' instead of 'dogger'.",
            ],
        ),
        ("A hoyx and a hoy.", ["Use 'Hoy\\S' instead of 'hoyx'."]),
    ],
)
def test_rules_of_vales_own(tmp_path: Path, text: str, expected: list[str]) -> None:
    ini, sections = "Vocab = Fleet, More", "[*]\nBasedOnStyles = Vale\nVale.Spelling = NO"
    desk = Desk(tmp_path, {}, ini, sections)
    desk.write("styles/config/vocabularies/Fleet/accept.txt", ACCEPTED)
    desk.write("styles/config/vocabularies/More/deep/reject.txt", "(?i)skiff\ndinghy\n")
    assert desk.messages(text) == expected


def test_vocabularies_of_before_vale_3(tmp_path: Path) -> None:
    desk = Desk(tmp_path, {"Rule": rule("existence")}, "Vocab = Fleet")
    desk.write("styles/Vocab/Fleet/accept.txt", ACCEPTED)
    assert desk.told("A Karvi, a karvi.") == ["karvi"]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("accept: [Karvi]\nreject: [dory]\n", ["karvi", "dory", "karv", "Karv"]),
        ("accept:\n- karvi\n- karv: {ignorecase: true}\n", []),
        ("accept:\n  '[Kk]arvi?': {regex: true}\n  dory:\n", []),
        (
            "accept:\n- {word: 'karvi?', regex: true}\nreject:\n- {word: DORY, ignorecase: true}\n",
            ["dory", "Karv"],
        ),
        ("accept: [karvi, karv, Karv]\nreject: [a.b]\n", ["a.b"]),
    ],
)  # fmt: skip
def test_a_vocabulary_in_yaml(tmp_path: Path, file: str, expected: list[str]) -> None:
    desk = Desk(tmp_path, {}, "Vocab = Fleet", "[*]\nBasedOnStyles = Vale")
    desk.write("styles/config/vocabularies/Fleet/vocab.yml", file)
    assert desk.told("A karvi, a dory, a karv, a Karv, a.b or a b.") == expected


@pytest.mark.parametrize(
    ("file", "place", "message"),
    [
        ("acept: [karvi]\n", ":1:1", "no key “acept”; did you mean “accept”?"),
        ("accept:\n- karvi: {regx: true}\n", ":2:11", "no option “regx”; did you mean “regex”?"),
        ("accept:\n- {regex: true}\n", ":2:3", "expected one word"),
        ("", ":1:1", "the file is empty; a vocabulary has"),
    ],
)
def test_mistakes_in_a_vocabulary(tmp_path: Path, file: str, place: str, message: str) -> None:
    desk = Desk(tmp_path, {}, "Vocab = Fleet", "[*]\nBasedOnStyles = Vale")
    desk.write("styles/config/vocabularies/Fleet/vocab.yml", file)
    with pytest.raises(UserError) as caught:
        desk.told("A karvi.")
    assert f"vocab.yml{place}" in str(caught.value) and message in str(caught.value)


@pytest.mark.parametrize("name", ["accept.txt", "vocab.yml"])
def test_a_word_that_is_no_expression_is_named(tmp_path: Path, name: str) -> None:
    desk = Desk(tmp_path, {}, "Vocab = Fleet", "[*]\nBasedOnStyles = Vale")
    text = "karvi(\n" if name == "accept.txt" else "accept:\n- karvi(: {regex: true}\n"
    desk.write(f"styles/config/vocabularies/Fleet/{name}", text)
    with pytest.raises(UserError, match=r"“karvi\(” in a vocabulary is no expression: missing \)"):
        desk.told("A karvi.")


def test_what_is_not_read_is_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path, {}, "Vocab = Fleet")
    file = desk.write("styles/config/vocabularies/Fleet/vocab.yml", "accept:\n- karvi: {flags: S}\n")
    (said,) = read(desk.folder / ".vale.ini").not_run
    assert said.startswith(f"Vocab = Fleet: {file}: “affix” and “flags” have no effect")
