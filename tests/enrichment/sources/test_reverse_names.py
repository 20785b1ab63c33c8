"""Reverse names, asked of a name server on this machine and believed only where they lead back."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from ipaddress import ip_address

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest

from enrichment.sources.reverse_names import ReverseNames, is_providers_name, reverse_names
from enrichment.sources.shape import Away, Outcome

ZONE = {
    ("9.1.0.5.in-addr.arpa.", "PTR"): "mail.zonneveld-bloemen.nl.",
    ("mail.zonneveld-bloemen.nl.", "A"): "5.0.1.9",
    ("10.1.0.5.in-addr.arpa.", "PTR"): "www.liar.example.",
    ("www.liar.example.", "A"): "5.0.9.9",
    ("11.1.0.5.in-addr.arpa.", "PTR"): "5-0-1-11.dsl.duinstroom.nl.",
    ("5-0-1-11.dsl.duinstroom.nl.", "A"): "5.0.1.11",
    ("12.1.0.5.in-addr.arpa.", "PTR"): "gate.duinzicht.co.uk.",
    ("gate.duinzicht.co.uk.", "A"): "5.0.1.12",
    ("13.1.0.5.in-addr.arpa.", "PTR"): "nowhere.example.",
}


@pytest.fixture
def name_server() -> Iterator[tuple[str, list[str]]]:
    """Its address as a setting names it, and the questions it was asked."""
    asked: list[str] = []
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))
    server.settimeout(0.05)
    over = threading.Event()

    def serve() -> None:
        while not over.is_set():
            with suppress(TimeoutError):
                wire, peer = server.recvfrom(4096)
                question = dns.message.from_wire(wire)
                asked.append(question.question[0].name.to_text())
                if "99." not in asked[-1]:
                    server.sendto(reply(question).to_wire(), peer)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield f"127.0.0.1#{server.getsockname()[1]}", asked
    over.set()
    thread.join()
    server.close()


def reply(question: dns.message.Message) -> dns.message.Message:
    name, kind = question.question[0].name.to_text(), question.question[0].rdtype.name
    made = dns.message.make_response(question)
    made.flags |= dns.flags.RA
    if (name, kind) in ZONE:
        made.answer.append(dns.rrset.from_text(name, 60, "IN", kind, ZONE[name, kind]))
    elif name.startswith("66."):
        made.set_rcode(dns.rcode.SERVFAIL)
    else:
        made.set_rcode(dns.rcode.NXDOMAIN)
    return made


@pytest.fixture
def source(name_server: tuple[str, list[str]]) -> ReverseNames:
    return reverse_names(name_server[0], seconds=0.6, on=date(2026, 11, 2))


@pytest.mark.parametrize(("address", "domain"), [("5.0.1.9", "zonneveld-bloemen.nl"), ("5.0.1.12", "duinzicht.co.uk")])
def test_a_name_that_leads_back_tells_its_registrable_domain(source: ReverseNames, address: str, domain: str) -> None:
    reading = source.read(ip_address(address))

    assert (reading.outcome, reading.finding.domain, reading.finding.on) == (Outcome.FOUND, domain, date(2026, 11, 2))


@pytest.mark.parametrize("address", ["5.0.1.10", "5.0.1.11", "5.0.1.13", "5.0.1.14", "2a00::1"])
def test_what_leads_elsewhere_or_only_spells_the_address_tells_nothing(source: ReverseNames, address: str) -> None:
    assert source.read(ip_address(address)).outcome is Outcome.NOTHING


def test_a_silent_name_server_is_given_up_in_time(source: ReverseNames) -> None:
    reading = source.read(ip_address("5.0.1.99"))

    assert (reading.outcome, reading.away) == (Outcome.AWAY, Away.TIMEOUT)


def test_a_failing_name_server_is_away(source: ReverseNames) -> None:
    assert source.read(ip_address("5.0.1.66")).outcome is Outcome.AWAY


def test_nobody_else_is_asked(source: ReverseNames, name_server: tuple[str, list[str]]) -> None:
    source.read(ip_address("5.0.1.9"))

    assert name_server[1] == ["9.1.0.5.in-addr.arpa.", "mail.zonneveld-bloemen.nl."]
    assert source.resolver.nameservers == ["127.0.0.1"]


@pytest.mark.parametrize(
    ("name", "is_providers"),
    [
        ("5-0-1-9.static.duin.nl", True),
        ("host9.1.0.5.duin.nl", True),
        ("dsl-09.duin.nl", True),
        ("mail.zonneveld.nl", False),
        ("vpn1.zonneveld.nl", False),
    ],
)
def test_a_providers_own_names_are_known(name: str, is_providers: bool) -> None:
    assert is_providers_name(name, ip_address("5.0.1.9")) is is_providers


@pytest.mark.parametrize("setting", ["bogus", "9.9.9.9,x", "1.1.1.1#x"])
def test_a_wrong_setting_is_refused(setting: str) -> None:
    with pytest.raises(ValueError):
        reverse_names(setting, seconds=1, on=date(2026, 1, 1))
