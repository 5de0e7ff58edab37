"""The amounts of the services. `soort` is "bron" (a leaf) or "omkadering"."""

from django.urls import path

from financiering.views.bedragen import bedragen, bewerk, einde, nieuw, vervolg, weg

_POST = "financiering/bedragen/<str:soort>/<int:pk>/"

urlpatterns = [
    path("financiering/bedragen/", bedragen, name="bedragen"),
    path("financiering/bedragen/<str:soort>/nieuw/<int:pk>/", nieuw, name="bedrag_nieuw"),
    path(_POST, bewerk, name="bedrag_bewerk"),
    path(f"{_POST}vervolg/", vervolg, name="bedrag_vervolg"),
    path(f"{_POST}einde/", einde, name="bedrag_einde"),
    path(f"{_POST}weg/", weg, name="bedrag_weg"),
]
