"""What is built where there is a compiler, and where there is none: a wheel that works, each time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.tags import sys_tags
from packaging.utils import parse_wheel_filename

import hatch_build
from tests.conftest import ROOT
from tests.native.compiler import COMPILER, needs_compiler

MADE = shutil.ignore_patterns("__pycache__", "_compiled*")
WITHOUT = "stylelint: built in Python alone"
MODULE = (hatch_build.FOLDER / hatch_build.FILE).as_posix()
WHICH = "from stylelint import native; print(getattr(native.COMPILED, 'SOURCES', 'Python'))"
EDITABLE = "import sys; from hatchling.build import build_editable; build_editable(sys.argv[1])"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout in which nothing was built."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("stylelint", "rules"):
        shutil.copytree(
            ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "_compiled*")
        )
    for name in ("hatch_build.py", "pyproject.toml", "LICENSE", "README.md"):
        shutil.copy(ROOT / name, folder)
    return folder


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, with a compiler that is quick and does not optimise."""
    env = {k: v for k, v in os.environ.items() if k not in {hatch_build.SWITCH, "PYTHONPATH"}}
    env |= {"CFLAGS": "-O0", "PYTHONDONTWRITEBYTECODE": "1"} | environment
    return subprocess.run(
        [sys.executable, *command], cwd=folder, capture_output=True, encoding="utf-8", env=env, check=False
    )


def build(checkout: Path, out: Path, *options: str, **environment: str) -> Path:
    """Build what options ask for; return the wheel."""
    command = ["-m", "build", "--no-isolation", "--outdir", str(out), *options, str(checkout)]
    done = run(checkout, *command, **environment)
    assert done.returncode == 0, done.stderr
    assert (done.stdout + done.stderr).count(WITHOUT) == ("none-any" in done.stdout)
    (wheel,) = out.glob("*.whl")
    return wheel


def used(wheel: Path) -> str:
    """Return which sources the compiled module is of that what is in a wheel uses."""
    site = wheel.parent / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return run(site, "-c", WHICH, PYTHONPATH=str(site)).stdout.strip()


def works(wheel: Path) -> bool:
    """Return whether what was unpacked from a wheel finds a fault, with the rulebooks that it brings."""
    site = wheel.parent / "site"
    (site / "stylelint.yml").touch()  # the nearest configuration, whatever lies above
    (site / "a.txt").write_text("He said the the boat sank.\n", "utf-8")
    found = run(site, "-m", "stylelint", "check", "--format", "concise", "a.txt", PYTHONPATH=str(site))
    return "slips/doubled-word" in found.stdout and (found.returncode, found.stderr) == (1, "")


def files(folder: Path) -> set[tuple[str, int]]:
    return {(str(path), path.stat().st_mtime_ns) for path in folder.rglob("*")}


@needs_compiler
def test_the_sources_make_a_wheel_for_this_platform(checkout: Path, tmp_path: Path) -> None:
    before = files(checkout)
    wheel = build(checkout, tmp_path)  # of the archive of the sources, as an index would have it
    assert files(checkout) == before, "nothing is written beside the sources, which may be read-only"
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as sources:
        packed = {name.partition("/")[2] for name in sources.getnames()}
    assert packed >= {"hatch_build.py", *(path.as_posix() for path in hatch_build.sources(ROOT))}
    names = zipfile.ZipFile(wheel).namelist()
    assert MODULE in names
    assert not [name for name in names if name.endswith((".c", ".h"))]
    (tag,) = parse_wheel_filename(wheel.name)[3]
    assert tag in set(sys_tags()) and tag.abi != "none" and tag.platform != "any"
    assert used(wheel) == hatch_build.fingerprint(ROOT)
    assert works(wheel)


@needs_compiler
def test_what_lies_about_from_another_build_is_not_packed(checkout: Path, tmp_path: Path) -> None:
    stale = checkout / hatch_build.FOLDER / "_compiled.cpython-310-other.so"
    stale.touch()
    try:
        wheel = build(checkout, tmp_path, STYLELINT_NATIVE="1")
    finally:
        stale.unlink()
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as sources:
        assert not [name for name in sources.getnames() if name.endswith(".so")]
    assert [name for name in zipfile.ZipFile(wheel).namelist() if "_compiled" in name] == [MODULE]


