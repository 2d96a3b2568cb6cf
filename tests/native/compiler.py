"""Can something be compiled here?"""

from __future__ import annotations

import os
import shutil
import sysconfig
from pathlib import Path

import pytest

COMPILER = shutil.which((os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0])
HEADERS = Path(sysconfig.get_path("include"))
COMPILES = bool(COMPILER) and (HEADERS / "Python.h").exists()
needs_compiler = pytest.mark.skipif(not COMPILES, reason="no compiler for C is here, or no headers of Python")
