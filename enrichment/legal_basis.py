"""The dated legal basis of leads: which consents stand behind each, by which evidence (edge: it reads).

GDPR art. 6(1)(a) and 7(1): whoever uses a lead can show what it rests on. The line of text goes into every export.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from connectleads.tenancy.scope import current_tenant_id
from consent.platforms import PLATFORMS

_BASES = """
SELECT l.id, count(DISTINCT v.visitor_hash), count(DISTINCT r.id), min(r.choice_at), max(r.choice_at),
    max(r.expires_at) FILTER (WHERE r.withdrawn_at IS NULL),
    array_agg(DISTINCT r.platform), array_agg(DISTINCT r.level), bool_or(r.marketing), bool_or(r.statistics),
    array_agg(DISTINCT r.gate_version)
FROM enrichment_lead l
JOIN tracking_visit v ON v.tenant_id = l.tenant_id AND v.company_id = l.company_id
JOIN consent_consentreceipt r ON r.tenant_id = v.tenant_id AND r.id = v.receipt_id
WHERE l.tenant_id = %(tenant)s AND l.id = ANY(%(leads)s) GROUP BY l.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """What a lead rests on: consents of so many browsers, given from `first_at` to `last_at`.

    `good_until` is when the last of them expires, None when all were withdrawn. `levels` say how strong the evidence is
    (A: explicit, dated and numbered; X: told by the platform's script).
    """

    browsers: int
    receipts: int
    first_at: datetime
    last_at: datetime
    good_until: datetime | None
    platforms: tuple[str, ...]
    levels: tuple[str, ...]
    marketing: bool
    statistics: bool
    gate_versions: tuple[int, ...]

    def holds(self, now: datetime) -> bool:
        """Whether some consent behind the lead is still good."""
        return self.good_until is not None and now < self.good_until

    def line(self, now: datetime) -> str:
        """One line for an export, in the active language and dated."""
        values = {
            "receipts": self.receipts,
            "first": f"{self.first_at:%Y-%m-%d}",
            "last": f"{self.last_at:%Y-%m-%d}",
            "platforms": ", ".join(self.platforms),
            "levels": ", ".join(self.levels),
            "gate": ", ".join(map(str, self.gate_versions)),
            "now": f"{now:%Y-%m-%d}",
        }
        if not self.holds(now):
            return _("No consent in force on %(now)s (%(receipts)d proofs, the last of %(last)s)") % values
        return (
            _(
                "Consent, GDPR art. 6(1)(a) and Tw art. 11.7a: %(receipts)d proofs, %(first)s to %(last)s, by "
                "%(platforms)s (evidence %(levels)s, rules %(gate)s); stated on %(now)s"
            )
            % values
        )


def legal_basis(lead_id: UUID) -> LegalBasis | None:
    """The basis of a lead of the tenant in scope; None when no visit behind it is kept any more."""
    return legal_bases([lead_id]).get(lead_id)


def legal_bases(lead_ids: Collection[UUID]) -> Mapping[UUID, LegalBasis]:
    """The same for many leads in one question; those without any visit left are left out."""
    with connection.cursor() as cursor:
        cursor.execute(_BASES, {"tenant": current_tenant_id(), "leads": list(lead_ids)})
        return {row[0]: _basis(*row[1:]) for row in cursor.fetchall()}


def _basis(
    browsers: int,
    receipts: int,
    first_at: datetime,
    last_at: datetime,
    good_until: datetime | None,
    platforms: list[str],
    levels: list[str],
    marketing: bool,
    statistics: bool,
    gate_versions: list[int],
) -> LegalBasis:
    return LegalBasis(
        browsers=browsers,
        receipts=receipts,
        first_at=first_at,
        last_at=last_at,
        good_until=good_until,
        platforms=tuple(PLATFORMS[name].label if name in PLATFORMS else name for name in platforms),
        levels=tuple(levels),
        marketing=marketing,
        statistics=statistics,
        gate_versions=tuple(gate_versions),
    )
