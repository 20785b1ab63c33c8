"""Registers the tracking room with Django."""

from django.apps import AppConfig


class TrackingConfig(AppConfig):
    """The public door, the stream, and what was recorded."""

    name = "tracking"

    def ready(self) -> None:
        """Register the system check of the stream."""
        from tracking import checks  # noqa: F401
