"""The only writer of companies, networks and leads (edge). Runs in the caller's transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from psycopg2.extras import Json, execute_values

from connectleads.tenancy.bulk import run_rows
from connectleads.tenancy.driver import driver_cursor
from connectleads.tenancy.keys import new_id
from enrichment.activity import ActivityKey, LeadActivity
from enrichment.evidence_rows import evidence_to_rows
from enrichment.identification import Identified
from enrichment.lead_status import LeadStatus
from enrichment.models import Lead
from enrichment.network_finding import NetworkFinding
from enrichment.range_draft import RangeDraft
from enrichment.sources.range_index import places_of
from enrichment.verdict import Verdict

CompanyKey = tuple[str, str]
NetworkKey = tuple[str, int, UUID]
LeadKey = tuple[UUID, UUID]

# A name leads to its company, also after staff gave the name to another one.
_KNOWN_COMPANIES = """
SELECT n.normalised, n.country, n.company_id FROM enrichment_companyname n
JOIN (VALUES %s) AS k (normalised, country) ON n.normalised = k.normalised AND n.country = k.country
"""
_COMPANIES = """
INSERT INTO enrichment_company AS c (id, name, normalised, legal_form, country, kind, domain, created_at) VALUES %s
ON CONFLICT (normalised, country) DO UPDATE SET kind = excluded.kind RETURNING c.normalised, c.country, c.id
"""
_COMPANY_NAMES = """
INSERT INTO enrichment_companyname (id, company_id, name, normalised, country, created_at) VALUES %s
ON CONFLICT (normalised, country) DO NOTHING
"""
_DOMAINS = """
UPDATE enrichment_company c SET domain = n.domain FROM (VALUES %s) AS n (id, domain)
WHERE c.id = n.id::uuid AND c.domain = ''
"""
_KNOWN_RANGE = """
INSERT INTO enrichment_knownrange (id, version, first, last, registry, kind, confidence, rule, company_id, network_id,
    learnt_at, expires_at)
VALUES %s
ON CONFLICT (version, first, last) DO UPDATE SET registry = excluded.registry, kind = excluded.kind,
    confidence = excluded.confidence, rule = excluded.rule, company_id = excluded.company_id,
    network_id = excluded.network_id, learnt_at = excluded.learnt_at, expires_at = excluded.expires_at
"""
_NETWORKS = """
INSERT INTO enrichment_network AS n (id, block, asn, holder, company_id, kind, confidence, evidence, rule, learnt_at)
VALUES %s
ON CONFLICT (block, asn, company_id) DO UPDATE SET holder = excluded.holder, kind = excluded.kind,
    confidence = excluded.confidence, evidence = excluded.evidence, rule = excluded.rule, learnt_at = excluded.learnt_at
RETURNING n.block, n.asn, n.company_id, n.id
"""
_LEADS = """
INSERT INTO enrichment_lead AS l (tenant_id, id, company_id, network_id, status, first_seen_at, last_seen_at, visits,
    page_views, seconds)
SELECT * FROM ROWS
ON CONFLICT (tenant_id, company_id) DO UPDATE SET
    network_id = CASE WHEN excluded.last_seen_at >= l.last_seen_at THEN excluded.network_id ELSE l.network_id END,
    first_seen_at = least(l.first_seen_at, excluded.first_seen_at),
    last_seen_at = greatest(l.last_seen_at, excluded.last_seen_at),
    visits = l.visits + excluded.visits,
    page_views = l.page_views + excluded.page_views,
    seconds = l.seconds + excluded.seconds
RETURNING l.tenant_id, l.company_id, l.id
"""
_LEAD_TYPES = (
    "uuid", "uuid", "uuid", "uuid", "text", "timestamptz", "timestamptz", "integer", "integer", "bigint",
)  # fmt: skip
_LEAD_DAYS = """
INSERT INTO enrichment_leadday AS d (tenant_id, lead_id, site_id, day, visits, page_views, seconds)
SELECT * FROM ROWS
ON CONFLICT (tenant_id, lead_id, site_id, day) DO UPDATE SET
    visits = d.visits + excluded.visits,
    page_views = d.page_views + excluded.page_views,
    seconds = d.seconds + excluded.seconds
"""
_LEAD_DAY_TYPES = ("uuid", "uuid", "uuid", "date", "integer", "integer", "bigint")
_LONGER_LEADS = """
UPDATE enrichment_lead l SET seconds = l.seconds + n.more FROM ROWS AS n (tenant_id, company_id, more)
WHERE l.tenant_id = n.tenant_id AND l.company_id = n.company_id
"""
_LONGER_LEAD_DAYS = """
UPDATE enrichment_leadday d SET seconds = d.seconds + n.more
FROM ROWS AS n (tenant_id, company_id, site_id, day, more), enrichment_lead l
WHERE l.tenant_id = n.tenant_id AND l.company_id = n.company_id
    AND d.tenant_id = l.tenant_id AND d.lead_id = l.id AND d.site_id = n.site_id AND d.day = n.day
