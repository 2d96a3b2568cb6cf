"""`stylelint cache`: the folder of what is kept between two runs."""

from __future__ import annotations

import click

_HELP = """Show or empty the folder of what is kept between two runs.

Rulebooks are kept there in a form that loads quickly, and of each draft what was found in it.  Nothing is
lost with it: what is missing, broken or out of date is made anew.  STYLELINT_CACHE_DIR names another folder.

\b
Examples:
  stylelint cache dir      where it is
  stylelint cache clear    delete what is in it"""


@click.group("cache", help=_HELP)
def command() -> None:
    """Show or empty the cache."""


@command.command("dir", short_help="Print where the cache is.")
def where() -> int:
    """Print where the cache is."""
    from stylelint.cli import store

    click.echo(store.folder())
    return 0


@command.command("clear", short_help="Delete what is in the cache.")
def clear() -> int:
    """Delete what is in the cache."""
    from stylelint.cli import store
    from stylelint.errors import UserError
    from stylelint.reporters import plural

    try:
        count, size = store.clear()
    except OSError as error:
        raise UserError(f"cannot be deleted: {error.strerror or error}", error.filename or "") from None
    click.echo(f"{plural(count, 'file')} deleted, {size / 1e6:.1f} MB")
    return 0
