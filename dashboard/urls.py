"""Addresses of the pages."""

from django.urls import include, path

from dashboard import export_views, lead_views, own_browser_views, segment_views, selection_views, tuning_views, views

TENANT = "app/<slug:slug>"
LEAD = f"{TENANT}/leads/<uuid:lead_id>"

urlpatterns = [
    path("", views.home, name="home"),
    path("", include("dashboard.organisation.urls")),
    path("api/v1/", include("dashboard.api.urls")),
    path("", include("dashboard.privacy.public_urls")),
    path(f"{TENANT}/", views.overview, name="overview"),
    path(f"{TENANT}/leads/", views.leads, name="leads"),
    path(f"{TENANT}/leads/filters/", views.lead_filters, name="lead_filters"),
    path(f"{LEAD}/", lead_views.lead, name="lead"),
    *(
        path(f"{LEAD}/{what}/", lead_views.change_lead, {"what": what}, name=f"lead_{what.replace('-', '_')}")
        for what in lead_views.CHANGES
    ),
    path(f"{TENANT}/leads/select/", selection_views.select_leads, name="select_leads"),
    path(f"{TENANT}/leads/export.csv", export_views.export_leads, {"form": "csv"}, name="export_leads"),
    path(f"{TENANT}/leads/export.xlsx", export_views.export_leads, {"form": "xlsx"}, name="export_leads"),
    path(f"{TENANT}/segments/", segment_views.segments, name="segments"),
    path(f"{TENANT}/segments/menu/", segment_views.segment_menu, name="segment_menu"),
    path(f"{TENANT}/segments/<uuid:segment_id>/", segment_views.segment, name="segment"),
    path(f"{TENANT}/tuning/", tuning_views.scoring, name="scoring"),
    path(f"{TENANT}/tuning/left-out/", tuning_views.exclusions, name="exclusions"),
    path(f"{TENANT}/tuning/left-out/browser/<uuid:site_id>/", own_browser_views.own_browser, name="own_browser"),
    path(f"{TENANT}/tuning/left-out/<uuid:rule_id>/", tuning_views.exclusion, name="exclusion"),
    path(f"{TENANT}/privacy/", include("dashboard.privacy.urls")),
    path(f"{TENANT}/websites/", include("dashboard.websites.urls")),
]
