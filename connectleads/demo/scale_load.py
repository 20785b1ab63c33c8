"""Fills a database with a made-up installation of any size, by COPY and in one transaction (edge)."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from random import Random
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import BooleanField, CharField, Field, Model

from connectleads.demo.cast import PASSWORD
from connectleads.demo.scale_plan import Scale, ScaleCompany, companies, visits_of_tenants
from connectleads.demo.scale_rows import ScaleHistory, ScaleTenant, companies_of
from connectleads.tenancy.driver import driver_cursor
from connectleads.tenancy.models import Membership, Site, Tenant, User
from connectleads.tenancy.scope import unscoped_all_tenants
from consent.models import ConsentReceipt
from dashboard.models import Segment
from enrichment.models import Company, Network
from enrichment.rollup_changes import rebuild_rollups
from tracking.actions import make_partitions, months_ahead
from tracking.models import DropCount, PageView, Visit

Say = Callable[[str], None]
OWNER = "ada@schaal.example"
LARGEST = "schaal-001"
PAGE_VIEW = (
    "tenant_id",
    "at",
    "id",
    "visit_id",
    "site_id",
    "path",
    "title",
    "seconds",
)
VISIT = [
    "tenant_id",
    "id",
    "site_id",
    "receipt_id",
    "visitor_hash",
    "started_at",
    "last_hit_at",
    "page_views",
    "seconds",
    "source",
    "medium",
    "campaign",
    "entry_path",
    "kind",
    "network_id",
    "company_id",
]
RECEIPT = [
    "tenant_id",
    "id",
    "site_id",
    "platform",
    "level",
    "gate_version",
    "statistics",
    "marketing",
    "choice_at",
    "choice_at_is_from_cookie",
    "reference_hash",
    "value_hash",
    "choice_hash",
    "policy_version",
    "received_at",
    "last_used_at",
    "expires_at",
]
DROP = (
    "tenant_id",
    "site_id",
    "day",
    "reason",
    "count",
)
SEGMENTS = (
    ("Bekeek prijzen", "period=28&path=%2Fprijzen"),
    ("Terug deze week", "period=7&novelty=back"),
    ("Nieuw uit Nederland", "period=28&country=NL&novelty=new"),
    ("Duitstalig en warm", "period=28&region=dach&heat=30"),
    ("Via advertenties", "period=28&medium=cpc"),
    ("Lang gelezen", "period=90&size=10"),
    ("Zeker en nieuw", "period=28&status=new&sure=85"),
    ("Las over koelen", "period=90&path=%2Fkennis%2F%2A"),
)
# What people did with some of the leads, so that filters have something to find; the same each time.
_WORKED_ON = """
UPDATE enrichment_lead SET
    status = (ARRAY['contacted', 'talking', 'customer', 'lost', 'ignored'])[1 + abs(hashtext(company_id::text)) %% 5],
    tags = CASE WHEN abs(hashtext(company_id::text)) %% 3 = 0 THEN ARRAY['beurs', 'machines'] ELSE tags END,
    owner_id = CASE WHEN tenant_id = %s THEN %s END, touched_at = last_seen_at
WHERE abs(hashtext(company_id::text)) %% 7 = 0
"""


def load_scale(scale: Scale, *, until: date, seed: int, say: Say) -> None:
    """Make the installation. All of it is committed, or nothing."""
    chance = Random(f"scale {seed}")  # noqa: S311 (made-up visits, not secrets)
    with unscoped_all_tenants("seed scale"), transaction.atomic():
        _take_room()
        known = list(companies(scale, chance))
        _load_companies(known)
        tenants = _make_tenants(scale, companies_of(scale, known, chance), chance)
        say(f"{len(tenants)} tenants, {len(known)} companies")
        with _keys_later(say):
            _load_history(ScaleHistory(tenants, scale, until=until, chance=chance), scale, until, say)
        _analyse()
        for n, one in enumerate(tenants, 1):
            leads = rebuild_rollups(one.tenant_id)
            if n == 1:
                _analyse_sums()  # the largest one tells the planner what to expect of the others
            if n == 1 or n % 20 == 0 or n == len(tenants):
                say(f"sums of {n} of {len(tenants)} tenants ({leads} leads in the last of them)")
        _work_on(tenants[0])


def vacuum() -> None:
    """What autovacuum would do in time: statistics and visibility, without which nothing measured means anything."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _make_tenants(scale: Scale, chosen: list[Any], chance: Random) -> list[ScaleTenant]:
    owner = User.objects.create_user(OWNER, PASSWORD, name="Ada Schaal")
    made = []
    for n, (visits, some) in enumerate(zip(visits_of_tenants(scale), chosen, strict=True), 1):
        tenant = Tenant.objects.create(id=_id(chance), name=f"Schaal {n:03}", slug=f"schaal-{n:03}")
        site = Site.objects.create(
            id=_id(chance), tenant=tenant, name=f"www.schaal{n:03}.example", hosts=[f"www.schaal{n:03}.example"]
        )
        if n <= 2:
            Membership.objects.create(tenant=tenant, user=owner, role="owner")
        made.append(ScaleTenant(tenant.id, site.id, visits, some))
    return made


