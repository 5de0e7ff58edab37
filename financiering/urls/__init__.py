"""Addresses of the funding, by subject."""

from financiering.urls import (
    bedragen,
    fragmenten,
    parameters,
    prognose,
    rekenblad,
    scenarios,
    verloop,
)

app_name = "financiering"
urlpatterns = [
    # Before the forecast: there a quarter stands where "verlenging" stands here.
    *scenarios.urlpatterns,
    *parameters.urlpatterns,
    *prognose.urlpatterns,
    *bedragen.urlpatterns,
    *verloop.urlpatterns,
    *fragmenten.urlpatterns,
    *rekenblad.urlpatterns,
]
