"""Addresses of the hand-over to a next employer."""

from django.urls import path

from trajects.overdracht.views import overdracht, overdracht_pdf, toestemming
from trajects.paginas.views import overgang

_WERKNEMER = "werknemers/<int:pk>"
_OVERDRACHT = "overdrachten/<int:pk>"
urlpatterns = [
    path(f"{_WERKNEMER}/overgang/", overgang.overgang_pagina, name="overgang"),
    path(f"{_WERKNEMER}/overdracht/nieuw/", overdracht.nieuw, name="overdracht_nieuw"),
    path(f"{_OVERDRACHT}/", overdracht.bewerk, name="overdracht_bewerk"),
    path(f"{_OVERDRACHT}/verwijder/", overdracht.verwijder, name="overdracht_verwijder"),
    path(
        f"{_OVERDRACHT}/checklist/<slug:punt>/", overdracht.checkpunt, name="overdracht_checkpunt"
    ),
    path(f"{_OVERDRACHT}/overzicht.pdf", overdracht_pdf.overdracht_pdf, name="overdracht_pdf"),
    path(f"{_OVERDRACHT}/toestemming/", toestemming.geef, name="toestemming_geef"),
    path(f"{_OVERDRACHT}/delen/", toestemming.deel, name="toestemming_deel"),
    path(f"{_OVERDRACHT}/intrekken/", toestemming.trek_in, name="toestemming_intrek"),
    path(
        "toestemmingen/<int:pk>/niet-gedeeld/",
        toestemming.toch_niet_gedeeld,
        name="toestemming_niet_gedeeld",
    ),
]
