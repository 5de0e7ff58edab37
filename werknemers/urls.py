"""Addresses of this app."""

from django.urls import URLPattern

app_name = "werknemers"
urlpatterns: list[URLPattern] = []
