"""Addresses of the pages."""

from django.urls import include, path

from dashboard import views

urlpatterns = [
    path("", views.home, name="home"),
    path("", include("dashboard.organisation.urls")),
    path("api/v1/", include("dashboard.api.urls")),
    path("", include("dashboard.privacy.public_urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("app/<slug:slug>/leads/", views.leads, name="leads"),
    path("app/<slug:slug>/leads/<uuid:lead_id>/", views.lead, name="lead"),
    path("app/<slug:slug>/leads/<uuid:lead_id>/status/", views.lead_status, name="lead_status"),
    path("app/<slug:slug>/privacy/", include("dashboard.privacy.urls")),
    path("app/<slug:slug>/websites/", include("dashboard.websites.urls")),
]
