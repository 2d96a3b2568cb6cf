"""What stands there in Python and in C says the same for any arguments."""

from __future__ import annotations

import inspect
from collections import Counter
from copy import deepcopy

import pytest
from hypothesis import given, settings

from stylelint.cli.entries import SHAPES
from tests.native.strategies import mistaken
from tests.native.twins import ARGUMENTS, CASES, TOPICS, Arguments, compiled, in_python, said, typed

NAMES = sorted(ARGUMENTS)


def test_every_twin_is_asked() -> None:
    assert ARGUMENTS.keys() == in_python().keys()
    assert not [name for name, n in Counter(n for topic in TOPICS for n in topic.ARGUMENTS).items() if n > 1]


def test_each_is_there_twice() -> None:
    assert compiled().keys() == in_python().keys()


@pytest.mark.parametrize("name", NAMES)
def test_none_takes_a_name_for_an_argument(name: str) -> None:
    """C takes arguments by their places alone, and so must the twin: end its parameters with `/`."""
    if inspect.isfunction(in_python()[name]):
        kinds = {one.kind for one in inspect.signature(in_python()[name]).parameters.values()}
        assert kinds <= {inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.VAR_POSITIONAL}


@pytest.mark.parametrize("name", NAMES)
def test_both_say_the_same(name: str) -> None:
    in_c, python = compiled()[name], in_python()[name]

    @given(ARGUMENTS[name])
    @settings(deadline=None, max_examples=60)
    def ask(arguments: Arguments) -> None:
        assert said(in_c, arguments) == said(python, arguments)

    ask()


@pytest.mark.parametrize("name", CASES)
def test_both_say_the_same_where_it_is_close(name: str) -> None:
    in_c, python = compiled()[name], in_python()[name]
    for arguments in CASES[name]:
        assert said(in_c, arguments) == said(python, arguments)


@pytest.mark.parametrize("name", NAMES)
def test_a_mistake_is_an_error_and_no_crash(name: str) -> None:
    """C may be the stricter of both, and must not answer where Python does not, or otherwise."""
    in_c, python = compiled()[name], in_python()[name]

    @given(mistaken(ARGUMENTS[name]))
    @settings(deadline=None, max_examples=60)
    def ask(arguments: Arguments) -> None:
        given = deepcopy(arguments)
        try:
            answer = typed(in_c(*arguments))
        except Exception as error:
            assert not isinstance(error, SystemError)
        else:
            assert answer == typed(python(*given))

    ask()


def test_what_c_makes_is_found_again() -> None:
    """Since Python 3.14 a tuple keeps its hash, which whoever lays one out must leave to be worked out."""
    row = ["a/b", "error", "Cut.", "the", 0, 3, 1, 1, 1, 4, [True, [[0, 1, "T"]]], [[1, 1, "First."]]]
    asked: Arguments = ([row], "a.txt", {"a/b": "Because."}, SHAPES)
    assert hash(compiled()["restored"](*asked)) == hash(in_python()["restored"](*asked))
