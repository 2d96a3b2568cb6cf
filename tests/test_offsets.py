"""Offsets in UTF-8 as code points."""

from __future__ import annotations

import pytest

from stylelint.offsets import points


@pytest.mark.parametrize("text", ["", "plain", "é", "aéb’c😀d", "😀😀", "x\u0301y"])
@pytest.mark.parametrize("base", [0, 7])
def test_every_place(text: str, base: int) -> None:
    at = points(text, base)
    assert [at(len(text[:index].encode())) for index in range(len(text) + 1)] == [
        index + base for index in range(len(text) + 1)
    ]
