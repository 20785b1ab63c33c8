"""A refused objection gives a lead back that is there again meanwhile, or of which only sums are left."""

from datetime import timedelta

import pytest

from connectleads.tenancy.models import Membership
from connectleads.tenancy.scope import tenant_scope
from enrichment.correction_kind import CorrectionKind
from enrichment.corrections import correct_company
from enrichment.lead_actions import add_tag, hide, set_statuses
from enrichment.lead_status import LeadStatus
from enrichment.models import (
    Lead,
    ObjectionState,
    SiteDay,
)
from enrichment.objections import review
from enrichment.rollup_changes import rebuild_rollups
from tests.conftest import Cast, database_role
from tests.enrichment.test_restriction import (
    NOW,
    adyen,
    come_back,
    decide,
    decisions,
    objected,
    purge_visits,
    standing,
    work,
    worked_on,
)
from tests.history import make_hit, store


def test_a_lead_that_is_there_again_takes_its_notes_back(cast: Cast):
    before = worked_on(cast)
    objection = objected()
    review(objection.id, ObjectionState.REFUSED, by="sam@example.nl", at=NOW)
    store(make_hit(cast.tenant, cast.site, visitor="five"))

    work()

    now = standing(cast)
    assert (now["notes"], now["tasks"], now["follows"]) == (before["notes"], before["tasks"], before["follows"])
    assert now["visits"] == before["visits"] + 1
    assert now["lead"]["visits"] == 3


def test_a_lead_that_is_there_again_takes_back_what_people_decided(cast: Cast):
    before = worked_on(cast)["lead"]
    with tenant_scope(cast.tenant.id):
        set_statuses([before["id"]], LeadStatus.TALKING)
        correct_company(adyen().id, CorrectionKind.WRONG)
        decided = decisions(cast)
    objection = objected()
    come_back(cast, objection)
    now = standing(cast)

    with database_role("worker"), tenant_scope(cast.tenant.id):
        rebuild_rollups(cast.tenant.id)

    assert (decided["status"], decided["correction"], decided["tags"]) == ("talking", "wrong", ["beurs"])
    assert decided["hidden_at"] is not None
    assert decisions(cast) == decided
    assert now["lead"]["id"] != before["id"]
    assert now["lead"]["first_seen_at"] == before["first_seen_at"]
    assert standing(cast) == now


def test_the_sums_of_a_website_leave_out_a_lead_that_was_hidden(cast: Cast):
    before = worked_on(cast)["lead"]
    with tenant_scope(cast.tenant.id):
        hide([before["id"]])
    come_back(cast, objected())

    with tenant_scope(cast.tenant.id):
        assert sum(SiteDay.objects.values_list("lead_visits", flat=True)) == 1  # the other company's


def test_what_people_decided_since_about_a_lead_that_is_there_again_stands(cast: Cast):
    worked_on(cast)
    objection = objected()
    review(objection.id, ObjectionState.REFUSED, by="sam@example.nl", at=NOW)
    store(make_hit(cast.tenant, cast.site, visitor="five"))
    with tenant_scope(cast.tenant.id):
        add_tag([Lead.objects.get(company_id=adyen().id).id], "nieuw")
        since = decisions(cast)

    work()

    assert decisions(cast) == since


def test_an_owner_who_left_does_not_come_back_to_a_lead_that_is_there_again(cast: Cast):
    worked_on(cast)
    objection = objected()
    with tenant_scope(cast.tenant.id):
        Membership.objects.filter(user=cast.ben).delete()

    come_back(cast, objection)

    assert (decisions(cast)["owner_id"], decisions(cast)["tags"]) == (None, ["beurs"])


@pytest.mark.parametrize("is_there_again", [False, True])
def test_days_whose_visits_were_purged_before_come_back_too(cast: Cast, is_there_again: bool):
    worked_on(cast)
    purge_visits(cast)
    before = standing(cast)
    objection = objected()

    if is_there_again:
        come_back(cast, objection)
    else:
        decide(objection, ObjectionState.REFUSED)

    now = standing(cast)
    assert (before["visits"], before["lead"]["visits"]) == (1, 2)
    if not is_there_again:
        assert now == before
    assert now["lead"]["visits"] == 2 + is_there_again
    assert now["lead"]["first_seen_at"] == before["lead"]["first_seen_at"]
    assert ("/prijzen", 1, (NOW - timedelta(days=3)).date()) in now["pages"]
    assert len(now["days"]) == len(before["days"])


def test_a_lead_of_which_only_days_are_left_comes_back(cast: Cast):
    worked_on(cast)
    purge_visits(cast, older_than=NOW + timedelta(days=1))
    before = standing(cast)

    decide(objected(), ObjectionState.REFUSED)

    assert (before["visits"], before["lead"]["visits"]) == (0, 2)
    assert standing(cast) == before
