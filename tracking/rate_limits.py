"""How many hits a site, and a neighbourhood of addresses, may bring in a short while; in memory only (pure).

Counts stand for one fixed window and are forgotten with it. A neighbourhood is a /24 or a /48: never one address.
"""

from dataclasses import dataclass
from math import inf

WINDOW_SECONDS = 10.0
MAX_NEIGHBOURHOODS = 200_000
_PREFIX_BYTES = {4: 3, 16: 6}


@dataclass(frozen=True, slots=True)
class Limits:
    """Hits a second, on average over a window: for one site, and for one neighbourhood of addresses. 0 is no limit."""

    per_site: int
    per_neighbourhood: int


class RateLimits:
    """Counts hits by site and by neighbourhood within the window that is going on."""

    __slots__ = ("_ends", "_most_near", "_most_of_site", "_neighbourhoods", "_sites")

    def __init__(self, limits: Limits) -> None:
        self._most_of_site = limits.per_site * WINDOW_SECONDS or inf
        self._most_near = limits.per_neighbourhood * WINDOW_SECONDS or inf
        self._ends = float("-inf")
        self._sites: dict[str, int] = {}
        self._neighbourhoods: dict[bytes, int] = {}

    def admits(self, site: str, address: bytes | None, at: float) -> bool:
        """Count a hit on a site (its key) at `at` (monotonic seconds) and tell whether it is within both limits."""
        if at >= self._ends:
            self.age(at)
            self._ends = at + WINDOW_SECONDS
        hits = self._sites[site] = self._sites.get(site, 0) + 1
        near = self._near(address) if address is not None else 0
        return hits <= self._most_of_site and near <= self._most_near

    def age(self, at: float) -> None:
        """Forget a window that is over."""
        if at >= self._ends:
            self._sites, self._neighbourhoods = {}, {}

    def _near(self, address: bytes) -> int:
        prefix = address[: _PREFIX_BYTES[len(address)]]
        near = self._neighbourhoods.get(prefix, 0) + 1
        if near == 1 and len(self._neighbourhoods) >= MAX_NEIGHBOURHOODS:
            return 0  # an attack from everywhere: the site's own limit still holds
        self._neighbourhoods[prefix] = near
        return near
