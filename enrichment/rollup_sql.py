"""The kept sums as SQL over what was recorded: one SELECT a table, to be added, taken away or written anew (pure).

Each SELECT reads the relation `chosen`: visits with `lead_id` and `is_shown`, see CHOSEN. It says of each table what
enrichment.rollups says in Python; a test holds the two against each other.
"""

from dataclasses import dataclass

from enrichment.event_sql import KEY_EVENTS
from enrichment.page_sections import SECTION_SQL

CHOSEN = """
chosen AS MATERIALIZED (
    SELECT v.*, l.id AS lead_id, l.id IS NOT NULL AND l.hidden_at IS NULL AS is_shown,
        (v.started_at AT TIME ZONE %(zone)s)::date AS day, {lost}
    FROM tracking_visit v
    LEFT JOIN enrichment_lead l ON l.tenant_id = v.tenant_id AND l.company_id = v.company_id
        AND v.kind = ANY(%(kinds)s)
    WHERE v.tenant_id = %(tenant)s AND {which}
)
"""
# Pages of a visit whose page views are no longer kept count on the day on which it began.
LOST = """
v.page_views - (SELECT count(*) FROM tracking_pageview p WHERE p.tenant_id = v.tenant_id AND p.visit_id = v.id)
    AS lost_views,
v.seconds - (SELECT coalesce(sum(p.seconds), 0) FROM tracking_pageview p WHERE p.tenant_id = v.tenant_id
    AND p.visit_id = v.id) AS lost_seconds
"""
NOTHING_LOST = "0 AS lost_views, 0 AS lost_seconds"
_VIEWS = """
tracking_pageview p JOIN chosen v ON v.tenant_id = p.tenant_id AND v.id = p.visit_id
    AND p.tenant_id = %(tenant)s AND p.at >= v.started_at AND p.at <= v.last_hit_at
"""
_VIEW_DAY = "(p.at AT TIME ZONE %(zone)s)::date"


@dataclass(frozen=True, slots=True)
class SumTable:
    """A table of sums: its name, key columns, added columns, columns of which the greatest holds, and its SELECT."""

    name: str
    keys: tuple[str, ...]
    sums: tuple[str, ...]
    select: str
    greatest: tuple[str, ...] = ()

    @property
    def add(self) -> str:
        """Adds the SELECT's rows to the table."""
        columns = ", ".join(self.columns)
        return (
            f"WITH {CHOSEN} INSERT INTO {self.name} AS r ({columns}) SELECT {columns} FROM ({self.select}) s "
            f"ORDER BY {', '.join(self.keys)} {self.adding}"
        )

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns."""
        return (*self.keys, *self.sums, *self.greatest)

    @property
    def adding(self) -> str:
        """The end of an INSERT into the table AS r: what is there already is added to, and the greatest holds."""
        changes = [f"{one} = r.{one} + excluded.{one}" for one in self.sums]
        changes += [f"{one} = greatest(r.{one}, excluded.{one})" for one in self.greatest]
        return f"ON CONFLICT ({', '.join(self.keys)}) DO UPDATE SET {', '.join(changes)}"

    @property
    def take_away(self) -> str:
        """Takes the SELECT's rows from the table; what is the greatest stays, see enrichment.rollup_changes."""
        changes = ", ".join(f"{one} = greatest(r.{one} - s.{one}, 0)" for one in self.sums)
        same = " AND ".join(f"r.{one} = s.{one}" for one in self.keys)
        return f"WITH {CHOSEN} UPDATE {self.name} r SET {changes} FROM ({self.select}) s WHERE {same}"

    @property
    def forget_empty(self) -> str:
        """Removes the tenant's rows that have come to nothing."""
        nothing = " AND ".join(f"{one} = 0" for one in self.sums)
        return f"DELETE FROM {self.name} WHERE tenant_id = %(tenant)s AND {nothing}"


