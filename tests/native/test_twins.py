"""What stands there in Python and in C says the same for any arguments."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import stylelint
from stylelint import native

TEXT = st.text(alphabet=st.sampled_from("aZ1 .,\n'\"’‘“”«»‚é€𝄞İßﬁ\u2028\x1a-") | st.characters(codec="utf-8"))
BOUND = st.integers(-3, 40)

ARGUMENTS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    "find_marks": st.tuples(TEXT) | st.tuples(TEXT, BOUND) | st.tuples(TEXT, BOUND, BOUND | st.none()),
}
"""What each function is asked with."""


def test_every_twin_is_asked() -> None:
    """A module is loaded for each of its functions, so that all that is marked is known."""
    load_all()
    assert ARGUMENTS.keys() == native.PYTHON.keys()
    if native.COMPILED is not None:
        made = {name for name, value in vars(native.COMPILED).items() if callable(value) and name[0] != "_"}
        assert made == native.PYTHON.keys() - {"SOURCES"}


@pytest.mark.parametrize("name", sorted(ARGUMENTS))
def test_both_say_the_same(name: str) -> None:
    load_all()
    if native.COMPILED is None:
        pytest.skip("nothing is compiled here")
    compiled, python = getattr(native.COMPILED, name), native.PYTHON[name]

    @given(ARGUMENTS[name])
    def ask(arguments: tuple[Any, ...]) -> None:
        assert compiled(*arguments) == python(*arguments)

    ask()


def load_all() -> None:
    from pkgutil import walk_packages

    for module in walk_packages(stylelint.__path__, "stylelint."):
        if not module.name.endswith("__main__"):
            __import__(module.name)
