"""Withdrawing erases: what was held is gone, sums are corrected, and what is on its way never lands."""

import threading
import time
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from consent.models import ConsentReceipt
from enrichment.drain import drain_shard
from enrichment.models import Lead, LeadDay
from enrichment.tasks import erase_withdrawn
from tests.conftest import Cast, database_role
from tests.history import HASHER, OTHER_COMPANY_ADDRESS, make_hit, store
from tracking.hit import HitKind
from tracking.models import Event, PageView, Visit, Withdrawal
from tracking.stream import (
    FIELD,
    WITHDRAWALS,
    append,
    append_withdrawal,
    read_withdrawals,
    shard_of,
    valkey,
)
from tracking.withdrawal import Withdrawn


def withdrawal(cast: Cast, visitor: str = "one", at: datetime | None = None) -> Withdrawn:
    return Withdrawn(cast.tenant.id, cast.site.id, HASHER.visitor(cast.site.id, visitor), at or datetime.now(UTC))


def withdraw(cast: Cast, visitor: str = "one", at: datetime | None = None) -> None:
    append_withdrawal(withdrawal(cast, visitor, at))
    erase()


def erase() -> None:
    with database_role("worker"):
        erase_withdrawn()


def drain(cast: Cast) -> None:
    with database_role("worker"):
        drain_shard(shard_of(cast.site.id))


@pytest.fixture
def at_home(cast: Cast, stream: None):
    with tenant_scope(cast.tenant.id):
        yield cast


def test_everything_about_the_visitor_goes_and_nothing_of_others(at_home: Cast):
    cast, now = at_home, datetime.now(UTC)
    store(
        make_hit(cast.tenant, cast.site, visitor="one", at=now - timedelta(minutes=9)),
        make_hit(cast.tenant, cast.site, visitor="one", at=now - timedelta(minutes=8), path="/prijzen"),
        make_hit(cast.tenant, cast.site, visitor="two", at=now - timedelta(minutes=7)),
    )
    store(make_hit(cast.tenant, cast.site, visitor="one", at=now, kind=HitKind.EVENT, event="download"))

    withdraw(cast, "one")

    assert [bytes(visit.visitor_hash) for visit in Visit.objects.all()] == [HASHER.visitor(cast.site.id, "two")]
    assert (PageView.objects.count(), Event.objects.count()) == (1, 0)
    lead, day = Lead.objects.get(), LeadDay.objects.get()
    assert (lead.visits, lead.page_views) == (day.visits, day.page_views) == (1, 1)
    assert (lead.first_seen_at, lead.last_seen_at) == (now - timedelta(minutes=7),) * 2


def test_a_lead_whose_only_visits_were_the_visitors_disappears(at_home: Cast):
    store(make_hit(at_home.tenant, at_home.site), make_hit(at_home.tenant, at_home.site, visitor="two",
          address=OTHER_COMPANY_ADDRESS))  # fmt: skip

    withdraw(at_home, "one")

    assert [lead.company.name for lead in Lead.objects.select_related("company")] == ["DAF Trucks"]


def test_the_receipt_stays_as_proof_and_names_nobody(at_home: Cast):
    store(make_hit(at_home.tenant, at_home.site))
    before = ConsentReceipt.objects.get()

    withdraw(at_home, at=datetime.now(UTC))

    receipt = ConsentReceipt.objects.get()
    assert (receipt.id, receipt.withdraw_reason) == (before.id, "visitor")
    assert receipt.withdrawn_at >= before.received_at
    assert not Visit.objects.filter(receipt_id=receipt.id).exists()


def test_who_agrees_again_gets_a_new_receipt(at_home: Cast):
    hit = make_hit(at_home.tenant, at_home.site)
    store(hit)
    withdraw(at_home)

    store(make_hit(at_home.tenant, at_home.site, choice_at=hit.proof.choice_at))

    assert sorted(ConsentReceipt.objects.values_list("withdraw_reason", flat=True)) == ["", "visitor"]
    assert Visit.objects.count() == 1


def test_withdrawing_twice_is_withdrawing_once(at_home: Cast):
    store(make_hit(at_home.tenant, at_home.site), make_hit(at_home.tenant, at_home.site, visitor="two"))

    withdraw(at_home, "one")
    withdraw(at_home, "one")

    assert (Visit.objects.count(), Lead.objects.get().visits) == (1, 1)
    assert read_withdrawals(10) == []


