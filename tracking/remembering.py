"""A judge who remembers, for about a minute, what was judged: the same question gets the same answer (pure).

Only agreement is remembered; of a refusal nothing is kept. Agreement ends with time, so it is remembered only when it
holds both now and at the end of the memory. It then holds in between: no platform's choice begins, ends and begins
again while its cookie stays the same.
"""

from datetime import timedelta

from consent.decision import decide
from tracking.body import Body, ConsentClaim
from tracking.drops import DropReason
from tracking.fingerprints import Hasher
from tracking.reception import Arrival, Judge, Place, Standing, evidence_of
from tracking.recollection import Recollection
from tracking.site import TrackedSite

SECONDS = 30.0
MOST_STANDINGS = 20_000
MOST_PLACES = 5_000
StandingKey = tuple[object, ...]
PlaceKey = tuple[str, str, str, str]


class RememberingJudge(Judge):
    """Answers as Judge does. A site whose settings changed is another site, and nothing is remembered of it."""

    def __init__(self, hasher: Hasher) -> None:
        super().__init__(hasher)
        self._standings: Recollection[StandingKey, tuple[TrackedSite, Standing]]
        self._standings = Recollection(seconds=SECONDS, size=MOST_STANDINGS)
        self._places: Recollection[PlaceKey, tuple[TrackedSite, Place]]
        self._places = Recollection(seconds=SECONDS, size=MOST_PLACES)
        self._lifetime = timedelta(seconds=self._standings.lifetime)
        self._new_place: tuple[PlaceKey, tuple[TrackedSite, Place]] | None = None

    def age(self, at: float) -> None:
        """Forget what is old by the clock (seconds), also while nobody comes."""
        self._standings.age(at)
        self._places.age(at)

    def place(self, site: TrackedSite, arrival: Arrival, body: Body) -> Place | None:
        """What is kept of the page, or None when its address is none."""
        key = (site.key, body.url, body.referrer, body.title)
        self._new_place = None
        found = self._places.find(key, arrival.at.timestamp())
        if found is not None and found[0] is site:
            return found[1]
        place = super().place(site, arrival, body)
        if place is not None:
            self._new_place = (key, (site, place))  # it is noted when its visitor turns out to agree
        return place

    def standing(self, site: TrackedSite, arrival: Arrival, body: Body, host: str | None) -> Standing | DropReason:
        """The visitor's standing on a page of that host, or why a hit must not be recorded."""
        standing = self._standing(site, arrival, body, host)
        if self._new_place is not None and isinstance(standing, Standing):
            self._places.note(*self._new_place)
        self._new_place = None
        return standing

    def _standing(self, site: TrackedSite, arrival: Arrival, body: Body, host: str | None) -> Standing | DropReason:
        if arrival.gpc or arrival.dnt:
            return super().standing(site, arrival, body, host)
        key = (site.key, host, body.visitor, arrival.cookie_header, *_said(body.consent))
        found = self._standings.find(key, arrival.at.timestamp())
        if found is not None and found[0] is site:
            return found[1]
        evidence = evidence_of(arrival, body)
        decision = decide(site.policy, evidence, host=host, now=arrival.at)
        standing = self.followed(site, arrival, body, decision)
        if (
            isinstance(standing, Standing)
            and decision.choice_at is not None
            and decide(site.policy, evidence, host=host, now=arrival.at + self._lifetime) == decision
        ):
            self._standings.note(key, (site, standing))
        return standing


def _said(claim: ConsentClaim | None) -> tuple[object, ...]:
    """All that a claim says, as a key."""
    if claim is None:
        return ()
    if not (claim.extra or claim.mode or claim.api):
        return (claim.platform, claim.name, claim.value)
    return (claim.platform, claim.name, claim.value, *claim.extra.items(), None, *claim.mode.items(), None, claim.api)
