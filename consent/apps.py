"""Registers the consent room with Django."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    """The consent room."""

    name = "consent"
