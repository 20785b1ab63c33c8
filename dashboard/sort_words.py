"""What leads can be sorted by, in words, in the order of the menu (edge to gettext only)."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from enrichment.lead_filter import LeadSort

SORT_WORDS: Mapping[LeadSort, str | Promise] = {
    LeadSort.WARMTH: gettext_lazy("Score"),
    LeadSort.LAST_SEEN: gettext_lazy("Last seen"),
    LeadSort.FIRST_SEEN: gettext_lazy("First seen"),
    LeadSort.VISITS: gettext_lazy("Visits"),
    LeadSort.PAGES: gettext_lazy("Pages"),
    LeadSort.NAME: gettext_lazy("Company"),
    LeadSort.COUNTRY: gettext_lazy("Country"),
    LeadSort.KIND: gettext_lazy("Kind"),
    LeadSort.CONFIDENCE: gettext_lazy("Certainty"),
    LeadSort.SOURCE: gettext_lazy("Source"),
    LeadSort.STATUS: gettext_lazy("Status"),
    LeadSort.OWNER: gettext_lazy("Owner"),
    LeadSort.TAGS: gettext_lazy("Tags"),
}
