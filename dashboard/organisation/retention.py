"""How long an organisation keeps what: with what would go before it is saved, and what went (edge)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from connectleads.tenancy.audit import Actor
from connectleads.tenancy.purging import PurgedDay, purged_days
from connectleads.tenancy.retention import Lifetimes, RetentionFault, RetentionKind, faults, least_days
from connectleads.tenancy.tenant_settings import change_lifetimes, chosen_lifetimes
from dashboard.access import Member, admin_page
from enrichment.retention import preview

LOG_LINES = 60
KIND_WORDS: Mapping[RetentionKind, str | Promise] = {
    RetentionKind.PAGE_VIEWS: gettext_lazy("Page views"),
    RetentionKind.VISITS: gettext_lazy("Visits"),
    RetentionKind.LEADS: gettext_lazy("Leads without activity"),
    RetentionKind.RECEIPTS: gettext_lazy("Proof of consent, after its last use"),
    RetentionKind.REQUESTS: gettext_lazy("Receipts of visitors' requests"),
    RetentionKind.AUDIT: gettext_lazy("Audit"),
}
_FAULT_WORDS: Mapping[RetentionFault, str | Promise] = {
    RetentionFault.TOO_SHORT: gettext_lazy("At least %(least)d days."),
    RetentionFault.ABOVE_CEILING: gettext_lazy("This installation keeps it %(most)d days at the longest."),
    RetentionFault.VIEWS_OUTLIVE_VISITS: gettext_lazy("Page views cannot be kept longer than their visits."),
}


class RetentionForm(forms.Form):
    """Days for each kind of data."""

    def __init__(self, *args: object, kept: Lifetimes, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for kind in RetentionKind:
            least, most = least_days(kind), settings.RETENTION_CEILINGS[kind]
            self.fields[kind.value] = forms.IntegerField(
                label=str(KIND_WORDS[kind]),
                initial=kept.days[kind],
                help_text=_("%(least)d to %(most)d days") % {"least": least, "most": most},
                widget=forms.NumberInput(attrs={"min": least, "max": most, "inputmode": "numeric"}),
            )

    def clean(self) -> None:
        """The rules of connectleads.tenancy.retention, beside the field that they are about."""
        if self.errors:
            return
        for kind, fault in faults(self.days, settings.RETENTION_CEILINGS).items():
            values = {"least": least_days(kind), "most": settings.RETENTION_CEILINGS[kind]}
            self.add_error(kind.value, str(_FAULT_WORDS[fault]) % values)

    @property
    def days(self) -> dict[RetentionKind, int]:
        """What was filled in."""
        return {kind: self.cleaned_data[kind.value] for kind in RetentionKind}


@dataclass(frozen=True, slots=True)
class Goes:
    """How many rows of a kind would go at the next purge."""

    words: str | Promise
    rows: int


@dataclass(frozen=True, slots=True)
class RetentionPage:
    """The retention page. `goes` is the preview of what was filled in, empty when nothing was."""

    goes: tuple[Goes, ...]
    log: tuple[tuple[PurgedDay, str | Promise], ...]


@require_http_methods(["GET", "POST"])
@admin_page
def retention(request: HttpRequest, member: Member) -> HttpResponseBase:
    """Fill in, see what would go, and only then save."""
    kept = chosen_lifetimes(settings.RETENTION_CEILINGS)
    form = RetentionForm(request.POST or None, kept=kept)
    goes: tuple[Goes, ...] = ()
    if request.method == "POST" and form.is_valid():
        if "save" in request.POST:
            by = Actor.person(member.user)
            change_lifetimes(form.days, most=settings.RETENTION_CEILINGS, by=by)
            messages.success(request, _("Saved. What is older goes at the next daily purge."))
            return redirect("retention", slug=member.tenant.slug)
        counts = preview(Lifetimes(form.days), now=datetime.now(UTC))
        goes = tuple(Goes(KIND_WORDS[kind], rows) for kind, rows in counts.items())
    report = RetentionPage(goes=goes, log=tuple((one, KIND_WORDS[one.kind]) for one in purged_days(LOG_LINES)))
    context = {"member": member, "form": form, "report": report, "section": "settings", "tab": "retention"}
    return render(request, "organisation/retention.html", context)
