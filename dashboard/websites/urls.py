"""Addresses of the pages of websites."""

from django.urls import path

from dashboard.websites import views

urlpatterns = [
    path("", views.sites, name="sites"),
    path("new/", views.site_new, name="site_new"),
    path("<uuid:site_id>/", views.site, name="site"),
    path("<uuid:site_id>/settings/", views.site_save, name="site_save"),
    path("<uuid:site_id>/detect/", views.site_detect, name="site_detect"),
    path("<uuid:site_id>/verify/", views.site_verify, name="site_verify"),
    path("<uuid:site_id>/live/", views.site_live, name="site_live"),
    path("<uuid:site_id>/banners/<uuid:snapshot_id>/", views.site_banner, name="site_banner"),
]
