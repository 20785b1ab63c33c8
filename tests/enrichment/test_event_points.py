"""Events that a tenant finds important count for the score, once each, and follow what is erased."""

from datetime import UTC, datetime, timedelta

import pytest

from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from enrichment.erasure import erase_visitors
from enrichment.lead_search import viewpoint
from enrichment.models import Lead, LeadDay
from enrichment.rescoring import keep_weights, rescore_step, try_weights
from enrichment.scoring import KeyEvent, KeyPage, Weights
from tests.conftest import Cast, database_role
from tests.enrichment.test_rollups import kept, rebuilt
from tests.history import HASHER, HOME_ADDRESS, make_hit, store
from tracking.hit import Hit, HitKind
from tracking.withdrawal import Withdrawn

AT = datetime.now(UTC) - timedelta(minutes=20)
FORMS = Weights(key_events=(KeyEvent("form", 12), KeyEvent("offerte", 20)), key_pages=(KeyPage("/prijzen", 5),))


def event(cast: Cast, name: str = "form", **changes) -> Hit:
    return make_hit(
        cast.tenant, cast.site, kind=HitKind.EVENT, event=name, **{"at": AT + timedelta(minutes=1), **changes}
    )


def weigh(cast: Cast, weights: Weights = FORMS) -> None:
    with tenant_scope(cast.tenant.id):
        keep_weights(weights)


def points(cast: Cast) -> list[tuple[int, int]]:
    with tenant_scope(cast.tenant.id):
        return list(LeadDay.objects.order_by("day").values_list("key_points", "event_points"))


def warmth(cast: Cast) -> float:
    with tenant_scope(cast.tenant.id):
        return Lead.objects.get().warmth


@pytest.fixture
def visited(cast: Cast) -> Cast:
    """Adyen read the prices."""
    weigh(cast)
    store(make_hit(cast.tenant, cast.site, at=AT, path="/prijzen"))
    return cast


def test_a_key_event_adds_its_points_and_warms_the_lead(visited: Cast):
    before = warmth(visited)

    store(event(visited), event(visited, "offerte"), event(visited, "download"))

    assert points(visited) == [(5 + 12 + 20, 12 + 20)]
    assert warmth(visited) > before
    assert rebuilt(visited.tenant) == kept(visited.tenant)


def test_an_event_that_comes_again_counts_once(visited: Cast):
    one = event(visited)

    store(one, one)
    store(one, event(visited))

    assert points(visited) == [(5 + 24, 24)]


def test_an_event_in_the_batch_of_its_first_view_counts(cast: Cast):
    weigh(cast)

    store(make_hit(cast.tenant, cast.site, at=AT), event(cast))

    assert points(cast) == [(12, 12)]
    assert rebuilt(cast.tenant) == kept(cast.tenant)


def test_an_event_on_the_day_after_its_visits_last_view_counts_on_its_own_day(cast: Cast):
    weigh(cast)
    midnight = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=2)
    with database_role("worker"), unscoped_all_tenants("test"):
        cast.tenant.time_zone = "UTC"
        cast.tenant.save()

    store(make_hit(cast.tenant, cast.site, at=midnight - timedelta(minutes=5)))
    store(event(cast, at=midnight + timedelta(minutes=5)))

    assert points(cast) == [(0, 0), (12, 12)]
    assert rebuilt(cast.tenant) == kept(cast.tenant)


def test_an_event_of_a_home_user_counts_for_nobody(cast: Cast):
    weigh(cast)

    store(make_hit(cast.tenant, cast.site, at=AT, address=HOME_ADDRESS), event(cast, address=HOME_ADDRESS))

    assert points(cast) == []


def test_what_is_erased_takes_its_points_along(visited: Cast):
    store(make_hit(visited.tenant, visited.site, at=AT, visitor="two"), event(visited, visitor="two"))
    assert points(visited) == [(5 + 12, 12)]

    gone = Withdrawn(visited.tenant.id, visited.site.id, HASHER.visitor(visited.site.id, "two"), datetime.now(UTC))
    with database_role("worker"), unscoped_all_tenants("test"):
        erase_visitors([gone])

    assert points(visited) == [(5, 0)]
    assert rebuilt(visited.tenant) == kept(visited.tenant)


@pytest.mark.parametrize(("weights", "expected"), [(FORMS, (5 + 12, 12)), (Weights(), (0, 0))])
def test_events_are_scored_anew_when_the_weights_change(cast: Cast, weights: Weights, expected: tuple[int, int]):
    weigh(cast, Weights(key_events=(KeyEvent("form", 3),)))
    store(make_hit(cast.tenant, cast.site, at=AT, path="/prijzen"), event(cast))
    assert points(cast) == [(3, 3)]

    weigh(cast, weights)
    with database_role("worker"), tenant_scope(cast.tenant.id):
        rescore_step(viewpoint(cast.tenant, today=datetime.now(UTC).date()))

    assert points(cast) == [expected]
    assert rebuilt(cast.tenant) == kept(cast.tenant)


def test_a_preview_counts_events_before_they_hold(visited: Cast):
    store(event(visited))

    with tenant_scope(visited.tenant.id):
        view = viewpoint(visited.tenant, today=datetime.now(UTC).date())
        (tried,) = try_weights(view, Weights(key_events=(KeyEvent("form", 50),)))

    assert tried.points_then == pytest.approx(tried.points_now - 5 - 12 + 50, rel=0.2)
