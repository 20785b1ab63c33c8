"""Addresses of the public door."""

from django.urls import path

from tracking import views

urlpatterns = [  # relative to the root: tracking.door resolves them by themselves
    path("t/<slug:key>", views.hit, name="hit"),
    path("t/<slug:key>/withdraw", views.withdraw, name="withdraw"),
    path("t/<slug:key>.gif", views.pixel, name="pixel"),
    path("s/<slug:key>.js", views.snippet, name="snippet"),
    path("s/<slug:key>.<slug:digest>.js", views.pinned_snippet, name="pinned-snippet"),
]
