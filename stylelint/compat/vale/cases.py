"""Cases that Vale's rules are tested with: a short draft, and what must be told of it.

They stand under `tests` in a rule's file, for that rule alone, or in files ending in `.test.yml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from stylelint.compat.vale.bridge import Bridge, checks_of, drafted
from stylelint.compat.vale.config import Section, ValeConfig
from stylelint.compat.vale.context import Context
from stylelint.compat.vale.globs import fits
from stylelint.compat.vale.kinds import made
from stylelint.compat.vale.lint import Runner
from stylelint.compat.vale.loading import read as read_config
from stylelint.compat.vale.rule import read_rule
from stylelint.compat.vale.rulebook import from_ini, idle
from stylelint.compat.vale.scopes import SIBLINGS, bases
from stylelint.compat.vale.styles import Styles
from stylelint.compat.vale.views import load
from stylelint.document import Document
from stylelint.errors import UserError
from stylelint.rulebook import nodes
from stylelint.text import did_you_mean

KEYS = ("name", "about", "input", "format", "rule", "view", "want", "contains", "absent")
Reads: TypeAlias = Callable[[str, bytes], Document]
"""Makes a document of a file's name and bytes."""


class Case(NamedTuple):
    """A draft, and what must be told of it.

    Attributes:
        file, line: where it stands.
        name: its own.
        text, suffix: the draft, and what it is read as.
        rule: the file of the rule that is run alone; None for what a configuration runs.
        view: by which the draft is read; "" for none.
        want: all that must be told, line by line; None where that is not said.
        contains, absent: texts that must be told, and that must not.
    """

    file: str
    line: int
    name: str
    text: str
    suffix: str
    rule: Path | None
    view: str
    want: str | None
    contains: tuple[str, ...]
    absent: tuple[str, ...]


def gathered(path: Path) -> Iterator[Case]:
    """Yield the cases in a file, or in all files below a folder.

    Raises:
        UserError: a file cannot be read, or a case in it is none.
    """
    files = sorted(path.rglob("*.yml")) if path.is_dir() else [path]
    for file in files:
        try:
            data = file.read_bytes()
        except OSError as error:
            raise UserError(error.strerror or str(error), str(file)) from None
        apart = file.name.endswith(".test.yml")
        if apart or b"tests:" in data:
            root = nodes.parse(data, str(file), "a file of cases is a list of them")
            tests = root if apart else nodes.mapping(root, "a rule").get("tests")
            if tests is not None:
                entries = nodes.items(tests if apart else tests.value, "a list of cases")
                yield from (_case(entry, file, None if apart else file) for entry in entries)


def _case(node: Any, file: Path, rule: Path | None) -> Case:
    fields = nodes.mapping(node, "a case")
    for key, field in fields.items():
        if key not in KEYS:
            raise nodes.problem(field.key, f"a case has no key “{key}”{did_you_mean(key, KEYS)}")
    if "name" not in fields:
        raise nodes.problem(node, "a case needs “name”")
    if not fields.keys() & {"want", "contains", "absent"}:
        raise nodes.problem(node, "a case must say what it expects: “want”, “contains” or “absent”")
    said = {
        key: _said(field.value) for key, field in fields.items() if key not in ("contains", "absent", "about")
    }
    if "rule" in said:
        rule = file.parent / said["rule"]
        if not rule.is_file():
            raise nodes.problem(fields["rule"].value, f"there is no file “{said['rule']}”")
    lists = {
        key: tuple(nodes.word(one, "a text") for one in nodes.items(fields[key].value, "texts"))
        for key in ("contains", "absent")
        if key in fields
    }
    return Case(
        str(file), node.start_mark.line + 1, said["name"], said.get("input", ""),
        said.get("format", "md").lstrip("."), rule, said.get("view", ""), said.get("want"),
        lists.get("contains", ()), lists.get("absent", ()),
    )  # fmt: skip


def _said(node: Any) -> str:
    return "" if node.id == "scalar" and not node.value else nodes.word(node, "a text")


def run(case: Case, reads: Reads) -> str:
    """Return what is wrong with a case; "" where it holds.

    Raises:
        UserError: it cannot be run.
    """
    told = sorted(_alone(case, case.rule, reads) if case.rule else _configured(case, reads))
    lines = [f"{line}:{column}:{name}:{message}" for line, column, name, message in told]
    wanted = None if case.want is None else [line for line in case.want.splitlines() if line.strip()]
    if wanted is not None and sorted(wanted) != sorted(lines):
        return f"expected {_shown(wanted)}, told is {_shown(lines)}"
    report = "\n".join(lines)
    missing = [text for text in case.contains if text not in report]
    found = [text for text in case.absent if text in report]
    if missing or found:
        what = f"“{missing[0]}” is not told" if missing else f"“{found[0]}” is told"
        return f"{what}, but {_shown(lines)}" if missing else what
    return ""


def _shown(lines: list[str]) -> str:
    return " | ".join(lines) or "nothing"


Told: TypeAlias = tuple[int, int, str, str]
"""Line, column, name of the rule and its message."""


def _alone(case: Case, path: Path, reads: Reads) -> Iterator[Told]:
    """Yield what one rule tells of a draft that no configuration is for."""
    styles, name = _named(path)
    rule = read_rule(path, name, Styles((styles,)).file)
    why = idle(rule)
    kind = None if why else made(rule, Context(paths=(styles,)))
    if kind is None:
        raise UserError(f"{name} is not run: {why}", case.file, case.line, 1)
    sections = (Section("*", view=load(case.view, (styles,), case.file, case.line)),) if case.view else ()
    document = reads(f"draft.{case.suffix}", case.text.encode())
    inner = not bases(rule.scope).isdisjoint(SIBLINGS)
    draft = drafted(document, ValeConfig(sections=sections), inner, rule.selectors)
    for alert in Runner([kind]).lint(draft):
        yield (*document.lines.place(alert.start), name, alert.said.message)


def _named(path: Path) -> tuple[Path, str]:
    """Return the folder of styles that a rule's file is in, and what the rule is called."""
    path = path.resolve()
    ini = _above(path)
    for styles in read_config(ini).styles_paths if ini else ():
        if path.is_relative_to(styles.resolve()):
            return styles, ".".join(path.relative_to(styles.resolve()).with_suffix("").parts)
    return path.parent.parent, f"{path.parent.name}.{path.stem}"


def _above(path: Path) -> Path | None:
    """Return the nearest configuration above a file."""
    found = (folder / ".vale.ini" for folder in path.resolve().parents)
    return next((ini for ini in found if ini.is_file()), None)


def _configured(case: Case, reads: Reads) -> Iterator[Told]:
    """Yield what the configuration above a file of cases tells of a draft."""
    ini = _above(Path(case.file))
    if ini is None:
        raise UserError("there is no .vale.ini above this file, and no “rule”", case.file, case.line, 1)
    rules = from_ini(ini).rules
    checks = checks_of(rules)
    names = {rule.id: check.name for rule, check in zip(rules, checks, strict=True)}
    own = any(one.glob != "*" and fits(one.glob, case.suffix) for one in read_config(ini).sections)
    name = case.suffix if own else f"draft.{case.suffix}"
    document = reads(str(ini.parent / name), case.text.encode())
    for found in Bridge(rules, checks).lint(document):
        yield found.line, found.column, names[found.rule], found.message
