"""Addresses of the register of employers."""

from django.urls import path

from trajects.werk.views import werkgevers

urlpatterns = [
    path("werkgevers/", werkgevers.lijst, name="werkgevers"),
    path("werkgevers/nieuw/", werkgevers.nieuw, name="werkgever_nieuw"),
    path("werkgevers/<int:pk>/", werkgevers.werkgever_pagina, name="werkgever"),
    path("werkgevers/<int:pk>/bewerk/", werkgevers.bewerk, name="werkgever_bewerk"),
    path("werkgevers/<int:pk>/zet/", werkgevers.zet, name="werkgever_zet"),
]
