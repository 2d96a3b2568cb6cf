"""What users are told when stylelint cannot do its job."""

from __future__ import annotations


class UserError(Exception):
    """A mistake that the user can mend: one line with its place, no traceback, exit status 2.

    Args:
        message: what is wrong and what would be right, in one line.
        path: the file it stands in, as the user wrote it; "" where there is none.
        line: counted from 1; 0 where the whole file is meant.
        column: counted from 1, in code points; 0 where the whole line is meant.
    """

    def __init__(self, message: str, path: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __reduce__(self) -> tuple[type[UserError], tuple[str, str, int, int]]:
        """Let a worker hand it over with its place."""
        return UserError, (self.message, self.path, self.line, self.column)

    def __str__(self) -> str:
        """Return `path:line:column: message`, leaving out what is not known."""
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{place}: {self.message}" if place else self.message


class OptionError(ValueError):
    """A check refuses one of its options; the loader adds the place.

    Args:
        key: the option as it is written in YAML.
        message: what is wrong and what would be right.
    """

    def __init__(self, key: str, message: str) -> None:
        super().__init__(f"{key}: {message}")
        self.key = key
        self.message = message
