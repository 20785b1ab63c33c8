"""Keys for programs: made, shown once, revoked (edge)."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from connectleads.tenancy.api_keys import api_keys, make_key, revoke_key
from dashboard.access import Member, admin_page


class KeyForm(forms.Form):
    """What the key is for."""

    name = forms.CharField(label=gettext_lazy("What is it for"), max_length=80)


@require_http_methods(["GET", "POST"])
@admin_page
def keys(request: HttpRequest, member: Member) -> HttpResponseBase:
    """The keys there are; a new one is shown on the answer that makes it, and never again."""
    form, made = KeyForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        made = make_key(form.cleaned_data["name"], by=member.user)
        form = KeyForm()
        if made is None:
            messages.error(request, _("You have as many keys as you may have. Revoke one first."))
    context = {"member": member, "form": form, "keys": api_keys(), "made": made, "section": "settings", "tab": "keys"}
    return render(request, "organisation/keys.html", context)


@require_POST
@admin_page
def revoke(request: HttpRequest, member: Member, key_id: UUID) -> HttpResponseBase:
    """Make a key useless at once."""
    if not revoke_key(key_id, by=member.user):
        raise Http404
    messages.success(request, _("The key no longer works."))
    return redirect("api_keys", slug=member.tenant.slug)
