"""Answers as the registries write them, made by hand: the forms are true, the organisations are invented."""

from typing import Any


def card(name: str, kind: str, **more: Any) -> list[Any]:
    """A jCard with a name, a kind, and whatever else a registry adds."""
    properties: list[Any] = [["version", {}, "text", "4.0"], ["fn", {}, "text", name], ["kind", {}, "text", kind]]
    properties += [[key, {}, "text", value] for key, value in more.items()]
    return ["vcard", properties]


def entity(handle: str, *roles: str, name: str | None = None, kind: str = "org", **more: Any) -> dict[str, Any]:
    """An entity; without a name it comes without a card, as RIPE's often do."""
    made: dict[str, Any] = {"objectClassName": "entity", "handle": handle, "roles": list(roles)}
    return made if name is None else {**made, "vcardArray": card(name, kind, **more)}


def ripe(
    first: str = "5.0.1.8",
    last: str = "5.0.1.15",
    *,
    netname: str = "NET-1",
    status: str = "ASSIGNED PA",
    descr: tuple[str, ...] = (),
    remarks: tuple[str, ...] = (),
    organisation: str | None = None,
    country: str | None = "NL",
) -> dict[str, Any]:
    """RIPE's form: the maintainer is a "registrant" and an "individual", the organisation stands behind it."""
    entities = [
        entity("EXAMPLE-MNT", "registrant", name="EXAMPLE-MNT", kind="individual"),
        entity("JD1-RIPE", "administrative", "technical"),
        entity("AR1-RIPE", "abuse", name="Abuse-C Role", kind="group", email="abuse@example.net"),
    ]
    if organisation:
        entities.insert(1, entity("ORG-ZV1-RIPE", "registrant", name=organisation))
    answer: dict[str, Any] = {
        "rdapConformance": ["nro_rdap_profile_0", "cidr0", "rdap_level_0"],
        "objectClassName": "ip network",
        "handle": f"{first} - {last}",
        "startAddress": first,
        "endAddress": last,
        "ipVersion": "v4",
        "name": netname,
        "type": status,
        "entities": entities,
        "port43": "whois.ripe.net",
        "remarks": [{"description": list(descr)}, {"title": "remarks", "description": list(remarks)}],
    }
    return answer | ({"country": country} if country else {})


def arin(name: str, handle: str = "C01234567", *, first: str = "5.0.2.0", last: str = "5.0.2.7") -> dict[str, Any]:
    """ARIN's form: the registrant's contacts are nested in it, and there is no country."""
    registrant = entity(handle, "registrant", name=name)
    registrant["entities"] = [
        entity("DOE1-ARIN", "technical", name="Jane Doe", kind="individual", email="jane@example.com")
    ]
    return {
        "objectClassName": "ip network",
        "handle": "NET-5-0-2-0-1",
        "startAddress": first,
        "endAddress": last,
        "name": "EXN-1",
        "type": "REASSIGNMENT",
        "entities": [registrant],
        "port43": "whois.arin.net",
    }


def lacnic(name: str, asked: str = "200.0.113.9") -> dict[str, Any]:
    """LACNIC's older form: the range is the address that was asked for."""
    return {
        "objectClassName": "ip network",
        "handle": asked,
        "startAddress": asked,
        "endAddress": asked,
        "name": name,
        "type": "allocated",
        "country": "MX",
        "entities": [entity("MX-EXN-LACNIC", "registrant", name=name)],
        "port43": "whois.lacnic.net",
    }


def afrinic(handle: str = "ORG-ZV1-AFRINIC", name: str | None = None) -> dict[str, Any]:
    """AFRINIC's older form: entities without roles, and the organisation's name may be its handle."""
    entities = [
        entity("JD1-AFRINIC", name="Jane Doe", kind="individual", tel="+27 10 000 0000"),
        entity(handle, name=name or handle),
    ]
    for one in entities:
        del one["roles"]
    return {
        "handle": "196.0.0.0 - 196.0.3.255",
        "startAddress": "196.0.0.0",
        "endAddress": "196.0.3.255",
        "name": handle,
        "type": "ASSIGNED PI",
        "country": "za",
        "entities": entities,
        "port43": "whois.afrinic.net",
    }
