"""The only writer of companies, networks and leads (edge). Runs in the caller's transaction."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from psycopg2.extras import execute_values

from connectleads.tenancy.bulk import run_rows
from connectleads.tenancy.driver import driver_cursor
from connectleads.tenancy.keys import new_id
from enrichment.evidence_rows import evidence_to_rows
from enrichment.identification import Identified
from enrichment.network_finding import NetworkFinding
from enrichment.range_draft import RangeDraft
from enrichment.sources.range_index import places_of
from enrichment.verdict import Verdict

CompanyKey = tuple[str, str]
NetworkKey = tuple[str, int, UUID]

# A name leads to its company, also after staff gave the name to another one.
_KNOWN_COMPANIES = """
SELECT n.normalised, n.country, n.company_id FROM enrichment_companyname n
JOIN ROWS AS k (normalised, country) ON n.normalised = k.normalised AND n.country = k.country
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
SELECT * FROM ROWS
ON CONFLICT (block, asn, company_id) DO UPDATE SET holder = excluded.holder, kind = excluded.kind,
    confidence = excluded.confidence, evidence = excluded.evidence, rule = excluded.rule, learnt_at = excluded.learnt_at
RETURNING n.block, n.asn, n.company_id, n.id
"""
_NETWORK_TYPES = (
    "uuid", "text", "bigint", "text", "uuid", "text", "double precision", "jsonb", "text", "timestamptz",
)  # fmt: skip


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
            (row[0], row[1], row[2]): row[3] for row in run_rows(cursor, _NETWORKS, _NETWORK_TYPES, rows).fetchall()
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


def _company_ids(cursor: Any, companies: Mapping[CompanyKey, Organisation], now: datetime) -> dict[CompanyKey, UUID]:
    """The company of each key: the one its name leads to, else one that is made and named now."""
    rows = run_rows(cursor, _KNOWN_COMPANIES, ("text", "text"), sorted(companies)).fetchall()
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
        json.dumps(evidence_to_rows(verdict.evidence)),
        verdict.rule,
        now,
    )
