"""Writes what a comparison found: all accepted rows or none."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from django.db import connection, models

from gebruikers.domein.beschikbaar import eis_begeleider
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.aangeraakt import bijgewerkt
from gedeeld.schendingen import als_zin
from gedeeld.schrijver import Schrijver
from gedeeld.tijd import nu
from werknemers.domein.begeleiders import wissel
from werknemers.domein.diensten import voeg_dienst_toe
from werknemers.domein.invoer.antwoorden import ZONDER, Antwoorden
from werknemers.domein.invoer.gegevens import GelezenRij
from werknemers.domein.invoer.geheugen import zonder_opruimen
from werknemers.domein.invoer.meldingen import Melding
from werknemers.domein.invoer.uitkomst import Ingreep, Vergelijking
from werknemers.domein.invoer.vergelijken import vergelijk
from werknemers.domein.invoer.voortgang import Meld, stil
from werknemers.models import Arbeidsovereenkomst, Caseloadwissel, Dienst, Loonopgave, Werknemer
from werknemers.schrijvers import ADVIEZEN, CONTRACTEN, LOONOPGAVEN, WERKNEMERS

_SLOT: Final = "doorstroom.invoer"
_PER_KEER: Final = 1000
GEWIJZIGD: Final = "gewijzigd_op"
# In this order: the others need their employee.
_SCHRIJVERS: Final[tuple[Schrijver[Any], ...]] = (WERKNEMERS, CONTRACTEN, ADVIEZEN, LOONOPGAVEN)


def _niets(vergelijking: Vergelijking) -> None:
    """Accept whatever the comparison says."""


def pas_toe(
    rijen: Sequence[GelezenRij],
    *,
    organisatie: Organisatie,
    door: Gebruiker | None,
    opmerkingen: Iterable[Melding] = (),
    maak_diensten: Collection[str] = (),
    antwoorden: Antwoorden = ZONDER,
    bewaak: Callable[[Vergelijking], None] = _niets,
    meld: Meld = stil,
) -> Vergelijking:
    """Compare the rows with the database of this moment and write every accepted one, or nothing.
    A row that still asks who it is about is refused.

    Two imports of one organisation wait for each other. `bewaak` sees the comparison before
    anything is written and may raise to stop it; `meld` hears percentages. `door` is None on the
    command line. Raises ValidationError when somebody else's change makes a row impossible while
    it is being written.
    """
    with als_zin(), bijgewerkt(), zonder_opruimen():
        wacht_op_beurt(organisatie)
        vergelijking = vergelijk(
            rijen,
            organisatie=organisatie,
            opmerkingen=opmerkingen,
            maak_diensten=maak_diensten,
            antwoorden=replace(antwoorden, beslist=True),
            vergrendel=True,
        )
        bewaak(vergelijking)
        meld(40)
        _schrijf(vergelijking, organisatie, door, meld)
    return vergelijking


def wacht_op_beurt(organisatie: Organisatie) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s), %s)", [_SLOT, organisatie.pk])


def _schrijf(
    vergelijking: Vergelijking, organisatie: Organisatie, door: Gebruiker | None, meld: Meld
) -> None:
    ingrepen = [ingreep for rij in vergelijking.rijen for ingreep in rij.ingrepen]
    _maak_diensten(ingrepen, organisatie, door)
    _zet_invoerder(ingrepen, door)
    for stap, schrijver in enumerate(_SCHRIJVERS, start=1):
        tabel = schrijver.model.objects
        eigen = [ingreep for ingreep in ingrepen if isinstance(ingreep.object, tabel.model)]
        nieuw = [ingreep for ingreep in eigen if not ingreep.object.pk]
        anders = [ingreep for ingreep in eigen if ingreep.object.pk]
        _wijzig(tabel, anders)
        _voeg_toe(tabel, nieuw)
        for actie, groep in (("toegevoegd", nieuw), ("gewijzigd", anders)):
            schrijver.noteer_vele(((i.object, i.verschil) for i in groep), door=door, actie=actie)
        meld(40 + stap * 15)
    _leg_wissels_vast(ingrepen, door)


def _leg_wissels_vast(ingrepen: Iterable[Ingreep], door: Gebruiker | None) -> None:
    """A row for everybody who got another counsellor.

    Raises ValidationError when one of those counsellors was switched off since the rows were
    compared. Last, and so for a moment only: who is locked cannot log in.
    """
    wissels = [
        wissel(ingreep.object, van=ingreep.oud.get("begeleider"), door=door)
        for ingreep in ingrepen
        if isinstance(ingreep.object, Werknemer)
        and ingreep.nieuw.get("begeleider") != ingreep.oud.get("begeleider")
    ]
    nieuwe = {rij.naar.pk: rij.naar for rij in wissels if rij.naar is not None}
    for pk in sorted(nieuwe):
        eis_begeleider(nieuwe[pk], "begeleider")
    Caseloadwissel.objects.bulk_create(wissels, batch_size=_PER_KEER)


def _maak_diensten(
    ingrepen: Iterable[Ingreep], organisatie: Organisatie, door: Gebruiker | None
) -> None:
    """Save the services that rows use and that do not exist yet, and hand them to those rows."""
    gemaakt: dict[str, Dienst] = {}
    for ingreep in ingrepen:
        dienst = ingreep.nieuw.get("dienst")
        if not isinstance(dienst, Dienst) or dienst.pk:
            continue
        if dienst.sleutel not in gemaakt:
            gemaakt[dienst.sleutel] = voeg_dienst_toe(
                naam=dienst.naam, organisatie_id=organisatie.pk, door=door
            )
        ingreep.nieuw["dienst"] = gemaakt[dienst.sleutel]
        if isinstance(ingreep.object, Arbeidsovereenkomst):
            ingreep.object.dienst = gemaakt[dienst.sleutel]


def _zet_invoerder(ingrepen: Iterable[Ingreep], door: Gebruiker | None) -> None:
    """Of a wage record it is kept who entered what is there now."""
    for ingreep in ingrepen:
        if isinstance(ingreep.object, Loonopgave):
            if ingreep.object.pk:
                ingreep.oud["door"] = ingreep.object.door
            ingreep.object.door = ingreep.nieuw["door"] = door


def _voeg_toe(tabel: models.Manager[Any], nieuw: Sequence[Ingreep]) -> None:
    """Insert; what belongs to an employee takes over the key that its employee just got."""
    tabel.bulk_create((i.object for i in nieuw), batch_size=_PER_KEER)


def _wijzig(tabel: models.Manager[Any], anders: Iterable[Ingreep]) -> None:
    """Update only the fields that differ, so that what others changed in the rest stays. When each
    record was written before is kept beside what it held."""
    moment = nu()
    groepen: defaultdict[tuple[str, ...], list[models.Model]] = defaultdict(list)
    for ingreep in anders:
        ingreep.oud[GEWIJZIGD] = getattr(ingreep.object, GEWIJZIGD)
        for veld, waarde in {**ingreep.nieuw, GEWIJZIGD: moment}.items():
            setattr(ingreep.object, veld, waarde)
        groepen[*ingreep.nieuw, GEWIJZIGD].append(ingreep.object)
    for velden, objecten in groepen.items():
        tabel.bulk_update(objecten, velden, batch_size=_PER_KEER)
