"""The public addresses by their form (pure): see design, "The wire". Django's own list is tracking.urls."""

import re
from enum import Enum, auto

_PATTERN = re.compile(
    r"/(?:t/(?P<hit>[-\w]+)|t/(?P<withdrawal>[-\w]+)/withdraw|t/(?P<pixel>[-\w]+)\.gif|s/(?P<snippet>[-\w]+)\.js|s/(?P<pinned>[-\w]+\.[-\w]+)\.js)",
    re.ASCII,
)


class Route(Enum):
    """What lies behind a public address."""

    HIT = auto()
    WITHDRAWAL = auto()
    PIXEL = auto()
    SNIPPET = auto()
    PINNED = auto()


def route_of(path: str) -> tuple[Route, str] | None:
    """The route and the site key in a path, or None when nothing lies there. A pinned script's key has its digest."""
    found = _PATTERN.fullmatch(path)
    if found is None or found.lastgroup is None:
        return None
    return Route[found.lastgroup.upper()], found.group(found.lastgroup)
