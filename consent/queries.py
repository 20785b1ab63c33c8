"""The only reader of this room's tables for other rooms (edge)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from consent.models import BannerSnapshot, ConsentReceipt, PolicyVersion


@dataclass(frozen=True, slots=True)
class SettingsVersion:
    """A version of a site's consent settings, and when it came into force."""

    number: int
    policy: dict[str, object]
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a banner showed; `fingerprint` is its hash in hexadecimal."""

    id: UUID
    taken_at: datetime
    taken_by: str
    text: str
    has_picture: bool
    fingerprint: str


@dataclass(frozen=True, slots=True)
class HeldReceipt:
    """A proof of consent as its visitor may see it: everything but the hashes."""

    id: UUID
    platform: str
    level: str
    statistics: bool
    marketing: bool
    choice_at: datetime
    received_at: datetime
    expires_at: datetime
    withdrawn_at: datetime | None
    gate_version: int
    policy_version: int
    revision: str


def receipts_by_id(ids: Collection[UUID]) -> list[HeldReceipt]:
    """These receipts of the tenant in scope, newest choice first."""
    return [
        HeldReceipt(
            row.id,
            row.platform,
            row.level,
            row.statistics,
            row.marketing,
            row.choice_at,
            row.received_at,
            row.expires_at,
            row.withdrawn_at,
            row.gate_version,
            row.policy_version,
            row.revision,
        )
        for row in ConsentReceipt.objects.filter(id__in=set(ids)).order_by("-choice_at")
    ]


def settings_versions(site_id: UUID, *, limit: int) -> list[SettingsVersion]:
    """The latest versions of a site's settings in the tenant in scope, newest first."""
    rows = PolicyVersion.objects.filter(site_id=site_id).order_by("-version")[:limit]
    return [SettingsVersion(row.version, row.policy, row.made_at) for row in rows]


def latest_snapshot(site_id: UUID) -> Snapshot | None:
    """The latest snapshot of a site's banner in the tenant in scope."""
    row = BannerSnapshot.objects.filter(site_id=site_id).defer("picture").order_by("-taken_at").first()
    if row is None:
        return None
    return Snapshot(row.id, row.taken_at, row.taken_by, row.text, bool(row.picture_type), bytes(row.content_hash).hex())


def snapshot_picture(site_id: UUID, snapshot_id: UUID) -> tuple[bytes, str] | None:
    """The picture of a snapshot and its media type, or None."""
    row = BannerSnapshot.objects.filter(site_id=site_id, id=snapshot_id).exclude(picture_type="").first()
    return (bytes(row.picture or b""), row.picture_type) if row else None
