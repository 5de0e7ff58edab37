"""Addresses of the trajectories, by subject."""

from trajects.urls import (
    begeleiding,
    bijlagen,
    bord,
    concepten,
    contract,
    dagelijks,
    doelen,
    notities,
    overgang,
    plan,
    profiel,
    uitstromen,
    vormingen,
    werk,
    werkgevers,
)

app_name = "trajects"
urlpatterns = [
    *begeleiding.urlpatterns,
    *bijlagen.urlpatterns,
    *bord.urlpatterns,
    *concepten.urlpatterns,
    *contract.urlpatterns,
    *dagelijks.urlpatterns,
    *doelen.urlpatterns,
    *notities.urlpatterns,
    *overgang.urlpatterns,
    *plan.urlpatterns,
    *profiel.urlpatterns,
    *uitstromen.urlpatterns,
    *vormingen.urlpatterns,
    *werk.urlpatterns,
    *werkgevers.urlpatterns,
]
