"""`stylelint stylebook`: write the rules in force as pages to read."""

from __future__ import annotations

import click

from stylelint.cli.options import Choice, Path, config_option, rulebook_option
from stylelint.errors import UserError
from stylelint.stylebook import FORMATS

_HELP = """Write the rules of the house as a stylebook: chapters, reasons, examples, sources.

OUT is a folder; it is made where it is not there. The pages have what the linter says of every
example, as it says it now. Rules that are off or ignored are left out.

\b
Examples:
  stylelint stylebook site/                         open site/index.html
  stylelint stylebook --format markdown docs/style
  stylelint stylebook --rulebook newsroom --title "The Desk" site/"""


@click.command("stylebook", help=_HELP, short_help="Write the rules in force as pages to read.")
@click.argument("out", type=Path())
@click.option("--format", "format_", type=Choice(FORMATS), default="html", show_default=True)
@click.option("--title", default="Stylebook", show_default=True, help="What it is called.")
@rulebook_option
@config_option
def command(out: str, format_: str, title: str, rulebook: tuple[str, ...], config: str) -> int:
    """Write the pages and say so; return the exit status."""
    from stylelint.cli import rules
    from stylelint.reporters import plural
    from stylelint.stylebook import pages

    settings = rules.configured(config)
    every = rules.rulebook(settings, rulebook)
    rules.check((*settings.select, *settings.ignore), every, lambda: [rules.united(settings)])
    book = rules.chosen(every, settings.select, settings.ignore)
    rules.something([book], every, settings.select)
    written = [_written(out, page.name, page.text) for page in pages(book, format_, title)]
    click.echo(f"{plural(len(book.rules), 'rule')} in {plural(len(written), 'file')}: {written[0]}")
    return 0


def _written(out: str, name: str, text: str) -> str:
    """Write a page; return its path."""
    import os

    from stylelint.cli import write

    path = os.path.join(out, name)
    try:
        os.makedirs(out, exist_ok=True)
    except OSError as error:
        raise UserError(f"cannot be made: {error.strerror or error}", out) from None
    write.create(path, text.encode("utf-8", "backslashreplace"))
    return path
