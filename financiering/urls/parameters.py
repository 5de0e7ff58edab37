"""The own value of a parameter; the pages that show them are of `regels`."""

from django.urls import path

from financiering.views.parameters import terug, waarde

urlpatterns = [
    path("beheer/parameters/<slug:code>/waarde/", waarde, name="parameter_waarde"),
    path("beheer/parameters/<slug:code>/terug/", terug, name="parameter_terug"),
]
