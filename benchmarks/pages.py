"""Measures the server time and the queries of the pages on the installation of `manage.py seed_scale` (edge)."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from benchmarks import cores

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "bench-pages"
ROUNDS = 60
MOST_QUERIES = 12
GROUPS = ("overview", "list", "lead", "segments")


class TooManyQueries(Exception):
    """A page asked the database more often than it may; the message names it."""


def run() -> dict[str, float]:
    """The 95th percentile of each page's server time in milliseconds: overview_p95_ms, list_p95_ms and so on.

    Runs on an installation of its own under var/bench-pages, which is filled the first time (some minutes);
    BENCH_PART in the environment makes a smaller one. Raises CalledProcessError when a page fails or asks too much.
    """
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")},
        "CONNECTLEADS_VAR": str(FOLDER),
        "DJANGO_SETTINGS_MODULE": "connectleads.settings",
        "LOG_LEVEL": "ERROR",
    }
    _fill(environment)
    both = f"{cores.SERVER},{cores.LOAD}"  # this process may work on one of them only
    command = ["taskset", "--cpu-list", both, sys.executable, "-m", "benchmarks.pages"]
    web = {**environment, "CONNECTLEADS_DATABASE_ROLE": "web"}
    done = subprocess.run(command, cwd=ROOT, env=web, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _fill(environment: dict[str, str]) -> None:
    if (FOLDER / "filled").exists():
        return
    owner = {**environment, "CONNECTLEADS_DATABASE_ROLE": "owner"}
    for words in (("migrate", "--verbosity", "0"), ("seed_scale", "--part", os.environ.get("BENCH_PART", "1"))):
        subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=owner, check=True)
    (FOLDER / "filled").touch()


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """Measure in this process, as the web role. Raises TooManyQueries."""
    from connectleads.demo.scale_load import LARGEST, OWNER

    found: dict[str, float] = {}
    with _client(OWNER) as get:
        addresses = _addresses(OWNER, LARGEST)
        for group in GROUPS:
            times = list(_measure(get, [address for name, address in addresses if name == group], rounds))
            found[f"{group}_p95_ms"] = round(quantiles(times, n=20)[-1], 1)
            found[f"{group}_median_ms"] = round(median(times), 1)
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

    import connectleads.wsgi  # noqa: F401 (what the web process does before its first answer)
    from connectleads.tenancy.models import User

    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    client = Client()
    client.force_login(User.objects.get(email=email))

    def get(address: str) -> tuple[float, int]:
        with CaptureQueriesContext(connection) as queries:
            began = perf_counter()
            answer = client.get(address)
            seconds = perf_counter() - began
        assert answer.status_code == 200, (address, answer.status_code)
        asked = [one for one in queries if one["sql"] not in ("BEGIN", "COMMIT")]
        return seconds, len(asked)

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


if __name__ == "__main__":
    import django

    with suppress(PermissionError):  # whatever else runs here is not what is measured; the engine inherits it
        os.setpriority(os.PRIO_PROCESS, 0, -15)
    cores.work_on(cores.SERVER)  # PostgreSQL gets a core, and the web process the other
    django.setup()
    from django.conf import settings

    settings.LOCAL_STACK.postgres()
    cores.work_on(cores.LOAD)
    sys.stdout.write(json.dumps(measure()) + "\n")
