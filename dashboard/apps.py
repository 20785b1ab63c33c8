"""Registers the dashboard room with Django."""

from django.apps import AppConfig


class DashboardConfig(AppConfig):
    """The dashboard room."""

    name = "dashboard"
