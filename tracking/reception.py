"""From a request to a hit that may be recorded, or to the one reason why not (pure).

The steps are in the order in which a doubt is cheapest. Nothing here remembers, writes or logs.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from consent.attestation import Attestation
from consent.decision import GATE_VERSION, Decision, decide
from consent.evidence import Evidence
from tracking.body import ApiClaim, Body, WithdrawalBody
from tracking.client_ip import Address
from tracking.drops import DropReason
from tracking.fingerprints import Hasher
from tracking.hit import Hit, HitKind, Proof
from tracking.page_url import MAX_LABEL, Page, read_event, read_page, read_source, read_target, read_title
from tracking.site import TrackedSite
from tracking.withdrawal import Withdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What the server itself saw of a request. `at` is its own clock (aware)."""

    at: datetime
    address: Address | None
    cookie_header: str = ""
    gpc: bool = False
    dnt: bool = False


def receive(site: TrackedSite, arrival: Arrival, body: Body | None, *, hasher: Hasher) -> Hit | DropReason:
    """The hit to record for `site`, or why there is none."""
    if body is None:
        return DropReason.BAD_REQUEST
    page = read_page(body.url, hash_routes=site.hash_routes)
    decision = decide(site.policy, _evidence(arrival, body), host=page.host if page else None, now=arrival.at)
    if not decision.is_granted or page is None:
        return DropReason(decision.reason.value)
    if arrival.address is None:
        return DropReason.NO_ADDRESS
    return _hit(site, arrival, arrival.address, body, page, decision, hasher)


def body_of_pixel(hit_id: UUID, page_url: str, title: str = "") -> Body:
    """What an image request amounts to: a view of the page that shows it, with no claim but the request's cookies."""
    return Body(id=hit_id, kind=HitKind.VIEW, url=page_url, title=title)


def withdrawn(site: TrackedSite, body: WithdrawalBody, *, at: datetime, hasher: Hasher) -> Withdrawn:
    """What a withdrawal at `at` asks to be forgotten."""
    return Withdrawn(site.tenant_id, site.site_id, hasher.visitor(site.site_id, body.visitor), at)


def _evidence(arrival: Arrival, body: Body) -> Evidence:
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


def _hit(
    site: TrackedSite, arrival: Arrival, address: Address, body: Body, page: Page, decision: Decision, hasher: Hasher
) -> Hit:
    visitor = body.visitor or decision.reference or decision.value or ""
    source = read_source(body.url, body.referrer, site.policy.hosts)
    return Hit(
        tenant_id=site.tenant_id,
        site_id=site.site_id,
        id=body.id,
        kind=body.kind,
        at=arrival.at,
        address=address.packed,
        visitor_hash=hasher.visitor(site.site_id, visitor),
        path=page.path,
        title=read_title(body.title),
        source=source.source,
        medium=source.medium,
        campaign=source.campaign,
        seconds=body.seconds,
        of=body.of,
        proof=_proof(site, arrival, decision, visitor, hasher),
        event=read_event(body.event),
        target=read_target(body.target),
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
