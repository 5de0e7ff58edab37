"""Addresses of the trajectories, by subject."""

from trajects.urls import begeleiding, dagelijks, doelen, overgang, plan, werkgevers

app_name = "trajects"
urlpatterns = [
    *dagelijks.urlpatterns,
    *plan.urlpatterns,
    *doelen.urlpatterns,
    *overgang.urlpatterns,
    *werkgevers.urlpatterns,
    *begeleiding.urlpatterns,
]
