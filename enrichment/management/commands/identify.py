"""Tells on the command line who is behind addresses, and why; an edge."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from maxminddb import InvalidDatabaseError

from enrichment.asn_database import AsnDatabase, BadAddressError
from enrichment.evidence_words import certainty_words, sentence, source_words
from enrichment.identification import identify_in, installed_database
from enrichment.network_finding import NetworkFinding
from enrichment.verdict import Verdict


def report(address: str, finding: NetworkFinding, verdict: Verdict) -> dict[str, Any]:
    """One answer at the wire; `company` names the organisation where the kind may become a lead."""
    name = verdict.organisation
    return {
        "ip": address,
        "kind": verdict.kind.value,
        "company": name.display if name else None,
        "legal_form": name.legal_form if name else None,
        "confidence": verdict.confidence,
        "asn": finding.asn,
        "as_org": finding.holder,
        "country": finding.country,
        "network": finding.network,
        "rule": verdict.rule,
        "evidence": [
            {"text": sentence(one), "supports": one.supports, "source": source_words(one), "on": one.on}
            for one in verdict.evidence
        ],
    }


def in_words(answer: dict[str, Any]) -> str:
    """The same answer for a person at a terminal."""
    if "error" in answer:
        return f"{answer['ip']}: {answer['error']}"
    holder = f"AS{answer['asn']} {answer['as_org']}" if answer["asn"] else "-"
    certainty = f"{answer['confidence']:.2f} ({certainty_words(answer['confidence'])})"
    head = f"{answer['ip']}: {answer['kind']}, {answer['company'] or '-'}, {certainty}"
    lines = [f"  {'+' if one['supports'] else '-'} {one['text']} [{one['source']}]" for one in answer["evidence"]]
    return "\n".join([head, f"  {holder}, {answer['country'] or '-'}", *lines])


class Command(BaseCommand):
    """manage.py identify"""

    help = "Tell which organisation is behind each address, and why. Without addresses they are read from stdin."

    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Addresses, the form of the answer, another database."""
        parser.add_argument("addresses", nargs="*", metavar="IP")
        parser.add_argument("--json", action="store_true", help="one JSON object per line")
        parser.add_argument("--mmdb", type=Path, help="another database than the installation's")

    def handle(self, *args: object, **options: Any) -> None:
        """Answer each address; exit status 1 at the end if one was none."""
        database = self._database(options["mmdb"])
        failed = False
        for address in _addresses(options["addresses"] or sys.stdin):
            answer = _answer(database, address)
            failed = failed or "error" in answer
            self.stdout.write(msgspec.json.encode(answer).decode() if options["json"] else in_words(answer))
        if failed:
            raise SystemExit(1)

    def _database(self, path: Path | None) -> AsnDatabase:
        try:
            return installed_database() if path is None else AsnDatabase(path)
        except (OSError, ValueError, InvalidDatabaseError) as error:
            name = path or settings.ASN_DATABASE or "the shipped database"
            raise CommandError(f"{name} cannot be read as a network database: {error}") from error


def _addresses(lines: Iterable[str]) -> Iterator[str]:
    """What is left of the lines without comments (#) and blank lines."""
    stripped = (line.partition("#")[0].strip() for line in lines)
    return (address for address in stripped if address)


def _answer(database: AsnDatabase, address: str) -> dict[str, Any]:
    try:
        return report(address, *identify_in(database, address))
    except BadAddressError as error:
        return {"ip": address, "error": str(error)}
