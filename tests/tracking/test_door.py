"""The public door, through real requests on the real engines: the same tests for each of its servers."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.urls import reverse

from connectleads.demo.cookiebot_value import STAMP, value
from connectleads.tenancy.models import Site
from connectleads.tenancy.scope import tenant_scope
from tests.conftest import Cast
from tests.tracking.doors import Client
from tracking import answers
from tracking.drops import DropReason
from tracking.hit import Hit, HitKind, encode_batch
from tracking.machine_ranges import MACHINES
from tracking.sites import SITES
from tracking.stream import BEGINNING, DROPS, open_entry, read_after, shard_of, valkey

VISITOR = "203.0.113.77"
ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
pytestmark = pytest.mark.usefixtures("stream", "door")


def post(client: Client, cast: Cast, changes: dict, headers: dict | None = None):
    body = {"id": uuid4().hex, "kind": "view", "url": "https://www.voorbeeld.nl/prijzen?x=1", "title": "Prijzen"}
    return client.post(
        f"/t/{cast.site.key}",
        json.dumps(body | changes),
        content_type="text/plain",
        headers={"X-Forwarded-For": VISITOR} | (headers or {}),
    )


def send(cast: Cast, *, consent: str | None = None, headers: dict | None = None, **changes):
    if consent is not None:
        changes["consent"] = {"platform": "cookiebot", "name": "CookieConsent", "value": consent}
    return post(Client(), cast, changes, headers)


def recorded(cast: Cast) -> list[Hit]:
    shard = shard_of(cast.site.id)
    return [hit for entry in read_after(shard, BEGINNING, 100) for hit in open_entry(shard, entry)]


def dropped() -> dict[str, int]:
    return {name.decode().rsplit("|", 1)[1]: int(count) for name, count in valkey().hgetall(DROPS).items()}


def test_a_hit_with_consent_is_sealed_on_the_stream(cast: Cast):
    answer = send(cast, consent=value(), visitor="ab" * 16)

    (hit,) = recorded(cast)
    assert (answer.status_code, answer.content) == (204, b"")
    assert (hit.tenant_id, hit.site_id) == (cast.tenant.id, cast.site.id)
    assert (hit.kind, hit.path, hit.title) == (HitKind.VIEW, "/prijzen", "Prijzen")
    assert hit.address == bytes((203, 0, 113, 77))
    assert hit.proof.marketing is True
    assert dropped() == {}


def test_each_thing_that_a_hit_tells_stands_in_its_own_place(cast: Cast):
    view = uuid4()
    send(
        cast,
        consent=value(),
        kind="leave",
        of=view.hex,
        seconds=47,
        url="https://www.voorbeeld.nl/contact?utm_source=brief&utm_medium=post&utm_campaign=herfst",
        title="Neem contact op",
    )

    (hit,) = recorded(cast)
    assert (hit.source, hit.medium, hit.campaign) == ("brief", "post", "herfst")
    assert (hit.path, hit.title) == ("/contact", "Neem contact op")
    assert (hit.kind, hit.of, hit.seconds, hit.event, hit.target) == (HitKind.LEAVE, view, 47, "", "")


def test_nothing_in_the_stream_can_be_read_without_the_key(cast: Cast):
    send(cast, consent=value())

    (entry,) = read_after(shard_of(cast.site.id), BEGINNING, 10)
    for secret in (VISITOR.encode(), bytes((203, 0, 113, 77)), b"prijzen", STAMP.encode(), cast.site.id.bytes):
        assert secret not in entry.sealed


def test_a_hit_holds_hashes_and_not_the_cookie_or_the_visitor_id(cast: Cast):
    send(cast, consent=value(), visitor="ab" * 16)

    (hit,) = recorded(cast)
    clear = encode_batch((hit,))
    assert STAMP.encode() not in clear
    assert b"abababab" not in clear
    assert VISITOR not in repr(hit)
    assert repr(bytes((203, 0, 113, 77)))[2:-1] not in repr(hit)
    assert (len(hit.visitor_hash), len(hit.proof.reference_hash), len(hit.proof.value_hash)) == (32, 32, 32)


@pytest.mark.parametrize(
    ("reason", "request_of"),
    [
        (DropReason.NO_EVIDENCE, {}),
        (DropReason.REFUSED, {"consent": value(marketing=False)}),
        (DropReason.IMPLIED, {"consent": "-1"}),
        (DropReason.MALFORMED, {"consent": "true"}),
        (DropReason.EXPIRED, {"consent": value(at=datetime.now(UTC) - timedelta(days=200))}),
        (DropReason.MISMATCH, {"consent": value(), "headers": {"Cookie": "CookieConsent=0"}}),
        (DropReason.GPC, {"consent": value(), "headers": {"Sec-GPC": "1"}}),
        (DropReason.WRONG_HOST, {"consent": value(), "url": "https://evil.example/"}),
        (DropReason.BAD_REQUEST, {"consent": value(), "kind": "nonsense"}),
        (DropReason.NO_ADDRESS, {"consent": value(), "headers": {"X-Forwarded-For": "unknown"}}),
        (DropReason.PREFETCH, {"consent": value(), "headers": {"Sec-Purpose": "prefetch;prerender"}}),
        (DropReason.ROBOT, {"consent": value(), "headers": {"User-Agent": ROBOT}}),
    ],
)
def test_a_dropped_hit_gets_the_same_answer_and_leaves_only_a_count(cast: Cast, reason: DropReason, request_of: dict):
    accepted = send(cast, consent=value())
    valkey().flushdb()

    answer = send(cast, **request_of)

    assert (answer.status_code, answer.content) == (204, b"")
    assert dict(answer.headers) == dict(accepted.headers)
    assert answer.cookies == {}
    assert recorded(cast) == []
    assert dropped() == {reason.value: 1}
    assert valkey().keys() == [DROPS.encode()]


def test_a_silent_browser_in_a_range_of_machines_is_a_robot_and_elsewhere_it_is_not(cast: Cast):
    MACHINES.look()
    silent = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36"}

    send(cast, consent=value(), headers=silent | {"X-Forwarded-For": "66.249.66.1"})
    assert dropped() == {"robot": 1}

    send(cast, consent=value(), headers=silent)
    send(cast, consent=value(), headers=silent | {"X-Forwarded-For": "66.249.66.1", "Accept-Language": "nl"})
    assert len(recorded(cast)) == 2
    assert dropped() == {"robot": 1}


@pytest.mark.parametrize(
    ("reason", "platform", "name", "value"),
    [
        (DropReason.NO_OPTIN_ASSERTION, "klaro", "klaro", '{"ads":true}'),
        (DropReason.UNKNOWN_CATEGORY, "complianz", "cmplz_statistics", "allow"),
        (DropReason.VENDOR_NOT_NAMED, "tcf", "euconsent-v2", "CAAAAAAAAAAAAAAAAAENAAEgAAAAAAAAAAYgAAAAAAAA"),
    ],
)
def test_other_platforms_fall_short_in_their_own_ways(
    cast: Cast, reason: DropReason, platform: str, name: str, value: str
):
    with tenant_scope(cast.tenant.id):
        Site.objects.filter(id=cast.site.id).update(platform=platform, updated_at=datetime.now(UTC))
    SITES.expire()

    consent = {"platform": platform, "name": name, "value": value}
    post(Client(), cast, {"consent": consent}, {"Cookie": "cmplz_banner-status=dismissed"})

    assert dropped() == {reason.value: 1}


def test_a_platform_that_keeps_no_cookie_is_believed_by_its_own_interface(cast: Cast):
    with tenant_scope(cast.tenant.id):
        Site.objects.filter(id=cast.site.id).update(platform="usercentrics")
    SITES.expire()
    api = {
        "name": "usercentrics",
        "method": "__ucCmp.getConsentDetails",
        "event": "UC_UI_CMP_EVENT",
        "choice": "explicit",
        "result": {"statistics": True, "marketing": True},
        "at": datetime.now(UTC).isoformat(),
    }

    post(Client(), cast, {"consent": {"platform": "usercentrics", "api": api | {"choice": "implicit"}}})
    assert recorded(cast) == []
    post(Client(), cast, {"consent": {"platform": "usercentrics", "api": api}})

    (hit,) = recorded(cast)
    assert (hit.proof.level, hit.proof.marketing) == ("X", True)


def test_a_denial_in_google_consent_mode_is_a_refusal(cast: Cast):
    consent = {"platform": "cookiebot", "name": "CookieConsent", "value": value(), "mode": {"ad_storage": "denied"}}
    post(Client(), cast, {"consent": consent})

    assert dropped() == {"refused": 1}


def test_an_event_holds_its_name_and_a_link_without_its_query(cast: Cast):
    send(
        cast,
        consent=value(),
        kind="event",
        event="outbound",
        target="https://partner.example/a?mail=jan@voorbeeld.nl#b",
    )

    (hit,) = recorded(cast)
    assert (hit.kind, hit.event, hit.target) == (HitKind.EVENT, "outbound", "partner.example/a")


def test_more_than_a_site_may_bring_is_dropped_with_the_usual_answer(cast: Cast, door, settings):
    settings.HITS_PER_SECOND_AND_SITE = 1
    door.begin()

    answers = [send(cast, consent=value()) for _ in range(12)]

    assert {(answer.status_code, str(answer.headers)) for answer in answers} == {(204, str(answers[0].headers))}
    assert len(recorded(cast)) == 10
    assert {DropReason.RATE_LIMITED, *dropped()} == {"rate_limited"}


def test_every_drop_reason_is_shown_to_happen():
    source = "".join(path.read_text() for path in Path(__file__).parent.glob("test_door*.py"))

    missing = [reason.name for reason in DropReason if f"DropReason.{reason.name}," not in source]
    assert missing == []


def test_every_reason_of_the_gate_but_granted_is_a_drop_reason():
    from consent.reasons import Reason

    assert {reason.value for reason in Reason} - {reason.value for reason in DropReason} == {"granted"}


def test_a_body_that_is_too_long_is_dropped_unread(cast: Cast):
    send(cast, consent=value(), pad="x" * 20_000)

    assert dropped() == {"bad_request": 1}


@pytest.mark.parametrize("cookie", ["connectleads_session=abc", "connectleads_csrf=1", "connectleads_language=xx"])
def test_our_own_cookies_change_nothing_at_the_door(cast: Cast, cookie: str):
    plain, with_cookie = send(cast), send(cast, headers={"Cookie": cookie})

    assert with_cookie.cookies == {}
    assert dict(with_cookie.headers) == dict(plain.headers)


@pytest.mark.parametrize("path", ["/t/", "/s/", "/t/a/b", "/t/x.gif/", "/s/x.css"])
def test_other_addresses_at_the_door_are_not_there_and_set_no_cookie(db: None, path: str):
    for answer in (Client().get(path), Client().post(path)):
        assert answer.status_code == 404
        assert answer.cookies == {}


def test_the_door_opens_whatever_the_host_is_called(cast: Cast):
    assert send(cast, consent=value(), headers={"Host": "collector.klant.example"}).status_code == 204
    assert len(recorded(cast)) == 1


@pytest.mark.parametrize("header", ["1", "1, 1", "?1"])
def test_every_way_of_saying_gpc_is_a_refusal(cast: Cast, header: str):
    send(cast, consent=value(), headers={"Sec-GPC": header})

    assert dropped() == {"gpc": 1}


def test_the_clients_own_word_for_its_address_is_not_believed(cast: Cast):
    consent = {"platform": "cookiebot", "name": "CookieConsent", "value": value()}
    post(Client(peer="127.0.0.2"), cast, {"consent": consent})

    (hit,) = recorded(cast)
    assert hit.address == bytes((127, 0, 0, 2))


def test_the_pixel_records_only_when_the_cookie_itself_arrives(cast: Cast):
    address = f"/t/{cast.site.key}.gif"
    headers = {"Referer": "https://www.voorbeeld.nl/product", "X-Forwarded-For": VISITOR}

    without = Client().get(address, headers=headers)
    assert recorded(cast) == []
    with_cookie = Client().get(address, headers=headers | {"Cookie": f"CookieConsent={value()}"})

    assert without.content == with_cookie.content == answers.PIXEL
    assert dict(without.headers) == dict(with_cookie.headers)
    assert [hit.path for hit in recorded(cast)] == ["/product"]


def test_while_valkey_is_away_no_hit_is_acknowledged(cast: Cast, door, monkeypatch: pytest.MonkeyPatch):
    withdrawal = json.dumps({"id": uuid4().hex, "visitor": "ab" * 16})

    with door.without_valkey(monkeypatch):
        answers = [send(cast, consent=consent) for consent in (value(), None)]
        answers.append(Client().post(f"/t/{cast.site.key}/withdraw", withdrawal))

    for answer in answers:
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


@pytest.mark.parametrize("name", ["hit", "pixel", "snippet", "withdraw"])
def test_other_methods_are_not_allowed(cast: Cast, name: str):
    assert Client().delete(reverse(name, args=[cast.site.key])).status_code == 405
