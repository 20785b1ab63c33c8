"""The only writer of companies, networks and leads (edge). Runs in the caller's transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from psycopg2.extras import Json, execute_values

from connectleads.tenancy.driver import driver_cursor
from connectleads.tenancy.keys import new_id
from enrichment.evidence_rows import evidence_to_rows
from enrichment.network_finding import NetworkFinding
from enrichment.verdict import Verdict

CompanyKey = tuple[str, str]
NetworkKey = tuple[str, int, UUID]

_COMPANIES = """
INSERT INTO enrichment_company AS c (id, name, normalised, legal_form, country, kind, domain, created_at) VALUES %s
ON CONFLICT (normalised, country) DO UPDATE SET kind = excluded.kind RETURNING c.normalised, c.country, c.id
"""
_NETWORKS = """
INSERT INTO enrichment_network AS n (id, block, asn, holder, company_id, kind, confidence, evidence, rule, learnt_at)
VALUES %s
ON CONFLICT (block, asn, company_id) DO UPDATE SET holder = excluded.holder, kind = excluded.kind,
    confidence = excluded.confidence, evidence = excluded.evidence, rule = excluded.rule, learnt_at = excluded.learnt_at
RETURNING n.block, n.asn, n.company_id, n.id
"""


@dataclass(frozen=True, slots=True)
class Organisation:
    """What a network was judged to be, and where that was found."""

    finding: NetworkFinding
    verdict: Verdict

    @property
    def company_key(self) -> CompanyKey:
        """What makes two organisations one and the same: name and country, both normalised."""
        assert self.verdict.organisation is not None
        country = self.finding.country or self.verdict.organisation.country_hint or ""
        return (self.verdict.organisation.normalised[:200], country)

    @property
    def block(self) -> str:
        """The CIDR block, or "" when it is too small to be kept."""
        return self.finding.network or ""


def keep_organisations(organisations: Iterable[Organisation]) -> Mapping[Organisation, tuple[UUID, UUID]]:
    """Store companies and networks that are new or changed; (company id, network id) for each organisation."""
    found = list(organisations)
    if not found:
        return {}
    now = datetime.now(UTC)
    companies = {one.company_key: one for one in found}
    with driver_cursor() as cursor:
        rows = [_company(one, now) for _, one in sorted(companies.items())]
        company_ids = {
            (row[0], row[1]): row[2] for row in execute_values(cursor, _COMPANIES, rows, fetch=True, page_size=1000)
        }
        networks = {_network_key(one, company_ids): one for one in found}
        rows = [_network(one, key[2], now) for key, one in sorted(networks.items())]
        network_ids = {
            (row[0], row[1], row[2]): row[3]
            for row in execute_values(cursor, _NETWORKS, rows, fetch=True, page_size=1000)
        }
    return {one: (company_ids[one.company_key], network_ids[_network_key(one, company_ids)]) for one in found}


def _network_key(one: Organisation, company_ids: Mapping[CompanyKey, UUID]) -> NetworkKey:
    return (one.block, one.finding.asn or 0, company_ids[one.company_key])


def _company(one: Organisation, now: datetime) -> tuple[Any, ...]:
    name = one.verdict.organisation
    assert name is not None
    normalised, country = one.company_key
    kind = one.verdict.kind.value
    return (new_id(), name.display[:200], normalised, (name.legal_form or "")[:40], country, kind, "", now)


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
