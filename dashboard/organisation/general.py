"""The name of an organisation, what counts as a lead, its time zone, and whether a second factor is asked (edge)."""

from zoneinfo import available_timezones

from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from connectleads.tenancy.audit import Actor
from connectleads.tenancy.models import Tenant
from connectleads.tenancy.tenant_settings import change_settings
from dashboard.access import Member, admin_page

ZONES = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/")))


class TenantForm(forms.ModelForm):  # type: ignore[type-arg]  # it takes no type argument when it runs
    """What owners and admins may change about their organisation."""

    time_zone = forms.ChoiceField(label=gettext_lazy("Time zone"), choices=[(zone, zone) for zone in ZONES])

    class Meta:
        model = Tenant
        fields = ("name", "time_zone", "shows_education", "shows_government", "requires_second_factor")
        labels = {
            "name": gettext_lazy("Name"),
            "shows_education": gettext_lazy("Schools and universities count as leads"),
            "shows_government": gettext_lazy("Public bodies count as leads"),
            "requires_second_factor": gettext_lazy("Every member needs a second factor to come in"),
        }

    def __init__(self, *args: object, has_second_factor: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._has_second_factor = has_second_factor

    def clean_requires_second_factor(self) -> bool:
        """Nobody shuts the door behind which they stand themselves."""
        asked = bool(self.cleaned_data["requires_second_factor"])
        if asked and not self.instance.requires_second_factor and not self._has_second_factor:
            raise forms.ValidationError(_("Add a second factor to your own account first."))
        return asked


@require_http_methods(["GET", "POST"])
@admin_page
def general(request: HttpRequest, member: Member) -> HttpResponseBase:
    """The general settings."""
    form = TenantForm(request.POST or None, instance=member.tenant, has_second_factor=is_mfa_enabled(request.user))
    if request.method == "POST" and form.is_valid():
        change_settings({name: form.cleaned_data[name] for name in form.changed_data}, by=Actor.person(member.user))
        messages.success(request, _("Your settings are saved."))
        return redirect("organisation", slug=member.tenant.slug)
    if form.errors:
        member.tenant.refresh_from_db()
    context = {"member": member, "form": form, "section": "settings", "tab": "general"}
    return render(request, "organisation/general.html", context)
