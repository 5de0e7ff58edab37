"""Addresses of drafts."""

from django.urls import path

from trajects.concepten import views as concepten

urlpatterns = [
    path("concepten/lees.json", concepten.lees, name="concept_lees"),
    path("concepten/bewaar/", concepten.bewaar, name="concept_bewaar"),
    path("concepten/wis/", concepten.wis, name="concept_wis"),
]
