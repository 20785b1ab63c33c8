"""Tells which registry keeps an address and where its RDAP server is, from IANA's own table (edge: a shipped file)."""

import json
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from enrichment.addresses import Address
from enrichment.findings import Registry

SHIPPED = Path(__file__).parents[1] / "data" / "registries.json"


@dataclass(frozen=True, slots=True)
class RegistryMap:
    """Ranges in order of their first addresses; none lies in another."""

    firsts: dict[int, list[int]]
    lasts: dict[int, list[int]]
    registries: dict[int, list[Registry]]
    servers: dict[Registry, str]

    def keeper_of(self, address: Address) -> Registry | None:
        """The registry that keeps the address, None where none does. Old space may have moved to another since."""
        index = bisect_right(self.firsts[address.version], int(address)) - 1
        if index < 0 or self.lasts[address.version][index] < int(address):
            return None
        return self.registries[address.version][index]

    def registry_at(self, url: str) -> Registry | None:
        """The registry whose server a URL points to; None for every other host."""
        host = urlsplit(url).hostname
        return next((one for one, server in self.servers.items() if host and urlsplit(server).hostname == host), None)


@cache
def registry_map() -> RegistryMap:
    """The shipped table."""
    table = json.loads(SHIPPED.read_text())
    blocks = sorted((ip_network(prefix), Registry(name)) for prefix, name in table["ranges"] if ":" not in prefix)
    blocks += sorted((ip_network(prefix), Registry(name)) for prefix, name in table["ranges"] if ":" in prefix)
    rows = {version: [row for row in blocks if row[0].version == version] for version in (4, 6)}
    return RegistryMap(
        firsts={version: [int(block[0]) for block, _ in rows[version]] for version in rows},
        lasts={version: [int(block[-1]) for block, _ in rows[version]] for version in rows},
        registries={version: [registry for _, registry in rows[version]] for version in rows},
        servers={Registry(name): server for name, server in table["servers"].items()},
    )
