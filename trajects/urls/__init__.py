"""Addresses of the trajectories, by subject."""

from trajects.urls import (
    begeleiding,
    bijlagen,
    dagelijks,
    doelen,
    overgang,
    plan,
    vormingen,
    werkgevers,
)

app_name = "trajects"
urlpatterns = [
    *begeleiding.urlpatterns,
    *bijlagen.urlpatterns,
    *dagelijks.urlpatterns,
    *doelen.urlpatterns,
    *overgang.urlpatterns,
    *plan.urlpatterns,
    *vormingen.urlpatterns,
    *werkgevers.urlpatterns,
]
