"""Addresses of this app."""

from django.urls import URLPattern

app_name = "gedeeld"
urlpatterns: list[URLPattern] = []
