"""Addresses of the trajectories, by subject."""

from trajects.urls import dagelijks, overgang, plan

app_name = "trajects"
urlpatterns = [*dagelijks.urlpatterns, *plan.urlpatterns, *overgang.urlpatterns]
