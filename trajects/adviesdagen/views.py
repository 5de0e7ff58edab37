"""Whose advice asks for something, what is lost first on top; and the strip of one employee."""

from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gebruikers.views.rekenblad import download_lijst, vraag_van
from gedeeld.filterwoorden import filters_in_woorden
from gedeeld.tijd import vandaag
from gedeeld.web import kies_pagina, toon, vereist
from regels.domein.parameters import laad_parameters
from trajects.adviesdagen.adviesoverzicht import als_regels
from trajects.adviesdagen.exports import kolommen
from trajects.adviesdagen.filters import AdviesFilter
from trajects.adviesdagen.strookbeeld import strookbeeld
from trajects.kader.views.inplaats import Sectie
from trajects.kader.views.tabbladen import tabbladen
from trajects.rechten import mag_adviesdagen_zien
from werknemers.models import Werknemer
from werknemers.rechten import ziet_alle_werknemers


@require_safe
@vereist(mag_adviesdagen_zien)
def lijst(request: Verzoek) -> HttpResponse:
    zeef = AdviesFilter(request)
    pagina = kies_pagina(request, zeef.uitkijken)
    rijen, met_geld = als_regels(pagina.object_list, request.user, zeef.dag)
    context = {
        "zeef": zeef,
        "punten": tabbladen(request.user, "adviesdagen"),
        "pagina": pagina,
        "rijen": rijen,
        "met_geld": met_geld,
        "voorbeeld": next((rij.uitkijk for rij in rijen if rij.uitkijk.vroegst), None),
        "vraag": vraag_van(request),
        "ziet_alle": ziet_alle_werknemers(request.user),
    }
    return toon(request, "trajects/adviesdagen/pagina.html", context, deel="lijst")


@require_safe
@vereist(mag_adviesdagen_zien)
def lijst_xlsx(request: Verzoek) -> HttpResponse:
    zeef = AdviesFilter(request)
    if not zeef.form.is_valid():
        return redirect(f"{reverse('trajects:adviesdagen')}?{vraag_van(request)}")
    rijen, met_geld = als_regels(zeef.uitkijken, request.user, zeef.dag)
    keuzes = filters_in_woorden(zeef.form)
    return download_lijst(request, "Adviesdagen", kolommen(met_geld=met_geld), rijen, keuzes)


def _lees_strook(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    """One query: the terms with their sources."""
    parameters = laad_parameters(vandaag(), gebruiker.organisatie_id)
    return {"beeld": strookbeeld(werknemer, gebruiker, parameters)}


STROOK: Final = Sectie(
    "dagen",
    "Dagen van het advies",
    "trajects:contract",
    _lees_strook,
    "adviesdagen",
)
