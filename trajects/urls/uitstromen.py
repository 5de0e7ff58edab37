"""Addresses of leaving and of the year after."""

from django.urls import path

from trajects.paginas.views import uitgestroomd
from trajects.uitstroom.views import nazorg, uitstromen

urlpatterns = [
    path("werknemers/<int:pk>/uitstroom/", uitstromen.nieuw, name="uitstroom_nieuw"),
    path("uitstromen/<int:pk>/", uitstromen.bewerk, name="uitstroom_bewerk"),
    path("uitstromen/<int:pk>/weg/", uitstromen.weg, name="uitstroom_weg"),
    path("uitstromen/<int:pk>/contract/", uitstromen.contract, name="uitstroom_contract"),
    path("nazorg/<int:pk>/", nazorg.bewerk, name="nazorg"),
    path("uitstroom/uitgestroomd/", uitgestroomd.lijst, name="uitgestroomd"),
]
