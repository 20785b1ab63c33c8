"""The layouts in which network databases (MMDB) are sold and given away, told apart by their metadata (pure)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from enrichment.kinds import Kind

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NetworkFacts:
    """What a record says, whoever wrote it. `user` is the organisation that uses the network, if it says so."""

    asn: int | None = None
    holder: str | None = None
    country: str | None = None
    user: str | None = None
    domain: str | None = None
    declared: Kind | None = None
    size: int | None = None
    spread: int | None = None


Layout = Callable[[Record], NetworkFacts]

# The words of MaxMind's and DB-IP's `user_type` and of IPinfo's `type`. "residential", "business" and "router" say
# nothing about the holder that its name does not say better.
_DECLARED = {
    "hosting": Kind.HOSTING,
    "content_delivery_network": Kind.HOSTING,
    "search_engine_spider": Kind.HOSTING,
    "consumer_privacy_network": Kind.VPN,
    "cellular": Kind.MOBILE,
    "isp": Kind.ISP,
    "residential": Kind.ISP,
    "traveler": Kind.ISP,
    "cafe": Kind.ISP,
    "college": Kind.EDUCATION,
    "school": Kind.EDUCATION,
    "library": Kind.EDUCATION,
    "education": Kind.EDUCATION,
    "government": Kind.GOVERNMENT,
    "military": Kind.GOVERNMENT,
}
_AS_NUMBER = re.compile(r"^(?:AS)?(\d+)$", re.IGNORECASE)


def layout_of(database_type: str) -> Layout | None:
    """The layout of a database by its type as its metadata name it; None for one that holds no AS numbers."""
    kind = database_type.lower()
    if "ipinfo" in kind:
        return _ipinfo
    if "enterprise" in kind:
        return _enterprise
    return _flat if "asn" in kind or "isp" in kind else None


def _flat(record: Record) -> NetworkFacts:
    """GeoLite2-ASN, GeoIP2-ISP, DB-IP's files that are compatible with them, and our own."""
    return NetworkFacts(
        asn=_number(record.get("autonomous_system_number")),
        holder=_text(record.get("autonomous_system_organization")) or _text(record.get("isp")),
        country=_text(record.get("country_code")),
        user=_text(record.get("organization")),
        declared=_declared(record, "user_type"),
        size=_number(record.get("announced_addresses")),
        spread=_number(record.get("announced_spread")),
    )


def _enterprise(record: Record) -> NetworkFacts:
    """GeoIP2-Enterprise and DB-IP's Location+ISP: the same words below `traits`."""
    traits, country = record.get("traits"), record.get("country")
    facts = _flat(traits if isinstance(traits, Mapping) else {})
    domain = _text(traits.get("domain")) if isinstance(traits, Mapping) else None
    land = _text(country.get("iso_code")) if isinstance(country, Mapping) else None
    return NetworkFacts(facts.asn, facts.holder, land, facts.user, domain, facts.declared)


def _ipinfo(record: Record) -> NetworkFacts:
    """IPinfo Lite and ASN ("asn": "AS64500"), and its company database, where `name` is the user's."""
    is_company = "as_name" in record and "name" in record
    return NetworkFacts(
        asn=_number(record.get("asn")),
        holder=_text(record.get("as_name")) or _text(record.get("name")),
        country=_text(record.get("country_code")) or _short(record.get("country")),
        user=_text(record.get("name")) if is_company else None,
        domain=_text(record.get("domain")) if is_company else _text(record.get("as_domain", record.get("domain"))),
        declared=_declared(record, "as_type") or _declared(record, "type"),
    )


def _declared(record: Record, key: str) -> Kind | None:
    return _DECLARED.get(str(record.get(key, "")).lower())


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _short(value: Any) -> str | None:
    """A two-letter country code; older IPinfo files write the code where newer ones write the name."""
    return value if isinstance(value, str) and len(value) == 2 else None


def _number(value: Any) -> int | None:
    if isinstance(value, int):
        return value
    found = _AS_NUMBER.match(value.strip()) if isinstance(value, str) else None
    return int(found.group(1)) if found else None
