"""What stands in the side bar of the staff's pages (edge to gettext only)."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

_PAGES = (
    (_("Overview"), "chart-bar-square", "admin:index"),
    (_("Tenants"), "building-office-2", "admin:staff_tenants"),
    (_("Retention"), "archive-box-x-mark", "admin:staff_retention"),
    (_("Streams"), "queue-list", "admin:staff_streams"),
    (_("Sources"), "circle-stack", "admin:staff_sources"),
    (_("Companies"), "identification", "admin:staff_companies"),
    (_("Objections"), "eye-slash", "admin:staff_objections"),
    (_("Audit"), "clock", "admin:staff_audit"),
)
STAFF_NAVIGATION: list[dict[str, Any]] = [
    {"items": [{"title": title, "icon": icon, "link": reverse_lazy(name)} for title, icon, name in _PAGES]}
]
