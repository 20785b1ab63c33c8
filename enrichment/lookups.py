"""Serves the queue of one registry: asks politely, remembers the answer for its range, completes the visits (edge).

One address at a time and process. Whatever fails, the address is gone after its hour and the visit stays unknown.
"""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from random import random
from time import monotonic, sleep

from django.conf import settings
from django.db import transaction

from connectleads.tenancy.locks import Work, sole_owner
from connectleads.tenancy.scope import unscoped_all_tenants
from enrichment.actions import Organisation, keep_organisations, keep_range
from enrichment.addresses import Address, AddressRange
from enrichment.completion import complete_visits
from enrichment.findings import Registry, RegistryFinding
from enrichment.identification import Identified, installed
from enrichment.known_ranges import KnownPlace, known_ranges
from enrichment.range_draft import RangeDraft
from enrichment.registry_pace import change_pace, permission
from enrichment.registry_words import PROVIDER_STATUS
from enrichment.reverse_budget import may_ask_names
from enrichment.sources.pacing import answered, failed, retry_in, told_to_wait
from enrichment.sources.registry import RegistrySource
from enrichment.sources.registry_map import registry_map
from enrichment.sources.reverse_names import ReverseNames, reverse_names
from enrichment.sources.shape import Away, Outcome, Reading
from enrichment.verdict import Verdict
from enrichment.waiting import Waiting, begin_flight, claim, end_flight, forget, hand_over, postpone

log = logging.getLogger(__name__)
CONNECTIONS = 2  # at once to one registry
SECONDS = 8.0  # a whole question
REVERSE_SECONDS = 4.0
SHORT_WAIT = 2.0  # seconds for a token that are worth waiting for
FOUND_FOR, NOTHING_FOR = timedelta(days=30), timedelta(days=4)
MOST_ATTEMPTS = 5
# Nothing is registered at an address: that is believed for the addresses around it.
NEIGHBOURHOOD = {4: 24, 6: 48}
SURE_AROUND = {4: 28, 6: 56}
FLIGHT_AGAIN = timedelta(seconds=2)
OTHERS_FAULT = frozenset({Away.TIMEOUT, Away.FAILING, Away.TOO_LARGE, Away.UNREADABLE})


class Served(StrEnum):
    """What became of one address; a closed set."""

    KNOWN = "known"  # a range learnt meanwhile holds it
    NAMED = "named"
    UNNAMED = "unnamed"
    NOTHING = "nothing"  # 404
    LATER = "later"
    MOVED = "moved"  # another registry keeps it
    OVER = "over"  # its hour is over, or it was asked for often enough


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of an address, and whether the registry wants to be left alone now."""

    served: Served
    stop: bool = False


def serve_registry(registry: Registry, *, seconds: float = 20.0) -> list[Served]:
    """Work on a registry's queue for about that long; what became of each address, in order.

    Does nothing while as many processes as may be are at it already.
    """
    served: list[Served] = []
    until = monotonic() + seconds
    with unscoped_all_tenants("registry lookups"):
        for slot in range(CONNECTIONS):
            with sole_owner(Work.LOOKUPS, list(Registry).index(registry) * CONNECTIONS + slot) as is_owner:
                if not is_owner:
                    continue
                while monotonic() < until and (waiting := claim(registry, now=datetime.now(UTC))):
                    reply = _serve(registry, waiting)
                    served.append(reply.served)
                    if reply.stop:
                        break
                break
    return served


def _serve(registry: Registry, waiting: Waiting) -> Reply:
    now = datetime.now(UTC)
    if waiting.address is None or registry not in settings.REGISTRIES:
        forget(registry, waiting)
        return Reply(Served.OVER)
    if not begin_flight(waiting.address):
        postpone(registry, waiting, until=now + FLIGHT_AGAIN, counts=False)
        return Reply(Served.LATER)
    try:
        return _alone(registry, waiting, waiting.address, now)
    finally:
        end_flight(waiting.address)


def _alone(registry: Registry, waiting: Waiting, address: Address, now: datetime) -> Reply:
    """No other process asks about this address or its neighbours now."""
    known = known_ranges(fresh=True).lookup(address, now=now)
    if known is not None:
        complete_visits(waiting.visits, known)
        forget(registry, waiting)
        return Reply(Served.KNOWN)
    allowed = permission(registry, now=now)
    if allowed.wait is not None and allowed.wait <= SHORT_WAIT:
        sleep(allowed.wait * (1 + random() / 10))  # noqa: S311
        allowed = permission(registry, now=datetime.now(UTC))
    if allowed.wait is not None:
        postpone(registry, waiting, until=now + timedelta(seconds=allowed.wait + random()), counts=False)  # noqa: S311
        return Reply(Served.LATER, stop=True)
    return _asked(registry, waiting, address, now)


def _asked(registry: Registry, waiting: Waiting, address: Address, now: datetime) -> Reply:
    reading = _source(registry, now).read(address)
    if reading.outcome is Outcome.AWAY:
        return _away(registry, waiting, reading, now)
    change_pace(registry, answered)
    if reading.outcome is Outcome.NOTHING:
        served = _learn_nothing(registry, waiting, address, now)
    elif reading.finding.belongs_elsewhere:
        return _moved(registry, waiting, registry_map().keeper_of(address), now)
    else:
        served = _learn(registry, waiting, address, reading.finding, now)
    forget(registry, waiting)
    return Reply(served)


def _away(registry: Registry, waiting: Waiting, reading: Reading, now: datetime) -> Reply:
    """No answer: the registry may be in need of rest, and the address is asked for again later."""
    if reading.away is Away.REDIRECTED:
        return _moved(registry, waiting, Registry(reading.detail), now)
    if reading.away is Away.LIMITED:
        change_pace(registry, lambda pace: told_to_wait(pace, reading.retry_after, now=now.timestamp()))
        log.warning("%s asked us to wait", registry.label)
    elif reading.away in OTHERS_FAULT:
        change_pace(registry, lambda pace: failed(pace, now=now.timestamp()))
    if waiting.attempts + 1 >= MOST_ATTEMPTS:
        forget(registry, waiting)
        return Reply(Served.OVER)
    delay = retry_in(waiting.attempts + 1, jitter=random())  # noqa: S311
    postpone(registry, waiting, until=now + timedelta(seconds=delay))
    return Reply(Served.LATER, stop=reading.away is Away.LIMITED)


def _moved(registry: Registry, waiting: Waiting, other: Registry | None, now: datetime) -> Reply:
    """Another registry keeps the address; it is asked where this installation asks it."""
    if other is None or other is registry or other not in settings.REGISTRIES or waiting.attempts >= MOST_ATTEMPTS:
        forget(registry, waiting)
        return Reply(Served.OVER)
    hand_over(registry, other, waiting, now=now)
    return Reply(Served.MOVED)


def _learn_nothing(registry: Registry, waiting: Waiting, address: Address, now: datetime) -> Served:
    around = AddressRange.parse(f"{address}/{NEIGHBOURHOOD[address.version]}")
    holder = installed().identify(address).verdict
    kind = "unknown" if holder.kind.names_organisation else holder.kind.value
    draft = _draft(registry, around, holder, now, NOTHING_FOR, kind=kind)
    keep_range(draft)
    complete_visits(waiting.visits, KnownPlace(draft.kind, draft.confidence, None, None))
    return Served.NOTHING


def _learn(registry: Registry, waiting: Waiting, address: Address, found: RegistryFinding, now: datetime) -> Served:
    """The verdict with the answer, for the answer's whole range."""
    identified = _identified(address, found, now)
    kept = _kept_range(address, found)
    with transaction.atomic():
        place = _place(identified)
        if kept is not None:
            keep_range(_draft(registry, kept, identified.verdict, now, FOUND_FOR, place=place))
        complete_visits(waiting.visits, place)
    return Served.NAMED if place.company_id else Served.UNNAMED


