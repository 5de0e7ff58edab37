"""Leaving and the year after, as sections of the last stretch."""

from datetime import date
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from doorstroom.gedeeld.tijd import vandaag
from doorstroom.gedeeld.web import vereist
from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from trajects.domein.bewijsstukken import bewijsstukken
from trajects.domein.nazorg import leg_nazorg_vast, nazorgbeeld
from trajects.domein.uitstromen import (
    registreer_uitstroom,
    verwijder_uitstroom,
    wijzig_uitstroom,
)
from trajects.domein.vervangingsvenster import lees_venster
from trajects.forms.uitstroom import Nazorgformulier, Uitstroomformulier
from trajects.models import Nazorgmoment, Uitstroom
from trajects.rechten import mag_plan_bewerken, mag_uitstroom_registreren
from trajects.views.inplaats import Sectie, klaar, toon_in_plaats, zoek_werknemer
from werknemers.models import Arbeidsovereenkomst, Werknemer

_METHODES: Final = ["GET", "HEAD", "POST"]


def _lees_uitstroom(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    uitstromen = Uitstroom.objects.zichtbaar_voor(gebruiker).filter(werknemer=werknemer)
    alle = list(uitstromen.select_related("werkgever"))
    contracten = Arbeidsovereenkomst.objects.zichtbaar_voor(gebruiker)
    na = alle[0].datum if alle else None
    open_contract = na is not None and contracten.filter(
        werknemer=werknemer, periode__contains=na, periode__endswith=None
    )
    return {
        "uitstromen": alle,
        "contract_loopt_nog": bool(open_contract),
        "mag_bewerken": mag_uitstroom_registreren(gebruiker),
    }


def _lees_nazorg(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    uitstromen = Uitstroom.objects.zichtbaar_voor(gebruiker).filter(werknemer=werknemer)
    laatste = uitstromen.select_related("werknemer", "traject").first()
    beeld = nazorgbeeld(laatste, vandaag()) if laatste else None
    traject = laatste.traject if laatste else None
    return {
        "beeld": beeld,
        "kan_afronden": bool(beeld and beeld.is_klaar and traject and traject.loopt),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
    }


UITSTROOM: Final = Sectie("uitstroom", "Uitstroom", "trajects:overgang", _lees_uitstroom)
NAZORG: Final = Sectie("nazorg", "Nazorg", "trajects:overgang", _lees_nazorg)


@require_http_methods(_METHODES)
@vereist(mag_uitstroom_registreren)
def nieuw(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    form = Uitstroomformulier(request.POST or None, record=None, door=request.user)
    uitstroom = form.probeer(
        lambda: registreer_uitstroom(
            werknemer=werknemer,
            door=request.user,
            sluit_contracten=form.cleaned_data.get("sluit_contracten", False),
            **form.gegevens(),
        )
    )
    if uitstroom is None:
        return _vraag(request, werknemer, form, f"{werknemer.voornaam} stroomt uit")
    melding = f"De uitstroom van {werknemer.naam} is bewaard. De nazorg staat gepland."
    return klaar(request, werknemer, UITSTROOM, melding)


@require_http_methods(_METHODES)
@vereist(mag_uitstroom_registreren)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    uitstroom = _zoek(request, pk)
    werknemer = zoek_werknemer(request, uitstroom.werknemer_id)
    form = Uitstroomformulier(request.POST or None, record=uitstroom, door=request.user)
    bewaard = form.probeer(
        lambda: wijzig_uitstroom(
            uitstroom, door=request.user, gezien=form.gezien_op, **form.gegevens()
        )
    )
    if bewaard is None:
        return _vraag(request, werknemer, form, "Pas de uitstroom aan")
    return klaar(request, werknemer, UITSTROOM, "De uitstroom is bewaard.")


@require_POST
@vereist(mag_uitstroom_registreren)
def weg(request: Verzoek, pk: int) -> HttpResponse:
    """Take back an outflow that was a mistake."""
    uitstroom = _zoek(request, pk)
    try:
        werknemer = verwijder_uitstroom(uitstroom, door=request.user)
    except ValidationError as weigering:
        messages.error(request, " ".join(weigering.messages))
        return redirect(UITSTROOM.adres(uitstroom.werknemer))
    messages.success(request, f"De uitstroom is gewist. Kijk de fase van {werknemer.voornaam} na.")
    return redirect(UITSTROOM.adres(werknemer))


@require_http_methods(_METHODES)
@vereist(mag_plan_bewerken)
def nazorg(request: Verzoek, pk: int) -> HttpResponse:
    momenten = Nazorgmoment.objects.zichtbaar_voor(request.user)
    moment = get_object_or_404(momenten.select_related("uitstroom__werknemer"), pk=pk)
    werknemer = zoek_werknemer(request, moment.uitstroom.werknemer_id)
    form = Nazorgformulier(request.POST or None, record=moment)
    bewaard = form.probeer(
        lambda: leg_nazorg_vast(
            moment,
            door=request.user,
            gezien=form.gezien_op,
            **{veld: form.cleaned_data[veld] for veld in form.VELDEN},
        )
    )
    if bewaard is None:
        titel = f"Nazorg na {moment.weken} weken"
        return toon_in_plaats(request, werknemer, NAZORG, form, titel=titel)
    return klaar(request, werknemer, NAZORG, "De nazorg is bewaard.")


def _vraag(
    request: Verzoek, werknemer: Werknemer, form: Uitstroomformulier, titel: str
) -> HttpResponse:
    """The form, with what the window around a falling premium asks for."""
    dag = _dag(form)
    venster = lees_venster(werknemer, dag)
    return toon_in_plaats(
        request,
        werknemer,
        UITSTROOM,
        form,
        titel=titel,
        venster=venster,
        bewijzen=bewijsstukken(werknemer, dag) if venster else [],
    )


def _dag(form: Uitstroomformulier) -> date:
    """The day that was filled in, or else today."""
    ingevuld = getattr(form, "cleaned_data", {}).get("datum") or form.initial.get("datum")
    return ingevuld if isinstance(ingevuld, date) else vandaag()


def _zoek(request: Verzoek, pk: int) -> Uitstroom:
    zichtbaar = Uitstroom.objects.zichtbaar_voor(request.user)
    return get_object_or_404(zichtbaar.select_related("werknemer", "werkgever"), pk=pk)
