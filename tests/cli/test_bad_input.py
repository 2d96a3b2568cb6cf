"""Whatever is in a file, a name or a rulebook: a clear line, the right status, all others linted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stylelint import cli
from tests.cli.desk import desk, stylelint

BAD, GOOD = "A very old boat.\n", "A boat.\n"


@pytest.mark.parametrize(
    ("data", "status", "line"),
    [
        (b"", 0, ""),
        (b"\n\n \r\n", 0, ""),
        (b"\xef\xbb\xbfA very old boat.", 1, ""),
        ("A very old boat.".encode("utf-16"), 1, ""),
        (b"A caf\xe9 and a very old boat.\n", None, ""),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe\xfd\0\1", 2, "bad.txt: "),
        (b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\xff\x8a", 2, "bad.txt: "),
        (b"A\rvery\rold boat.", 1, ""),
        (b"A\r\n\r\nvery\n\nold\r\rboat.", 1, ""),
        (b"A very" + b" old" * 200_000, 1, ""),
    ],
)
def test_files(tmp_path: Path, data: bytes, status: int | None, line: str) -> None:
    folder = desk(tmp_path, good=GOOD)
    (folder / "bad.txt").write_bytes(data)
    run = stylelint(folder, "check", "--format", "concise")
    assert run.returncode in ({1, 2} if status is None else {status})
    assert run.stderr.startswith(f"stylelint: {line}" if line else "")
    assert len(run.stderr.splitlines()) == (run.returncode == 2)
    assert run.stdout.splitlines()[-1].endswith("1 file" if run.returncode == 2 else "2 files")


@pytest.mark.parametrize("name", ["missing.txt", "no/such/folder", "no/such/folder/"])
def test_what_is_not_there(tmp_path: Path, name: str) -> None:
    run = stylelint(desk(tmp_path, a=BAD), "check", "--format", "concise", name, "a.txt")
    assert (run.returncode, run.stderr) == (2, f"stylelint: {name}: no such file or folder\n")
    assert run.stdout.startswith("a.txt:1:3: error:")


def test_a_nul_in_a_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk(tmp_path, a=BAD))
    assert cli.main(["check", "a\0b", "a.txt"]) == 2
    out, err = capsys.readouterr()
    assert err == "stylelint: a\\0b: a file's name cannot hold a NUL\n"
    assert "1:3 error house/very" in out


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=BAD, b=BAD)
    (folder / "b.txt").chmod(0)
    (folder / "closed").mkdir(mode=0)
    run = stylelint(folder, "check", "--format", "concise", "a.txt", "b.txt", "closed")
    (folder / "closed").chmod(0o700)
    assert run.returncode == 2
    assert run.stderr.splitlines() == [
        "stylelint: b.txt: cannot be read: Permission denied",
        "stylelint: closed: cannot be read: Permission denied",
    ]
    assert run.stdout.startswith("a.txt:1:3: error:")


def test_a_broken_link_is_told(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=GOOD)
    (folder / "b.txt").symlink_to("nowhere")
    run = stylelint(folder, "check")
    assert (run.returncode, run.stderr) == (2, "stylelint: b.txt: no such file or folder\n")


def test_an_empty_folder_is_not_clean(tmp_path: Path) -> None:
    folder = desk(tmp_path)
    (folder / "empty").mkdir()
    run = stylelint(folder, "check", "empty")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("stylelint: empty: no drafts here; in folders, files in ")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("rules: [\n", "bad.yml:2:1: not YAML"),
        ("", "bad.yml:1:1: the file is empty"),
        ("rules:\n  a: {check: bannd, words: [x]}\n", "bad.yml:2:14: no check “bannd”"),
        ("rules:\n  a: {check: pattern, pattern: '('}\n", "bad.yml:2:"),
        ("rules: !!python/object/apply:os.system [ls]\n", "bad.yml:1:8: "),
        ("extends: [bad.yml]\n", "bad.yml:1:11: rulebooks extend each other in a circle"),
        ("a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
            f"{b}: &{b} [{','.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ), "bad.yml:"),
    ],
)  # fmt: skip
def test_rulebooks(tmp_path: Path, text: str, line: str) -> None:
    folder = desk(tmp_path, a=GOOD)
    (folder / "bad.yml").write_text(text, "utf-8")
    run = stylelint(folder, "check", "--rulebook", "bad.yml")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(f"stylelint: {line}")
    assert run.stderr.count("\n") == 1


BYTES = st.binary(max_size=200) | st.text(max_size=100).map(
    lambda text: text.encode("utf-8", "surrogatepass")
)
PIECES = st.lists(
    BYTES
    | st.sampled_from([b"\xff\xfe", b"\0", b"very ", b"\r", b"\n\n", b"\xef\xbb\xbf", "“漢😀\u202e".encode()])
).map(b"".join)


@given(PIECES, st.sampled_from(["a.txt", "a.md", "a"]), st.sampled_from(["text", "concise", "json", "jsonl"]))
@settings(deadline=None, max_examples=150)
def test_any_bytes_give_a_status_and_no_traceback(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str, form: str
) -> None:
    import contextlib
    import io

    home = tmp_path_factory.getbasetemp() / "any-bytes"
    home.mkdir(exist_ok=True)
    folder = desk(home)
    (folder / name).write_bytes(data)
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = cli.main(
            ["check", "--config", str(folder / "stylelint.yml"), "--format", form, str(folder / name)]
        )
    assert status in {0, 1, 2}
    assert "Traceback" not in err.getvalue()
    assert (status == 2) == bool(err.getvalue())
