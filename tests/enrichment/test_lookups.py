"""Live lookups against a registry on this machine: every way an answer can go, and what stays behind of the address."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
import time_machine
from django.core.checks import WARNING
from django.core.checks.registry import registry as registry_of_checks
from django.db import connection

from connectleads.tenancy.models import Site
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from enrichment import lookups
from enrichment.checks import check_registries_permitted
from enrichment.drain import drain_shard
from enrichment.erasure import erase_visitors
from enrichment.findings import Registry
from enrichment.known_ranges import forget_ranges
from enrichment.lookups import MOST_ATTEMPTS, Served, serve_registry
from enrichment.models import Company, KnownRange, Lead, LeadDay, Network
from enrichment.registry_pace import MANNERS, change_pace, pace_of
from enrichment.reverse_budget import names_asked
from enrichment.sources.pacing import FAILURES_ALLOWED, Manners
from enrichment.tasks import serve_registries
from enrichment.waiting import WaitingVisit, claim, is_due, queue_length, wait
from tests.conftest import Cast, database_role
from tests.enrichment.local_dns import dns_server
from tests.enrichment.rdap_answers import arin, entity, ripe
from tests.enrichment.rdap_server import RdapServer, answer, body, dripping, rdap_server, slow, status
from tests.history import HOME_ADDRESS, make_hit
from tracking.models import Visit
from tracking.stream import append, shard_of, valkey
from tracking.withdrawal import Withdrawn

NEIGHBOUR = "86.83.17.34"
NAMED = ripe("86.83.17.32", "86.83.17.39", descr=("Zonneveld Bloemen B.V.",), netname="NL-ZONNEVELD")
POOL = ripe("86.83.0.0", "86.83.31.255", netname="KPN-ADSL-POOL")


@pytest.fixture
def registry(settings) -> Iterator[RdapServer]:
    """RIPE, and all others too, at one server on this machine; switched on and permitted."""
    with rdap_server() as server:
        settings.REGISTRIES = settings.REGISTRIES_PERMITTED = frozenset(one.value for one in Registry)
        settings.REGISTRY_CONTACT = "ada@example.nl"
        settings.REGISTRY_SERVERS = {one.value: server.url for one in Registry}
        yield server


def visit(cast: Cast, address: str = HOME_ADDRESS, visitor: str = "one", **changes) -> None:
    """A page view, drained."""
    forget_ranges()  # another process may know a range some seconds later
    append([make_hit(cast.tenant, cast.site, address=address, visitor=visitor, **changes)])
    with database_role("worker"):
        drain_shard(shard_of(cast.site.id))


def serve(registry: Registry = Registry.RIPE) -> list[Served]:
    with database_role("worker"):
        return serve_registry(registry, seconds=5)


def only_visit(cast: Cast) -> Visit:
    with tenant_scope(cast.tenant.id):
        return Visit.objects.get()


def leads(cast: Cast) -> list[tuple[str, int, int]]:
    with tenant_scope(cast.tenant.id):
        return [(lead.company.name, lead.visits, lead.page_views) for lead in Lead.objects.select_related("company")]


def everything_in_valkey() -> bytes:
    """Every key and value of the stream's database."""
    found = []
    client = valkey()
    for key in client.scan_iter():
        found.append(key)
        found.append(client.dump(key) or b"")
        kind = client.type(key).decode()
        if kind == "string":
            found.append(client.get(key))
        elif kind == "zset":
            found += client.zrange(key, 0, -1)
        elif kind == "set":
            found += list(client.smembers(key))
    return b"\n".join(one for one in found if one)


def test_an_answer_completes_the_visit_and_its_lead(committed_cast: Cast, registry: RdapServer):
    registry.always = answer(NAMED)
    visit(committed_cast)
    visit(committed_cast, path="/prices")
    assert (only_visit(committed_cast).company_id, leads(committed_cast)) == (None, [])

    assert serve() == [Served.NAMED]

    found = only_visit(committed_cast)
    assert found.kind == "business"
    assert leads(committed_cast) == [("Zonneveld Bloemen", 1, 2)]
    with tenant_scope(committed_cast.tenant.id):
        assert LeadDay.objects.get().page_views == 2
        network = Network.objects.get(id=found.network_id)
    assert (network.block, network.rule) == ("86.83.17.32/29", "customer")


def test_a_range_learnt_for_one_visit_serves_all_later_ones(committed_cast: Cast, registry: RdapServer):
    registry.always = answer(NAMED)
    visit(committed_cast)
    serve()

    visit(committed_cast, NEIGHBOUR, "two")

    assert leads(committed_cast) == [("Zonneveld Bloemen", 2, 2)]
    assert serve() == []
    assert registry.asked == [HOME_ADDRESS]


def test_addresses_that_wait_for_the_same_range_are_asked_for_once(committed_cast: Cast, registry: RdapServer):
    registry.always = answer(NAMED)
    visit(committed_cast)
    visit(committed_cast, NEIGHBOUR, "two")

    assert serve() == [Served.NAMED, Served.KNOWN]

    assert len(registry.asked) == 1
    assert leads(committed_cast) == [("Zonneveld Bloemen", 2, 2)]


