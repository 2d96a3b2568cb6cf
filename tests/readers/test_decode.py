"""Bytes become text only where there is no doubt, and become the same bytes again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.errors import UserError
from stylelint.readers.decode import Decoded, decode, encode


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"", "", "utf-8"),
        ("Café\r\n".encode(), "Café\r\n", "utf-8"),
        (b"\xef\xbb\xbfHello", "Hello", "utf-8"),
        (b"\xff\xfe" + "Hé😀".encode("utf-16-le"), "Hé😀", "utf-16-le"),
        (b"\xfe\xff" + "Hé".encode("utf-16-be"), "Hé", "utf-16-be"),
        (
            "The café in Besançon stayed open.".encode("latin-1"),
            "The café in Besançon stayed open.",
            "cp1252",
        ),
        ("It’s a “quote” – and £5.".encode("cp1252"), "It’s a “quote” – and £5.", "cp1252"),
    ],
)
def test_text_is_read_where_it_can_be_told(data: bytes, text: str, encoding: str) -> None:
    decoded = decode("a.txt", data)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert encode(decoded, decoded.text) == data


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 x", "a PDF file"),
        (b"PK\x03\x04xxxx", "a ZIP file"),
        (b"\x89PNG\r\n\x1a\nxx", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"\x1f\x8b\x08", "a gzip file"),
        (b"abc\0def", "a binary file"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "UTF-32"),
        (b"\xff\xfea", "UTF-16"),
        (b"\xef\xbb\xbf\xff", "not UTF-8"),
        ("Привет, как дела".encode("cp1251"), "not UTF-8"),
        ("日本語のテキスト".encode("shift-jis"), "not UTF-8"),
        ("Café".encode() + b" caf\xe9", "not UTF-8"),
        (b"\x80\x81\x82", "not UTF-8"),
    ],
)
def test_what_is_not_text_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(UserError) as caught:
        decode("a.txt", data)
    assert said in caught.value.message
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("a.txt:")


def test_the_error_names_the_place() -> None:
    with pytest.raises(UserError) as caught:
        decode("a.txt", "één\r\nüb".encode() + b"\x81")
    assert (caught.value.line, caught.value.column) == (2, 3)


@given(st.binary())
def test_any_bytes_are_text_or_a_user_error(data: bytes) -> None:
    try:
        decoded = decode("a.txt", data)
    except UserError:
        return
    assert encode(decoded, decoded.text) == data


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_utf8_is_always_read(text: str) -> None:
    data = text.encode()
    if not data.startswith((b"{\\rtf", b"PK\x03\x04", b"%PDF-", b"GIF8", b"\xef\xbb\xbf")):
        assert decode("a.txt", data) == Decoded(text)
