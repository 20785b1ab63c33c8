"""The sites this installation serves, kept in memory and at most two seconds old (edge)."""

import threading
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django.db import OperationalError, connection

from consent.decision import SitePolicy
from tracking.site import TrackedSite

MAX_AGE_SECONDS = 2.0
_COLUMNS = "key, tenant_id, site_id, platform, hosts, purpose, max_age_days, honours_dnt, is_active, explains_refusals"


class SiteSnapshot:
    """All sites by public key. Unknown keys cost one look in a dictionary, and no query."""

    def __init__(self) -> None:
        self._sites: Mapping[str, TrackedSite] = MappingProxyType({})
        self._version: tuple[Any, ...] | None = None
        self._checked_at = float("-inf")
        self._lock = threading.Lock()

    def find(self, key: str) -> TrackedSite | None:
        """The site with that key, or None. Looks for changes in the database when the last look is two seconds old.

        Raises OperationalError when PostgreSQL is away and was never asked before.
        """
        if time.monotonic() - self._checked_at > MAX_AGE_SECONDS and self._lock.acquire(blocking=self._version is None):
            try:
                self._refresh()
            except OperationalError:
                connection.close()
                if self._version is None:
                    raise
                self._checked_at = time.monotonic()  # PostgreSQL is away: what was true two seconds ago still serves
            finally:
                self._lock.release()
        return self._sites.get(key)

    def expire(self) -> None:
        """Read all sites anew at the next question."""
        self._checked_at, self._version = float("-inf"), None

    def _refresh(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT version FROM tracking_sitesversion")
            version = cursor.fetchone()
            if version != self._version:
                cursor.execute(f"SELECT {_COLUMNS} FROM tracking_sites()")  # noqa: S608 (constant)
                self._sites = _by_key(cursor.fetchall())
                self._version = version
        self._checked_at = time.monotonic()


def _by_key(rows: Sequence[tuple[Any, ...]]) -> Mapping[str, TrackedSite]:
    """Sites by key. A key that two sites claim belongs to neither: hits must not go to the wrong tenant."""
    claims = Counter(row[0] for row in rows)
    return MappingProxyType({row[0]: _site(row) for row in rows if claims[row[0]] == 1})


def _site(row: tuple[Any, ...]) -> TrackedSite:
    key, tenant_id, site_id, platform, hosts, purpose, max_age_days, honours_dnt, is_active, explains = row
    policy = SitePolicy(
        platform=platform,
        hosts=frozenset(hosts),
        purpose=purpose,
        max_age_days=max_age_days,
        honours_dnt=honours_dnt,
        is_active=is_active,
    )
    return TrackedSite(key=key, tenant_id=tenant_id, site_id=site_id, policy=policy, explains_refusals=explains)


SITES = SiteSnapshot()
