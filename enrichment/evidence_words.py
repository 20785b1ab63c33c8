"""Puts evidence and certainty into a reader's language; an edge to gettext only."""

from collections.abc import Callable
from ipaddress import ip_network

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from enrichment.evidence import Evidence, EvidenceCode

VERY_SURE = 0.85
FAIRLY_SURE = 0.7


def certainty_words(confidence: float) -> str:
    """A confidence from 0 to 1 in words."""
    if confidence >= VERY_SURE:
        return _("very sure")
    return _("fairly sure") if confidence >= FAIRLY_SURE else _("less sure")


def sentence(evidence: Evidence) -> str:
    """One reason as a sentence for a marketer; an unknown code from another version is "" ."""
    words = _SENTENCES.get(evidence.code)
    return words(evidence) if words else ""


def source_words(evidence: Evidence) -> str:
    """Where the reason comes from and of which day: "Routing data, 17 June 2026"."""
    source = _("Routing data") if evidence.source == "Routing data" else evidence.source
    if evidence.on is None:
        return source
    day = f"{evidence.on.day} {date_format(evidence.on, 'F Y')}"
    return _("%(source)s, %(day)s") % {"source": source, "day": day}


def network_words(network: str) -> str:
    """A CIDR block as first–last address."""
    block = ip_network(network)
    return f"{block[0]}–{block[-1]}"


def _network_holder(evidence: Evidence) -> str:
    facts = dict(evidence.facts)
    if facts.get("network"):
        shown = {**facts, "network": network_words(facts["network"])}
        return _("The network %(network)s belongs to %(holder)s (AS%(asn)s).") % shown
    return _("The network belongs to %(holder)s (AS%(asn)s).") % facts


def _special_range(evidence: Evidence) -> str:
    reasons = {
        "documentation": _("The address is reserved for examples in documentation."),
        "private": _("The address is for use inside a network and says nothing about who it is."),
        "shared": _("The address is shared by many customers of a provider."),
    }
    return reasons.get(evidence.fact("value"), _("The address is reserved and belongs to nobody on the internet."))


def _person(evidence: Evidence) -> str:
    if evidence.fact("value"):
        return _("“%(value)s” stands for one person's own business, which is personal data.") % dict(evidence.facts)
    return _("The holder is a person, and people are never shown.")


def _against(evidence: Evidence, for_it: str, against_it: str) -> str:
    return (for_it if evidence.supports else against_it) % dict(evidence.facts)


_SENTENCES: dict[EvidenceCode, Callable[[Evidence], str]] = {
    EvidenceCode.NETWORK_HOLDER: _network_holder,
    EvidenceCode.SPECIAL_RANGE: _special_range,
    EvidenceCode.NO_NETWORK: lambda _e: _("No network is known for this address."),
    EvidenceCode.NO_NAME: lambda _e: _("The holder of the network is not named."),
    EvidenceCode.REGISTRY: lambda _e: _("The holder is an internet registry, not a visitor."),
    EvidenceCode.KNOWN_PROVIDER: lambda e: (
        _("%(value)s is known as a provider, so the visitor is one of its customers.") % dict(e.facts)
    ),
    EvidenceCode.KNOWN_FIRM: lambda e: _("%(value)s is known to run its own network.") % dict(e.facts),
    EvidenceCode.LEGAL_FORM: lambda e: _("Its legal form “%(value)s” is that of an organisation.") % dict(e.facts),
    EvidenceCode.NO_LEGAL_FORM: lambda _e: _("The name has no legal form, so it may be a person's."),
    EvidenceCode.PERSON: _person,
    EvidenceCode.PARTNERSHIP: lambda e: (
        _("“%(value)s” is a partnership of people, which is personal data.") % dict(e.facts)
    ),
    EvidenceCode.KIND_WORD: lambda e: _("“%(value)s” in its name tells what it does.") % dict(e.facts),
    EvidenceCode.TRADE_WORD: lambda e: (
        _("“%(value)s” in its name is a line of business outside the internet trade.") % dict(e.facts)
    ),
    EvidenceCode.TECH_WORD: lambda e: (
        _("“%(value)s” is also how providers are called, so this may be one.") % dict(e.facts)
    ),
    EvidenceCode.CONTRADICTING_WORD: lambda e: _("“%(value)s” in its name points to something else.") % dict(e.facts),
    EvidenceCode.LARGE_SPACE: lambda e: _("It announces %(value)s addresses, as providers do.") % dict(e.facts),
    EvidenceCode.SMALL_SPACE: lambda e: _("It announces only %(value)s addresses, as firms do.") % dict(e.facts),
    EvidenceCode.SCATTERED: lambda e: _against(
        e,
        _("Its addresses lie scattered over %(value)s blocks, as those of providers do."),
        _("Its addresses lie scattered over %(value)s blocks, which is unusual for a firm."),
    ),
    EvidenceCode.YOUNG_LIGHT: lambda _e: _("A young network under a form that is quickly founded says too little."),
    EvidenceCode.PLAIN_NAME: lambda _e: _("In this region most small networks belong to providers."),
}
