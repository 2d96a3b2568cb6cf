"""A real browser, headless: Debian's Chromium or whatever is called so; skipped where none is installed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import escape, unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
# The page stands in a frame, so that it can be as narrow as a telephone, and is looked into from outside:
# it runs as it is, under its own rules about scripts.
FRAME = """\
<!DOCTYPE html><meta charset="utf-8"><html style="color-scheme: light dark"><body>
<iframe id="page" style="width: {width}px; height: 900px; border: 0" {page}></iframe>
<pre id="result"></pre>
<script>
const frame = document.getElementById("page");
async function look() {{
  const win = frame.contentWindow, doc = frame.contentDocument;
  const shown = (query) => [...doc.querySelectorAll(query)].filter((e) => e.getClientRects().length).length;
  const colour = (query) => win.getComputedStyle(doc.querySelector(query)).backgroundColor;
  let result;
  try {{ result = await (async () => {{ {script} }})(); }} catch (error) {{ result = String(error); }}
  document.getElementById("result").textContent = JSON.stringify(result);
}}
frame.contentDocument.readyState === "complete" && frame.contentDocument.body.children.length
  ? look() : frame.addEventListener("load", look);
</script></body></html>
"""


def measured(page: str | Path, script: str, *, width: int = 1200, dark: bool = False) -> Any:
    """What a script finds in a page as the browser has laid it out.

    Args:
        page: HTML, or a file to open.
        script: JavaScript that returns what JSON can hold; it has `doc`, `win`, `shown(query)`, how many
            elements are to be seen, and `colour(query)`, of a background.
        width: of the window, in pixels.
        dark: whether the reader prefers dark pages.
    """
    shown = f'src="{page.resolve().as_uri()}"' if isinstance(page, Path) else f'srcdoc="{escape(page)}"'
    with TemporaryDirectory() as folder:
        file = Path(folder) / "frame.html"
        file.write_text(FRAME.format(width=width, page=shown, script=script), "utf-8")
        extra = ["--blink-settings=preferredColorScheme=0"] if dark else []
        dom = run(
            "--allow-file-access-from-files", "--virtual-time-budget=3000", *extra, "--dump-dom", str(file)
        )
    found = re.search(r'<pre id="result">(.+?)</pre>', dom, re.S)
    assert found, dom[-2000:]
    return json.loads(unescape(found[1]))


def run(*arguments: str) -> str:
    """What the browser prints."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if not program:
        pytest.skip(f"no browser is installed: none of {', '.join(NAMES)}")
    with TemporaryDirectory() as profile:
        done = subprocess.run(
            [program, *FLAGS, f"--user-data-dir={profile}", *arguments],
            capture_output=True, encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
