"""How the languages of programs write comments and literals; the table from which `code` reads both."""

from __future__ import annotations

from functools import cache
from re import Pattern, compile, escape
from typing import NamedTuple

_DOUBLE = r'"(?:\\.|[^"\\\n])*"'
_SINGLE = r"'(?:\\.|[^'\\\n])*'"
_CHAR = r"'(?:\\[^\n]{1,10}?|[^'\\\n])'"
_RAW = r"`[^`]*`"
_TEMPLATE = r"`(?:\\.|[^`\\])*`"
_REGEX = r"(?<=[=(,:\[!&|?{};\n])[ \t]*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+/"
_TRIPLE = r'"""(?:\\.|[^\\])*?"""' + r"|'''(?:\\.|[^\\])*?'''"
_C = ("/*", "*/")


class Language(NamedTuple):
    """What a language is read by.

    Attributes:
        lines: what begins a comment that ends with its line, as expressions.
        blocks: what begins and ends the others.
        literals: expressions of what only looks like comments: strings and the like.
        docs: whether the first string of a module, a class or a function is one, too.
        attributes: whether strings behind `@doc` and the like are, too.
        starred: whether lines of a block may begin with an asterisk for decoration.
    """

    lines: tuple[str, ...] = ()
    blocks: tuple[tuple[str, str], ...] = ()
    literals: tuple[str, ...] = (_DOUBLE, _SINGLE)
    docs: bool = False
    attributes: bool = False
    starred: bool = False

    @property
    def pattern(self) -> Pattern[str]:
        """One expression with the groups `line`, `block` and `literal`."""
        return _pattern(self)


@cache
def _pattern(language: Language) -> Pattern[str]:
    blocks = "|".join(rf"{escape(a)}[\s\S]*?(?:{escape(b)}|\Z)" for a, b in language.blocks)
    kinds = {
        "literal": "|".join(language.literals),
        "block": blocks,
        "line": "|".join(rf"{sign}[^\n]*" for sign in language.lines),
    }
    return compile("|".join(f"(?P<{name}>{source})" for name, source in kinds.items() if source))


_SLASHES = Language(("//",), (_C,), starred=True)
_HASH = Language(("#",))
_RUST = Language(("//[/!]?",), (), (r'r(#*)"[\s\S]*?"\2', r'"(?:\\.|[^"\\])*"', _CHAR, r"/\*[\s\S]*?\*/"))

LANGUAGES: dict[str, Language] = {
    "py py3 pyw rpy cpy": Language(("#",), (), (_TRIPLE, _DOUBLE, _SINGLE), docs=True),
    "c h cpp cc cp cxx c++ hpp h++ cs csx": Language(("//",), (_C,), (_DOUBLE, _CHAR), starred=True),
    "go": Language(("//",), (_C,), (_DOUBLE, _CHAR, _RAW), starred=True),
    "java bsh": Language(("//",), (_C,), (r'"""[\s\S]*?"""', _DOUBLE, _CHAR), starred=True),
    "kt kts scala sbt swift": Language(("//",), (_C,), (r'"""[\s\S]*?"""', _DOUBLE), starred=True),
    "js jsx ts tsx qml": Language(("//",), (_C,), (_DOUBLE, _SINGLE, _TEMPLATE, _REGEX), starred=True),
    "rs": _RUST,
    "proto": _SLASHES,
    "less sass scss": Language((r"(?<!:)//",), (_C,), starred=True),
    "css": Language((), (_C,), starred=True),
    "php": Language((r"(?<!:)//", "#"), (_C,), starred=True),
    "rb gemspec": Language(("#",), (("=begin", "=end"),), (r'"(?:\\.|[^"\\])*"', _SINGLE)),
    "pl pm pod r": Language((r"(?<![$\w])#",)),
    "ex exs": Language(("#",), (), (_TRIPLE, _DOUBLE), attributes=True),
    "jl": Language(("#(?!=)",), (("#=", "=#"),), (_TRIPLE, _DOUBLE)),
    "lua": Language((r"--(?!\[\[)",), (("--[[", "]]"),)),
    "hs": Language(
        (r"--+(?![!#$%&*+./<=>?@\\^|~])",), (("{-", "-}"),), (r"\{-#[\s\S]*?#-\}", _DOUBLE, _CHAR)
    ),
    "clj cljs cljc cljd": Language((";+",), (), (_DOUBLE,)),
    "ps1 psm1 psd1": Language(("#(?!>)",), (("<#", "#>"),)),
}
LANGUAGES = {suffix: language for names, language in LANGUAGES.items() for suffix in names.split()}


FILES = {"SConstruct": "py", "Gemfile": "rb", "Rakefile": "rb", "Brewfile": "rb"}
"""Names of files without a suffix, and the suffix of what they are written in."""


def language_of(name: str) -> Language | None:
    """Return the language of a file, by its suffix, which may have its dot, or by its whole name."""
    return LANGUAGES.get(FILES.get(name, name).lstrip(".").lower())
