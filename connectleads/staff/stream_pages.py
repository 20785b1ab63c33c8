"""The staff's page of streams: what waits, and entries that were set aside, to try again or to drop (edge).

An entry is sealed and shown by numbers only. Nothing is done before it was confirmed; what was done is written down.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import redis
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from connectleads.staff.person import staff_member
from connectleads.staff.shards import shard_states
from connectleads.tenancy.staff_log import StaffAction, note_staff
from tracking.dead_letters import DeadLetter, carry_out, dead_letters
from tracking.stream import ASIDE_SECONDS

Context = dict[str, Any]
MOST_SHOWN = 200
KEPT_FOR = timedelta(seconds=ASIDE_SECONDS)
DEEDS = {"retry": StaffAction.ENTRIES_RETRIED, "drop": StaffAction.ENTRIES_DROPPED}


@require_GET
def streams(request: HttpRequest, context: Context) -> HttpResponseBase:
    """What waits, since when, and what could not be recorded."""
    try:
        shards, letters = shard_states(datetime.now(UTC)), list(dead_letters())
    except redis.RedisError:
        return render(request, "staff/streams.html", {**context, "is_away": True, "title": _("Streams")}, status=503)
    told = {
        "shards": shards,
        "letters": [(letter, letter.set_aside_at + KEPT_FOR) for letter in letters[:MOST_SHOWN]],
        "all_letters": len(letters),
        "title": _("Streams"),
    }
    return render(request, "staff/streams.html", {**context, **told})


@require_http_methods(["GET", "POST"])
def entries(request: HttpRequest, context: Context) -> HttpResponseBase:
    """Try entries again or drop them: first shown what that will be, then done. Asked for anew: back to the streams.

    A change of language asks for the page that is open anew.
    """
    if request.method == "GET":
        return redirect("admin:staff_streams")
    what, names = request.POST.get("what", ""), request.POST.getlist("entry")
    chosen = [letter for letter in dead_letters() if letter.address in names]
    if what not in DEEDS or not chosen:
        messages.error(request, _("Choose at least one entry that is still there; each is gone after an hour."))
        return redirect("admin:staff_streams")
    if request.POST.get("sure") != "yes":
        hits = sum(letter.hits or 0 for letter in chosen)
        told = {"what": what, "letters": chosen, "hits": hits, "title": _("Are you sure?")}
        return render(request, "staff/entries.html", {**context, **told})
    _do(request, what, chosen)
    return redirect("admin:staff_streams")


def _do(request: HttpRequest, what: str, chosen: Sequence[DeadLetter]) -> None:
    done = carry_out("retry" if what == "retry" else "drop", chosen)
    note_staff(DEEDS[what], staff_member(request), about=", ".join(letter.address for letter in done))
    words: Callable[[int], str] = _retried if what == "retry" else _dropped
    messages.success(request, words(len(done)))


def _retried(count: int) -> str:
    return ngettext(
        "%(count)s entry is on its stream again.", "%(count)s entries are on their stream again.", count
    ) % {"count": count}


def _dropped(count: int) -> str:
    return ngettext("%(count)s entry was dropped.", "%(count)s entries were dropped.", count) % {"count": count}
