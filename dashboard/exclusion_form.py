"""A rule of what is left out, as typed (edge to gettext only)."""

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_network

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dashboard.country_names import country_name
from enrichment.exclusions import ExcludedBecause, ExclusionKind, parse_path, parse_range

BECAUSE_WORDS: Mapping[ExcludedBecause, str | Promise] = {
    ExcludedBecause.OWN: gettext_lazy("Our own"),
    ExcludedBecause.CUSTOMER: gettext_lazy("Customer already"),
    ExcludedBecause.COMPETITOR: gettext_lazy("Competitor"),
    ExcludedBecause.WRONG: gettext_lazy("Another company after all"),
    ExcludedBecause.PROVIDER: gettext_lazy("A provider or a shared office"),
    ExcludedBecause.OTHER: gettext_lazy("Other"),
}


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A rule that can be kept."""

    kind: ExclusionKind
    value: str
    label: str
    because: ExcludedBecause


def read_rule(form: Mapping[str, str]) -> RuleDraft | str:
    """The rule that was typed, or what is wrong with it."""
    kind, text = form.get("kind", ""), form.get("value", "").replace("\0", "").strip()
    because = form.get("because", "")
    why = ExcludedBecause(because) if because in set(ExcludedBecause) else ExcludedBecause.OTHER
    if kind == ExclusionKind.RANGE:
        return _range(text, why)
    if kind == ExclusionKind.PAGE:
        path = parse_path(text)
        if path is None:
            return _("A page is written as its path, such as /vacatures or /vacatures/*. Nothing was changed.")
        return RuleDraft(ExclusionKind.PAGE, path, path, why)
    if kind == ExclusionKind.COUNTRY:
        code = text.upper()
        if len(code) != 2 or not code.isascii() or not code.isalpha():
            return _("Choose a country. Nothing was changed.")
        return RuleDraft(ExclusionKind.COUNTRY, code, country_name(code), why)
    return _("Choose what to leave out. Nothing was changed.")


def _range(text: str, why: ExcludedBecause) -> RuleDraft | str:
    block = parse_range(text)
    if block is None:
        return _("Write an address such as 203.0.113.7, or a range such as 203.0.113.0/28. Nothing was changed.")
    return RuleDraft(ExclusionKind.RANGE, str(ip_network(block)), str(block), why)
