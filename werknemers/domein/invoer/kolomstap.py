"""The step in which the user says what the columns of a file are."""

import hashlib
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from gebruikers.models import Gebruiker
from gebruikers.schrijvers import ORGANISATIES
from gedeeld.tijd import nu
from werknemers.domein.invoer.kolombeeld import Kolommenbeeld, lees_beeld
from werknemers.domein.invoer.kolomkeuze import Antwoord, als_json
from werknemers.domein.invoer.onthouden import onthoud
from werknemers.models import Importopdracht
from werknemers.schrijvers import IMPORTS

Status = Importopdracht.Status


def kolommen_van(opdracht: Importopdracht) -> Kolommenbeeld | None:
    """What its columns look like, while something can still be said of them; else None."""
    if not opdracht.kan_kolommen_kiezen:
        return None
    return lees_beeld(bytes(opdracht.kolombeeld))


def beeldafdruk(opdracht: Importopdracht) -> str:
    """Another one as soon as the columns were looked at again."""
    return hashlib.sha256(bytes(opdracht.kolombeeld)).hexdigest()


def kies_kolommen(
    opdracht: Importopdracht, *, keuze: Mapping[str, Antwoord], gezien: str, door: Gebruiker
) -> bool:
    """Read the file by these answers, one for each title, and keep them for the next file.

    `gezien` is the fingerprint of the columns on screen. False when the import does not wait for
    this; nothing happens then. Raises ValidationError when somebody else answered in the meantime.
    """
    with transaction.atomic():
        ORGANISATIES.vergrendel(opdracht.organisatie)
        wachtend = Importopdracht.objects.select_for_update(of=("self",)).filter(
            pk=opdracht.pk, status__in=(Status.KOLOMMEN, Status.NAKIJKEN)
        )
        huidig = wachtend.first()
        beeld = None if huidig is None else kolommen_van(huidig)
        if huidig is None or beeld is None:
            return False
        if beeldafdruk(huidig) != gezien:
            raise ValidationError(
                "Intussen keek iemand anders deze kolommen na. Kijk ze opnieuw na."
            )
        onthoud(beeld.kolommen, keuze, door=door)
        velden = {
            "status": Status.WACHT,
            "kolomkeuze": als_json(keuze),
            "veranderd": False,
            "gevraagd_op": nu(),
            "pogingen": 0,
            "weigering": "",
        }
        return IMPORTS.schrijf(huidig, velden, door=door, actie="kolommen gekozen")
