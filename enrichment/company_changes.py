"""Merging and splitting of shared companies by the installation's staff, with a trail of who, what and why (edge).

The web process, which faces people, only writes down what is wanted: it cannot see other tenants' leads. The worker
carries it out, each change in one transaction. Names lead to companies, so that a change survives every re-lookup.
"""

import logging
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import DatabaseError, transaction

from connectleads.tenancy.driver import driver_cursor
from connectleads.tenancy.keys import new_id
from connectleads.tenancy.locks import Work, sole_owner
from connectleads.tenancy.scope import unscoped_all_tenants
from enrichment.company_change_kind import CompanyChangeKind
from enrichment.evidence_rows import evidence_from_rows
from enrichment.known_ranges import companies_changed
from enrichment.lead_moves import move_leads, split_leads
from enrichment.lead_refresh import leads_of_companies, refresh_leads
from enrichment.models import Company, CompanyChange, CompanyName, KnownRange, Network
from enrichment.organisation_names import parse_name

log = logging.getLogger(__name__)

_MOVE_NETWORKS = """
UPDATE enrichment_network n SET company_id = %(keep)s WHERE n.company_id = %(gone)s AND NOT EXISTS (
    SELECT 1 FROM enrichment_network k WHERE k.company_id = %(keep)s AND k.block = n.block AND k.asn = n.asn)
"""
# Networks that both companies had: whatever points to the one that goes, points to its twin.
_TWINS = """
SELECT n.id, k.id FROM enrichment_network n
JOIN enrichment_network k ON k.company_id = %(keep)s AND k.block = n.block AND k.asn = n.asn
WHERE n.company_id = %(gone)s
"""
_POINT_TO_TWIN = (
    "UPDATE tracking_visit SET network_id = %(twin)s WHERE network_id = %(network)s",
    "UPDATE enrichment_lead SET network_id = %(twin)s WHERE network_id = %(network)s",
    "UPDATE enrichment_knownrange SET network_id = %(twin)s WHERE network_id = %(network)s",
    "UPDATE enrichment_restrictedlead SET networks = array_replace(networks, %(network)s::uuid, %(twin)s::uuid) "
    "WHERE %(network)s::uuid = ANY(networks)",
)
_POINT_TO_COMPANY = (
    "UPDATE enrichment_companyname SET company_id = %(keep)s WHERE company_id = %(gone)s",
    "UPDATE enrichment_knownrange SET company_id = %(keep)s WHERE company_id = %(gone)s",
    "UPDATE enrichment_restrictedlead SET company_id = %(keep)s WHERE company_id = %(gone)s",
    "UPDATE enrichment_tenantrange SET company_id = %(keep)s WHERE company_id = %(gone)s",
    "UPDATE tracking_visit SET company_id = %(keep)s WHERE company_id = %(gone)s",
)
_CORRECTIONS = """
DELETE FROM enrichment_correction c WHERE c.company_id = %(gone)s AND EXISTS (
    SELECT 1 FROM enrichment_correction k WHERE k.tenant_id = c.tenant_id AND k.company_id = %(keep)s)
"""


def merge_companies(keep_id: UUID, gone_id: UUID, *, by_id: int, by_name: str, reason: str = "") -> CompanyChange:
    """Ask for two companies to become one, which keeps the first one's name. Raises ValueError when they are the same.

    Leads, visits, networks and names of the other go over within seconds, in every tenant.
    """
    if keep_id == gone_id:
        raise ValueError("a company cannot be merged with itself")
    found = {company.id: company.name for company in Company.objects.filter(id__in=(keep_id, gone_id))}
    details = {"keep": found.get(keep_id, ""), "gone": found.get(gone_id, "")}
    return _ask(CompanyChangeKind.MERGE, keep_id, gone_id, details, by_id, by_name, reason)


def split_company(
    company_id: UUID, name_ids: Collection[UUID], *, name: str, by_id: int, by_name: str, reason: str = ""
) -> CompanyChange:
    """Ask for some of a company's names to become a company of their own, called `name`.

    Raises ValueError when these are not some, and not all, of its names. Networks learnt under these names, and the
    visits from them, go over.
    """
    names = {row.id: row for row in CompanyName.objects.filter(company_id=company_id)}
    chosen = [names[name_id] for name_id in name_ids if name_id in names]
    if not chosen or len(chosen) != len(set(name_ids)) or len(chosen) == len(names):
        raise ValueError("name some of the company's names, and not all of them")
    details = {"names": [str(row.id) for row in chosen], "written": [row.name for row in chosen], "name": name[:200]}
    return _ask(CompanyChangeKind.SPLIT, company_id, new_id(), details, by_id, by_name, reason)


