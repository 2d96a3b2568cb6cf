"""Turns the bytes of a file into text and back, and says in one line why it cannot."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

import re
from typing import NamedTuple

from stylelint import lazy
from stylelint.errors import UserError

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_UTF32 = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP file (or DOCX, XLSX, ODT)"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
)
_REMARKABLE = tuple(begins for begins, _ in (*_BOMS, *_MAGIC))
"""How no file begins that is plainly text.  (UTF-32 begins as UTF-16 does, or with a NUL.)"""
_HINT = "save it as UTF-8"
_LETTER = "À-ÖØ-öø-ÿŠŒŽšœžŸ"
_STRANGE_PAIR = lazy.regex(rf"[ÂÃâ][\x80-\xbf€‚„…†‡‰‹‘’“”•–—˜™›]|[{_LETTER}]{{3}}")
"""UTF-8 gone wrong (Ã©), or the letters of another alphabet."""
_STRANGE_WORD = lazy.regex(
    r"[a-zà-ÿ][À-ÖØ-ÝŠŒŽŸ](?=[a-zà-ÿ])|[A-Za-z][¡¤¦¬¶¸¿×÷ˆ˜ƒ](?=[A-Za-z])|[¹³£¥¼¾§±][a-zà-ÿ]"
)
"""A capital or a sign in the middle of a word, or a sign at the head of one."""


class Decoded(NamedTuple):
    """A file as text.

    Attributes:
        text: without the byte order mark; line ends as they stand.
        encoding: a codec's name: utf-8, utf-16-le, utf-16-be or cp1252.
        bom: the byte order mark that the file began with, b"" where it had none.
    """

    text: str
    encoding: str = "utf-8"
    bom: bytes = b""


def decode(path: str, data: bytes) -> Decoded:
    """Return the text of a file.

    UTF-8 and, with a byte order mark, UTF-16.  Windows-1252 (and so Latin-1) where nothing else it
    could be makes sense of every byte; see `_windows`.

    Raises:
        UserError: it is not text, or in an encoding that cannot be told for sure.
    """
    if data.startswith(_REMARKABLE) or b"\0" in data:
        _refuse_binary(path, data)
        for bom, encoding in _BOMS:
            if data.startswith(bom):
                return Decoded(_strict(path, data, encoding, len(bom)), encoding, bom)
        _refuse_nul(path, data)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        text = _windows(data)
        if text is None:
            raise _undecodable(path, data, error) from None
        return Decoded(text, "cp1252")


def encode(like: Decoded, text: str) -> bytes:
    """Return text as bytes in the encoding of a file, its byte order mark put back.

    Raises:
        UnicodeEncodeError: the encoding has no such character.
    """
    return like.bom + text.encode(like.encoding)


def _refuse_binary(path: str, data: bytes) -> None:
    if data.startswith(_UTF32):
        raise UserError(f"is in UTF-32, which is not read; {_HINT}", path)
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise UserError(f"is {name}, not text; give its text as .txt or .md", path)


def _refuse_nul(path: str, data: bytes) -> None:
    at = data.find(b"\0")
    if at >= 0:
        line, column = _place(data, at)
        wrong = f"is a binary file, not text (a NUL byte here); if it is UTF-16, {_HINT}"
        raise UserError(wrong, path, line, column)


def _strict(path: str, data: bytes, encoding: str, skip: int) -> str:
    """Decode what follows the byte order mark; the error names the place where it goes wrong."""
    try:
        text = data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(path, data[skip:], error) from None
    if "\0" in text:
        raise UserError(f"is a binary file, not text (a NUL character in {encoding.upper()}); {_HINT}", path)
    return text


def _undecodable(path: str, data: bytes, error: UnicodeDecodeError) -> UserError:
    before = data[: error.start].decode(error.encoding, "replace")
    line, column = _last_place(before)
    if error.encoding == "utf-8":
        byte = f"byte 0x{data[error.start]:02x} here"
        wrong = f"is not UTF-8 ({byte}) and no other encoding can be told for sure"
    else:
        wrong = f"is not whole {error.encoding.upper()}, as its byte order mark says ({error.reason} here)"
    return UserError(f"{wrong}; {_HINT}", path, line, column)


def _place(data: bytes, at: int) -> tuple[int, int]:
    return _last_place(data[:at].decode("utf-8", "replace"))


def _last_place(before: str) -> tuple[int, int]:
    """Return line and column of what follows a text, both from 1."""
    text = before.replace("\r\n", "\n").replace("\r", "\n")
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _windows(data: bytes) -> str | None:
    """Return the text if every byte makes sense as Windows-1252, None if there is any doubt.

    Sense means: a letter stands in a word (or is the start or whole of one), a curly quote, dash,
    sign or no-break space stands in a text that has letters.  Letters from the upper half that follow
    one another are the mark of UTF-8 gone wrong or of another alphabet.
    """
    if re.search(rb"[\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]", data):
        return None
    text = data.decode("cp1252")
    high = len(re.findall(rb"[\x80-\xff]", data))
    foreign = high * 2 > len(re.findall(rb"[A-Za-z]", data))
    return None if foreign or _STRANGE_PAIR.search(text) or _STRANGE_WORD.search(text) else text
