"""`stylelint rule`: what a rule says, why, and its examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from stylelint.cli.options import Choice, complete_rule, config_option, rulebook_option
from stylelint.errors import UserError
from stylelint.text import did_you_mean

if TYPE_CHECKING:
    from stylelint.rulebook.rule import Example, Rule, Rulebook

_HELP = """Explain a rule, or list all of them.

ID is a rule such as captions/duplicate, or a chapter, whose rules are listed.

\b
Examples:
  stylelint rule
  stylelint rule captions
  stylelint rule captions/duplicate
  stylelint rule --format json captions/duplicate"""

_SPEECH = {
    "skip": "left alone",
    "only": "nothing else is looked at",
    "ask": "looked at as well, and only asked about",
    "any": "looked at as well",
}


@click.command("rule", help=_HELP, short_help="Explain a rule, or list all of them.")
@click.argument("name", metavar="[ID]", default="", shell_complete=complete_rule)
@click.option("--format", "format_", type=Choice(("text", "json")), default="text", show_default=True)
@rulebook_option
@config_option
def command(name: str, format_: str, rulebook: tuple[str, ...], config: str) -> int:
    """Print one rule, or a list."""
    from stylelint.cli import rules

    if name.partition("/")[0] == "stylelint":
        click.echo(_own(name, format_))
        return 0
    book = rules.united(rules.configured(config), rulebook)
    found = _named(book, name)
    alone = found[0] if name and found[0].id == name else None
    if format_ == "json":
        from stylelint.reporters.records import encode
        from stylelint.rulebook.explain import described

        off = set(book.off)
        records = [{**described(rule), "off": rule.id in off} for rule in found]
        click.echo(encode(records[0] if alone else records))
    else:
        click.echo("\n".join(_page(alone) if alone else _list(found, book)))
    return 0


def _own(name: str, format_: str) -> str:
    """Return what there is to say of the rules about ignores and the baseline, which no rulebook holds."""
    from stylelint import baseline, ignores
    from stylelint.reporters.records import encode

    rules = {**ignores.RULES, baseline.RULE: ignores.Own("warning", baseline.WHY)}
    found = {rule: own for rule, own in sorted(rules.items()) if name in (rule, ignores.CHAPTER)}
    if not found:
        raise UserError(f"no rule or chapter “{name}”{did_you_mean(name, rules)}")
    if format_ == "json":
        records = [{"id": rule, **own._asdict()} for rule, own in found.items()]
        return encode(records[0] if name in found else records)
    return "\n".join(f"{rule} ({own.level})\n  {own.why}" for rule, own in found.items())


def _named(book: Rulebook, name: str) -> list[Rule]:
    """Return the rule of a name, the rules of a chapter, or all."""
    every = sorted((*book.rules, *book.silent), key=lambda rule: rule.id)
    found = [rule for rule in every if name in ("", rule.id, rule.chapter)]
    if found:
        return found
    known = {rule.id for rule in every} | {rule.chapter for rule in every}
    raise UserError(f"no rule or chapter “{name}”{did_you_mean(name, known)}")


def _list(rules: list[Rule], book: Rulebook) -> Iterator[str]:
    width = max(len(rule.id) for rule in rules)
    for rule in rules:
        level = "off" if rule.id in book.off else rule.level
        yield f"{rule.id:<{width}}  {level:<10}  {rule.message}"


def _page(rule: Rule) -> Iterator[str]:
    from stylelint.rulebook.explain import options

    yield f"{rule.id} ({rule.level})"
    yield f"  {rule.message}"
    said = {
        "why": rule.why,
        "source": rule.source,
        "looks at": ", ".join(sorted(rule.scope)) if rule.scope is not None else "everything",
        "speech": f"direct speech is {_SPEECH[rule.quotes]}",
        "fix": rule.fix,
        "from": str(rule.since or ""),
        "until": str(rule.until or ""),
        "paths": ", ".join(rule.paths),
        "check": rule.check.kind,
        **options(rule.check),
        "written in": f"{rule.file}:{rule.line}" if rule.line else rule.file,
    }
    width = max(len(key) for key in said)
    yield ""
    for key, value in said.items():
        if value:
            yield _wrapped(f"  {key:<{width}}  ", value)
    for example in rule.examples:
        yield from _example(example)


def _wrapped(head: str, text: str) -> str:
    from textwrap import fill

    return fill(" ".join(text.split()), 100, initial_indent=head, subsequent_indent=" " * len(head),
                break_long_words=False, break_on_hyphens=False)  # fmt: skip


def _example(example: Example) -> Iterator[str]:
    yield ""
    yield from _lines("not  " if example.bad else "right", example.text)
    if example.good is not None and example.bad:
        yield from _lines("but  ", example.good)


def _lines(head: str, text: str) -> Iterator[str]:
    first, *others = text.rstrip("\n").split("\n")
    yield f"  {head}  {first}"
    yield from (f"  {' ' * len(head)}  {line}" for line in others)
