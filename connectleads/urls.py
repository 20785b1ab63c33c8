"""Every address of the product, by room."""

from django.conf import settings
from django.urls import include, path

from connectleads.accounts.language import choose_language
from connectleads.health import healthz, readyz
from connectleads.staff.site import staff_site

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("", include("tracking.urls")),
    path(f"{settings.STAFF_PATH}/", staff_site.urls),
    path("accounts/", include("connectleads.account_urls")),
    path("language/setlang/", choose_language, name="set_language"),
    path("", include("dashboard.urls")),
]
