"""Addresses of this app."""

from django.urls import path

from gedeeld.views import toon_gezondheid

app_name = "gedeeld"
urlpatterns = [path("gezondheid/", toon_gezondheid, name="gezondheid")]
