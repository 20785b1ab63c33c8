"""A filter as the query of an address, and back: the same filter always gives the same query (pure)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from dashboard.periods import Period, period_from
from enrichment.kinds import Kind
from enrichment.lead_filter import LeadFilter, LeadOrder, LeadSort, Mark, Novelty
from enrichment.lead_status import LeadStatus

MANY = ("path", "source", "medium", "campaign", "country", "region", "kind", "status", "owner", "tag", "site")
ONE = ("novelty", "size", "heat", "sure", "followed", "hidden")
PERIOD = ("period", "month", "from", "to")
DEFAULT_PERIOD = "28"
MAX_VALUES = 20
USUAL = LeadOrder()
REGIONS: Mapping[str, tuple[str, ...]] = {
    "benelux": ("NL", "BE", "LU"),
    "dach": ("DE", "AT", "CH"),
    "nordics": ("DK", "SE", "NO", "FI", "IS"),
    "british-isles": ("GB", "IE"),
    "south": ("FR", "ES", "PT", "IT", "GR", "MT", "CY"),
    "east": ("PL", "CZ", "SK", "HU", "RO", "BG", "EE", "LV", "LT", "SI", "HR"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: its period, order, search and filters, and where the list goes on.

    `values` holds each filter's values as they stand in the address, those that mean something only.
    """

    period: Period
    order: LeadOrder = USUAL
    search: str = ""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mark: Mark | None = None

    def query(self, *, without: str = "", value: str = "", **changes: str) -> str:
        """Its address without a mark. A filter (or one value of it) may be left out, and others set."""
        pairs: list[tuple[str, str]] = [] if "period" in changes else list(self.period.address.items())
        if without == "period":
            pairs = []
        if self.search and without != "q" and "q" not in changes:
            pairs.append(("q", self.search))
        for name in (*MANY, *ONE):
            kept = [one for one in self.values.get(name, ()) if name != without or (value and one != value)]
            pairs += [(name, one) for one in kept if name not in changes]
        if "sort" not in changes and self.order != USUAL:
            pairs.append(("sort", sort_text(self.order)))
        pairs += [(name, one) for name, one in changes.items() if one]
        return urlencode(pairs)

    @property
    def is_filtered(self) -> bool:
        """Whether anything is left out beyond the period."""
        return bool(self.search or self.values)

    def filter(self, *, followed: Iterable[UUID] = ()) -> LeadFilter:
        """The filter for the search."""

        def many(name: str) -> tuple[str, ...]:
            return self.values.get(name, ())

        def one(name: str) -> str:
            return next(iter(self.values.get(name, ())), "")

        regions = [code for name in many("region") for code in REGIONS[name]]
        return LeadFilter(
            first=self.period.first,
            last=self.period.last,
            is_open=self.period.is_open,
            search=self.search,
            novelty=Novelty(one("novelty")) if one("novelty") else None,
            paths=many("path"),
            sources=many("source"),
            mediums=many("medium"),
            campaigns=many("campaign"),
            countries=tuple(dict.fromkeys([*many("country"), *regions])),
            kinds=many("kind"),
            statuses=many("status"),
            owners=tuple(int(owner) for owner in many("owner")),
            tags=many("tag"),
            sites=tuple(UUID(site) for site in many("site")),
            least_pages=int(one("size") or 0),
            least_heat=int(one("heat") or 0),
            least_sure=int(one("sure") or 0) / 100,
            is_hidden=bool(one("hidden")),
            only=frozenset(followed) if one("followed") else None,
        )


def read_address(pairs: Sequence[tuple[str, str]], *, today: date) -> Asked:
    """What the pairs of an address ask for; whatever means nothing is left out."""
    first = dict(reversed(pairs))
    values: dict[str, tuple[str, ...]] = {}
    for name in (*MANY, *ONE):
        found = dict.fromkeys(one for given, one in pairs if given == name and _means(name, one))
        kept = tuple(found)[: MAX_VALUES if name in MANY else 1]
        if kept:
            values[name] = kept
    order = parse_sort(first.get("sort", ""))
    return Asked(
        period=period_from(first, today=today, default=DEFAULT_PERIOD),
        order=order,
        search=first.get("q", "").replace("\0", "").strip()[:100],
        values=values,
        mark=_mark(first.get("after", ""), is_backwards=False) or _mark(first.get("before", ""), is_backwards=True),
    )


def read_query(query: str, *, today: date) -> Asked:
    """What a saved query asks for."""
    return read_address(parse_qsl(query), today=today)


def sort_text(order: LeadOrder) -> str:
    """An order in an address."""
    return ("-" if order.is_reversed else "") + order.sort.value


def parse_sort(text: str) -> LeadOrder:
    """An order from an address; the usual one for what is none."""
    name = text.removeprefix("-")
    return LeadOrder(LeadSort(name), text.startswith("-")) if name in set(LeadSort) else LeadOrder()


def mark_text(value: str, lead_id: UUID) -> str:
    """A mark in an address."""
    return f"{lead_id.hex}{value}"


def _mark(text: str, *, is_backwards: bool) -> Mark | None:
    try:
        return Mark(text[32:].replace("\0", ""), UUID(hex=text[:32]), is_backwards) if len(text) >= 32 else None
    except ValueError:
        return None


_CLOSED: Mapping[str, frozenset[str]] = {
    "region": frozenset(REGIONS),
    "kind": frozenset(Kind),
    "status": frozenset(LeadStatus.values),
    "novelty": frozenset(Novelty),
    "followed": frozenset({"1"}),
    "hidden": frozenset({"1"}),
}


def _means(name: str, value: str) -> bool:
    if "\0" in value or not value or len(value) > 500:
        return False
    if name == "path":
        return value.startswith("/")
    if name in ("owner", "size", "heat", "sure"):
        limit = {"owner": 2**53, "size": 1000, "heat": 99, "sure": 100}[name]
        return value.isascii() and value.isdigit() and len(value) < 17 and int(value) <= limit
    if name == "site":
        return _is_uuid(value)
    if name == "country":
        return len(value) == 2 and value.isascii() and value.isalpha() and value.isupper()
    known = _CLOSED.get(name)
    return value in known if known is not None else len(value) <= 80


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
