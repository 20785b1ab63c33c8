"""Reads an RDAP answer about an address (RFC 9083): organisations only, never a contact (pure).

The five registries fill the same form in their own ways, and their older forms are still served by mirrors.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from ipaddress import ip_address
from typing import Any

from enrichment.addresses import Address, AddressRange
from enrichment.findings import Registry, RegistryFinding

MAX_LINES, MAX_LINE, MAX_NAME = 12, 200, 300
_WHOIS = {f"whois.{name}.net": Registry(name) for name in ("ripe", "arin", "apnic", "lacnic", "afrinic")}
_MAINTAINER = re.compile(r"(?:^|[-_])(?:MNT|MAINT)(?:[-_]|$)", re.IGNORECASE)
_ORGANISATION = re.compile(r"^ORG-", re.IGNORECASE)
_CUSTOMER = re.compile(r"^C\d{6,}$")  # ARIN's handle of a provider's customer
_NO_COUNTRY = frozenset({"EU", "AP", "ZZ", "XX"})
_LEADING_ZEROS = re.compile(r"(?<![\d:a-fA-F])0+(?=\d)")
# Objects that only say that another registry keeps the range.
_ELSEWHERE = re.compile(
    r"(?:^|\b)(?:NON-RIPE-NCC-MANAGED|IANA-(?:BLK|NETBLOCK|BLOCK)|EU-ZZ-|(?:RIPE|APNIC|LACNIC|AFRINIC|ARIN|IANA)-ERX"
    r"|ERX-NETBLOCK|NOT-MANAGED-BY|TRANSFERRED-TO|(?:RIPE|APNIC|LACNIC|AFRINIC)-CIDR-BLOCK)",
    re.IGNORECASE,
)
_REGISTRIES = re.compile(
    r"^(?:RIPE Network Coordination Centre|R[ée]seaux IP Europ[ée]ens.*|Asia Pacific Network Information Cent.*"
    r"|Latin American and Caribbean IP address.*|African Network Information Cent(?:re|er).*"
    r"|American Registry for Internet Numbers.*|Internet Assigned Numbers Authority.*|RIPE NCC|APNIC|LACNIC|AFRINIC)$",
    re.IGNORECASE,
)


class UnreadableAnswerError(ValueError):
    """The answer is no description of a network; the message says in one line what it is instead."""


def read_answer(answer: Any, *, registry: Registry | None = None, on: date | None = None) -> RegistryFinding:
    """The finding in an answer that was given on that day, by that registry unless the answer says another.

    Raises UnreadableAnswerError when it is an error, another kind of object, or nothing at all.
    """
    if not isinstance(answer, Mapping):
        raise UnreadableAnswerError("The answer is no JSON object.")
    if "errorCode" in answer:
        raise UnreadableAnswerError("The answer is an error.")
    if answer.get("objectClassName", "ip network") != "ip network" or not _is_network(answer):
        raise UnreadableAnswerError("The answer does not describe a network.")
    name, is_customer = _organisation(answer)
    netname = _text(answer.get("name"))
    elsewhere = bool(_ELSEWHERE.search(netname) or (name and _REGISTRIES.match(name)))
    return RegistryFinding(
        registry=_registry(answer) or registry or Registry.RIPE,
        range=_range(answer),
        netname=netname,
        status=_text(answer.get("type")).upper(),
        country=_country(answer),
        organisation=None if elsewhere else name,
        is_customer=is_customer,
        descriptions=tuple(_lines(answer, is_description=True)),
        remarks=tuple(_lines(answer, is_description=False)),
        belongs_elsewhere=elsewhere,
        on=on,
    )


def _is_network(answer: Mapping[str, Any]) -> bool:
    return any(isinstance(answer.get(key), str) for key in ("startAddress", "handle", "name"))


def _registry(answer: Mapping[str, Any]) -> Registry | None:
    known = _WHOIS.get(_text(answer.get("port43")).lower())
    handle = _text(answer.get("handle"))
    return known or (Registry.ARIN if handle.startswith(("NET-", "NET6-")) else None)


def _range(answer: Mapping[str, Any]) -> AddressRange | None:
    """First and last address; None where they are missing or only repeat the address that was asked for."""
    first, last = _address(answer.get("startAddress")), _address(answer.get("endAddress"))
    if first is None or last is None:
        return _range_of_handle(_text(answer.get("handle")))
    try:
        found = AddressRange.of(first, last)
    except ValueError:
        return None
    return found if found.size > 1 else None


def _range_of_handle(handle: str) -> AddressRange | None:
    try:
        found = AddressRange.parse(handle)
    except ValueError:
        return None
    return found if found.size > 1 else None


def _address(value: Any) -> Address | None:
    """ "10.0.0.1", with the prefix length that RIPE's older form adds, or with ARIN's older leading zeros."""
    text = _text(value).partition("/")[0]
    try:
        return ip_address(_LEADING_ZEROS.sub("", text) if ":" not in text else text)
    except ValueError:
        return None


def _country(answer: Mapping[str, Any]) -> str | None:
    code = _text(answer.get("country")).upper()
    return code if re.fullmatch("[A-Z]{2}", code) and code not in _NO_COUNTRY else None


def _organisation(answer: Mapping[str, Any]) -> tuple[str | None, bool]:
    """The registered organisation and whether it is a provider's customer. Contacts below it are not looked at."""
    for entity in _entities(answer):
        handle = _text(entity.get("handle"))
        card = _card(entity)
        name = card.get("fn", "")
        if not _is_registrant(entity, handle, card) or not _is_name(name, handle):
            continue
        return name[:MAX_NAME], bool(_CUSTOMER.match(handle))
    return None, False


def _is_registrant(entity: Mapping[str, Any], handle: str, card: Mapping[str, str]) -> bool:
    """Registrants only. RIPE lists its maintainers as such too, and calls them individuals."""
    roles = entity.get("roles")
    if roles is not None and "registrant" not in roles:
        return False
    if _MAINTAINER.search(handle):
        return False
    kind = card.get("kind", "").lower()
    return kind == "org" or (not kind and bool(_ORGANISATION.match(handle) or _CUSTOMER.match(handle)))


def _is_name(name: str, handle: str) -> bool:
    return bool(name) and name.casefold() != handle.casefold() and not _ORGANISATION.match(name) and "@" not in name


def _entities(answer: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    found = answer.get("entities")
    return (entity for entity in found if isinstance(entity, Mapping)) if isinstance(found, list) else iter(())


def _card(entity: Mapping[str, Any]) -> dict[str, str]:
    """Kind and formatted name of a jCard (RFC 7095); no other property is read."""
    array = entity.get("vcardArray")
    properties = array[1] if isinstance(array, list) and len(array) > 1 and isinstance(array[1], list) else []
    rows = (row for row in properties if isinstance(row, list) and len(row) > 3)
    return {row[0]: " ".join(row[3].split()) for row in rows if row[0] in ("fn", "kind") and isinstance(row[3], str)}


def _lines(answer: Mapping[str, Any], *, is_description: bool) -> Iterator[str]:
    """The free text: RIPE's and APNIC's `descr` comes as an untitled remark or as one with the title "description"."""
    found = answer.get("remarks")
    kept = 0
    for remark in found if isinstance(found, list) else []:
        if not isinstance(remark, Mapping):
            continue
        if (_text(remark.get("title")).lower() in ("", "description")) is not is_description:
            continue
        lines = remark.get("description")
        for line in lines if isinstance(lines, list) else [lines]:
            if _text(line) and kept < MAX_LINES:
                kept += 1
                yield _text(line)[:MAX_LINE]


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
