"""Addresses of this app."""

from django.urls import path

from regels.views.startpakketten import startpakketten

app_name = "regels"
urlpatterns = [path("beheer/regels/", startpakketten, name="startpakketten")]
