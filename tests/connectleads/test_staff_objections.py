"""Staff reviews the organisations that do not want to be shown: match, confirm, refuse."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from connectleads.tenancy.staff_log import staff_lines
from enrichment.models import Company, Objection
from enrichment.objection_matching import wish_of_domain
from enrichment.objections import object_to_being_shown
from tests.conftest import Cast
from tests.history import make_visit

PAGE = "/staff/objections/"


@pytest.fixture(autouse=True)
def _one_objection(cast: Cast) -> None:
    """A domain that belongs to nobody known."""
    make_visit(cast.tenant, cast.site)
    object_to_being_shown(wish_of_domain("adyengroep.example"), at=datetime.now(UTC))


def decide(sam: Client, state: str, **more: str) -> Objection:
    sam.post(PAGE, {"objection": str(Objection.objects.get().id), "state": state, **more})
    return Objection.objects.get()


@pytest.mark.parametrize(("language", "word"), [("nl", "Afmeldingen"), ("en", "Objections")])
def test_the_page_shows_them_in_both_languages(sam: Client, language: str, word: str):
    page = sam.get(PAGE, headers={"Accept-Language": language}).text

    assert word in page
    assert "adyengroep.example" in page


def test_an_unmatched_domain_is_not_confirmed_without_its_organisation(sam: Client):
    assert decide(sam, "confirmed").state == "unmatched"


def test_a_domain_is_matched_and_confirmed_with_who_did_it(sam: Client):
    row = decide(sam, "confirmed", company=str(Company.objects.get().id))

    assert (row.state, row.normalised, row.reviewed_by) == ("confirmed", "adyen", "sam@example.nl")


@pytest.mark.parametrize("form", [{"company": "x"}, {"objection": "x"}, {"state": "deleted"}])
def test_nonsense_changes_nothing(sam: Client, form: dict[str, str]):
    assert decide(sam, **{"state": "refused", **form}).state == "unmatched"


def test_an_objection_can_be_refused_and_that_is_written_down(sam: Client):
    assert decide(sam, "refused").state == "refused"
    assert [(line.action, line.staff) for line in staff_lines(10)] == [("objection_reviewed", "sam@example.nl")]
