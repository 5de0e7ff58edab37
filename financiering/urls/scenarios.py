"""Scenarios, side by side, the inflow they need, and an extension in euro."""

from django.urls import path

from financiering.views import (
    instroom,
    scenariobeheer,
    scenariodelen,
    scenarios,
    vergelijken,
    verlenging,
    werknemerkeuze,
)

_S = "financiering/scenarios/"

urlpatterns = [
    path(_S, scenarios.lijst, name="scenarios"),
    path(f"{_S}nieuw/", scenariobeheer.nieuw, name="scenario_nieuw"),
    path(f"{_S}vergelijk/", vergelijken.vergelijk, name="scenario_vergelijk"),
    path(f"{_S}vast/", scenarios.vast, name="scenario_vast"),
    path(f"{_S}<int:pk>/", scenarios.eigen, name="scenario"),
    path(f"{_S}<int:pk>/wijzig/", scenariobeheer.wijzig, name="scenario_wijzig"),
    path(f"{_S}<int:pk>/kopieer/", scenariobeheer.kopieer, name="scenario_kopieer"),
    path(f"{_S}<int:pk>/verwijder/", scenariobeheer.verwijder, name="scenario_verwijder"),
    path(f"{_S}<int:pk>/werknemers/", werknemerkeuze.lijst, name="scenario_werknemers"),
    path(
        f"{_S}<int:pk>/werknemers/<int:werknemer>/",
        werknemerkeuze.bewerk,
        name="scenario_werknemer",
    ),
    path(f"{_S}<int:pk>/instroom/", scenariodelen.instroom_nieuw, name="scenarioinstroom_nieuw"),
    path(f"{_S}instroom/<int:pk>/", scenariodelen.instroom, name="scenarioinstroom"),
    path(f"{_S}instroom/<int:pk>/weg/", scenariodelen.instroom_weg, name="scenarioinstroom_weg"),
    path(f"{_S}<int:pk>/bedragen/", scenariodelen.blad_nieuw, name="scenarioblad_nieuw"),
    path(f"{_S}bedragen/<int:pk>/", scenariodelen.blad, name="scenarioblad"),
    path(f"{_S}bedragen/<int:pk>/weg/", scenariodelen.blad_weg, name="scenarioblad_weg"),
    path("financiering/instroom/", instroom.instroom, name="instroom"),
    path("financiering/werknemers/<int:pk>/verlenging/", verlenging.verlenging, name="verlenging"),
]
