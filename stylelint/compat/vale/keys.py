"""What may stand in a rule of Vale: the kinds, their keys, and the types of these."""

from __future__ import annotations

from typing import Literal

Type = Literal["bool", "int", "float", "text", "list", "map", "tokens"]

HEADER: dict[str, Type] = {
    "extends": "text", "message": "text", "level": "text", "scope": "list", "link": "text",
    "description": "text",
    "limit": "int", "action": "map", "name": "text", "matchcase": "bool", "code": "bool", "tests": "list",
}  # fmt: skip

KINDS: dict[str, dict[str, Type]] = {
    "existence": {
        "tokens": "list", "raw": "list", "exceptions": "list", "ignorecase": "bool", "nonword": "bool",
        "append": "bool", "vocab": "bool",
    },
    "substitution": {
        "swap": "map", "exceptions": "list", "ignorecase": "bool", "nonword": "bool", "vocab": "bool",
        "capitalize": "bool", "pos": "text",
    },
    "occurrence": {"token": "text", "max": "int", "min": "int", "ignorecase": "bool"},
    "repetition": {
        "tokens": "list", "max": "int", "ignorecase": "bool", "alpha": "bool", "exceptions": "list",
        "vocab": "bool",
    },
    "consistency": {"either": "map", "ignorecase": "bool", "nonword": "bool"},
    "conditional": {
        "first": "text", "second": "text", "exceptions": "list", "ignorecase": "bool", "vocab": "bool",
    },
    "capitalization": {
        "match": "text", "style": "text", "exceptions": "list", "indicators": "list", "threshold": "float",
        "vocab": "bool", "prefix": "text",
    },
    "readability": {"metrics": "list", "grade": "float"},
    "metric": {"formula": "text", "condition": "text"},
    "spelling": {
        "dictionaries": "list", "dicpath": "text", "aff": "text", "dic": "text", "append": "bool",
        "custom": "bool",
        "filters": "list", "ignore": "list", "exceptions": "list", "threshold": "int",
    },
    "sequence": {
        "tokens": "tokens", "ignorecase": "bool", "exceptions": "list", "model": "text", "max": "int",
        "min": "int",
    },
    "script": {"script": "text"},
}  # fmt: skip

LENIENT = frozenset({"consistency", "spelling"})
"""Kinds in which Vale overlooks keys that it does not know."""

DEFAULTS: dict[str, bool | float] = {"vocab": True, "threshold": 0.8}
EMPTY: dict[Type, object] = {
    "bool": False,
    "int": 0,
    "float": 0.0,
    "text": "",
    "list": (),
    "map": {},
    "tokens": (),
}
LEVELS = ("suggestion", "warning", "error")
