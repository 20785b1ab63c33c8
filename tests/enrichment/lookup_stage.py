"""A registry on this machine, and visits whose addresses it is asked about: what the tests of lookups share."""

from django.db import connection

from connectleads.tenancy.scope import tenant_scope
from enrichment.drain import drain_shard
from enrichment.findings import Registry
from enrichment.known_ranges import forget_ranges
from enrichment.lookups import Served, serve_registry
from enrichment.models import Lead
from tests.conftest import Cast, database_role
from tests.enrichment.rdap_answers import ripe
from tests.history import HOME_ADDRESS, make_hit
from tracking.models import Visit
from tracking.stream import append, shard_of, valkey

NEIGHBOUR = "86.83.17.34"
NAMED = ripe("86.83.17.32", "86.83.17.39", descr=("Zonneveld Bloemen B.V.",), netname="NL-ZONNEVELD")
POOL = ripe("86.83.0.0", "86.83.31.255", netname="KPN-ADSL-POOL")


def visit(cast: Cast, address: str = HOME_ADDRESS, visitor: str = "one", **changes) -> None:
    """A page view, drained."""
    forget_ranges()  # another process may know a range some seconds later
    append([make_hit(cast.tenant, cast.site, address=address, visitor=visitor, **changes)])
    with database_role("worker"):
        drain_shard(shard_of(cast.site.id))


def serve(registry: Registry = Registry.RIPE) -> list[Served]:
    with database_role("worker"):
        return serve_registry(registry, seconds=5)


def only_visit(cast: Cast) -> Visit:
    with tenant_scope(cast.tenant.id):
        return Visit.objects.get()


def leads(cast: Cast) -> list[tuple[str, int, int]]:
    with tenant_scope(cast.tenant.id):
        return [(lead.company.name, lead.visits, lead.page_views) for lead in Lead.objects.select_related("company")]


def everything_in_valkey() -> bytes:
    """Every key and value of the stream's database."""
    found = []
    client = valkey()
    for key in client.scan_iter():
        found.append(key)
        found.append(client.dump(key) or b"")
        kind = client.type(key).decode()
        if kind == "string":
            found.append(client.get(key))
        elif kind == "zset":
            found += client.zrange(key, 0, -1)
        elif kind == "set":
            found += list(client.smembers(key))
    return b"\n".join(one for one in found if one)


def make_due() -> None:
    for key in valkey().zrange("lookups:queue:ripe", 0, -1):
        valkey().zadd("lookups:queue:ripe", {key: 0})


def everything_stored() -> str:
    """Every row of this room's tables as text."""
    with database_role("worker"), connection.cursor() as cursor:
        tables = [one for one in connection.introspection.table_names(cursor) if one.startswith("enrichment_")]
        found = []
        for table in [*tables, "tracking_visit"]:
            cursor.execute(f"SELECT row_to_json(t)::text FROM {table} t")
            found += [row[0] for row in cursor.fetchall()]
    return "\n".join(found)
