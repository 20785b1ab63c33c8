"""Counts of drops move from Valkey into PostgreSQL, each exactly once."""

import psycopg2
import pytest
from django.db import connection

from connectleads.tenancy.locks import Work
from connectleads.tenancy.scope import tenant_scope
from enrichment.tasks import fold_drops
from tests.conftest import Cast, database_role
from tracking.drops import DropReason
from tracking.models import DropCount
from tracking.stream import (
    count_drop,
)


def test_drops_are_folded_exactly_once_even_when_the_fold_dies_halfway(committed_cast: Cast, monkeypatch):
    cast = committed_cast
    for _ in range(3):
        count_drop(cast.tenant.id, cast.site.id, "2026-11-23", DropReason.GPC)

    with database_role("worker"):
        with monkeypatch.context() as patch:
            patch.setattr("enrichment.tasks.drop_fold_done", _die)
            with pytest.raises(RuntimeError):
                fold_drops()
        count_drop(cast.tenant.id, cast.site.id, "2026-11-23", DropReason.GPC)
        fold_drops()
        fold_drops()

    with tenant_scope(cast.tenant.id):
        (row,) = DropCount.objects.all()
        assert (row.reason, row.count) == ("gpc", 4)


def test_drops_of_a_site_that_was_deleted_meanwhile_block_nothing(committed_cast: Cast):
    cast = committed_cast
    for site in (cast.site, cast.rival_site):
        count_drop(site.tenant_id, site.id, "2026-11-23", DropReason.GPC)
    with tenant_scope(cast.tenant.id):
        type(cast.site).objects.filter(id=cast.site.id).delete()

    with database_role("worker"):
        fold_drops()

    with tenant_scope(cast.rival.id):
        assert DropCount.objects.get().count == 1


def test_two_folds_at_once_count_once(committed_cast: Cast):
    cast = committed_cast
    count_drop(cast.tenant.id, cast.site.id, "2026-11-23", DropReason.GPC)
    other = psycopg2.connect(
        host=connection.settings_dict["HOST"], dbname=connection.settings_dict["NAME"], user="postgres"
    )
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, 0)", [int(Work.FOLD_DROPS)])
        with database_role("worker"):
            fold_drops()
    finally:
        other.close()

    with tenant_scope(cast.tenant.id):
        assert not DropCount.objects.exists()


def _die(*_args, **_kwargs):
    raise RuntimeError("killed")
