"""Registers the wiring with Django: what must follow when something happens with an account."""

from django.apps import AppConfig


class ConnectLeadsConfig(AppConfig):
    """The project's own wiring."""

    name = "connectleads"

    def ready(self) -> None:
        """Listen to accounts."""
        from connectleads.accounts import consequences, language  # noqa: F401
