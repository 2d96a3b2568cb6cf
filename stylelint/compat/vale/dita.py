"""DITA as HTML, as the program `dita` of the DITA Open Toolkit writes it."""

from __future__ import annotations

import re
from glob import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from stylelint.compat.vale.programs import run
from stylelint.errors import UserError

_SECONDS = 180
"""The program starts slowly, and reads a map of many topics more slowly still."""

_MADE = re.compile(
    r"<head\b.*?</head>|<nav\b.*?</nav>|<span class=\"note__title\">.*?</span>", re.DOTALL | re.IGNORECASE
)
"""What the draft does not have itself: the head of a page, ways to others, and labels of notes."""


def html(text: str, path: str = "") -> str:
    """Return the HTML that the program makes of a topic.

    Args:
        text: DITA.
        path: of the file that holds the text; the program reads it there, with what it refers to.

    Raises:
        UserError: the program is not there, or cannot read the file, or that holds another text.
    """
    given = Path(path)
    if not _stands(given, text):
        raise UserError("DITA is read from its file by the program dita, and no file has this text", path)
    with TemporaryDirectory() as folder:
        out = Path(folder, "out")
        run(
            "dita",
            [f"--input={given}", "--format=html5", f"--output={out}", f"--temp={Path(folder, 'temp')}"],
            path, "DITA", seconds=_SECONDS,
        )  # fmt: skip
        found = sorted(out.rglob(f"{escape(given.stem)}.html"))
        if not found:
            raise UserError("dita has written no HTML of it", path)
        return _MADE.sub("", found[0].read_text("utf-8", errors="replace"))


def _stands(path: Path, text: str) -> bool:
    """Tell whether a file holds a text."""
    try:
        return path.read_bytes().decode("utf-8-sig") == text
    except (OSError, ValueError):
        return False
