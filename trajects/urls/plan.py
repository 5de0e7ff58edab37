"""Addresses of the plan of one employee."""

from django.urls import path

from trajects.paginas.views import plan
from trajects.traject.views import jobdoelwit

_WERKNEMER = "werknemers/<int:pk>"
urlpatterns = [
    path(f"{_WERKNEMER}/plan/", plan.plan_pagina, name="plan"),
    path(f"{_WERKNEMER}/sectie/<slug:naam>/", plan.sectie, name="sectie"),
    path(f"{_WERKNEMER}/jobdoelwit/", jobdoelwit.bewerk, name="jobdoelwit_bewerk"),
    path(f"{_WERKNEMER}/jobdoelwit/kies/", jobdoelwit.kies, name="jobdoelwit_kies"),
]
