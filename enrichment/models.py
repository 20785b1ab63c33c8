"""Companies and networks, which are public facts shared by all, and leads, which are a tenant's own."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from connectleads.tenancy.keys import new_id
from connectleads.tenancy.owned import TenantOwned
from enrichment.company_change_kind import CompanyChangeKind
from enrichment.correction_kind import CorrectionKind
from enrichment.exclusion_models import Exclusion
from enrichment.lead_status import LeadStatus
from enrichment.objection_row import Objection, ObjectionState, ObjectionWay
from enrichment.privacy_audit_row import PrivacyAudit
from enrichment.restricted_row import RestrictedLead
from enrichment.rollup_models import LeadPage, LeadSection, LeadSource, PageDay, SiteDay, SitePage, SourceDay

__all__ = [
    "Company", "Exclusion", "Lead", "LeadDay", "LeadPage", "LeadSection", "LeadSource", "Network", "Objection",
    "ObjectionState", "ObjectionWay", "PageDay", "PrivacyAudit", "RestrictedLead", "Scoring", "SiteDay", "SitePage",
    "SourceDay",
]  # fmt: skip


class Company(models.Model):
    """An organisation, once, whatever the spelling. `normalised` is its name without legal form, case and accents."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=200)
    normalised = models.CharField(max_length=200)
    legal_form = models.CharField(max_length=40, blank=True)
    country = models.CharField(max_length=2, blank=True)
    kind = models.CharField(max_length=12)
    domain = models.CharField(max_length=253, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("normalised", "country"), name="company_once"),)

    def __str__(self) -> str:
        return self.name


class CompanyName(models.Model):
    """A name under which sources know a company. Whoever finds it again finds the same company, also after a merge."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    normalised = models.CharField(max_length=200)
    country = models.CharField(max_length=2, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("normalised", "country"), name="company_name_once"),)

    def __str__(self) -> str:
        return self.name


class CompanyChange(models.Model):
    """That the installation's staff merged two companies or split one: what, who, why, and when it was carried out.

    Nothing but the outcome is ever changed in such a row, so that the rows tell what became of each company.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=8, choices=CompanyChangeKind)
    company_id = models.UUIDField()
    other_id = models.UUIDField()
    details = models.JSONField(default=dict)
    reason = models.CharField(max_length=300, blank=True)
    by_id = models.BigIntegerField()
    by_name = models.CharField(max_length=254)
    requested_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=CompanyChangeKind.values), name="company_change_kind_known"
            ),
        )
        indexes = (models.Index(fields=("-requested_at",), name="company_change_by_time"),)


class Network(models.Model):
    """A network and who holds it: the answer for every address in it, with the evidence for that answer.

    `block` is the CIDR block, or first-last where the range is none; empty when it is so small that it would come
    close to a visitor's address.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    block = models.CharField(max_length=80, blank=True)
    asn = models.BigIntegerField()
    holder = models.CharField(max_length=300)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="networks")
    kind = models.CharField(max_length=12)
    confidence = models.FloatField()
    evidence = models.JSONField(default=list)
    rule = models.CharField(max_length=60)
    learnt_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("block", "asn", "company"), name="network_once"),)


class KnownRange(models.Model):
    """What a registry's answer came to, for every address in a range: the installation's own network cache.

    `first` and `last` are addresses as numbers, of IPv6 the network half. Without a company the range is known to
    belong to nobody who may be named. Ranges that come close to one visitor are never kept.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.PositiveSmallIntegerField()
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    registry = models.CharField(max_length=8)
    kind = models.CharField(max_length=12)
    confidence = models.FloatField()
    rule = models.CharField(max_length=60)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    network = models.ForeignKey(Network, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    learnt_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("version", "first", "last"), name="known_range_once"),)
        indexes = (models.Index(fields=("learnt_at",), name="known_range_by_time"),)


FILTERED_BY = (
    "first_seen_at", "kind", "hidden_at", "visits", "page_views", "country", "status", "confidence", "most_pages",
    "warmth",
)  # fmt: skip


