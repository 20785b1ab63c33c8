"""Companies and networks, which are public facts shared by all, and leads, which are a tenant's own."""

from django.db import models

from connectleads.tenancy.keys import new_id
from connectleads.tenancy.owned import TenantOwned
from enrichment.lead_status import LeadStatus
from enrichment.objection_row import Objection, ObjectionState, ObjectionWay
from enrichment.privacy_audit_row import PrivacyAudit

__all__ = ["Company", "Lead", "LeadDay", "Network", "Objection", "ObjectionState", "ObjectionWay", "PrivacyAudit"]


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


class Network(models.Model):
    """A network and who holds it: the answer for every address in it, with the evidence for that answer.

    `block` is the CIDR block, empty when it is so small that it would come close to a visitor's address.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    block = models.CharField(max_length=43, blank=True)
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


class Lead(TenantOwned):
    """A company as one tenant sees it. The counters are sums over its visits, kept by the drain."""

    pk = models.CompositePrimaryKey("tenant_id", "id")
    id = models.UUIDField(default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+", db_index=False)
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=10, choices=LeadStatus, default=LeadStatus.NEW)
    first_seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    visits = models.PositiveIntegerField(default=0)
    page_views = models.PositiveIntegerField(default=0)
    seconds = models.PositiveBigIntegerField(default=0)

    class Meta(TenantOwned.Meta):
        constraints = (
            models.UniqueConstraint(fields=("tenant", "company"), name="lead_once_per_company"),
            models.CheckConstraint(condition=models.Q(status__in=LeadStatus.values), name="lead_status_known"),
        )
        indexes = (models.Index(fields=("tenant", "-last_seen_at"), name="lead_by_last_seen"),)


class LeadDay(TenantOwned):
    """What a lead did on one site on one of the tenant's own days."""

    pk = models.CompositePrimaryKey("tenant_id", "lead_id", "site_id", "day")
    lead_id = models.UUIDField()
    site_id = models.UUIDField()
    day = models.DateField()
    visits = models.PositiveIntegerField(default=0)
    page_views = models.PositiveIntegerField(default=0)
    seconds = models.PositiveBigIntegerField(default=0)

    class Meta(TenantOwned.Meta):
        indexes = (models.Index(fields=("tenant", "day"), name="lead_day_by_day"),)
