"""What follows when something happens with an account: a tenant is founded, the audit is written (edge of signals)."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed, password_changed, password_reset, user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_login_failed
from django.db.models.signals import pre_save
from django.dispatch import receiver

from connectleads.accounts.coarse_address import coarse
from connectleads.tenancy.audit import Actor, record
from connectleads.tenancy.founding import found_wanted_tenant
from connectleads.tenancy.models import AuditAction, User
from connectleads.tenancy.queries import tenants_of
from connectleads.tenancy.scope import tenant_scope
from connectleads.tenancy.staff_log import StaffAction, note_staff


def note(user: User, action: AuditAction, *, about: str = "") -> None:
    """Write it down for every tenant that a person belongs to, and for staff: each must be able to see it."""
    if user.is_staff:
        note_staff(StaffAction(action.value), user, about=about)
    for belonging in tenants_of(user.pk):
        with tenant_scope(belonging.tenant_id):
            record(action, Actor.person(user), about=about)


@receiver(email_confirmed)
def found_what_was_asked_for(email_address: EmailAddress, **_: Any) -> None:
    """A tenant begins when its owner's address is proven, so that nobody starts one in another's name."""
    found_wanted_tenant(email_address.user)


@receiver(user_logged_in)
def note_sign_in(user: User, **_: Any) -> None:
    """With a password, a passkey, or another account; after the second factor."""
    found_wanted_tenant(user)  # an invited address is proven before anything is confirmed
    note(user, AuditAction.SIGNED_IN)


@receiver(user_login_failed)
def note_failed_sign_in(credentials: dict[str, Any], **_: Any) -> None:
    """A wrong password for an account that exists; allauth's rate limits bound how often."""
    user = User.objects.filter(email=str(credentials.get("email", "")).lower()).first()
    if user is not None:
        note(user, AuditAction.SIGN_IN_FAILED)


@receiver(password_changed)
@receiver(password_reset)
def note_password(user: User, **_: Any) -> None:
    """Changed by its owner, or by a link from a mail."""
    note(user, AuditAction.PASSWORD_CHANGED)


@receiver(authenticator_added)
def note_factor_added(user: User, authenticator: Authenticator, **_: Any) -> None:
    """A passkey, an authenticator app or recovery codes."""
    note(user, AuditAction.SECOND_FACTOR_ADDED, about=authenticator.type)


@receiver(authenticator_removed)
def note_factor_removed(user: User, authenticator: Authenticator, **_: Any) -> None:
    """The other way round."""
    note(user, AuditAction.SECOND_FACTOR_REMOVED, about=authenticator.type)


@receiver(pre_save, sender=UserSession)
def keep_only_the_network(instance: UserSession, **_: Any) -> None:
    """A list of sessions needs to tell home from elsewhere, not the exact address."""
    instance.ip = coarse(str(instance.ip))
