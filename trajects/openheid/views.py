"""How openly a contract was talked about, and the special passage of the organisation."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gebruikers.views.uitvoer import begin_uitvoer
from gedeeld.tijd import vandaag
from gedeeld.uitvoer.bestelling import Bestelling
from gedeeld.web import METHODES, toon_formulier, vereist
from trajects.kader.views.inplaats import Sectie, zoek_werknemer
from trajects.kader.views.onderdeel import verwerk
from trajects.models import Contractpassage
from trajects.openheid.contractopenheid import lees_openheid
from trajects.openheid.exports import PASSAGE, toelichting_op_papier
from trajects.openheid.forms import Openheidformulier, Passageformulier
from trajects.openheid.openheid import leg_openheid_vast
from trajects.openheid.passages import laatste_passage, voeg_passage_toe
from trajects.rechten import (
    mag_documenten_zien,
    mag_notities_schrijven,
    mag_openheid_vastleggen,
    mag_passage_beheren,
)
from werknemers.models import Arbeidsovereenkomst, Werknemer

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


@require_http_methods(METHODES)
@vereist(mag_openheid_vastleggen)
def openheid(request: Verzoek, pk: int) -> HttpResponse:
    """Which passage this contract holds, and how it was explained."""
    contract = _contract(request, pk)
    werknemer = zoek_werknemer(request, contract.werknemer_id)
    toelichting = getattr(contract, "toelichting", None)
    form = Openheidformulier(
        request.POST or None, record=toelichting, contract=contract, gebruiker=request.user
    )
    return verwerk(
        request,
        werknemer,
        SECTIE,
        form,
        lambda: leg_openheid_vast(
            contract=contract,
            toelichting=toelichting,
            door=request.user,
            gezien=form.gezien_op,
            **form.gegevens(),
        ),
        titel=f"De bijzondere passage in het contract bij {contract.dienst}",
        uitleg=_UITLEG,
        melding="De passage en de uitleg zijn bewaard.",
    )


def _contract(request: Verzoek, pk: int) -> Arbeidsovereenkomst:
    contracten = Arbeidsovereenkomst.objects.zichtbaar_voor(request.user)
    alles = contracten.select_related("werknemer__begeleider", "dienst", "toelichting__passage")
    return get_object_or_404(alles, pk=pk)


@require_POST
@vereist(mag_documenten_zien)
def passage_pdf(request: Verzoek, pk: int) -> HttpResponse:
    """404 as long as nobody chose which passage the contract holds."""
    werknemer = toelichting_op_papier(request.user, pk).contract.werknemer
    bestelling = Bestelling(
        PASSAGE,
        titel=f"Bijzondere passage bij het contract van {werknemer.naam}",
        terug=reverse("trajects:contract", args=[werknemer.pk]),
        parameters={"contract": pk},
    )
    return begin_uitvoer(request, bestelling)


@require_safe
@vereist(mag_passage_beheren)
def passages(request: Verzoek) -> HttpResponse:
    alle = Contractpassage.objects.zichtbaar_voor(request.user)
    met_aantal = alle.met_aantal_contracten(request.user.organisatie_id)
    rijen = met_aantal.select_related("door").order_by("-versie", "-pk")
    return render(request, "trajects/openheid/passages_lijst.html", {"passages": rijen})


@require_http_methods(METHODES)
@vereist(mag_passage_beheren)
def passage_nieuw(request: Verzoek) -> HttpResponse:
    vorige = laatste_passage(request.user.organisatie_id)
    form = Passageformulier(request.POST or None, record=vorige)
    passage = form.probeer(
        lambda: voeg_passage_toe(
            door=request.user,
            gezien=form.gezien_op,
            tekst=form.cleaned_data["tekst"],
            toelichting=form.cleaned_data["toelichting"],
            vanaf=form.cleaned_data["vanaf"],
        )
    )
    if passage is None:
        return toon_formulier(
            request, "trajects/openheid/passages_nieuw.html", form, {"vorige": vorige}
        )
    if passage == vorige:
        messages.info(request, f"De tekst is dezelfde als die van {vorige}. Die blijft gelden.")
    else:
        messages.success(request, f"{passage} is bewaard. Kies ze voortaan bij een contract.")
    return redirect("trajects:passages")
