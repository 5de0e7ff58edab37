"""Addresses of the board."""

from django.urls import path

from trajects.paginas.views import bord

urlpatterns = [
    path("bord/", bord.bord, name="bord"),
    path("bord/<int:pk>/verplaats/", bord.verplaats, name="bord_verplaats"),
]
