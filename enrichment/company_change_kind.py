"""What the installation's staff can do to shared companies (edge to Django's choices only)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CompanyChangeKind(models.TextChoices):
    """Two records become one, or one becomes two."""

    MERGE = "merge", _("Merge")
    SPLIT = "split", _("Split")