def _place(identified: Identified) -> KnownPlace:
    verdict = identified.verdict
    if verdict.organisation is None or not verdict.kind.names_organisation:
        return KnownPlace(verdict.kind.value, verdict.confidence, None, None)
    organisation = Organisation.of(identified)
    company_id, network_id = keep_organisations([organisation])[organisation]
    return KnownPlace(verdict.kind.value, verdict.confidence, company_id, network_id, organisation.company_key[1])


def _draft(
    registry: Registry,
    kept: AddressRange,
    verdict: Verdict,
    now: datetime,
    lifetime: timedelta,
    *,
    place: KnownPlace | None = None,
    kind: str = "",
) -> RangeDraft:
    return RangeDraft(
        range=kept,
        registry=registry.value,
        kind=place.kind if place else kind,
        confidence=verdict.confidence,
        rule=verdict.rule,
        company_id=place.company_id if place else None,
        network_id=place.network_id if place else None,
        learnt_at=now,
        expires_at=now + lifetime,
    )


def _identified(address: Address, found: RegistryFinding, now: datetime) -> Identified:
    """The verdict of all sources with this answer, and with reverse DNS where it is switched on."""
    answers = [Reading("registries", Outcome.FOUND, found)]
    if settings.REVERSE_DNS:
        answers.append(_reverse_name(address, now))
    return installed().identify(address, *answers)


def _reverse_name(address: Address, now: datetime) -> Reading:
    """The name of the address, while the day's budget lasts: the registry's answer stands without it too."""
    if not may_ask_names(now.date()):
        return Reading(ReverseNames.name, Outcome.AWAY, away=Away.BUDGET)
    return reverse_names(settings.REVERSE_DNS, seconds=REVERSE_SECONDS, on=now.date()).read(address)


def _kept_range(address: Address, found: RegistryFinding) -> AddressRange | None:
    """The range that the answer holds for. In a provider's own space smaller ranges may be given to others."""
    if found.range is None or not PROVIDER_STATUS.match(found.status):
        return found.range
    around = AddressRange.parse(f"{address}/{SURE_AROUND[address.version]}")
    return around if around.within(found.range) else found.range


def _source(registry: Registry, now: datetime) -> RegistrySource:
    return RegistrySource(
        registry=registry,
        server=settings.REGISTRY_SERVERS.get(registry.value) or registry_map().servers[registry],
        user_agent=f"ConnectLeads (+{settings.PUBLIC_URL}; {settings.REGISTRY_CONTACT})",
        seconds=SECONDS,
        on=now.date(),
    )
