"""The only writer of websites and of what they ask of consent evidence (edge)."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from connectleads.tenancy.models import Site

HOST = re.compile(
    r"(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+|localhost"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """Everything that a site's owner decides. `hosts` in lower case; `mapping` as the site's own names by category."""

    name: str
    hosts: tuple[str, ...]
    platform: str
    purpose: str
    purpose_reason: str = ""
    max_age_days: int = 180
    honours_dnt: bool = False
    mapping: dict[str, list[str]] = field(default_factory=dict)
    tcf_mode: str = ""
    tcf_vendor_id: int | None = None
    min_revision: int = 0
    regions: tuple[str, ...] = ()
    optin_checked_by: str = ""
    optin_checked_on: date | None = None
    banner_snapshot_id: UUID | None = None
    listed_by: str = ""
    listed_on: date | None = None
    hash_routes: bool = False
    shows_own_banner: bool = True
    banner_organisation: str = ""
    privacy_url: str = ""
    is_active: bool = False


def is_host(text: str) -> bool:
    """Whether `text` is a host name in lower case, without scheme, port and path."""
    return HOST.fullmatch(text) is not None


def add_site(host: str) -> Site:
    """A new website of the tenant in scope; it stays shut until its consent settings are confirmed."""
    site: Site = Site.objects.create(name=host, hosts=[host], is_active=False)
    return site


def save_settings(site_id: UUID, settings: SiteSettings, *, at: datetime) -> bool:
    """Store a site's settings; False when the tenant in scope has no such site."""
    values = {name: getattr(settings, name) for name in SiteSettings.__dataclass_fields__}
    values |= {"hosts": list(settings.hosts), "regions": list(settings.regions), "updated_at": at}
    return bool(Site.objects.filter(id=site_id).update(**values))


def verify_until(site_id: UUID, until: datetime | None) -> bool:
    """Tell the owner of each request's outcome until then, or no longer; False when there is no such site."""
    return bool(Site.objects.filter(id=site_id).update(verifying_until=until))
