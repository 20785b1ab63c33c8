"""Rows of a made-up installation as lines for COPY, day by day as they would have been recorded (pure)."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from random import Random
from uuid import UUID

from connectleads.demo.scale_plan import REASONS, SOURCES, Scale, ScaleCompany, pages, popularity, visits_of_tenants

ODD = 0x9E3779B97F4A7C15F39CC0605CEDC835  # times a counter it makes ids that look drawn and never repeat
ALL = (1 << 128) - 1
_HOURS = (7, 8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 12, 13, 13, 14, 14, 15, 15, 16, 19, 20, 21)


@dataclass(frozen=True, slots=True)
class ScaleTenant:
    """A tenant, its site, how many visits it gets, and the companies that come; the first ones come most."""

    tenant_id: UUID
    site_id: UUID
    visits: int
    companies: Sequence[ScaleCompany]


@dataclass(slots=True)
class Day:
    """The lines of one day for each table."""

    receipts: list[str] = field(default_factory=list)
    visits: list[str] = field(default_factory=list)
    page_views: list[str] = field(default_factory=list)
    drops: list[str] = field(default_factory=list)


class ScaleHistory:
    """The visits of all tenants in the days that end on `until`."""

    def __init__(self, tenants: Sequence[ScaleTenant], scale: Scale, *, until: date, chance: Random) -> None:
        self._tenants = tenants
        self._scale = scale
        self._until = until
        self._chance = chance
        self._pages = [f"{page.path}\t{page.title}" for page in pages()]
        self._page_odds = popularity(len(self._pages))
        self._sources = ["\t".join(one[:3]) for one in SOURCES]
        self._source_odds = list(accumulate(one[3] for one in SOURCES))
        self._odds = [popularity(max(len(one.companies), 1)) for one in tenants]
        self._unseen = [list(range(len(one.companies))) for one in tenants]
        for unseen in self._unseen:
            chance.shuffle(unseen)
        self._counter = 0

    def days(self) -> Iterator[Day]:
        """Every day, the oldest first."""
        for back in range(self._scale.days - 1, -1, -1):
            yield self._day(self._until - timedelta(days=back), left=back + 1)

    def _day(self, on: date, *, left: int) -> Day:
        day = Day()
        weight = 1.3 if on.weekday() < 5 else 0.25
        for at, tenant in enumerate(self._tenants):
            mean = tenant.visits / self._scale.days * weight
            count = int(mean) + (self._chance.random() < mean % 1)
            new = -(-len(self._unseen[at]) // left) if on.weekday() < 5 or left == 1 else 0
            for n in range(max(count, new)):
                self._visit(day, at, tenant, on, is_new=n < new)
            day.drops.extend(
                f"{tenant.tenant_id}\t{tenant.site_id}\t{on}\t{reason.value}\t{int(count * share) + 1}\n"
                for reason, share in zip(REASONS, (2.1, 1.7, 0.2, 0.4), strict=True)
            )
        return day

    def _visit(self, day: Day, at: int, tenant: ScaleTenant, on: date, *, is_new: bool) -> None:
        company = self._company(at, tenant, is_new=is_new)
        visit, receipt = self._id(), self._id()
        begins = datetime.combine(on, time(self._chance.choice(_HOURS), int(self._chance.random() * 60)), UTC)
        begins += timedelta(seconds=int(self._chance.random() * 60))
        moment, seconds, lines = begins, 0, []
        stem = f"\t{visit}\t{tenant.site_id}\t"
        pages = 1 + int(self._chance.random() * (2 * self._scale.pages_per_visit - 1))
        for _ in range(pages):
            stay = 5 + int(self._chance.random() ** 3 * 240)
            page = self._pages[bisect(self._page_odds, self._chance.random() * self._page_odds[-1])]
            lines.append(f"{tenant.tenant_id}\t{moment:%Y-%m-%d %H:%M:%S+00}\t{self._id()}{stem}{page}\t{stay}\n")
            last, moment, seconds = moment, moment + timedelta(seconds=stay), seconds + stay
        source = self._sources[bisect(self._source_odds, self._chance.random() * self._source_odds[-1])]
        entry = lines[0].split("\t")[5]
        who = f"business\t{company.network_id}\t{company.id}" if company else "isp\t\\N\t\\N"
        hashed = f"\\\\x{visit}{visit}"
        day.page_views.extend(lines)
        day.visits.append(
            f"{tenant.tenant_id}\t{visit}\t{tenant.site_id}\t{receipt}\t{hashed}\t{begins}\t{last}\t{pages}\t{seconds}\t"
            f"{source}\t{entry}\t{who}\n"
        )
        day.receipts.append(
            f"{tenant.tenant_id}\t{receipt}\t{tenant.site_id}\tcookiebot\tA\t1\tt\tt\t{begins}\tt\t{hashed}\t{hashed}\t{hashed}\t1\t"
            f"{begins}\t{begins}\t{begins + timedelta(days=180)}\n"
        )

    def _company(self, at: int, tenant: ScaleTenant, *, is_new: bool) -> ScaleCompany | None:
        """Who comes: a company that was never there, one that was, or nobody whose name is known."""
        if is_new:
            return tenant.companies[self._unseen[at].pop()]
        if not tenant.companies or self._chance.random() >= self._known_share(tenant):
            return None
        return tenant.companies[bisect(self._odds[at], self._chance.random() * self._odds[at][-1])]

    def _known_share(self, tenant: ScaleTenant) -> float:
        """What is left of the share of company visits when every company has come once."""
        once = len(tenant.companies) / tenant.visits
        return max(self._scale.lead_share - once, 0.02) / (1 - once)

    def _id(self) -> str:
        self._counter += 1
        return f"{self._counter * ODD & ALL:032x}"


def companies_of(scale: Scale, companies: Sequence[ScaleCompany], chance: Random) -> list[Sequence[ScaleCompany]]:
    """Which companies come to each tenant: as many as it has leads."""
    chosen: list[Sequence[ScaleCompany]] = []
    for rank, visits in enumerate(visits_of_tenants(scale)):
        leads = scale.largest_leads if rank == 0 else max(int(visits * scale.lead_share * 0.3), 3)
        chosen.append(chance.sample(companies, min(leads, len(companies))))
    return chosen
