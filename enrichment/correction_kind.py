"""What a tenant can say about a company it is shown (edge to Django's choices only)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CorrectionKind(models.TextChoices):
    """A wrong company and an office of one's own are left out of the tenant's view, a customer is marked."""

    WRONG = "wrong", _("Not this company")
    CUSTOMER = "customer", _("Our customer")
    OWN_OFFICE = "own-office", _("Our own office")

    @property
    def hides(self) -> bool:
        """Whether the company is left out."""
        return self is not CorrectionKind.CUSTOMER