"""
_LESS_LEAD_DAYS = """
UPDATE enrichment_leadday d SET visits = greatest(0, d.visits - n.visits),
    page_views = greatest(0, d.page_views - n.page_views), seconds = greatest(0, d.seconds - n.seconds)
FROM (VALUES %s) AS n (tenant_id, company_id, site_id, day, visits, page_views, seconds), enrichment_lead l
WHERE l.tenant_id = n.tenant_id AND l.company_id = n.company_id
    AND d.tenant_id = l.tenant_id AND d.lead_id = l.id AND d.site_id = n.site_id AND d.day = n.day
"""
_EMPTY_LEAD_DAYS = """
DELETE FROM enrichment_leadday d USING (VALUES %s) AS n (tenant_id, company_id), enrichment_lead l
WHERE l.tenant_id = n.tenant_id AND l.company_id = n.company_id AND d.tenant_id = l.tenant_id AND d.lead_id = l.id
    AND d.visits = 0 AND d.page_views = 0
"""
_SUM_LEADS = """
UPDATE enrichment_lead l SET visits = s.visits, page_views = s.page_views, seconds = s.seconds,
    first_seen_at = coalesce(s.first_at, l.first_seen_at), last_seen_at = coalesce(s.last_at, l.last_seen_at)
FROM (
    SELECT l.tenant_id, l.id, coalesce(sum(d.visits), 0) AS visits, coalesce(sum(d.page_views), 0) AS page_views,
        coalesce(sum(d.seconds), 0) AS seconds,
        (SELECT min(v.started_at) FROM tracking_visit v
            WHERE v.tenant_id = l.tenant_id AND v.company_id = l.company_id) AS first_at,
        (SELECT max(v.last_hit_at) FROM tracking_visit v
            WHERE v.tenant_id = l.tenant_id AND v.company_id = l.company_id) AS last_at
    FROM enrichment_lead l JOIN (VALUES %s) AS n (tenant_id, company_id)
        ON l.tenant_id = n.tenant_id AND l.company_id = n.company_id
    LEFT JOIN enrichment_leadday d ON d.tenant_id = l.tenant_id AND d.lead_id = l.id
    GROUP BY l.tenant_id, l.id, l.company_id
) s
WHERE l.tenant_id = s.tenant_id AND l.id = s.id
"""
_EMPTY_LEADS = """
DELETE FROM enrichment_lead l USING (VALUES %s) AS n (tenant_id, company_id)
WHERE l.tenant_id = n.tenant_id AND l.company_id = n.company_id
    AND NOT EXISTS (SELECT 1 FROM enrichment_leadday d WHERE d.tenant_id = l.tenant_id AND d.lead_id = l.id)
"""


@dataclass(frozen=True, slots=True)
class Organisation:
    """What a network was judged to be, and where that was found."""

    finding: NetworkFinding
    verdict: Verdict

    @classmethod
    def of(cls, identified: Identified) -> "Organisation":
        """What was identified, as far as it is stored."""
        return cls(identified.network, identified.verdict)

    @property
    def company_key(self) -> CompanyKey:
        """What makes two organisations one and the same: name and country, both normalised."""
        assert self.verdict.organisation is not None
        country = self.verdict.country or self.finding.country or self.verdict.organisation.country_hint or ""
        return (self.verdict.organisation.normalised[:200], country)

    @property
    def block(self) -> str:
        """The range the verdict holds for, or "" when it is too small to be kept."""
        kept = self.verdict.range
        if kept is None:
            return self.finding.network or ""
        return "" if kept.is_small else kept.text


def keep_organisations(organisations: Iterable[Organisation]) -> Mapping[Organisation, tuple[UUID, UUID]]:
    """Store companies and networks that are new or changed; (company id, network id) for each organisation."""
    found = list(organisations)
    if not found:
        return {}
    now = datetime.now(UTC)
    companies = {one.company_key: one for one in found}
    with driver_cursor() as cursor:
        company_ids = _company_ids(cursor, companies, now)
        networks = {_network_key(one, company_ids): one for one in found}
        rows = [_network(one, key[2], now) for key, one in sorted(networks.items())]
        network_ids = {
            (row[0], row[1], row[2]): row[3]
            for row in execute_values(cursor, _NETWORKS, rows, fetch=True, page_size=1000)
        }
    return {one: (company_ids[one.company_key], network_ids[_network_key(one, company_ids)]) for one in found}


def keep_range(known: RangeDraft) -> None:
    """Remember what a registry's answer came to, for its whole range; never for one close to a single visitor."""
    if known.range.is_small:
        return
    first, last = places_of(known.range)
    ids = (known.company_id, known.network_id)
    row = (new_id(), known.range.version, first, last, known.registry, known.kind, known.confidence, known.rule, *ids)
    with driver_cursor() as cursor:
        execute_values(cursor, _KNOWN_RANGE, [(*row, known.learnt_at, known.expires_at)])


