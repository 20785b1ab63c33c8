"""A tenant's own ranges: customers and offices that it knows better than any registry (edge)."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.files.base import File
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from connectleads.tenancy.audit import Actor
from dashboard.access import Member, admin_page
from enrichment.range_actions import (
    KeptRange,
    ListPreview,
    add_range,
    import_ranges,
    kept_ranges,
    preview,
    range_count,
    remove_range,
)
from enrichment.range_list import MAX_NAME, LineFault

PAGE_SIZE = 50
LINES_SHOWN = 20  # of a list before it is kept: enough to see that the columns are right
FAULTS_SHOWN = 100
MAX_BYTES = 400_000

FAULT_WORDS: Mapping[LineFault, str | Promise] = {
    LineFault.RANGE: gettext_lazy("This is no range of addresses, such as 192.0.2.0/24."),
    LineFault.SPECIAL: gettext_lazy("Nobody reaches your website from these addresses: they are private or reserved."),
    LineFault.LARGE: gettext_lazy("So many addresses are never one organisation's. Give its own range."),
    LineFault.SMALL: gettext_lazy(
        "With a company's name a range needs at least eight addresses (/29), or a /64: fewer come close to a person."
    ),
    LineFault.TWICE: gettext_lazy("An earlier line has this range already."),
    LineFault.COMPANY: gettext_lazy("We know no company of this name. Write it as it stands in your leads."),
    LineFault.TWO: gettext_lazy("Companies of this name are known in several countries, so we cannot tell which."),
    LineFault.TOO_MANY: gettext_lazy("You keep as many ranges as fit."),
}


class RangeForm(forms.Form):
    """One range, and whose it is."""

    range = forms.CharField(
        label=gettext_lazy("Range"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=gettext_lazy("Such as 192.0.2.0/24, or the first and last address with a dash."),
    )
    name = forms.CharField(
        label=gettext_lazy("Company"),
        required=False,
        max_length=MAX_NAME,
        help_text=gettext_lazy("As it is called in your leads. Leave it empty for an office of your own."),
    )


class ListForm(forms.Form):
    """A list as a file or as text, and whether it takes the place of what is kept."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"), required=False, widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt"})
    )
    lines = forms.CharField(
        label=gettext_lazy("Or paste the lines"),
        required=False,
        max_length=MAX_BYTES,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
    )
    replaces = forms.BooleanField(label=gettext_lazy("This list takes the place of the ranges below"), required=False)

    def clean(self) -> dict[str, object]:
        """The text of the list, whichever way it came."""
        cleaned = super().clean() or self.cleaned_data
        file = cleaned.get("file")
        text = _text_of(file) if file else str(cleaned.get("lines") or "")
        if not text.strip() and not self.errors:
            raise forms.ValidationError(_("Choose a file, or paste lines of a range and a name."))
        return cleaned | {"text": text}


@dataclass(frozen=True, slots=True)
class RangesPage:
    """The page: the ranges kept, and the addresses of the pages beside this one."""

    ranges: tuple[KeptRange, ...]
    count: int
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class FaultRow:
    """A line that is not kept, and why in words."""

    number: int
    written: str
    name: str
    words: str | Promise


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """What a list comes to, before it is kept."""

    found: ListPreview
    faults: tuple[FaultRow, ...]
    more_faults: int
    text: str
    replaces: bool

    @property
    def shown(self) -> ListPreview:
        """Its first lines."""
        return ListPreview(self.found.entries[:LINES_SHOWN], ())

    @property
    def more(self) -> int:
        """How many good lines are not shown."""
        return max(0, len(self.found.entries) - LINES_SHOWN)


@require_http_methods(["GET", "POST"])
@admin_page
def ranges(request: HttpRequest, member: Member) -> HttpResponseBase:
    """The ranges there are; a new one is added here."""
    form = RangeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        fault = add_range(form.cleaned_data["range"], form.cleaned_data["name"], by=Actor.person(member.user))
        if fault is None:
            messages.success(request, _("The range is kept. It holds for visits from now on."))
            return redirect("ranges", slug=member.tenant.slug)
        form.add_error("name" if fault in (LineFault.COMPANY, LineFault.TWO) else "range", str(FAULT_WORDS[fault]))
    return _page(request, member, form, ListForm())


@require_http_methods(["GET", "POST"])
@admin_page
def import_list(request: HttpRequest, member: Member) -> HttpResponseBase:
    """Show what a list comes to; keep it when that was seen and agreed to. Asked for anew: back to the ranges.

    A change of language asks for the page that is open anew.
    """
    if request.method == "GET":
        return redirect("ranges", slug=member.tenant.slug)
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, member, RangeForm(), form)
    text, replaces = str(form.cleaned_data["text"]), bool(form.cleaned_data["replaces"])
    if "keep" not in request.POST:
        return _preview_page(request, member, text, preview(text.splitlines(), replaces=replaces), replaces)
    found = import_ranges(text.splitlines(), replaces=replaces, by=Actor.person(member.user))
    if not found.entries:
        return _preview_page(request, member, text, found, replaces)
    kept = len(found.entries)
    messages.success(request, ngettext("%(kept)d range is kept.", "%(kept)d ranges are kept.", kept) % {"kept": kept})
    return redirect("ranges", slug=member.tenant.slug)


@require_POST
@admin_page
def remove(request: HttpRequest, member: Member, range_id: UUID) -> HttpResponseBase:
    """Forget one range."""
    if not remove_range(range_id, by=Actor.person(member.user)):
        raise Http404
    messages.success(request, _("The range is removed. It holds for visits from now on."))
    return redirect("ranges", slug=member.tenant.slug)


def _page(request: HttpRequest, member: Member, form: RangeForm, list_form: ListForm) -> HttpResponseBase:
    asked = request.GET.get("page", "1")
    page = int(asked) if asked.isascii() and asked.isdigit() and 0 < int(asked) < 1_000 else 1
    count = range_count()
    report = RangesPage(
        ranges=tuple(kept_ranges(after=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE)),
        count=count,
        previous=f"?{urlencode({'page': page - 1})}" if page > 1 else "",
        next=f"?{urlencode({'page': page + 1})}" if page * PAGE_SIZE < count else "",
    )
    context = {"member": member, "report": report, "form": form, "list_form": list_form}
    return render(request, "organisation/ranges.html", context | {"section": "settings", "tab": "ranges"})


def _preview_page(
    request: HttpRequest, member: Member, text: str, found: ListPreview, replaces: bool
) -> HttpResponseBase:
    shown = found.faults[:FAULTS_SHOWN]
    report = PreviewPage(
        found=found,
        faults=tuple(
            FaultRow(line.number, line.written, line.name, FAULT_WORDS[line.fault or LineFault.RANGE]) for line in shown
        ),
        more_faults=len(found.faults) - len(shown),
        text=text,
        replaces=replaces,
    )
    context = {"member": member, "report": report, "section": "settings", "tab": "ranges"}
    return render(request, "organisation/ranges_preview.html", context)


def _text_of(file: "File[bytes]") -> str:
    if file.size > MAX_BYTES:
        raise forms.ValidationError(_("The file is too large: a list of 5,000 ranges fits."))
    content: bytes = file.read()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
