"""What one employee brings in and costs, and why an amount is what it is."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from financiering.domein.laden import Gegevens, laad_met_collegas, laad_werknemer
from financiering.domein.prognoses import Prognoseuitkomst, bereken
from financiering.domein.rekenbewijs import code_van_een
from financiering.domein.waarom import leg_uit
from financiering.domein.waarom_bladen import leg_bladen_uit
from financiering.domein.werknemerprognose import Werknemerprognose, rij_van
from financiering.rechten import mag_financiering_zien
from financiering.views.geldgrafiek import teken
from financiering.views.raam import punten
from financiering.views.scenariokeuze import organisatie_van
from financiering.views.vraag import Vraag
from gebruikers.verzoek import Verzoek
from gedeeld.kwartaal import Kwartaal
from gedeeld.tijd import vandaag
from gedeeld.web import vereist
from werknemers.models import Werknemer


@require_safe
@vereist(mag_financiering_zien)
def werknemer(request: Verzoek, pk: int) -> HttpResponse:
    wie, vraag = _wie(request, pk), Vraag.uit(request)
    gegevens = laad_met_collegas(organisatie_van(request), vraag.tijdvak, pk)
    prognose = _prognose(gegevens, vraag, wie)
    context = {
        "werknemer": wie,
        "vraag": vraag,
        "punten": punten("prognose"),
        "prognose": prognose,
        "grafiek": teken(
            prognose.regels,
            prognose.bladnamen,
            f"Wat {wie.naam} binnenbrengt en kost, per kwartaal",
            "werknemer",
            _waarom_in(wie, vraag),
        )
        if prognose
        else "",
        "terug_url": _terug(gegevens, vraag, prognose),
        "vraagstaart": vraag.adres(dienst="", kas=""),
    }
    return render(request, "financiering/werknemer.html", context)


@require_safe
@vereist(mag_financiering_zien)
def waarom(request: Verzoek, pk: int, kwartaal: str) -> HttpResponse:
    """Every input of the amounts of one quarter."""
    wie = _wie(request, pk)
    vraag, gevraagd = Vraag.uit(request).over(kwartaal)
    context = {
        "werknemer": wie,
        "onder": f"{wie.naam}, {gevraagd}",
        "kwartaal": gevraagd,
        "vraagstaart": vraag.adres(dienst="", kas=""),
        "toekomst": vraag.toekomst,
        **_leg_uit(request, vraag, wie, gevraagd),
        "punten": punten("prognose"),
        "bewijs_url": reverse("financiering:waarom_bewijs", args=[pk, gevraagd]) + vraag.adres(),
        **_terug_van(vraag, wie),
    }
    return render(request, "financiering/waarom.html", context)


def _terug_van(vraag: Vraag, wie: Werknemer) -> dict[str, Any]:
    """Where the explanation of a quarter leads back to."""
    if vraag.voorbij is not None:
        terug = reverse("financiering:betaald_kwartaal", args=[vraag.voorbij])
        return {"voorbij": True, "terug_url": terug, "terug": f"Betaald voor {vraag.voorbij}"}
    terug = reverse("financiering:werknemer", args=[wie.pk]) + vraag.adres(dienst="", kas="")
    return {"voorbij": False, "terug_url": terug, "terug": wie.naam}


def _waarom_in(wie: Werknemer, vraag: Vraag) -> Callable[[Kwartaal], str]:
    """Where each quarter of the chart leads to."""
    staart = vraag.adres(dienst="", kas="")
    return lambda kwartaal: reverse("financiering:waarom", args=[wie.pk, kwartaal]) + staart


def _wie(request: Verzoek, pk: int) -> Werknemer:
    return get_object_or_404(Werknemer.objects.zichtbaar_voor(request.user), pk=pk)


def _prognose(gegevens: Gegevens, vraag: Vraag, wie: Werknemer) -> Werknemerprognose | None:
    """None when no contract runs in these quarters."""
    uitkomst = bereken(gegevens, vraag.toekomst, vraag.tijdvak, vandaag())
    rij = rij_van(uitkomst, wie)
    return None if rij is None else Werknemerprognose(uitkomst, rij)


def _leg_uit(request: Verzoek, vraag: Vraag, wie: Werknemer, kwartaal: Kwartaal) -> dict[str, Any]:
    """Nothing when no contract runs in these quarters."""
    gegevens = laad_met_collegas(organisatie_van(request), vraag.tijdvak, wie.pk)
    uitkomst = bereken(gegevens, vraag.toekomst, vraag.tijdvak, vandaag())
    rij, plaats = rij_van(uitkomst, wie), kwartaal - uitkomst.prognose.tarieven.van
    if rij is None:
        return {"waarom": None, "bladen": [], "diensten": [], "bewijscode": ""}
    rekening = uitkomst.prognose.rekening(rij, plaats)
    return {
        "waarom": leg_uit(
            rekening,
            uitkomst.prognose.personen[rij],
            gegevens.verloop,
            gegevens.startpakketten,
            gegevens.opgaven,
        ),
        "bladen": leg_bladen_uit(uitkomst, rij, plaats),
        "diensten": [
            (naam, gegevens.diensten[naam].pk)
            for naam in dict.fromkeys(deel.contract.dienst for deel in rekening.delen)
        ],
        "bewijscode": code_van_een(uitkomst, organisatie_van(request), str(wie.pk), kwartaal),
    }


def uitkomst_van_een(request: Verzoek, vraag: Vraag, pk: int) -> Prognoseuitkomst:
    """The forecast behind the page of one employee. Raise Http404 for who is not theirs."""
    wie = _wie(request, pk)
    gegevens = laad_werknemer(
        organisatie_van(request), vraag.tijdvak, wie.pk, met_plan=vraag.toekomst.volgt_plan
    )
    return bereken(gegevens, vraag.toekomst, vraag.tijdvak, vandaag())


def _terug(gegevens: Gegevens, vraag: Vraag, prognose: Werknemerprognose | None) -> str:
    """To the service of the employee, under the same scenario."""
    dienst = gegevens.diensten[prognose.dienst].pk if prognose else ""
    return reverse("financiering:prognose") + vraag.adres(dienst=dienst)
