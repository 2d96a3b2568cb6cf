"""`stylelint init`: write a first house rulebook and a configuration."""

from __future__ import annotations

from pathlib import Path

import click

from stylelint.errors import UserError

_HELP = """Write a first house rulebook and a configuration into this folder.

\b
  stylelint.yml                which rulebooks hold here, and what is not linted
  house/house.yml              the rulebook of the house, with one rule to change
  house/*.schema.json          for editors that complete and check YAML

Nothing that is there already is written over."""

_CONFIGURATION = """\
# yaml-language-server: $schema=house/stylelint.schema.json
#
# The configuration of stylelint for this folder and all below it.

# Bundled rulebooks by name, your own by their path from here.
rulebooks: [house/house.yml]

# Rules and chapters that are not run, such as furniture or quotes/unbalanced: `stylelint rule` lists them.
ignore: []

# Files and folders that are not linted; * stands for anything.
exclude: []

# What else holds for some of the drafts:
#
# paths:
#   "opinion/**":
#     ignore: [titles]

# The lightest level that stops a commit or a build: error, warning or suggestion.
fail-on: warning
"""

_RULEBOOK = """\
# yaml-language-server: $schema=rulebook.schema.json
#
# The rulebook of the house.  After every change: stylelint test house/house.yml
chapter: house

# What is wrong in every newsroom.  Leave the line out to begin with an empty book.
extends: [newsroom]

rules:
  # A rule's name says what is wrong; its id is house/adviser.
  adviser:
    # The kind of rule: banned takes words out, preferred writes others in their place, and so on.
    check: preferred
    words: {advisor: adviser, advisors: advisers}

    # error: wrong in print; warning: to be looked at; suggestion: perhaps.
    level: warning

    # What the writer is told, and the reason behind it.
    message: We write “{replacement}”, not “{found}”.
    why: One spelling throughout the paper; the dictionary of the house lists this one first.

    # safe: the meaning cannot change; unsafe: a person should look first; none: no fix is offered.
    fix: safe

    # At least one text that is wrong, with its cure to the letter, and one near miss that is right.
    examples:
      - bad: The advisor resigned on Monday.
        good: The adviser resigned on Monday.
      - good: The advisory council met on Monday.

  # To change an inherited rule, name it with its chapter and give the keys that differ:
  #
  #   captions/duplicate: {level: suggestion}
  #
  # and to switch one off:
  #
  #   captions/duplicate: off
"""


@click.command("init", help=_HELP, short_help="Write a first house rulebook and a configuration.")
def command() -> int:
    """Write the files; refuse where one is there."""
    from stylelint.config.schema import schema as configuration
    from stylelint.reporters.records import encode
    from stylelint.rulebook.schema import schema

    files = {
        Path("stylelint.yml"): _CONFIGURATION,
        Path("house/house.yml"): _RULEBOOK,
        Path("house/rulebook.schema.json"): encode(schema()) + "\n",
        Path("house/stylelint.schema.json"): encode(configuration()) + "\n",
    }
    for path in files:
        if path.exists() or path.is_symlink():
            raise UserError("is there already; nothing was written", str(path))
    for path, text in files.items():
        _write(path, text)
    click.echo(f"Wrote {', '.join(map(str, files))}. Next: stylelint test, then stylelint check.")
    return 0


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror or error}", str(path)) from None
