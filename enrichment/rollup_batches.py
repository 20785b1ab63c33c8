"""Keeps the sums in the transaction that records a batch (edge)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from uuid import UUID

from enrichment.lead_refresh import LeadId
from enrichment.recording import Recorded, TenantView, local_day
from enrichment.rollup_changes import recounted
from enrichment.rollup_rows import add_seconds, add_sums, lock_leads
from enrichment.rollups import LeadDayKey, Stood, count, lead_company, unusual
from tracking.recorded import LongerView

Touched = set[LeadId]
"""Leads that are to be refreshed when the batch is done."""


@contextmanager
def keep_sums(
    recorded: Recorded, before: Mapping[UUID, Stood], tenants: Mapping[UUID, TenantView]
) -> Iterator[Touched]:
    """Around storing a batch: the sums follow it. `before` is how known visits stood (enrichment.rollups.stood)."""
    touched: Touched = set()
    changed = unusual(recorded.visits, before, tenants)
    with ExitStack() as stack:
        for tenant_id in sorted({row.tenant_id for row in changed}):
            stack.enter_context(recounted(tenant_id, [row.id for row in changed if row.tenant_id == tenant_id]))
        yield touched
    counted_anew = {row.id for row in changed}
    visits = [row for row in recorded.visits if row.id not in counted_anew]
    companies = ((row, lead_company(row, tenants[row.tenant_id])) for row in visits)
    ids, hidden = lock_leads(((row.tenant_id, company), row) for row, company in companies if company is not None)
    add_sums(count(visits, recorded.page_views, tenants=tenants, hidden=hidden), ids)
    touched.update((key[0], lead_id) for key, lead_id in ids.items())


def keep_seconds(views: Sequence[LongerView], tenants: Mapping[UUID, TenantView]) -> Touched:
    """Add what pages were read longer to the days of their leads."""
    more: dict[LeadDayKey, int] = defaultdict(int)
    for view in views:
        if view.company_id is not None:
            day = local_day(view.at, tenants[view.tenant_id])
            more[view.tenant_id, view.company_id, view.site_id, day] += view.more
    return {(tenant_id, lead_id) for tenant_id, lead_id in add_seconds(more)}
