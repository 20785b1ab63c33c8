"""Registers the consent room with Django."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    """The consent room."""

    name = "consent"

    def ready(self) -> None:
        """Register the system check."""
        from consent import checks  # noqa: F401
