"""The enrichment app's registration with Django; an edge."""

from django.apps import AppConfig


class EnrichmentConfig(AppConfig):
    """The enrichment room."""

    name = "enrichment"
    label = "enrichment"

    def ready(self) -> None:
        """Register the system checks."""
        from enrichment import checks  # noqa: F401
