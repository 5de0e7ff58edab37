"""Answers to what the preview asks about rows, as the next step of an import: kept, and looked over
again with them."""

from collections.abc import Mapping
from typing import cast

from django.core.exceptions import ValidationError
from django.db import transaction

from gebruikers.models import Gebruiker
from gedeeld.tijd import nu
from gedeeld.versleuteling import OnleesbareWaarde
from werknemers.domein.invoer.antwoorden import (
    Rijantwoord,
    Rijplek,
    met_blad,
    op_plek,
    pak_uit,
    verpak,
)
from werknemers.domein.invoer.opslag import Bewaard
from werknemers.domein.invoer.rijantwoorden import lees_antwoorden
from werknemers.models import Importopdracht
from werknemers.rechten import mag_insz_zien
from werknemers.schrijvers import IMPORTS

Status = Importopdracht.Status


def gegeven_antwoorden(opdracht: Importopdracht) -> dict[Rijplek, Rijantwoord]:
    """What was said of the rows that the preview shows; nothing where no key opens it."""
    try:
        return op_plek(pak_uit(bytes(opdracht.antwoorden)), opdracht.bladen)
    except OnleesbareWaarde:
        return {}


def beantwoord(
    opdracht: Importopdracht, *, gezien: str, getypt: Mapping[str, str], door: Gebruiker
) -> bool:
    """Keep what was filled in for rows, and look the import over again. `gezien` is the fingerprint
    of the outcome on screen. False when just this was kept before (a double click).

    Raises ValidationError when the import is not as it was on screen, when nothing was filled in,
    for a text that is too long, and when no key opens what was said before; nothing is kept then.
    """
    with transaction.atomic():
        wachtend = Importopdracht.objects.select_for_update(of=("self",)).filter(
            pk=opdracht.pk, status__in=(Status.NAKIJKEN, Status.WACHT)
        )
        huidig = wachtend.first()
        if huidig is None or huidig.vingerafdruk != gezien or huidig.uitkomst is None:
            raise _veranderd()
        anders = lees_antwoorden(
            cast("Bewaard", huidig.uitkomst)["rijen"],
            gegeven_antwoorden(huidig),
            getypt,
            met_insz=mag_insz_zien(door),
        )
        if huidig.status == Status.WACHT:
            if anders:
                raise _veranderd()
            return False
        if not anders:
            raise ValidationError("Kies eerst een antwoord, of verbeter een cel.")
        samen = _bewaarde(huidig) | met_blad(anders, huidig.bladen)
        velden = {
            "status": Status.WACHT,
            "antwoorden": verpak(samen),
            "veranderd": False,
            "gevraagd_op": nu(),
            "pogingen": 0,
            "weigering": "",
        }
        return IMPORTS.schrijf(huidig, velden, door=door, actie="rijen beantwoord")


def _veranderd() -> ValidationError:
    return ValidationError(
        "Intussen gaf iemand anders antwoorden, of veranderde de uitkomst. Wat jij invulde, staat "
        "er nog. Kijk het na en bewaar het opnieuw."
    )


def _bewaarde(opdracht: Importopdracht) -> dict[Rijplek, Rijantwoord]:
    try:
        return pak_uit(bytes(opdracht.antwoorden))
    except OnleesbareWaarde:
        raise ValidationError(
            "Wat al beantwoord was, is niet leesbaar: de sleutel ontbreekt. Vraag je beheerder om "
            "de sleutel terug te zetten."
        ) from None
