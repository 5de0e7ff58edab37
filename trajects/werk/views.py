"""Placements and applications of an employee, and the register of employers."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gebruikers.views.rekenblad import download_lijst
from gedeeld.filterwoorden import filters_in_woorden
from gedeeld.tijd import vandaag
from gedeeld.web import METHODES, kies_pagina, toon, toon_formulier, vereist
from trajects.kader.views.inplaats import Sectie
from trajects.kader.views.onderdeel import Onderdeel
from trajects.kader.views.tabbladen import tabbladen
from trajects.kader.zoekkeuze import zoektekst
from trajects.models import Sollicitatie, Stage, Werkgever
from trajects.rechten import mag_plan_bewerken, mag_werkgevers_bewerken, mag_werkgevers_zien
from trajects.werk.exports import KOLOMMEN
from trajects.werk.filters import WerkgeverFilter
from trajects.werk.forms import Sollicitatieformulier, Stageformulier, Werkgeverformulier
from trajects.werk.sollicitaties import (
    verwijder_sollicitatie,
    voeg_sollicitatie_toe,
    wijzig_sollicitatie,
)
from trajects.werk.stageoverzicht import stages_van
from trajects.werk.stages import verwijder_stage, voeg_stage_toe, wijzig_stage
from trajects.werk.werkgeverbeeld import kring_van, stel_voor
from trajects.werk.werkgevers import voeg_werkgever_toe, wijzig_werkgever, zet_werkgever
from werknemers.models import Werknemer


def _gebruiker(request: Verzoek, *_: Any) -> dict[str, Any]:
    return {"gebruiker": request.user}


# --- placements ------------------------------------------------------------------------------


def _lees_stages(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    return {
        "stages": stages_van(werknemer, vandaag()),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
    }


STAGES: Final = Sectie("stages", "Stages", "trajects:werk", _lees_stages, "werk")
_STAGE: Final = Onderdeel(
    STAGES,
    lambda wie: Stage.objects.zichtbaar_voor(wie).select_related("werkgever"),
    Stageformulier,
    mee=_gebruiker,
)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def stage_nieuw(request: Verzoek, pk: int) -> HttpResponse:
    melding = "De stage bij {0.werkgever} is bewaard."
    return _STAGE.nieuw(request, pk, voeg_stage_toe, "Een nieuwe stage", melding)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def stage_bewerk(request: Verzoek, pk: int) -> HttpResponse:
    titel = "De stage bij {0.werkgever}"
    return _STAGE.bewerk(request, pk, wijzig_stage, titel, f"{titel} is bewaard.")


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def stage_verwijder(request: Verzoek, pk: int) -> HttpResponse:
    return _STAGE.verwijder(
        request,
        pk,
        verwijder_stage,
        "Verwijder je de stage bij {0.werkgever}?",
        "De stage bij {0.werkgever} is verwijderd.",
        uitleg="Doe dit alleen als ze er nooit kwam. Een stage die voorbij is, blijft staan.",
    )


# --- applications ----------------------------------------------------------------------------


def _lees_sollicitaties(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    return {
        "sollicitaties": list(werknemer.sollicitaties.select_related("werkgever")),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
    }


SOLLICITATIES: Final = Sectie(
    "sollicitaties", "Sollicitaties", "trajects:werk", _lees_sollicitaties, "werk"
)
_SOLLICITATIE: Final = Onderdeel(
    SOLLICITATIES,
    lambda wie: Sollicitatie.objects.zichtbaar_voor(wie).select_related("werkgever"),
    Sollicitatieformulier,
    mee=_gebruiker,
)
_BEWAARD: Final = "De sollicitatie is bewaard."


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def sollicitatie_nieuw(request: Verzoek, pk: int) -> HttpResponse:
    titel = "Een nieuwe sollicitatie"
    return _SOLLICITATIE.nieuw(request, pk, voeg_sollicitatie_toe, titel, _BEWAARD)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def sollicitatie_bewerk(request: Verzoek, pk: int) -> HttpResponse:
    titel = "De sollicitatie voor {0.vacature}"
    return _SOLLICITATIE.bewerk(request, pk, wijzig_sollicitatie, titel, _BEWAARD)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def sollicitatie_verwijder(request: Verzoek, pk: int) -> HttpResponse:
    return _SOLLICITATIE.verwijder(
        request,
        pk,
        verwijder_sollicitatie,
        "Verwijder je de sollicitatie voor {0.vacature}?",
        "De sollicitatie is verwijderd.",
        uitleg="Doe dit alleen als ze hier per vergissing staat.",
    )


# --- employers -------------------------------------------------------------------------------


@require_safe
@vereist(mag_werkgevers_zien)
def werkgevers(request: Verzoek) -> HttpResponse:
    keuze = WerkgeverFilter(request)
    pagina = kies_pagina(request, keuze.gevonden)
    context = {
        "filter": keuze,
        "vraag": keuze.vraag(),
        "pagina": pagina,
        "punten": tabbladen(request.user, "werkgevers"),
        "mag_bewerken": mag_werkgevers_bewerken(request.user),
    }
    return toon(
        request, "trajects/werk/werkgevers_lijst.html", context, "lijst", adres=_adres(keuze)
    )


@require_safe
@vereist(mag_werkgevers_zien)
def werkgevers_xlsx(request: Verzoek) -> HttpResponse:
    keuze = WerkgeverFilter(request)
    if not keuze.form.is_valid():
        return redirect(_adres(keuze))
    keuzes = filters_in_woorden(keuze.form, altijd=["actief"])
    return download_lijst(request, "Werkgevers", KOLOMMEN, keuze.gevonden, keuzes, vaste_kolommen=1)


@require_safe
@vereist(mag_werkgevers_zien)
def voorstellen(request: Verzoek) -> HttpResponse:
    """What the browser proposes to who types the name of an employer in a form."""
    suggesties = stel_voor(request.user, zoektekst(request.GET.get("werkgever", "")))
    return render(request, "trajects/werk/suggesties.html", {"suggesties": suggesties.labels})


@require_safe
@vereist(mag_werkgevers_zien)
def werkgever_pagina(request: Verzoek, pk: int) -> HttpResponse:
    werkgever = _werkgever(request, pk)
    kring = kring_van(werkgever, request.user)
    context = {
        "werkgever": werkgever,
        "kring": kring,
        "pagina": kies_pagina(request, kring.contacten),
        "mag_bewerken": mag_werkgevers_bewerken(request.user),
    }
    return render(request, "trajects/werk/werkgevers_pagina.html", context)


@require_http_methods(METHODES)
@vereist(mag_werkgevers_bewerken)
def werkgever_nieuw(request: Verzoek) -> HttpResponse:
    form = Werkgeverformulier(request.POST or None, record=None)
    werkgever = form.probeer(
        lambda: voeg_werkgever_toe(
            organisatie_id=request.user.organisatie_id, door=request.user, **form.gegevens()
        )
    )
    if werkgever is None:
        return toon_formulier(request, "trajects/werk/werkgevers_nieuw.html", form)
    messages.success(request, f"{werkgever.naam} staat in de lijst.")
    return redirect("trajects:werkgever", werkgever.pk)


@require_http_methods(METHODES)
@vereist(mag_werkgevers_bewerken)
def werkgever_bewerk(request: Verzoek, pk: int) -> HttpResponse:
    werkgever = _werkgever(request, pk)
    form = Werkgeverformulier(request.POST or None, record=werkgever)
    bewaard = form.probeer(
        lambda: wijzig_werkgever(
            werkgever, door=request.user, gezien=form.gezien_op, **form.gegevens()
        )
    )
    if bewaard is None:
        context = {"werkgever": werkgever}
        return toon_formulier(request, "trajects/werk/werkgevers_bewerk.html", form, context)
    messages.success(request, f"{bewaard.naam} is bewaard.")
    return redirect("trajects:werkgever", pk)


@require_POST
@vereist(mag_werkgevers_bewerken)
def werkgever_zet(request: Verzoek, pk: int) -> HttpResponse:
    """Switch off, or on again with `actief=ja`."""
    actief = request.POST.get("actief") == "ja"
    werkgever = zet_werkgever(_werkgever(request, pk), door=request.user, actief=actief)
    stand = "staat weer in de lijst" if actief else "staat niet meer in de lijst om uit te kiezen"
    messages.success(request, f"{werkgever.naam} {stand}.")
    return redirect("trajects:werkgever", pk)


def _werkgever(request: Verzoek, pk: int) -> Werkgever:
    return get_object_or_404(Werkgever.objects.zichtbaar_voor(request.user), pk=pk)


def _adres(keuze: WerkgeverFilter) -> str:
    """Where the list shows what is chosen now, short enough to share."""
    vraag = keuze.vraag()
    return f"{reverse('trajects:werkgevers')}{'?' if vraag else ''}{vraag}"
