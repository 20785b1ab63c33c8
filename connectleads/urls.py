"""Every address of the product, by room."""

from django.conf import settings
from django.urls import include, path

from connectleads.health import healthz, readyz
from connectleads.staff.site import staff_site

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("", include("tracking.urls")),
    path(f"{settings.STAFF_PATH}/", staff_site.urls),
    path("accounts/", include("connectleads.account_urls")),
    path("", include("dashboard.urls")),
]
