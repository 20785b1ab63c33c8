"""People, tenants, who belongs to which, and the websites they measure."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from connectleads.tenancy.keys import new_id, new_site_key
from connectleads.tenancy.owned import TenantOwned
from connectleads.tenancy.records import (
    ApiKey,
    AuditAction,
    AuditEvent,
    Invitation,
    Purge,
    RetentionChoice,
    StaffEvent,
    StaffLook,
)

__all__ = [
    "ApiKey",
    "AuditAction",
    "AuditEvent",
    "Invitation",
    "MemberRole",
    "Membership",
    "Plan",
    "Purge",
    "Purpose",
    "RetentionChoice",
    "Site",
    "StaffEvent",
    "StaffLook",
    "Tenant",
    "User",
]


class UserManager(BaseUserManager["User"]):
    """Creates users by e-mail address, which is compared without regard to case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A new user, made by somebody who vouches for the address. Without a password nobody can sign in with one."""
        from allauth.account.models import EmailAddress

        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A new member of the installation's staff."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user with that e-mail address, in whatever case it was typed. Raises User.DoesNotExist."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in, by e-mail address. Belongs to tenants through memberships."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    wanted_tenant = models.CharField(max_length=120, blank=True)  # founded once the address is verified
    language = models.CharField(max_length=2, blank=True, default="", db_default="")  # "" until the first sign-in

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(language__in=("", "nl", "en")), name="user_language_spoken"),
        )

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def initials(self) -> str:
        """One or two letters for the tile that stands for this person."""
        words = [word for word in (self.name or self.email.partition("@")[0]).split() if word[0].isalpha()]
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper() or "?"


class Plan(models.Model):
    """How much a tenant may use; a limit of None is none. `is_default` is what a new tenant gets."""

    key = models.SlugField(primary_key=True, max_length=30)
    name = models.CharField(max_length=60)
    companies_per_month = models.PositiveIntegerField(null=True, blank=True)
    sites = models.PositiveIntegerField(null=True, blank=True)
    seats = models.PositiveIntegerField(null=True, blank=True)
    is_default = models.BooleanField(default=False)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order", "key")
        constraints = (
            models.UniqueConstraint(fields=("is_default",), condition=models.Q(is_default=True), name="plan_default"),
        )

    def __str__(self) -> str:
        return self.name


class Tenant(models.Model):
    """One customer of this installation. Its row is visible inside its own scope only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    time_zone = models.CharField(max_length=60, default="Europe/Amsterdam")
    shows_education = models.BooleanField(default=False)
    shows_government = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    suspended_at = models.DateTimeField(null=True, blank=True)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    requires_second_factor = models.BooleanField(default=False)
    deletion_requested_at = models.DateTimeField(null=True, blank=True)
    deletion_due_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class MemberRole(models.TextChoices):
    """What a member may do in a tenant, from most to least."""

    OWNER = "owner", _("Owner")
    ADMIN = "admin", _("Admin")
    MEMBER = "member", _("Member")
    VIEWER = "viewer", _("Viewer")

    @property
    def may_edit(self) -> bool:
        """Whether this role may change leads."""
        return self is not MemberRole.VIEWER

    @property
    def may_administer(self) -> bool:
        """Whether this role may change members, settings and retention, and read the audit."""
        return self in (MemberRole.OWNER, MemberRole.ADMIN)

    @property
    def may_own(self) -> bool:
        """Whether this role may transfer or delete the tenant, and make owners."""
        return self is MemberRole.OWNER

    def may_appoint(self, role: "MemberRole") -> bool:
        """Whether this role may give `role` to others, or take it from them."""
        return self.may_own or (self.may_administer and not role.may_own)


class Membership(TenantOwned):
    """That a person belongs to a tenant, and as what."""

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", db_index=False)
    role = models.CharField(max_length=10, choices=MemberRole, default=MemberRole.MEMBER)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(TenantOwned.Meta):
        constraints = (
            models.UniqueConstraint(fields=("tenant", "user"), name="membership_once"),
            models.CheckConstraint(condition=models.Q(role__in=MemberRole.values), name="membership_role_known"),
        )


class Purpose(models.TextChoices):
    """What a visitor must have agreed to before a hit may be recorded."""

    MARKETING = "marketing", _("Marketing")
    STATISTICS = "statistics", _("Statistics")


class Site(TenantOwned):
    """A website of a tenant, and what its consent banner must have said before anything is recorded.

    `hosts` are the names on which the snippet may run, in lower case without a port; a name covers no subdomain.
    `mapping` holds the site's own names of categories: {"statistics": […], "marketing": […]}. The database numbers the
    consent settings itself (`policy_version`) and keeps each version with its date. `verifying_until` is how long the
    owner is told why a request was refused.
    A company of which we are less sure than `min_confidence` stays unknown on this site.
    """

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    key = models.CharField(max_length=16, default=new_site_key, editable=False)
    name = models.CharField(max_length=120)
    hosts = ArrayField(models.CharField(max_length=253))
    platform = models.CharField(max_length=40, default="cookiebot")
    purpose = models.CharField(max_length=12, choices=Purpose, default=Purpose.MARKETING)
    max_age_days = models.PositiveSmallIntegerField(default=180)
    honours_dnt = models.BooleanField(default=False)
    mapping = models.JSONField(default=dict, blank=True)
    purpose_reason = models.CharField(max_length=400, blank=True)
    tcf_mode = models.CharField(max_length=8, blank=True)
    tcf_vendor_id = models.PositiveIntegerField(null=True, blank=True)
    min_revision = models.PositiveIntegerField(default=0)
    regions = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    optin_checked_by = models.CharField(max_length=120, blank=True)
    optin_checked_on = models.DateField(null=True, blank=True)
    banner_snapshot_id = models.UUIDField(null=True, blank=True)
    listed_by = models.CharField(max_length=120, blank=True)
    listed_on = models.DateField(null=True, blank=True)
    min_confidence = models.FloatField(default=0.6, db_default=0.6)
    policy_version = models.PositiveIntegerField(default=1, editable=False)
    hash_routes = models.BooleanField(default=False)
    shows_own_banner = models.BooleanField(default=True)
    banner_organisation = models.CharField(max_length=120, blank=True)
    privacy_url = models.CharField(max_length=300, blank=True)
    verifying_until = models.DateTimeField(null=True, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta(TenantOwned.Meta):
        constraints = (
            models.UniqueConstraint(fields=("tenant", "key"), name="site_key_once"),
            models.CheckConstraint(condition=models.Q(max_age_days__range=(1, 365)), name="site_max_age_within_a_year"),
            models.CheckConstraint(condition=models.Q(purpose__in=Purpose.values), name="site_purpose_known"),
            models.CheckConstraint(
                condition=models.Q(min_confidence__range=(0.6, 0.95)), name="site_min_confidence_is_no_guess"
            ),
            models.CheckConstraint(
                condition=models.Q(tcf_mode__in=("", "vendor", "purposes")), name="site_tcf_mode_known"
            ),
        )

    def __str__(self) -> str:
        return self.name
