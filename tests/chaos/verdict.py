"""What must hold behind everything that happened."""

from uuid import UUID

from tests.chaos.installation import Installation
from tests.chaos.load import Load

VISITS = "SELECT coalesce(sum(page_views), 0) FROM tracking_visit"
LEADS = "SELECT coalesce(sum(page_views), 0), coalesce(sum(visits), 0) FROM enrichment_lead"
LEAD_DAYS = "SELECT coalesce(sum(page_views), 0), coalesce(sum(visits), 0) FROM enrichment_leadday"
LED = """
SELECT coalesce(sum(v.page_views), 0), count(*) FROM tracking_visit v
WHERE v.company_id IS NOT NULL AND v.kind NOT IN ('education', 'government')
"""
OVER_LIMIT = "SELECT count(*) FROM tracking_dropcount WHERE reason = 'rate_limited'"
DROPS = "SELECT coalesce(sum(count), 0) FROM tracking_dropcount WHERE reason = 'refused'"


def check(place: Installation, load: Load) -> str:
    """Raise AssertionError when a promise was broken; what was counted, in words."""
    rows = [UUID(str(row[0])) for row in place.query("SELECT id FROM tracking_pageview")]
    stored = set(rows)
    (drops,) = place.query(DROPS)[0]

    assert place.query(OVER_LIMIT) == [(0,)], "the load was over a limit, so this shows nothing"
    assert load.acknowledged - stored == set(), "acknowledged hits are missing"
    assert stored - load.sent == set(), "hits are stored that nobody sent"
    assert len(rows) == len(stored), "hits are stored twice"
    assert place.query(VISITS) == [(len(rows),)], "visits count other page views than there are"
    assert place.query(LEADS) == place.query(LEAD_DAYS) == place.query(LED), "leads count other rows than there are"
    assert load.refusals_acknowledged <= drops <= load.refusals_sent, "refusals are counted wrongly"
    unsure = len(stored - load.acknowledged)
    return (
        f"{len(load.acknowledged)} acknowledged = stored, each once ({unsure} stored without an answer), {drops} drops"
    )
