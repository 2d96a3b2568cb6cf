"""`python -m stylelint`."""

from __future__ import annotations

import sys

from stylelint.cli import main

if __name__ == "__main__":
    sys.exit(main())
