"""`stylelint show-config`: which configuration holds for a draft, and what says so."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from stylelint.cli.options import Choice, Path, config_option

if TYPE_CHECKING:
    from stylelint.config import Config, Named
    from stylelint.config.shown import Part, Setting

_HELP = """Show which configuration holds for a draft, and the file, line and column that say so.

FILE is a draft, which need not be there; without one, the folder you are in.
What no file says is the default.

\b
Examples:
  stylelint show-config
  stylelint show-config opinion/tides.md
  stylelint show-config --format json opinion/tides.md"""


@click.command(
    "show-config", help=_HELP, short_help="Show which configuration holds for a draft, and what says so."
)
@click.argument("file", default="", type=Path())
@click.option("--format", "format_", type=Choice(("yaml", "json")), default="yaml", show_default=True)
@config_option
def command(file: str, format_: str, config: str) -> int:
    """Print what holds."""
    from stylelint.cli import plan
    from stylelint.config import Named
    from stylelint.config.shown import settings

    nearest, instead = plan.nearby(config)
    path = os.path.join(file, "") if os.path.isdir(file) else file
    whole = nearest.of(path)
    if instead and whole is nearest.home:
        whole = whole._replace(rulebooks=tuple(Named(name, name) for name in instead))
    sections = whole.matching(path) if path else ()
    shown = _json if format_ == "json" else _yaml
    about = _About(file, whole, sections, bool(path) and nearest.choice(path).leaves_out(path))
    click.echo("\n".join(shown(about, settings(whole.at(sections)))))
    return 0


class _About(NamedTuple):
    """What a configuration is shown for.

    Attributes:
        file: the draft, as it was named; "" for the working folder.
        config: its configuration, with all sections.
        sections: the indices of those that speak of the draft.
        left_out: whether it is left out of folders.
    """

    file: str
    config: Config
    sections: tuple[int, ...]
    left_out: bool

    @property
    def globs(self) -> list[Named]:
        """The sections that speak of the draft, as they were written."""
        return [self.config.paths[index].glob for index in self.sections]


def _yaml(about: _About, found: list[Setting]) -> Iterator[str]:
    from stylelint.reporters.terminal import printable

    says = about.config.path or "no configuration, so that these are the defaults"
    yield f"# What holds for {printable(about.file) or 'this folder'}: {says}"
    yield from (f"# extends {_word(named.name)}  ({named.place})" for named in about.config.extends)
    yield from (f"# paths {_word(glob.name)}  ({glob.place})" for glob in about.globs)
    if about.left_out:
        yield "# It is left out of folders."
    for setting in found:
        yield from _setting(setting)


def _setting(setting: Setting) -> Iterator[str]:
    if setting.kind == "one" or not setting.parts:
        yield f"{setting.key}: {_word(setting.value)}  # {setting.place or 'default'}"
        return
    yield f"{setting.key}:"
    yield from (f"  {_entry(part)}  # {part.place or 'default'}" for part in setting.parts)


def _entry(part: Part) -> str:
    if isinstance(part.value, tuple):
        name, value = part.value
        return f"{_word(name)}: {_word(value)}"
    return f"- {_word(part.value)}"


def _word(value: Any) -> str:
    """Return a value as YAML on one line."""
    import yaml

    text = yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, width=float("inf"), sort_keys=False
    )
    return text.strip().removesuffix("\n...").strip()


def _json(about: _About, found: list[Setting]) -> Iterator[str]:
    from json import dumps

    record = {
        "file": about.file.replace(os.sep, "/"),
        "left_out": about.left_out,
        "configuration": about.config.path or None,
        "extends": [{"name": named.name, "from": named.place} for named in about.config.extends],
        "paths": [{"glob": glob.name, "from": glob.place} for glob in about.globs],
        "settings": {
            setting.key: {
                "value": setting.value,
                "from": [part.place for part in setting.parts if part.place],
            }
            for setting in found
        },
    }
    # A name that is no UTF-8 can be written in ASCII alone.
    yield dumps(record, indent=2, ensure_ascii=not about.file.isprintable())
