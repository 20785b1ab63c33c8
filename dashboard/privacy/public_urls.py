"""Addresses of the pages for visitors and organisations; relative to the root, dashboard.privacy.door resolves them."""

from django.urls import path

from dashboard.privacy import organisation_views, public_views

urlpatterns = [
    path("privacy/organisations/", organisation_views.organisation, name="organisation_objection"),
    path("privacy/<slug:key>/cookies.<slug:form>", public_views.cookies, name="public_cookies"),
    path("v/<slug:key>/", public_views.visitor, name="visitor"),
    path("v/<slug:key>/link.js", public_views.visitor_link, name="visitor_link"),
    path("v/<slug:key>/receipt/", public_views.receipt, name="visitor_receipt"),
]