def test_a_pool_is_known_from_then_on_and_names_nobody(committed_cast: Cast, registry: RdapServer):
    registry.always = answer(POOL)
    visit(committed_cast)

    assert serve() == [Served.UNNAMED]
    visit(committed_cast, "86.83.2.2", "two")

    assert queue_length(Registry.RIPE) == 0
    assert leads(committed_cast) == []
    assert KnownRange.objects.get().company is None


def test_a_providers_own_space_is_believed_around_the_address_only(committed_cast: Cast, registry: RdapServer):
    registry.always = answer(ripe("86.80.0.0", "86.95.255.255", status="ALLOCATED PA", organisation="KPN B.V."))
    visit(committed_cast)
    serve()

    kept = KnownRange.objects.get()

    assert kept.last - kept.first + 1 == 16


def test_nothing_there_is_believed_for_days(committed_cast: Cast, registry: RdapServer):
    visit(committed_cast)

    assert serve() == [Served.NOTHING]
    visit(committed_cast, NEIGHBOUR, "two")

    assert (registry.asked, queue_length(Registry.RIPE)) == ([HOME_ADDRESS], 0)
    kept = KnownRange.objects.get()
    assert kept.expires_at - kept.learnt_at == lookups.NOTHING_FOR
    with time_machine.travel(datetime.now(UTC) + timedelta(days=5), tick=True):
        visit(committed_cast, NEIGHBOUR, "three")
        assert queue_length(Registry.RIPE) == 1


def test_an_answer_is_asked_for_anew_after_a_month(committed_cast: Cast, registry: RdapServer):
    registry.always = answer(NAMED)
    visit(committed_cast)
    serve()

    with time_machine.travel(datetime.now(UTC) + timedelta(days=31), tick=True):
        visit(committed_cast, NEIGHBOUR, "two")
        serve()

    assert len(registry.asked) == 2


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
        _make_due()
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


def test_a_waiting_address_is_sealed_and_gone_at_the_verdict(committed_cast: Cast, registry: RdapServer):
    registry.always = answer(NAMED)
    visit(committed_cast)
    before = everything_in_valkey()
    clear = [HOME_ADDRESS.encode(), ip_address(HOME_ADDRESS).packed]

    serve()

    assert b"lookups:address" in before
    assert not [one for one in clear if one in before]
    assert b"lookups:address" not in everything_in_valkey()
    assert b"lookups:visits" not in everything_in_valkey()


def test_a_waiting_address_lives_an_hour_from_its_visit(committed_cast: Cast, registry: RdapServer):
    visit(committed_cast, at=datetime.now(UTC) - timedelta(minutes=50))

    lifetimes = [valkey().ttl(key) for key in valkey().scan_iter(match="lookups:address:*")]

    assert len(lifetimes) == 1
    assert 0 < lifetimes[0] <= 600


def test_an_address_older_than_an_hour_does_not_wait_at_all(committed_cast: Cast, registry: RdapServer):
    visit(committed_cast, at=datetime.now(UTC) - timedelta(minutes=61))

    assert queue_length(Registry.RIPE) == 0


def test_a_visitor_who_takes_consent_back_waits_no_more(committed_cast: Cast, registry: RdapServer):
    visit(committed_cast)
    visit(committed_cast, visitor="two")  # from the same address
    found = make_hit(committed_cast.tenant, committed_cast.site).visitor_hash
    other = make_hit(committed_cast.tenant, committed_cast.site, visitor="two").visitor_hash
    key = (committed_cast.tenant.id, committed_cast.site.id)

    with database_role("worker"), unscoped_all_tenants("test"):
        erase_visitors([Withdrawn(*key, found, datetime.now(UTC))])
        assert b"lookups:address" in everything_in_valkey()  # the other one waits still
        erase_visitors([Withdrawn(*key, other, datetime.now(UTC))])

    assert b"lookups:" not in everything_in_valkey()
    assert serve() == []


def test_an_address_whose_hour_is_over_is_asked_for_no_more(committed_cast: Cast, registry: RdapServer):
    visit(committed_cast)
    for key in valkey().scan_iter(match="lookups:address:*"):
        valkey().delete(key)

    assert serve() == [Served.OVER]
    assert registry.asked == []
    assert only_visit(committed_cast).company_id is None


def test_a_process_that_dies_leaves_the_address_to_another(committed_cast: Cast, registry: RdapServer):
    visit(committed_cast)
    assert claim(Registry.RIPE, now=datetime.now(UTC)) is not None

    assert claim(Registry.RIPE, now=datetime.now(UTC)) is None
    assert claim(Registry.RIPE, now=datetime.now(UTC) + timedelta(seconds=61)) is not None


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


