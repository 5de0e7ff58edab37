"""Addresses of training."""

from django.urls import path

from trajects.vorming.views import deelnames, inschrijven, vormingen, vormingscijfers

urlpatterns = [
    path("vormingen/", vormingen.lijst, name="vormingen"),
    path("vormingen/export.xlsx", vormingscijfers.lijst_xlsx, name="vormingen_xlsx"),
    path("vormingen/overzicht/", vormingscijfers.overzicht, name="vormingen_overzicht"),
    path("vormingen/nieuw/", vormingen.nieuw, name="vorming_nieuw"),
    path("vormingen/<int:pk>/", vormingen.vorming_pagina, name="vorming"),
    path("vormingen/<int:pk>/wijzig/", vormingen.bewerk, name="vorming_bewerk"),
    path("vormingen/<int:pk>/annuleer/", vormingen.zet_geannuleerd, name="vorming_annuleer"),
    path("vormingen/<int:pk>/deelnemers/", deelnames.deelnemers, name="vorming_deelnemers"),
    path("vormingen/<int:pk>/aanwezigheid/", deelnames.aanwezigheid, name="vorming_aanwezigheid"),
    path("vormingen/<int:pk>/fonds/", deelnames.fonds, name="vorming_fonds"),
    path("werknemers/<int:pk>/vorming/inschrijven/", inschrijven.inschrijven, name="inschrijving"),
    path("deelnames/<int:pk>/", deelnames.deelname, name="deelname"),
    path("deelnames/<int:pk>/weg/", deelnames.deelname_weg, name="deelname_weg"),
]
