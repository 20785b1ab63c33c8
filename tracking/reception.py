"""From a request to a hit that may be recorded, or to the one reason why not (pure).

The steps are in the order in which a doubt is cheapest. Nothing here remembers, writes or logs.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from consent.attestation import Attestation
from consent.decision import GATE_VERSION, Decision, decide
from consent.evidence import Evidence
from tracking.body import ApiClaim, Body, WithdrawalBody
from tracking.drops import DropReason
from tracking.fingerprints import Hasher
from tracking.hit import Hit, HitKind, Proof
from tracking.page_url import (
    MAX_LABEL,
    Page,
    Source,
    read_event,
    read_page,
    read_source,
    read_target,
    read_title,
)
from tracking.site import TrackedSite
from tracking.withdrawal import Withdrawn


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """What the server itself saw of a request. `at` is its own clock (aware), `address` packed (4 or 16 bytes)."""

    at: datetime
    address: bytes | None
    cookie_header: str = ""
    gpc: bool = False
    dnt: bool = False

    def __repr__(self) -> str:
        """Without the address, so that no log or traceback can hold it."""
        return "<Arrival>"


@dataclass(frozen=True, slots=True)
class Place:
    """What is kept of the page that a hit is about, and of where its visitor came from."""

    page: Page
    source: Source
    title: str


@dataclass(frozen=True, slots=True)
class Standing:
    """That a visitor agreed: the proof, and the hash by which this browser is known on this site."""

    proof: Proof
    visitor_hash: bytes


class Judge:
    """The two judgements that a hit needs. Each depends on nothing but what it is given."""

    def __init__(self, hasher: Hasher) -> None:
        self._hasher = hasher

    def place(self, site: TrackedSite, arrival: Arrival, body: Body) -> Place | None:
        """What is kept of the page, or None when its address is none."""
        page = read_page(body.url, hash_routes=site.hash_routes)
        if page is None:
            return None
        return Place(page, read_source(body.url, body.referrer, site.policy.hosts), read_title(body.title))

    def standing(self, site: TrackedSite, arrival: Arrival, body: Body, host: str | None) -> Standing | DropReason:
        """The visitor's standing on a page of that host, or why a hit must not be recorded."""
        return self.followed(
            site, arrival, body, decide(site.policy, evidence_of(arrival, body), host=host, now=arrival.at)
        )

    def followed(self, site: TrackedSite, arrival: Arrival, body: Body, decision: Decision) -> Standing | DropReason:
        """What follows from a decision."""
        if not decision.is_granted:
            return DropReason(decision.reason.value)
        visitor = body.visitor or decision.reference or decision.value or ""
        return Standing(
            proof=_proof(site, arrival, decision, visitor, self._hasher),
            visitor_hash=self._hasher.visitor(site.site_id, visitor),
        )


def receive(site: TrackedSite, arrival: Arrival, body: Body | None, *, judge: Judge) -> Hit | DropReason:
    """The hit to record for `site`, or why there is none."""
    if body is None:
        return DropReason.BAD_REQUEST
    place = judge.place(site, arrival, body)
    standing = judge.standing(site, arrival, body, place.page.host if place else None)
    if not isinstance(standing, Standing):
        return standing
    if place is None or arrival.address is None:
        return DropReason.NO_ADDRESS
    return _hit(site, arrival, arrival.address, body, place, standing)


def body_of_pixel(hit_id: UUID, page_url: str, title: str = "") -> Body:
    """What an image request amounts to: a view of the page that shows it, with no claim but the request's cookies."""
    return Body(id=hit_id, kind=HitKind.VIEW, url=page_url, title=title)


def withdrawn(site: TrackedSite, body: WithdrawalBody, *, at: datetime, hasher: Hasher) -> Withdrawn:
    """What a withdrawal at `at` asks to be forgotten."""
    return Withdrawn(site.tenant_id, site.site_id, hasher.visitor(site.site_id, body.visitor), at)


def evidence_of(arrival: Arrival, body: Body) -> Evidence:
    """All that a request claims."""
    claim = body.consent
    return Evidence(
        platform=claim.platform if claim else None,
        name=claim.name if claim else None,
        value=claim.value if claim else None,
        extra=tuple(claim.extra.items()) if claim else (),
        api=_attestation(claim.api) if claim and claim.api else None,
        consent_mode=tuple(claim.mode.items()) if claim else (),
        cookie_header=arrival.cookie_header,
        gpc=arrival.gpc,
        dnt=arrival.dnt,
    )


def _attestation(claim: ApiClaim) -> Attestation:
    return Attestation(
        name=claim.name,
        choice=claim.choice,
        method=claim.method,
        event=claim.event,
        statistics=claim.result.statistics,
        marketing=claim.result.marketing,
        at=claim.at,
        consent_id=claim.consent_id,
    )


def _hit(site: TrackedSite, arrival: Arrival, address: bytes, body: Body, place: Place, standing: Standing) -> Hit:
    source = place.source
    return Hit(  # in their order: by name it takes twice as long, and this is done for every hit
        site.tenant_id,
        site.site_id,
        body.id,
        body.kind,
        arrival.at,
        address,
        standing.visitor_hash,
        place.page.path,
        place.title,
        source.source,
        source.medium,
        source.campaign,
        body.seconds,
        body.of,
        standing.proof,
        read_event(body.event) if body.event else "",
        read_target(body.target) if body.target else "",
    )


def _proof(site: TrackedSite, arrival: Arrival, decision: Decision, visitor: str, hasher: Hasher) -> Proof:
    """What its receipt is made from. Where the platform gives a choice no id, the visitor's own makes it one choice."""
    value = decision.value or ""
    choice_at = decision.choice_at or arrival.at
    return Proof(
        platform=decision.platform,
        level=decision.level,
        gate_version=GATE_VERSION,
        statistics=decision.statistics is True,
        marketing=decision.marketing is True,
        choice_at=choice_at,
        choice_at_is_from_cookie=decision.choice_at is not None,
        expires_at=choice_at + timedelta(days=site.policy.max_age_days),
        reference_hash=hasher.reference(site.site_id, decision.reference or f"{value}\n{visitor}"),
        value_hash=hasher.value(site.site_id, value),
        policy_version=site.policy_version,
        revision=(decision.revision or "")[:MAX_LABEL],
    )
