"""The kind `vale`: a rule of a Vale style, which Vale's own reading of the draft runs."""

from __future__ import annotations

from collections.abc import Iterator

from stylelint.checks.base import Check, Finding, View, kind


@kind
class ValeCheck(Check):
    """A rule of a Vale style, in its own file; the engine runs it on the draft as Vale reads it.

    Attributes:
        name: what Vale calls the rule, such as `Microsoft.We`.
        file: its file; "" for one of Vale's own.
        styles: folders of styles, for the rules that it extends and for dictionaries.
        setup: the configuration of Vale that asks for it; "" where a rulebook does.
        idle: why it is not run; "" where it is.
        action, params: what its file says of the cure, as Vale's JSON tells it.
    """

    kind = "vale"
    scope = None
    quotes = "any"

    name: str
    file: str = ""
    styles: tuple[str, ...] = ()
    setup: str = ""
    idle: str = ""
    action: str = ""
    params: tuple[str, ...] = ()

    def find(self, view: View) -> Iterator[Finding]:
        yield from ()
