"""From a request to a hit that may be recorded, or to the one reason why not (pure).

The steps are in the order in which a doubt is cheapest. Nothing here remembers, writes or logs.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from consent.decision import GATE_VERSION, Decision, decide
from consent.evidence import Evidence
from tracking.body import Body
from tracking.client_ip import Address
from tracking.drops import DropReason
from tracking.fingerprints import Hasher
from tracking.hit import Hit, HitKind, Proof
from tracking.page_url import Page, read_page, read_source, read_title
from tracking.site import TrackedSite


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
    page = read_page(body.url)
    decision = decide(site.policy, _evidence(arrival, body), host=page.host if page else None, now=arrival.at)
    if not decision.is_granted or page is None:
        return DropReason(decision.reason.value)
    if arrival.address is None:
        return DropReason.NO_ADDRESS
    return _hit(site, arrival, arrival.address, body, page, decision, hasher)


def body_of_pixel(hit_id: UUID, page_url: str, title: str = "") -> Body:
    """What an image request amounts to: a view of the page that shows it, with no claim but the request's cookies."""
    return Body(id=hit_id, kind=HitKind.VIEW, url=page_url, title=title)


def _evidence(arrival: Arrival, body: Body) -> Evidence:
    claim = body.consent
    return Evidence(
        platform=claim.platform if claim else None,
        name=claim.name if claim else None,
        value=claim.value if claim else None,
        cookie_header=arrival.cookie_header,
        gpc=arrival.gpc,
        dnt=arrival.dnt,
    )


def _hit(
    site: TrackedSite, arrival: Arrival, address: Address, body: Body, page: Page, decision: Decision, hasher: Hasher
) -> Hit:
    proof = _proof(site, arrival, decision, hasher)
    source = read_source(body.url, body.referrer, site.policy.hosts)
    visitor = body.visitor or (decision.reference or "")
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
        proof=proof,
    )


def _proof(site: TrackedSite, arrival: Arrival, decision: Decision, hasher: Hasher) -> Proof:
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
        reference_hash=hasher.reference(site.site_id, decision.reference or value),
        value_hash=hasher.value(site.site_id, value),
    )
