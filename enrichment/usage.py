"""How many companies a tenant had identified in a month, and which of them lie above its plan (edge: it reads).

Counted is a company of a kind that the tenant sees as a lead, once a month, from its first visit in that month.
Providers, hosts, robots and persons never become leads, so they cannot count, and hidden ones do not. Above the limit
nothing is lost: those leads are kept and locked, in the order in which they came, so that what was open stays open.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext

from connectleads.tenancy.models import Tenant
from enrichment.queries import tenant_view

_IN_ORDER = """
SELECT l.id FROM enrichment_lead l
JOIN (
    SELECT v.company_id, min(v.started_at) AS first_at FROM tracking_visit v
    WHERE v.tenant_id = %s AND v.started_at >= %s AND v.started_at < %s AND v.company_id IS NOT NULL
    GROUP BY v.company_id
) s ON s.company_id = l.company_id
WHERE l.tenant_id = %s AND l.kind = ANY(%s) AND l.hidden_at IS NULL ORDER BY s.first_at, l.id
"""


@dataclass(frozen=True, slots=True)
class MonthUsage:
    """A month of the tenant's own time zone: when it began, how many were identified, and how many are locked."""

    began_at: datetime
    identified: int
    locked: int


def month_usage(tenant: Tenant, *, now: datetime) -> MonthUsage:
    """The month that `now` (aware) lies in, for the tenant in scope."""
    today = now.astimezone(tenant_view(tenant).time_zone).date()
    came = _in_order_of_coming(tenant, today)
    return MonthUsage(_month(tenant, today)[0], len(came), len(_above(came, tenant)))


def locked_leads(tenant: Tenant, *, now: datetime) -> frozenset[UUID]:
    """Leads of the tenant in scope that lie above its plan this month."""
    return locked_in_month_of(tenant, now.astimezone(tenant_view(tenant).time_zone).date())


def locked_in_month_of(tenant: Tenant, day: date) -> frozenset[UUID]:
    """The same for the month of one of the tenant's own days."""
    if tenant.plan is None or tenant.plan.companies_per_month is None:
        return frozenset()
    return frozenset(_above(_in_order_of_coming(tenant, day), tenant))


def _above(came: list[UUID], tenant: Tenant) -> list[UUID]:
    plan = tenant.plan
    return [] if plan is None or plan.companies_per_month is None else came[plan.companies_per_month :]


def _month(tenant: Tenant, day: date) -> tuple[datetime, datetime]:
    zone = tenant_view(tenant).time_zone
    first = day.replace(day=1)
    following = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    return datetime.combine(first, time.min, zone), datetime.combine(following, time.min, zone)


def _in_order_of_coming(tenant: Tenant, day: date) -> list[UUID]:
    began, ended = _month(tenant, day)
    kinds = sorted(tenant_view(tenant).lead_kinds)
    with connection.cursor() as cursor:
        cursor.execute(_IN_ORDER, [tenant.id, began, ended, tenant.id, kinds])
        return [row[0] for row in cursor.fetchall()]


def locked_name() -> str:
    """What a locked lead is called in lists."""
    return gettext("Locked company")
