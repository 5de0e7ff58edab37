"""Addresses of this app."""

from django.urls import URLPattern

app_name = "regels"
urlpatterns: list[URLPattern] = []
