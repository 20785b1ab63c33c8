"""What an objection took away from a tenant, kept out of everybody's sight until staff looked at the objection."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from connectleads.tenancy.keys import new_id
from connectleads.tenancy.owned import TenantOwned


class RestrictedLead(TenantOwned):
    """A lead as it was: its row, the rows that hung on it by table, and its visits with the network of each.

    Among the rows are those of its sums that came of visits purged before.

    GDPR art. 18(1)(d): while an objection is looked into, the data is kept and not used. The web process may not read
    this table. `objection_id` is of a shared table; without `lead` the tenant had visits and no lead.
    """

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    objection_id = models.UUIDField()
    company = models.ForeignKey("enrichment.Company", on_delete=models.CASCADE, related_name="+", db_index=False)
    lead = models.JSONField(null=True)
    hung = models.JSONField(default=dict)
    visits = ArrayField(models.UUIDField(), default=list)
    networks = ArrayField(models.UUIDField(), default=list)
    last_seen_at = models.DateTimeField()

    class Meta(TenantOwned.Meta):
        pass
