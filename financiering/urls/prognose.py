"""The forecast."""

from django.urls import path

from financiering.views.prognose import prognose
from financiering.views.werknemer import waarom, werknemer

urlpatterns = [
    path("financiering/", prognose, name="prognose"),
    path("financiering/werknemers/<int:pk>/", werknemer, name="werknemer"),
    path("financiering/werknemers/<int:pk>/<str:kwartaal>/", waarom, name="waarom"),
]
