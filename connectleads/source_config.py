"""Reads which sources of identification are used, and how; a part of the configuration (edge)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from environs import FileAwareEnv

LISTED_KINDS = ("vpn", "hosting", "isp", "mobile")
REGISTRIES = ("ripe", "arin", "apnic", "lacnic", "afrinic")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceConfig:
    """Registries that are asked and those whose permission is settled; other sources, "" or None where not used."""

    registries: frozenset[str]
    permitted: frozenset[str]
    registry_contact: str
    reverse_dns: str
    reverse_dns_per_day: int
    own_ranges: Path | None
    network_database_url: str
    kind_lists_url: str
    kind_list_urls: tuple[tuple[str, str, str], ...]


def read_source_config(env: FileAwareEnv) -> SourceConfig:
    """The part of the configuration that is about sources. Raises ValueError with one line that names the setting."""
    registries = _registries("REGISTRIES", env.list("REGISTRIES", []))
    contact = env.str("REGISTRY_CONTACT", "").strip()
    if registries and not ("@" in contact or contact.startswith("https://")):
        raise ValueError("REGISTRY_CONTACT must be a mail or web address: registries want to know who asks them.")
    return SourceConfig(
        registries=registries,
        permitted=_registries("REGISTRIES_PERMITTED", env.list("REGISTRIES_PERMITTED", [])),
        registry_contact=contact,
        reverse_dns=_reverse_dns(env.str("REVERSE_DNS", "").strip().lower()),
        reverse_dns_per_day=_count("REVERSE_DNS_PER_DAY", env.int("REVERSE_DNS_PER_DAY", 5_000)),
        own_ranges=_file("OWN_RANGES", env.str("OWN_RANGES", "")),
        network_database_url=_web_address("NETWORK_DATABASE_URL", env.str("NETWORK_DATABASE_URL", "")),
        kind_lists_url=_web_address("KIND_LISTS_URL", env.str("KIND_LISTS_URL", "")),
        kind_list_urls=tuple(_published_lists(env.str("KIND_LIST_URLS", ""))),
    )


def _registries(name: str, parts: list[str]) -> frozenset[str]:
    found = frozenset(part.strip().lower() for part in parts if part.strip())
    wrong = sorted(found.difference(REGISTRIES))
    if wrong:
        raise ValueError(f"{name}: {wrong[0]} is none of {', '.join(REGISTRIES)}.")
    return found


def _reverse_dns(text: str) -> str:
    """ "" (off), "system", or name servers such as 9.9.9.9 or 127.0.0.1#5353, separated by commas."""
    if text in ("", "system"):
        return text
    try:
        for part in text.split(","):
            address, _, port = part.strip().partition("#")
            ip_address(address)
            if port:
                int(port)
    except ValueError:
        raise ValueError('REVERSE_DNS must be "system" or addresses of name servers.') from None
    return text


def _count(name: str, number: int) -> int:
    if number < 1:
        raise ValueError(f"{name} must be 1 or more; without REVERSE_DNS nobody is asked.")
    return number


def _file(name: str, path: str) -> Path | None:
    if path and not Path(path).is_file():
        raise ValueError(f"{name} names a file that is not there: {path}")
    return Path(path) if path else None


def _published_lists(text: str) -> Iterator[tuple[str, str, str]]:
    """ "vpn:Tor exits:https://…; hosting:…": kind, name and address of each list."""
    for part in re.split(r"[;\n]", text):
        if not part.strip():
            continue
        kind, _, rest = part.strip().partition(":")
        name, _, url = (one.strip() for one in rest.partition(":"))
        if kind not in LISTED_KINDS or not name or not url:
            raise ValueError(
                f"KIND_LIST_URLS: {part.strip()[:80]} must be such as vpn:Tor exits:https://example.net/exits.txt"
            )
        yield kind, name, _web_address("KIND_LIST_URLS", url)


def _web_address(name: str, text: str) -> str:
    url = text.strip()
    if url and (urlsplit(url).scheme not in ("https", "http") or not urlsplit(url).hostname):
        raise ValueError(f"{name} must be an address such as https://download.example.net/asn.mmdb.")
    return url
