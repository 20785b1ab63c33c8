"""Registers the tenancy room with Django."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class TenancyConfig(AppConfig):
    """Who may see which tenant."""

    name = "connectleads.tenancy"
    label = "tenancy"

    def ready(self) -> None:
        """Register the system checks and the grants that follow a migration."""
        from connectleads.tenancy import checks  # noqa: F401
        from connectleads.tenancy.framework_tables import grant_framework_tables

        post_migrate.connect(grant_framework_tables, sender=self)
