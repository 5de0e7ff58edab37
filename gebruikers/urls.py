"""Addresses of the administration."""

from django.urls import path

from gebruikers.views import beheer, gebruikers, organisatie, post, taken, uitvoer, waarnemingen

app_name = "gebruikers"
urlpatterns = [
    path("beheer/", beheer.beheer, name="beheer"),
    path("beheer/gebruikers/", gebruikers.lijst, name="gebruikers"),
    path("beheer/gebruikers/nieuw/", gebruikers.nieuw, name="gebruiker_nieuw"),
    path("beheer/gebruikers/<int:pk>/", gebruikers.bewerk, name="gebruiker_bewerk"),
    path(
        "beheer/gebruikers/<int:pk>/uitnodigen/", gebruikers.nodig_uit, name="gebruiker_uitnodigen"
    ),
    path("beheer/organisatie/", organisatie.bekijk, name="organisatie"),
    path("beheer/organisatie/gegevens/", organisatie.bewaar_gegevens, name="organisatie_gegevens"),
    path("beheer/organisatie/drempels/", organisatie.bewaar_drempels, name="organisatie_drempels"),
    path("beheer/vervanging/", waarnemingen.lijst, name="waarnemingen"),
    path("beheer/vervanging/nieuw/", waarnemingen.nieuw, name="waarneming_nieuw"),
    path("beheer/vervanging/<int:pk>/stop/", waarnemingen.beeindig, name="waarneming_stop"),
    path("uitvoer/<int:pk>/", uitvoer.uitvoer_pagina, name="uitvoer"),
    path("uitvoer/<int:pk>/bestand/", uitvoer.uitvoer_bestand, name="uitvoer_bestand"),
    path("beheer/taken/", taken.taken, name="taken"),
    path("beheer/taken/mails/vervallen/", post.vervallen_weg, name="mails_vervallen"),
    path("beheer/taken/mails/<int:pk>/opnieuw/", post.opnieuw, name="mail_opnieuw"),
    path("beheer/taken/mails/<int:pk>/niet-meer/", post.niet_meer, name="mail_niet_meer"),
]