def _load_companies(known: list[ScaleCompany]) -> None:
    now = datetime.now(UTC)
    _copy(
        Company,
        ["id", "name", "normalised", "legal_form", "country", "kind", "domain", "created_at"],
        (
            f"{one.id}\t{one.name}\t{one.name.lower()}\tB.V.\t{one.country}\tbusiness\t"
            f"{one.name.lower().replace(' ', '-')}.example\t{now}\n"
            for one in known
        ),
    )
    _copy(
        Network,
        ["id", "block", "asn", "holder", "company_id", "kind", "confidence", "evidence", "rule", "learnt_at"],
        (
            f"{one.network_id}\t{one.block}\t{one.asn}\t{one.name} B.V.\t{one.id}\tbusiness\t{one.confidence}\t[]\t"
            f"made_up\t{now}\n"
            for one in known
        ),
    )


def _load_history(history: ScaleHistory, scale: Scale, until: date, say: Say) -> None:
    make_partitions(months_ahead(date.fromordinal(until.toordinal() - scale.days), count=scale.days // 28 + 2))
    views = 0
    for n, day in enumerate(history.days(), 1):
        _copy(ConsentReceipt, RECEIPT, day.receipts)
        _copy(Visit, VISIT, day.visits)
        _copy(PageView, PAGE_VIEW, day.page_views)
        _copy(DropCount, DROP, day.drops)
        views += len(day.page_views)
        if n % 10 == 0:
            say(f"day {n} of {scale.days}: {views} page views")


def _copy(model: type[Model], columns: Sequence[str], lines: Iterable[str]) -> None:
    """COPY lines; columns that the lines do not know get the model's own defaults."""
    meta = model._meta
    more = [
        one for one in meta.local_concrete_fields if one.column and one.column not in columns and not one.primary_key
    ]
    constants = "".join(f"\t{_text(one)}" for one in more)
    text = io.StringIO("".join(line[:-1] + constants + "\n" for line in lines) if constants else "".join(lines))
    with driver_cursor() as cursor:
        cursor.copy_expert(
            f"COPY {meta.db_table} ({', '.join([*columns, *(str(one.column) for one in more)])}) FROM STDIN", text
        )


def _text(field: "Field[Any, Any]") -> str:
    """A field's default as COPY reads it; where there is none and there must be a value, nothing of its kind."""
    value = field.get_default()
    if value is None and not field.null:
        value = {BooleanField: False, CharField: ""}.get(type(field), 0)
    if isinstance(value, bytes):
        return f"\\\\x{value.hex()}"
    if isinstance(value, (list, dict)):
        return "{}"
    return "\\N" if value is None else str(value)


@contextmanager
def _keys_later(say: Say) -> Iterator[None]:
    """Check foreign keys, and build the indexes of page views, once at the end instead of row by row."""
    tables = ("tracking_pageview", "tracking_visit", "consent_consentreceipt")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE contype = 'f' AND conparentid = 0 AND conrelid = ANY(%s::regclass[])",
            [list(tables)],
        )
        keys = cursor.fetchall()
        cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'tracking_pageview'")
        indexes = [row for row in cursor.fetchall() if not row[0].endswith("_pkey")]
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table, name, _ in keys:
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        for name, _ in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
    yield
    with connection.cursor() as cursor:
        for name, definition in indexes:
            cursor.execute(definition.replace(" ON ONLY ", " ON "))
            say(f"index {name}")
        for table, name, definition in keys:
            cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')
        say(f"{len(keys)} foreign keys checked")


def _take_room() -> None:
    """Memory for sorting and hashing, until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem = '256MB'")
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        cursor.execute("SET LOCAL jit = off")


def _analyse() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE tracking_visit, consent_consentreceipt, enrichment_company, enrichment_network")
        cursor.execute("ANALYZE tracking_pageview")


def _analyse_sums() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "ANALYZE enrichment_lead, enrichment_leadday, enrichment_leadpage, enrichment_leadsection, "
            "enrichment_leadsource, enrichment_siteday, enrichment_pageday, enrichment_sourceday"
        )


def _work_on(largest: ScaleTenant) -> None:
    owner = User.objects.get(email=OWNER)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(_WORKED_ON, [largest.tenant_id, owner.pk])
    Segment.objects.bulk_create(
        Segment(tenant_id=largest.tenant_id, owner_id=owner.pk, name=name, query=query) for name, query in SEGMENTS
    )


def _id(chance: Random) -> UUID:
    return UUID(int=chance.getrandbits(128))
