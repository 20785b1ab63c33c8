"""The pages of privacy texts through the front door: see, publish, see it become untrue, publish again, accept."""

import pytest
from django.test import Client

from connectleads.tenancy.models import RetentionChoice, Site
from connectleads.tenancy.scope import tenant_scope
from consent.documents.facts import Kind
from consent.models import Acceptance, PublishedText
from tests.conftest import Cast

PRIVACY = "/app/voorbeeld/privacy/"


@pytest.fixture
def ada(cast: Cast, signed_in) -> Client:
    return signed_in(cast.ada)


def published(cast: Cast, kind: str = "agreement") -> PublishedText:
    with tenant_scope(cast.tenant.id):
        return PublishedText.objects.filter(kind=kind).latest("version")


@pytest.mark.parametrize("kind", Kind)
def test_each_text_has_a_page_in_both_languages(cast: Cast, ada: Client, kind: Kind):
    subject = {"site": cast.site.key} if kind is Kind.COOKIE_POLICY else {}

    dutch = ada.get(f"{PRIVACY}{kind.value}/", subject, headers={"Accept-Language": "nl"})
    english = ada.get(f"{PRIVACY}{kind.value}/", subject, headers={"Accept-Language": "en"})

    assert (dutch.status_code, english.status_code) == (200, 200)
    assert "concept" in dutch.text
    assert "draft" in english.text
    assert "GDPR" in english.text


@pytest.mark.parametrize("form", ["html", "md", "csv", "json", "pdf"])
def test_a_text_can_be_taken_along(cast: Cast, ada: Client, form: str):
    answer = ada.get(f"{PRIVACY}cookie_policy.{form}", {"site": cast.site.key})

    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="connectleads-cookie-policy-nl.{form}"'


@pytest.mark.parametrize(
    "address", ["nonsense/", "cookie_policy/", "roles/?site=x", "roles.exe", "cookie_policy/?site=nokey"]
)
def test_what_does_not_exist_is_not_there(cast: Cast, ada: Client, address: str):
    assert ada.get(PRIVACY + address).status_code == 404


def test_a_text_becomes_untrue_shows_both_and_is_published_again_with_one_click(cast: Cast, ada: Client):
    ada.post(f"{PRIVACY}measures/publish/")
    with tenant_scope(cast.tenant.id):
        RetentionChoice.objects.create(kind="visits", days=77)

    page = ada.get(f"{PRIVACY}measures/")
    overview = ada.get(PRIVACY)
    ada.post(f"{PRIVACY}measures/publish/")
    after = ada.get(f"{PRIVACY}measures/")

    assert "396 dagen" in page.text
    assert "77 dagen" in page.text
    assert "Naast elkaar" in page.text
    assert "1 wijziging sindsdien" in overview.text
    assert "Naast elkaar" not in after.text
    assert published(cast, "measures").version == 2


def test_the_details_appear_in_the_texts(cast: Cast, ada: Client):
    ada.post(f"{PRIVACY}details/", {"legal_name": "Voorbeeld Holding B.V.", "contact": "avg@voorbeeld.nl"})

    assert "Voorbeeld Holding B.V." in ada.get(f"{PRIVACY}roles/").text
    assert "Voorbeeld Holding B.V." in ada.get(PRIVACY).text


def test_the_agreement_is_accepted_by_name_and_its_paper_says_so(cast: Cast, ada: Client):
    ada.post(f"{PRIVACY}agreement/publish/")
    text = published(cast)
    form = {"name": "Ada Lovelace", "position": "Directeur", "is_authorised": "on"}

    unsure = ada.post(f"{PRIVACY}versions/{text.id}/accept/", {**form, "is_authorised": ""})
    sure = ada.post(f"{PRIVACY}versions/{text.id}/accept/", form, follow=True)
    paper = ada.get(f"{PRIVACY}versions/{text.id}.pdf", {"v": 1})

    assert unsure.status_code == 422
    assert "Ada Lovelace, Directeur" in sure.text
    assert paper.content.startswith(b"%PDF-")
    with tenant_scope(cast.tenant.id):
        assert Acceptance.objects.get().email == "ada@example.nl"


def test_a_published_version_stays_as_it_was(cast: Cast, ada: Client):
    ada.post(f"{PRIVACY}measures/publish/")
    text = published(cast, "measures")
    before = ada.get(f"{PRIVACY}versions/{text.id}.md").content
    with tenant_scope(cast.tenant.id):
        RetentionChoice.objects.create(kind="visits", days=77)

    assert ada.get(f"{PRIVACY}versions/{text.id}.md").content == before


def test_the_list_asks_the_database_a_fixed_number_of_questions(cast: Cast, ada: Client, django_assert_max_num_queries):
    with tenant_scope(cast.tenant.id):
        for number in range(8):
            Site.objects.create(name=f"s{number}", hosts=[f"s{number}.voorbeeld.nl"])

    with django_assert_max_num_queries(20):
        assert ada.get(PRIVACY).status_code == 200
