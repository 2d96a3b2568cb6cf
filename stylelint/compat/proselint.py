"""proselint's checks as rules of ours: lists and patterns, read as data.

proselint is imported only when a rulebook that extends `proselint` is read for the first time, and by the
few checks that it must run itself.  What is read from it is looked at with care.

What differs from proselint on purpose stands in `docs/proselint.md`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from stylelint.checks._proselint import NAME, get, numbered
from stylelint.compat import _proselint_news as news
from stylelint.compat._proselint_special import special
from stylelint.compat._proselint_types import Data, NotOurs, distinct, translated
from stylelint.rulebook import nodes
from stylelint.rulebook.nodes import Field

SOURCE = "https://github.com/amperser/proselint"


def rules() -> dict[str, Field]:
    """Return proselint's checks as the fields of a rulebook's `rules`.

    Raises:
        UserError: proselint is not installed, or has changed its shape.
    """
    made: dict[str, Data] = {}
    for path, number, check in numbered():
        for rule in _translated(path, number, check):
            _put(made, name(path), rule)
    return nodes.mapping(nodes.from_data(made, NAME), "rules")


def name(path: str) -> str:
    """Return the name that a rule has for a path of proselint's."""
    return path.replace(".", "-").replace("_", "-")


def release() -> Path:
    """Return a file that another release of proselint does not have: the metadata of this one.

    Where an install has none, the package itself.
    """
    from importlib.util import find_spec

    spec = find_spec(NAME)
    package = Path(spec.origin).parent if spec and spec.origin else Path()
    found = sorted(package.parent.glob("proselint-*.dist-info/METADATA"))
    return found[0] if found else package / "__init__.py"


def _translated(path: str, number: int, check: Any) -> list[Data]:
    """Return the rules for a check: ours where a kind of ours can say it, else one that asks proselint."""
    flags = get(check, "flags", tuple)
    common = {"level": news.level(path), "source": SOURCE, "why": _why(path)}
    common["quotes"] = "any" if getattr(flags, "allow_quotes", False) else "skip"
    found = special(check)
    try:
        made = [found] if found else list(translated(check))
    except NotOurs:
        made = [{"check": "proselint", "path": path, "number": str(number), "message": "{said}"}]
    own = news.message(path)
    return [{**common, **rule, **({"message": own} if own else {})} for rule in made]


def _why(path: str) -> str:
    """Return the reason: proselint, and the authority that it names in the module of the check."""
    import re
    import sys

    parts = path.split(".")
    names = (".".join(["proselint.checks", *parts[:length]]) for length in range(len(parts), 0, -1))
    module = next((sys.modules[name] for name in names if name in sys.modules), None)
    said = getattr(module, "__doc__", None) or ""
    found = re.search(r"^source: *(?!unknown|[?\s])(.+?)\.?$", said, re.MULTILINE)
    return f"proselint’s check {path} says so" + (f", after {found[1].strip()}." if found else ".")


def _put(made: dict[str, Data], name: str, rule: Data) -> None:
    """Add a rule; proselint cuts long lists into several checks, which are one again here."""
    key, count = name, 1
    while key in made:
        if made[key] == rule or _joined(made[key], rule):
            return
        count += 1
        key = f"{name}-{count}"
    made[key] = rule


def _joined(old: Data, new: Data) -> bool:
    """Join the words or expressions of two rules that differ in nothing else."""
    for key in ("words", "pattern"):
        if key in old and {**old, key: 0} == {**new, key: 0}:
            if isinstance(old[key], dict):
                old[key] = distinct({**old[key], **new[key]}, old["case"] == "true")
            else:
                old[key] = [*old[key], *new[key]]
            return True
    return False
