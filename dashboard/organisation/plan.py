"""How much of its plan an organisation has used (edge)."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from connectleads.tenancy.plan_limits import plan_in_scope, seats_taken
from connectleads.tenancy.queries import sites
from dashboard.access import Member, member_page
from enrichment.usage import MonthUsage, month_usage


@dataclass(frozen=True, slots=True)
class Meter:
    """How much of something is used; `most` is None without a limit."""

    used: int
    most: int | None

    @property
    def is_full(self) -> bool:
        """Whether nothing is left."""
        return self.most is not None and self.used >= self.most

    @property
    def is_nearly_full(self) -> bool:
        """From four fifths on, so that the limit is seen coming."""
        return self.most is not None and not self.is_full and self.used * 5 >= self.most * 4


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The plan page. `locked` are the companies of this month above the limit: kept, and shown when there is room."""

    name: str
    companies: Meter
    sites: Meter
    seats: Meter
    locked: int
    month: MonthUsage


@require_GET
@member_page
def plan(request: HttpRequest, member: Member) -> HttpResponseBase:
    """Usage, for every member to see."""
    report = plan_page(member, now=datetime.now(UTC))
    context = {"member": member, "report": report, "section": "settings", "tab": "plan"}
    return render(request, "organisation/plan.html", context)


def plan_page(member: Member, *, now: datetime) -> PlanPage:
    """The report behind it. `now` is aware."""
    plan = plan_in_scope()
    month = month_usage(member.tenant, now=now)
    return PlanPage(
        name=plan.name if plan else "",
        companies=Meter(month.identified, plan.companies_per_month if plan else None),
        sites=Meter(len(sites()), plan.sites if plan else None),
        seats=Meter(seats_taken(now=now), plan.seats if plan else None),
        locked=month.locked,
        month=month,
    )
