"""YAML as nodes: the same with PyYAML's C loader and without."""

from __future__ import annotations

import pytest
import yaml

from stylelint.errors import UserError
from stylelint.rulebook import nodes


@pytest.fixture(params=["c", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> object:
    """Both of the classes that can compose nodes."""
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    nodes._loader.cache_clear()
    yield request.param
    nodes._loader.cache_clear()


def test_words_stay_words_and_know_their_places(loader: str) -> None:
    root = nodes.parse("a: [no, é, 1.10]\nb: {on: off}".encode(), "x.yml")
    fields = nodes.mapping(root, "a mapping")
    assert [item.value for item in fields["a"].value.value] == ["no", "é", "1.10"]
    assert list(nodes.mapping(fields["b"].value, "a mapping")) == ["on"]
    last = fields["a"].value.value[2]
    assert str(nodes.problem(last, "m")) == "x.yml:1:12: m"


def test_a_byte_order_mark_is_no_part_of_the_first_key(loader: str) -> None:
    assert list(nodes.mapping(nodes.parse(b"\xef\xbb\xbfa: b", "x.yml"), "a mapping")) == ["a"]


@pytest.mark.parametrize(
    "data", [b"[" * 5_000, b"- " * 5_000, b"a: {", b"a: \x01", b"*a", b"a\n---\nb", b"\x00"]
)
def test_what_is_not_yaml_is_one_line(loader: str, data: bytes) -> None:
    with pytest.raises(UserError, match=r"^x\.yml:\d+:\d+: not YAML: [^\n]+$"):
        nodes.parse(data, "x.yml")


def test_data_that_no_file_holds_reads_like_yaml() -> None:
    fields = nodes.mapping(nodes.from_data({"a": ["b", {"c": ""}]}, "x"), "a mapping")
    first, second = nodes.items(fields["a"].value, "a list")
    assert nodes.word(first, "a word") == "b"
    assert nodes.word(nodes.mapping(second, "a mapping")["c"].value, "a word") == ""


def test_a_message_has_an_end() -> None:
    error = nodes.problem(nodes.from_data("a", "x"), "long " * 1000)
    assert len(error.message) <= nodes.MAX_MESSAGE + 1 and error.message.endswith("…")
