"""What it means that a row belongs to a tenant: its base model and its manager (edge of the ORM)."""

from typing import Any, ClassVar, Generic, TypeVar

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Expression, F
from django.db.models.sql.compiler import SQLCompiler

from connectleads.tenancy.scope import current_scope, current_tenant_id

Row = TypeVar("Row", bound=models.Model)


class _InScope(Expression):
    """True for rows of the tenant in scope at the moment the query runs, whenever it was written down."""

    conditional = True
    output_field = models.BooleanField()

    def __init__(self) -> None:
        super().__init__()
        self._tenant: Any = F("tenant_id")

    def get_source_expressions(self) -> list[Any]:
        return [self._tenant]

    def set_source_expressions(self, exprs: Any) -> None:
        (self._tenant,) = exprs

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> tuple[str, tuple[Any, ...]]:
        scope = current_scope()
        if scope.tenant_id is None:
            return "TRUE", ()
        column, parameters = compiler.compile(self._tenant)
        return f"{column} = %s", (*parameters, scope.tenant_id)


class TenantManager(models.Manager[Row], Generic[Row]):
    """Every query names the tenant in scope, so that indexes and shards are found by it."""

    def get_queryset(self) -> models.QuerySet[Row]:
        """Rows of the tenant in scope; all rows inside `unscoped_all_tenants()`. Raises ScopeError when it runs."""
        return super().get_queryset().filter(_InScope())


class TenantOwned(models.Model):
    """Base of every table whose rows belong to one tenant; `tenant_id` leads its keys and indexes."""

    tenant = models.ForeignKey(
        "tenancy.Tenant", on_delete=models.CASCADE, db_index=False, default=current_tenant_id, related_name="+"
    )

    objects: ClassVar[TenantManager[Any]] = TenantManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"
        default_manager_name = "objects"


def is_tenant_owned(model: type[models.Model]) -> bool:
    """Whether the rows of `model` belong to one tenant."""
    return issubclass(model, TenantOwned)
