"""Addresses of placements and applications."""

from django.urls import path

from trajects.paginas.views import werk
from trajects.werk.views import sollicitaties, stages

_WERKNEMER = "werknemers/<int:pk>"
_SOLLICITATIE = "sollicitaties/<int:pk>"
urlpatterns = [
    path(f"{_WERKNEMER}/werk/", werk.werk_pagina, name="werk"),
    path(f"{_WERKNEMER}/stages/nieuw/", stages.nieuw, name="stage_nieuw"),
    path("stages/<int:pk>/bewerk/", stages.bewerk, name="stage_bewerk"),
    path("stages/<int:pk>/verwijder/", stages.verwijder, name="stage_verwijder"),
    path(f"{_WERKNEMER}/sollicitaties/nieuw/", sollicitaties.nieuw, name="sollicitatie_nieuw"),
    path(f"{_SOLLICITATIE}/bewerk/", sollicitaties.bewerk, name="sollicitatie_bewerk"),
    path(f"{_SOLLICITATIE}/verwijder/", sollicitaties.verwijder, name="sollicitatie_verwijder"),
]
