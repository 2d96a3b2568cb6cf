"""Vale's rules on Quarto and MyST."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compat.vale.styles import Desk

RULE = "extends: existence\nmessage: “%s”\ntokens: [cog]\n"


def lines(folder: Path, text: str, name: str, more: str = "", sections: str = "") -> list[int]:
    """Return the lines in which a rule finds its word; every one of these is where it is said to be."""
    desk = Desk(folder, {"Rule": RULE + more}, sections=sections)
    found = desk.lint(text, name)
    assert all(text[d.span.start : d.span.end] == "cog" for d in found)
    return [d.line for d in found]


QUARTO = """\
# A cog {#sec-cog .cog}

::: {.callout-note #cog}
A cog in a note.
:::

:::: margin
A cog
::: {.deep}
Another cog
:::
A cog outside
::::

{{< video cog >}}

A [cog]{.cog}, a [cog](a.md){.cog}, `cog`{.r}, {{< meta cog >}} and `r cog`.

```{r}
#| cog
cog
::: cog
```

A set: {cog}.

![A cog](a.png){#cog width=50%}

::: {.open}
A cog to the end.
"""


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("text", [1, 4, 8, 10, 12, 17, 17, 25, 27, 30]),
        ("heading", [1]),
        ("class.callout-note", [4]),
        ("class.margin", [8, 10, 12]),
        ("class.margin.class.deep", [10]),
        ("class.open", [30]),
        ("link", [17]),
        ("alt", [27]),
        ("code", [17, 17]),
    ],
)
def test_quarto(tmp_path: Path, scope: str, expected: list[int]) -> None:
    assert lines(tmp_path, QUARTO, "a.qmd", f"scope: {scope}\n") == expected


MYST = """\
---
title: A cog
---

(cog)=
# A cog

% a cog

+++ {"cog": 1}

:::{note} cog
:class: cog
A cog in a note.
:::

```{warning}
---
cog: cog
---
A cog.

- a cog
```

````{tab-set}
```{tab-item} cog
A cog
```
````

```{code-block} python
:caption: cog
cog
```

:::{toctree}
cog
:::

```python
% cog
cog
```

{.cog}
A cog, {term}`cog`, {{ cog }}, [cog]{.cog} and $cog$.

:::
A cog: {cog}.
"""


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("text", [2, 6, 14, 21, 23, 28, 47, 47, 50, 50]),
        ("heading", [6]),
        ("class.note", [14]),
        ("class.warning & list", [23]),
        ("class.tab-set.class.tab-item", [28]),
        ("code", [47, 47]),
    ],
)
@pytest.mark.parametrize(
    ("name", "sections"),
    [("a.myst", ""), ("a.md", "[formats]\nmd = myst\n[*.md]\nBasedOnStyles = House")],
)
def test_myst(tmp_path: Path, scope: str, expected: list[int], name: str, sections: str) -> None:
    assert lines(tmp_path, MYST, name, f"scope: {scope}\n", sections) == expected


@pytest.mark.parametrize("name", ["a.qmd", "a.myst"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A cog.\r\n\r\n:::{note}\r\nA cog.\r\n:::\r\n", [1, 4]),
        ("```\n:::{note}\n```\n\nA cog.\n", [5]),
        ("A `{cog}` and ``[cog]{.a}``.\n\nA cog.\n", [3]),
        (":::\n:::\nA cog.\n", [3]),
        ("[a, cog] {b}", [1]),
        ("", []),
    ],
)
def test_what_looks_like_a_fence(tmp_path: Path, name: str, text: str, expected: list[int]) -> None:
    assert lines(tmp_path, text, name) == expected


def test_what_a_configuration_leaves_out(tmp_path: Path) -> None:
    sections = "[*.qmd]\nBasedOnStyles = House\nTokenIgnores = (@\\S+)"
    assert lines(tmp_path, "::: note\nOf @cog a cog.\n:::\n", "a.qmd", sections=sections) == [2]
