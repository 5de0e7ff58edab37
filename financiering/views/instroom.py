""" "Hoeveel instroom is nodig?": the smallest number of starters a year."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from financiering.domein.instroomvraag import (
    Starter,
    in_dienst_nu,
    in_een_zin,
    te_veel,
    waarover_niets,
    zoek_instroom,
)
from financiering.domein.laden import Gegevens, laad_gegevens
from financiering.domein.prognoses import bereken
from financiering.domein.scenarios import laad_toekomsten
from financiering.forms.instroom import Instroomvraagformulier
from financiering.models import Scenario
from financiering.rechten import mag_financiering_zien
from financiering.views.raam import punten
from financiering.views.scenariokeuze import organisatie_van, tijdvak
from financiering.views.vraag import kies_toekomst
from gebruikers.verzoek import Verzoek
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from gedeeld.tijd import vandaag
from gedeeld.web import toon, vereist
from gedeeld.weergeven import getal
from regels.keuzes import Parametercode


@require_safe
@vereist(mag_financiering_zien)
def instroom(request: Verzoek) -> HttpResponse:
    vak = tijdvak()
    gegevens = laad_gegevens(organisatie_van(request), vak)
    toekomsten = laad_toekomsten(Scenario.objects.zichtbaar_voor(request.user))
    einde = (vak.van + (vak.aantal - 1)).eerste_dag
    form = Instroomvraagformulier(
        request.GET if "dienst" in request.GET else None,
        door=request.user,
        toekomsten=toekomsten,
        dagen=Periode.tem(vandaag(), einde),
        initial=_voorstel(gegevens),
    )
    niets = {"antwoord": None, "zin": ""}
    antwoord = _antwoord(request, form, gegevens) if form.is_valid() else niets
    context = {"form": form, "punten": punten("scenarios"), **antwoord}
    adres = request.get_full_path()
    return toon(request, "financiering/instroom.html", context, "uitkomst", adres=adres)


def _voorstel(gegevens: Gegevens) -> dict[str, Any]:
    """From the next quarter on, at the minimum wage of today when it is known."""
    op = vandaag()
    loon = gegevens.verloop.op(op).waarde(Parametercode.GGMMI)
    return {
        "vanaf": (Kwartaal.van(op) + 1).eerste_dag,
        "bruto_maandloon": getal(loon) if loon else "",
    }


def _antwoord(request: Verzoek, form: Instroomvraagformulier, gegevens: Gegevens) -> dict[str, Any]:
    velden = form.cleaned_data
    toekomst = kies_toekomst(request, velden["scenario"])
    uitkomst = bereken(gegevens, toekomst, tijdvak(), vandaag())
    starter = Starter(
        dienst=velden["dienst"].naam,
        pakket=velden["pakket"],
        niveau=velden["niveau"],
        breuk=velden["tewerkstellingsbreuk"],
        bruto=velden["bruto_maandloon"],
        vanaf=velden["vanaf"],
    )
    if niets := waarover_niets(uitkomst, starter.dienst):
        return {"antwoord": None, "zin": niets}
    antwoord = zoek_instroom(uitkomst, starter)
    return {
        "antwoord": antwoord,
        "zin": " ".join(
            filter(
                None,
                (
                    in_een_zin(antwoord, starter),
                    te_veel(antwoord.aantal, in_dienst_nu(gegevens, starter.dienst, vandaag())),
                ),
            )
        ),
        "starter": starter,
        "toekomst": toekomst,
    }
