"""Where a tenant stands with a lead: a closed set, in words (edge to gettext only)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LeadStatus(models.TextChoices):
    """Where a tenant stands with a lead."""

    NEW = "new", _("New")
    CONTACTED = "contacted", _("Contacted")
    TALKING = "talking", _("In conversation")
    CUSTOMER = "customer", _("Customer")
    LOST = "lost", _("Lost")
    IGNORED = "ignored", _("Ignored")
