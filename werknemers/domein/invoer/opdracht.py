"""An import in the browser, as the user moves it along: upload, choose sheets, accept
services, confirm.

Each step claims the import in one state and leaves it in the next, so that a double click changes
nothing twice. What the tasks do in between stands in `uitvoering`.
"""

import hashlib
from collections.abc import Collection
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction

from gebruikers.models import Gebruiker
from gedeeld.periode import plus_dagen
from gedeeld.taken.taakruns import taakrun
from gedeeld.tijd import nu, vandaag
from gedeeld.versleuteling import versleutel_bytes
from werknemers.domein.invoer.bestandssoort import bepaal_soort
from werknemers.domein.invoer.lezen import eis_grootte
from werknemers.models import Importopdracht
from werknemers.models.dienst import dienstsleutel
from werknemers.schrijvers import IMPORTS

# The file holds everything about everybody; after this the outcome is history enough.
BEWAARDAGEN: Final = 30
TAAK: Final = "ruim_imports_op"
_GEWIST: Final = "Dit bestand is na 30 dagen gewist. Kies het opnieuw."

Status = Importopdracht.Status


def start_import(*, bestandsnaam: str, inhoud: bytes, door: Gebruiker) -> Importopdracht:
    """Keep a file for reading. Raises BestandGeweigerd when it plainly is no spreadsheet."""
    eis_grootte(inhoud)
    bepaal_soort(inhoud)
    velden = {
        "organisatie": door.organisatie,
        "bestandsnaam": bestandsnaam[-200:],
        "inhoud": versleutel_bytes(inhoud),
        "sha256": hashlib.sha256(inhoud).hexdigest(),
        "door": door,
        "gevraagd_op": nu(),
    }
    opdracht = Importopdracht()
    with transaction.atomic():
        IMPORTS.schrijf(opdracht, velden, door=door, actie="opgeladen")
    return opdracht


def aanvaard_diensten(opdracht: Importopdracht, *, namen: Collection[str], door: Gebruiker) -> bool:
    """Let these services be made with the import, and look it over again.

    False when the import is not waiting for the user; nothing happens then.
    """
    sleutels = {dienstsleutel(naam) for naam in namen} | set(opdracht.te_maken_diensten)
    return _verzet(
        opdracht,
        door=door,
        actie="diensten aanvaard",
        status=Status.WACHT,
        te_maken_diensten=sorted(sleutels),
        veranderd=False,
    )


def kies_bladen(opdracht: Importopdracht, *, namen: Collection[str], door: Gebruiker) -> bool:
    """Read these sheets, of those that the file offers, and look it over.

    False when the import does not wait for that choice; nothing happens then.
    """
    velden = {"status": Status.WACHT, "bladen": list(namen), "veranderd": False}
    with transaction.atomic():
        wachtend = Importopdracht.objects.select_for_update(of=("self",)).filter(
            pk=opdracht.pk, status__in=(Status.KIEZEN, Status.KOLOMMEN, Status.NAKIJKEN)
        )
        huidig = wachtend.first()
        if huidig is None or not huidig.bladkeuze:
            return False
        velden |= {"gevraagd_op": nu(), "pogingen": 0, "weigering": ""}
        return IMPORTS.schrijf(huidig, velden, door=door, actie="bladen gekozen")


def bevestig(
    opdracht: Importopdracht,
    *,
    gezien: str,
    nagekeken: bool = False,
    lonen: bool = False,
    door: Gebruiker,
) -> bool:
    """Let the accepted rows be written. `gezien` is the fingerprint of the outcome on screen;
    `nagekeken`: the user looked at what hardly ever is right, `lonen`: at the wages under the
    minimum.

    False when this import was confirmed before (a double click). Raises ValidationError when the
    user saw another outcome than the one that is kept, or has yet to look at something.
    """
    if opdracht.status == Status.NAKIJKEN:
        if opdracht.vingerafdruk != gezien:
            raise ValidationError("De uitkomst is intussen veranderd. Kijk ze opnieuw na.")
        _eis_beantwoord(opdracht, nagekeken=nagekeken, lonen=lonen)
    return _verzet(
        opdracht, door=door, actie="bevestigd", status=Status.BEVESTIGD, bevestigd_door=door
    )


def _eis_beantwoord(opdracht: Importopdracht, *, nagekeken: bool, lonen: bool) -> None:
    if _telt(opdracht, "te_beantwoorden"):
        raise ValidationError(
            "Zeg eerst bij elke rij waar we het vragen, over wie ze gaat, of laat ze weg."
        )
    if not nagekeken and _telt(opdracht, "te_bevestigen"):
        raise ValidationError(
            "Kijk eerst na wat vreemd lijkt, en vink aan dat je het nagekeken hebt."
        )
    if not lonen and _telt(opdracht, "lage_lonen"):
        raise ValidationError("Kijk eerst de lage lonen na, en vink aan dat je ze nagekeken hebt.")


def _telt(opdracht: Importopdracht, wat: str) -> bool:
    """Whether the outcome counts any of these; the rows stay in the database."""
    met_vraag = Importopdracht.objects.filter(pk=opdracht.pk, **{f"uitkomst__{wat}__gt": 0})
    return met_vraag.exists()


def _verzet(opdracht: Importopdracht, *, door: Gebruiker, actie: str, **velden: object) -> bool:
    """Move an import that waits for the user; whether this call did it."""
    with transaction.atomic():
        wachtend = Importopdracht.objects.select_for_update(of=("self",)).filter(
            pk=opdracht.pk, status=Status.NAKIJKEN, vingerafdruk=opdracht.vingerafdruk
        )
        huidig = wachtend.first()
        if huidig is None:
            return False
        velden |= {"gevraagd_op": nu(), "pogingen": 0, "weigering": ""}
        return IMPORTS.schrijf(huidig, velden, door=door, actie=actie)


def ruim_op() -> int:
    """Clear files, and what they said about people, once they are older than `BEWAARDAGEN`.

    Returns how many were cleared.
    """
    oud = Importopdracht.objects.van_voor(plus_dagen(vandaag(), -BEWAARDAGEN)).exclude(inhoud=b"")
    with taakrun(TAAK) as tellingen, transaction.atomic():
        ingebracht = oud.filter(status__in=Importopdracht.INGEBRACHT)
        # Why it could not be undone, names people.
        ingebracht.update(weigering="")
        oud.exclude(status__in=Importopdracht.INGEBRACHT).update(
            status=Status.GEWEIGERD, weigering=_GEWIST
        )
        tellingen["gewist"] = oud.update(
            inhoud=b"",
            bladkeuze=[],
            kolombeeld=b"",
            antwoorden=b"",
            uitkomst=None,
            terugweg=b"",
        )
    return tellingen["gewist"]
