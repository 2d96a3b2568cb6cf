"""What is made only when it is first used, so that a run on one draft does not pay for all the others.

Compiling one expression with `re` takes as long as reading a draft, and a run uses one in ten of those that
there are.  The same reason stands behind every import inside a function: the commonest command, `check` on
a draft or two, loads what it needs for them and nothing else.  Where that is done for each draft, the import
names a module and not a function of it, which takes three times as long once both are there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Regex:
    """Stands for a compiled expression; its methods are those of the compiled one from the first call on."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        made = re.compile(*self._given)
        self.__dict__.update((method, getattr(made, method)) for method in _METHODS)
        return getattr(made, name)


if TYPE_CHECKING:
    from typing import AnyStr


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return an expression as `re.compile` does, compiled when it is first used.

    A mistake in it shows only then: it is for expressions of our own, which tests run.
    """
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))
