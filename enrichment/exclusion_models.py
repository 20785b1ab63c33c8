"""What a tenant does not want to see among its leads."""

from django.db import models

from connectleads.tenancy.keys import new_id
from connectleads.tenancy.owned import TenantOwned
from enrichment.exclusions import ExclusionKind


class Exclusion(TenantOwned):
    """One rule. `value` is a CIDR block, a company's id, a country's code, a path or a browser, as `kind` says.

    `label` is how the value reads to people. The rule holds from `created_at` on; `applied_at` is when it was applied
    to what had been recorded before, None when it never was.
    """

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in ExclusionKind])
    value = models.CharField(max_length=500)
    label = models.CharField(max_length=500)
    because = models.CharField(max_length=12)
    created_by_id = models.BigIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta(TenantOwned.Meta):
        constraints = (
            models.UniqueConstraint(fields=("tenant", "kind", "value"), name="exclusion_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[one.value for one in ExclusionKind]), name="exclusion_kind_known"
            ),
        )
