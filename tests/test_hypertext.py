"""Where parts of HTML end."""

from __future__ import annotations

import pytest

from stylelint.hypertext import after_declaration, after_raw


@pytest.mark.parametrize(
    ("source", "rest"),
    [
        ("<!-- a > b -->c", "c"),
        ("<!-- a --!>c", "c"),
        ("<!-->c", "c"),
        ("<!--->c", "c"),
        ("<!DOCTYPE html>c", "c"),
        ("<?xml a?>c", "c"),
        ("</ a>c", "c"),
        ("<!-- never", ""),
        ("<!never", ""),
    ],
)
def test_declarations(source: str, rest: str) -> None:
    assert source[after_declaration(source, 0, len(source)) :] == rest


@pytest.mark.parametrize(
    ("source", "rest"),
    [("a</b></SCRIPT >c", "</SCRIPT >c"), ("a</scripts></script>", "</script>"), ("a</script", "")],
)
def test_raw_elements(source: str, rest: str) -> None:
    assert source[after_raw(source, 0, len(source), "script") :] == rest
