"""Own browsers among a batch of hits: their claims become rules, and withdrawing ends such a rule (edge).

Runs in the drain's transaction. Of the browser nothing is kept but the keyed hash by which its visits are known.
"""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from django.conf import settings

from connectleads.tenancy.queries import site
from enrichment.exclusion_models import Exclusion
from enrichment.exclusions import ExcludedBecause, ExclusionKind, browser_value
from enrichment.own_browser import SOURCE, claimant, is_claim
from tracking.hit import Hit
from tracking.withdrawal import Withdrawn


def without_claims(hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits that are no claim; what a claim that holds says is kept as a rule. Hits are of sites that exist."""
    claims = [hit for hit in hits if hit.source == SOURCE and is_claim(hit.source, hit.medium)]
    if not claims:
        return hits
    for hit in claims:
        _keep(hit)
    return [hit for hit in hits if not is_claim(hit.source, hit.medium)]


def _keep(hit: Hit) -> None:
    by = claimant(settings.HASH_KEY, hit.campaign, tenant_id=hit.tenant_id, site_id=hit.site_id, at=hit.at)
    place = site(hit.site_id) if by is not None else None
    if place is None:
        return
    Exclusion.objects.update_or_create(
        tenant_id=hit.tenant_id,
        kind=ExclusionKind.BROWSER,
        value=browser_value(hit.site_id, hit.visitor_hash),
        defaults={
            "label": place.name[:500],
            "because": ExcludedBecause.OWN,
            "created_by_id": by,
            "created_at": datetime.now(UTC),
        },
    )


def forget_own_browsers(withdrawn: Collection[Withdrawn]) -> None:
    """Forget the rules about these visitors, whose number no longer exists (GDPR art. 17(1))."""
    tenants = {one.tenant_id for one in withdrawn}
    values = [browser_value(one.site_id, one.visitor_hash) for one in withdrawn]
    Exclusion.objects.filter(tenant_id__in=tenants, kind=ExclusionKind.BROWSER, value__in=values).delete()
