"""What a house says about how its drafts are to be read."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from fnmatch import fnmatchcase
from typing import NamedTuple


class Roles(NamedTuple):
    """Gives blocks of one role another, in some of the drafts.

    Attributes:
        roles: role → the role that it stands for.
        files: glob of the drafts; "" for all.
        layout: what the field `layout` (or `type`) of the draft must say; "" for anything.
    """

    roles: tuple[tuple[str, str], ...]
    files: str = ""
    layout: str = ""


class Skipped(NamedTuple):
    """What is never read.

    Attributes:
        classes: of HTML elements and directives.
        ids: of HTML elements.
        shortcodes: names; with all that stands between a pair.
        fields: globs of front-matter keys.
        patterns: RE2 expressions over the prose.
    """

    classes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    shortcodes: frozenset[str] = frozenset()
    fields: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()

    def field(self, key: str) -> bool:
        """Tell whether a field of the front matter is not read: its key, or one that it stands in, fits."""
        if not self.fields:
            return False
        parts = key.split(".")
        heads = [".".join(parts[: n + 1]) for n in range(len(parts))]
        return any(fnmatchcase(head, glob) for head in heads for glob in self.fields)


class Options(NamedTuple):
    """How drafts are to be read.

    Attributes:
        formats: glob of drafts and the format that they are in; the first that fits counts.
        skipped: what is never read.
        roles: what blocks are in some of the drafts.
    """

    formats: tuple[tuple[str, str], ...] = ()
    skipped: Skipped = Skipped()
    roles: tuple[Roles, ...] = ()


PLAIN = Options()
"""Nothing is said."""


def fits(path: str, glob: str) -> bool:
    """Tell whether a glob fits a path or its end, so that it does not matter from where it is named."""
    parts = path.replace("\\", "/").split("/")
    return any(fnmatchcase("/".join(parts[index:]), glob) for index in range(len(parts)))
