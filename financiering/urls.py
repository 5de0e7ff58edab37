"""Addresses of the funding, by subject."""

from django.urls import path

from financiering.views import (
    bedragen,
    betaald,
    bewijzen,
    bijdrage,
    dienst,
    fragmenten,
    instroom,
    parameters,
    prognose,
    rekenblad,
    scenariobeheer,
    scenariodelen,
    scenarios,
    vergelijken,
    verlenging,
    verloop,
    werknemer,
    werknemerkeuze,
)

app_name = "financiering"
_SCENARIOS = "financiering/scenarios/"
_POST = "financiering/bedragen/<str:soort>/<int:pk>/"
_WERKNEMER = "financiering/werknemers/<int:pk>/"

urlpatterns = [
    # Scenarios, side by side, the inflow they need, and an extension in euro. Before the forecast:
    # there a quarter stands where "verlenging" stands here.
    path(_SCENARIOS, scenarios.lijst, name="scenarios"),
    path(f"{_SCENARIOS}nieuw/", scenariobeheer.nieuw, name="scenario_nieuw"),
    path(f"{_SCENARIOS}vergelijk/", vergelijken.vergelijk, name="scenario_vergelijk"),
    path(
        f"{_SCENARIOS}vergelijk/export.xlsx",
        vergelijken.vergelijk_xlsx,
        name="scenario_vergelijk_xlsx",
    ),
    path(f"{_SCENARIOS}vast/", scenarios.vast, name="scenario_vast"),
    path(f"{_SCENARIOS}<int:pk>/", scenarios.eigen, name="scenario"),
    path(f"{_SCENARIOS}<int:pk>/wijzig/", scenariobeheer.wijzig, name="scenario_wijzig"),
    path(f"{_SCENARIOS}<int:pk>/kopieer/", scenariobeheer.kopieer, name="scenario_kopieer"),
    path(f"{_SCENARIOS}<int:pk>/verwijder/", scenariobeheer.verwijder, name="scenario_verwijder"),
    path(f"{_SCENARIOS}<int:pk>/werknemers/", werknemerkeuze.lijst, name="scenario_werknemers"),
    path(
        f"{_SCENARIOS}<int:pk>/werknemers/<int:werknemer>/",
        werknemerkeuze.bewerk,
        name="scenario_werknemer",
    ),
    path(
        f"{_SCENARIOS}<int:pk>/instroom/",
        scenariodelen.instroom_nieuw,
        name="scenarioinstroom_nieuw",
    ),
    path(f"{_SCENARIOS}instroom/<int:pk>/", scenariodelen.instroom, name="scenarioinstroom"),
    path(
        f"{_SCENARIOS}instroom/<int:pk>/weg/",
        scenariodelen.instroom_weg,
        name="scenarioinstroom_weg",
    ),
    path(f"{_SCENARIOS}<int:pk>/bedragen/", scenariodelen.blad_nieuw, name="scenarioblad_nieuw"),
    path(f"{_SCENARIOS}bedragen/<int:pk>/", scenariodelen.blad, name="scenarioblad"),
    path(f"{_SCENARIOS}bedragen/<int:pk>/weg/", scenariodelen.blad_weg, name="scenarioblad_weg"),
    path("financiering/instroom/", instroom.instroom, name="instroom"),
    path(f"{_WERKNEMER}verlenging/", verlenging.verlenging, name="verlenging"),
    # The own value of a parameter; the pages that show them are of `regels`.
    path("beheer/parameters/<slug:code>/waarde/", parameters.waarde, name="parameter_waarde"),
    path("beheer/parameters/<slug:code>/terug/", parameters.terug, name="parameter_terug"),
    # The forecast.
    path("financiering/", prognose.prognose, name="prognose"),
    path(_WERKNEMER, werknemer.werknemer, name="werknemer"),
    path(f"{_WERKNEMER}<str:kwartaal>/", werknemer.waarom, name="waarom"),
    path("financiering/diensten/<int:pk>/<str:kwartaal>/", dienst.waarom, name="waarom_dienst"),
    # The amounts of the services. `soort` is "bron" (a leaf) or "omkadering".
    path("financiering/bedragen/", bedragen.bedragen, name="bedragen"),
    path("financiering/bedragen/export.xlsx", bedragen.bedragen_xlsx, name="bedragen_xlsx"),
    path("financiering/bedragen/<str:soort>/nieuw/<int:pk>/", bedragen.nieuw, name="bedrag_nieuw"),
    path(_POST, bedragen.bewerk, name="bedrag_bewerk"),
    path(f"{_POST}vervolg/", bedragen.vervolg, name="bedrag_vervolg"),
    path(f"{_POST}einde/", bedragen.einde, name="bedrag_einde"),
    path(f"{_POST}weg/", bedragen.weg, name="bedrag_weg"),
    # What was paid, beside what was foreseen.
    path("financiering/betaald/", betaald.kwartalen, name="betaald"),
    path("financiering/betaald/regel/<int:pk>/weg/", betaald.weg, name="betaling_weg"),
    path("financiering/betaald/<str:kwartaal>/", betaald.kwartaal, name="betaald_kwartaal"),
    path("financiering/betaald/<str:kwartaal>/nieuw/", betaald.nieuw, name="betaling_nieuw"),
    # The employer's contribution of everybody, and what it rests on.
    path("financiering/bijdrage/", bijdrage.bijdrage, name="bijdrage"),
    # What figures were computed from.
    path("financiering/bewijs/", bewijzen.van_prognose, name="prognose_bewijs"),
    path("financiering/bijdrage/bewijs/", bewijzen.van_bijdrage, name="bijdrage_bewijs"),
    path(f"{_WERKNEMER}<str:kwartaal>/bewijs/", bewijzen.van_werknemer, name="waarom_bewijs"),
    path("financiering/bewijzen/", bewijzen.lijst, name="bewijzen"),
    path("financiering/bewijzen/<str:code>/", bewijzen.bewijs, name="bewijs"),
    path("financiering/bewijzen/<str:code>/bestand/", bewijzen.bestand, name="bewijs_bestand"),
    # The trend of the key figures.
    path("financiering/verloop/", verloop.verloop, name="verloop"),
    path("financiering/verloop/export.xlsx", verloop.verloop_xlsx, name="verloop_xlsx"),
    # What other pages show of the funding.
    path("financiering/paneel/", fragmenten.paneel, name="paneel"),
    path("financiering/steun/<int:pk>/", fragmenten.steun, name="steun"),
    # The forecast and what was paid as spreadsheets.
    path("financiering/prognose.xlsx", rekenblad.prognose_xlsx, name="prognose_xlsx"),
    path("financiering/betaald/<str:kwartaal>/xlsx/", rekenblad.betaald_xlsx, name="betaald_xlsx"),
    path("financiering/bijdrage/xlsx/", rekenblad.bijdrage_xlsx, name="bijdrage_xlsx"),
]
