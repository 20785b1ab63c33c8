"""Places the hits of a batch: which organisation each address belongs to, for its tenant and its site (edge).

This is where the drain lets addresses be looked at. What comes out is hits whose `address` is only a key into the
places, and the addresses that a registry is to be asked about.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from ipaddress import ip_address
from uuid import UUID

import msgspec
from django.conf import settings

from connectleads.tenancy.queries import stricter_sites
from enrichment.actions import Organisation, keep_organisations
from enrichment.addresses import Address, unwrapped
from enrichment.findings import Registry
from enrichment.identification import Identified, installed
from enrichment.kinds import Kind
from enrichment.known_ranges import KnownPlace, known_ranges
from enrichment.objections import objecting
from enrichment.recording import Place
from enrichment.sources.registry_map import registry_map
from enrichment.tenant_ranges import TenantPlaces, tenant_places
from enrichment.verdict import SHOWN_FROM, Verdict
from tracking.hit import Hit, sites_of

# Behind these a registry may know a customer. Hosts and relays are asked about in vain.
WORTH_ASKING = frozenset({Kind.ISP, Kind.MOBILE, Kind.UNKNOWN})
NOBODY = Place(Kind.UNKNOWN.value)


@dataclass(frozen=True, slots=True)
class Placed:
    """Hits in their order, the place of each hit's `address`, and the true addresses to ask about, by registry."""

    hits: list[Hit]
    places: Mapping[bytes, Place]
    ask: Mapping[bytes, Registry]


@dataclass(slots=True)
class _Answers:
    places: dict[bytes, KnownPlace] = field(default_factory=dict)
    ask: dict[bytes, Registry] = field(default_factory=dict)


def place_hits(hits: Sequence[Hit]) -> Placed:
    """The places of all hits, in the caller's transaction and scope."""
    answers = _answers({hit.address for hit in hits})
    sites = sites_of(hits)
    stricter = stricter_sites(sites)
    own = tenant_places({tenant_id for tenant_id, _ in sites})
    if not own and not stricter:
        return Placed(list(hits), _without_objecting(_places(answers)), answers.ask)
    places = _places(answers)
    placed = []
    for hit in hits:
        special = _special_place(hit, answers.places[hit.address], stricter, own)
        if special is None:
            placed.append(hit)
            continue
        key = hit.address + hit.site_id.bytes  # the same address means something else here
        places[key] = special
        placed.append(msgspec.structs.replace(hit, address=key))
    return Placed(placed, _without_objecting(places), answers.ask)


def _without_objecting(places: Mapping[bytes, Place]) -> Mapping[bytes, Place]:
    """The places, where an organisation that does not want to be shown is nobody, for every tenant."""
    hidden = objecting({place.company_id for place in places.values() if place.company_id is not None})
    if not hidden:
        return places
    return {key: NOBODY if place.company_id in hidden else place for key, place in places.items()}


def _answers(addresses: set[bytes]) -> _Answers:
    """What is known of each address, learnt ranges before the announcer of the network."""
    answers, now = _Answers(), datetime.now(UTC)
    ranges, identifier = known_ranges(), installed()
    found: dict[bytes, Identified] = {}
    for packed in addresses:
        address = unwrapped(ip_address(packed))
        identified = identifier.identify(address)
        known = None if _is_settled(identified) else ranges.lookup(address, now=now)
        if known is not None:
            answers.places[packed] = known
            continue
        found[packed] = identified
        registry = _registry_to_ask(address, identified)
        if registry is not None:
            answers.ask[packed] = registry
    answers.places |= _stored(found)
    return answers


def _is_settled(identified: Identified) -> bool:
    """Whether something better than a registry speaks: a range that somebody wrote down, or a list."""
    findings = identified.findings
    return bool(findings.own or findings.listed or findings.network.special)


def _registry_to_ask(address: Address, identified: Identified) -> Registry | None:
    if not settings.REGISTRIES or _is_settled(identified) or identified.verdict.kind not in WORTH_ASKING:
        return None
    keeper = registry_map().keeper_of(address)
    return keeper if keeper in settings.REGISTRIES else None


def _stored(found: Mapping[bytes, Identified]) -> dict[bytes, KnownPlace]:
    """Companies and networks that may be named are kept, and the addresses placed there."""
    networks = {id(one): one for one in found.values()}  # addresses of one network share what was identified
    shown = {key: Organisation.of(one) for key, one in networks.items() if _is_sure(one.verdict)}
    ids = keep_organisations(set(shown.values()))
    places = {}
    for key, one in networks.items():
        verdict, organisation = one.verdict, shown.get(key)
        if organisation is not None:
            country = organisation.company_key[1]
            places[key] = KnownPlace(verdict.kind.value, verdict.confidence, *ids[organisation], country)
        else:
            kind = Kind.UNKNOWN if verdict.organisation is not None else verdict.kind
            places[key] = KnownPlace(kind.value, verdict.confidence, None, None)
    return {packed: places[id(one)] for packed, one in found.items()}


def _is_sure(verdict: Verdict) -> bool:
    return verdict.organisation is not None and verdict.confidence >= SHOWN_FROM


def _places(answers: _Answers) -> dict[bytes, Place]:
    made: dict[int, Place] = {}
    for known in answers.places.values():
        if id(known) not in made:
            made[id(known)] = Place(known.kind, known.company_id, known.network_id, known.country)
    return {address: made[id(known)] for address, known in answers.places.items()}


def _special_place(
    hit: Hit,
    known: KnownPlace,
    stricter: Mapping[tuple[UUID, UUID], float],
    own: Mapping[UUID, TenantPlaces],
) -> Place | None:
    """What this hit's tenant or site makes of its address, None where it is what everybody makes of it."""
    mine = own[hit.tenant_id].lookup(unwrapped(ip_address(hit.address))) if hit.tenant_id in own else None
    if mine is not None:
        return NOBODY if mine.company_id is None else Place(mine.kind, mine.company_id, mine.network_id)
    wanted = stricter.get((hit.tenant_id, hit.site_id))
    if wanted is not None and known.company_id is not None and known.confidence < wanted:
        return NOBODY
    return None
