"""What is written in C gives back all that it takes, and says so where it gets nothing."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from array import array
from collections import deque
from collections.abc import Iterator
from copy import deepcopy
from itertools import chain

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from stylelint.checks._cue_table import Words, table
from stylelint.checks._lines import handed_over
from stylelint.document import Block
from tests.native.strategies import mistaken
from tests.native.twins import ALONE, Arguments, Function, compiled, parts, said, typed

NAMES = sorted(ALONE)
TIMES = 100
SMALLEST = 16
"""Bytes: no object of Python's has less."""

REQUESTS = 30
SHARED = (None, True, False, (), "", *range(-5, 257), *map(chr, range(256)))
FEW = settings(
    deadline=None, max_examples=8, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow]
)


def ask(function: Function, arguments: Arguments, times: int = TIMES) -> None:
    """Ask a function again and again, whatever it says; what it would change is another each time."""
    given = deepcopy(arguments)
    changes = said(function, arguments)[1] != typed(given)
    for _ in range(times):
        try:
            function(*(deepcopy(given) if changes else arguments))
        except Exception:
            continue


def holders(arguments: Arguments) -> array[int]:
    """Return how often what is asked with is held, and what all share; a list would hold that too."""
    return array("q", map(sys.getrefcount, chain(parts(arguments), SHARED)))


def taken() -> int:
    """Return the bytes that are taken."""
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def kept(function: Function, arguments: Arguments) -> bool:
    """Return whether each time that a function is asked there is more afterwards, or less, than before."""
    held, size = holders(arguments), taken()
    ask(function, arguments)
    if taken() - size > TIMES * SMALLEST // 2:
        return True
    return any(abs(now - was) > TIMES // 2 for was, now in zip(held, holders(arguments), strict=True))


@pytest.fixture
def _traced() -> Iterator[None]:
    tracemalloc.start()
    gc.freeze()  # to collect is quick then
    yield
    gc.unfreeze()
    tracemalloc.stop()


@pytest.mark.usefixtures("_traced")
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_kept(name: str) -> None:
    function = compiled()[name]

    @given(ALONE[name] | mistaken(ALONE[name]))
    @FEW
    def again_and_again(arguments: Arguments) -> None:
        ask(function, arguments, 2)  # what is made once is there
        # Others take and give back as well, but not as much at each of three times.
        assert not all(kept(function, arguments) for _ in range(3))

    again_and_again()


def refused(function: Function, arguments: Arguments, alone: bool) -> Iterator[object]:
    """Yield what a function makes of arguments, and what has become of them, where it gets no memory.

    Args:
        function: to ask.
        arguments: for it.
        alone: whether one request is refused each time, and not all that come after it too.
    """
    testing = pytest.importorskip("_testcapi", reason="this Python has not what its own tests are made with")
    for granted in range(REQUESTS):
        given = deepcopy(arguments)
        gc.collect()  # Python has no lists and tuples in store then
        testing.set_nomemory(granted, granted + 1 if alone else 0)
        try:
            result = function(*given)
        except Exception as error:
            result = type(error)
        finally:
            testing.remove_mem_hooks()
        yield MemoryError if result is MemoryError else (typed(result), typed(given))


@pytest.mark.usefixtures("_traced")
@pytest.mark.parametrize("name", NAMES)
def test_where_memory_ends(name: str) -> None:
    """Each of the first requests for memory is refused in turn, alone or with all that come after it."""
    function = compiled()[name]

    def leaks(arguments: Arguments, alone: bool, expected: object) -> bool:
        before = taken()
        assert all(one in (MemoryError, expected) for one in refused(function, arguments, alone))
        return taken() - before > 2 * SMALLEST

    @given(ALONE[name], st.booleans())
    @FEW
    def refused_one_by_one(arguments: Arguments, alone: bool) -> None:
        expected = said(function, arguments)
        assert not all(leaks(arguments, alone, expected) for _ in range(3))

    refused_one_by_one()


def cues_asked(answer: list[int]) -> Arguments:
    """Return what CueBook is asked with where it asks on, and is given an answer."""
    (rows,) = handed_over([table([Words(("s",), "anywhere")])])
    text = "ſ"  # it is in doubt about such a letter
    blocks = (Block(0, len(text), "paragraph", "paragraph"),)
    return (rows, (1,), 1, 0), text, blocks, {0: None}, ("paragraph",), 9, 9, lambda data: answer


@pytest.mark.parametrize("alone", [True, False])
def test_an_answer_is_let_go_where_memory_ends(alone: bool) -> None:
    """Before Python 3.13, to list a list keeps it for ever where there is no memory for what is in it."""
    answer = [0]
    arguments = cues_asked(answer)
    before = sys.getrefcount(answer)
    deque(refused(compiled()["CueBook"], arguments, alone), maxlen=0)
    after = sys.getrefcount(answer)
    assert after == before
