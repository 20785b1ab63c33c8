"""What the demo's people did: owners, tags, notes, tasks, segments, and when they looked last (edge)."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from connectleads.demo.cast import DemoTenant
from connectleads.demo.history import DAYS
from connectleads.tenancy.models import Tenant, User
from connectleads.tenancy.scope import tenant_scope
from dashboard.actions import add_task, save_segment, set_followed, write_note
from dashboard.desk import open_desk
from enrichment.kinds import Kind
from enrichment.lead_actions import add_tag, set_owners, set_statuses
from enrichment.lead_search import viewpoint
from enrichment.lead_status import LeadStatus
from enrichment.models import Lead
from enrichment.queries import lead_ids_by_views
from enrichment.rescoring import keep_weights, rescore_step
from enrichment.scoring import KeyEvent, KeyPage, Weights
from tracking.actions import add_drops
from tracking.drops import DropReason

TAKEN_UP = (
    LeadStatus.TALKING,
    LeadStatus.CUSTOMER,
    LeadStatus.CONTACTED,
    LeadStatus.TALKING,
    LeadStatus.IGNORED,
    LeadStatus.LOST,
)
TAGS = ("vakbeurs", "koelhuis", "offerte")
SEGMENTS = (
    ("Bekeek prijzen", "period=28&path=%2Fprijzen", True),
    ("Nieuw deze week", "period=7&novelty=new", True),
    ("Warm en nog vrij", "period=28&owner=0&heat=55", False),
)
NOTES = (
    "Gebeld met de receptie, inkoop belt maandag terug.",
    "Staat met een stand op de vakbeurs. {other}, neem jij dit op?",
    "Offerte verstuurd voor twee koelcellen.",
)
REFUSALS = ((DropReason.REFUSED, 20, 34), (DropReason.NO_EVIDENCE, 9, 21), (DropReason.GPC, 0, 4))


def work_together(demo: DemoTenant, tenant_id: UUID, site_id: UUID, *, now: datetime) -> None:
    """Leave the traces of a team that has worked with the list for a while."""
    people = [User.objects.get(email=one.email) for one in demo.people if one.role != "viewer"]
    add_drops(_refusals(tenant_id, site_id, now))
    with tenant_scope(tenant_id):
        leads = lead_ids_by_views(limit=2 * len(TAKEN_UP))
        for lead_id, status in zip(leads[1::2], TAKEN_UP, strict=False):
            set_statuses([lead_id], status)
        _hand_out(leads, people)
        _write(leads, people, now)
        _score(tenant_id, now)
        for name, query, is_shared in SEGMENTS:
            save_segment(people[0].pk, name, query, is_shared=is_shared)
        before = _before_the_newest(now)
        open_desk(people[0].pk, until=before.date(), since=before, now=before, notes_look=True)


def _before_the_newest(now: datetime) -> datetime:
    """Yesterday, or the day before the newest company came, so that the first page has something new."""
    came = Lead.objects.filter(kind=Kind.BUSINESS).values_list("first_seen_at", flat=True)
    return min(now - timedelta(hours=21), max(came, default=now) - timedelta(days=1))


def _hand_out(leads: Sequence[UUID], people: Sequence[User]) -> None:
    for at, lead_id in enumerate(leads[:7]):
        set_owners([lead_id], people[at % len(people)].pk)
    for at, lead_id in enumerate(leads[:6:2]):
        add_tag([lead_id], TAGS[at % len(TAGS)])
    set_followed(leads[0], people[0].pk, is_followed=True)


def _write(leads: Sequence[UUID], people: Sequence[User], now: datetime) -> None:
    first, other = people[0], people[-1]
    for lead_id, words in zip(leads, NOTES, strict=False):
        write_note(lead_id, other.pk, words.format(other=f"@{first.name}"))
    today = now.date()
    for lead_id, words, days in zip(leads[1:], ("Bellen over de offerte", "Folder sturen"), (0, -1), strict=False):
        add_task(lead_id, words, due_on=today + timedelta(days=days), assignee_id=first.pk, created_by_id=other.pk)


def _score(tenant_id: UUID, now: datetime) -> None:
    key_pages = (KeyPage("/prijzen", 4), KeyPage("/contact", 8))
    keep_weights(Weights(key_pages=key_pages, key_events=(KeyEvent("form", 15),)))
    view = viewpoint(Tenant.objects.get(id=tenant_id), today=now.date())
    last = rescore_step(view)
    while last is not None:
        last = rescore_step(view, after=last)


def _refusals(tenant_id: UUID, site_id: UUID, now: datetime) -> dict[tuple[UUID, UUID, date, str], int]:
    chance = Random(f"refusals {now.date()}")  # noqa: S311 (made-up numbers, not secrets)
    days = [(now - timedelta(days=back)).astimezone(UTC).date() for back in range(DAYS)]
    return {
        (tenant_id, site_id, day, reason.value): chance.randint(least, most) // (1 if day.weekday() < 5 else 5) + 1
        for day in days
        for reason, least, most in REFUSALS
    }
