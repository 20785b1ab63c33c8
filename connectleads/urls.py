"""Every address of the product, by room."""

from django.urls import include, path

from connectleads.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("", include("tracking.urls")),
    path("accounts/", include("connectleads.account_urls")),
    path("", include("dashboard.urls")),
]
