"""Live lookups against a registry on this machine: what an answer does to visits, ranges and companies."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import time_machine

from connectleads.tenancy.models import Site
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from enrichment import lookups
from enrichment.findings import Registry
from enrichment.lookups import Served
from enrichment.models import Company, KnownRange, LeadDay, Network
from enrichment.reverse_budget import names_asked
from enrichment.waiting import WaitingVisit, queue_length, wait
from tests.conftest import Cast, database_role
from tests.enrichment.local_dns import dns_server
from tests.enrichment.lookup_stage import NAMED, NEIGHBOUR, POOL, leads, only_visit, serve, visit
from tests.enrichment.rdap_answers import ripe
from tests.enrichment.rdap_server import RdapServer, answer
from tests.history import HOME_ADDRESS
from tracking.models import Visit


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
