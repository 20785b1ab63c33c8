"""How long a page was read: told by its leaves, in the same batch or later, and believed within bounds."""

from datetime import UTC, datetime, timedelta

import pytest

from connectleads.tenancy.scope import tenant_scope
from enrichment.models import Lead, LeadDay
from tests.conftest import Cast
from tests.enrichment.test_drain import drain
from tests.history import make_hit
from tracking.hit import Hit, HitKind
from tracking.models import PageView, Visit
from tracking.queries import CLOCK_LEEWAY_SECONDS
from tracking.stream import (
    append,
)


@pytest.mark.parametrize("together", [True, False], ids=["in one batch", "a batch later"])
def test_reading_time_is_the_longest_told_and_no_more_than_went_by(committed_cast: Cast, together: bool):
    cast, began = committed_cast, datetime.now(UTC) - timedelta(minutes=5)
    view = make_hit(cast.tenant, cast.site, at=began)
    told = [_leave(cast, view, after, said) for after, said in ((40, 30), (20, 15), (50, 9000))]
    for batch in [[view, *told]] if together else [[view], *([one] for one in told)]:
        append(batch)
        drain(cast)

    with tenant_scope(cast.tenant.id):
        seconds = 50 + CLOCK_LEEWAY_SECONDS
        assert PageView.objects.get().seconds == seconds
        assert Visit.objects.get().seconds == seconds
        assert LeadDay.objects.get().seconds == Lead.objects.get().seconds == seconds


def test_a_view_that_comes_again_with_its_leave_counts_once(committed_cast: Cast):
    cast, began = committed_cast, datetime.now(UTC) - timedelta(minutes=5)
    view = make_hit(cast.tenant, cast.site, at=began)
    leave = _leave(cast, view, 30, 30)
    for _ in range(2):
        append([view, leave])
        drain(cast)

    with tenant_scope(cast.tenant.id):
        assert (PageView.objects.get().seconds, Visit.objects.get().seconds, Lead.objects.get().seconds) == (30, 30, 30)


def _leave(cast: Cast, view: Hit, after: int, said: int) -> Hit:
    at = view.at + timedelta(seconds=after)
    return make_hit(cast.tenant, cast.site, at=at, kind=HitKind.LEAVE, of=view.id, seconds=said)
