"""A score in words: one line for the list, and every part for the page of a lead (edge to gettext only)."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from enrichment.scoring import ScorePart


def score_reason(parts: Sequence[ScorePart]) -> str:
    """What a score comes from, in one line, the most first."""
    if not parts:
        return _("Nothing recent")
    return _("%(parts)s; what is recent counts most") % {"parts": ", ".join(part_words(part) for part in parts)}


def part_words(part: ScorePart) -> str:
    """What one part of a score counts."""
    if part.what == "visits":
        return ngettext("%(count)d visit", "%(count)d visits", part.count) % {"count": part.count}
    if part.what == "pages":
        return ngettext("%(count)d page", "%(count)d pages", part.count) % {"count": part.count}
    if part.what == "minutes":
        return ngettext("%(count)d minute of reading", "%(count)d minutes of reading", part.count) % {
            "count": part.count
        }
    if part.what == "events":
        return ngettext("key events on %(count)d day", "key events on %(count)d days", part.count) % {
            "count": part.count
        }
    return ngettext("key pages on %(count)d day", "key pages on %(count)d days", part.count) % {"count": part.count}