def no_headers(folder: Path) -> str:
    """Write a compiler that does not find the headers of Python; return its path."""
    script = folder / "cc"
    script.write_text(
        '#!/bin/sh\nfor a; do shift; case $a in -I*) ;; *) set -- "$@" "$a";; esac; done\n'
        f'exec {COMPILER} "$@"\n'
    )
    script.chmod(0o755)
    return str(script)


@pytest.fixture(params=["it fails", "none", "no headers", "not wanted"])
def hindrance(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """An environment in which nothing can be compiled."""
    match request.param:
        case "it fails":
            return {"CC": "false"}
        case "none":
            return {"CC": str(tmp_path / "cc")}
        case "no headers":
            if not COMPILER or os.name != "posix":
                pytest.skip("no compiler for C is here")
            return {"CC": no_headers(tmp_path)}
    return {hatch_build.SWITCH: "0"}


def test_without_a_compiler_the_wheel_is_for_all_platforms_and_works(
    checkout: Path, tmp_path: Path, hindrance: dict[str, str]
) -> None:
    wheel = build(checkout, tmp_path, "--wheel", **hindrance)
    assert wheel.name.endswith("-py3-none-any.whl")
    assert used(wheel) == "Python"
    if hindrance == {"CC": "false"}:
        assert works(wheel)


def test_where_it_must_be_compiled_it_is_an_error_that_it_cannot(checkout: Path, tmp_path: Path) -> None:
    must = {"CC": "false", hatch_build.SWITCH: "1"}
    done = run(checkout, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(tmp_path), **must)
    assert done.returncode
    assert "stylelint: its compiled parts cannot be built (" in done.stdout + done.stderr
    assert not list(tmp_path.glob("*.whl"))


@pytest.fixture
def own(checkout: Path, tmp_path: Path) -> Iterator[Path]:
    """A checkout that a test may build in."""
    yield Path(shutil.copytree(checkout, tmp_path / "own"))


@needs_compiler
def test_an_editable_install_compiles_in_place(own: Path, tmp_path: Path) -> None:
    done = run(own, "-c", EDITABLE, str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert (own / MODULE).exists()
    assert run(own, "-c", WHICH).stdout.strip() == hatch_build.fingerprint(own)
    (wheel,) = tmp_path.glob("*.whl")
    assert not [name for name in zipfile.ZipFile(wheel).namelist() if "_compiled" in name]


@needs_compiler
def test_a_module_of_other_sources_does_not_stay(own: Path, tmp_path: Path) -> None:
    assert run(own, "hatch_build.py").returncode == 0
    (own / hatch_build.FOLDER / "module.c").write_text("int other;\n", "utf-8")
    done = run(own, "-c", EDITABLE, str(tmp_path), CC="false")
    assert done.returncode == 0 and done.stderr.startswith(WITHOUT)
    assert not (own / MODULE).exists()
    assert run(own, "-c", WHICH).stdout == "Python\n"


@needs_compiler
def test_two_builds_at_once_in_one_checkout(own: Path) -> None:
    env = {**os.environ, "CFLAGS": "-O0"}
    builds = [subprocess.Popen([sys.executable, "hatch_build.py"], cwd=own, env=env) for _ in range(2)]
    while any(build.poll() is None for build in builds):
        assert run(own, "-c", WHICH).stdout.strip() in {"Python", hatch_build.fingerprint(own)}
    assert [build.returncode for build in builds] == [0, 0]
    assert run(own, "-c", WHICH).stdout.strip() == hatch_build.fingerprint(own)
    assert [path.name for path in (own / hatch_build.FOLDER).glob("_compiled*")] == [hatch_build.FILE]


def test_any_change_of_the_sources_changes_their_fingerprint(tmp_path: Path) -> None:
    folder = tmp_path / hatch_build.FOLDER
    folder.mkdir(parents=True)
    seen = set()
    for name, text in (("a.c", b"int a;\n"), ("a.c", b"int b;\n"), ("a.h", b""), ("b.h", b"")):
        (folder / name).write_bytes(text)
        seen.add(hatch_build.fingerprint(tmp_path))
    assert len(seen) == 4
    (folder / "a.c").write_bytes(b"int b;\r\n")  # as git may check them out on Windows
    assert hatch_build.fingerprint(tmp_path) in seen


@pytest.mark.parametrize(
    ("flags", "said"), [("", True), ("-Wall -g", True), ("-g -O0", False), ("-O1", False)]
)
def test_flags_of_ones_own_do_not_take_away_that_it_is_optimised(flags: str, said: bool) -> None:
    assert bool(hatch_build.optimising(flags)) == (said and sys.platform != "win32")
