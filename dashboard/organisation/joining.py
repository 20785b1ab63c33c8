"""Starting an organisation, and joining one by an invitation (edge)."""

from datetime import UTC, datetime

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from connectleads.tenancy.founding import found_tenant
from connectleads.tenancy.invitations import JoinOutcome, OpenInvitation, join, open_invitation
from connectleads.tenancy.invited import forget_invitation, remember_invitation
from connectleads.tenancy.models import User


class NewOrganisation(forms.Form):
    """What an organisation is called."""

    name = forms.CharField(label=gettext_lazy("Organisation"), max_length=120)

    def clean_name(self) -> str:
        """With at least one letter or digit, so that it gets an address."""
        name = str(self.cleaned_data["name"]).strip()
        if not any(character.isalnum() for character in name):
            raise forms.ValidationError(_("Give a name with at least one letter or digit."))
        return name


@require_http_methods(["GET", "POST"])
@login_required
def new_organisation(request: HttpRequest) -> HttpResponseBase:
    """Start another organisation, where sign-up is open."""
    assert isinstance(request.user, User)
    if not settings.SIGN_UP_IS_OPEN:
        raise PermissionDenied
    form = NewOrganisation(request.POST or None)
    if request.method == "POST" and form.is_valid():
        tenant = found_tenant(form.cleaned_data["name"], request.user)
        return redirect("leads", slug=tenant.slug)
    return render(request, "organisation/new.html", {"form": form})


@require_http_methods(["GET", "POST"])
@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponseBase:
    """What an invitation's link opens: sign in or make an account, and then join by a click."""
    found = open_invitation(token, now=datetime.now(UTC))
    if found is None:
        return render(request, "organisation/invitation_gone.html", status=404)
    if not isinstance(request.user, User):
        return _for_nobody(request, found)
    if request.method == "POST":
        outcome = join(token, who=request.user, now=datetime.now(UTC))
        if outcome is JoinOutcome.JOINED:
            forget_invitation(request)
            messages.success(request, _("You now belong to %(name)s.") % {"name": found.tenant_name})
            return redirect("leads", slug=found.slug)
    is_theirs = request.user.email.lower() == found.email.lower()
    return render(request, "organisation/invitation.html", {"invitation": found, "is_theirs": is_theirs})


def _for_nobody(request: HttpRequest, found: OpenInvitation) -> HttpResponseBase:
    remember_invitation(request, found.email)
    onwards = urlencode({"next": request.path})
    links = {
        "sign_up_url": f"{reverse('account_signup')}?{onwards}",
        "sign_in_url": f"{reverse('account_login')}?{onwards}",
    }
    return render(request, "organisation/invitation.html", {"invitation": found, **links})
