"""Writes the pages of the reference from the code and the rulebooks.

With --check it writes nothing and says whether they are up to date.
"""

from __future__ import annotations

import difflib
import inspect
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import click

from stylelint.checks import KINDS, load
from stylelint.config.parse import SECTION_KEYS
from stylelint.config.schema import KEY
from stylelint.config.schema import schema as config_schema
from stylelint.rulebook import bundled
from stylelint.rulebook import load as load_rulebook
from stylelint.rulebook.bind import has_keys
from stylelint.rulebook.rule import Example, Rule
from stylelint.rulebook.schema import schema

DOCS = Path(__file__).resolve().parent
NOTE = "<!-- Written by docs/generate.py; `make docs` writes it anew. -->\n"


def kinds() -> Iterator[str]:
    """The page of all kinds of checks, from their docstrings."""
    yield f"{NOTE}\n# Kinds of checks\n"
    yield "What `check:` can name in a rule, and each kind's own keys, besides those that every rule takes.\n"
    for kind in sorted(KINDS):
        check = load(kind)
        summary, _, rest = inspect.cleandoc(check.__doc__ or "").partition("\n\n")
        prose, _, attributes = rest.partition("Attributes:\n")
        yield f"## {kind}\n\n{summary}\n"
        if prose.strip():
            yield f"{prose.strip()}\n"
        yield "| key | | what it is |\n|---|---|---|"
        yield from (_key(check, name, said) for name, said in _attributes(attributes))
        names = ", ".join(f"`{{{name}}}`" for name in ("found", "replacement", *check.values))
        yield f"\nA message may name {names}.\n"


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    """Name and description of every field in a docstring's section."""
    for match in re.finditer(r"^    (\w+): (.*(?:\n {8,}.*)*)", text.partition("\n\nClass")[0], re.M):
        yield match[1], " ".join(match[2].split())


def _key(check: type[Any], name: str, said: str) -> str:
    known = {f.name: f for f in fields(check)}[name]
    if known.default is not MISSING:
        default = "" if known.default in (None, "", ()) else f"default `{_yaml(known.default)}`"
    else:
        default = "required" if known.default_factory is MISSING else ""
    return f"| `{name.strip('_').replace('_', '-')}` | {default} | {said.replace('|', '│')} |"


def _yaml(value: Any) -> str:
    if has_keys(type(value)):
        return f"{{{', '.join(f'{key}: {item}' for key, item in value._asdict().items())}}}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def rules() -> Iterator[str]:
    """The page of all bundled rules, from the rulebooks."""
    yield f"{NOTE}\n# Rules\n"
    yield "What the bundled rulebooks hold. `stylelint rule ID` shows one of them in the terminal.\n"
    chapters: dict[str, list[Rule]] = {}
    for name in sorted(bundled.names()):
        for rule in load_rulebook([name]).rules:
            if rule not in chapters.setdefault(rule.chapter, []):
                chapters[rule.chapter].append(rule)
    yield "\n".join(
        f"- [{chapter}](#{chapter}), {len(found)} rules" for chapter, found in sorted(chapters.items())
    )
    for chapter, found in sorted(chapters.items()):
        yield f"\n## {chapter}\n"
        for rule in found:
            yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    kind = rule.check.kind
    yield f"### {rule.id}\n\n{rule.level} · kind [{kind}](kinds.md#{kind}) · fix: {rule.fix}\n"
    yield f"{' '.join(rule.why.split())}\n"
    yield from (_example(example) for example in rule.examples[:4])
    if rule.source:
        yield f"\nSource: {rule.source}\n"


def _example(example: Example) -> str:
    text = example.text.strip()
    lines = text if "\n" not in text else text.replace("\n", "\n    ")
    word = "not" if example.bad else "but leave alone"
    shown = f"- {word}: {_code(lines)}"
    return shown + (
        f"\n  write: {_code(example.good.strip() or '(nothing)')}" if example.good is not None else ""
    )


def _code(text: str) -> str:
    if "\n" in text:
        return "\n\n      " + text.replace("\n", "\n      ").strip() + "\n"
    ticks = "``" if "`" in text else "`"
    return f"{ticks}{text}{ticks}"


def command_line() -> Iterator[str]:
    """The page of the command line, from its own help."""
    from stylelint.cli.app import cli as main

    yield f"{NOTE}\n# Command line\n"
    yield from _help(main, click.Context(main, info_name="stylelint"))


def _help(command: click.Command, context: click.Context) -> Iterator[str]:
    context.terminal_width = context.max_content_width = 96
    yield f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name in sorted(command.list_commands(context)):
            sub = command.get_command(context, name)
            if sub:
                yield from _help(sub, click.Context(sub, info_name=name, parent=context))


def json_schema() -> Iterator[str]:
    """The JSON Schema of the rulebook language."""
    yield json.dumps(schema(), indent=2, ensure_ascii=False)


def settings() -> Iterator[str]:
    """The page of all keys of a configuration, and what each does."""
    yield f"{NOTE}\n# Settings\n"
    yield "What a configuration may say; [Configuration](configuration.md) says how several work together.\n"
    yield "| key | default | what it is | said twice | for some drafts |\n|---|---|---|---|---|"
    for name, key in KEY.items():
        again = "adds" if key.adds else "the later counts"
        some = "yes" if name in SECTION_KEYS else ""
        yield f"| `{name}` | {_code(key.default)} | {key.about} | {again} | {some} |"


def configuration_schema() -> Iterator[str]:
    """The JSON Schema of a configuration."""
    yield json.dumps(config_schema(), indent=2, ensure_ascii=False)


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "kinds.md": kinds,
    "rules.md": rules,
    "cli.md": command_line,
    "rulebook.schema.json": json_schema,
    "settings.md": settings,
    "stylelint.schema.json": configuration_schema,
}


def main(check: bool) -> int:
    """Write all pages, or compare them and print how they differ; the exit status."""
    stale = 0
    for name, page in PAGES.items():
        path = DOCS / name
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(page())).rstrip() + "\n"
        before = path.read_text("utf-8") if path.exists() else ""
        if not check:
            path.write_text(text, "utf-8")
        elif text != before:
            stale = 1
            sys.stdout.writelines(
                difflib.unified_diff(before.splitlines(True), text.splitlines(True), name, "now")
            )
            print(f"{name} is not up to date: run `make docs`", file=sys.stderr)
    return stale


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
