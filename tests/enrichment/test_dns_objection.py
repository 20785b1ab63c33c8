"""What a domain says in DNS, asked of a real server on loopback."""

import pytest

from enrichment import dns_objection
from enrichment.dns_objection import DnsAnswer, ask_domain, clean_domain
from tests.enrichment.local_dns import dns_server

SAYS = {
    "_connectleads.adyen.example": "connectleads=do-not-show",
    "_connectleads.other.example": "v=spf1 -all",
    "_connectleads.loud.example": "ConnectLeads=DO-NOT-SHOW",
}


@pytest.mark.parametrize(
    ("domain", "answer"),
    [
        ("adyen.example", DnsAnswer.SAYS_SO),
        ("loud.example", DnsAnswer.SAYS_SO),
        ("other.example", DnsAnswer.SAYS_NOTHING),
        ("unknown.example", DnsAnswer.SAYS_NOTHING),
        ("", DnsAnswer.NOT_A_DOMAIN),
    ],
)
def test_the_record_decides(domain: str, answer: DnsAnswer):
    with dns_server(SAYS) as resolver:
        assert ask_domain(domain, resolver) is answer


def test_a_server_that_is_silent_decides_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dns_objection, "SECONDS", 0.2)

    with dns_server(SAYS, answers=False) as resolver:
        assert ask_domain("adyen.example", resolver) is DnsAnswer.NO_ANSWER


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("adyen.com", "adyen.com"),
        ("https://www.Adyen.com/about", "adyen.com"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("adyen", ""),
        ("127.0.0.1", ""),
        ("a b.nl", ""),
        ("-x.nl", ""),
        ("", ""),
        ("x" * 300 + ".nl", ""),
    ],
)
def test_what_was_typed_becomes_a_domain_or_nothing(typed: str, domain: str):
    assert clean_domain(typed) == domain
