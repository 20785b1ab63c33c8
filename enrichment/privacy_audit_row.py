"""The outcome of an audit of the installation itself; it belongs to no tenant and names nobody."""

from django.db import models

from connectleads.tenancy.keys import new_id


class PrivacyAudit(models.Model):
    """An audit of one day. `report` holds its checks: where something was found and of what kind, never the value."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    made_at = models.DateTimeField(db_index=True)
    passed = models.BooleanField()
    report = models.JSONField()
