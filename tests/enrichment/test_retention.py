"""Retention: the preview says what the purge does, steps are bounded, and whole months go when nobody keeps them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from connectleads.tenancy.models import Purge, RetentionChoice, Site, Tenant
from connectleads.tenancy.retention import CEILING_DAYS, DEFAULT_DAYS, Lifetimes, RetentionKind
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from consent.models import ConsentReceipt
from consent.visitor_receipts import VisitorRequest, complete_visitor_receipt, find_receipt, give_receipt
from enrichment.models import Lead
from enrichment.retention import drop_whole_months, preview, purge_tenant
from tests.conftest import Cast, database_role
from tests.history import make_hit, store
from tracking.models import Event, PageView, Visit
from tracking.purging import drop_month

NOW = datetime.now(UTC)


def seen(tenant: Tenant, site: Site, days_ago: float, *, visitor: str, address: str = "147.12.18.33") -> None:
    store(make_hit(tenant, site, at=NOW - timedelta(days=days_ago), visitor=visitor, address=address))


def left(cast: Cast) -> dict[str, int]:
    with tenant_scope(cast.tenant.id):
        return {model.__name__: model.objects.count() for model in (PageView, Visit, Lead, ConsentReceipt)}


def purge(cast: Cast, *, days: dict[str, int], **bounds: int) -> bool:
    with tenant_scope(cast.tenant.id):
        for kind, chosen in days.items():
            RetentionChoice.objects.create(kind=kind, days=chosen)
    with database_role("worker"):
        return purge_tenant(cast.tenant.id, most=CEILING_DAYS, now=NOW, **bounds)


def test_each_kind_goes_by_its_own_time(cast: Cast):
    seen(cast.tenant, cast.site, 100, visitor="old")
    seen(cast.tenant, cast.site, 1, visitor="new")

    assert purge(cast, days={})

    assert left(cast) == {"PageView": 1, "Visit": 2, "Lead": 1, "ConsentReceipt": 2}


def test_everything_old_goes_and_the_rival_keeps_its_own(cast: Cast):
    seen(cast.tenant, cast.site, 40, visitor="old")
    seen(cast.rival, cast.rival_site, 40, visitor="old")

    assert purge(cast, days={"page_views": 30, "visits": 30, "leads": 30, "receipts": 30})

    assert left(cast) == {"PageView": 0, "Visit": 0, "Lead": 0, "ConsentReceipt": 0}
    with tenant_scope(cast.rival.id):
        assert (PageView.objects.count(), Visit.objects.count(), Lead.objects.count()) == (1, 1, 1)
        assert not Purge.objects.exists()


def test_what_was_done_on_a_page_goes_with_the_page_view(cast: Cast):
    seen(cast.tenant, cast.site, 100, visitor="old")
    with database_role("worker"), tenant_scope(cast.tenant.id):
        visit, at = Visit.objects.get(), NOW - timedelta(days=100)
        Event.objects.create(id=visit.id, at=at, visit_id=visit.id, site_id=cast.site.id, name="download", path="/")

    assert purge(cast, days={})

    with tenant_scope(cast.tenant.id):
        assert (Event.objects.count(), Visit.objects.count()) == (0, 1)
        assert [(one.kind, one.rows) for one in Purge.objects.all()] == [("page_views", 2)]


def give(cast: Cast, days_ago: float, *, done: bool) -> str:
    with tenant_scope(cast.tenant.id):
        at = NOW - timedelta(days=days_ago)
        receipt_id, number = give_receipt(cast.site.id, VisitorRequest.ERASE, at=at)
    if done:
        with database_role("worker"), tenant_scope(cast.tenant.id):
            complete_visitor_receipt(cast.tenant.id, receipt_id, visits=1, receipts=1, at=at)
    return number


def test_what_a_visitor_got_as_proof_goes_by_a_time_of_its_own(cast: Cast):
    old, young, waiting = give(cast, 500, done=True), give(cast, 300, done=True), give(cast, 500, done=False)
    with tenant_scope(cast.tenant.id):
        foretold = preview(Lifetimes({**DEFAULT_DAYS, RetentionKind.REQUESTS: 400}), now=NOW)

    assert purge(cast, days={"requests": 400})

    with tenant_scope(cast.tenant.id):
        found = [find_receipt(cast.site.id, number) is not None for number in (old, young, waiting)]
        assert found == [False, True, True]
        assert [(one.kind, one.rows) for one in Purge.objects.all()] == [("requests", 1)]
    assert foretold[RetentionKind.REQUESTS] == 1


def test_no_tenant_loses_what_another_gave(cast: Cast):
    number = give(cast, 5000, done=True)

    with database_role("worker"):
        purge_tenant(cast.rival.id, most=CEILING_DAYS, now=NOW)

    with tenant_scope(cast.tenant.id):
        assert find_receipt(cast.site.id, number)


def test_a_receipt_stays_while_a_visit_points_to_it(cast: Cast):
    seen(cast.tenant, cast.site, 40, visitor="old")

    assert purge(cast, days={"receipts": 1})

    assert left(cast)["ConsentReceipt"] == 1


def test_the_preview_counts_what_the_purge_then_removes_and_the_log_says_so(cast: Cast):
    for number in range(7):
        seen(cast.tenant, cast.site, 40, visitor=f"v{number}")
    days = {"page_views": 30, "visits": 30, "leads": 30}
    with tenant_scope(cast.tenant.id):
        kept = Lifetimes({**DEFAULT_DAYS, **{RetentionKind(kind): chosen for kind, chosen in days.items()}})
        foretold = preview(kept, now=NOW)

    purge(cast, days=days, step=3)

    with tenant_scope(cast.tenant.id):
        logged: dict[str, int] = {}
        for one in Purge.objects.all():
            logged[one.kind] = logged.get(one.kind, 0) + one.rows
    assert logged == {kind.value: rows for kind, rows in foretold.items() if rows}
    assert logged == {"page_views": 7, "visits": 7, "leads": 1}


def test_steps_are_bounded_and_the_rest_waits(cast: Cast):
    for number in range(5):
        seen(cast.tenant, cast.site, 40, visitor=f"v{number}")

    assert not purge(cast, days={"page_views": 30}, step=2, steps=1)

    assert left(cast)["PageView"] == 3


def old_month(cast: Cast) -> None:
    with database_role("worker"), connection.cursor() as cursor:
        cursor.execute("SELECT tracking_make_partition('2024-03-01')")
    for tenant, site in ((cast.tenant, cast.site), (cast.rival, cast.rival_site)):
        store(make_hit(tenant, site, at=datetime(2024, 3, 10, tzinfo=UTC), visitor="old"))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # as at the end of the transaction that a test does not have
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def months() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relname LIKE 'tracking_pageview_20%' AND relkind = 'r'")
        return [row[0] for row in cursor.fetchall()]


def test_a_month_that_nobody_keeps_is_dropped_whole_and_logged_for_each(cast: Cast):
    old_month(cast)

    with database_role("worker"):
        assert drop_whole_months(most=CEILING_DAYS, now=NOW) >= 1

    assert "tracking_pageview_2024_03" not in months()
    for tenant in (cast.tenant, cast.rival):
        with tenant_scope(tenant.id):
            assert [(one.kind, one.rows) for one in Purge.objects.all()] == [("page_views", 1)]


def test_a_month_that_one_tenant_still_keeps_stays(cast: Cast):
    old_month(cast)
    with tenant_scope(cast.rival.id):
        RetentionChoice.objects.create(kind="page_views", days=5000)

    with database_role("worker"):
        drop_whole_months(most={**CEILING_DAYS, RetentionKind.PAGE_VIEWS: 5000}, now=NOW)

    assert "tracking_pageview_2024_03" in months()


def test_a_month_that_is_not_over_is_not_dropped_whoever_asks(cast: Cast):
    with database_role("worker"), pytest.raises(DatabaseError), transaction.atomic():
        drop_month(NOW.date().replace(day=1))


def test_the_web_role_drops_nothing(cast: Cast):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT tracking_drop_partition('2020-01-01')")


def test_the_tasks_purge_every_tenant(committed_cast: Cast, settings):
    from connectleads.celery import app
    from enrichment.retention_tasks import purge_all

    seen(committed_cast.tenant, committed_cast.site, 100, visitor="old")
    seen(committed_cast.rival, committed_cast.rival_site, 100, visitor="old")
    app.conf.task_always_eager = True
    try:
        with database_role("worker"):
            purge_all()
    finally:
        app.conf.task_always_eager = False

    with database_role("worker"), unscoped_all_tenants("test"):
        assert not PageView.objects.filter(at__lt=timezone.now() - timedelta(days=91)).exists()
        assert Visit.objects.count() == 2


def test_the_page_previews_saves_and_shows_the_log(cast: Cast, signed_in):
    seen(cast.tenant, cast.site, 40, visitor="old")
    mia, address = signed_in(cast.mia), "/app/voorbeeld/settings/retention/"
    form = {kind.value: days for kind, days in DEFAULT_DAYS.items()} | {"page_views": 30}

    shown = mia.post(address, {**form, "preview": "1"})
    assert {str(one.words): one.rows for one in shown.context["report"].goes}.popitem()
    assert shown.context["report"].goes[0].rows == 1
    with tenant_scope(cast.tenant.id):
        assert not RetentionChoice.objects.exists()
    assert mia.post(address, {**form, "save": "1"}).status_code == 302
    refused = mia.post(address, {**form, "visits": 5000, "save": "1"})

    assert list(refused.context["form"].errors) == ["visits"]
    with tenant_scope(cast.tenant.id):
        assert dict(RetentionChoice.objects.values_list("kind", "days")) == {"page_views": 30}
