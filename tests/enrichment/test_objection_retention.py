"""An objection lasts as long as it must work; what only proves it ends, and what holds nothing goes as a whole."""

import logging
from datetime import UTC, datetime, timedelta

import pytest

from connectleads.tenancy.retention import CEILING_DAYS, DEFAULT_DAYS, RetentionKind
from enrichment.models import Company, Objection, ObjectionState, ObjectionWay
from enrichment.objection_retention import EndedObjections, count_ended, end_objection_proofs, proof_days
from enrichment.objections import ObjectionOutcome, Wish, find_objection, object_to_being_shown, objecting, review
from enrichment.retention_tasks import end_old_objection_proofs
from enrichment.self_audit.report import Finding
from enrichment.self_audit.state_checks import check_retention
from tests.conftest import Cast, database_role
from tests.history import make_hit, store

NOW = datetime.now(UTC)
LONG_AGO = NOW - timedelta(days=2000)


@pytest.fixture
def company(cast: Cast) -> Company:
    store(make_hit(cast.tenant, cast.site))
    return Company.objects.get(name__startswith="Adyen")


def objection(company: Company, *, at: datetime, state: ObjectionState | None = None) -> str:
    wish = Wish(
        way=ObjectionWay.DNS,
        name=company.name,
        normalised=company.normalised,
        country=company.country,
        domain="adyen.com",
    )
    _, number = object_to_being_shown(wish, at=at)
    if state:
        assert review(Objection.objects.get().id, state, by="sam@example.nl", at=at)
    return number


def end(before: datetime = NOW - timedelta(days=1827)) -> EndedObjections:
    with database_role("worker"):
        return end_objection_proofs(before)


@pytest.mark.parametrize("state", [None, ObjectionState.CONFIRMED])
def test_an_old_objection_goes_on_working_without_its_proof(company: Company, state):
    number = objection(company, at=LONG_AGO, state=state)

    ended = end()

    row = Objection.objects.get()
    assert ended == EndedObjections(proofs=1, rows=0)
    assert (row.number_hash, row.domain, row.reviewed_by) == (None, "", "")
    assert objecting([company.id]) == {company.id}
    assert find_objection(number) is None
    assert object_to_being_shown(
        Wish(way=ObjectionWay.DNS, normalised=company.normalised, country=company.country), at=NOW
    ) == (ObjectionOutcome.HOLDS_ALREADY, "")


def test_nothing_is_taken_twice(company: Company):
    objection(company, at=LONG_AGO)

    assert [end(), end()] == [EndedObjections(proofs=1, rows=0), EndedObjections(proofs=0, rows=0)]


def test_one_that_was_refused_long_ago_goes_as_a_whole(company: Company):
    objection(company, at=LONG_AGO, state=ObjectionState.REFUSED)

    assert end() == EndedObjections(proofs=0, rows=1)
    assert not Objection.objects.exists()


def test_a_domain_that_nobody_ever_matched_goes_as_a_whole(cast: Cast):
    object_to_being_shown(Wish(way=ObjectionWay.DNS, domain="onbekend.example"), at=LONG_AGO)

    assert end() == EndedObjections(proofs=0, rows=1)


@pytest.mark.parametrize("state", [None, ObjectionState.CONFIRMED, ObjectionState.REFUSED])
def test_what_is_young_keeps_everything(company: Company, state):
    number = objection(company, at=NOW - timedelta(days=10), state=state)

    assert end() == EndedObjections(proofs=0, rows=0)
    assert find_objection(number)


def test_the_time_runs_from_the_last_review(company: Company):
    number = objection(company, at=LONG_AGO)
    review(Objection.objects.get().id, ObjectionState.CONFIRMED, by="sam@example.nl", at=NOW)

    assert end() == EndedObjections(proofs=0, rows=0)
    assert find_objection(number)


def test_the_installations_ceiling_bounds_the_time():
    assert proof_days(CEILING_DAYS) == DEFAULT_DAYS[RetentionKind.REQUESTS]
    assert proof_days({**CEILING_DAYS, RetentionKind.REQUESTS: 400}) == 400


def test_the_task_ends_them_by_the_installations_term_and_its_log_tells_numbers_only(
    company: Company, caplog: pytest.LogCaptureFixture
):
    objection(company, at=LONG_AGO)

    with database_role("worker"), caplog.at_level(logging.INFO):
        end_old_objection_proofs()
        end_old_objection_proofs()

    (line,) = [one.getMessage() for one in caplog.records if "objections" in one.getMessage()]
    assert line == "ended the proofs of 1 objections and removed 0 that hold nothing"
    assert "adyen" not in caplog.text.lower()


def test_the_audit_finds_what_the_purge_left(company: Company):
    objection(company, at=LONG_AGO)
    with database_role("worker"):
        before = check_retention(now=NOW).findings
    end()
    with database_role("worker"):
        after = check_retention(now=NOW).findings

    assert before == (Finding("objections", "kept too long"),)
    assert after == ()
    assert count_ended(NOW - timedelta(days=1827)) == 0
