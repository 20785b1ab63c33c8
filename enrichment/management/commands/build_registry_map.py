"""Builds the shipped table of which registry keeps which range, from IANA's own files; downloads nothing (edge)."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from xml.etree import ElementTree  # our own files, named by whoever builds the product

import netaddr.ip
from django.core.management.base import BaseCommand, CommandError

from enrichment.findings import Registry

IANA = "{http://www.iana.org/assignments}"
NETADDR = Path(netaddr.ip.__file__).parent
IPV4, IPV6 = NETADDR / "ipv4-address-space.xml", NETADDR / "ipv6-unicast-address-assignments.xml"


class Command(BaseCommand):
    """manage.py build_registry_map"""

    help = (
        "Build the table of registries from IANA's IPv4 address space and IPv6 unicast assignments (XML). Without "
        "files the copies that come with netaddr are read."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """IANA's files, and where the table goes."""
        parser.add_argument("--ipv4", type=Path, default=IPV4)
        parser.add_argument("--ipv6", type=Path, default=IPV6)
        parser.add_argument("--output", type=Path, required=True)

    def handle(self, *args: object, **options: Any) -> None:
        """Read both files, write one table."""
        roots = [ElementTree.parse(options[key]).getroot() for key in ("ipv4", "ipv6")]  # noqa: S314
        ranges, servers = [], {}
        for prefix, registry, server in (row for root in roots for row in assignments(root)):
            ranges.append([prefix, registry.value])
            servers[registry.value] = server
        if set(servers) != {one.value for one in Registry}:
            raise CommandError("These files do not name all five registries.")
        updated = [root.findtext(f"{IANA}updated", "") for root in roots]
        table = {"source": "IANA", "updated": updated, "servers": dict(sorted(servers.items())), "ranges": ranges}
        options["output"].write_text(json.dumps(table) + "\n")
        self.stdout.write(f"{len(ranges)} ranges of {len(servers)} registries in {options['output']}")


def assignments(root: Any) -> Iterator[tuple[str, Registry, str]]:
    """(CIDR block, registry, its RDAP server) for each record that names such a server over HTTPS."""
    for record in root.iter(f"{IANA}record"):
        whois = (record.findtext(f"{IANA}whois") or "").split(".")
        servers = [one.text for one in record.iter(f"{IANA}server") if one.text and one.text.startswith("https://")]
        registry = next((one for one in Registry if one.value in whois), None)
        if registry and servers:
            yield _block(record.findtext(f"{IANA}prefix", "")), registry, servers[0].rstrip("/") + "/"


def _block(prefix: str) -> str:
    """ "002/8" is 2.0.0.0/8."""
    return str(ip_network(prefix)) if ":" in prefix else f"{int(prefix.partition('/')[0])}.0.0.0/8"
