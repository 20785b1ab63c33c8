"""One lead with everything its page says of it (edge)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from connectleads.tenancy.driver import parsed
from enrichment.evidence import Evidence
from enrichment.evidence_rows import evidence_from_rows
from enrichment.lead_numbers import rows
from enrichment.lead_search_sql import Viewpoint
from enrichment.scoring import ScoredDay


@dataclass(frozen=True, slots=True)
class LeadFacts:
    """A lead with its sums over all time, why we think it is this company, and that its visitors agreed.

    `visitors` are different browsers, `receipts` different choices; `networks` are CIDR blocks of the company. `days`
    are what it did lately, `top_pages` what it read most: (path, title, views).
    """

    id: UUID
    company_id: UUID
    name: str
    legal_form: str
    country: str
    domain: str
    kind: str
    confidence: float
    status: str
    owner_id: int | None
    tags: tuple[str, ...]
    hidden_at: datetime | None
    first_seen_at: datetime
    last_seen_at: datetime
    visits: int
    page_views: int
    seconds: int
    warmth: float
    first_source: str
    first_medium: str
    block: str
    asn: int
    holder: str
    networks: tuple[str, ...]
    visitors: int
    receipts: int
    last_choice_at: datetime | None
    evidence: tuple[Evidence, ...]
    days: tuple[ScoredDay, ...]
    top_pages: tuple[tuple[str, str, int], ...]


_FACTS = """
SELECT l.id, l.company_id, l.name, c.legal_form, l.country, l.domain, l.kind, l.confidence, l.status, l.owner_id,
    l.tags, l.hidden_at, l.first_seen_at, l.last_seen_at, l.visits, l.page_views, l.seconds, l.warmth,
    coalesce(f.source, ''), coalesce(f.medium, ''), n.block, n.asn, n.holder,
    ARRAY(SELECT DISTINCT o.block FROM enrichment_network o WHERE o.company_id = l.company_id AND o.block <> ''
        ORDER BY 1 LIMIT 6),
    a.visitors, a.receipts, r.last_choice_at, n.evidence, d.days, t.pages
