"""Addresses of notes."""

from django.urls import path

from trajects.logboek.views import notities, notities_zoeken

urlpatterns = [
    path("notities/", notities_zoeken.zoek, name="notities"),
    path("notities/nieuw/", notities.nieuw, name="notitie_nieuw"),
    path("notities/<int:pk>/verbeter/", notities.verbeter, name="notitie_verbeter"),
]
