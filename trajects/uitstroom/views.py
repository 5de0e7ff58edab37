"""Leaving and the year after, as sections of the last stretch."""

from typing import Any, Final

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from gebruikers.models import Gebruiker
from gebruikers.verzoek import Verzoek
from gedeeld.tijd import vandaag
from gedeeld.web import METHODES, vereist
from gedeeld.weergeven import datum_voluit
from trajects.kader.nazorgbeeld import nazorgbeeld
from trajects.kader.uitstroombeeld import uitstroombeeld
from trajects.kader.views.inplaats import Sectie
from trajects.kader.views.onderdeel import Onderdeel
from trajects.keuzes import Fase
from trajects.models import Nazorgmoment, Uitstroom
from trajects.rechten import mag_contract_afsluiten, mag_plan_bewerken, mag_uitstroom_registreren
from trajects.uitstroom.forms import Nazorgformulier, Uitstroomformulier, Vergissingformulier
from trajects.uitstroom.nazorg import leg_nazorg_vast
from trajects.uitstroom.nieuwe_start import nieuwe_starts
from trajects.uitstroom.uitstromen import (
    registreer_uitstroom,
    sluit_contracten_af,
    verwijder_uitstroom,
    wijzig_uitstroom,
)
from werknemers.models import Werknemer

# --- leaving ---------------------------------------------------------------------------------


def _lees_uitstroom(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    return {
        "beeld": uitstroombeeld(werknemer, gebruiker, vandaag()),
        "nieuwe_starts": nieuwe_starts(gebruiker, vandaag(), wie=werknemer),
        "mag_bewerken": mag_uitstroom_registreren(gebruiker),
        "mag_afsluiten": mag_contract_afsluiten(gebruiker),
    }


UITSTROOM: Final = Sectie(
    "uitstroom", "Uitstroom", "trajects:overgang", _lees_uitstroom, "uitstroom"
)


def _mee(request: Verzoek, werknemer: Werknemer, _: Uitstroom | None) -> dict[str, Any]:
    return {"werknemer": werknemer, "door": request.user, "uit_adres": request.GET}


_UITSTROOM: Final = Onderdeel(
    UITSTROOM,
    lambda wie: Uitstroom.objects.zichtbaar_voor(wie).select_related(
        "werknemer", "werkgever", "traject"
    ),
    Uitstroomformulier,
    mee=_mee,
)


@require_http_methods(METHODES)
@vereist(mag_uitstroom_registreren)
def uitstroom_nieuw(request: Verzoek, pk: int) -> HttpResponse:
    titel = "{0.voornaam} stroomt uit"
    return _UITSTROOM.nieuw(request, pk, registreer_uitstroom, titel, _bewaard, alles=True)


@require_http_methods(METHODES)
@vereist(mag_uitstroom_registreren)
def uitstroom_bewerk(request: Verzoek, pk: int) -> HttpResponse:
    titel, melding = "Pas de uitstroom aan", "De uitstroom is bewaard."
    return _UITSTROOM.bewerk(request, pk, wijzig_uitstroom, titel, melding, alles=True)


@require_http_methods(METHODES)
@vereist(mag_uitstroom_registreren)
def uitstroom_weg(request: Verzoek, pk: int) -> HttpResponse:
    """Take back an outflow that was a mistake, after asking."""
    return _UITSTROOM.verwijder(
        request,
        pk,
        verwijder_uitstroom,
        "Was deze uitstroom een vergissing?",
        "De uitstroom van {0.werknemer.naam} is gewist.",
        formulier=Vergissingformulier,
        knop="Wis de uitstroom",
        uitleg=_gevolg,
        alles=True,
    )


@require_POST
@vereist(mag_contract_afsluiten)
def uitstroom_contract(request: Verzoek, pk: int) -> HttpResponse:
    """End the contracts that still run on the last day in service."""
    return _UITSTROOM.doe(
        request,
        pk,
        sluit_contracten_af,
        lambda uitstroom: f"Het contract eindigt nu op {datum_voluit(uitstroom.datum)}.",
        alles=True,
    )


def _bewaard(uitstroom: Uitstroom) -> str:
    nazorg = " De nazorg staat gepland." if uitstroom.nazorg.exists() else ""
    return f"De uitstroom van {uitstroom.werknemer.naam} is bewaard.{nazorg}"


def _gevolg(uitstroom: Uitstroom) -> str:
    dag = datum_voluit(uitstroom.datum)
    zin = f"Je wist de uitstroom van {uitstroom.werknemer.naam} op {dag}, met de geplande nazorg. "
    if uitstroom.traject and not uitstroom.traject.loopt:
        zin += "Het traject is afgesloten en blijft dat. "
    return f"{zin}Een contract dat al afgesloten is, pas je zelf weer aan."


# --- the year after --------------------------------------------------------------------------


def _lees_nazorg(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    """The aftercare of the last outflow, and what was heard after earlier ones."""
    zichtbaar = Uitstroom.objects.zichtbaar_voor(gebruiker).filter(werknemer=werknemer)
    alle = list(zichtbaar.select_related("werknemer").prefetch_related("nazorg"))
    op = vandaag()
    beeld = nazorgbeeld(alle[0], op, werknemer.contracten.all()) if alle else None
    in_nazorg = any(traject.fase == Fase.NAZORG for traject in werknemer.trajecten.all())
    return {
        "beeld": beeld,
        "eerdere": [
            (uitstroom, [moment for moment in uitstroom.nazorg.all() if not moment.is_open])
            for uitstroom in alle[1:]
        ],
        "kan_afronden": bool(beeld and beeld.is_klaar and in_nazorg),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
    }


NAZORG: Final = Sectie("nazorg", "Nazorg", "trajects:overgang", _lees_nazorg, "uitstroom")
_MOMENT: Final = Onderdeel(
    NAZORG,
    lambda wie: Nazorgmoment.objects.zichtbaar_voor(wie).select_related("uitstroom__werknemer"),
    Nazorgformulier,
    eigenaar="uitstroom.werknemer_id",
)


@require_http_methods(METHODES)
@vereist(mag_plan_bewerken)
def nazorg(request: Verzoek, pk: int) -> HttpResponse:
    titel = "Nazorg na {0.termijn}: hoe gaat het met {0.uitstroom.werknemer.voornaam}?"
    melding = "De nazorg is bewaard."
    return _MOMENT.bewerk(request, pk, leg_nazorg_vast, titel, melding, alles=True)
