"""The section of a website that a page lies in: what its path has up to the second slash (pure).

A filter on "/blog/*" would have to look at every page that every lead read there; sums by section know it at once.
"""

import re

_SECTION = re.compile(r"/[^/]*/")
SECTION_SQL = "substring({path} from '^/[^/]*/')"
"""The same in SQL, of the column `path`; NULL for a page that lies in no section."""


def section_of(path: str) -> str:
    """The section of a page, such as "/blog/" for "/blog/2026/spring"; "" for a page that lies in none."""
    found = _SECTION.match(path)
    return found[0] if found else ""


def is_section(beginning: str) -> bool:
    """Whether all pages that begin like this, and no others, are one section."""
    return bool(beginning) and section_of(beginning) == beginning