def add_activity(activity: Mapping[ActivityKey, LeadActivity]) -> None:
    """Add what a batch brought to leads and their days; keys are (tenant, company, site, day)."""
    if not activity:
        return
    leads = _by_lead(activity)
    with driver_cursor() as cursor:
        rows = [_lead(key, one) for key, one in sorted(leads.items())]
        ids = {(row[0], row[1]): row[2] for row in run_rows(cursor, _LEADS, _LEAD_TYPES, rows).fetchall()}
        days = [
            (tenant_id, ids[tenant_id, company_id], site_id, day, one.visits, one.page_views, one.seconds)
            for (tenant_id, company_id, site_id, day), one in sorted(activity.items())
        ]
        run_rows(cursor, _LEAD_DAYS, _LEAD_DAY_TYPES, days)


def add_seconds(more: Mapping[ActivityKey, int]) -> None:
    """Add reading time to leads and their days where such leads exist."""
    if not more:
        return
    leads: dict[LeadKey, int] = {}
    for (tenant_id, company_id, _, _), seconds in more.items():
        leads[tenant_id, company_id] = leads.get((tenant_id, company_id), 0) + seconds
    with driver_cursor() as cursor:
        longer = [(*key, seconds) for key, seconds in sorted(leads.items())]
        run_rows(cursor, _LONGER_LEADS, ("uuid", "uuid", "bigint"), longer)
        days = [(*key, seconds) for key, seconds in sorted(more.items())]
        run_rows(cursor, _LONGER_LEAD_DAYS, ("uuid", "uuid", "uuid", "date", "bigint"), days)


def subtract_activity(activity: Mapping[ActivityKey, tuple[int, int, int]]) -> None:
    """Take (visits, page views, seconds) off leads and their days; a lead that nothing is left of goes."""
    if not activity:
        return
    with driver_cursor() as cursor:
        execute_values(cursor, _LESS_LEAD_DAYS, [(*key, *sums) for key, sums in sorted(activity.items())])
        leads = sorted({key[:2] for key in activity})
        for statement in (_EMPTY_LEAD_DAYS, _SUM_LEADS, _EMPTY_LEADS):
            execute_values(cursor, statement, leads)


def set_status(lead_id: UUID, status: LeadStatus) -> bool:
    """Set where the tenant in scope stands with a lead; False when there is no such lead."""
    return Lead.objects.filter(id=lead_id).update(status=status) == 1


def _company_ids(cursor: Any, companies: Mapping[CompanyKey, Organisation], now: datetime) -> dict[CompanyKey, UUID]:
    """The company of each key: the one its name leads to, else one that is made and named now."""
    rows = execute_values(cursor, _KNOWN_COMPANIES, sorted(companies), fetch=True, page_size=1000)
    ids = {(row[0], row[1]): row[2] for row in rows}
    new = [_company(one, now) for key, one in sorted(companies.items()) if key not in ids]
    if new:
        made = execute_values(cursor, _COMPANIES, new, fetch=True, page_size=1000)
        ids |= {(row[0], row[1]): row[2] for row in made}
        names = [(new_id(), ids[row[2], row[4]], row[1], row[2], row[4], now) for row in new]
        execute_values(cursor, _COMPANY_NAMES, names, page_size=1000)
    domains = [(ids[key], one.verdict.domain) for key, one in sorted(companies.items()) if one.verdict.domain]
    if domains:
        execute_values(cursor, _DOMAINS, domains, page_size=1000)
    return ids


def _network_key(one: Organisation, company_ids: Mapping[CompanyKey, UUID]) -> NetworkKey:
    return (one.block, one.finding.asn or 0, company_ids[one.company_key])


def _company(one: Organisation, now: datetime) -> tuple[Any, ...]:
    name = one.verdict.organisation
    assert name is not None
    normalised, country = one.company_key
    kind = one.verdict.kind.value
    domain = (one.verdict.domain or "")[:253]
    return (new_id(), name.display[:200], normalised, (name.legal_form or "")[:40], country, kind, domain, now)


def _network(one: Organisation, company_id: UUID, now: datetime) -> tuple[Any, ...]:
    verdict, finding = one.verdict, one.finding
    return (
        new_id(),
        one.block,
        finding.asn or 0,
        (finding.holder or "")[:300],
        company_id,
        verdict.kind.value,
        verdict.confidence,
        Json(evidence_to_rows(verdict.evidence)),
        verdict.rule,
        now,
    )


def _by_lead(activity: Mapping[ActivityKey, LeadActivity]) -> dict[LeadKey, LeadActivity]:
    leads: dict[LeadKey, LeadActivity] = {}
    for (tenant_id, company_id, _, _), one in activity.items():
        known = leads.get((tenant_id, company_id))
        leads[tenant_id, company_id] = one if known is None else known.plus(one)
    return leads


def _lead(key: LeadKey, one: LeadActivity) -> Sequence[Any]:
    return (
        key[0],
        new_id(),
        key[1],
        one.network_id,
        LeadStatus.NEW.value,
        one.first_at,
        one.last_at,
        one.visits,
        one.page_views,
        one.seconds,
    )
