"""Addresses of the hand-over to a next employer."""

from django.urls import path

from trajects.views import overgang

_WERKNEMER = "werknemers/<int:pk>"
urlpatterns = [
    path(f"{_WERKNEMER}/overgang/", overgang.overgang_pagina, name="overgang"),
]
