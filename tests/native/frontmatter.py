"""Arguments for the functions of frontmatter.c."""

from __future__ import annotations

from hypothesis import strategies as st

from stylelint.readers.fields import Field
from stylelint.readers.frontmatter import _ROLES
from stylelint.readers.prose import Prose

KEYS = st.sampled_from(["title", "Title", "a.AUTHOR", "seo.description", "é.tags", "İ", "", ".", "a.b.dek"])
TEXTS = st.sampled_from(["a", "é b", "𝄞", "a ", "\xa0"])


@st.composite
def fields(draw: st.DrawFn) -> Field:
    """Return a field that stands there to the letter, or one with an escape, or several steps."""
    texts = draw(st.lists(TEXTS, min_size=1, max_size=2))
    steps = [
        (text, at, at + len(text) + draw(st.sampled_from([0, 0, 0, 1]))) for at, text in enumerate(texts)
    ]
    return Field(draw(KEYS), "".join(texts), steps, draw(st.sampled_from(["yaml", "bare"])))


@st.composite
def heads(draw: st.DrawFn) -> tuple[Prose, list[Field], int, dict[str, str]]:
    """Return an empty prose, fields, and the number of the first that is to be added."""
    found = draw(st.lists(fields(), max_size=6))
    return Prose(""), found, draw(st.integers(0, min(2, len(found)))), _ROLES


ARGUMENTS = {"add_plain": heads()}
