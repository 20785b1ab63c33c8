"""What stands on a page by the hundred, written with format_html instead of template tags (edge).

A tag or a variable of the template language costs some 4 µs each time it is shown. Fifty rows of the lead list hold
two thousand of them, the way of a lead's visits as many: written here they take a fifth of the time. Whatever a row
shows besides is an element, from templates/elements/.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from dashboard.chart import Bar
from dashboard.country_names import country_name
from dashboard.kind_names import kind_name
from dashboard.lead_list import LeadRow
from dashboard.lead_page import SeenPage
from dashboard.templatetags.numbers import grouped, in_all, visits_by_companies
from dashboard.templatetags.ui import element, lead_address, made_element, time_element
from dashboard.time_words import day_of_week, reading_time
from enrichment.kinds import Kind

register = template.Library()

LONG_SECONDS = 60
TAGS = 3
TAGS_BESIDE_NAME = 2
_NOTHING = SafeString("")

_ROW = """
<tr>{pick}<th scope="row" class="at-name"><span class="org">{tile}<span class="org-text">\
<span class="org-name"><a href="{address}">{name}</a>{few_tags}</span>\
<span class="org-more">{more}</span></span></span>\
</th><td class="at-tags is-wide">{tags}</td><td class="at-country is-wide">{country}</td>{kind}\
<td class="at-heat" title="{reason}">{heat}</td><td class="at-spark">{spark}</td>\
<td class="at-visits end">{visits}</td><td class="at-pages end">{page_views}</td><td class="at-origin">{origin}</td>\
<td class="at-first is-wide">{first_seen}</td><td class="at-last">{last_seen}</td>\
<td class="at-sure is-wide">{certainty}</td><td class="at-status">{status}</td><td class="at-owner">{owner}</td></tr>"""
_PICK = '<td class="at-pick"><input type="checkbox" name="lead" value="{}" aria-label="{}"></td>'
_KIND = '<td class="at-kind is-wide">{}</td>'
_NOT_WIDE = '<span class="not-wide">{}</span>'
_NOT_SURE = '<span class="sure not-wide">{}</span>'
_DOMAIN = '<span class="org-domain">{}</span>'
_FIRST_TIME = '<span class="is-new">{}</span>'


@register.simple_tag
def lead_rows(rows: Iterable[LeadRow], *, slug: str, may_pick: bool, shows_kinds: bool) -> SafeString:
    """The rows of the lead list, in the template's time zone."""
    table = _Table(slug, may_pick=may_pick, shows_kinds=shows_kinds)
    return _joined(table.row(one) for one in rows)


@dataclass(slots=True)
class _Table:
    """What all rows of a page have in common. `personal` are elements that may tell of a person, for this page only."""

    slug: str
    may_pick: bool
    shows_kinds: bool
    now: datetime = field(default_factory=timezone.localtime)
    choose: str = ""
    personal: dict[tuple[str, Any], SafeString] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.choose = _("Choose %(company)s")

    def row(self, row: LeadRow) -> SafeString:
        """One lead."""
        tags = [self._personal("tag", "tag", tag) for tag in row.tags[:TAGS]]
        country = country_name(row.country)
        return format_html(
            _ROW,
            pick=format_html(_PICK, row.id, self.choose % {"company": row.name}) if self.may_pick else _NOTHING,
            tile=element("monogram", tile=row.tile),
            address=lead_address(self.slug, row.id),
            name=row.name,
            few_tags=format_html(_NOT_WIDE, _spaced(tags[:TAGS_BESIDE_NAME])) if tags else _NOTHING,
            more=_more(row, country),
            tags=_spaced(tags),
            country=country,
            kind=format_html(_KIND, kind_name(row.kind)) if self.shows_kinds else _NOTHING,
            reason=row.reason,
            heat=element("heat", heat=row.heat, level=row.heat_level),
            spark=element("spark", path=row.spark, level=row.heat_level),
            visits=row.visits,
            page_views=row.page_views,
            origin=element("origin", source=row.source, medium=row.medium),
            first_seen=time_element(row.first_seen_at, now=self.now),
            last_seen=time_element(row.last_seen_at, now=self.now),
            certainty=row.certainty,
            status=element("status", status=row.status),
            owner=self._personal("owner", "person", row.owner),
        )

    def _personal(self, name: str, key: str, value: Any) -> SafeString:
        found = self.personal.get((name, value))
        if found is None:
            found = self.personal[name, value] = made_element(name, {key: value})
        return found


def _more(row: LeadRow, country: str) -> SafeString:
    """The line below the name; where there is room, most of it stands in columns of its own."""
    return _joined(
        (
            format_html(_FIRST_TIME, _("first time")) if row.is_new else _NOTHING,
            format_html(_NOT_WIDE, country) if row.country else _NOTHING,
            format_html(_NOT_WIDE, kind_name(row.kind)) if row.kind != Kind.BUSINESS else _NOTHING,
            _NOTHING if row.is_sure else format_html(_NOT_SURE, row.certainty),
            format_html(_DOMAIN, row.domain) if row.domain else _NOTHING,
        )
    )


_STOP = '<li><span class="stop" title="{}">{}</span></li>'
_LONG_STOP = '<li><span class="stop is-long" title="{}">{}<span class="stop-time">{}</span></span></li>'


@register.simple_tag
def way(pages: Iterable[SeenPage]) -> SafeString:
    """The pages of a visit as items of a list, with how long those took that were read for a minute or more."""
    return _joined(
        format_html(_STOP, page.path, page.name)
        if page.seconds < LONG_SECONDS
        else format_html(_LONG_STOP, page.path, page.name, reading_time(page.seconds))
        for page in pages
    )


_SLOT = """<g class="day-slot" data-tip="{said}|{of_companies}|{in_all}"><path class="slot" d="{slot}"/>{bars}\
<title>{said}: {part} / {whole}</title></g>"""
_WHOLE = '<path class="whole" d="{}"/>'
_PART = '<path class="part" d="{}"/>'


@register.simple_tag
def day_slots(bars: Iterable[Bar]) -> SafeString:
    """The columns of a chart of days, each with what a pointer or an arrow key says of it."""
    return _joined(map(_day_slot, bars))


def _day_slot(bar: Bar) -> SafeString:
    whole = format_html(_WHOLE, bar.whole_path) if bar.whole else _NOTHING
    part = format_html(_PART, bar.part_path) if bar.part else _NOTHING
    return format_html(
        _SLOT,
        said=day_of_week(bar.day),
        of_companies=visits_by_companies(bar.part),
        in_all=in_all(bar.whole),
        slot=bar.slot_path,
        bars=whole + part,
        part=grouped(bar.part),
        whole=grouped(bar.whole),
    )


def _joined(parts: Iterable[SafeString]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308 (each part is escaped)  # nosec


def _spaced(parts: Iterable[SafeString]) -> SafeString:
    return mark_safe("".join(f" {part}" for part in parts))  # noqa: S308 (each part is escaped)  # nosec
