"""XML as the HTML that a stylesheet of XSLT makes of it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from stylelint.errors import UserError

_HEAD = re.compile(r"<head\b.*?</head>", re.DOTALL | re.IGNORECASE)


def html(text: str, sheet: Path, path: str = "") -> str:
    """Return the HTML that a stylesheet makes of a text, without its head.

    Args:
        text: XML.
        sheet: the file of the stylesheet.
        path: of the draft, for errors.

    Raises:
        UserError: lxml is not installed, or text or stylesheet cannot be read.
    """
    try:
        from lxml import etree
    except ImportError:
        raise UserError("XML needs lxml: pip install 'stylelint[vale-xml]'", path) from None
    try:
        transform = _compiled(sheet)
    except (OSError, etree.LxmlError) as error:
        raise UserError(f"the stylesheet cannot be read: {error}", str(sheet)) from None
    # The text is decoded already, whatever it says of itself.
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True)
    try:
        return _HEAD.sub("", str(transform(etree.fromstring(text.encode(), parser))))
    except etree.LxmlError as error:
        raise UserError(f"it cannot be transformed: {error}", path) from None


@lru_cache(maxsize=16)
def _compiled(sheet: Path) -> Any:
    """Return a stylesheet made ready; it may read other files, and neither write any nor ask the network."""
    from lxml import etree

    allowed = etree.XSLTAccessControl(
        read_network=False, write_network=False, write_file=False, create_dir=False
    )
    return etree.XSLT(etree.parse(str(sheet), etree.XMLParser(no_network=True)), access_control=allowed)
