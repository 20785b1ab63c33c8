"""Addresses of the reading interface, and its description."""

from django.urls import path
from drf_spectacular.views import SpectacularAPIView

from dashboard.api import views

urlpatterns = [
    path("schema/", SpectacularAPIView.as_view(), name="api_schema"),
    path("leads/", views.Leads.as_view(), name="api_leads"),
    path("leads/<uuid:lead_id>/", views.Lead.as_view(), name="api_lead"),
]
