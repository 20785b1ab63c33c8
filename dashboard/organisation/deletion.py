"""The end of an organisation: what would be deleted, the time to think again, and taking it back (edge)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from connectleads.tenancy.deletion import cancel_deletion, request_deletion
from connectleads.tenancy.mail import send_designed_mail
from connectleads.tenancy.member_list import colleagues
from connectleads.tenancy.tenant_purge import row_counts
from dashboard.access import Member, owner_page

_TABLE_WORDS: Mapping[str, str | Promise] = {
    "enrichment_lead": gettext_lazy("Leads"),
    "tracking_visit": gettext_lazy("Visits"),
    "tracking_pageview": gettext_lazy("Page views"),
    "consent_consentreceipt": gettext_lazy("Proofs of consent"),
    "tenancy_site": gettext_lazy("Websites"),
    "tenancy_membership": gettext_lazy("Members"),
    "tenancy_auditevent": gettext_lazy("Lines of the audit"),
}


@dataclass(frozen=True, slots=True)
class DeletionPage:
    """The deletion page: what there is, the rest as one number, and until when one may think again."""

    counts: tuple[tuple[str | Promise, int], ...]
    other: int
    grace_days: int


class NameForm(forms.Form):
    """The organisation's name, typed over."""

    name = forms.CharField(label=gettext_lazy("Type the name of the organisation"), max_length=120)

    def __init__(self, *args: object, expected: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._expected = expected

    def clean_name(self) -> str:
        """Exactly as it is written."""
        name = str(self.cleaned_data["name"]).strip()
        if name != self._expected:
            raise forms.ValidationError(_("That is not its name."))
        return name


@require_http_methods(["GET", "POST"])
@owner_page
def delete_tenant(request: HttpRequest, member: Member) -> HttpResponseBase:
    """Show what there is; delete after the time of grace once the name is typed over."""
    form = NameForm(request.POST or None, expected=member.tenant.name)
    if request.method == "POST" and form.is_valid() and member.tenant.deletion_due_at is None:
        grace = timedelta(days=settings.DELETION_GRACE_DAYS)
        due = request_deletion(by=member.user, now=datetime.now(UTC), grace=grace)
        for one in colleagues():
            if one.role.may_own:
                context = {
                    "tenant": member.tenant.name,
                    "by": member.user.email,
                    "due": due,
                    "slug": member.tenant.slug,
                }
                send_designed_mail("deletion_requested", one.email, context)
        messages.success(request, _("The organisation will be deleted. Until then you can keep it after all."))
        return redirect("delete_tenant", slug=member.tenant.slug)
    context = {"member": member, "form": form, "report": _report(), "section": "settings", "tab": "delete"}
    return render(request, "organisation/delete.html", context)


@require_POST
@owner_page
def keep_tenant(request: HttpRequest, member: Member) -> HttpResponseBase:
    """Keep the organisation after all."""
    if cancel_deletion(by=member.user):
        messages.success(request, _("The organisation stays."))
    return redirect("delete_tenant", slug=member.tenant.slug)


def _report() -> DeletionPage:
    counts = row_counts()
    named = tuple((words, counts.get(table, 0)) for table, words in _TABLE_WORDS.items())
    other = sum(number for table, number in counts.items() if table not in _TABLE_WORDS)
    return DeletionPage(counts=named, other=other, grace_days=settings.DELETION_GRACE_DAYS)
