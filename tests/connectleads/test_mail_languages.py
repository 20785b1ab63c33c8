"""Every mail comes in the language of whoever receives it, whatever page or process sends it, and in no other."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from allauth.account.adapter import get_adapter
from allauth.core import context as allauth_context
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.core.cache import cache
from django.core.mail import EmailMultiAlternatives
from django.test import Client, RequestFactory
from django.utils import translation

from connectleads.tenancy.audit import SYSTEM
from connectleads.tenancy.languages import language_of, speak
from connectleads.tenancy.mail import paragraphs, send_designed_mail
from connectleads.tenancy.models import MemberRole, Membership, RetentionChoice, User
from connectleads.tenancy.scope import tenant_scope
from consent.document_facts import read_facts
from consent.documents.facts import Kind
from consent.outdated_notices import notice_outdated
from consent.publishing import publish
from consent.standing import TextKey
from tests.conftest import ROOT, Cast, database_role

NOW = datetime(2026, 5, 24, 9, 0, tzinfo=UTC)
OTHER = {"nl": "en", "en": "nl"}
TEMPLATES = ROOT / "templates"
OURS = sorted(path.stem for path in (TEMPLATES / "mail").glob("*.txt"))
ACCOUNT = sorted(
    str(path.relative_to(TEMPLATES)).removesuffix("_message.txt")
    for path in TEMPLATES.glob("*/email/*_message.txt")
    if not path.name.startswith("base_")
)
TOLD = {
    "tenant": "Voorbeeld B.V.",
    "slug": "voorbeeld",
    "by": "Sam",
    "due": NOW,
    "link": "https://leads.example.nl/x/",
    "role": MemberRole.MEMBER.label,
    "count": 2,
    "staff": "Sam",
    "reason": "Een vraag",
    "look": {"ends_at": NOW},
    "code": "ABC-DEF",
    "from_email": "ada@example.nl",
    "to_email": "ada@elders.nl",
    "deleted_email": "ada@elders.nl",
    "provider": "Google",
    "password_reset_url": "https://leads.example.nl/accounts/password/reset/key/1-abc/",
}


@pytest.fixture(autouse=True)
def _no_attempts_yet():
    cache.clear()
    yield
    cache.clear()


def last_mail() -> EmailMultiAlternatives:
    sent = mail.outbox[-1]
    assert isinstance(sent, EmailMultiAlternatives)
    return sent


def words_of(sent: EmailMultiAlternatives) -> list[str]:
    """What is said in a mail, in its subject, its text and its designed form, without links and codes."""
    designed = re.sub(r"<style.*?</style>|<head>.*?</head>", "", str(sent.alternatives[0][0]), flags=re.DOTALL)
    said = [text.strip() for text in re.findall(r">([^<>]+)<", designed) if text.strip()]
    parts = [part.text for part in paragraphs(str(sent.body)) if part.kind == "text"]
    return [sent.subject, *parts, *(text for text in said if not re.fullmatch(r"https?://\S+|[A-Z-]{4,8}", text))]


def language_told(sent: EmailMultiAlternatives) -> str:
    """The language that a mail says it is in, which must be one and the same in its two places."""
    declared = re.search(r'<html lang="(\w+)">', str(sent.alternatives[0][0]))
    assert declared
    assert declared[1] == sent.extra_headers["Content-Language"]
    return declared[1]


def send_ours(name: str, to: str) -> EmailMultiAlternatives:
    send_designed_mail(name, to, TOLD)
    return last_mail()


def send_account(name: str, user: User) -> EmailMultiAlternatives:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    with allauth_context.request_context(request):
        get_adapter().send_mail(name, user.email, {**TOLD, "user": user})
    return last_mail()


def speaking(user: User, language: str) -> User:
    assert speak(user, language)
    return user


def test_there_are_as_many_kinds_of_mail_as_one_thinks():
    assert len(OURS) >= 4
    assert len(ACCOUNT) >= 18


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", OURS)
def test_our_own_mails_come_in_the_receivers_language(cast: Cast, name: str, language: str):
    speaking(cast.ada, language)

    with translation.override(OTHER[language]):
        sent = send_ours(name, "ADA@example.nl")

    assert language_told(sent) == language


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ACCOUNT)
def test_mails_about_an_account_come_in_its_persons_language(cast: Cast, name: str, language: str):
    speaking(cast.ada, language)

    with translation.override(OTHER[language]):
        sent = send_account(name, cast.ada)

    assert language_told(sent) == language


@pytest.mark.parametrize("name", [*OURS, *ACCOUNT])
def test_nothing_in_a_mail_is_left_untranslated(cast: Cast, name: str):
    said = {}
    for language in ("nl", "en"):
        speaking(cast.ada, language)
        sent = send_account(name, cast.ada) if name in ACCOUNT else send_ours(name, cast.ada.email)
        said[language] = set(words_of(sent))

    assert said["nl"] & said["en"] <= {"ConnectLeads"}
    assert not [text for text in said["en"] if re.search(r"\b(het|een|niet|wordt|je)\b", text.replace("Een vraag", ""))]


def test_no_other_place_makes_a_mail():
    makers = re.compile(r"(from|import) django\.core\.mail|from django\.core import .*mail|send_mail\(")
    rooms = ("connectleads", "consent", "tracking", "enrichment", "dashboard")

    found = {
        str(path.relative_to(ROOT))
        for room in rooms
        for path in Path(ROOT / room).rglob("*.py")
        if makers.search(path.read_text())
    }

    assert found == {"connectleads/tenancy/mail.py", "connectleads/accounts/adapter.py"}


def test_who_signs_up_on_an_english_page_is_written_to_in_english(db: None):
    client = Client(headers={"Accept-Language": "en"})
    form = {"name": "Eva", "organisation": "Bakker", "email": "eva@bakker.nl", "password1": "een lang wachtwoord"}

    client.post("/accounts/signup/", form)

    assert User.objects.get().language == "en"
    assert language_told(last_mail()) == "en"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_password_reset_is_in_the_language_of_the_account(cast: Cast, language: str):
    speaking(cast.ada, language)

    Client(headers={"Accept-Language": OTHER[language]}).post("/accounts/password/reset/", {"email": cast.ada.email})

    assert language_told(last_mail()) == language


def test_somebody_without_an_account_is_answered_in_the_language_of_the_page(db: None):
    Client(headers={"Accept-Language": "en"}).post("/accounts/password/reset/", {"email": "nobody@example.nl"})

    assert language_told(last_mail()) == "en"


def test_the_switch_of_a_page_changes_the_account_too(cast: Cast, signed_in):
    signed_in(cast.ada).post("/language/setlang/", {"language": "en", "next": "/"})
    Client().post("/language/setlang/", {"language": "en", "next": "/"})

    assert language_of("ada@example.nl") == "en"
    assert list(User.objects.filter(language="en").values_list("email", flat=True)) == ["ada@example.nl"]


@pytest.mark.parametrize("language", ["fr", "", "english", "\0"])
def test_a_language_that_nobody_here_speaks_changes_nothing(cast: Cast, signed_in, language: str):
    speaking(cast.ada, "en")

    signed_in(cast.ada).post("/language/setlang/", {"language": language, "next": "/"})

    assert language_of("ada@example.nl") == "en"


def sign_in(user: User, **headers: str) -> Client:
    client = Client(headers=headers)
    client.post("/accounts/login/", {"login": user.email, "password": "a long password"})
    return client


def test_the_language_comes_along_into_another_browser(cast: Cast):
    speaking(cast.ada, "en")

    page = sign_in(cast.ada, **{"Accept-Language": "nl"}).get("/app/voorbeeld/").content.decode()

    assert '<html lang="en"' in page


def test_who_never_chose_keeps_the_language_of_the_page_of_the_first_sign_in(cast: Cast):
    sign_in(cast.ada, **{"Accept-Language": "en"})
    sign_in(cast.ada, **{"Accept-Language": "nl"})

    assert language_of("ada@example.nl") == "en"


def test_the_account_page_has_a_switch_of_its_own(cast: Cast):
    page = sign_in(cast.ada, **{"Accept-Language": "en"}).get("/accounts/email/").content.decode()

    assert 'aria-label="Language of pages and mails"' in page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_invitation_comes_in_the_inviters_language(cast: Cast, signed_in, language: str):
    ada = signed_in(speaking(cast.ada, language))

    ada.post(
        "/app/voorbeeld/settings/members/invite/",
        {"email": "new@example.nl", "role": "member"},
        headers={"Accept-Language": OTHER[language]},
    )

    assert language_told(last_mail()) == language
    with translation.override(language):
        assert str(MemberRole.MEMBER.label) in last_mail().body


def test_an_invitation_to_somebody_with_an_account_comes_in_that_persons_language(cast: Cast, signed_in):
    speaking(cast.rolf, "en")

    signed_in(speaking(cast.ada, "nl")).post(
        "/app/voorbeeld/settings/members/invite/", {"email": "rolf@example.nl", "role": "member"}
    )

    assert language_told(last_mail()) == "en"


def test_two_owners_get_one_notice_each_in_their_own_language(cast: Cast):
    speaking(cast.ada, "en")
    speaking(cast.ben, "nl")
    with tenant_scope(cast.tenant.id):
        Membership.objects.filter(user=cast.ben).update(role=MemberRole.OWNER)
        publish(TextKey(Kind.MEASURES), read_facts(), by=SYSTEM, at=NOW)
        RetentionChoice.objects.create(kind="visits", days=77)

    with database_role("worker"):
        notice_outdated(cast.tenant.id, now=NOW + timedelta(days=1))

    assert {one.to[0]: one.extra_headers["Content-Language"] for one in mail.outbox} == {
        "ada@example.nl": "en",
        "ben@example.nl": "nl",
    }


def test_the_worker_writes_to_an_english_owner_in_english_to_the_last_word(cast: Cast):
    speaking(cast.ada, "en")

    with database_role("worker"), translation.override("nl"):
        sent = send_ours("deletion_requested", "ada@example.nl")

    assert "24 May 2026" in sent.body
