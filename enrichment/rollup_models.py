"""Sums kept beside what was recorded, so that pages do not have to count: by day, by page and by source."""

from django.db import models

from connectleads.tenancy.owned import TenantOwned


class SiteDay(TenantOwned):
    """What a site saw on one of the tenant's days, and how much of it came from leads that are shown.

    A visit counts on the day on which it began, a page view on its own day.
    """

    pk = models.CompositePrimaryKey("tenant_id", "site_id", "day")
    site_id = models.UUIDField()
    day = models.DateField()
    visits = models.IntegerField(default=0)
    page_views = models.IntegerField(default=0)
    lead_visits = models.IntegerField(default=0)
    lead_page_views = models.IntegerField(default=0)


class PageDay(TenantOwned):
    """How often a page was read on a day, and how often by leads that are shown."""

    pk = models.CompositePrimaryKey("tenant_id", "day", "site_id", "path")
    day = models.DateField()
    site_id = models.UUIDField()
    path = models.CharField(max_length=500)
    views = models.IntegerField(default=0)
    lead_views = models.IntegerField(default=0)


class SourceDay(TenantOwned):
    """How many visits a source brought on a day, and how many of leads that are shown."""

    pk = models.CompositePrimaryKey("tenant_id", "day", "site_id", "source", "medium", "campaign")
    day = models.DateField()
    site_id = models.UUIDField()
    source = models.CharField(max_length=80)
    medium = models.CharField(max_length=80)
    campaign = models.CharField(max_length=80)
    visits = models.IntegerField(default=0)
    lead_visits = models.IntegerField(default=0)


class SitePage(TenantOwned):
    """A page of a site with the title it last had."""

    pk = models.CompositePrimaryKey("tenant_id", "site_id", "path")
    site_id = models.UUIDField()
    path = models.CharField(max_length=500)
    title = models.CharField(max_length=200)
    titled_at = models.DateTimeField()


class LeadPage(TenantOwned):
    """That a lead read a page: how often, and on which day last; a day, so that the index seldom changes."""

    pk = models.CompositePrimaryKey("tenant_id", "lead_id", "site_id", "path")
    lead_id = models.UUIDField()
    site_id = models.UUIDField()
    path = models.CharField(max_length=500)
    views = models.IntegerField(default=0)
    last_on = models.DateField()

    class Meta(TenantOwned.Meta):
        indexes = (models.Index(fields=("tenant", "path", "last_on", "lead_id"), name="lead_page_by_path"),)


class LeadSection(TenantOwned):
    """That a lead read pages of a section of a site (enrichment.page_sections): how many, and on which day last."""

    pk = models.CompositePrimaryKey("tenant_id", "lead_id", "site_id", "section")
    lead_id = models.UUIDField()
    site_id = models.UUIDField()
    section = models.CharField(max_length=500)
    views = models.IntegerField(default=0)
    last_on = models.DateField()

    class Meta(TenantOwned.Meta):
        indexes = (models.Index(fields=("tenant", "section", "last_on", "lead_id"), name="lead_section_by_section"),)


class LeadSource(TenantOwned):
    """How a lead came to a site: in how many visits, and on which day last."""

    pk = models.CompositePrimaryKey("tenant_id", "lead_id", "site_id", "source", "medium", "campaign")
    lead_id = models.UUIDField()
    site_id = models.UUIDField()
    source = models.CharField(max_length=80)
    medium = models.CharField(max_length=80)
    campaign = models.CharField(max_length=80)
    visits = models.IntegerField(default=0)
    last_on = models.DateField()

    class Meta(TenantOwned.Meta):
        indexes = (
            models.Index(
                fields=("tenant", "source", "last_on", "lead_id"),
                include=("medium", "campaign", "site_id"),
                name="lead_source_by_source",
            ),
        )
