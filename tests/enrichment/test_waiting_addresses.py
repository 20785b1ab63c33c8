"""What stays behind of an address that waits for a registry, and of the people in its answers."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest

from connectleads.tenancy.scope import unscoped_all_tenants
from enrichment.erasure import erase_visitors
from enrichment.findings import Registry
from enrichment.lookups import Served
from enrichment.models import KnownRange, Network
from enrichment.waiting import claim, queue_length
from tests.conftest import Cast, database_role
from tests.enrichment.lookup_stage import (
    NAMED,
    everything_in_valkey,
    everything_stored,
    leads,
    only_visit,
    serve,
    visit,
)
from tests.enrichment.rdap_answers import arin, entity, ripe
from tests.enrichment.rdap_server import RdapServer, answer
from tests.history import HOME_ADDRESS, make_hit
from tracking.stream import valkey
from tracking.withdrawal import Withdrawn


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


def test_nothing_of_a_contact_is_stored(committed_cast: Cast, registry: RdapServer):
    secrets = ["Jane Q. Doe", "jane.doe@example.com", "+31 6 1234 5678", "12 Tulip Lane"]
    contact = entity(
        "JD1-RIPE", "administrative", name=secrets[0], kind="individual", email=secrets[1], tel=secrets[2],
        adr=["", "", secrets[3], "", "", "", ""],
    )  # fmt: skip
    registry.always = answer({**NAMED, "entities": [contact, {**NAMED["entities"][0], "entities": [contact]}]})
    visit(committed_cast)
    assert serve() == [Served.NAMED]

    assert not [secret for secret in secrets if secret in everything_stored()]
    assert "Zonneveld Bloemen" in everything_stored()


@pytest.mark.parametrize("name", ["Jan Jansen", "Bloemenhandel Zonneveld V.O.F.", "Max Mustermann e.K."])
def test_nothing_of_a_person_is_stored(committed_cast: Cast, registry: RdapServer, name: str):
    registry.always = answer(ripe("86.83.17.32", "86.83.17.39", organisation=name, descr=(name,)))
    visit(committed_cast)

    assert serve() == [Served.UNNAMED]

    assert name not in everything_stored()
    assert only_visit(committed_cast).kind == "individual"


def test_a_range_close_to_one_visitor_is_never_stored(committed_cast: Cast, registry: RdapServer):
    registry.always = answer(arin("Sunfield Dental", first="86.83.17.32", last="86.83.17.35"))
    visit(committed_cast)

    assert serve() == [Served.NAMED]

    assert KnownRange.objects.count() == 0
    assert Network.objects.get().block == ""
    assert leads(committed_cast) == [("Sunfield Dental", 1, 1)]