SITE_DAYS = SumTable(
    "enrichment_siteday",
    ("tenant_id", "site_id", "day"),
    ("visits", "page_views", "lead_visits", "lead_page_views"),
    f"""
    SELECT tenant_id, site_id, day, sum(visits) AS visits, sum(page_views) AS page_views,
        sum(lead_visits) AS lead_visits, sum(lead_page_views) AS lead_page_views
    FROM (
        SELECT tenant_id, site_id, day, 1 AS visits, lost_views AS page_views, is_shown::int AS lead_visits,
            CASE WHEN is_shown THEN lost_views ELSE 0 END AS lead_page_views FROM chosen
        UNION ALL
        SELECT p.tenant_id, p.site_id, {_VIEW_DAY}, 0, 1, 0, v.is_shown::int FROM {_VIEWS}
    ) x GROUP BY tenant_id, site_id, day
    """,
)
PAGE_DAYS = SumTable(
    "enrichment_pageday",
    ("tenant_id", "day", "site_id", "path"),
    ("views", "lead_views"),
    f"""
    SELECT p.tenant_id, {_VIEW_DAY} AS day, p.site_id, p.path, count(*) AS views,
        count(*) FILTER (WHERE v.is_shown) AS lead_views FROM {_VIEWS} GROUP BY 1, 2, 3, 4
    """,
)
SOURCE_DAYS = SumTable(
    "enrichment_sourceday",
    ("tenant_id", "day", "site_id", "source", "medium", "campaign"),
    ("visits", "lead_visits"),
    """
    SELECT tenant_id, day, site_id, source, medium, campaign, count(*) AS visits,
        count(*) FILTER (WHERE is_shown) AS lead_visits FROM chosen GROUP BY 1, 2, 3, 4, 5, 6
    """,
)
LEAD_DAYS = SumTable(
    "enrichment_leadday",
    ("tenant_id", "lead_id", "site_id", "day"),
    ("visits", "page_views", "seconds", "key_points", "event_points"),
    f"""
    SELECT tenant_id, lead_id, site_id, day, sum(visits) AS visits, sum(page_views) AS page_views,
        sum(seconds) AS seconds, sum(key_points) AS key_points,
        sum(event_points) AS event_points, max(most_pages) AS most_pages
    FROM (
        SELECT tenant_id, lead_id, site_id, day, 1 AS visits, lost_views AS page_views, lost_seconds AS seconds,
            0 AS key_points, 0 AS event_points,
            page_views AS most_pages FROM chosen WHERE lead_id IS NOT NULL
        UNION ALL
        SELECT p.tenant_id, v.lead_id, p.site_id, {_VIEW_DAY}, 0, 1, p.seconds, coalesce((
            SELECT max(k.points) FROM unnest(%(key_paths)s::text[], %(key_points)s::int[]) k (pattern, points)
            WHERE p.path LIKE k.pattern), 0), 0, 0
        FROM {_VIEWS} WHERE v.lead_id IS NOT NULL
        UNION ALL {KEY_EVENTS}
    ) x GROUP BY tenant_id, lead_id, site_id, day
    """,
    ("most_pages",),
)
LEAD_PAGES = SumTable(
    "enrichment_leadpage",
    ("tenant_id", "lead_id", "site_id", "path"),
    ("views",),
    f"""
    SELECT p.tenant_id, v.lead_id, p.site_id, p.path, count(*) AS views, max({_VIEW_DAY}) AS last_on
    FROM {_VIEWS} WHERE v.lead_id IS NOT NULL GROUP BY 1, 2, 3, 4
    """,
    ("last_on",),
)
LEAD_SECTIONS = SumTable(
    "enrichment_leadsection",
    ("tenant_id", "lead_id", "site_id", "section"),
    ("views",),
    f"""
    SELECT tenant_id, lead_id, site_id, section, count(*) AS views, max(day) AS last_on
    FROM (
        SELECT p.tenant_id, v.lead_id, p.site_id, {SECTION_SQL.format(path="p.path")} AS section, {_VIEW_DAY} AS day
        FROM {_VIEWS} WHERE v.lead_id IS NOT NULL
    ) x WHERE section IS NOT NULL GROUP BY 1, 2, 3, 4
    """,
    ("last_on",),
)
LEAD_SOURCES = SumTable(
    "enrichment_leadsource",
    ("tenant_id", "lead_id", "site_id", "source", "medium", "campaign"),
    ("visits",),
    """
    SELECT tenant_id, lead_id, site_id, source, medium, campaign, count(*) AS visits,
        max((last_hit_at AT TIME ZONE %(zone)s)::date) AS last_on
    FROM chosen WHERE lead_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6
    """,
    ("last_on",),
)
SUM_TABLES = (LEAD_DAYS, LEAD_PAGES, LEAD_SECTIONS, LEAD_SOURCES, PAGE_DAYS, SOURCE_DAYS, SITE_DAYS)

