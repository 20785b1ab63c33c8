"""The proof that a visitor agreed: one receipt for each choice, without the cookie that showed it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from connectleads.tenancy.keys import new_id
from connectleads.tenancy.owned import TenantOwned
from consent.text_rows import (
    Acceptance,
    PrivacyProfile,
    PublishedText,
    TextNotice,
    VisitorReceipt,
    VisitorRequest,
)

__all__ = [
    "Acceptance",
    "BannerSnapshot",
    "ConsentReceipt",
    "PolicyVersion",
    "PrivacyProfile",
    "PublishedText",
    "TextNotice",
    "VisitorReceipt",
    "VisitorRequest",
    "WithdrawReason",
]


class WithdrawReason(models.TextChoices):
    """Who ended a consent, and how."""

    VISITOR = "visitor", _("The visitor withdrew")
    ERASURE = "erasure", _("The visitor asked for erasure")


class PolicyVersion(TenantOwned):
    """What a site asked of evidence from one moment on. The database writes it whenever those settings change."""

    pk = models.CompositePrimaryKey("tenant_id", "site_id", "version")
    site_id = models.UUIDField()
    version = models.PositiveIntegerField()
    policy = models.JSONField()
    made_at = models.DateTimeField()

    class Meta(TenantOwned.Meta):
        pass


class BannerSnapshot(TenantOwned):
    """What a site's banner showed on some day: its text, and a picture where one was added. Never changed afterwards.

    `content_hash` is the SHA-256 of the text and the picture.
    """

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    site_id = models.UUIDField()
    taken_at = models.DateTimeField()
    taken_by = models.CharField(max_length=120)
    page_url = models.CharField(max_length=500, blank=True)
    text = models.TextField()
    picture = models.BinaryField(null=True, blank=True)
    picture_type = models.CharField(max_length=20, blank=True)
    content_hash = models.BinaryField(max_length=32)

    class Meta(TenantOwned.Meta):
        indexes = (models.Index(fields=("tenant", "site_id", "-taken_at"), name="snapshot_by_site"),)


class ConsentReceipt(TenantOwned):
    """What was agreed to, when, and by which evidence (GDPR art. 7(1)).

    `reference_hash` and `value_hash` are keyed hashes (HMAC-SHA256) of the platform's consent id and of the raw cookie
    value: they can prove equality later and reveal nothing by themselves. `choice_hash` makes two receipts of one
    choice impossible; a choice that was withdrawn and made again is another one. `policy_version` names the site's
    settings in force, `revision` the version of the banner's text where the platform keeps one. `is_attested` says that
    the platform's script interface answered and no cookie showed it.
    """

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    site_id = models.UUIDField()
    policy_version = models.PositiveIntegerField()
    platform = models.CharField(max_length=40)
    level = models.CharField(max_length=1)
    gate_version = models.PositiveSmallIntegerField()
    statistics = models.BooleanField()
    marketing = models.BooleanField()
    choice_at = models.DateTimeField()
    choice_at_is_from_cookie = models.BooleanField()
    reference_hash = models.BinaryField(max_length=32)
    value_hash = models.BinaryField(max_length=32)
    choice_hash = models.BinaryField(max_length=32)
    revision = models.CharField(max_length=80, blank=True)
    is_attested = models.BooleanField()
    received_at = models.DateTimeField()
    last_used_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdraw_reason = models.CharField(max_length=12, blank=True, choices=WithdrawReason)

    class Meta(TenantOwned.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("tenant", "site_id", "choice_hash"),
                condition=models.Q(withdrawn_at__isnull=True),
                name="receipt_once_per_choice",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at__isnull=True, withdraw_reason="")
                | (models.Q(withdrawn_at__isnull=False) & ~models.Q(withdraw_reason="")),
                name="receipt_withdrawn_with_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(statistics=True) | models.Q(marketing=True), name="receipt_says_yes"
            ),
        )
        indexes = (models.Index(fields=("tenant", "site_id", "policy_version"), name="receipt_by_policy"),)
