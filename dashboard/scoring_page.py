"""Report behind the page of the score: the weights, and what they do to the tenant's own leads (edge: it reads)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import QueryDict

from dashboard.access import Member
from dashboard.event_words import event_words
from dashboard.monogram import Monogram, monogram
from dashboard.page_names import page_name
from enrichment.exclusions import parse_path
from enrichment.lead_numbers import facets
from enrichment.lead_search import viewpoint
from enrichment.rescoring import Tried, known_events, try_weights
from enrichment.scoring import (
    DEFAULT,
    HALF_LIVES,
    MAX_EVENT_NAME,
    MAX_KEY_EVENTS,
    MAX_KEY_PAGES,
    MAX_POINTS,
    KeyEvent,
    KeyPage,
    Weights,
)
from enrichment.warmth import HeatLevel, heat, heat_level

SHOWN = 12
EMPTY_ROWS = 3
KNOWN_EVENTS = 12


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A lead under the new weights: its heat now and then, its place then, and how many places it rises."""

    id: UUID
    name: str
    tile: Monogram
    now: int
    then: int
    level: HeatLevel
    place: int
    rise: int


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event that can count: its name, what to call it, how often it happened in thirty days, and its points."""

    name: str
    words: str
    count: int
    points: int


@dataclass(frozen=True, slots=True)
class ScoringPage:
    """The page. `preview` is None until weights are tried; `changed` counts leads that change a step of warmth."""

    weights: Weights
    key_rows: tuple[KeyPage, ...]
    events: tuple[EventRow, ...]
    half_lives: tuple[int, ...]
    max_points: int
    pages: tuple[tuple[str, str], ...]
    preview: tuple[PreviewRow, ...] | None
    tried: int
    changed: int


def scoring_page(member: Member, trying: Weights | None, *, today: date) -> ScoringPage:
    """The weights that hold, or those that are tried, with what they do."""
    view = viewpoint(member.tenant, today=today)
    weights = trying or view.weights
    tried = try_weights(view, weights) if trying else []
    empty = [KeyPage("", 5)] * min(EMPTY_ROWS, MAX_KEY_PAGES - len(weights.key_pages))
    return ScoringPage(
        weights=weights,
        key_rows=(*weights.key_pages, *empty),
        events=_events(weights, known_events(view, limit=KNOWN_EVENTS)),
        half_lives=HALF_LIVES,
        max_points=MAX_POINTS,
        pages=tuple((one.value, page_name(one.value, one.label)) for one in facets(view).get("path", ())),
        preview=_rows(tried) if trying else None,
        tried=len(tried),
        changed=sum(heat_level(heat(one.points_now)) != heat_level(heat(one.points_then)) for one in tried),
    )


def _events(weights: Weights, known: Sequence[tuple[str, int]]) -> tuple[EventRow, ...]:
    """What counts first, then what happens most."""
    counts = dict(known)
    points = {one.name: one.points for one in weights.key_events}
    return tuple(
        EventRow(name, event_words(name), counts.get(name, 0), points.get(name, 0))
        for name in dict.fromkeys([*points, *counts])
    )


def read_weights(form: QueryDict) -> Weights:
    """Weights as typed; what is no number within its bounds is the default."""
    half_life = _number(form.get("half_life_days", ""), DEFAULT.half_life_days)
    pairs = zip(form.getlist("key_path"), form.getlist("key_points"), strict=False)
    keys = [KeyPage(path, _number(points, 5)) for text, points in pairs if (path := parse_path(text)) is not None]
    unique = {one.path: one for one in keys}
    typed = zip(form.getlist("event"), form.getlist("event_points"), strict=False)
    points = {name: _number(text, 0) for given, text in typed if (name := _event_name(given))}
    events = [KeyEvent(name, number) for name, number in points.items() if number]
    return Weights(
        half_life_days=half_life if half_life in HALF_LIVES else DEFAULT.half_life_days,
        per_visit=_number(form.get("per_visit", ""), DEFAULT.per_visit),
        per_page=_number(form.get("per_page", ""), DEFAULT.per_page),
        per_minute=_number(form.get("per_minute", ""), DEFAULT.per_minute),
        key_pages=tuple(unique.values())[:MAX_KEY_PAGES],
        key_events=tuple(events)[:MAX_KEY_EVENTS],
    )


def _event_name(text: str) -> str:
    """A name as the door keeps it: on one line, at most 80 characters."""
    return " ".join(text.replace("\0", "").split())[:MAX_EVENT_NAME]


def _number(text: str, otherwise: int) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) < 4
    return min(int(text), MAX_POINTS) if is_number else otherwise


def _rows(tried: Sequence[Tried]) -> tuple[PreviewRow, ...]:
    now = sorted(tried, key=lambda one: (-one.points_now, one.id))
    before = {one.id: place for place, one in enumerate(now)}
    then = sorted(tried, key=lambda one: (-one.points_then, one.id))
    return tuple(
        PreviewRow(
            id=one.id,
            name=one.name,
            tile=monogram(one.name),
            now=heat(one.points_now),
            then=heat(one.points_then),
            level=heat_level(heat(one.points_then)),
            place=place + 1,
            rise=before[one.id] - place,
        )
        for place, one in enumerate(then[:SHOWN])
    )
