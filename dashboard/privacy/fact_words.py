"""What facts, documents and their standing are called (pure, in the active language)."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from connectleads.tenancy.models import Purpose
from consent.documents.asked import registry_name
from consent.documents.facts import Kind
from consent.documents.kinds import FactValue

KIND_WORDS: Mapping[Kind, str | Promise] = {
    Kind.COOKIE_POLICY: gettext_lazy("Cookie policy"),
    Kind.PRIVACY_STATEMENT: gettext_lazy("Privacy statement"),
    Kind.CHECKLIST: gettext_lazy("Checklist for the privacy statement"),
    Kind.ROLES: gettext_lazy("Roles"),
    Kind.AGREEMENT: gettext_lazy("Processing agreement"),
    Kind.REGISTER: gettext_lazy("Records of processing"),
    Kind.IMPACT_SCAN: gettext_lazy("Impact pre-scan"),
    Kind.MEASURES: gettext_lazy("Measures"),
}
KIND_HINTS: Mapping[Kind, str | Promise] = {
    Kind.COOKIE_POLICY: gettext_lazy("The rows to enter in your banner and your policy."),
    Kind.PRIVACY_STATEMENT: gettext_lazy("A paragraph to paste."),
    Kind.CHECKLIST: gettext_lazy("What articles 13 and 14 ask, and what you still add."),
    Kind.ROLES: gettext_lazy("Who is controller and who is processor for what."),
    Kind.AGREEMENT: gettext_lazy("With annexes, to accept and to keep as PDF."),
    Kind.REGISTER: gettext_lazy("Your line and ours, by article 30."),
    Kind.IMPACT_SCAN: gettext_lazy("Nine questions that tell whether you need a full assessment."),
    Kind.MEASURES: gettext_lazy("What the software enforces and what the operator arranges."),
}
_FACT_WORDS: Mapping[str, str | Promise] = {
    "provider_name": gettext_lazy("Name of the operator"),
    "provider_address": gettext_lazy("Address of the operator"),
    "provider_contact": gettext_lazy("Contact of the operator"),
    "product_url": gettext_lazy("Address of this installation"),
    "collector_host": gettext_lazy("Host that receives visits"),
    "sub_processors": gettext_lazy("Sub-processors"),
    "controller_name": gettext_lazy("Name of your organisation"),
    "controller_address": gettext_lazy("Address of your organisation"),
    "controller_contact": gettext_lazy("Contact for privacy"),
    "controller_officer": gettext_lazy("Data protection officer"),
    "controller_recipients": gettext_lazy("Other recipients"),
    "page_views_days": gettext_lazy("Retention of pages"),
    "visits_days": gettext_lazy("Retention of visits"),
    "leads_days": gettext_lazy("Retention of leads"),
    "receipts_days": gettext_lazy("Retention of proof of consent"),
    "requests_days": gettext_lazy("Retention of receipts of visitors' requests"),
    "audit_days": gettext_lazy("Retention of the audit"),
    "shows_education": gettext_lazy("Schools and universities count as leads"),
    "shows_government": gettext_lazy("Public bodies count as leads"),
    "registries": gettext_lazy("Registries that are asked whose an address is"),
    "reverse_dns": gettext_lazy("Name servers are asked for the name of an address"),
    "gate_version": gettext_lazy("Version of the consent rules"),
    "key": gettext_lazy("Key of the website"),
    "host": gettext_lazy("Website"),
    "platform_label": gettext_lazy("Cookie banner"),
    "own_banner": gettext_lazy("Our own banner"),
    "purpose": gettext_lazy("Needs consent for"),
    "purpose_reason": gettext_lazy("Reason for statistics"),
    "max_age_days": gettext_lazy("A choice is valid for"),
    "honours_dnt": gettext_lazy("Do Not Track counts as a refusal"),
    "hash_routes": gettext_lazy("Pages differ by what stands behind the #"),
}


def fact_words(name: str) -> str:
    """What a fact is called. Raises KeyError for one that has no words."""
    return str(_FACT_WORDS[name])


def value_words(name: str, value: FactValue | None) -> str:
    """A fact's value in words."""
    if value is None:
        return _("not there")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name.endswith("_days"):
        return ngettext("%(count)d day", "%(count)d days", int(value)) % {"count": value}
    if name == "registries":
        return ", ".join(registry_name(one) for one in str(value).split("\n") if one != "-") or _("none")
    if name == "purpose":
        return str(Purpose(str(value)).label)
    return str(value) or _("not filled in")
