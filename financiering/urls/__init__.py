"""Addresses of the funding, by subject."""

from financiering.urls import prognose

app_name = "financiering"
urlpatterns = [
    *prognose.urlpatterns,
]