FROM enrichment_lead l
JOIN enrichment_company c ON c.id = l.company_id
JOIN enrichment_network n ON n.id = l.network_id
LEFT JOIN LATERAL (
    SELECT v.source, v.medium FROM tracking_visit v
    WHERE v.tenant_id = l.tenant_id AND v.company_id = l.company_id ORDER BY v.started_at LIMIT 1
) f ON true
CROSS JOIN LATERAL (
    SELECT count(DISTINCT v.visitor_hash) AS visitors, count(DISTINCT v.receipt_id) AS receipts FROM tracking_visit v
    WHERE v.tenant_id = l.tenant_id AND v.company_id = l.company_id
) a
LEFT JOIN LATERAL (
    SELECT max(r.choice_at) AS last_choice_at FROM (
        SELECT v.receipt_id FROM tracking_visit v WHERE v.tenant_id = l.tenant_id AND v.company_id = l.company_id
        ORDER BY v.started_at DESC LIMIT 50) v
    JOIN consent_consentreceipt r ON r.tenant_id = l.tenant_id AND r.id = v.receipt_id
) r ON true
LEFT JOIN LATERAL (
    SELECT json_agg(json_build_array(d.day, d.visits, d.page_views, d.seconds, d.key_points, d.event_points)
        ORDER BY d.day) AS days
    FROM (
        SELECT d.day, sum(d.visits) AS visits, sum(d.page_views) AS page_views, sum(d.seconds) AS seconds,
            sum(d.key_points) AS key_points, sum(d.event_points) AS event_points
        FROM enrichment_leadday d
        WHERE d.tenant_id = %(tenant)s AND d.lead_id = %(lead)s AND d.day >= %(since)s GROUP BY d.day
    ) d
) d ON true
LEFT JOIN LATERAL (
    SELECT json_agg(json_build_array(p.path, p.title, p.views) ORDER BY p.views DESC, p.path) AS pages FROM (
        SELECT p.path, coalesce(max(t.title), '') AS title, sum(p.views) AS views FROM enrichment_leadpage p
        LEFT JOIN enrichment_sitepage t ON t.tenant_id = p.tenant_id AND t.site_id = p.site_id AND t.path = p.path
        WHERE p.tenant_id = %(tenant)s AND p.lead_id = %(lead)s
        GROUP BY p.path ORDER BY sum(p.views) DESC, p.path LIMIT %(pages)s
    ) p
) t ON true
WHERE l.tenant_id = %(tenant)s AND l.id = %(lead)s AND l.kind = ANY(%(kinds)s)
"""


def lead_facts(view: Viewpoint, lead_id: UUID, *, days: int, pages: int) -> LeadFacts | None:
    """One lead of the tenant in scope, hidden or not, with its last so many days and its so many pages.

    None when there is no such lead.
    """
    since: date = view.today - timedelta(days=days - 1)
    asked = {"tenant": view.tenant_id, "lead": lead_id, "kinds": list(view.kinds), "since": since, "pages": pages}
    found = rows(_FACTS, asked)
    if not found:
        return None
    *known, evidence, read_on, read = found[0]
    values: list[Any] = [tuple(value) if isinstance(value, list) else value for value in known]
    values += [
        evidence_from_rows(parsed(evidence)),
        tuple(ScoredDay(date.fromisoformat(day), *counts) for day, *counts in parsed(read_on) or ()),
        tuple((path, title, views) for path, title, views in parsed(read) or ()),
    ]
    return LeadFacts(*values)


@dataclass(frozen=True, slots=True)
class LeadVisit:
    """A visit of a lead with its pages in order, (path, title, engaged seconds), and the names of what was done."""

    id: UUID
    started_at: datetime
    last_hit_at: datetime
    seconds: int
    source: str
    medium: str
    campaign: str
    visitor_hash: bytes
    pages: tuple[tuple[str, str, int], ...]
    events: tuple[str, ...]


_VISITS = """
SELECT v.id, v.started_at, v.last_hit_at, v.seconds, v.source, v.medium, v.campaign, v.visitor_hash, p.path, p.title,
    p.seconds, e.names
FROM (
    SELECT * FROM tracking_visit v WHERE v.tenant_id = %(tenant)s AND v.company_id = %(company)s
    ORDER BY v.started_at DESC, v.id DESC LIMIT %(limit)s
) v
LEFT JOIN LATERAL (
    SELECT p.path, p.title, p.seconds, p.at FROM tracking_pageview p
    WHERE p.tenant_id = %(tenant)s AND p.visit_id = v.id AND p.at BETWEEN v.started_at AND v.last_hit_at
    ORDER BY p.at LIMIT 60
) p ON true
LEFT JOIN LATERAL (
    SELECT array_agg(e.name::text ORDER BY e.at) AS names FROM (
        SELECT e.name, e.at FROM tracking_event e WHERE e.tenant_id = %(tenant)s AND e.visit_id = v.id
        ORDER BY e.at LIMIT 20) e
) e ON true
ORDER BY v.started_at DESC, v.id DESC, p.at
"""


def lead_visits(view: Viewpoint, company_id: UUID, *, limit: int) -> list[LeadVisit]:
    """The latest visits of a company to the tenant in scope, newest first, each with its pages."""
    found: dict[UUID, tuple[tuple[Any, ...], list[tuple[str, str, int]]]] = {}
    for row in rows(_VISITS, {"tenant": view.tenant_id, "company": company_id, "limit": limit}):
        _, pages = found.setdefault(row[0], ((*row[:8], row[11]), []))
        if row[8] is not None:
            pages.append(row[8:11])
    return [_visit(head, pages) for head, pages in found.values()]


def _visit(head: tuple[Any, ...], pages: list[tuple[str, str, int]]) -> LeadVisit:
    *known, visitor_hash, events = head
    values: list[Any] = [*known, bytes(visitor_hash), tuple(pages), tuple(events or ())]
    return LeadVisit(*values)
