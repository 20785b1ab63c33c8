"""Addresses of the pages of privacy texts."""

from django.urls import path

from dashboard.privacy import views

urlpatterns = [
    path("", views.privacy, name="privacy"),
    path("status/", views.privacy_status, name="privacy_status"),
    path("details/", views.privacy_profile, name="privacy_profile"),
    path("versions/<uuid:text_id>.<slug:form>", views.privacy_version, name="privacy_version"),
    path("versions/<uuid:text_id>/accept/", views.privacy_accept, name="privacy_accept"),
    path("<slug:kind>/", views.privacy_text, name="privacy_text"),
    path("<slug:kind>/publish/", views.privacy_publish, name="privacy_publish"),
    path("<slug:kind>.<slug:form>", views.privacy_file, name="privacy_file"),
]
