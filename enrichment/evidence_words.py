"""Puts evidence and certainty into a reader's language; an edge to gettext only."""

from collections.abc import Callable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from enrichment.addresses import AddressRange
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
    """A range as first–last address; of the last one only the number that differs, where it is IPv4's last."""
    kept = AddressRange.parse(network)
    first, last = (str(one) for one in kept.ends)
    head, dot, tail = last.rpartition(".")
    return f"{first}–{tail}" if dot and first.startswith(f"{head}.") else f"{first}–{last}"


def _network_holder(evidence: Evidence) -> str:
    facts = dict(evidence.facts)
    if facts.get("network"):
        shown = {**facts, "network": network_words(facts["network"])}
        return _("The network %(network)s belongs to %(holder)s (AS%(asn)s).") % shown
    return _("The network belongs to %(holder)s (AS%(asn)s).") % facts


def _registered(evidence: Evidence) -> str:
    facts = dict(evidence.facts)
    if not facts.get("network"):
        return _("The network is registered to %(holder)s.") % facts
    shown = {**facts, "network": network_words(facts["network"])}
    return {
        EvidenceCode.REGISTERED: _("The network %(network)s is registered to %(holder)s."),
        EvidenceCode.REGISTERED_CUSTOMER: _(
            "The network %(network)s is registered to %(holder)s, a customer of the provider."
        ),
        EvidenceCode.DESCRIBED: _("The registry describes the network %(network)s as that of %(holder)s."),
        EvidenceCode.NETNAME: _("The name of the network %(network)s spells out %(holder)s."),
    }[evidence.code] % shown


def _away(evidence: Evidence) -> str:
    names = {"registries": _("The registry"), "reverse DNS": _("The name server")}
    source = names.get(evidence.fact("value"), evidence.fact("value"))
    return _("%(source)s could not be asked now.") % {"source": source}


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
    EvidenceCode.DECLARED: lambda e: _("The network database calls it “%(value)s”.") % dict(e.facts),
    EvidenceCode.LISTED: lambda e: _("The address stands on a list of machines and relays: %(value)s.") % dict(e.facts),
    EvidenceCode.OWN_RANGE: lambda e: _("This range was written down as that of %(value)s.") % dict(e.facts),
    EvidenceCode.OWN_OFFICE: lambda _e: _("This range was written down as an office of your own."),
    EvidenceCode.REGISTERED: _registered,
    EvidenceCode.REGISTERED_CUSTOMER: _registered,
    EvidenceCode.DESCRIBED: _registered,
    EvidenceCode.NETNAME: _registered,
    EvidenceCode.NAMES_AGREE: lambda e: _("The network's own name, “%(value)s”, says the same.") % dict(e.facts),
    EvidenceCode.POOL_WORD: lambda e: (
        _("“%(value)s” in the registration stands for many customers of a provider.") % dict(e.facts)
    ),
    EvidenceCode.HOST_WORD: lambda e: (
        _("“%(value)s” in the registration stands for machines, not for visitors.") % dict(e.facts)
    ),
    EvidenceCode.PROVIDER_SPACE: lambda e: (
        _("The registry gave this range to the provider itself (%(value)s).") % dict(e.facts)
    ),
    EvidenceCode.OWN_SPACE: lambda e: (
        _("The registry gave this range to its user directly (%(value)s).") % dict(e.facts)
    ),
    EvidenceCode.PROVIDERS_OFFICE: lambda e: _("“%(value)s” is the provider's own office network.") % dict(e.facts),
    EvidenceCode.ELSEWHERE: lambda _e: _("Another registry keeps this range."),
    EvidenceCode.LARGE_RANGE: lambda e: (
        _("The range holds %(value)s addresses, which is much for one customer.") % dict(e.facts)
    ),
    EvidenceCode.REVERSE_NAME: lambda e: _("The address's name on the internet belongs to %(value)s.") % dict(e.facts),
    EvidenceCode.SOURCE_AWAY: _away,
}
