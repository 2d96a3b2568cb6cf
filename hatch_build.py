"""Compiles `stylelint/native` when the package is built; where that is not possible, it is built without."""

from __future__ import annotations

import hashlib
import sys
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = Path("stylelint", "native")
NAME = "stylelint.native._compiled"


class NativeHook(BuildHookInterface[Any]):
    """What hatchling calls before it packs a wheel, an editable one too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        made = compiled(Path(self.root))
        if made is None:
            print("stylelint: its compiled parts could not be built; the same in Python is used instead")
            return
        build_data["artifacts"].append(made.as_posix())
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def sources(root: Path) -> list[Path]:
    """Return the C sources and headers, relative to a root, in order."""
    return sorted(path.relative_to(root) for path in (root / FOLDER).glob("*.[ch]"))


def fingerprint(root: Path) -> str:
    """Return what tells these sources from others."""
    digest = hashlib.sha256()
    for path in sources(root):
        digest.update(path.name.encode() + b"\0" + (root / path).read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


def compiled(root: Path) -> Path | None:
    """Compile in place, and return the module relative to the root; None where that is not possible."""
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    extension = Extension(
        NAME,
        [str(root / path) for path in sources(root) if path.suffix == ".c"],
        define_macros=[("STYLELINT_SOURCES", f'"{fingerprint(root)}"')],
        depends=[str(root / path) for path in sources(root)],
    )
    command = build_ext(Distribution({"name": "stylelint", "ext_modules": [extension]}))
    command.build_temp = str(root / "build" / f"native-{sysconfig.get_platform()}-{sys.version_info[1]}")
    command.build_lib = str(root)
    command.force = True
    try:
        command.ensure_finalized()
        command.run()
    except Exception as error:  # no compiler, no headers, a linker that fails: setuptools has a name for each
        print(f"stylelint: {error}", file=sys.stderr)
        return None
    return FOLDER / Path(command.get_ext_fullpath(NAME)).name


if __name__ == "__main__":
    sys.exit(0 if compiled(Path(__file__).resolve().parent) else 1)