TITLES = f"""
WITH {CHOSEN} INSERT INTO enrichment_sitepage AS r (tenant_id, site_id, path, title, titled_at)
SELECT DISTINCT ON (p.site_id, p.path) p.tenant_id, p.site_id, p.path, p.title, p.at FROM {_VIEWS}
ORDER BY p.site_id, p.path, p.at DESC, p.id DESC
ON CONFLICT (tenant_id, site_id, path) DO UPDATE SET title = excluded.title, titled_at = excluded.titled_at
WHERE excluded.titled_at >= r.titled_at
"""
MISSING_LEADS = """
INSERT INTO enrichment_lead (tenant_id, id, company_id, network_id, status, tags, name, domain, country, kind,
    confidence, first_seen_at, last_seen_at, visits, page_views, seconds, most_pages, warmth, source, medium, campaign)
SELECT v.tenant_id, gen_random_uuid(), v.company_id, (array_agg(v.network_id ORDER BY v.started_at DESC))[1], 'new',
    '{{}}', '', '', '', '', 0, min(v.started_at), max(v.last_hit_at), 0, 0, 0, 0, -1000, '', '', ''
FROM tracking_visit v
WHERE v.tenant_id = %(tenant)s AND v.company_id IS NOT NULL AND v.network_id IS NOT NULL AND v.kind = ANY(%(kinds)s)
    AND {which}
GROUP BY v.tenant_id, v.company_id
ON CONFLICT (tenant_id, company_id) DO NOTHING
"""
# What is the greatest cannot be taken away from: it is found anew among the visits that are left.
GREATEST_ANEW = (
    """
UPDATE enrichment_leadday d SET most_pages = coalesce((
    SELECT max(v.page_views) FROM tracking_visit v JOIN enrichment_lead l
        ON l.tenant_id = v.tenant_id AND l.company_id = v.company_id
    WHERE l.tenant_id = d.tenant_id AND l.id = d.lead_id AND v.site_id = d.site_id AND v.kind = ANY(%(kinds)s)
        AND v.started_at >= d.day::timestamp AT TIME ZONE %(zone)s
        AND v.started_at < (d.day + 1)::timestamp AT TIME ZONE %(zone)s), 0)
WHERE d.tenant_id = %(tenant)s AND d.lead_id = ANY(%(leads)s) AND d.day = ANY(%(days)s)
""",
    """
UPDATE enrichment_leadpage r SET last_on = s.last_on FROM (
    SELECT l.id, p.site_id, p.path, max((p.at AT TIME ZONE %(zone)s)::date) AS last_on FROM enrichment_lead l
    JOIN tracking_visit v ON v.tenant_id = l.tenant_id AND v.company_id = l.company_id AND v.kind = ANY(%(kinds)s)
    JOIN tracking_pageview p ON p.tenant_id = v.tenant_id AND p.visit_id = v.id
        AND p.at >= v.started_at AND p.at <= v.last_hit_at
    WHERE l.tenant_id = %(tenant)s AND l.id = ANY(%(leads)s) GROUP BY 1, 2, 3) s
WHERE r.tenant_id = %(tenant)s AND r.lead_id = s.id AND r.site_id = s.site_id AND r.path = s.path
    AND r.last_on <> s.last_on
""",
    f"""
UPDATE enrichment_leadsection r SET last_on = s.last_on FROM (
    SELECT lead_id, site_id, {SECTION_SQL.format(path="path")} AS section, max(last_on) AS last_on
    FROM enrichment_leadpage WHERE tenant_id = %(tenant)s AND lead_id = ANY(%(leads)s) GROUP BY 1, 2, 3) s
WHERE r.tenant_id = %(tenant)s AND r.lead_id = s.lead_id AND r.site_id = s.site_id AND r.section = s.section
    AND r.last_on <> s.last_on
""",
    """
UPDATE enrichment_leadsource r SET last_on = s.last_on FROM (
    SELECT l.id, v.site_id, v.source, v.medium, v.campaign,
        max((v.last_hit_at AT TIME ZONE %(zone)s)::date) AS last_on FROM enrichment_lead l
    JOIN tracking_visit v ON v.tenant_id = l.tenant_id AND v.company_id = l.company_id AND v.kind = ANY(%(kinds)s)
    WHERE l.tenant_id = %(tenant)s AND l.id = ANY(%(leads)s) GROUP BY 1, 2, 3, 4, 5) s
WHERE r.tenant_id = %(tenant)s AND r.lead_id = s.id AND r.site_id = s.site_id AND r.source = s.source
    AND r.medium = s.medium AND r.campaign = s.campaign AND r.last_on <> s.last_on
""",
)
