"""What stands in the side bar of the staff's pages, and their colour (edge to gettext and static files only)."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

_PAGES = (
    (_("Overview"), "monitoring", "admin:index"),
    (_("Tenants"), "apartment", "admin:staff_tenants"),
    (_("Retention"), "auto_delete", "admin:staff_retention"),
    (_("Streams"), "stream", "admin:staff_streams"),
    (_("Companies"), "domain", "admin:staff_companies"),
    (_("Objections"), "visibility_off", "admin:staff_objections"),
    (_("Audit"), "history", "admin:staff_audit"),
)
STAFF_NAVIGATION: list[dict[str, Any]] = [
    {"items": [{"title": title, "icon": icon, "link": reverse_lazy(name)} for title, icon, name in _PAGES]}
]

# The product's green in the steps that the admin's library asks for.
_LIGHTNESS = {
    "50": 97,
    "100": 94,
    "200": 88,
    "300": 80,
    "400": 70,
    "500": 60,
    "600": 47,
    "700": 40,
    "800": 33,
    "900": 27,
}
STAFF_COLOURS = {step: f"oklch({light}% .075 187)" for step, light in {**_LIGHTNESS, "950": 20}.items()}


def favicon(request: HttpRequest) -> str:
    """The product's own, under the name with its hash."""
    return static("img/favicon.svg")
