"""Identifies addresses with the installation's sources; an edge over the pure verdict."""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from enrichment.addresses import Address, parsed, unwrapped
from enrichment.findings import Findings, ListFinding
from enrichment.network_finding import NetworkFinding
from enrichment.sources.kind_lists import KindLists, shipped_lists
from enrichment.sources.network_database import AsnDatabase, shipped_database
from enrichment.sources.shape import Outcome, Reading, Source
from enrichment.verdict import Verdict, judge, located
from enrichment.visitor_verdict import judge_visitor

VERDICTS_KEPT = 65_536

# One judgement per holder, not per network: the network itself is only named in the evidence.
_judge = lru_cache(maxsize=VERDICTS_KEPT)(judge)


@dataclass(frozen=True, slots=True)
class Identified:
    """The verdict on an address, and what each source said."""

    findings: Findings
    verdict: Verdict
    readings: tuple[Reading, ...]

    @property
    def network(self) -> NetworkFinding:
        """Who announces the network."""
        return self.findings.network


@dataclass(frozen=True, slots=True)
class Identifier:
    """The sources that are asked, each where it is there. `live` ones answer slowly, or from recordings."""

    networks: AsnDatabase
    lists: KindLists | None = None
    own: Source | None = None
    live: tuple[Source, ...] = field(default=())

    def identify(self, address: str | Address) -> Identified:
        """The verdict on an address; BadAddressError for what is none."""
        place = unwrapped(parsed(address) if isinstance(address, str) else address)
        network = self.networks.read(place)
        if network.finding.special:
            readings: tuple[Reading, ...] = (network,)
        else:
            readings = (network, *(source.read(place) for source in (self.own, self.lists, *self.live) if source))
        findings = _findings(network.finding, readings)
        return Identified(findings, _verdict(findings), readings)


def identify(address: str | Address) -> Identified:
    """The verdict on an address from what is known without asking anybody; BadAddressError for what is none."""
    return installed().identify(address)


def _findings(network: NetworkFinding, readings: tuple[Reading, ...]) -> Findings:
    found = {reading.source: reading.finding for reading in readings if reading.outcome is Outcome.FOUND}
    away = tuple(reading.source for reading in readings if reading.outcome is Outcome.AWAY)
    listed = found.get("kind lists")
    assert listed is None or isinstance(listed, ListFinding)
    return Findings(
        network=network,
        listed=listed,
        registry=found.get("registries"),
        reverse=found.get("reverse DNS"),
        own=found.get("own ranges"),
        away=away,
    )


def _verdict(findings: Findings) -> Verdict:
    holder = located(_judge(replace(findings.network, network=None)), findings.network.network)
    nothing_else = not (findings.listed or findings.registry or findings.reverse or findings.own or findings.away)
    return holder if nothing_else else judge_visitor(findings, holder)


@lru_cache(maxsize=1)
def installed() -> Identifier:
    """The process's one identifier over the installation's files, opened when it is first needed."""
    var_dir = Path(settings.VAR_DIR)
    return Identifier(networks=installed_database(), lists=KindLists(shipped_lists(var_dir)))


@lru_cache(maxsize=1)
def installed_database() -> AsnDatabase:
    """The process's one open database: settings.ASN_DATABASE, or the shipped one unpacked into VAR_DIR."""
    configured = settings.ASN_DATABASE
    return AsnDatabase(Path(configured) if configured else shipped_database(Path(settings.VAR_DIR)))
