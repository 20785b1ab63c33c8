"""Builds the shipped lists of hosts, relays, cloud ranges and robots from files on disk; downloads nothing (edge)."""

import json
import lzma
import re
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from netaddr import IPNetwork, IPSet

from enrichment.sources.dated_writer import DatedWriter
from enrichment.sources.kind_lists import DATABASE_TYPE

Block = IPv4Network | IPv6Network
MISP = "MISP warning lists"

# Lists of the MISP project by folder, and the kind of what they hold. Robots are machines, so they count as hosts.
MISP_LISTS: dict[str, tuple[str, str]] = {
    "akamai": ("hosting", "Akamai"),
    "amazon-aws": ("hosting", "Amazon Web Services"),
    "cloudflare": ("hosting", "Cloudflare"),
    "fastly": ("hosting", "Fastly"),
    "github": ("hosting", "GitHub"),
    "google-gcp": ("hosting", "Google Cloud"),
    "google-gmail-sending-ips": ("hosting", "Gmail"),
    "googlebot": ("hosting", "Googlebot"),
    "openai-gptbot": ("hosting", "GPTBot"),
    "microsoft-azure": ("hosting", "Microsoft Azure"),
    "microsoft-azure-china": ("hosting", "Microsoft Azure"),
    "microsoft-azure-germany": ("hosting", "Microsoft Azure"),
    "microsoft-azure-us-gov": ("hosting", "Microsoft Azure"),
    "microsoft-office365-ip": ("hosting", "Microsoft 365"),
    "microsoft-office365-cn": ("hosting", "Microsoft 365"),
    "ovh-cluster": ("hosting", "OVH"),
    "stackpath": ("hosting", "StackPath"),
    "wikimedia": ("hosting", "Wikimedia"),
    "check-host-net": ("hosting", "check-host.net"),
    "zscaler": ("vpn", "Zscaler"),
    "vpn-ipv4": ("hosting", "VPN providers and data centres"),
    "vpn-ipv6": ("hosting", "VPN providers and data centres"),
}
SCANNERS = re.compile(r"scann(?:ing|er)$|^tenable-cloud|^shadowserver$")
WORTH = {"hosting": 0, "vpn": 1}  # the later one stays where two lists hold the same block

HELP = """\
Build the lists that tell hosts, relays, cloud ranges and robots from visitors.

  pip download --no-deps pymispwarninglists     (unpack the wheel, pass its "lists" folder with --misp)

Further lists are text files with one address, range or CIDR block a line (# begins a comment):

  --list vpn:"Tor exits":exits.txt --list hosting:"X4BNet data centres":datacenter.txt
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One block of one list."""

    block: Block
    kind: str
    name: str
    source: str
    updated: str


class Command(BaseCommand):
    """manage.py build_kind_lists"""

    help = HELP
    requires_system_checks = ()

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        """Keep the line breaks of the help."""
        return super().create_parser(prog_name, subcommand, formatter_class=RawDescriptionHelpFormatter, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the lists are, and where the result goes."""
        parser.add_argument("--misp", type=Path, help="folder of the MISP warning lists")
        parser.add_argument("--list", action="append", default=[], metavar="KIND:NAME:FILE")
        parser.add_argument("--date", type=date.fromisoformat, default=datetime.now(UTC).date())
        parser.add_argument("--output", type=Path, required=True, help="a file; compressed where it ends in .xz")

    def handle(self, *args: object, **options: Any) -> None:
        """Read all lists, put broad blocks in first so that narrow ones win, write the file."""
        entries = list(misp_entries(options["misp"], options["date"])) if options["misp"] else []
        for text in options["list"]:
            entries += text_entries(text, options["date"])
        if not entries:
            raise CommandError("No list was given: use --misp or --list.")
        written = write(entries, options["date"], options["output"])
        self.stdout.write(f"{len(entries)} blocks, {written} bytes in {options['output']}")


def misp_entries(folder: Path, today: date) -> Iterator[Entry]:
    """The blocks of those lists that tell a kind. Raises CommandError when the folder holds none."""
    found = sorted(path for path in folder.glob("*/list.json") if _misp_kind(path.parent.name))
    if not found:
        raise CommandError(f"{folder} holds no MISP warning list.")
    for path in found:
        content = json.loads(path.read_text())
        kind, name = _misp_kind(path.parent.name) or ("", "")
        updated = _day(str(content.get("version", "")), today)
        for text in content["list"]:
            yield Entry(ip_network(text, strict=False), kind, name or content["name"], MISP, updated)


def _misp_kind(name: str) -> tuple[str, str] | None:
    return MISP_LISTS.get(name) or (("hosting", "") if SCANNERS.search(name) else None)


def text_entries(argument: str, today: date) -> Iterator[Entry]:
    """The blocks of a text file. Raises CommandError naming the line that is none."""
    kind, _, rest = argument.partition(":")
    name, _, file = rest.rpartition(":")
    if kind not in WORTH or not name:
        raise CommandError(f"--list must be such as vpn:'Tor exits':exits.txt, not {argument}.")
    for number, line in enumerate(Path(file).read_text().splitlines(), 1):
        text = line.partition("#")[0].strip()
        if not text:
            continue
        try:
            yield Entry(ip_network(text, strict=False), kind, name, name, today.isoformat())
        except ValueError:
            raise CommandError(f"{file}, line {number}: {text} is no address and no block.") from None


def write(entries: list[Entry], on: date, output: Path) -> int:
    """Write the MMDB; how many bytes it takes. The same entries and day give the same file."""
    writer = DatedWriter(on, database_type=DATABASE_TYPE, description="Kinds of networks by published lists")
    for entry in sorted(set(entries), key=lambda e: (e.block.prefixlen, WORTH[e.kind], str(e.block), e.name)):
        record = {"kind": entry.kind, "name": entry.name, "source": entry.source, "updated": entry.updated}
        writer.insert_network(IPSet([IPNetwork(str(entry.block))]), record)
    unpacked = output.with_suffix(".part")
    writer.to_db_file(str(unpacked))
    content = unpacked.read_bytes()
    unpacked.unlink()
    output.write_bytes(lzma.compress(content, preset=9) if output.suffix == ".xz" else content)
    return output.stat().st_size


def _day(version: str, today: date) -> str:
    """MISP writes versions as 20251223, or as a running number; the latter tells no day."""
    try:
        found = datetime.strptime(version, "%Y%m%d").replace(tzinfo=UTC).date()
    except ValueError:
        return ""
    return found.isoformat() if date(2015, 1, 1) <= found <= today else ""
