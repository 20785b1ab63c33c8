"""The proof that a visitor agreed: one receipt for each choice, without the cookie that showed it."""

from django.db import models

from connectleads.tenancy.keys import new_id
from connectleads.tenancy.owned import TenantOwned


class ConsentReceipt(TenantOwned):
    """What was agreed to, when, and by which evidence (GDPR art. 7(1)).

    `reference_hash` and `value_hash` are keyed hashes (HMAC-SHA256) of the platform's consent id and of the raw cookie
    value: they can prove equality later and reveal nothing by themselves.
    """

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    site_id = models.UUIDField()
    platform = models.CharField(max_length=40)
    level = models.CharField(max_length=1)
    gate_version = models.PositiveSmallIntegerField()
    statistics = models.BooleanField()
    marketing = models.BooleanField()
    choice_at = models.DateTimeField()
    choice_at_is_from_cookie = models.BooleanField()
    reference_hash = models.BinaryField(max_length=32)
    value_hash = models.BinaryField(max_length=32)
    received_at = models.DateTimeField()
    last_used_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta(TenantOwned.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("tenant", "site_id", "reference_hash", "statistics", "marketing"),
                name="receipt_once_per_choice",
            ),
            models.CheckConstraint(
                condition=models.Q(statistics=True) | models.Q(marketing=True), name="receipt_says_yes"
            ),
        )
