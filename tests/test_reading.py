"""What a configuration says about reading, and what it cannot say."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint.config.parse import read
from stylelint.errors import UserError
from stylelint.readers.options import PLAIN, Options, Roles, Skipped

SAID = """formats: {"*.njk": html, "wire/*": text}
skip:
  classes: [ad, promo]
  ids: comments
  shortcodes: [instagram]
  fields: [slug, "seo.*"]
  patterns: ['\\[\\[.*?\\]\\]']
roles:
  - {files: "captions/*", paragraph: caption}
  - {layout: gallery, paragraph: caption, headline: crosshead}
"""


def configured(folder: Path, text: str) -> Options:
    path = folder / "stylelint.yml"
    path.write_text(text)
    return read(path, "stylelint.yml").reading


def test_every_key_is_read(tmp_path: Path) -> None:
    assert configured(tmp_path, SAID) == Options(
        (("*.njk", "html"), ("wire/*", "text")),
        Skipped(
            frozenset({"ad", "promo"}),
            frozenset({"comments"}),
            frozenset({"instagram"}),
            ("slug", "seo.*"),
            (r"\[\[.*?\]\]",),
        ),
        (
            Roles((("paragraph", "caption"),), files="captions/*"),
            Roles((("paragraph", "caption"), ("headline", "crosshead")), layout="gallery"),
        ),
    )
    assert configured(tmp_path, "exclude: [a]\n") is PLAIN


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("formats: {'*.njk': htm}", "stylelint.yml:1:20: no format “htm”; did you mean “html”?"),
        ("skip: {clases: [a]}", "stylelint.yml:1:8: “skip” has no key “clases”; did you mean “classes”?"),
        ("skip: {patterns: ['(']}", "stylelint.yml:1:19: no regular expression: "),
        ("roles: [{paragraf: caption}]", "stylelint.yml:1:10: no role “paragraf”; did you mean “paragraph”?"),
        ("roles: [{paragraph: capton}]", "stylelint.yml:1:21: no role “capton”; did you mean “caption”?"),
        ("formats: [a]", "stylelint.yml:1:10: "),
    ],
)
def test_mistakes_have_their_place(tmp_path: Path, text: str, error: str) -> None:
    with pytest.raises(UserError) as raised:
        configured(tmp_path, text)
    assert str(raised.value).startswith(error)
