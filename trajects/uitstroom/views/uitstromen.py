"""Leaving, as a section of the last stretch: registered, mended, taken back."""

from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import vereist
from gedeeld.weergeven import datum_voluit
from trajects.kader.uitstroombeeld import uitstroombeeld
from trajects.kader.views.inplaats import Sectie, klaar, toon_in_plaats, zoek_werknemer
from trajects.models import Uitstroom
from trajects.rechten import mag_contract_afsluiten, mag_uitstroom_registreren
from trajects.traject.fasen import vorige_fase
from trajects.uitstroom.forms.uitstroom import Uitstroomformulier, Vergissingformulier
from trajects.uitstroom.nieuwe_start import nieuwe_starts
from trajects.uitstroom.uitstromen import (
    registreer_uitstroom,
    sluit_contracten_af,
    verwijder_uitstroom,
    wijzig_uitstroom,
)
from werknemers.models import Werknemer

_METHODES: Final = ["GET", "HEAD", "POST"]


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    return {
        "beeld": uitstroombeeld(werknemer, gebruiker, vandaag()),
        "nieuwe_starts": nieuwe_starts(gebruiker, vandaag(), wie=werknemer),
        "mag_bewerken": mag_uitstroom_registreren(gebruiker),
        "mag_afsluiten": mag_contract_afsluiten(gebruiker),
    }


SECTIE: Final = Sectie("uitstroom", "Uitstroom", "trajects:overgang", _lees, "uitstroom")


@require_http_methods(_METHODES)
@vereist(mag_uitstroom_registreren)
def nieuw(request: Verzoek, pk: int) -> HttpResponse:
    werknemer = zoek_werknemer(request, pk)
    form = _formulier(request, werknemer, None)
    uitstroom = form.probeer(
        lambda: registreer_uitstroom(
            werknemer=werknemer,
            door=request.user,
            sluit_contracten=form.cleaned_data.get("sluit_contracten", False),
            **form.gegevens(),
        )
    )
    if uitstroom is None:
        titel = f"{werknemer.voornaam} stroomt uit"
        return toon_in_plaats(request, werknemer, SECTIE, form, titel=titel)
    nazorg = " De nazorg staat gepland." if uitstroom.nazorg.exists() else ""
    melding = f"De uitstroom van {werknemer.naam} is bewaard.{nazorg}"
    return klaar(request, werknemer, SECTIE, melding, alles=True)


@require_http_methods(_METHODES)
@vereist(mag_uitstroom_registreren)
def bewerk(request: Verzoek, pk: int) -> HttpResponse:
    uitstroom, werknemer = _zoek(request, pk)
    form = _formulier(request, werknemer, uitstroom)
    bewaard = form.probeer(
        lambda: wijzig_uitstroom(
            uitstroom, door=request.user, gezien=form.gezien_op, **form.gegevens()
        )
    )
    if bewaard is None:
        return toon_in_plaats(request, werknemer, SECTIE, form, titel="Pas de uitstroom aan")
    return klaar(request, werknemer, SECTIE, "De uitstroom is bewaard.", alles=True)


@require_http_methods(_METHODES)
@vereist(mag_uitstroom_registreren)
def weg(request: Verzoek, pk: int) -> HttpResponse:
    """Take back an outflow that was a mistake, after asking."""
    uitstroom, werknemer = _zoek(request, pk)
    vorige = vorige_fase(uitstroom.traject) if uitstroom.traject else ""
    form = Vergissingformulier(request.POST or None, record=uitstroom, vorige_fase=vorige)
    gewist = form.probeer(
        lambda: verwijder_uitstroom(
            uitstroom,
            door=request.user,
            gezien=form.gezien_op,
            naar_fase=form.cleaned_data.get("naar_fase", ""),
        )
    )
    if gewist is not None:
        melding = f"De uitstroom van {werknemer.naam} is gewist."
        return klaar(request, werknemer, SECTIE, melding, alles=True)
    return toon_in_plaats(
        request,
        werknemer,
        SECTIE,
        form,
        titel="Was deze uitstroom een vergissing?",
        knop="Wis de uitstroom",
        uitleg=_gevolg(uitstroom, werknemer),
    )


@require_POST
@vereist(mag_contract_afsluiten)
def contract(request: Verzoek, pk: int) -> HttpResponse:
    """End the contracts that still run on the last day in service."""
    uitstroom, werknemer = _zoek(request, pk)
    sluit_contracten_af(uitstroom, door=request.user)
    melding = f"Het contract eindigt nu op {datum_voluit(uitstroom.datum)}."
    return klaar(request, werknemer, SECTIE, melding, alles=True)


def _formulier(
    request: Verzoek, werknemer: Werknemer, uitstroom: Uitstroom | None
) -> Uitstroomformulier:
    return Uitstroomformulier(
        request.POST or None,
        record=uitstroom,
        werknemer=werknemer,
        door=request.user,
        uit_adres=request.GET,
    )


def _gevolg(uitstroom: Uitstroom, werknemer: Werknemer) -> str:
    dag = datum_voluit(uitstroom.datum)
    zin = f"Je wist de uitstroom van {werknemer.naam} op {dag}, met de geplande nazorg. "
    if uitstroom.traject and not uitstroom.traject.loopt:
        zin += "Het traject is afgesloten en blijft dat. "
    return f"{zin}Een contract dat al afgesloten is, pas je zelf weer aan."


def _zoek(request: Verzoek, pk: int) -> tuple[Uitstroom, Werknemer]:
    zichtbaar = Uitstroom.objects.zichtbaar_voor(request.user)
    gevonden = zichtbaar.select_related("werknemer", "werkgever", "traject")
    uitstroom = get_object_or_404(gevonden, pk=pk)
    return uitstroom, zoek_werknemer(request, uitstroom.werknemer_id)
