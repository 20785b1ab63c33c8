"""What stands in the side bar of the staff's pages (pure but for gettext)."""

from typing import Any

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