def changes_of_companies(limit: int = 100) -> list[CompanyChange]:
    """The trail, newest first."""
    return list(CompanyChange.objects.order_by("-requested_at")[:limit])


def carry_out_changes() -> int:
    """Carry out what was asked for and not done yet, oldest first; how many were carried out. As the worker only."""
    done = 0
    with unscoped_all_tenants("changes of companies"), sole_owner(Work.COMPANIES) as is_owner:
        waiting = CompanyChange.objects.filter(done_at=None).order_by("requested_at") if is_owner else ()
        for change in waiting:
            done += _carry_out(change)
        if done:
            companies_changed()
    return done


def _carry_out(change: CompanyChange) -> bool:
    try:
        with transaction.atomic():
            outcome = _merge(change) if change.kind == CompanyChangeKind.MERGE else _split(change)
            _finish(change, outcome)
    except DatabaseError as error:
        log.exception("a change of companies could not be carried out")
        _finish(change, f"not done: {type(error).__name__}")
        return False
    return True


def _finish(change: CompanyChange, outcome: str) -> None:
    CompanyChange.objects.filter(id=change.id).update(done_at=datetime.now(UTC), outcome=outcome)


def _merge(change: CompanyChange) -> str:
    keep, gone = change.company_id, change.other_id
    found = {row.id: row for row in Company.objects.select_for_update().filter(id__in=(keep, gone)).order_by("id")}
    if len(found) < 2:
        return "one of the companies was not there any more"
    companies = {"keep": keep, "gone": gone}
    with driver_cursor() as cursor:
        cursor.execute(_TWINS, companies)
        for network, twin in cursor.fetchall():
            _run(cursor, _POINT_TO_TWIN, {"network": network, "twin": twin})
        cursor.execute(_MOVE_NETWORKS, companies)
        leads = move_leads(cursor, keep=keep, gone=gone)
        cursor.execute(_CORRECTIONS, companies)
        cursor.execute("UPDATE enrichment_correction SET company_id = %(keep)s WHERE company_id = %(gone)s", companies)
        _run(cursor, _POINT_TO_COMPANY, companies)
    if not found[keep].domain and found[gone].domain:
        Company.objects.filter(id=keep).update(domain=found[gone].domain)
    found[gone].delete()
    refresh_leads(leads_of_companies([keep]))
    return f"{leads} leads went over"


def _split(change: CompanyChange) -> str:
    names = list(CompanyName.objects.filter(id__in=change.details["names"], company_id=change.company_id))
    old = Company.objects.select_for_update().filter(id=change.company_id).first()
    left = CompanyName.objects.filter(company_id=change.company_id).exclude(id__in=[row.id for row in names]).first()
    if old is None or left is None or not names:
        return "the company or its names were not there any more"
    if any((row.normalised, row.country) == (old.normalised, old.country) for row in names):
        Company.objects.filter(id=old.id).update(name=left.name, normalised=left.normalised, country=left.country)
    new = Company.objects.create(
        id=change.other_id,
        name=change.details["name"] or names[0].name,
        normalised=names[0].normalised,
        country=names[0].country,
        kind=old.kind,
    )
    CompanyName.objects.filter(id__in=[row.id for row in names]).update(company_id=new.id)
    networks = _networks_named(old.id, {row.normalised for row in names})
    Network.objects.filter(id__in=networks).update(company_id=new.id)
    KnownRange.objects.filter(network_id__in=networks).update(company_id=new.id)
    with driver_cursor() as cursor:
        leads = split_leads(cursor, old=old.id, new=new.id, networks=networks)
    return f"{len(networks)} networks and {leads} leads went over"


def _networks_named(company_id: UUID, names: Collection[str]) -> list[UUID]:
    """The networks of a company that were learnt under one of these normalised names."""
    rows = Network.objects.filter(company_id=company_id)
    return [row.id for row in rows if _name_of(row) in names]


def _name_of(network: Network) -> str:
    """The name under which the network was learnt: the one in its first evidence, else that of its holder."""
    evidence = evidence_from_rows(network.evidence)
    written = next((one.fact("holder") for one in evidence if one.fact("holder")), network.holder)
    return parse_name(written).normalised


def _run(cursor: Any, statements: Sequence[str], values: dict[str, Any]) -> None:
    for statement in statements:
        cursor.execute(statement, values)


def _ask(
    kind: CompanyChangeKind,
    company_id: UUID,
    other_id: UUID,
    details: dict[str, Any],
    by_id: int,
    by_name: str,
    reason: str,
) -> CompanyChange:
    return CompanyChange.objects.create(
        kind=kind,
        company_id=company_id,
        other_id=other_id,
        details=details,
        reason=reason[:300],
        by_id=by_id,
        by_name=by_name[:254],
    )
