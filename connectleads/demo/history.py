"""Four weeks of plausible visits, made up from a seed: the same on every run of the same day (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from ipaddress import ip_network
from random import Random
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from connectleads.demo.cast import HOSTS, PROVIDERS, PUBLIC_BODIES, DemoTenant
from consent.decision import GATE_VERSION
from tracking.fingerprints import Hasher
from tracking.hit import Hit, HitKind, Proof

Value = TypeVar("Value")
DAYS = 28
ZONE = ZoneInfo("Europe/Amsterdam")
VISITS_ON_A_WEEKDAY = 34
FORMS_AT_CONTACT = 0.2
PAGES = (
    ("/", "Vorstkade Koeltechniek · Koelinstallaties zonder verspilling", 20),
    ("/product", "Kade: de koelmachine · Vorstkade Koeltechniek", 26),
    ("/prijzen", "Prijzen · Vorstkade Koeltechniek", 18),
    ("/cases/bakkerij", "Klantverhaal: bakkerij · Vorstkade Koeltechniek", 9),
    ("/cases/bloemenveiling", "Klantverhaal: bloemenveiling · Vorstkade Koeltechniek", 7),
    ("/kennis/co2-koeling", "Koelen met CO₂, uitgelegd · Vorstkade Koeltechniek", 11),
    ("/kennis/subsidie", "Subsidie voor natuurlijk koudemiddel · Vorstkade Koeltechniek", 8),
    ("/contact", "Contact · Vorstkade Koeltechniek", 6),
)
SOURCES = (
    (("google", "organic", ""), 40),
    (("direct", "", ""), 25),
    (("linkedin", "social", ""), 10),
    (("google", "cpc", "koeling-nl"), 9),
    (("nieuwsbrief", "email", "november"), 8),
    (("bing", "organic", ""), 5),
    (("koudeenluchtbehandeling.example", "referral", ""), 3),
)
CROWDS = ((None, 42), (PROVIDERS, 47), (HOSTS, 5), (PUBLIC_BODIES, 6))


@dataclass(frozen=True, slots=True)
class _Visitor:
    address: bytes
    token: str
    choice_at: datetime
    first_at: datetime


class History:
    """The visits of one demo tenant to its site, up to `now` (aware)."""

    def __init__(self, tenant: DemoTenant, tenant_id: UUID, site_id: UUID, *, now: datetime, hasher: Hasher) -> None:
        self._tenant = tenant
        self._ids = (tenant_id, site_id)
        self._now = now
        self._hasher = hasher
        self._random = Random(f"{tenant.slug} {now.date()}")  # noqa: S311 (made-up visits, not secrets)
        self._regulars = self._make_regulars()

    def days(self) -> Iterator[list[Hit]]:
        """The hits of each day, oldest day first."""
        for back in range(DAYS - 1, -1, -1):
            day = (self._now.astimezone(ZONE) - timedelta(days=back)).date()
            count = VISITS_ON_A_WEEKDAY if day.weekday() < 5 else VISITS_ON_A_WEEKDAY // 5
            visits = [self._visit(datetime.combine(day, self._office_time(), ZONE)) for _ in range(count)]
            yield sorted((hit for visit in visits for hit in visit if hit.at <= self._now), key=_time_of)

    def _make_regulars(self) -> list[tuple[_Visitor, float]]:
        """Visitors of companies; a few companies are much keener than the rest, some send several people."""
        regulars = []
        for place, block in enumerate(self._tenant.companies):
            keenness = 6 / (1 + place) + self._random.random()
            for _ in range(self._random.choice((1, 1, 2, 3))):
                regulars.append((self._visitor((block,), self._random.triangular(0, DAYS, 0)), keenness))
        return regulars

    def _visitor(self, blocks: Sequence[str], first_day: float = 0) -> _Visitor:
        block = ip_network(self._random.choice(blocks))
        address = block[self._random.randrange(1, block.num_addresses - 1)]
        first_at = self._now - timedelta(days=DAYS - first_day)
        choice_at = first_at - timedelta(hours=self._random.randrange(1, 24))
        return _Visitor(address.packed, f"{self._random.getrandbits(128):032x}", choice_at, first_at)

    def _office_time(self) -> time:
        minute = int(self._random.triangular(7 * 60, 21 * 60, 11 * 60))
        return time(minute // 60, minute % 60, self._random.randrange(60))

    def _visit(self, begins_at: datetime) -> Iterator[Hit]:
        visitor, pages = self._who(begins_at)
        source = self._pick(SOURCES)
        at = begins_at
        for _ in range(pages):
            path, title = self._page()
            seconds = int(self._random.lognormvariate(3.6, 0.8)) + 3
            view = self._hit(visitor, at, HitKind.VIEW, path, title, source)
            at += timedelta(seconds=seconds)
            yield view
            yield self._hit(visitor, at, HitKind.LEAVE, path, title, source, seconds=seconds, of=view.id)
            at += timedelta(seconds=2)
            if path == "/contact" and self._random.random() < FORMS_AT_CONTACT:
                yield self._hit(visitor, at, HitKind.EVENT, path, title, source, event="form")

    def _who(self, begins_at: datetime) -> tuple[_Visitor, int]:
        crowd = self._pick(CROWDS)
        known = [(visitor, weight) for visitor, weight in self._regulars if visitor.first_at <= begins_at]
        if crowd is not None or begins_at.weekday() > 4 or not known:
            visitor = self._visitor(crowd or PROVIDERS)
            return visitor, 1 + min(int(self._random.expovariate(0.8)), 6)
        visitors, weights = zip(*known, strict=True)
        return self._random.choices(visitors, weights)[0], 1 + min(int(self._random.expovariate(0.4)), 9)

    def _page(self) -> tuple[str, str]:
        paths = [(path, title) for path, title, _ in PAGES]
        return self._random.choices(paths, [weight for _, _, weight in PAGES])[0]

    def _pick(self, weighted: Sequence[tuple[Value, int]]) -> Value:
        return self._random.choices([value for value, _ in weighted], [weight for _, weight in weighted])[0]

    def _hit(
        self,
        visitor: _Visitor,
        at: datetime,
        kind: HitKind,
        path: str,
        title: str,
        source: tuple[str, str, str],
        *,
        seconds: int = 0,
        of: UUID | None = None,
        event: str = "",
    ) -> Hit:
        tenant_id, site_id = self._ids
        return Hit(
            tenant_id=tenant_id,
            site_id=site_id,
            id=UUID(int=self._random.getrandbits(128)),
            kind=kind,
            at=at,
            address=visitor.address,
            visitor_hash=self._hasher.visitor(site_id, visitor.token),
            path=path,
            title=title.replace("Vorstkade Koeltechniek", self._tenant.name),
            source=source[0],
            medium=source[1],
            campaign=source[2],
            seconds=seconds,
            of=of,
            proof=self._proof(visitor, site_id),
            event=event,
        )

    def _proof(self, visitor: _Visitor, site_id: UUID) -> Proof:
        return Proof(
            platform="cookiebot",
            level="A",
            gate_version=GATE_VERSION,
            statistics=True,
            marketing=True,
            choice_at=visitor.choice_at,
            choice_at_is_from_cookie=True,
            expires_at=visitor.choice_at + timedelta(days=180),
            reference_hash=self._hasher.reference(site_id, visitor.token),
            value_hash=self._hasher.value(site_id, visitor.token),
            policy_version=1,
        )


def _time_of(hit: Hit) -> datetime:
    return hit.at
