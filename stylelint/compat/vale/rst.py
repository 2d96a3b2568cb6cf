"""reStructuredText as HTML, as `rst2html` of docutils writes it."""

from __future__ import annotations

import re
from typing import Any

from stylelint.errors import UserError

_SETTINGS: dict[str, Any] = {
    "_disable_config": True,
    "embed_stylesheet": False,
    # What a draft names is neither read nor run.
    "file_insertion_enabled": False,
    "footnote_backlinks": False,
    "halt_level": 5,
    "input_encoding": "unicode",
    "report_level": 3,
    "sectnum_xform": False,
    "syntax_highlight": "none",
    "toc_backlinks": False,
    "warning_stream": False,
}
"""What docutils does not know, such as roles and directives of Sphinx, is marked in the HTML and not told."""

_LABELS = re.compile(
    r'<p class="first admonition-title">'
    r"(?:Attention!?|Caution!?|!?DANGER!?|Danger|Error|Hint|Important|Note|Tip|Warning)</p>"
)
"""Headings that the draft does not have itself."""

_MESSAGES = re.compile(r'<div class="system-message">.*?</div>', re.DOTALL)
"""What docutils has to say of the draft, such as of a directive that it does not know."""

_CONTENTS = re.compile(r'<div class="contents[^>]*>.*?</div>', re.DOTALL)
"""A table of contents: the headings once more."""

_WHOLE = re.compile(r'<span class="pre">([^<]*)</span>')
"""A word of a literal that browsers are not to break: code like the other words of the literal."""

_MADE = (_LABELS, _MESSAGES, _CONTENTS)
CLASSES = ("system-messages",)
"""The class of what is left of such messages at the end, beside those that Vale leaves out anyway."""


def html(text: str, path: str = "") -> str:
    """Return the body of the HTML that docutils makes of a text.

    Args:
        text: reStructuredText.
        path: of the draft, for errors.

    Raises:
        UserError: docutils is not installed, or cannot read the text.
    """
    try:
        from docutils.core import publish_parts
    except ImportError:
        raise UserError("reStructuredText needs docutils: pip install 'stylelint[vale-rst]'", path) from None
    try:
        body: str = publish_parts(text, writer="html4", settings_overrides=_SETTINGS)["html_body"]
    except Exception as error:  # docutils raises what its parts raise
        raise UserError(f"docutils cannot read it: {' '.join(str(error).split())}", path) from None
    body = _WHOLE.sub(r"\1", body)
    for made in _MADE:
        body = made.sub("", body)
    return body
