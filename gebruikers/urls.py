"""Addresses of this app."""

from django.urls import URLPattern

app_name = "gebruikers"
urlpatterns: list[URLPattern] = []
