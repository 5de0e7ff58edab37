"""The forecast."""

from django.urls import path

from financiering.views.prognose import prognose

urlpatterns = [
    path("financiering/", prognose, name="prognose"),
]
