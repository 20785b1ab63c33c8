"""Every address of the product, by room."""

from django.urls import include, path

urlpatterns = [
    path("", include("tracking.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("", include("dashboard.urls")),
]
