"""Addresses of the people around an employee."""

from django.urls import path

from trajects.begeleiding.views import begeleiderswissel, overdragen, team

_WERKNEMER = "werknemers/<int:pk>"
_BLAD = "overdrachtsblad/<int:pk>"
urlpatterns = [
    path(f"{_WERKNEMER}/begeleiding/", team.bewerk, name="team_bewerk"),
    path(f"{_WERKNEMER}/overdragen/", begeleiderswissel.overdragen, name="draag_over"),
    path(f"{_BLAD}/", begeleiderswissel.blad, name="overdrachtsblad"),
    path(f"{_BLAD}/bevestig/", begeleiderswissel.bevestig_blad, name="overdrachtsblad_bevestig"),
    path("overdragen/", overdragen.overdragen, name="overdragen"),
]
