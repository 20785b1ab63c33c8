"""Live lookups against a registry on this machine: how it is asked, and every way an answer can fail."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.core.checks import WARNING
from django.core.checks.registry import registry as registry_of_checks
from django.db import connection

from enrichment import lookups
from enrichment.checks import check_registries_permitted
from enrichment.findings import Registry
from enrichment.lookups import MOST_ATTEMPTS, Served
from enrichment.models import KnownRange
from enrichment.registry_pace import MANNERS, change_pace, pace_of
from enrichment.sources.pacing import FAILURES_ALLOWED, Manners
from enrichment.tasks import serve_registries
from enrichment.waiting import is_due, queue_length
from tests.conftest import Cast
from tests.enrichment.lookup_stage import (
    NAMED,
    everything_in_valkey,
    leads,
    make_due,
    only_visit,
    serve,
    visit,
)
from tests.enrichment.rdap_answers import ripe
from tests.enrichment.rdap_server import RdapServer, answer, body, dripping, slow, status


def test_a_registry_that_limits_us_is_left_alone_as_long_as_it_says(committed_cast: Cast, registry: RdapServer):
    registry.always = status(429, Retry_After="120")
    visit(committed_cast)
    visit(committed_cast, "86.84.1.1", "two")

    assert serve() == [Served.LATER]
    assert serve() == [Served.LATER]  # the other one, without being asked for

    assert len(registry.asked) == 1
    left = pace_of(Registry.RIPE).rests_until - datetime.now(UTC).timestamp()
    assert 100 < left <= 120


def test_a_failing_registry_gets_rest_after_some_failures(committed_cast: Cast, registry: RdapServer):
    registry.always = status(500)
    for n in range(FAILURES_ALLOWED + 3):
        visit(committed_cast, f"86.8{n}.1.1", str(n))

    assert set(serve()) == {Served.LATER}

    assert len(registry.asked) == FAILURES_ALLOWED + 1
    assert pace_of(Registry.RIPE).rests_until > datetime.now(UTC).timestamp()


@pytest.mark.parametrize(
    "behaviour",
    [
        status(500),
        status(503),
        body(b'{"objectClassName": "ip network", "handle": "5.0', promised=4_000),
        body(b'{"objectClassName": "ip network", "handle": "5.0'),
        body(b"<html>busy</html>"),
        body(b"[1, 2]"),
        body(b"null"),
        body(b'{"objectClassName": "domain"}'),
        body(b"[" * 100_000),
        body(b'{"name": "' + b"x" * 600_000 + b'"}'),
        answer(ripe("5.0.1.0", "5.0.1.255", organisation="Zonneveld Bloemen B.V.")),  # of another address
        answer({"notices": [{"title": "Rate Limit Notice"}]}),
    ],
    ids=["500", "503", "cut", "torn", "html", "list", "null", "domain", "deep", "huge", "foreign", "notice"],
)
def test_what_is_no_answer_is_asked_for_again_later(committed_cast: Cast, registry: RdapServer, behaviour):
    registry.always = behaviour
    visit(committed_cast)

    assert serve() == [Served.LATER]

    assert KnownRange.objects.count() == 0
    assert not is_due(Registry.RIPE, now=datetime.now(UTC) + timedelta(seconds=30))
    assert is_due(Registry.RIPE, now=datetime.now(UTC) + timedelta(seconds=100))
    assert only_visit(committed_cast).company_id is None


@pytest.mark.parametrize("manner", [slow, dripping])
def test_a_slow_registry_holds_nobody_up(committed_cast: Cast, registry: RdapServer, monkeypatch, manner):
    over = threading.Event()
    monkeypatch.setattr(lookups, "SECONDS", 0.3)
    registry.always = manner(over)
    visit(committed_cast)
    began = datetime.now(UTC)

    assert serve() == [Served.LATER]

    over.set()
    assert datetime.now(UTC) - began < timedelta(seconds=4)


def test_a_registry_that_is_not_there_is_asked_again_later(committed_cast: Cast, registry: RdapServer, settings):
    settings.REGISTRY_SERVERS = {"ripe": "http://127.0.0.1:9/"}
    visit(committed_cast)

    assert serve() == [Served.LATER]


def test_after_some_attempts_the_visit_stays_unknown(committed_cast: Cast, registry: RdapServer):
    registry.always = body(b"nonsense")
    visit(committed_cast)
    served = []
    for n in range(MOST_ATTEMPTS):
        change_pace(Registry.RIPE, lambda pace: type(pace)())
        make_due()
        served += serve()
        assert len(registry.asked) == n + 1

    assert served == [Served.LATER] * (MOST_ATTEMPTS - 1) + [Served.OVER]
    assert b"lookups:address" not in everything_in_valkey()


def test_a_redirect_to_another_registry_moves_the_question_there(committed_cast: Cast, registry: RdapServer):
    registry.always = status(302, Location="https://rdap.apnic.net/ip/86.83.17.33")
    visit(committed_cast)

    assert serve() == [Served.MOVED]
    registry.always = answer(NAMED)

    assert serve(Registry.APNIC) == [Served.NAMED]


@pytest.mark.parametrize("location", ["https://rdap.example.com/ip/1", "http://127.0.0.1/secret", "/ip/1", ""])
def test_a_redirect_to_anywhere_else_is_not_followed(committed_cast: Cast, registry: RdapServer, location: str):
    registry.always = status(301, Location=location)
    visit(committed_cast)

    assert serve() in ([Served.NOTHING], [Served.LATER])
    assert len(registry.asked) == 1


def test_two_registries_that_point_to_each_other_end(committed_cast: Cast, registry: RdapServer, settings):
    def to_the_other(handler) -> None:
        host = "rdap.db.ripe.net" if "/apnic/" in handler.path else "rdap.apnic.net"
        status(302, Location=f"https://{host}/ip/1")(handler)

    registry.always = to_the_other
    settings.REGISTRY_SERVERS = {name: f"{registry.url}{name}/" for name in ("ripe", "apnic")}
    visit(committed_cast)

    served = [one for _ in range(MOST_ATTEMPTS) for one in (*serve(Registry.RIPE), *serve(Registry.APNIC))]

    assert served == [Served.MOVED] * MOST_ATTEMPTS + [Served.OVER]
    assert queue_length(Registry.RIPE) + queue_length(Registry.APNIC) == 0


def test_a_placeholder_asks_nobody_else_than_the_keeper(committed_cast: Cast, registry: RdapServer):
    registry.always = answer(ripe("86.0.0.0", "86.255.255.255", netname="NON-RIPE-NCC-MANAGED-ADDRESS-BLOCK"))
    visit(committed_cast)

    assert serve() == [Served.OVER]
    assert leads(committed_cast) == []


def test_the_daily_budget_is_kept(committed_cast: Cast, registry: RdapServer, monkeypatch):
    monkeypatch.setitem(MANNERS, Registry.RIPE, Manners(per_second=100, burst=100, per_day=2))
    for n in range(4):
        visit(committed_cast, f"86.8{n}.1.1", str(n))

    served = serve()

    assert served == [Served.NOTHING, Served.NOTHING, Served.LATER]
    assert len(registry.asked) == 2


def test_no_more_is_asked_at_once_than_the_bucket_holds(committed_cast: Cast, registry: RdapServer, monkeypatch):
    monkeypatch.setitem(MANNERS, Registry.RIPE, Manners(per_second=0.01, burst=2, per_day=100))
    for n in range(4):
        visit(committed_cast, f"86.8{n}.1.1", str(n))

    assert serve() == [Served.NOTHING, Served.NOTHING, Served.LATER]


def test_at_most_two_connections_are_open(committed_cast: Cast, registry: RdapServer, django_db_blocker):
    gate = threading.Event()

    def held(handler) -> None:
        gate.wait(1.0)
        status(404)(handler)

    registry.always = held
    for n in range(6):
        visit(committed_cast, f"86.8{n}.1.1", str(n))

    def work() -> None:
        with django_db_blocker.unblock():
            serve()
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    gate.wait(0.5)
    gate.set()
    for worker in workers:
        worker.join()

    assert 1 <= registry.most_at_once <= 2


def test_it_says_who_asks(committed_cast: Cast, registry: RdapServer, settings):
    visit(committed_cast)
    serve()

    assert registry.agents == [f"ConnectLeads (+{settings.PUBLIC_URL}; ada@example.nl)"]


def test_a_registry_that_is_off_is_never_asked(committed_cast: Cast, registry: RdapServer, settings):
    settings.REGISTRIES = frozenset({"arin"})
    visit(committed_cast)

    assert (serve(), registry.asked, queue_length(Registry.RIPE)) == ([], [], 0)


def test_a_registry_that_is_switched_off_meanwhile_is_not_asked(committed_cast: Cast, registry: RdapServer, settings):
    visit(committed_cast)
    settings.REGISTRIES = frozenset()

    assert serve() == [Served.OVER]
    assert registry.asked == []


def test_companies_and_hosts_are_not_asked_about(committed_cast: Cast, registry: RdapServer):
    visit(committed_cast, "147.12.18.33")  # Adyen's own network
    visit(committed_cast, "51.158.170.170", "two")  # Scaleway

    assert sum(queue_length(one) for one in Registry) == 0


def test_the_task_goes_to_a_queue_of_its_own_for_registries_with_something_due(
    committed_cast: Cast, registry: RdapServer, monkeypatch, settings
):
    sent = []
    monkeypatch.setattr("enrichment.tasks.serve_registry.apply_async", lambda **call: sent.append(call["kwargs"]))
    visit(committed_cast)

    serve_registries(unknown_keyword=1)

    assert sent == [{"registry": "ripe"}]
    assert settings.CELERY["task_routes"]["enrichment.tasks.serve_registry"] == {"queue": "lookups"}


def test_the_deployment_check_warns_while_permission_is_not_settled(settings):
    settings.REGISTRIES = frozenset({"ripe", "arin"})
    settings.REGISTRIES_PERMITTED = frozenset({"arin"})

    (warning,) = check_registries_permitted(None)

    assert (warning.id, warning.level) == ("enrichment.W001", WARNING)
    assert warning.msg.startswith("RIPE is asked")
    assert check_registries_permitted in registry_of_checks.get_checks(include_deployment_checks=True)
