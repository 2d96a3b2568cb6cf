"""Small styles of our own, and what is told of a draft with them."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

from stylelint.compat.vale.rulebook import from_ini
from stylelint.diagnostics import Diagnostic
from stylelint.engine import Linter


class Desk:
    """A folder with styles and a configuration.

    Args:
        folder: where they are written.
        rules: name of the rule in the style `House` → its YAML.
        ini: lines above all sections; the rest of it under `sections`.
    """

    def __init__(self, folder: Path, rules: dict[str, str], ini: str = "", sections: str = "") -> None:
        self.folder = folder
        self.write("styles/House/.keep", "")
        for name, text in rules.items():
            self.write(f"styles/House/{name}.yml", text)
        self.write(
            ".vale.ini",
            f"StylesPath = styles\n{ini}\n{sections or '[*]' + chr(10) + 'BasedOnStyles = House'}\n",
        )

    def write(self, name: str, text: str) -> Path:
        """Write a file in the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(re.sub(r"\A\n", "", dedent(text)), "utf-8")
        return path

    def lint(self, text: str, name: str = "draft.md") -> list[Diagnostic]:
        """Return what is told of a draft."""
        linter = Linter(from_ini(self.folder / ".vale.ini"))
        # From Python 3.14 on, `dedent` takes the carriage return from an empty line.
        draft = text if "\r" in text else dedent(text)
        return linter.lint(linter.read(str(self.folder / name), draft.encode()))

    def told(self, text: str, name: str = "draft.md") -> list[str]:
        """Return the texts that are marked, in order."""
        return [d.text for d in self.lint(text, name)]

    def messages(self, text: str, name: str = "draft.md") -> list[str]:
        """Return the messages, in order."""
        return [d.message for d in self.lint(text, name)]


def marked(folder: Path, rule: str, text: str, ini: str = "", name: str = "draft.md") -> list[str]:
    """Return what one rule marks in a draft."""
    return Desk(folder, {"Rule": rule}, ini).told(text, name)
