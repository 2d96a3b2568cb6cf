"""A rulebook of a house, with something of every sort."""

from __future__ import annotations

from stylelint.rulebook import loads
from stylelint.rulebook.rule import Rulebook

BOOK = """\
chapter: house
rules:
  old-spelling:
    check: preferred
    words: {advisor: adviser, advisors: advisers, adviseur: adviser}
    level: error
    message: We write “{replacement}”, not <b>“{found}”</b>.
    why: |
      One spelling & no
      other; so *it* is.
    source: https://desk.example/spelling?a=1&b=2
    fix: safe
    scope: [headline, paragraph]
    from: 2026-01-31
    examples:
      - bad: |
          The advisor left.

          The <i>advisors</i> stayed.
        good: |
          The adviser left.

          The <i>advisers</i> stayed.
      - good: "[Advisory] board | `code`"
  gone:
    check: banned
    words: [Share this]
    remove: true
    message: Goes.
    why: It is no copy.
    source: The desk
    examples:
      - {bad: Share this, good: ""}
      - good: Share prices.
"""
OTHER = """\
chapter: index
rules:
  quite:
    check: banned
    words: [quite]
    message: No.
    why: Empty.
    quotes: any
    fix: none
    examples:
      - bad: Quite old.
      - good: Quit.
"""


def house() -> Rulebook:
    """Both chapters."""
    first, second = loads(BOOK.encode(), "house.yml"), loads(OTHER.encode(), "index.yml")
    return Rulebook("house", (*first.rules, *second.rules))
