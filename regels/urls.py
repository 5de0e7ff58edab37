"""Addresses of this app."""

from django.urls import path

from regels.views import parameter, parameters, startpakketten, vraag, vragen

app_name = "regels"
urlpatterns = [
    path("beheer/regels/", startpakketten, name="startpakketten"),
    path("beheer/parameters/", parameters, name="parameters"),
    path("beheer/vragen/", vragen, name="vragen"),
    path("beheer/vragen/<slug:code>/", vraag, name="vraag"),
    path("beheer/parameters/<slug:code>/", parameter, name="parameter"),
]
