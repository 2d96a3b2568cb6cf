"""reStructuredText as HTML, as `rst2html` of docutils writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from stylelint.compat.vale.sphinx import register
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
"""What is wrong in a draft is marked in the HTML and not told."""

_LABELS = re.compile(
    r'<p class="first admonition-title">'
    r"(?:Attention!?|Caution!?|!?DANGER!?|Danger|Error|Hint|Important|Note|Tip|Warning)</p>"
)
"""Headings that the draft does not have itself."""

_MESSAGES = re.compile(
    r'<div class="system-message">(?:(?!</?div|<pre).)*(<pre class="literal-block">.*?</pre>)?\s*</div>',
    re.DOTALL,
)
"""What docutils has to say of the draft, such as of a directive that it does not know, with that itself."""

_CONTENTS = re.compile(r'<div class="contents[^>]*>.*?</div>', re.DOTALL)
"""A table of contents: the headings once more."""

_WHOLE = re.compile(r'<span class="pre">([^<]*)</span>')
"""A word of a literal that browsers are not to break: code like the other words of the literal."""

_MADE = (_LABELS, _CONTENTS)
CLASSES = ("system-messages",)
"""The class of what is left of such messages at the end, beside those that Vale leaves out anyway."""


def html(text: str, path: str = "", code: Sequence[str] = (), prose: Sequence[str] = ()) -> str:
    """Return the body of the HTML that docutils makes of a text.

    Args:
        text: reStructuredText.
        path: of the draft, for errors.
        code: directives in which there is no prose, beside those of Sphinx.
        prose: roles whose text is prose, beside those of Sphinx.

    Raises:
        UserError: docutils is not installed, or cannot read the text.
    """
    try:
        from docutils.core import publish_parts
    except ImportError:
        raise UserError("reStructuredText needs docutils: pip install 'stylelint[vale-rst]'", path) from None
    register(text, code, prose)
    try:
        body: str = publish_parts(text, writer="html4", settings_overrides=_SETTINGS)["html_body"]
    except Exception as error:  # docutils raises what its parts raise
        raise UserError(f"docutils cannot read it: {' '.join(str(error).split())}", path) from None
    body = _WHOLE.sub(r"\1", body)
    # What it does not know is kept as code, so that texts behind it are not looked for in it.
    body = _MESSAGES.sub(lambda found: found[1] or "", body)
    for made in _MADE:
        body = made.sub("", body)
    return body
