"""What is noted about a tenant: invitations, what was done by whom, what was purged, and who looked along."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from connectleads.tenancy.keys import new_id
from connectleads.tenancy.owned import TenantOwned


class AuditAction(models.TextChoices):
    """Everything that is written down about what people do. The values stay as they are: old rows hold them."""

    SIGNED_IN = "signed_in", _("Signed in")
    SIGN_IN_FAILED = "sign_in_failed", _("A sign-in failed")
    SECOND_FACTOR_ADDED = "second_factor_added", _("Second factor added")
    SECOND_FACTOR_REMOVED = "second_factor_removed", _("Second factor removed")
    PASSWORD_CHANGED = "password_changed", _("Password changed")
    TENANT_FOUNDED = "tenant_founded", _("Organisation started")
    SETTINGS_CHANGED = "settings_changed", _("Settings changed")
    SITE_CHANGED = "site_changed", _("Website changed")
    RETENTION_CHANGED = "retention_changed", _("Retention changed")
    PLAN_CHANGED = "plan_changed", _("Plan changed")
    PLAN_NEARLY_FULL = "plan_nearly_full", _("Near the plan's companies of the month")
    PLAN_FULL = "plan_full", _("The plan's companies of the month reached")
    MEMBER_INVITED = "member_invited", _("Member invited")
    INVITATION_WITHDRAWN = "invitation_withdrawn", _("Invitation withdrawn")
    MEMBER_JOINED = "member_joined", _("Member joined")
    ROLE_CHANGED = "role_changed", _("Role changed")
    MEMBER_REMOVED = "member_removed", _("Member removed")
    MEMBER_LEFT = "member_left", _("Member left")
    OWNERSHIP_TRANSFERRED = "ownership_transferred", _("Ownership transferred")
    RANGES_CHANGED = "ranges_changed", _("Own ranges changed")
    EXPORTED = "exported", _("Data exported")
    ERASED = "erased", _("Data erased")
    API_KEY_MADE = "api_key_made", _("API key made")
    API_KEY_REVOKED = "api_key_revoked", _("API key revoked")
    TEXT_PUBLISHED = "text_published", _("Privacy text published")
    AGREEMENT_ACCEPTED = "agreement_accepted", _("Processing agreement accepted")
    PRIVACY_PROFILE_CHANGED = "privacy_profile_changed", _("Details for privacy texts changed")
    DELETION_REQUESTED = "deletion_requested", _("Deletion of the organisation requested")
    DELETION_CANCELLED = "deletion_cancelled", _("Deletion of the organisation cancelled")
    STAFF_LOOK_BEGAN = "staff_look_began", _("Staff began to look along")
    STAFF_LOOK_ENDED = "staff_look_ended", _("Staff stopped looking along")
    STAFF_CHANGED = "staff_changed", _("Changed by staff")


class AuditEvent(TenantOwned):
    """That somebody did something. Rows are added and never changed: no role may update or delete them.

    `actor` is how the person was called then, since people leave; "" is the system itself. `details` holds words and
    numbers, never an address of a visitor.
    """

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    at = models.DateTimeField(auto_now_add=True)
    action = models.CharField(max_length=30)
    actor_id = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=254, blank=True)
    is_staff = models.BooleanField(default=False)
    about = models.CharField(max_length=300, blank=True)
    details = models.JSONField(default=dict)

    class Meta(TenantOwned.Meta):
        indexes = (models.Index(fields=("tenant", "-at"), name="audit_by_time"),)


class Invitation(TenantOwned):
    """That an e-mail address may join a tenant until a time. Of its link only a hash is kept."""

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    email = models.EmailField()
    role = models.CharField(max_length=10)
    token_hash = models.BinaryField(max_length=32)
    invited_by = models.CharField(max_length=254)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    class Meta(TenantOwned.Meta):
        constraints = (
            models.UniqueConstraint(fields=("tenant", "email"), name="invitation_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=("owner", "admin", "member", "viewer")), name="invitation_role_known"
            ),
        )


class RetentionChoice(TenantOwned):
    """How many days a tenant keeps one kind of data (connectleads.tenancy.retention)."""

    pk = models.CompositePrimaryKey("tenant_id", "kind")
    kind = models.CharField(max_length=20)
    days = models.PositiveIntegerField()
    changed_at = models.DateTimeField(auto_now=True)


class Purge(TenantOwned):
    """How many rows of one kind were removed on a day because they were older than the tenant keeps them."""

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    at = models.DateTimeField(auto_now_add=True)
    kind = models.CharField(max_length=20)
    older_than = models.DateTimeField()
    rows = models.PositiveBigIntegerField()

    class Meta(TenantOwned.Meta):
        indexes = (models.Index(fields=("tenant", "-at"), name="purge_by_time"),)


class StaffLook(TenantOwned):
    """That a member of the installation's staff looks along in a tenant, reading only, until a time."""

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    staff_id = models.BigIntegerField()
    staff = models.CharField(max_length=254)
    reason = models.CharField(max_length=300)
    began_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta(TenantOwned.Meta):
        indexes = (models.Index(fields=("tenant", "-began_at"), name="staff_look_by_time"),)


class StaffEvent(models.Model):
    """What the installation's staff did that belongs to no tenant. Rows are added and never changed, as in the audit.

    `staff` is "" for whoever typed a command on the server.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField(auto_now_add=True)
    action = models.CharField(max_length=30)
    staff_id = models.BigIntegerField(null=True)
    staff = models.CharField(max_length=254, blank=True)
    about = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = (models.Index(fields=("-at",), name="staff_event_by_time"),)


class ApiKey(TenantOwned):
    """A key with which a program reads a tenant's leads. Only its hash is kept; `hint` are its first letters."""

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    name = models.CharField(max_length=80)
    hint = models.CharField(max_length=12)
    key_hash = models.BinaryField(max_length=32)
    created_by = models.CharField(max_length=254)
    created_at = models.DateTimeField(auto_now_add=True)
    last_used_on = models.DateField(null=True, blank=True)

    class Meta(TenantOwned.Meta):
        constraints = (models.UniqueConstraint(fields=("tenant", "key_hash"), name="api_key_once"),)
