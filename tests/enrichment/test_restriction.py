"""What an objection took away is out of sight until staff looked at it; a refused one gives it back."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from connectleads.tenancy.keys import new_id
from connectleads.tenancy.locks import Work
from connectleads.tenancy.models import Membership, Purge
from connectleads.tenancy.retention import CEILING_DAYS, DEFAULT_DAYS, Lifetimes, RetentionKind
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from dashboard.models import Follow, Note, Task
from enrichment.company_changes import carry_out_changes, merge_companies
from enrichment.lead_actions import add_tag, set_owners, touch
from enrichment.models import (
    Company,
    Lead,
    LeadDay,
    LeadPage,
    LeadSource,
    Network,
    Objection,
    ObjectionState,
    RestrictedLead,
)
from enrichment.objections import ObjectionWay, Wish, object_to_being_shown, review, settle_objections
from enrichment.retention import preview, purge_tenant
from enrichment.rollup_changes import rebuild_rollups
from enrichment.tasks import hide_objecting
from tests.conftest import Cast, database_role
from tests.history import OTHER_COMPANY_ADDRESS, make_hit, store
from tracking.models import PageView, Visit

NOW = datetime.now(UTC)


def adyen() -> Company:
    return Company.objects.get(name__startswith="Adyen")


def worked_on(cast: Cast) -> dict[str, object]:
    """Both tenants are visited by Adyen, and Ben has done his work on it; how the lead stands then."""
    store(
        make_hit(cast.tenant, cast.site, at=NOW - timedelta(days=3), path="/prijzen"),
        make_hit(cast.tenant, cast.site, visitor="two"),
        make_hit(cast.tenant, cast.site, visitor="three", address=OTHER_COMPANY_ADDRESS),
        make_hit(cast.rival, cast.rival_site),
    )
    with tenant_scope(cast.tenant.id):
        lead = Lead.objects.get(company_id=adyen().id)
        add_tag([lead.id], "beurs")
        set_owners([lead.id], cast.ben.pk)
        touch(lead.id)
        Note.objects.create(lead_id=lead.id, author_id=cast.ben.pk, text="Belde terug")
        Task.objects.create(
            lead_id=lead.id, text="Offerte", due_on=NOW.date(), assignee_id=cast.ben.pk, created_by_id=cast.ben.pk
        )
        Follow.objects.create(user_id=cast.vera.pk, lead_id=lead.id)
    return standing(cast)


def standing(cast: Cast) -> dict[str, object]:
    """Everything that a tenant sees of the organisation."""
    with tenant_scope(cast.tenant.id):
        lead = (
            Lead.objects.filter(company_id=adyen().id)
            .values("id", "status", "owner_id", "tags", "touched_at", "visits", "page_views", "warmth", "first_seen_at")
            .first()
        )
        of_lead = {"lead_id": lead["id"]} if lead else {"lead_id": None}
        return {
            "lead": lead,
            "pages": sorted(LeadPage.objects.filter(**of_lead).values_list("path", "views", "last_on")),
            "sources": sorted(LeadSource.objects.filter(**of_lead).values_list("source", "visits", "last_on")),
            "days": sorted(LeadDay.objects.filter(**of_lead).values_list("day", "visits", "page_views")),
            "notes": list(Note.objects.values_list("text", flat=True)),
            "tasks": list(Task.objects.values_list("text", flat=True)),
            "follows": list(Follow.objects.values_list("user_id", flat=True)),
            "visits": Visit.objects.filter(company_id=adyen().id).count(),
        }


def objected() -> Objection:
    company = adyen()
    wish = Wish(way=ObjectionWay.NETWORK, name=company.name, normalised=company.normalised, country=company.country)
    object_to_being_shown(wish, at=NOW)
    work()
    return Objection.objects.latest("id")


def work() -> None:
    with database_role("worker"):
        hide_objecting()


def decide(objection: Objection, state: ObjectionState) -> None:
    assert review(objection.id, state, by="sam@example.nl", at=NOW)
    work()


def come_back(cast: Cast, objection: Objection) -> None:
    """Staff refuses, and the organisation visits again before the worker gives anything back."""
    review(objection.id, ObjectionState.REFUSED, by="sam@example.nl", at=NOW)
    store(make_hit(cast.tenant, cast.site, visitor="five"))
    work()


def purge_visits(cast: Cast, older_than: datetime = NOW - timedelta(days=2)) -> None:
    """As retention does: visits and page views go, and the sums stay."""
    with database_role("worker"), tenant_scope(cast.tenant.id):
        PageView.objects.filter(at__lt=older_than).delete()
        Visit.objects.filter(started_at__lt=older_than).delete()


def decisions(cast: Cast) -> dict[str, object]:
    """What people decided about the lead."""
    with tenant_scope(cast.tenant.id):
        names = ("status", "owner_id", "tags", "hidden_at", "touched_at", "correction")
        return Lead.objects.values(*names).get(company_id=adyen().id)


def apart() -> int:
    with database_role("worker"), unscoped_all_tenants("test"):
        return RestrictedLead.objects.count()


def test_what_a_refused_objection_took_away_comes_back_whole(cast: Cast):
    before = worked_on(cast)
    objection = objected()
    hidden = standing(cast)

    decide(objection, ObjectionState.REFUSED)

    assert {name: found for name, found in hidden.items() if found} == {}
    assert standing(cast) == before
    with tenant_scope(cast.rival.id):
        assert Lead.objects.get().name == "Adyen"
    assert apart() == 0


def test_the_sums_are_those_that_a_rebuild_would_make(cast: Cast):
    worked_on(cast)
    decide(objected(), ObjectionState.REFUSED)
    given_back = standing(cast)

    with database_role("worker"), tenant_scope(cast.tenant.id):
        rebuild_rollups(cast.tenant.id)

    assert standing(cast) == given_back


def test_while_it_waits_the_web_process_cannot_read_what_is_kept_apart(cast: Cast):
    worked_on(cast)
    objected()

    assert apart() == 2
    with tenant_scope(cast.tenant.id), pytest.raises(DatabaseError), transaction.atomic():
        RestrictedLead.objects.count()


def test_a_confirmed_objection_erases_it_for_good(cast: Cast):
    worked_on(cast)
    objection = objected()

    decide(objection, ObjectionState.CONFIRMED)
    decide(objection, ObjectionState.REFUSED)

    assert apart() == 0
    assert standing(cast)["lead"] is None


def test_one_that_was_confirmed_before_it_was_carried_out_keeps_nothing_apart(cast: Cast):
    worked_on(cast)
    company = adyen()
    object_to_being_shown(Wish(way=ObjectionWay.DNS, normalised=company.normalised, country=company.country), at=NOW)
    decide(Objection.objects.get(), ObjectionState.CONFIRMED)

    assert apart() == 0
    assert standing(cast)["lead"] is None


def test_what_comes_while_it_waits_stays_nameless(cast: Cast):
    before = worked_on(cast)
    objection = objected()
    store(make_hit(cast.tenant, cast.site, visitor="four"))

    decide(objection, ObjectionState.REFUSED)

    assert standing(cast)["visits"] == before["visits"]
    store(make_hit(cast.tenant, cast.site, visitor="five"))
    assert standing(cast)["visits"] == before["visits"] + 1


def test_what_points_to_a_member_who_left_stays_behind(cast: Cast):
    worked_on(cast)
    objection = objected()
    with tenant_scope(cast.tenant.id):
        Membership.objects.filter(user__in=(cast.ben, cast.vera)).delete()

    decide(objection, ObjectionState.REFUSED)

    now = standing(cast)
    assert (now["lead"]["owner_id"], now["lead"]["tags"], now["visits"]) == (None, ["beurs"], 2)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_second_objection_keeps_it_apart_when_the_first_is_refused(cast: Cast):
    before = worked_on(cast)
    first = objected()
    review(first.id, ObjectionState.REFUSED, by="sam@example.nl", at=NOW)
    second = objected()

    hidden = standing(cast)
    decide(second, ObjectionState.REFUSED)

    assert first.id != second.id
    assert hidden["lead"] is None
    assert standing(cast) == before


def test_retention_goes_on_while_it_waits(cast: Cast):
    worked_on(cast)
    objection = objected()
    with tenant_scope(cast.tenant.id):
        foretold = preview(Lifetimes(DEFAULT_DAYS), now=NOW + timedelta(days=800))

    with database_role("worker"):
        purge_tenant(cast.tenant.id, most=CEILING_DAYS, now=NOW + timedelta(days=800))
    decide(objection, ObjectionState.REFUSED)

    now = standing(cast)
    assert (now["lead"], now["notes"], now["visits"]) == (None, [], 0)
    assert foretold[RetentionKind.LEADS] == 2
    with tenant_scope(cast.tenant.id):
        assert Purge.objects.get(kind="leads").rows == 2


def test_visits_that_were_purged_meanwhile_are_not_counted(cast: Cast):
    worked_on(cast)
    objection = objected()
    with database_role("worker"), tenant_scope(cast.tenant.id):
        Visit.objects.filter(started_at__lt=NOW - timedelta(days=2)).delete()

    decide(objection, ObjectionState.REFUSED)

    now = standing(cast)
    assert (now["lead"]["visits"], now["visits"], now["notes"]) == (1, 1, ["Belde terug"])


def test_it_comes_back_under_the_organisation_that_it_was_merged_into(cast: Cast):
    worked_on(cast)
    objection = objected()
    daf = Company.objects.get(name__startswith="DAF")
    merge_companies(daf.id, adyen().id, by_id=1, by_name="sam")
    with database_role("worker"):
        carry_out_changes()

    decide(objection, ObjectionState.REFUSED)

    with tenant_scope(cast.tenant.id):
        assert Lead.objects.get(company_id=daf.id).visits == 3
        assert Note.objects.get().lead_id == Lead.objects.get(company_id=daf.id).id


def test_a_merge_with_one_that_had_the_same_network_loses_no_visits(cast: Cast):
    worked_on(cast)
    objection = objected()
    daf = Company.objects.get(name__startswith="DAF")
    with database_role("worker"), unscoped_all_tenants("test"):
        for network in Network.objects.filter(company=adyen()):
            network.pk = network.id = new_id()
            network.company = daf
            network.save(force_insert=True)
    merge_companies(daf.id, adyen().id, by_id=1, by_name="sam")
    with database_role("worker"):
        assert carry_out_changes() == 1

    decide(objection, ObjectionState.REFUSED)

    with tenant_scope(cast.tenant.id):
        assert Visit.objects.filter(company_id=daf.id).count() == 3
        assert Lead.objects.get(company_id=daf.id).visits == 3


def test_while_it_waits_the_drains_are_not_held_up(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    worked_on(cast)
    objection = objected()
    held: list[Work] = []
    monkeypatch.setattr("enrichment.objections.hold", held.append)

    with database_role("worker"), unscoped_all_tenants("test"):
        waiting = settle_objections()
    held_while_waiting = len(held)
    review(objection.id, ObjectionState.REFUSED, by="sam@example.nl", at=NOW)
    with database_role("worker"), unscoped_all_tenants("test"):
        settled = settle_objections()

    assert (waiting, held_while_waiting, settled, len(held)) == (0, 0, 2, 2)


def test_without_any_network_left_nothing_comes_back_and_nothing_breaks(cast: Cast):
    worked_on(cast)
    objection = objected()
    with database_role("worker"), unscoped_all_tenants("test"):
        Network.objects.filter(company=adyen()).delete()

    decide(objection, ObjectionState.REFUSED)

    assert standing(cast)["lead"] is None
    assert apart() == 0
