"""Keeps apart what an objection took away, and gives it back when staff refuses the objection (edge, for the worker).

Whoever sits in an organisation's network can object, and it holds at once; so until staff looked at it nothing is lost
(GDPR art. 18(1)(d), restriction while an objection is looked into). Each runs in the caller's transaction, within one
tenant. Tables that hang on leads are found in the catalogue, so that none of them has to be named here.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from connectleads.tenancy.driver import parsed
from connectleads.tenancy.roles import quoted_name
from connectleads.tenancy.scope import current_tenant_id
from enrichment.lead_hangers import lead_hangers
from enrichment.lead_numbers import rows
from enrichment.lead_refresh import forget_empty_leads, refresh_leads
from enrichment.models import RestrictedLead
from enrichment.restricted_sums import add_sums, sums_left
from enrichment.rollup_changes import recounted
from tracking.queries import visits_by

# What follows from visits and days is made anew.
_NOTHING_YET = {"visits": 0, "page_views": 0, "seconds": 0, "most_pages": 0}
_VISITS = (
    "SELECT id, network_id FROM tracking_visit WHERE tenant_id = %s AND company_id = %s AND network_id IS NOT NULL"
)
_LEAD = "SELECT id, to_jsonb(l), last_seen_at FROM enrichment_lead l WHERE tenant_id = %s AND company_id = %s"
_NETWORK = "SELECT id FROM enrichment_network WHERE company_id = %s ORDER BY id = %s DESC, learnt_at DESC LIMIT 1"
_NAME_VISITS = """
UPDATE tracking_visit v SET company_id = %(company)s, network_id = k.network_id
FROM unnest(%(visits)s::uuid[], %(networks)s::uuid[]) AS k (id, network_id)
JOIN enrichment_network n ON n.id = k.network_id
WHERE v.tenant_id = %(tenant)s AND v.id = k.id AND v.company_id IS NULL
"""
_FIRST_SEEN = """
UPDATE enrichment_lead SET first_seen_at = least(first_seen_at, %s::timestamptz) WHERE tenant_id = %s AND id = %s
"""
# On a lead that is there again and that nobody has worked on since; what was said of it since stands.
_DECIDED = """
UPDATE enrichment_lead l SET status = k.status, owner_id = k.owner_id, tags = k.tags, hidden_at = k.hidden_at,
    touched_at = k.touched_at, correction = coalesce(nullif(l.correction, ''), k.correction)
FROM jsonb_populate_record(NULL::enrichment_lead, %s) k
WHERE l.tenant_id = %s AND l.id = %s AND l.touched_at IS NULL
"""


def set_apart(company_id: UUID, objection_id: UUID, *, at: datetime) -> RestrictedLead | None:
    """Keep what the tenant in scope has of an organisation, before it is taken away; None when it has nothing."""
    tenant_id = current_tenant_id()
    visits = rows(_VISITS, [tenant_id, company_id])
    found = rows(_LEAD, [tenant_id, company_id])
    if not visits and not found:
        return None
    lead_id, lead, last_seen_at = found[0] if found else (None, None, at)
    apart: RestrictedLead = RestrictedLead.objects.create(
        objection_id=objection_id,
        company_id=company_id,
        lead=parsed(lead),
        hung=_hung(lead_id) if lead_id else {},
        visits=[row[0] for row in visits],
        networks=[row[1] for row in visits],
        last_seen_at=last_seen_at,
    )
    return apart


def keep_sums(apart: RestrictedLead) -> None:
    """Keep what is left of the lead's sums once its visits are nameless: what came of visits that are kept no more."""
    if apart.lead:
        hung = {**apart.hung, **sums_left(UUID(apart.lead["id"]))}
        RestrictedLead.objects.filter(id=apart.id).update(hung=hung)


def give_back(apart: RestrictedLead) -> None:
    """Name the visits again that are still kept, and bring back the lead with what people wrote about it."""
    tenant_id = current_tenant_id()
    values: dict[str, Any] = {
        "tenant": tenant_id,
        "company": apart.company_id,
        "visits": apart.visits,
        "networks": apart.networks,
    }
    with recounted(tenant_id, {*apart.visits, *visits_by(apart.company_id)}), connection.cursor() as cursor:
        lead_id = _restore_lead(apart, apart.lead) if apart.lead else None
        if lead_id is not None:
            add_sums(lead_id, apart.hung)  # first: when the lead was first seen may follow from these
        cursor.execute(_NAME_VISITS, values)
    if lead_id is not None:
        for table, column in lead_hangers():
            for row in apart.hung.get(table, ()):
                _insert(table, {**row, column: str(lead_id)})
        refresh_leads([(tenant_id, lead_id)])
        forget_empty_leads([(tenant_id, lead_id)])
    apart.delete()


def _hung(lead_id: UUID) -> dict[str, list[Any]]:
    hung: dict[str, list[Any]] = {}
    for table, column in lead_hangers():
        sql = f"SELECT to_jsonb(t) FROM {table} t WHERE t.tenant_id = %s AND t.{column} = %s"  # noqa: S608 (catalogue)
        found = [parsed(row[0]) for row in rows(sql, [current_tenant_id(), lead_id])]
        if found:
            hung[table] = found
    return hung


def _restore_lead(apart: RestrictedLead, lead: dict[str, Any]) -> UUID | None:
    """The lead's id: of the one that was, or of one that the tenant has meanwhile; None when its networks are gone."""
    there = rows(_LEAD, [current_tenant_id(), apart.company_id])
    if there:
        return _restore_decisions(UUID(str(there[0][0])), lead)
    network = rows(_NETWORK, [apart.company_id, lead["network_id"]])
    if not network:
        return None
    company = str(apart.company_id)
    row = {**lead, **_NOTHING_YET, "network_id": str(network[0][0]), "company_id": company}
    if not _insert("enrichment_lead", row):
        _insert("enrichment_lead", {**row, "owner_id": None})  # the owner has left
    return UUID(lead["id"])


def _restore_decisions(lead_id: UUID, lead: dict[str, Any]) -> UUID:
    """Give a lead that is there again what people decided about the one that was; the owner if still a member."""
    key = [current_tenant_id(), lead_id]
    with connection.cursor() as cursor:
        cursor.execute(_FIRST_SEEN, [lead["first_seen_at"], *key])
    if not _holds(_DECIDED, [json.dumps(lead), *key]):
        _holds(_DECIDED, [json.dumps({**lead, "owner_id": None}), *key])
    return lead_id


def _insert(table: str, row: dict[str, Any]) -> bool:
    """Put a row back with the columns that there still are; False when it points to something that is gone."""
    kept = [name for name in _columns(table) if name in row]
    names = ", ".join(quoted_name(name) for name in kept)
    sql = f"INSERT INTO {table} ({names}) SELECT {names} FROM jsonb_populate_record(NULL::{table}, %s)"  # noqa: S608
    return _holds(sql, [json.dumps(row)])


def _holds(sql: str, values: Sequence[Any]) -> bool:
    """Whether the change could be made: it is undone when it points to something that is gone."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except IntegrityError:
        return False
    return True


def _columns(table: str) -> Sequence[str]:
    sql = "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
    return [row[0] for row in rows(sql, [table])]
