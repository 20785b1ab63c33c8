"""Reads from DNS whether a domain's holder does not want to be shown (edge).

The record is `_connectleads.<domain> TXT "connectleads=do-not-show"`; only who runs the domain can put it there.
"""

import re
from enum import StrEnum

import dns.exception
import dns.resolver

LABEL = "_connectleads"
VALUE = "connectleads=do-not-show"
SECONDS = 3.0
_DOMAIN = re.compile(r"(?=.{4,240}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")


class DnsAnswer(StrEnum):
    """What DNS said."""

    SAYS_SO = "says_so"
    SAYS_NOTHING = "says_nothing"
    NOT_A_DOMAIN = "not_a_domain"
    NO_ANSWER = "no_answer"


def clean_domain(text: str) -> str:
    """The domain in what was typed, in lower case and Punycode; "" when it is none."""
    host = re.sub(r"^[a-z]+://", "", text.strip().lower()).split("/")[0].removeprefix("www.").rstrip(".")
    try:
        host = host.encode("idna").decode()
    except UnicodeError:
        return ""
    return host if _DOMAIN.fullmatch(host) else ""


def ask_domain(domain: str, resolver: dns.resolver.Resolver) -> DnsAnswer:
    """Whether the record is there now; at most about three seconds."""
    if not domain:
        return DnsAnswer.NOT_A_DOMAIN
    try:
        answer = resolver.resolve(f"{LABEL}.{domain}", "TXT", search=False, lifetime=SECONDS)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return DnsAnswer.SAYS_NOTHING
    except dns.exception.DNSException:
        return DnsAnswer.NO_ANSWER
    said = (b"".join(record.strings).decode("ascii", "replace").strip().lower() for record in answer)
    return DnsAnswer.SAYS_SO if VALUE in said else DnsAnswer.SAYS_NOTHING


def system_resolver() -> dns.resolver.Resolver:
    """The machine's own name servers; without any, none answers."""
    try:
        return dns.resolver.Resolver()
    except dns.resolver.NoResolverConfiguration:
        return dns.resolver.Resolver(configure=False)