def test_nothing_of_a_contact_is_stored(committed_cast: Cast, registry: RdapServer):
    secrets = ["Jane Q. Doe", "jane.doe@example.com", "+31 6 1234 5678", "12 Tulip Lane"]
    contact = entity(
        "JD1-RIPE", "administrative", name=secrets[0], kind="individual", email=secrets[1], tel=secrets[2],
        adr=["", "", secrets[3], "", "", "", ""],
    )  # fmt: skip
    registry.always = answer({**NAMED, "entities": [contact, {**NAMED["entities"][0], "entities": [contact]}]})
    visit(committed_cast)
    assert serve() == [Served.NAMED]

    assert not [secret for secret in secrets if secret in _everything_stored()]
    assert "Zonneveld Bloemen" in _everything_stored()


@pytest.mark.parametrize("name", ["Jan Jansen", "Bloemenhandel Zonneveld V.O.F.", "Max Mustermann e.K."])
def test_nothing_of_a_person_is_stored(committed_cast: Cast, registry: RdapServer, name: str):
    registry.always = answer(ripe("86.83.17.32", "86.83.17.39", organisation=name, descr=(name,)))
    visit(committed_cast)

    assert serve() == [Served.UNNAMED]

    assert name not in _everything_stored()
    assert only_visit(committed_cast).kind == "individual"


def test_a_range_close_to_one_visitor_is_never_stored(committed_cast: Cast, registry: RdapServer):
    registry.always = answer(arin("Sunfield Dental", first="86.83.17.32", last="86.83.17.35"))
    visit(committed_cast)

    assert serve() == [Served.NAMED]

    assert KnownRange.objects.count() == 0
    assert Network.objects.get().block == ""
    assert leads(committed_cast) == [("Sunfield Dental", 1, 1)]


def test_a_stricter_site_keeps_the_visit_unknown(committed_cast: Cast, registry: RdapServer):
    with database_role("worker"), unscoped_all_tenants("test"):
        Site.objects.filter(id=committed_cast.site.id).update(min_confidence=0.95)
    registry.always = answer(NAMED)
    visit(committed_cast)
    serve()
    visit(committed_cast, NEIGHBOUR, "two")

    assert leads(committed_cast) == []
    with tenant_scope(committed_cast.tenant.id):
        assert set(Visit.objects.values_list("company_id", flat=True)) == {None}


def test_completing_twice_changes_nothing(committed_cast: Cast, registry: RdapServer):
    registry.always = answer(NAMED)
    visit(committed_cast)
    found = only_visit(committed_cast)
    serve()
    waiting = {ip_address(HOME_ADDRESS).packed: [WaitingVisit(found.tenant_id, found.id, datetime.now(UTC))]}
    wait(Registry.RIPE, waiting, now=datetime.now(UTC))

    assert serve() == [Served.KNOWN]

    assert leads(committed_cast) == [("Zonneveld Bloemen", 1, 1)]


def test_a_company_found_again_by_its_customer_range_is_the_same(committed_cast: Cast, registry: RdapServer):
    registry.by_address[HOME_ADDRESS] = answer(NAMED)
    registry.by_address["86.84.1.1"] = answer(ripe("86.84.1.0", "86.84.1.7", organisation="ZONNEVELD BLOEMEN BV"))
    visit(committed_cast)
    visit(committed_cast, "86.84.1.1", "two")

    serve()

    assert leads(committed_cast) == [("Zonneveld Bloemen", 2, 2)]
    assert Company.objects.count() == 1


def test_names_are_asked_for_while_the_days_budget_lasts(committed_cast: Cast, registry: RdapServer, settings):
    elsewhere = ripe("86.83.40.32", "86.83.40.39", descr=("Duinzicht Bloemen B.V.",))
    asked: list[str] = []
    with dns_server({}, asked=asked) as resolver:
        settings.REVERSE_DNS, settings.REVERSE_DNS_PER_DAY = f"127.0.0.1#{resolver.port}", 1
        for visited, found in (("one", NAMED), ("two", elsewhere)):
            registry.always = answer(found)
            visit(committed_cast, HOME_ADDRESS if visited == "one" else "86.83.40.33", visited)
            assert serve() == [Served.NAMED]

    assert asked == ["33.17.83.86.in-addr.arpa"]
    assert names_asked(datetime.now(UTC).date()) == 1
    assert sorted(name for name, _, _ in leads(committed_cast)) == ["Duinzicht Bloemen", "Zonneveld Bloemen"]


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


def _make_due() -> None:
    for key in valkey().zrange("lookups:queue:ripe", 0, -1):
        valkey().zadd("lookups:queue:ripe", {key: 0})


def _everything_stored() -> str:
    """Every row of this room's tables as text."""
    with database_role("worker"), connection.cursor() as cursor:
        tables = [one for one in connection.introspection.table_names(cursor) if one.startswith("enrichment_")]
        found = []
        for table in [*tables, "tracking_visit"]:
            cursor.execute(f"SELECT row_to_json(t)::text FROM {table} t")
            found += [row[0] for row in cursor.fetchall()]
    return "\n".join(found)
