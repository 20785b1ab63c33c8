"""No scope, no rows: every way of the ORM to a tenant's rows asks for one."""

import asyncio
from uuid import uuid4

import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.db import models
from django.db.models import Count, Exists, OuterRef

from connectleads.tenancy.models import Membership, Site, Tenant, User
from connectleads.tenancy.owned import is_tenant_owned
from connectleads.tenancy.scope import (
    ScopeError,
    current_tenant_id,
    tenant_scope,
    unscoped_all_tenants,
)
from tests.conftest import Cast, database_role

OWNED = [model for model in apps.get_models() if is_tenant_owned(model)]


async def _iterate(queryset: models.QuerySet) -> list:
    return [row async for row in queryset]


WAYS = {
    "list": lambda model: list(model.objects.all()),
    "filter and first": lambda model: model.objects.filter(tenant_id=uuid4()).first(),
    "get": lambda model: model.objects.get(tenant_id=uuid4()),
    "count": lambda model: model.objects.count(),
    "exists": lambda model: model.objects.exists(),
    "aggregate": lambda model: model.objects.aggregate(n=Count("tenant_id")),
    "values": lambda model: list(model.objects.values("tenant_id")),
    "iterator": lambda model: list(model.objects.iterator()),
    "async iteration": lambda model: asyncio.run(_iterate(model.objects.all())),
    "base manager": lambda model: list(model._base_manager.all()),
    "default manager": lambda model: model._default_manager.exists(),
    "a plain manager": lambda model: list(models.QuerySet(model)),
    "update": lambda model: model.objects.update(tenant_id=uuid4()),
    "delete": lambda model: model.objects.filter(tenant_id=uuid4()).delete(),
    "raw delete": lambda model: models.QuerySet(model)._raw_delete("default"),
    "explain": lambda model: model.objects.explain(),
    "subquery": lambda model: list(
        Tenant.objects.annotate(any=Exists(models.QuerySet(model).filter(tenant_id=OuterRef("id"))))
    ),
    "union": lambda model: list(model.objects.values_list("tenant_id").union(Tenant.objects.values_list("id"))),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("model", OWNED, ids=lambda model: model._meta.label)
def test_a_query_without_a_scope_is_refused(db: None, model: type[models.Model], way: str):
    if way == "async iteration":
        pytest.importorskip("asyncio")
    with pytest.raises(ScopeError):
        WAYS[way](model)


def test_rows_cannot_be_refreshed_saved_or_created_without_a_scope(cast: Cast):
    refused = [
        cast.site.refresh_from_db,
        cast.site.save,
        cast.site.delete,
        lambda: Site.objects.create(name="x", hosts=[]),
        lambda: Site.objects.bulk_create([Site(tenant=cast.tenant, name="x", hosts=[])]),
        lambda: Site.objects.bulk_update([cast.site], ["name"]),
        lambda: Site.objects.get_or_create(name="x"),
    ]
    for attempt in refused:
        with pytest.raises(ScopeError):
            attempt()


def test_a_scope_shows_its_tenants_rows_only(cast: Cast):
    with tenant_scope(cast.tenant.id):
        assert [site.name for site in Site.objects.all()] == ["www.voorbeeld.nl"]
        assert Tenant.objects.get() == cast.tenant
    with tenant_scope(cast.rival.id):
        assert [site.name for site in Site.objects.all()] == ["www.rivaal.nl"]


def test_a_query_is_scoped_when_it_runs_and_not_when_it_is_written(cast: Cast):
    with tenant_scope(cast.tenant.id):
        query = Site.objects.order_by("name")

    with pytest.raises(ScopeError):
        list(query)
    with tenant_scope(cast.rival.id):
        assert [site.name for site in query.all()] == ["www.rivaal.nl"]


def test_a_new_row_belongs_to_the_tenant_in_scope(cast: Cast):
    with tenant_scope(cast.tenant.id):
        assert Site.objects.create(name="nieuw", hosts=["nieuw.nl"]).tenant_id == cast.tenant.id


def test_another_tenants_scope_cannot_be_opened_inside_one(cast: Cast):
    with tenant_scope(cast.tenant.id), pytest.raises(ScopeError), tenant_scope(cast.rival.id):
        pass


def test_after_a_scope_nothing_is_in_scope_even_within_an_outer_transaction(cast: Cast):
    from django.db import connection

    with tenant_scope(cast.tenant.id):
        pass

    with pytest.raises(ScopeError):
        current_tenant_id()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM tenancy_site")
        assert cursor.fetchone() == (0,)


def test_the_unscoped_scope_gives_the_web_role_nothing_and_the_worker_all(cast: Cast):
    with unscoped_all_tenants("test"):
        assert Site.objects.count() == 0
        with database_role("worker"):
            assert Site.objects.count() == 2
        with pytest.raises(ScopeError):
            current_tenant_id()


def test_shared_rows_need_no_scope(cast: Cast):
    assert User.objects.count() == 6


def test_every_tenants_table_begins_its_keys_with_the_tenant():
    assert len(OWNED) >= 7
    assert [message.msg for message in run_checks() if message.id == "tenancy.E001"] == []


def test_a_model_that_does_not_is_reported():
    from connectleads.tenancy.checks import _keys

    class Loose(models.Model):
        tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE)
        name = models.CharField(max_length=5, unique=True)

        class Meta:
            app_label = "tenancy"
            indexes = (models.Index(fields=("name",), name="loose"),)

    apps.all_models["tenancy"].pop("loose")
    assert {fields[0] for _, fields in _keys(Loose)} == {"id", "name", "tenant"}


def test_membership_is_read_through_its_one_door(cast: Cast):
    from connectleads.tenancy.queries import tenants_of

    assert [(one.slug, one.role.value) for one in tenants_of(cast.vera.pk)] == [("voorbeeld", "viewer")]
    assert tenants_of(cast.sam.pk) == []
    assert Membership.__name__ == "Membership"
