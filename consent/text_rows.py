"""Published texts, who accepted them, and what visitors were given as proof; rows are added and never changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from connectleads.tenancy.keys import new_id
from connectleads.tenancy.owned import TenantOwned


class PrivacyProfile(TenantOwned):
    """What a tenant says about itself in its documents, and what its settings cannot tell. One row a tenant."""

    pk = models.CompositePrimaryKey("tenant_id", "singleton")
    singleton = models.BooleanField(default=True, editable=False)
    legal_name = models.CharField(max_length=160, blank=True)
    address = models.CharField(max_length=240, blank=True)
    contact = models.CharField(max_length=160, blank=True)
    officer = models.CharField(max_length=160, blank=True)
    recipients = models.CharField(max_length=400, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta(TenantOwned.Meta):
        constraints = (models.CheckConstraint(condition=models.Q(singleton=True), name="privacy_profile_once"),)


class PublishedText(TenantOwned):
    """A text as it stood from `published_at` on, in both languages, with the facts that it was made from.

    `subject` is a website's key, or "" for a text of the whole tenant. `fingerprint` is SHA-256 over `facts`.
    `documents` holds the document by language; `settings_versions` the numbers of the consent settings by website.
    """

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=16, blank=True)
    version = models.PositiveIntegerField()
    facts = models.JSONField()
    fingerprint = models.BinaryField(max_length=32)
    documents = models.JSONField()
    settings_versions = models.JSONField(default=dict)
    gate_version = models.PositiveSmallIntegerField()
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=254)

    class Meta(TenantOwned.Meta):
        constraints = (
            models.UniqueConstraint(fields=("tenant", "kind", "subject", "version"), name="published_text_once"),
        )


class TextNotice(TenantOwned):
    """That owners were mailed that a text no longer matches its facts; once for each state of the facts."""

    pk = models.CompositePrimaryKey("tenant_id", "kind", "subject", "fingerprint")
    kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=16, blank=True)
    fingerprint = models.BinaryField(max_length=32)
    noticed_at = models.DateTimeField()

    class Meta(TenantOwned.Meta):
        pass


class Acceptance(TenantOwned):
    """That a member who may bind the tenant accepted a version of the processing agreement (GDPR art. 28(9))."""

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    text_id = models.UUIDField()
    version = models.PositiveIntegerField()
    accepted_at = models.DateTimeField()
    member_id = models.BigIntegerField()
    email = models.EmailField()
    name = models.CharField(max_length=120)
    position = models.CharField(max_length=120)

    class Meta(TenantOwned.Meta):
        constraints = (models.UniqueConstraint(fields=("tenant", "text_id"), name="acceptance_once"),)


class VisitorRequest(models.TextChoices):
    """What a visitor asked for on the page of a website."""

    ERASE = "erase", _("Erased")
    WITHDRAW = "withdraw", _("Withdrawn and erased")


class VisitorReceipt(TenantOwned):
    """Proof for a visitor that something was erased. It names nobody: whoever has the number can look it up.

    `number_hash` is SHA-256 of the receipt's number. `visits` and `receipts` are how many went; None until it is done.
    """

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    site_id = models.UUIDField()
    number_hash = models.BinaryField(max_length=32)
    request = models.CharField(max_length=10, choices=VisitorRequest)
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    visits = models.PositiveIntegerField(null=True, blank=True)
    receipts = models.PositiveIntegerField(null=True, blank=True)

    class Meta(TenantOwned.Meta):
        constraints = (models.UniqueConstraint(fields=("tenant", "number_hash"), name="visitor_receipt_once"),)
