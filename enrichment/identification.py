"""Identifies addresses with the installation's sources; an edge over the pure verdict."""

from dataclasses import dataclass, field, fields
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings

from enrichment.addresses import Address, parsed, unwrapped
from enrichment.bounded import keep
from enrichment.findings import Findings, ListFinding
from enrichment.kinds import Kind
from enrichment.network_finding import NetworkFinding
from enrichment.sources.data_files import kind_lists_file, mark_of, network_database_file, published_list_file
from enrichment.sources.kind_lists import KindLists, shipped_lists
from enrichment.sources.network_database import AsnDatabase, shipped_database
from enrichment.sources.own_ranges import OwnRanges
from enrichment.sources.shape import Outcome, Reading, Source
from enrichment.sources.text_lists import PublishedList, TextLists
from enrichment.verdict import Verdict, judge, located
from enrichment.visitor_verdict import judge_visitor

VERDICTS_KEPT = 65_536
LOOKS_AGAIN_AFTER = 10.0  # seconds

# One judgement per holder, not per network: the network itself is only named in the evidence.
_HOLDER_FIELDS = tuple(one.name for one in fields(NetworkFinding) if one.name != "network")
_holder = attrgetter(*_HOLDER_FIELDS)


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
    published: TextLists | None = None
    _alone: dict[str, Identified] = field(default_factory=dict, repr=False, compare=False)

    def identify(self, address: str | Address, *answers: Reading) -> Identified:
        """The verdict on an address, with answers that were got elsewhere; BadAddressError for what is none."""
        place = unwrapped(parsed(address) if isinstance(address, str) else address)
        network = self.networks.read(place)
        if network.finding.special:
            return _identified(network, (network,))
        asked = [source.read(place) for source in (self.own, self.lists, self.published, *self.live) if source]
        readings = (network, *asked, *answers)
        if answers or not all(one.outcome is Outcome.NOTHING for one in asked):
            return _identified(network, readings)
        return self._by_network_alone(network, readings)

    def _by_network_alone(self, network: Reading, readings: tuple[Reading, ...]) -> Identified:
        """What nothing else speaks of is judged once for all addresses of a network, as they share its reading."""
        block = network.finding.network
        if block is None:  # too near to one visitor to be kept
            return _identified(network, readings)
        known = self._alone.get(block)
        if known is None:
            known = _identified(network, readings)
            keep(self._alone, block, known)
        return known


def identify(address: str | Address) -> Identified:
    """The verdict on an address from what is known without asking anybody; BadAddressError for what is none."""
    return installed().identify(address)


def _identified(network: Reading, readings: tuple[Reading, ...]) -> Identified:
    findings = _findings(network.finding, readings)
    return Identified(findings, _verdict(findings), readings)


def _findings(network: NetworkFinding, readings: tuple[Reading, ...]) -> Findings:
    found = {reading.source: reading.finding for reading in readings if reading.outcome is Outcome.FOUND}
    away = tuple(reading.source for reading in readings if reading.outcome is Outcome.AWAY)
    listed = found.get("published lists") or found.get("kind lists")
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
    holder = located(_holder_verdict(_holder(findings.network)), findings.network.network)
    more = (findings.listed, findings.registry, findings.reverse, findings.own, findings.away, findings.network.user)
    nothing_else = not any(more)
    return holder if nothing_else else judge_visitor(findings, holder)


@lru_cache(maxsize=VERDICTS_KEPT)
def _holder_verdict(holder: tuple[Any, ...]) -> Verdict:
    """By plain values: a finding's own hash would cost more than the rest of the look-up."""
    return judge(NetworkFinding(network=None, **dict(zip(_HOLDER_FIELDS, holder, strict=True))))


@dataclass(slots=True)
class _Opened:
    """What this process has open, and the marks of the files that may be refreshed meanwhile."""

    identifier: Identifier
    marks: tuple[tuple[int, int], ...]
    looked_at: float


_opened: list[_Opened] = []


def installed() -> Identifier:
    """The process's one identifier over the installation's files, opened when it is first needed.

    Files that were refreshed are taken up within seconds; what was open before goes when nothing uses it any more.
    """
    now = monotonic()
    if _opened and now - _opened[0].looked_at < LOOKS_AGAIN_AFTER:
        return _opened[0].identifier
    marks = tuple(mark_of(path) for path in _refreshable())
    if not _opened or _opened[0].marks != marks:
        _opened[:] = [_Opened(_open(), marks, now)]
    _opened[0].looked_at = now
    return _opened[0].identifier


def installed_database() -> AsnDatabase:
    """The network database among them."""
    return installed().networks


def forget_installed() -> None:
    """Open everything anew when it is next needed."""
    _opened.clear()


def _refreshable() -> list[Path]:
    var_dir = Path(settings.VAR_DIR)
    own = [Path(settings.OWN_RANGES)] if settings.OWN_RANGES else []
    fetched = [one.path for one in published_lists()]
    return [network_database_file(var_dir), kind_lists_file(var_dir), *fetched, *own]


def published_lists() -> list[PublishedList]:
    """The lists that are configured, fetched or not."""
    return [
        PublishedList(Kind(kind), name, url, published_list_file(Path(settings.VAR_DIR), url))
        for kind, name, url in settings.KIND_LIST_URLS
    ]


def _open() -> Identifier:
    var_dir = Path(settings.VAR_DIR)
    return Identifier(
        networks=AsnDatabase(_network_file(var_dir)),
        lists=open_kind_lists(),
        own=OwnRanges(Path(settings.OWN_RANGES)) if settings.OWN_RANGES else None,
        published=TextLists(published_lists()) if settings.KIND_LIST_URLS else None,
    )


def open_kind_lists() -> KindLists:
    """The refreshed kind lists, else the shipped ones."""
    var_dir = Path(settings.VAR_DIR)
    refreshed = kind_lists_file(var_dir)
    return KindLists(refreshed if refreshed.is_file() else shipped_lists(var_dir))


def _network_file(var_dir: Path) -> Path:
    """settings.ASN_DATABASE, else the refreshed one, else the shipped one unpacked into VAR_DIR."""
    if settings.ASN_DATABASE:
        return Path(settings.ASN_DATABASE)
    refreshed = network_database_file(var_dir)
    return refreshed if refreshed.is_file() else shipped_database(var_dir)
