"""The enrichment app's registration with Django; an edge."""

from django.apps import AppConfig


class EnrichmentConfig(AppConfig):
    """The enrichment room."""

    name = "enrichment"
    label = "enrichment"
