"""What was recorded: visits, their page views, counts of drops, and how far each stream has been read."""

from django.db import models

from connectleads.tenancy.keys import new_id
from connectleads.tenancy.owned import TenantOwned


class Visit(TenantOwned):
    """Hits of one browser on one site with no gap over thirty minutes. Holds no address.

    `network_id` and `company_id` point to the enrichment room's tables; None while the visitor's organisation is
    unknown. `kind` is the verdict's word for the visitor's network.
    """

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    site_id = models.UUIDField()
    receipt_id = models.UUIDField()
    visitor_hash = models.BinaryField(max_length=32)
    started_at = models.DateTimeField()
    last_hit_at = models.DateTimeField()
    page_views = models.PositiveIntegerField(default=0)
    seconds = models.PositiveBigIntegerField(default=0)
    source = models.CharField(max_length=80)
    medium = models.CharField(max_length=80, blank=True)
    campaign = models.CharField(max_length=80, blank=True)
    entry_path = models.CharField(max_length=500)
    kind = models.CharField(max_length=12)
    network_id = models.UUIDField(null=True, blank=True)
    company_id = models.UUIDField(null=True, blank=True)

    class Meta(TenantOwned.Meta):
        indexes = (
            models.Index(fields=("tenant", "company_id", "-started_at"), name="visit_by_company"),
            models.Index(fields=("tenant", "site_id", "visitor_hash", "-last_hit_at"), name="visit_by_visitor"),
            models.Index(fields=("tenant", "started_at"), name="visit_by_start"),
            models.Index(fields=("tenant", "receipt_id"), name="visit_by_receipt"),
        )


class PageView(TenantOwned):
    """One page seen during a visit. Its table is partitioned by month of `at`; `id` is the hit's own id."""

    pk = models.CompositePrimaryKey("tenant_id", "at", "id")
    at = models.DateTimeField()
    id = models.UUIDField()
    visit_id = models.UUIDField()
    site_id = models.UUIDField()
    path = models.CharField(max_length=500)
    title = models.CharField(max_length=200, blank=True)
    seconds = models.PositiveIntegerField(default=0)

    class Meta(TenantOwned.Meta):
        indexes = (
            models.Index(fields=("tenant", "visit_id", "at"), name="page_view_by_visit"),
            models.Index(fields=("tenant", "id"), name="page_view_by_hit"),
        )


class DropCount(TenantOwned):
    """How many hits of a site were dropped on a day, by reason. That is all that is known of them."""

    pk = models.CompositePrimaryKey("tenant_id", "site_id", "day", "reason")
    site_id = models.UUIDField()
    day = models.DateField()
    reason = models.CharField(max_length=24)
    count = models.PositiveBigIntegerField(default=0)


class StreamPosition(models.Model):
    """How far a stream has been read. Written in the transaction of the rows that were read, and only there."""

    stream = models.CharField(primary_key=True, max_length=40)
    position = models.CharField(max_length=60)
    updated_at = models.DateTimeField()


class Event(TenantOwned):
    """Something a visitor did on a page: followed a link, downloaded a file, sent a form, or what the site names so.

    `target` is the link's host and path. Nothing that was typed is ever in it.
    """

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField()
    at = models.DateTimeField()
    visit_id = models.UUIDField()
    site_id = models.UUIDField()
    name = models.CharField(max_length=80)
    path = models.CharField(max_length=500)
    target = models.CharField(max_length=500, blank=True)

    class Meta(TenantOwned.Meta):
        indexes = (
            models.Index(fields=("tenant", "visit_id", "at"), name="event_by_visit"),
            models.Index(fields=("tenant", "at"), name="event_by_time"),
        )


class Withdrawal(TenantOwned):
    """That a visitor took consent back at a time: hits of that visitor up to it are dropped wherever they turn up.

    It holds a keyed hash of a random id that no longer exists, and goes when no hit of that time can still be waiting.
    The time lies ahead for who withdrew on the visitor's page: as long as that browser can keep the id.
    """

    pk = models.CompositePrimaryKey("tenant_id", "site_id", "visitor_hash")
    site_id = models.UUIDField()
    visitor_hash = models.BinaryField(max_length=32)
    withdrawn_at = models.DateTimeField()

    class Meta(TenantOwned.Meta):
        pass
