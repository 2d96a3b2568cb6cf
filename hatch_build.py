"""Compiles `stylelint/native` when the package is built; where that is not possible, it is built without.

`python hatch_build.py` does it for a checkout.  STYLELINT_NATIVE=0 does without; with 1 it is an error where
nothing can be compiled.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import sysconfig
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import shorten
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = Path("stylelint", "native")
NAME = "stylelint.native._compiled"
FILE = f"_compiled{sysconfig.get_config_var('EXT_SUFFIX')}"
SWITCH = "STYLELINT_NATIVE"


class NativeHook(BuildHookInterface[Any]):
    """What hatchling calls before and after it packs a wheel, an editable one too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Have the module packed; `version` is “standard” or “editable”."""
        if version == "editable":
            made = in_place(Path(self.root))
        else:
            # Nothing is written beside the sources: they may be read-only, or in use by another build.
            self._folder = TemporaryDirectory(prefix="stylelint-")
            made = compiled(Path(self.root), Path(self._folder.name))
        if made:
            build_data["pure_python"], build_data["infer_tag"] = False, True
            if version != "editable":
                build_data["force_include"][str(made)] = (FOLDER / FILE).as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made on the way."""
        if version != "editable":
            self._folder.cleanup()


def sources(root: Path) -> list[Path]:
    """Return the C sources and headers, relative to a root, in order."""
    return sorted(path.relative_to(root) for path in (root / FOLDER).glob("*.[ch]"))


def fingerprint(root: Path) -> str:
    """Return what tells these sources from others."""
    digest = hashlib.sha256()
    for path in sources(root):
        digest.update(path.name.encode() + b"\0" + (root / path).read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


def in_place(root: Path) -> Path | None:
    """Compile for use in a checkout; return the module, or None where that is not possible.

    A module of other sources does not stay: it might answer otherwise than the Python beside it.
    """
    placed = root / FOLDER / FILE
    with TemporaryDirectory(prefix="stylelint-") as folder:
        made = compiled(root, Path(folder))
        if made is None:
            placed.unlink(missing_ok=True)
            return None
        # In one step, as others may be about to load it.
        new = placed.with_name(f"{FILE}.{os.getpid()}")
        shutil.copy(made, new)
        return new.replace(placed)


def compiled(root: Path, folder: Path) -> Path | None:
    """Compile into a folder; return the module, or None, and say so, where that is not possible.

    Raises:
        SystemExit: it is not possible, and the environment says that it must be.
    """
    wanted = os.environ.get(SWITCH)
    try:
        if wanted != "0":
            return _compiled(root, folder)
        reason = f"{SWITCH}=0"
    except Exception as error:  # no compiler, no headers, a linker that fails: setuptools has a name for each
        reason = shorten(str(error), 80, placeholder=" …")
    if wanted == "1":
        sys.exit(f"stylelint: its compiled parts cannot be built ({reason})")
    print(f"stylelint: built in Python alone, which is slower and nothing else ({reason})", file=sys.stderr)
    return None


def _compiled(root: Path, folder: Path) -> Path:
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    extension = Extension(
        NAME,
        [str(root / path) for path in sources(root) if path.suffix == ".c"],
        define_macros=[("STYLELINT_SOURCES", f'"{fingerprint(root)}"')],
        extra_compile_args=optimising(os.environ.get("CFLAGS", "")),
    )
    command = build_ext(Distribution({"name": "stylelint", "ext_modules": [extension]}))
    command.build_temp = str(folder / "objects")
    command.build_lib = str(folder)
    command.ensure_finalized()
    command.run()
    return folder / FOLDER / FILE


def optimising(flags: str) -> list[str]:
    """Return what makes a compiler optimise; nothing where the environment's flags say how much.

    Such flags take the place of Python's own.
    """
    return [] if "-O" in flags or sys.platform == "win32" else ["-O3"]


if __name__ == "__main__":
    sys.exit(0 if in_place(Path(__file__).resolve().parent) else 1)
