"""Undoing a finished import: everything that it wrote is put back, or nothing is."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from gebruikers.domein.beschikbaar import eis_begeleider
from gebruikers.models import Gebruiker
from gedeeld.periode import plus_dagen
from gedeeld.schendingen import als_zin
from gedeeld.schrijver import Schrijver
from gedeeld.tijd import nu
from gedeeld.versleuteling import OnleesbareWaarde
from werknemers.domein.begeleiders import wissel
from werknemers.domein.invoer.aanhang import een_van, verwijder_aanhang
from werknemers.domein.invoer.opdracht import BEWAARDAGEN
from werknemers.domein.invoer.sindsdien import eis_onaangeroerd
from werknemers.domein.invoer.terugweg import (
    SOORTEN,
    Model,
    Terugweg,
    als_waarde,
    lees_terugweg,
)
from werknemers.domein.invoer.toepassen import GEWIJZIGD, wacht_op_beurt
from werknemers.domein.invoer.uitvoering import stap
from werknemers.models import (
    Adviesperiode,
    Arbeidsovereenkomst,
    Caseloadwissel,
    Dienst,
    Importopdracht,
    Loonopgave,
    Werknemer,
)
from werknemers.schrijvers import ADVIEZEN, CONTRACTEN, DIENSTEN, IMPORTS, LOONOPGAVEN, WERKNEMERS

ACTIE: Final = "import ongedaan gemaakt"
Status = Importopdracht.Status
_PER_KEER: Final = 1000
_SCHRIJVERS: Final[dict[Model, Schrijver[Any]]] = {
    Werknemer: WERKNEMERS,
    Arbeidsovereenkomst: CONTRACTEN,
    Adviesperiode: ADVIEZEN,
    Loonopgave: LOONOPGAVEN,
    Dienst: DIENSTEN,
}
# The other way round than they were written: a contract that was shortened becomes long again after
# the one that came behind it is gone, and who was made goes after what is theirs.
_EERST_WEG: Final[tuple[Model, ...]] = (Loonopgave, Adviesperiode, Arbeidsovereenkomst)
_TERUG: Final[tuple[Model, ...]] = (Werknemer, Arbeidsovereenkomst, Adviesperiode, Loonopgave)
_LAATST_WEG: Final[tuple[Model, ...]] = (Werknemer, Dienst)
# What the trail names of each: read along, not row by row.
_MEE: Final[dict[Model, tuple[str, ...]]] = {
    Werknemer: ("organisatie", "begeleider"),
    Arbeidsovereenkomst: ("werknemer", "dienst"),
    Adviesperiode: ("werknemer",),
    Loonopgave: ("werknemer", "door"),
    Dienst: ("organisatie",),
}
_KAN_NIET: Final = "Deze import kun je niet meer ongedaan maken. Er is niets veranderd."
_ONLEESBAAR: Final = (
    "Wat er voor deze import stond, is niet leesbaar: de sleutel ontbreekt. Er is niets veranderd. "
    "Vraag je beheerder om de sleutel terug te zetten."
)


def ongedaan_tot(opdracht: Importopdracht) -> date:
    """The last day on which the way back is kept."""
    return plus_dagen(timezone.localdate(opdracht.aangemaakt_op), BEWAARDAGEN)


def kan_terug(opdracht: Importopdracht) -> bool:
    """Whether it is finished and what was there before is still kept."""
    if opdracht.status != Status.KLAAR:
        return False
    met_weg = Importopdracht.objects.filter(pk=opdracht.pk, status=Status.KLAAR)
    return met_weg.exclude(terugweg=b"").exists()


def vraag_ongedaan(opdracht: Importopdracht, *, door: Gebruiker) -> bool:
    """Let a finished import be undone.

    False when it is not finished, or was undone already (a double click). Raises ValidationError
    when what was there before is no longer kept.
    """
    with transaction.atomic():
        klaar = Importopdracht.objects.licht().filter(pk=opdracht.pk, status=Status.KLAAR)
        huidig = klaar.select_for_update(of=("self",)).first()
        if huidig is None:
            return False
        if not kan_terug(huidig):
            raise ValidationError(_KAN_NIET)
        velden = {
            "status": Status.TERUG,
            "ongedaan_door": door,
            "gevraagd_op": nu(),
            "pogingen": 0,
            "weigering": "",
        }
        return IMPORTS.schrijf(huidig, velden, door=door, actie="ongedaan maken gevraagd")


def zet_terug(pk: int) -> None:
    """Put back what an import wrote, all of it or nothing; for the task. When something was
    touched since, the import stays as it is and says what that was."""
    with stap(pk, Status.TERUG) as opdracht:
        if opdracht is None:
            return
        door = opdracht.ongedaan_door
        try:
            _zet_terug(opdracht, door)
        except ValidationError as weigering:
            terug = {"status": Status.KLAAR}
            IMPORTS.schrijf(opdracht, terug, door=door, actie="niet ongedaan gemaakt")
            # It names people, whom the trail of an import does not.
            zelf = Importopdracht.objects.filter(pk=opdracht.pk)
            zelf.update(weigering=" ".join(weigering.messages))
        else:
            velden = {"status": Status.ONGEDAAN, "ongedaan_op": nu(), "terugweg": b""}
            IMPORTS.schrijf(opdracht, velden, door=door, actie=ACTIE)


def _zet_terug(opdracht: Importopdracht, door: Gebruiker | None) -> None:
    if not opdracht.terugweg:
        raise ValidationError(_KAN_NIET)
    try:
        terugweg = lees_terugweg(opdracht)
    except OnleesbareWaarde as fout:
        raise ValidationError(_ONLEESBAAR) from fout
    with als_zin():
        wacht_op_beurt(opdracht.organisatie)
        eigen = {soort: _eigen(soort, terugweg, opdracht) for soort in SOORTEN}
        rijen = {soort: _op_slot(eigen[soort]) for soort in SOORTEN}
        eis_onaangeroerd(terugweg, rijen, opdracht.organisatie)
        for soort in _EERST_WEG:
            _verwijder(eigen[soort], terugweg, rijen[soort], door)
        wissels = [rij for soort in _TERUG for rij in _herstel(soort, terugweg, rijen[soort], door)]
        gemaakt = een_van("werknemer", terugweg.gemaakt(Werknemer))
        Caseloadwissel.objects.filter(gemaakt).delete()
        for soort in _LAATST_WEG:
            _verwijder(eigen[soort], terugweg, rijen[soort], door)
        _leg_wissels_vast(wissels)
        connection.check_constraints()


def _eigen(soort: Model, terugweg: Terugweg, opdracht: Importopdracht) -> QuerySet[Any]:
    """The records of this kind that the import wrote, of its own organisation and no other."""
    sleutels = [spoor.sleutel for spoor in terugweg.van(soort)]
    eigen: QuerySet[Any] = soort.objects.filter(organisatie=opdracht.organisatie)
    return eigen.filter(een_van("pk", sleutels))


def _op_slot(rijen: QuerySet[Any]) -> dict[int, Any]:
    """The records as they are now, held so that nothing can be hung on them meanwhile."""
    vast = rijen.order_by("pk").select_for_update(of=("self",))
    mee = vast.defer(None).select_related(*_MEE[rijen.model])
    if rijen.model is Adviesperiode:
        mee = mee.prefetch_related("schijven")
    return {rij.pk: rij for rij in mee}


def _verwijder(
    eigen: QuerySet[Any],
    terugweg: Terugweg,
    rijen: Mapping[int, Any],
    door: Gebruiker | None,
) -> None:
    soort = eigen.model
    sleutels = terugweg.gemaakt(soort)
    schrijver = _SCHRIJVERS[soort]
    verwijder_aanhang(soort, sleutels, door=door, actie=ACTIE)
    weg = ((rijen[sleutel], schrijver.inhoud(rijen[sleutel])) for sleutel in sleutels)
    schrijver.noteer_vele(weg, door=door, actie=ACTIE)
    # Nothing points here any more (`eis_onaangeroerd`, `verwijder_aanhang`), so nothing has to be
    # collected first; the database refuses what was overlooked.
    gaan = eigen.filter(een_van("pk", sleutels))
    gaan._raw_delete(gaan.db)  # noqa: SLF001


def _herstel(
    soort: Model, terugweg: Terugweg, rijen: Mapping[int, Any], door: Gebruiker | None
) -> list[Caseloadwissel]:
    """Give the fields what they held before; who gets a counsellor back. The moment of writing
    comes back with them, so that an earlier import finds its own."""
    moment = nu()
    groepen: defaultdict[tuple[str, ...], list[Any]] = defaultdict(list)
    sporen = []
    wissels = []
    for sleutel, velden in terugweg.gewijzigd(soort).items():
        rij = rijen[sleutel]
        rij.gewijzigd_op = moment
        vorige = {veld: getattr(rij, veld) for veld in velden}
        for naam, bewaard in velden.items():
            veld = soort._meta.get_field(naam)
            setattr(rij, veld.attname, als_waarde(veld, bewaard))
        inhoud = tuple(veld for veld in velden if veld != GEWIJZIGD)
        sporen.append((rij, {veld: (vorige[veld], getattr(rij, veld)) for veld in inhoud}))
        groepen[*inhoud, GEWIJZIGD].append(rij)
        if "begeleider" in velden:
            wissels.append(wissel(rij, van=vorige["begeleider"], door=door))
    for namen, groep in groepen.items():
        soort.objects.bulk_update(groep, namen, batch_size=_PER_KEER)
    _SCHRIJVERS[soort].noteer_vele(sporen, door=door, actie=ACTIE)
    return wissels


def _leg_wissels_vast(wissels: list[Caseloadwissel]) -> None:
    """Raises ValidationError for a counsellor who can guide nobody any more. Last, and so for a
    moment only: who is locked cannot log in."""
    terug = {rij.naar.pk: (rij.naar, rij.werknemer) for rij in wissels if rij.naar is not None}
    for sleutel in sorted(terug):
        begeleider, werknemer = terug[sleutel]
        try:
            eis_begeleider(begeleider, "begeleider")
        except ValidationError as fout:
            raise ValidationError(
                f"{begeleider} was begeleider van {werknemer}, maar begeleidt niemand meer. "
                f"{_KAN_NIET}"
            ) from fout
    Caseloadwissel.objects.bulk_create(wissels, batch_size=_PER_KEER)
