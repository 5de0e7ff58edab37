"""Addresses of the funding, by subject."""

from financiering.urls import bedragen, prognose

app_name = "financiering"
urlpatterns = [
    *prognose.urlpatterns,
    *bedragen.urlpatterns,
]
