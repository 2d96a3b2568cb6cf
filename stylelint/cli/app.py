"""The group of commands, and what becomes of errors."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

import click

from stylelint import __version__
from stylelint.cli import CLOSED_PIPE, FAILED, INTERRUPTED
from stylelint.errors import UserError
from stylelint.text import did_you_mean

COMMANDS = {
    "check": "Report what breaks the rulebook in drafts.",
    "fix": "Mend what breaks the rulebook in drafts.",
    "baseline": "Note what is found now, so that only what is new is told.",
    "rule": "Explain a rule, or list all of them.",
    "stylebook": "Write the rules in force as pages to read.",
    "test": "Run the examples in rulebooks.",
    "show-config": "Show which configuration holds for a draft, and what says so.",
    "show-files": "List the drafts that would be looked at.",
    "init": "Write a first house rulebook and a configuration.",
    "cache": "Show or empty the folder of what is kept between runs.",
    "import-vale": "Write a Vale style as a rulebook of ours.",
}
"""Command → what it is for.  Its module in this package is imported when it is called."""

_HELP = """Check article drafts against a newsroom's rulebook.

\b
Examples:
  stylelint check                        all drafts below this folder
  stylelint check drafts/flood.md        one draft
  pbpaste | stylelint check -            the clipboard
  stylelint fix --diff                   what would be mended
  stylelint rule captions/duplicate      what a rule says, and why
  stylelint init                         start a rulebook of the house

Every command has a --help of its own.  Exit status: 0 looked and found nothing, 1 found something,
2 could not do its job.

\b
To have commands, options and rules completed, put this into the start-up file of your shell:
  bash   eval "$(_STYLELINT_COMPLETE=bash_source stylelint)"
  zsh    eval "$(_STYLELINT_COMPLETE=zsh_source stylelint)"
  fish   _STYLELINT_COMPLETE=fish_source stylelint | source"""


class Commands(click.Group):
    """A group that imports a command only when it is the one called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        return helped(import_module(f"stylelint.cli.{cmd_name.replace('-', '_')}").command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(f"no command “{args[0]}”{did_you_mean(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        # Here and not outside, as click has ends of its own for both: a line break, and exit status 1.
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            return INTERRUPTED
        except BrokenPipeError:
            _forget_output()
            return CLOSED_PIPE

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def helped(command: click.Command) -> click.Command:
    """Give a command the option that explains it: click's own looks at every start for a translation."""
    if command.add_help_option:
        command.add_help_option = False
        command.params.append(telling("-h", "--help", click.Context.get_help, "Show this message and exit."))
    return command


def telling(short: str, long: str, text: Callable[[click.Context], str], help: str) -> click.Option:
    """Return an option that tells something, whatever else is asked for, and nothing more."""

    def tell(ctx: click.Context, param: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(text(ctx), color=ctx.color)
            ctx.exit()

    return click.Option(
        [short, long], is_flag=True, is_eager=True, expose_value=False, callback=tell, help=help
    )


@click.group(cls=Commands, help=_HELP, context_settings=_CONTEXT)
def cli() -> None:
    """Check article drafts against a newsroom's rulebook."""


def _version(ctx: click.Context) -> str:
    from stylelint.native import COMPILED

    return f"stylelint {__version__} (compiled: {'no' if COMPILED is None else 'yes'})"


cli.params.append(telling("-V", "--version", _version, "Show the version and exit."))
helped(cli)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status.

    Every mistake of the user's is one line on standard error.  Anything else is a mistake of
    ours: its traceback is shown, and the status says that the job was not done.
    """
    try:
        return _invoke(arguments)
    except UserError as error:
        complain(str(error))
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)
    except click.ClickException as error:
        complain(error.format_message() + _hint(error))
    except click.Abort:
        return INTERRUPTED
    except OSError as error:  # a full disk behind the report
        _forget_output()
        complain(f"{error.filename or 'the output cannot be written'}: {error.strerror or error}")
    except Exception:  # our own mistake, which must not look like findings
        sys.excepthook(*sys.exc_info())
    return FAILED


def _invoke(arguments: Sequence[str] | None) -> int:
    args = sys.argv[1:] if arguments is None else arguments
    status = cli.main(args=[*_with_paths(args)], prog_name="stylelint", standalone_mode=False)
    if sys.stdout is not None:
        sys.stdout.flush()
    return int(status or 0)


def _with_paths(arguments: Sequence[str]) -> Iterator[str]:
    """Yield arguments, with `./` before a draft whose name begins as an option does.

    pre-commit and xargs hand names over as they are.
    """
    import os

    names = True
    for argument in arguments:
        names = names and argument != "--"
        if names and argument.startswith("-") and "." in argument and os.path.lexists(argument):
            from stylelint.formats import SUFFIXES

            is_draft = os.path.splitext(argument)[1].lower() in SUFFIXES
            yield os.path.join(os.curdir, argument) if is_draft else argument
        else:
            yield argument


def complain(line: str) -> None:
    """Write a line about what went wrong to standard error."""
    flat = " ".join(line.splitlines())
    print(f"stylelint: {flat}", file=sys.stderr)


def _hint(error: click.ClickException) -> str:
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    return f" (see “{ctx.command_path} --help”)" if ctx else ""


def _forget_output() -> None:
    """Keep Python from writing, at its end, what could not be written."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
