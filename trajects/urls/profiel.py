"""Addresses of competences, talents and preconditions."""

from django.urls import path

from trajects.plan.views import randvoorwaarden
from trajects.profiel.views import competentielijst, competenties, talenten

_WERKNEMER = "werknemers/<int:pk>"
urlpatterns = [
    path(f"{_WERKNEMER}/competenties/", competenties.ronde, name="competentieronde"),
    path("scores/<int:pk>/", competenties.bewerk_score, name="score_bewerk"),
    path("scores/<int:pk>/verwijder/", competenties.verwijder, name="score_verwijder"),
    path(f"{_WERKNEMER}/talenten/", talenten.nieuw, name="talent_nieuw"),
    path("talenten/<int:pk>/weg/", talenten.haal_weg, name="talent_weg"),
    path("talenten/<int:pk>/terug/", talenten.zet_terug, name="talent_terug"),
    path(
        f"{_WERKNEMER}/randvoorwaarden/<slug:thema>/",
        randvoorwaarden.bewerk,
        name="randvoorwaarde_bewerk",
    ),
    path("beheer/competenties/", competentielijst.lijst, name="competenties"),
    path("beheer/competenties/<int:pk>/", competentielijst.bewerk, name="competentie_bewerk"),
    path(
        "beheer/competenties/<int:pk>/verplaats/",
        competentielijst.verplaats,
        name="competentie_verplaats",
    ),
]
