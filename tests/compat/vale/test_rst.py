"""Vale's rules on reStructuredText."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from stylelint.errors import UserError
from tests.compat.vale.styles import Desk

pytest.importorskip("docutils", reason="an extra brings it")

RULE = "extends: existence\nmessage: “%s”\ntokens: [dory]\n{more}"


def lines(
    folder: Path, text: str, more: str = "", ini: str = "", name: str = "draft.rst", sections: str = ""
) -> list[int]:
    """Return the lines in which a rule finds its word."""
    return [d.line for d in Desk(folder, {"Rule": RULE.format(more=more)}, ini, sections).lint(text, name)]


DRAFT = """
Heading dory
============

A paragraph with a dory, *a dory* and ``dory``,
and a `link to a dory <https://example.org/dory>`_.

- an item
  with a dory

.. note:: Mind the dory.

Example::

    a dory in code

.. image:: boat.png
   :alt: a dory at sea

=====  ====
Name   dory
=====  ====
small  dory
=====  ====
"""


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("text", [2, 5, 5, 6, 9, 11, 18, 21, 23]),
        ("heading", [2]),
        ("heading.h1", [2]),
        ("list", [9]),
        ("alt", [18]),
        ("table.header", [21]),
        ("table.cell", [23]),
        ("paragraph.rst", [5, 5, 6, 11]),
        ("link", [6]),
        ("emphasis", [5]),
        ("raw", [2, 5, 5, 5, 6, 6, 9, 11, 15, 18, 21, 23]),
        ("text.md", []),
    ],
)
def test_scopes(tmp_path: Path, scope: str, expected: list[int]) -> None:
    assert lines(tmp_path, DRAFT, f"scope: {scope}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One dory.\n\n.. vale off\n\nTwo dory.\n\n.. vale on\n\nThree dory.\n", [1, 9]),
        (".. vale House.Rule = NO\n\nOne dory.\n\n.. vale House.Rule = YES\n\nTwo dory.\n", [7]),
        ('.. vale House.Rule["dory"] = NO\n\nOne dory.\n', []),
        (".. a note to ourselves: dory\n\nOne dory.\n", [3]),
        (":ref:`dory` and :doc:`the dory </dory>`.\n", [1]),
        (".. toctree:: dory\n\n   dory\n\nOne dory.\n", [5]),
        (".. contents:: Table\n\nFirst of all dory\n=================\n\nText.\n\nA\n=\n\nText.\n", [3]),
        ("A \\*dory\\* and one\\ dory.\n", [1]),
        ("A |boat| and the dory.\n\n.. |boat| replace:: ship\n", [1]),
        ("Text.\r\n\r\nOne\r\ndory.\r\n", [4]),
        (".. include:: other.rst\n\nOne dory.\n", [3]),
        ("Title\n===\n\nOne dory.\n", [4]),
    ],
)  # fmt: skip
def test_what_is_read(tmp_path: Path, text: str, expected: list[int]) -> None:
    assert lines(tmp_path, text) == expected


def test_other_suffixes_and_comments_of_programs(tmp_path: Path) -> None:
    assert lines(tmp_path, "*One* dory.\n", name="draft.rest") == [1]
    code = "def f():\n    # One ``dory``,\n    # one *dory*.\n    return 1\n"
    assert lines(
        tmp_path, code, name="draft.py", sections="[formats]\npy = rst\n[*]\nBasedOnStyles = House"
    ) == [3]


def test_what_a_configuration_leaves_out(tmp_path: Path) -> None:
    sections = "[*.rst]\nBasedOnStyles = House\nBlockIgnores = (?s)<<(.+?)>>\nTokenIgnores = (d\\w+y)!"
    assert lines(tmp_path, "One dory.\n\n<<\nA dory.\n>>\n\nA dory! A dory.\n", sections=sections) == [1, 7]


def test_places_are_those_of_the_draft(tmp_path: Path) -> None:
    desk = Desk(tmp_path, {"Rule": RULE.format(more="")})
    text = "A *fine* \\*dory\\* of a\n   quoted dory.\n"
    assert [(d.line, d.column, d.text) for d in desk.lint(text, "draft.rst")] == [
        (1, 12, "dory"),
        (2, 11, "dory"),
    ]


def test_without_docutils_it_is_said_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docutils.core", None)
    with pytest.raises(UserError, match=r"draft\.rst.*pip install 'stylelint\[vale-rst\]'"):
        lines(tmp_path, "One dory.\n")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("---\ntitle: A dory\n---\n\n", [2, 5]),
        ("---\nOur\n---\n\nA dory.\n\n", [5, 7]),
        ("+++\ntitle = 'A dory'\n+++\n\n", [2, 5]),
    ],
)
def test_front_matter(tmp_path: Path, head: str, expected: list[int]) -> None:
    assert lines(tmp_path, f"{head}A dory again.\n") == expected


def test_all_of_a_literal_is_code(tmp_path: Path) -> None:
    text = "A ``--small dory of the-dory dory`` dory.\n"
    assert lines(tmp_path, text) == [1]
    assert lines(
        tmp_path, "Of :ref:`a-b dory` dory.\n", sections="[*]\nBasedOnStyles=House\nTokenIgnores=(:ref:`.*`)"
    ) == [1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (".. versionadded:: 1.0\n   A dory.\n\nA dory.\n", [2, 4]),
        (".. seealso::\n\n   A dory.\n\n   * a dory\n", [3, 5]),
        (".. py:function:: dory(dory)\n   :dory: dory\n\n   Makes a dory.\n", [4]),
        (".. toctree::\n   :caption: dory\n\n   dory\n   dory/b\n\nA dory.\n", [7]),
        (".. autoclass:: dory\n   :members: dory\n\n   dory\n\nA dory.\n", [6]),
        (".. code-block:: dory\n   :caption: dory\n   :emphasize-lines: 1\n\n   dory\n\nA dory.\n", [7]),
        (".. mermaid::\n\n   dory\n\nA dory.\n", [5]),
        ("Of :func:`dory`, :py:class:`~a.dory` and :doc:`dory`.\n", []),
        ("Of :ref:`a dory <boats>` and\n:guilabel:`dory` and `dory`:term:.\n", [1, 2, 2]),
        ("Of :kbd:`dory`.\n", [1]),
    ],
)
def test_directives_and_roles_of_others(tmp_path: Path, text: str, expected: list[int]) -> None:
    sections = "[sphinx]\nCodeDirectives = mermaid\nProseRoles = kbd\n[*.rst]\nBasedOnStyles = House"
    assert lines(tmp_path, text, sections=sections) == expected
