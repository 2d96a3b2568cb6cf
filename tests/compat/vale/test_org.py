"""Vale's rules on Org mode."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint.compat.vale.org import org
from tests.compat.vale.styles import Desk

RULE = "extends: existence\nmessage: “%s”\ntokens: [dory]\n{more}"


def places(
    folder: Path, text: str, more: str = "", ini: str = "", sections: str = ""
) -> list[tuple[int, int]]:
    """Return line and column of each word that a rule finds."""
    desk = Desk(folder, {"Rule": RULE.format(more=more)}, ini, sections)
    return [(d.line, d.column) for d in desk.lint(text, "draft.org")]


DRAFT = r"""#+TITLE: The dory
#+TODO: DORY(d) | SUNK
# a dory in a comment

A dory, =dory=, ~dory~, *a dory*, /dory/, _dory_ and +dory+,
[[https://example.org/dory][link to a dory]], [[https://example.org/dory]], https://example.org/dory.

* DORY [#A] Heading dory [1/2] :dory:boat:
  SCHEDULED: <2024-05-04 Sat> dory
  :PROPERTIES:
  :BOAT: dory
  :END:
** Heading dory below
- an item with a dory
  over two lines, a dory
  + in it another dory

  another paragraph, dory
- [X] dory
- dory :: a term
1) an item of its own


- dory :: means a dory
: dory as it stands
| Name  | dory |
|-------+------|
| <l>   |      |
| small | dory |
#+TBLFM: dory
#+begin_quote
A dory, somebody said.
#+end_quote
#+BEGIN_SRC dory
dory = 1
#+END_SRC
#+begin_example
dory
#+end_example
#+begin_verse
A dory,
  a dory.
#+end_verse
#+begin_center
dory
#+end_center
#+begin_export html
<p>dory</p>
#+end_export
#+begin_export latex
dory
#+end_export
-----
\begin{dory}
dory
\end{dory}
* COMMENT dory
dory
** dory
* dory :noexport:
dory
* A dory[fn:1] to the end[fn:: a note, dory]
[fn:1] dory

[fn:2] A dory
runs on, dory.
"""


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("heading", [1, 8, 13, 62]),
        ("heading.h1", [1]),
        ("heading.h2", [8, 62]),
        ("heading.h3", [13]),
        ("list", [14, 15, 16, 19, 20]),
        ("table.header", [26]),
        ("table.cell", [29]),
        ("blockquote", [32]),
        ("strong", [5]),
        ("emphasis", [5]),
        ("code", [5, 5]),
        ("link", [6, 6, 6]),
        ("heading.org", [1, 8, 13, 62]),
        ("paragraph", [5, 5, 5, 5, 5, 6, 18, 24, 24, 41, 42, 45, 48, 62, 63, 65, 66]),
    ],
)
def test_scopes(tmp_path: Path, scope: str, expected: list[int]) -> None:
    assert [line for line, _ in places(tmp_path, DRAFT, f"scope: {scope}\n")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Written $dory$, \\(dory\\), \\[dory\\], $$dory$$ and \\dory{dory}.",
        "Run src_sh{dory}, call_dory(dory), {{{dory}}}, @@latex:dory@@, [cite:@dory], <<dory>>.",
        "Due <2024-05-04 dory> to [2024-05-04]--[2024-05-05 dory].",
        "A picture: [[file:dory.png]].",
        "The [[dory]].",
        ":LOGBOOK:\ndory\n:END:",
        "# vale off\n\ndory\n\n# vale on",
        "# vale House.Rule = NO\ndory\n# vale House.Rule = YES",
        "@@html:<!-- vale off -->@@\n\ndory\n\n@@html:<!-- vale on -->@@",
        '# vale House.Rule["dory"] = NO\ndory\n# vale House.Rule["dory"] = YES',
        "#+begin_comment\ndory\n#+end_comment",
        "#+caption: dory\n[[./boat.jpg]]",
    ],
)
def test_what_is_no_prose(tmp_path: Path, text: str) -> None:
    assert places(tmp_path, text + "\n\nOne dory.") == [(text.count("\n") + 3, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 and the dory $6.",
        "snake_dory_case and 5*dory*6 and a/dory/b",
        "The Dory: dory",
        ":word:\nwith no end, a dory",
        "# vale House.Other = NO\ndory",
        "*not closed, dory",
        "The *bold\ndory* of two lines",
        "#hash dory",
        "5.5 dory",
        "#+SUBTITLE: a dory\n#+author: Dory\n#+DESCRIPTION: a /dory/ below",
        "Boats:\n  * an indented dory",
    ],
)
def test_what_is_prose(tmp_path: Path, text: str) -> None:
    found = places(tmp_path, text)
    lines = text.splitlines()
    assert [lines[line - 1][column - 1 :][:4] for line, column in found] in (["dory"], ["dory"] * 2)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter(tmp_path: Path, end: str) -> None:
    text = f"---{end}title: A dory{end}---{end}* A dory{end}---{end}"
    assert places(tmp_path, text) == [(2, 10), (4, 5)]
    assert places(tmp_path, text, "scope: text.frontmatter.title\n") == [(2, 10)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_places_over_ends_of_lines(tmp_path: Path, end: str) -> None:
    desk = Desk(tmp_path, {"Rule": "extends: existence\nmessage: “%s”\ntokens: ['small\\s+dory']\n"})
    text = f"- A small{end}  dory and =code= a small dory.{end}"
    told = [(d.line, d.column, d.end_line, d.end_column) for d in desk.lint(text, "draft.org")]
    assert told == [(1, 5, 2, 7), (2, 21, 2, 31)]


@pytest.mark.parametrize(
    ("setting", "text", "expected"),
    [
        (r"TokenIgnores = (@\S+)", "A @begin@dory dory.\n", [(1, 15)]),
        (r"BlockIgnores = (?s)(@begin.*?end)", "A dory\n\n@begin\n\n* dory\n\nend\n\ndory", [(1, 3), (9, 1)]),
    ],
)
def test_what_a_configuration_leaves_out(
    tmp_path: Path, setting: str, text: str, expected: list[tuple[int, int]]
) -> None:
    assert places(tmp_path, text, sections=f"[*.org]\nBasedOnStyles = House\n{setting}") == expected


def test_words_beside_marks_stay_apart(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: “%s”\ntokens: ['[a-z]+ dory [a-z]+']\n"
    text = "one *dory* two\n\none [[x][dory]] two\n\none dory[fn:1] two\n"
    assert [d.line for d in Desk(tmp_path, {"Rule": rule}).lint(text, "draft.org")] == [1, 3, 5]


@pytest.mark.parametrize(
    "unit", ["#+begin_quote\n", "- a\n", "*a /b ", "[[a][b ", "#+begin_src\n", ":a:\n", "{{{"]
)
def test_nothing_is_too_deep_or_too_dear(unit: str) -> None:
    nested = "".join(f"{' ' * depth}- a\n" for depth in range(300))
    assert sum(token.kind == "start" for token in org(unit * 2_000)) < 20_000
    assert sum(token.data == "a\n- a" for token in org(nested)) == 0


def test_deep_emphasis_is_text() -> None:
    tokens = list(org("*/" * 240 + "dory" + "/*" * 240))
    assert 20 < sum(token.kind == "start" for token in tokens) < 100
    assert any("dory" in token.data for token in tokens)
