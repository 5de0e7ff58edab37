"""Addresses of this app."""

from django.urls import path

from regels.views import parameter, parameters, startpakketten

app_name = "regels"
urlpatterns = [
    path("beheer/regels/", startpakketten, name="startpakketten"),
    path("beheer/parameters/", parameters, name="parameters"),
    path("beheer/parameters/<slug:code>/", parameter, name="parameter"),
]
