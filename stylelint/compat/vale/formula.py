"""Evaluates the expressions of the kind `metric`: numbers, names, the operators of arithmetic, and `math`."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

Number = int | float | bool
_TOKEN = re.compile(
    r"\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+)|(check\[\"[^\"\]]*\"\]|[A-Za-z_][\w.]*)"
    r"|(&&|\|\||[<>=!]=|[-+*/%<>!()?:,]))"
)
_DEPTH = 50
_MATH: dict[str, Callable[..., float]] = {
    "abs": abs, "ceil": math.ceil, "floor": math.floor, "sqrt": math.sqrt, "pow": math.pow, "log": math.log,
    "log10": math.log10, "log2": math.log2, "exp": math.exp, "max": max, "min": min, "round": round,
    "trunc": math.trunc, "cbrt": math.cbrt, "sin": math.sin, "cos": math.cos, "tan": math.tan,
    "mod": math.fmod,
}  # fmt: skip
_CONSTANTS = {"pi": math.pi, "e": math.e, "phi": (1 + math.sqrt(5)) / 2, "sqrt2": math.sqrt(2)}
_RANKS: tuple[tuple[str, ...], ...] = (
    ("||",), ("&&",), ("==", "!=", "<", "<=", ">", ">="), ("+", "-"), ("*", "/", "%"),
)  # fmt: skip


def evaluate(expression: str, names: Mapping[str, float]) -> Number:
    """Return the value of an expression.

    Args:
        expression: operators and functions as in Vale; whole numbers divide to whole numbers.
        names: what may stand in it; a `check["Style.Rule"]` that is not among them is 0.

    Raises:
        ValueError: it is no expression, names something unknown, or divides by nothing.
    """
    reader = _Reader(expression, names)
    value = reader.ternary(0)
    if reader.at < len(reader.tokens):
        raise ValueError(f"nothing is expected at “{reader.tokens[reader.at]}”")
    return value


class _Reader:
    """Reads an expression from left to right, one method a rank."""

    def __init__(self, expression: str, names: Mapping[str, float]) -> None:
        self.tokens: list[str] = []
        self.names, self.at = names, 0
        at, text = 0, expression.rstrip()
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                raise ValueError(f"“{text[at:].strip()[:20]}” is no part of a formula")
            self.tokens.append(found[0].strip())
            at = found.end()

    def next(self) -> str:
        """Return the token that is to be read."""
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, wanted: str = "") -> str:
        """Read a token."""
        token = self.next()
        if not token or (wanted and token != wanted):
            raise ValueError(
                f"expected “{wanted or 'a number'}”" + (f", not “{token}”" if token else " at the end")
            )
        self.at += 1
        return token

    def ternary(self, depth: int) -> Number:
        """Read `a ? b : c`, or what has no question in it."""
        if depth > _DEPTH:
            raise ValueError(f"nested deeper than {_DEPTH}")
        value = self.ranked(0, depth)
        if self.next() != "?":
            return value
        self.take()
        yes = self.ternary(depth + 1)
        self.take(":")
        no = self.ternary(depth + 1)
        return yes if value else no

    def ranked(self, rank: int, depth: int) -> Number:
        """Read operators of a rank and those that bind more closely."""
        if rank == len(_RANKS):
            return self.single(depth)
        value = self.ranked(rank + 1, depth)
        while self.next() in _RANKS[rank]:
            value = _applied(self.take(), value, self.ranked(rank + 1, depth))
        return value

    def single(self, depth: int) -> Number:
        """Read a number, a name, a call or what stands in brackets."""
        if depth > _DEPTH:
            raise ValueError(f"nested deeper than {_DEPTH}")
        token = self.take()
        if token in ("-", "+", "!"):
            value = self.single(depth + 1)
            return -value if token == "-" else value if token == "+" else not value
        if token == "(":
            value = self.ternary(depth + 1)
            self.take(")")
            return value
        if token[0].isdigit() or token[0] == ".":
            return int(token) if token.isdigit() else float(token)
        return self.named(token, depth)

    def named(self, name: str, depth: int) -> Number:
        """Return what a name stands for."""
        if name in ("true", "false"):
            return name == "true"
        if name.startswith("check["):
            return self.names.get(name, 0)
        if name.startswith("math."):
            return self.function(name.removeprefix("math."), depth)
        plain = name.replace(".", "_")
        if plain not in self.names:
            raise ValueError(f"nothing is called “{name}”; known: {', '.join(sorted(self.names))}")
        return self.names[plain]

    def function(self, name: str, depth: int) -> Number:
        """Return a constant of `math` or what a function of it gives."""
        if name in _CONSTANTS:
            return _CONSTANTS[name]
        if name not in _MATH:
            raise ValueError(f"there is no “math.{name}”")
        self.take("(")
        arguments: list[Any] = []
        while self.next() != ")":
            arguments.append(self.ternary(depth + 1))
            if self.next() == ",":
                self.take()
        self.take(")")
        try:
            return _MATH[name](*arguments)
        except (TypeError, OverflowError, ValueError) as error:
            raise ValueError(f"math.{name}: {error}") from None


def _applied(operator: str, left: Number, right: Number) -> Number:
    if operator in ("/", "%"):
        if right == 0:
            raise ValueError("a division by nothing")
        whole = isinstance(left, int) and isinstance(right, int)
        quotient = math.trunc(left / right) if whole else left / right
        return quotient if operator == "/" else left - right * math.trunc(left / right)
    value: Number = _OPERATORS[operator](left, right)
    return value


def _same(left: Number, right: Number) -> bool:
    """Tell whether two values are equal; as in Vale, a whole number never equals one with a point."""
    return type(left) is type(right) and left == right


_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "||": lambda a, b: bool(a or b), "&&": lambda a, b: bool(a and b), "==": _same,
    "!=": lambda a, b: not _same(a, b), "<": lambda a, b: a < b, "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b, ">=": lambda a, b: a >= b, "+": lambda a, b: a + b, "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
}  # fmt: skip
