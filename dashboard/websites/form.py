"""The consent settings of a website as a form: what must be told for which platform, and what is refused (edge)."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from connectleads.tenancy.models import Purpose, Site
from connectleads.tenancy.site_settings import SiteSettings, is_host
from consent.freshness import DEFAULT_MAX_AGE_DAYS, MAX_AGE_CEILING_DAYS
from consent.platforms import PLATFORMS
from consent.platforms.connectleads import CONNECTLEADS
from consent.platforms.platform import Platform

MAX_PICTURE_BYTES = 800_000
_PICTURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
_SEPARATOR = re.compile(r"[,;\n]")
_COUNTRY = re.compile(r"[a-z]{2}")


class SiteForm(forms.Form):
    """Settings of one site. `platform` is the one that the page shows, which decides what else must be told."""

    name = forms.CharField(label=_("Name"), max_length=120)
    hosts = forms.CharField(
        label=_("Host names"),
        help_text=_("Where the snippet may run, for instance www.voorbeeld.nl. Separate several with commas."),
    )
    platform = forms.ChoiceField(label=_("Cookie banner"))
    purpose = forms.ChoiceField(label=_("Record a visit after consent for"), choices=Purpose.choices)
    purpose_reason = forms.CharField(
        label=_("Why statistics is enough"),
        required=False,
        max_length=400,
        help_text=_("Recognising companies for sales is marketing. Write down why consent for statistics covers it."),
    )
    marketing = forms.CharField(
        label=_("Names for marketing"), required=False, max_length=400, help_text=_("Separate several with commas.")
    )
    statistics = forms.CharField(
        label=_("Names for statistics"), required=False, max_length=400, help_text=_("Separate several with commas.")
    )
    max_age_days = forms.IntegerField(
        label=_("A choice is valid for (days)"),
        min_value=1,
        max_value=MAX_AGE_CEILING_DAYS,
        initial=DEFAULT_MAX_AGE_DAYS,
        help_text=_("180 is usual; more than a year is never accepted."),
    )
    honours_dnt = forms.BooleanField(label=_("Do Not Track counts as a refusal"), required=False)
    hash_routes = forms.BooleanField(label=_("Pages differ by what stands behind the #"), required=False)
    min_revision = forms.IntegerField(
        label=_("Least revision of the banner's text"),
        min_value=0,
        max_value=1_000_000,
        required=False,
        help_text=_("A choice about an older text does not count. 0 accepts each."),
    )
    regions = forms.CharField(
        label=_("Countries in which the banner asks beforehand"),
        required=False,
        help_text=_("Two letters each, for instance nl, be. Leave it empty when it asks everywhere."),
    )
    tcf_mode = forms.ChoiceField(
        label=_("The banner names our service"),
        required=False,
        choices=[
            ("", _("Not yet: record nothing")),
            ("purposes", _("In its own list of vendors: the purposes decide")),
            ("vendor", _("As a vendor of the framework, with the number below")),
        ],
    )
    tcf_vendor_id = forms.IntegerField(label=_("Vendor number"), min_value=1, max_value=65535, required=False)
    shows_own_banner = forms.BooleanField(
        label=_("Show the banner of ConnectLeads"),
        required=False,
        help_text=_("Leave it off when a banner of your own tells the snippet what the visitor chose."),
    )
    banner_organisation = forms.CharField(
        label=_("Who asks"), required=False, max_length=120, help_text=_("Empty: the name of the website.")
    )
    privacy_url = forms.CharField(
        label=_("Address of your privacy statement"), required=False, max_length=300, help_text=_("Such as /privacy.")
    )
    banner_text = forms.CharField(
        label=_("What the banner says"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Copy the text of the banner and of its categories. It is kept with today's date as proof."),
    )
    banner_picture = forms.FileField(
        label=_("A picture of the banner"), required=False, help_text=_("PNG or JPEG, at most 800 kB.")
    )
    optin_checked = forms.BooleanField(
        label=_("I looked at the banner on the website: nothing is switched on beforehand"), required=False
    )
    is_listed = forms.BooleanField(
        label=_("Our cookie policy and banner name ConnectLeads, its purpose and how long data is kept"), required=False
    )
    is_active = forms.BooleanField(label=_("Record visits"), required=False)

    def __init__(self, site: Site, *args: Any, platform: str = "", has_snapshot: bool = False, **kwargs: Any) -> None:
        """`platform` shows another platform's fields than the stored one's; `has_snapshot` that the banner is kept."""
        super().__init__(*args, **{**kwargs, "initial": _initial(site)})
        self._site = site
        self._has_snapshot = has_snapshot
        self.fields["platform"].choices = platform_choices()  # type: ignore[attr-defined]
        name = self.data.get("platform") if self.is_bound else platform or site.platform
        self.shown: Platform | None = PLATFORMS.get(name or "")
        if not self.is_bound:
            self.initial["platform"] = name

    @property
    def has_errors_below(self) -> bool:
        """Whether something is wrong in the part that is folded away."""
        folded = {"name", "hosts", "max_age_days", "min_revision", "regions", "banner_text", "banner_picture"}
        return bool(folded & self.errors.keys()) if self.is_bound else False

    @property
    def is_own_banner(self) -> bool:
        """Whether the fields of our own banner are shown."""
        return self.shown is not None and self.shown.name == CONNECTLEADS.name

    @property
    def needs_assertion(self) -> bool:
        """Whether somebody must confirm that nothing is switched on beforehand."""
        platform = self.shown
        return platform is not None and platform.asks_assertion(platform.level)

    def clean_hosts(self) -> tuple[str, ...]:
        """Host names in lower case. Refuses addresses with a scheme, port or path."""
        hosts = tuple(dict.fromkeys(host.rstrip(".") for host in _names(self.cleaned_data["hosts"].lower())))
        wrong = next((host for host in hosts if not is_host(host)), None)
        if wrong is not None:
            raise forms.ValidationError(
                _("%(host)s is not a host name: leave out https:// and everything after the name."),
                params={"host": wrong},
            )
        return hosts

    def clean_privacy_url(self) -> str:
        """A path of the site or a web address."""
        address: str = self.cleaned_data["privacy_url"].strip()
        if address and not address.startswith(("/", "https://", "http://")):
            raise forms.ValidationError(_("Give it as /privacy or https://www.voorbeeld.nl/privacy."))
        return address

    def clean_regions(self) -> tuple[str, ...]:
        """Country codes in lower case."""
        regions = tuple(_names(self.cleaned_data["regions"].lower()))
        if not all(map(_COUNTRY.fullmatch, regions)):
            raise forms.ValidationError(_("Give each country by its two letters, such as nl."))
        return regions

    def clean_banner_picture(self) -> Any:
        """A PNG or JPEG of bounded size, known by its first bytes and not by its name."""
        picture = self.cleaned_data["banner_picture"]
        if not picture:
            return None
        head = picture.read(8)
        picture.seek(0)
        kind = next((kind for kind, magic in _PICTURES.items() if head.startswith(magic)), None)
        if kind is None or picture.size > MAX_PICTURE_BYTES:
            raise forms.ValidationError(_("The picture must be a PNG or JPEG of at most 800 kB."))
        picture.content_type = kind
        return picture

    def clean(self) -> dict[str, Any]:
        """What must be told together."""
        told = super().clean() or {}
        if told.get("purpose") == Purpose.STATISTICS and not told.get("purpose_reason"):
            self.add_error("purpose_reason", _("Write down why, so that you can show it later."))
        if told.get("tcf_mode") == "vendor" and not told.get("tcf_vendor_id"):
            self.add_error("tcf_vendor_id", _("Give the number under which the banner lists the vendor."))
        if told.get("is_active"):
            self._clean_for_recording(told)
        return told

    def _clean_for_recording(self, told: Mapping[str, Any]) -> None:
        """What must be known before a visit may be recorded."""
        if not told.get("is_listed"):
            self.add_error(
                "is_listed", _("Without this, consent is not informed: no visit is recorded until it is so.")
            )
        purpose = str(told.get("purpose"))
        if self.shown is not None and self.shown.needs_mapping and not told.get(purpose):
            self.add_error(purpose, _("This banner has names of its own: tell which of them stand for this purpose."))
        if self.shown is not None and self.shown.is_tcf and not told.get("tcf_mode"):
            self.add_error("tcf_mode", _("A choice in this banner counts only when it names our service."))
        if self.needs_assertion:
            if not told.get("optin_checked"):
                self.add_error("optin_checked", _("This banner does not show who chose what: somebody has to look."))
            if not told.get("banner_text") and not self._has_snapshot:
                self.add_error("banner_text", _("Keep what you saw: the text of the banner."))

    def settings(self, *, by: str, on: date, snapshot_id: UUID | None) -> SiteSettings:
        """The settings as stored, for a valid form. Who confirmed something, and when, stays until it changes."""
        told, site = self.cleaned_data, self._site
        is_checked, is_listed = told["optin_checked"] and self.needs_assertion, told["is_listed"]
        is_new = snapshot_id != site.banner_snapshot_id or not site.optin_checked_on
        return SiteSettings(
            name=told["name"],
            hosts=told["hosts"],
            platform=told["platform"],
            purpose=told["purpose"],
            purpose_reason=told["purpose_reason"] if told["purpose"] == Purpose.STATISTICS else "",
            max_age_days=told["max_age_days"],
            honours_dnt=told["honours_dnt"],
            mapping={key: names for key in ("statistics", "marketing") if (names := _names(told[key]))},
            tcf_mode=told["tcf_mode"],
            tcf_vendor_id=told["tcf_vendor_id"] if told["tcf_mode"] == "vendor" else None,
            min_revision=told["min_revision"] or 0,
            regions=told["regions"],
            optin_checked_by=(by if is_new else site.optin_checked_by) if is_checked else "",
            optin_checked_on=(on if is_new else site.optin_checked_on) if is_checked else None,
            banner_snapshot_id=snapshot_id,
            listed_by=(site.listed_by or by) if is_listed else "",
            listed_on=(site.listed_on or on) if is_listed else None,
            hash_routes=told["hash_routes"],
            shows_own_banner=told["shows_own_banner"] if self.is_own_banner else site.shows_own_banner,
            banner_organisation=told["banner_organisation"],
            privacy_url=told["privacy_url"],
            is_active=told["is_active"],
        )


def platform_choices() -> list[tuple[str, str]]:
    """Every platform by its label."""
    return sorted(((name, platform.label) for name, platform in PLATFORMS.items()), key=lambda one: one[1].casefold())


def _initial(site: Site) -> dict[str, Any]:
    return {
        "name": site.name,
        "hosts": ", ".join(site.hosts),
        "platform": site.platform,
        "purpose": site.purpose,
        "purpose_reason": site.purpose_reason,
        "marketing": ", ".join(site.mapping.get("marketing", ())),
        "statistics": ", ".join(site.mapping.get("statistics", ())),
        "max_age_days": site.max_age_days,
        "honours_dnt": site.honours_dnt,
        "hash_routes": site.hash_routes,
        "shows_own_banner": site.shows_own_banner,
        "banner_organisation": site.banner_organisation,
        "privacy_url": site.privacy_url,
        "min_revision": site.min_revision,
        "regions": ", ".join(site.regions),
        "tcf_mode": site.tcf_mode,
        "tcf_vendor_id": site.tcf_vendor_id,
        "optin_checked": site.optin_checked_on is not None,
        "is_listed": site.listed_on is not None,
        "is_active": site.is_active,
    }


def _names(text: str) -> list[str]:
    return [name for part in _SEPARATOR.split(text) if (name := part.strip())]