class Lead(TenantOwned):
    """A company as one tenant sees it.

    What a person decided: `status`, `owner_id`, `tags`, `hidden_at`; `touched_at` is when somebody last worked on it.
    Everything else follows from its visits, days and company, and is kept by enrichment.lead_refresh. `warmth` is the
    binary logarithm of its points (enrichment.scoring), so that the order of leads does not change as time goes by.
    `correction` is what the tenant says about the company, empty where it says nothing; see Correction.
    """

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+", db_index=False)
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=10, choices=LeadStatus, default=LeadStatus.NEW)
    correction = models.CharField(max_length=10, choices=CorrectionKind, blank=True, default="", db_default="")
    owner_id = models.BigIntegerField(null=True, blank=True)
    tags = ArrayField(models.CharField(max_length=40), default=list)
    hidden_at = models.DateTimeField(null=True, blank=True)
    touched_at = models.DateTimeField(null=True, blank=True)
    name = models.CharField(max_length=200, default="")
    domain = models.CharField(max_length=253, default="")
    country = models.CharField(max_length=2, default="")
    kind = models.CharField(max_length=12, default="")
    confidence = models.FloatField(default=0)
    first_seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    visits = models.PositiveIntegerField(default=0)
    page_views = models.PositiveIntegerField(default=0)
    seconds = models.PositiveBigIntegerField(default=0)
    most_pages = models.PositiveIntegerField(default=0)
    warmth = models.FloatField(default=-1000)
    source = models.CharField(max_length=80, default="")
    medium = models.CharField(max_length=80, default="")
    campaign = models.CharField(max_length=80, default="")

    class Meta(TenantOwned.Meta):
        constraints = (
            models.UniqueConstraint(fields=("tenant", "company"), name="lead_once_per_company"),
            models.CheckConstraint(condition=models.Q(status__in=LeadStatus.values), name="lead_status_known"),
        )
        indexes = (
            models.Index(
                fields=("tenant", "-last_seen_at", "id"), include=FILTERED_BY, name="lead_by_last_visit"
            ),  # a count of a filter reads it and no lead
            models.Index(fields=("tenant", "-warmth", "id"), name="lead_by_warmth"),
            models.Index(
                fields=("tenant", "first_seen_at"),
                include=("last_seen_at", "kind", "hidden_at", "visits"),
                name="lead_by_first_visit",
            ),
            models.Index(fields=("tenant",), condition=~models.Q(tags=[]), name="lead_with_tags"),
        )


class LeadDay(TenantOwned):
    """What a lead did on one site on one of the tenant's own days.

    `key_points` come from key pages and events, and `event_points` of them from events; `most_pages` are those of the
    longest visit that began that day.
    """

    pk = models.CompositePrimaryKey("tenant_id", "lead_id", "site_id", "day")
    lead_id = models.UUIDField()
    site_id = models.UUIDField()
    day = models.DateField()
    visits = models.PositiveIntegerField(default=0)
    page_views = models.PositiveIntegerField(default=0)
    seconds = models.PositiveBigIntegerField(default=0)
    key_points = models.PositiveIntegerField(default=0)
    event_points = models.PositiveIntegerField(default=0, db_default=0)
    most_pages = models.PositiveIntegerField(default=0)

    class Meta(TenantOwned.Meta):
        indexes = (models.Index(fields=("tenant", "day"), include=("lead_id",), name="lead_day_by_day"),)


class Correction(TenantOwned):
    """What one tenant says about a company: it is wrong, it is a customer, it is an office of its own.

    It changes that tenant's own view at once. The shared record is changed by the installation's staff only.
    """

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=CorrectionKind)
    note = models.CharField(max_length=300, blank=True)
    by_id = models.BigIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now=True)

    class Meta(TenantOwned.Meta):
        constraints = (
            models.UniqueConstraint(fields=("tenant", "company"), name="correction_once_per_company"),
            models.CheckConstraint(condition=models.Q(kind__in=CorrectionKind.values), name="correction_kind_known"),
        )


class TenantRange(TenantOwned):
    """A range that one tenant wrote down as that of a company, or without one as an office of its own.

    Numbers are as in KnownRange. The company is a shared one: what a tenant types makes no shared record.
    """

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    version = models.PositiveSmallIntegerField()
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    company = models.ForeignKey(
        Company, on_delete=models.CASCADE, null=True, blank=True, related_name="+", db_index=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(TenantOwned.Meta):
        constraints = (
            models.UniqueConstraint(fields=("tenant", "version", "first", "last"), name="tenant_range_once"),
        )


class Scoring(TenantOwned):
    """What a tenant finds important in a lead; without a row the defaults of enrichment.scoring hold.

    `key_pages` is a list of [path, points]; a path may end in * . `key_events` is one of [name, points].
    """

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    half_life_days = models.PositiveSmallIntegerField()
    per_visit = models.PositiveSmallIntegerField()
    per_page = models.PositiveSmallIntegerField()
    per_minute = models.PositiveSmallIntegerField()
    key_pages = models.JSONField(default=list)
    key_events = models.JSONField(default=list, db_default=[])
    changed_at = models.DateTimeField(auto_now=True)

    class Meta(TenantOwned.Meta):
        constraints = (models.UniqueConstraint(fields=("tenant",), name="scoring_once"),)
