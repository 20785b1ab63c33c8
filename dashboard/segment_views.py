"""Saved segments: the page, the menu with counts, saving, changing and removing (edge)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from connectleads.tenancy.queries import colleagues
from dashboard.access import Member, member_page
from dashboard.actions import change_segment, remove_segment, save_segment
from dashboard.filter_address import Asked, read_query
from dashboard.filter_words import Chip, chips, period_words
from dashboard.lead_list import local_today, names_of
from dashboard.queries import SavedSegment, followed_by, segments_of
from enrichment.lead_search import count_leads, viewpoint


@dataclass(frozen=True, slots=True)
class CountedSegment:
    """A segment, its filter in words, and how many leads it holds now."""

    segment: SavedSegment
    chips: tuple[Chip, ...]
    period: str
    count: int


def counted_segments(member: Member, *, now: datetime) -> tuple[CountedSegment, ...]:
    """All segments that a member sees, counted in one statement."""
    today = local_today(member, now)
    saved = segments_of(member.user.pk)
    asked = [read_query(one.query, today=today) for one in saved]
    followed = followed_by(member.user.pk) if any("followed" in one.values for one in asked) else frozenset()
    view = viewpoint(member.tenant, today=today)
    counts = count_leads([one.filter(followed=followed) for one in asked], view)
    people = colleagues() if saved else []
    names = names_of({name for one in asked for name in one.values}, people)

    def counted(segment: SavedSegment, one: Asked, count: int) -> CountedSegment:
        return CountedSegment(segment, chips(one, names), period_words(one.period), count)

    return tuple(map(counted, saved, asked, counts))


@require_http_methods(["GET", "POST"])
@member_page
def segments(request: HttpRequest, member: Member) -> HttpResponseBase:
    """The page of segments; a POST saves the filter of a list under a name."""
    if request.method == "POST":
        return _save(request, member)
    report = counted_segments(member, now=datetime.now(UTC))
    return render(request, "segments/segments.html", {"member": member, "segments": report, "section": "segments"})


def _save(request: HttpRequest, member: Member) -> HttpResponseBase:
    asked = read_query(request.POST.get("query", ""), today=local_today(member, datetime.now(UTC)))
    is_shared = request.POST.get("shared") == "1" and member.may_edit
    saved = save_segment(member.user.pk, request.POST.get("name", ""), asked.query(), is_shared=is_shared)
    if saved is None:
        messages.error(request, _("The segment needs a name. Nothing was saved; the filter is still here."))
    else:
        messages.success(request, _("Saved. The segment keeps itself up to date."))
    response = redirect("leads", slug=member.tenant.slug)
    response["Location"] += f"?{asked.query()}"
    return response


@require_GET
@member_page
def segment_menu(request: HttpRequest, member: Member) -> HttpResponseBase:
    """The segments with their counts, for the side of every page."""
    report = counted_segments(member, now=datetime.now(UTC))
    return render(request, "elements/segment_menu.html", {"member": member, "segments": report})


@require_POST
@member_page
def segment(request: HttpRequest, member: Member, segment_id: UUID) -> HttpResponseBase:
    """Rename, share or remove one's own segment. 404 when it is not one's own."""
    if request.POST.get("do") == "remove":
        if not remove_segment(segment_id, member.user.pk):
            raise Http404
        messages.success(request, _("The segment is removed; its leads are not."))
        return redirect("segments", slug=member.tenant.slug)
    is_shared = request.POST.get("shared") == "1"
    if is_shared and not member.may_edit:
        raise PermissionDenied
    if not any(one.id == segment_id and one.is_mine for one in segments_of(member.user.pk)):
        raise Http404
    if change_segment(segment_id, member.user.pk, name=request.POST.get("name", ""), is_shared=is_shared):
        messages.success(request, _("Saved."))
    else:
        messages.error(request, _("You have another segment of that name. Nothing was changed; choose another name."))
    return redirect("segments", slug=member.tenant.slug)
