"""Addresses of the public door."""

from django.urls import path

from tracking import views

urlpatterns = [
    path("t/<slug:key>", views.hit, name="hit"),
    path("t/<slug:key>.gif", views.pixel, name="pixel"),
    path("s/<slug:key>.js", views.snippet, name="snippet"),
]
