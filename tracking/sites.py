"""The sites this installation serves, kept in memory and at most two seconds old (edge)."""

import threading
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import UUID

from django.db import OperationalError, connection

from connectleads.tenancy.driver import parsed
from consent.policy import CategoryMapping, OptInAssertion, SitePolicy, TcfMode
from tracking.site import BannerSettings, TrackedSite

MAX_AGE_SECONDS = 2.0
_COLUMNS = (
    "key, tenant_id, site_id, is_active, hosts, platform, purpose, max_age_days, honours_dnt, mapping, "
    "optin_checked_by, optin_checked_on, banner_snapshot_id, tcf_mode, tcf_vendor_id, min_revision, regions, "
    "policy_version, verifying_until, hash_routes, shows_own_banner, banner_organisation, privacy_url"
)


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

    @property
    def is_known(self) -> bool:
        """Whether the sites were ever read."""
        return self._version is not None

    def peek(self, key: str) -> TrackedSite | None:
        """The site with that key as of the last look; `look` is called by somebody else, every second."""
        return self._sites.get(key)

    def look(self) -> None:
        """Look for changes in the database now. Raises OperationalError when it is away; what was known serves on."""
        with self._lock:
            try:
                self._refresh()
            except OperationalError:
                connection.close()
                raise

    def expire(self) -> None:
        """Read all sites anew at the next question."""
        self._checked_at, self._version, self._sites = float("-inf"), None, MappingProxyType({})

    def _refresh(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT version FROM tracking_sitesversion")
            version = cursor.fetchone() or ()
            if version != self._version:
                cursor.execute(f"SELECT {_COLUMNS} FROM tracking_sites()")  # noqa: S608 (constant)
                self._sites = _by_key(cursor.fetchall())
                self._version = version
        self._checked_at = time.monotonic()


def _by_key(rows: Iterable[tuple[Any, ...]]) -> Mapping[str, TrackedSite]:
    """Sites by key. A key that two sites claim belongs to neither: hits must not go to the wrong tenant."""
    found = [_SiteRow(*row) for row in rows]
    claims = Counter(row.key for row in found)
    return MappingProxyType({row.key: _site(row) for row in found if claims[row.key] == 1})


class _SiteRow(NamedTuple):
    """A row of the door `tracking_sites()`, in the order of `_COLUMNS`."""

    key: str
    tenant_id: UUID
    site_id: UUID
    is_active: bool
    hosts: list[str]
    platform: str
    purpose: str
    max_age_days: int
    honours_dnt: bool
    mapping: str | dict[str, list[str]]
    optin_checked_by: str
    optin_checked_on: date | None
    banner_snapshot_id: UUID | None
    tcf_mode: str
    tcf_vendor_id: int | None
    min_revision: int
    regions: list[str]
    policy_version: int
    verifying_until: datetime | None
    hash_routes: bool
    shows_own_banner: bool
    banner_organisation: str
    privacy_url: str


def _site(row: _SiteRow) -> TrackedSite:
    return TrackedSite(
        key=row.key,
        tenant_id=row.tenant_id,
        site_id=row.site_id,
        policy=_policy(row),
        policy_version=row.policy_version,
        verifying_until=row.verifying_until,
        hash_routes=row.hash_routes,
        banner=_banner(row) if row.shows_own_banner else None,
    )


def _banner(row: _SiteRow) -> BannerSettings:
    return BannerSettings(organisation=row.banner_organisation, privacy_url=row.privacy_url)


def _policy(row: _SiteRow) -> SitePolicy:
    mapping = parsed(row.mapping)
    return SitePolicy(
        platform=row.platform,
        hosts=frozenset(row.hosts),
        purpose=row.purpose,
        max_age_days=row.max_age_days,
        honours_dnt=row.honours_dnt,
        is_active=row.is_active,
        mapping=CategoryMapping(
            statistics=tuple(mapping.get("statistics", ())), marketing=tuple(mapping.get("marketing", ()))
        ),
        optin_assertion=_assertion(row),
        tcf_mode=TcfMode(row.tcf_mode) if row.tcf_mode else None,
        tcf_vendor_id=row.tcf_vendor_id,
        min_revision=row.min_revision,
        regions=frozenset(row.regions),
    )


def _assertion(row: _SiteRow) -> OptInAssertion | None:
    """That somebody checked the banner: only together with when, and with what was seen."""
    if not row.optin_checked_by or row.optin_checked_on is None or row.banner_snapshot_id is None:
        return None
    return OptInAssertion(
        checked_by=row.optin_checked_by, checked_on=row.optin_checked_on, snapshot=str(row.banner_snapshot_id)
    )


SITES = SiteSnapshot()
