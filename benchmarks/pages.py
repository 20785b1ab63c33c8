"""Measures the server time and the queries of the pages on the installation of `manage.py seed_scale` (edge)."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from statistics import quantiles
from time import perf_counter

ROUNDS = 40
MOST_QUERIES = 12
GROUPS = ("overview", "list", "lead", "segments")


class TooManyQueries(Exception):
    """A page asked the database more often than it may; the message names it."""


def run(rounds: int = ROUNDS, say: Callable[[str], None] = lambda line: None) -> dict[str, float]:
    """The 95th percentile of each page's server time in milliseconds: overview_p95_ms, list_p95_ms and so on.

    Needs a database that seed_scale has filled, reached as the web role. Raises TooManyQueries.
    """
    from connectleads.demo.scale_load import LARGEST, OWNER

    found: dict[str, float] = {}
    with _client(OWNER) as get:
        addresses = _addresses(OWNER, LARGEST)
        for group in GROUPS:
            some = [address for name, address in addresses if name == group]
            times = list(_measure(get, some, rounds))
            found[f"{group}_p95_ms"] = round(quantiles(times, n=20)[-1], 1)
            say(f"{group}: median {sorted(times)[len(times) // 2]:.1f} ms, p95 {found[f'{group}_p95_ms']:.1f} ms")
    return found


Get = Callable[[str], tuple[float, int]]


def _measure(get: Get, addresses: Sequence[str], rounds: int) -> Iterator[float]:
    for address in addresses:  # once each beforehand: caches of templates and of the database are warm in a morning
        get(address)
    for n in range(rounds):
        address = addresses[n % len(addresses)]
        seconds, queries = get(address)
        if queries > MOST_QUERIES:
            raise TooManyQueries(f"{address} took {queries} queries, more than {MOST_QUERIES}")
        yield 1000 * seconds


@contextmanager
def _client(email: str) -> Iterator[Get]:
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from connectleads.tenancy.models import User

    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    client = Client()
    client.force_login(User.objects.get(email=email))

    def get(address: str) -> tuple[float, int]:
        with CaptureQueriesContext(connection) as queries:
            began = perf_counter()
            answer = client.get(address)
            seconds = perf_counter() - began
        assert answer.status_code == 200, (address, answer.status_code)
        return seconds, len(queries)

    yield get


def _addresses(email: str, slug: str) -> list[tuple[str, str]]:
    from connectleads.tenancy.models import User
    from connectleads.tenancy.queries import tenants_of
    from connectleads.tenancy.scope import tenant_scope
    from enrichment.queries import lead_ids_by_views

    home = f"/app/{slug}/"
    leads = f"{home}leads/"
    belongings = tenants_of(User.objects.get(email=email).pk)
    with tenant_scope(next(one.tenant_id for one in belongings if one.slug == slug)):
        some = lead_ids_by_views(limit=10)
    return [
        *(("overview", f"{home}?period={period}") for period in ("today", "7", "28", "90", "month")),
        ("list", f"{leads}?period=28&path=/prijzen&country=NL&status=new"),
        ("list", f"{leads}?period=90&path=/prijzen&source=google&heat=30&sort=visits"),
        ("list", f"{leads}?period=28&source=google&medium=cpc&country=NL&country=BE&size=5&sort=-name"),
        ("list", f"{leads}?period=90&path=/kennis/*&novelty=back&sure=85&sort=pages"),
        ("list", f"{leads}?period=28&q=molen&region=benelux&size=3&sort=last"),
        *(("lead", f"{leads}{lead_id}/") for lead_id in some),
        ("segments", f"{home}segments/"),
    ]
