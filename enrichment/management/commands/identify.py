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

from enrichment.addresses import AddressRange, BadAddressError
from enrichment.evidence_words import certainty_words, sentence, source_words
from enrichment.findings import ListFinding, OwnRangeFinding, RegistryFinding, ReverseFinding
from enrichment.identification import Identified, Identifier, installed
from enrichment.kinds import Kind
from enrichment.network_finding import NetworkFinding
from enrichment.sources.network_database import AsnDatabase
from enrichment.sources.recorded import NoRecordingsError, RecordedAnswers
from enrichment.sources.shape import Reading


def report(address: str, found: Identified) -> dict[str, Any]:
    """One answer at the wire; `company` names the organisation where the kind may become a lead."""
    network, verdict = found.network, found.verdict
    name = verdict.organisation
    return {
        "ip": address,
        "kind": verdict.kind.value,
        "company": name.display if name else None,
        "legal_form": name.legal_form if name else None,
        "confidence": verdict.confidence,
        "asn": network.asn,
        "as_org": network.holder,
        "country": verdict.country or network.country,
        "domain": verdict.domain,
        "network": _shown(verdict.range) if verdict.range else network.network,
        "rule": verdict.rule,
        "evidence": [
            {"text": sentence(one), "supports": one.supports, "source": source_words(one), "on": one.on}
            for one in verdict.evidence
        ],
        "sources": [_said(one, verdict.kind) for one in found.readings],
    }


def _said(reading: Reading, kind: Kind) -> dict[str, Any]:
    """What one source said: its organisation fields, and no name at all where the verdict is a person."""
    answer: dict[str, Any] = {"source": reading.source, "outcome": reading.outcome.value}
    if reading.away:
        answer["away"] = reading.away.value
    facts = _facts(reading.finding)
    if kind is Kind.INDIVIDUAL:
        facts = {key: value for key, value in facts.items() if key not in ("organisation", "netname", "holder", "user")}
    return answer | {key: value for key, value in facts.items() if value not in (None, "")}


def _facts(finding: Any) -> dict[str, Any]:
    match finding:
        case NetworkFinding():
            facts = {"network": finding.network, "asn": finding.asn, "holder": finding.holder, "user": finding.user}
            return facts | {"special": finding.special, "country": finding.country, "on": finding.source_on}
        case RegistryFinding():
            facts = {"registry": finding.source, "range": _shown(finding.range), "netname": finding.netname}
            facts |= {"status": finding.status, "country": finding.country, "organisation": finding.organisation}
            return facts | {"on": finding.on}
        case ListFinding():
            return {"kind": finding.kind, "list": finding.name, "publisher": finding.source, "on": finding.on}
        case ReverseFinding():
            return {"domain": finding.domain, "on": finding.on}
        case OwnRangeFinding():
            return {"range": _shown(finding.range), "name": finding.name, "on": finding.on}
    return {}


def _shown(found: AddressRange | None) -> str | None:
    return found.text if found and not found.is_small else None


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
        """Addresses, the form of the answer, another database, recorded answers of registries."""
        parser.add_argument("addresses", nargs="*", metavar="IP")
        parser.add_argument("--json", action="store_true", help="one JSON object per line")
        parser.add_argument("--mmdb", type=Path, help="another database than the installation's")
        parser.add_argument("--recorded", type=Path, help="folder of recorded registry answers (RDAP)")

    def handle(self, *args: object, **options: Any) -> None:
        """Answer each address; exit status 1 at the end if one was none."""
        identifier = self._identifier(options["mmdb"], options["recorded"])
        failed = False
        for address in _addresses(options["addresses"] or sys.stdin):
            answer = _answer(identifier, address)
            failed = failed or "error" in answer
            self.stdout.write(msgspec.json.encode(answer).decode() if options["json"] else in_words(answer))
        if failed:
            raise SystemExit(1)

    def _identifier(self, mmdb: Path | None, recorded: Path | None) -> Identifier:
        try:
            known = installed()
            networks = AsnDatabase(mmdb) if mmdb else known.networks
            live = (RecordedAnswers(recorded),) if recorded else ()
        except NoRecordingsError as error:
            raise CommandError(str(error)) from None
        except (OSError, ValueError, InvalidDatabaseError) as error:
            name = mmdb or settings.ASN_DATABASE or "the shipped database"
            why = getattr(error, "strerror", None) or str(error)
            raise CommandError(f"{name} cannot be read as a network database: {why}") from error
        return Identifier(networks, known.lists, known.own, live, known.published)


def _addresses(lines: Iterable[str]) -> Iterator[str]:
    """What is left of the lines without comments (#) and blank lines."""
    stripped = (line.partition("#")[0].strip() for line in lines)
    return (address for address in stripped if address)


def _answer(identifier: Identifier, address: str) -> dict[str, Any]:
    try:
        return report(address, identifier.identify(address))
    except BadAddressError as error:
        return {"ip": address, "error": str(error)}
