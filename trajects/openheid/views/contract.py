"""Advice and contracts of one employee, and how openly they were talked about."""

from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_safe

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import vereist
from trajects.kader.views.inplaats import (
    Sectie,
    klaar,
    toon_in_plaats,
    toon_paginasecties,
    zoek_werknemer,
)
from trajects.openheid.contractopenheid import lees_openheid
from trajects.openheid.forms.openheid import Openheidformulier
from trajects.openheid.openheid import leg_openheid_vast
from trajects.rechten import (
    mag_documenten_zien,
    mag_notities_schrijven,
    mag_openheid_vastleggen,
    mag_plan_zien,
)
from werknemers.models import Arbeidsovereenkomst, Werknemer
from werknemers.rechten import mag_werknemers_bewerken, mag_werknemers_zien

_UITLEG: Final = (
    "Overloop de passage mondeling bij de ondertekening. Ze maakt duidelijk waar de job naartoe "
    "leidt. Aan de regels om een contract te beëindigen verandert ze niets."
)


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    return {
        "openheid": lees_openheid(werknemer, gebruiker, vandaag()),
        "mag_vastleggen": mag_openheid_vastleggen(gebruiker),
        "mag_noteren": mag_notities_schrijven(gebruiker),
        "mag_documenten": mag_documenten_zien(gebruiker),
    }


SECTIE: Final = Sectie(
    "openheid", "Openheid over het einddoel", "trajects:contract", _lees, "openheid"
)
CONTRACT: Final = (SECTIE,)


@require_safe
@vereist(mag_werknemers_zien)
def contract_pagina(request: Verzoek, pk: int) -> HttpResponse:
    return toon_paginasecties(
        request,
        pk,
        "contract",
        "Advies en contract",
        CONTRACT if mag_plan_zien(request.user) else (),
        template="trajects/paginas/contract.html",
        mag_bewerken=mag_werknemers_bewerken(request.user),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(mag_openheid_vastleggen)
def openheid(request: Verzoek, pk: int) -> HttpResponse:
    """Which passage this contract holds, and how it was explained."""
    contract = _zoek(request, pk)
    werknemer = zoek_werknemer(request, contract.werknemer_id)
    toelichting = getattr(contract, "toelichting", None)
    form = Openheidformulier(
        request.POST or None, record=toelichting, contract=contract, gebruiker=request.user
    )
    bewaard = form.probeer(
        lambda: leg_openheid_vast(
            contract=contract,
            toelichting=toelichting,
            door=request.user,
            gezien=form.gezien_op,
            **form.gegevens(),
        )
    )
    if bewaard is None:
        titel = f"De bijzondere passage in het contract bij {contract.dienst}"
        return toon_in_plaats(request, werknemer, SECTIE, form, titel=titel, uitleg=_UITLEG)
    return klaar(request, werknemer, SECTIE, "De passage en de uitleg zijn bewaard.")


def _zoek(request: Verzoek, pk: int) -> Arbeidsovereenkomst:
    contracten = Arbeidsovereenkomst.objects.zichtbaar_voor(request.user)
    alles = contracten.select_related("werknemer__begeleider", "dienst", "toelichting__passage")
    return get_object_or_404(alles, pk=pk)
