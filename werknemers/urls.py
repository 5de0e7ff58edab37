"""Addresses for employees, contracts, advice, services and the import."""

from django.urls import path

from werknemers.views import (
    adviezen,
    contracten,
    diensten,
    gebeurtenissen,
    importblad,
    importkolommen,
    invoer,
    loonopgaven,
    terug,
    werknemers,
)

app_name = "werknemers"
urlpatterns = [
    path("werknemers/nieuw/", werknemers.nieuw, name="nieuw"),
    path("werknemers/<int:pk>/bewerk/", werknemers.bewerk, name="bewerk"),
    path("werknemers/<int:pk>/contracten/nieuw/", contracten.nieuw, name="contract_nieuw"),
    path("contracten/<int:pk>/bewerk/", contracten.bewerk, name="contract_bewerk"),
    path("werknemers/<int:pk>/loonopgaven/nieuw/", loonopgaven.nieuw, name="loonopgave_nieuw"),
    path("loonopgaven/<int:pk>/bewerk/", loonopgaven.bewerk, name="loonopgave_bewerk"),
    path("loonopgaven/<int:pk>/verwijder/", loonopgaven.verwijder, name="loonopgave_verwijder"),
    path("werknemers/<int:pk>/adviezen/nieuw/", adviezen.nieuw, name="advies_nieuw"),
    path("adviezen/<int:pk>/bewerk/", adviezen.bewerk, name="advies_bewerk"),
    path("adviezen/<int:pk>/verwijder/", adviezen.verwijder, name="advies_verwijder"),
    path("adviezen/berekening/", adviezen.berekening, name="advies_berekening"),
    path("werknemers/<int:pk>/gebeurtenissen/", gebeurtenissen.kies, name="gebeurtenis_kies"),
    path(
        "werknemers/<int:pk>/gebeurtenissen/<slug:soort>/",
        gebeurtenissen.nieuw,
        name="gebeurtenis_nieuw",
    ),
    path("gebeurtenissen/<int:pk>/", gebeurtenissen.bewerk, name="gebeurtenis_bewerk"),
    path(
        "gebeurtenissen/<int:pk>/verwijder/", gebeurtenissen.verwijder, name="gebeurtenis_verwijder"
    ),
    path("beheer/diensten/", diensten.lijst, name="diensten"),
    path("beheer/diensten/<int:pk>/", diensten.bewerk, name="dienst_bewerk"),
    path("beheer/loonopgaven/", loonopgaven.lijst, name="loonopgaven"),
    path("beheer/loonopgaven/inbrengen/", loonopgaven.inbrengen, name="loonopgaven_inbrengen"),
    path("beheer/loonopgaven/<str:kwartaal>/", loonopgaven.lijst, name="loonopgaven_kwartaal"),
    path("beheer/import/", invoer.bestand, name="import"),
    path("beheer/import/leeg.xlsx", importblad.leeg, name="import_leeg"),
    path("werknemers/importblad/", importblad.neem_mee, name="importblad"),
    path("beheer/import/<int:pk>/", invoer.nakijken, name="import_nakijken"),
    path("beheer/import/<int:pk>/bladen/", invoer.bladen, name="import_bladen"),
    path("beheer/import/<int:pk>/kolommen/", importkolommen.kolommen, name="import_kolommen"),
    path("beheer/import/<int:pk>/diensten/", invoer.diensten, name="import_diensten"),
    path("beheer/import/<int:pk>/bevestig/", invoer.bevestig, name="import_bevestig"),
    path("beheer/import/<int:pk>/opnieuw/", invoer.opnieuw, name="import_opnieuw"),
    path("beheer/import/<int:pk>/ongedaan/", terug.ongedaan, name="import_ongedaan"),
    path("beheer/import/<int:pk>/geweigerd.xlsx", invoer.geweigerd, name="import_geweigerd"),
]