def test_seconds_that_were_read_are_taken_off_too(at_home: Cast):
    now = datetime.now(UTC)
    views = [make_hit(at_home.tenant, at_home.site, visitor=v, at=now - timedelta(minutes=5)) for v in ("one", "two")]
    leaves = [
        make_hit(at_home.tenant, at_home.site, visitor=v, kind=HitKind.LEAVE, of=view.id, seconds=s, at=now)
        for v, view, s in zip(("one", "two"), views, (40, 7), strict=True)
    ]
    store(*views, *leaves)
    assert Lead.objects.get().seconds == 47

    withdraw(at_home, "one")

    assert (Lead.objects.get().seconds, LeadDay.objects.get().seconds) == (7, 7)


def test_pages_that_retention_took_already_are_taken_off_too(at_home: Cast):
    store(make_hit(at_home.tenant, at_home.site), make_hit(at_home.tenant, at_home.site, visitor="two"))
    with database_role("worker"), unscoped_all_tenants("test"):
        PageView.objects.all().delete()

    withdraw(at_home, "one")

    assert (Lead.objects.get().page_views, LeadDay.objects.get().page_views) == (1, 1)


def test_a_rivals_visitor_with_the_same_hash_stays(at_home: Cast):
    cast = at_home
    store(make_hit(cast.tenant, cast.site))
    append_withdrawal(
        Withdrawn(cast.rival.id, cast.rival_site.id, HASHER.visitor(cast.site.id, "one"), datetime.now(UTC))
    )

    erase()

    assert Visit.objects.count() == 1


def test_a_withdrawal_at_a_site_that_is_gone_harms_nothing(at_home: Cast):
    cast = at_home
    append_withdrawal(Withdrawn(cast.rival.id, cast.site.id, bytes(32), datetime.now(UTC)))

    erase()

    assert read_withdrawals(10) == []


def test_one_that_cannot_be_opened_is_set_aside_and_blocks_none(at_home: Cast):
    store(make_hit(at_home.tenant, at_home.site))
    valkey().xadd(WITHDRAWALS, {FIELD: b"nonsense"})

    withdraw(at_home)

    assert Visit.objects.count() == 0
    assert valkey().xlen(f"{WITHDRAWALS}:aside") == 1


def test_hits_that_still_wait_on_the_stream_are_dropped_and_later_ones_are_kept(committed_cast: Cast):
    cast = committed_cast
    append([make_hit(cast.tenant, cast.site), make_hit(cast.tenant, cast.site, visitor="two")])

    withdraw(cast, "one")
    append([make_hit(cast.tenant, cast.site, path="/agreed-again")])
    drain(cast)

    with tenant_scope(cast.tenant.id):
        assert sorted(PageView.objects.values_list("path", flat=True)) == ["/", "/agreed-again"]
        assert Visit.objects.count() == 2


def test_withdrawing_while_the_drain_runs_leaves_nothing_behind(committed_cast: Cast):
    """Visitors withdraw one by one while another connection drains their hits."""
    cast, visitors = committed_cast, [str(n) for n in range(60)]
    for visitor in visitors:
        for _ in range(5):
            append([make_hit(cast.tenant, cast.site, visitor=visitor)])
    stop = threading.Event()

    def drain_on() -> None:
        with database_role("worker"):
            while not stop.is_set():
                drain_shard(shard_of(cast.site.id), seconds=0.05)
        connection.close()

    drainer = threading.Thread(target=drain_on)
    drainer.start()
    try:
        for visitor in visitors[::2]:
            withdraw(cast, visitor)
        deadline = time.monotonic() + 30
        with tenant_scope(cast.tenant.id):
            while Visit.objects.count() < len(visitors) // 2 and time.monotonic() < deadline:
                time.sleep(0.02)
    finally:
        stop.set()
        drainer.join()

    drain(cast)
    with tenant_scope(cast.tenant.id):
        left = {bytes(visit.visitor_hash) for visit in Visit.objects.all()}
        assert left == {HASHER.visitor(cast.site.id, visitor) for visitor in visitors[1::2]}
        assert PageView.objects.count() == 5 * len(left)
        assert Lead.objects.get().visits == sum(day.visits for day in LeadDay.objects.all()) == len(left)


def test_what_is_remembered_of_a_withdrawal_goes_after_a_week(at_home: Cast):
    from enrichment.tasks import forget_withdrawals

    withdraw(at_home, "old", at=datetime.now(UTC) - timedelta(days=8))
    withdraw(at_home, "new")

    with database_role("worker"):
        forget_withdrawals()

    assert [bytes(one.visitor_hash) for one in Withdrawal.objects.all()] == [HASHER.visitor(at_home.site.id, "new")]
