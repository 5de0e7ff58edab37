"""Every address; each app has its own part."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="trajects:vandaag"), name="begin"),
    path("", include("trajects.urls")),
    path("", include("financiering.urls")),
    path("", include("werknemers.urls")),
    path("", include("regels.urls")),
    path("", include("gebruikers.urls")),
    path("", include("gedeeld.urls")),
    path("account/", include("gebruikers.account_urls")),
    path("operator/", admin.site.urls),
]

handler404 = "gedeeld.views.niet_gevonden"
handler500 = "gedeeld.views.serverfout"
