"""Who belongs to an organisation: inviting, roles, leaving, and handing it over (edge)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from connectleads.tenancy.invitations import InviteOutcome, invite, withdraw_invitation
from connectleads.tenancy.mail import send_designed_mail
from connectleads.tenancy.member_list import Colleague, PendingInvitation, colleagues, pending_invitations
from connectleads.tenancy.membership import MemberChange, change_role, leave, remove_member, transfer_ownership
from connectleads.tenancy.models import MemberRole
from connectleads.tenancy.plan_limits import seats_left
from dashboard.access import Member, admin_page, member_page, owner_page

_INVITE_WORDS: Mapping[InviteOutcome, str | Promise] = {
    InviteOutcome.IS_MEMBER: gettext_lazy("That person belongs to your organisation already."),
    InviteOutcome.NOT_ALLOWED: gettext_lazy("Only an owner makes somebody an owner."),
    InviteOutcome.TOO_MANY: gettext_lazy("So many invitations went out that we wait an hour. Nobody was invited."),
    InviteOutcome.NO_SEAT: gettext_lazy("Your plan has no seat left. Nobody was invited."),
}
_CHANGE_WORDS: Mapping[MemberChange, str | Promise] = {
    MemberChange.DONE: gettext_lazy("The members of your organisation have changed."),
    MemberChange.NOT_ALLOWED: gettext_lazy("Only an owner may do that. Nothing has changed."),
    MemberChange.LAST_OWNER: gettext_lazy("An organisation needs an owner. Make somebody else one first."),
}


@dataclass(frozen=True, slots=True)
class MembersPage:
    """The members page. `seats_left` is None without a limit; `roles` are those that the reader may give."""

    colleagues: tuple[Colleague, ...]
    invitations: tuple[PendingInvitation, ...]
    seats_left: int | None
    roles: tuple[MemberRole, ...]


class InviteForm(forms.Form):
    """Whom to invite, and as what."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=MemberRole.choices, initial=MemberRole.MEMBER)


@require_GET
@member_page
def members(request: HttpRequest, member: Member) -> HttpResponseBase:
    """Everybody who belongs here; owners and admins arrange it."""
    return _page(request, member, InviteForm())


@require_POST
@admin_page
def invite_member(request: HttpRequest, member: Member) -> HttpResponseBase:
    """Invite somebody by mail."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _page(request, member, form)
    role = MemberRole(form.cleaned_data["role"])
    outcome, token = invite(
        form.cleaned_data["email"], role, by=member.user, as_role=member.belonging.role, now=datetime.now(UTC)
    )
    if outcome is not InviteOutcome.SENT:
        messages.error(request, str(_INVITE_WORDS[outcome]))
        return redirect("members", slug=member.tenant.slug)
    link = settings.PUBLIC_URL + reverse("invitation", kwargs={"token": token})
    context = {"link": link, "tenant": member.tenant.name, "by": str(member.user), "role": role.label}
    send_designed_mail("invitation", form.cleaned_data["email"].lower(), context, otherwise=member.user.language)
    messages.success(request, _("An invitation is on its way to %(email)s.") % {"email": form.cleaned_data["email"]})
    return redirect("members", slug=member.tenant.slug)


@require_POST
@admin_page
def withdraw(request: HttpRequest, member: Member, invitation_id: UUID) -> HttpResponseBase:
    """Take an invitation back: its link no longer works."""
    if not withdraw_invitation(invitation_id, by=member.user):
        raise Http404
    messages.success(request, _("The invitation is withdrawn."))
    return redirect("members", slug=member.tenant.slug)


@require_POST
@admin_page
def role(request: HttpRequest, member: Member, member_id: UUID) -> HttpResponseBase:
    """Give a member another role."""
    asked = request.POST.get("role", "")
    if asked not in MemberRole.values:
        raise Http404
    outcome = change_role(member_id, MemberRole(asked), by=member.user, as_role=member.belonging.role)
    return _told(request, member, outcome)


@require_POST
@admin_page
def remove(request: HttpRequest, member: Member, member_id: UUID) -> HttpResponseBase:
    """Take a member out of the organisation."""
    return _told(request, member, remove_member(member_id, by=member.user, as_role=member.belonging.role))


@require_POST
@owner_page
def transfer(request: HttpRequest, member: Member, member_id: UUID) -> HttpResponseBase:
    """Hand the organisation over to another member."""
    return _told(request, member, transfer_ownership(member_id, by=member.user))


@require_POST
@member_page
def leave_tenant(request: HttpRequest, member: Member) -> HttpResponseBase:
    """Leave the organisation."""
    outcome = leave(who=member.user)
    if outcome is not MemberChange.DONE:
        return _told(request, member, outcome)
    messages.success(request, _("You have left %(name)s.") % {"name": member.tenant.name})
    return redirect("home")


def _told(request: HttpRequest, member: Member, outcome: MemberChange) -> HttpResponseBase:
    if outcome is MemberChange.NO_SUCH_MEMBER:
        raise Http404
    tell = messages.success if outcome is MemberChange.DONE else messages.error
    tell(request, str(_CHANGE_WORDS[outcome]))
    return redirect("members", slug=member.tenant.slug)


def _page(request: HttpRequest, member: Member, form: InviteForm) -> HttpResponseBase:
    now = datetime.now(UTC)
    report = MembersPage(
        colleagues=colleagues(),
        invitations=pending_invitations(now=now),
        seats_left=seats_left(now=now),
        roles=tuple(role for role in MemberRole if member.belonging.role.may_appoint(role)),
    )
    form.fields["role"].choices = [(role.value, role.label) for role in report.roles]  # type: ignore[attr-defined]
    context = {"member": member, "report": report, "form": form, "section": "settings", "tab": "members"}
    return render(request, "organisation/members.html", context)
