"""That an organisation does not want to be shown: shared by all tenants, for none may show it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from connectleads.tenancy.keys import new_id


class ObjectionWay(models.TextChoices):
    """How an organisation showed that it is the one."""

    NETWORK = "network", _("From its own network")
    DNS = "dns", _("By its domain")


class ObjectionState(models.TextChoices):
    """Where the staff stands with an objection. What is not refused holds, also while it waits to be looked at."""

    OPEN = "open", _("To be looked at")
    CONFIRMED = "confirmed", _("Confirmed")
    UNMATCHED = "unmatched", _("Not matched to an organisation yet")
    REFUSED = "refused", _("Refused")


class Objection(models.Model):
    """An organisation by its normalised name and country, or by its domain alone until staff matched it.

    Nothing is kept of who asked: no address and no name of a person. `number_hash` is SHA-256 of the receipt's number.
    `leads` is how many leads it took away, `applied_at` when first. What is only proof of the request (its number, the
    domain, who reviewed it) ends before the objection does, which lasts as long as it must work.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    way = models.CharField(max_length=8, choices=ObjectionWay)
    state = models.CharField(max_length=10, choices=ObjectionState, default=ObjectionState.OPEN)
    name = models.CharField(max_length=200, blank=True)
    normalised = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, blank=True)
    domain = models.CharField(max_length=253, blank=True)
    number_hash = models.BinaryField(max_length=32, unique=True, null=True)
    made_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)
    leads = models.PositiveIntegerField(default=0)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.CharField(max_length=254, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("normalised", "country"),
                condition=~models.Q(normalised="") & ~models.Q(state=ObjectionState.REFUSED),
                name="objection_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(normalised="") | models.Q(state__in=("unmatched", "refused")),
                name="objection_matched_or_waiting",
            ),
        )

    def __str__(self) -> str:
        return self.name or self.domain
