"""Addresses of goals, actions and plan templates."""

from django.urls import path

from trajects.plan.views import acties, doelen, sjablonen, sjabloonkeuze

urlpatterns = [
    path("werknemers/<int:pk>/doelen/nieuw/", doelen.nieuw, name="doel_nieuw"),
    path("werknemers/<int:pk>/doelen/sjabloon/", sjabloonkeuze.kies, name="sjabloon_toepassen"),
    path("doelen/<int:pk>/", doelen.bewerk, name="doel_bewerk"),
    path("doelen/<int:pk>/afsluiten/", doelen.sluit, name="doel_sluit"),
    path("doelen/<int:pk>/heropen/", doelen.heropen, name="doel_heropen"),
    path("werknemers/<int:pk>/acties/nieuw/", acties.nieuw, name="actie_nieuw"),
    path("acties/", acties.lijst, name="acties"),
    path("acties/<int:pk>/", acties.bewerk, name="actie_bewerk"),
    path("acties/<int:pk>/gedaan/", acties.gedaan, name="actie_gedaan"),
    path("acties/<int:pk>/vervallen/", acties.vervallen, name="actie_vervallen"),
    path("acties/<int:pk>/heropen/", acties.heropen, name="actie_heropen"),
    path("beheer/plansjablonen/", sjablonen.lijst, name="sjablonen"),
    path("beheer/plansjablonen/nieuw/", sjablonen.nieuw, name="sjabloon_nieuw"),
    path("beheer/plansjablonen/<int:pk>/", sjablonen.toon, name="sjabloon"),
    path("beheer/plansjablonen/<int:pk>/eigen/", sjablonen.kopieer, name="sjabloon_kopieer"),
    path("beheer/plansjablonen/<int:pk>/gegevens/", sjablonen.bewerk, name="sjabloon_bewerk"),
    path("beheer/plansjablonen/<int:pk>/regel/", sjablonen.regel_nieuw, name="sjabloonregel_nieuw"),
    path("beheer/sjabloonregels/<int:pk>/", sjablonen.regel, name="sjabloonregel"),
    path("beheer/sjabloonregels/<int:pk>/weg/", sjablonen.regel_weg, name="sjabloonregel_weg"),
]
