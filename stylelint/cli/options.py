"""Options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from stylelint.text import did_you_mean

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    _Type = click.ParamType[str]
else:
    _Type = click.ParamType  # older releases of click do not say of what

STDIN = "-"
"""What stands for standard input among paths."""

Function = TypeVar("Function", bound=Callable[..., Any])


class Path(_Type):
    """A path that shells complete, and that nobody looks at before the command does."""

    name = "path"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


class Choice(click.Choice[str]):
    """One of a few words; a wrong one is told with the right one."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            name = param.opts[-1] if param else ""
            raise click.UsageError(f"{name}: no “{value}” here{did_you_mean(str(value), self.choices)}", ctx)
        return str(value)


def complete_rule(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the ids and chapters that a shell may complete the last word of a comma list to."""
    from click.shell_completion import CompletionItem

    from stylelint.cli.rules import configured, united
    from stylelint.errors import UserError

    try:
        book = united(configured(ctx.params.get("config") or ""), ctx.params.get("rulebook") or ())
    except UserError:
        return []  # a shell that completes has no place for an error
    ids = [*(rule.id for rule in book.rules), *book.off]
    names = {*ids, *(name.partition("/")[0] for name in ids)} if isinstance(param, click.Option) else set(ids)
    before, comma, last = incomplete.rpartition(",")
    return [CompletionItem(before + comma + name) for name in sorted(names) if name.startswith(last)]


def rule_option(name: str, help: str) -> Callable[[Function], Function]:
    """Return an option that takes rules and chapters."""
    return click.option(name, multiple=True, metavar="RULES", help=help, shell_complete=complete_rule)


rulebook_option = click.option(
    "--rulebook",
    multiple=True,
    metavar="NAME",
    help="A bundled rulebook or a path, instead of those configured; repeat it for several.",
)

config_option = click.option(
    "--config",
    default="",
    envvar="STYLELINT_CONFIG",
    metavar="FILE",
    help="The configuration, instead of the nearest stylelint.yml; also STYLELINT_CONFIG.",
)

force_exclude_option = click.option(
    "--force-exclude", is_flag=True, help="Leave out excluded files even if they are named here."
)
