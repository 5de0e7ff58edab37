"""Why an employee has a signal today, or why not: an answer for every kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gedeeld.meelezen import HeleRij, Meelijst, als_record, mee
from gedeeld.weergeven import datum_voluit
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal
from trajects.rechten import mag_signalen_zien
from trajects.signaalsoorten.register import SIGNAALREGELS
from trajects.signaalsoorten.soort import Feit, Over, Regel, Signaalsoort
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Verklaring:
    """One kind of signal: whether it holds today and why, and what became of it."""

    soort: str
    geldt: bool
    reden: str
    verloop: str = ""


def verklaar(werknemer: Werknemer, feiten: Iterable[Feit], over: Over) -> list[Verklaring]:
    """For every kind that this reader gets: does it hold, and why (not)?

    Of what a kind says of several subjects, those that hold; no query for an employee with
    `signaalrijen` (`signalen_erbij`).
    """
    signalen = [_signaal(**rij) for rij in werknemer.signaalrijen]  # type: ignore[attr-defined]
    alle = list(feiten)
    return [
        verklaring
        for regel in SIGNAALREGELS
        if regel.over_mensen
        for soort in regel.soorten
        if over.rol in soort.voor
        for verklaring in _van_soort(regel, soort, alle, signalen, over)
    ]


def signalen_erbij(gebruiker: HeeftRol) -> dict[str, Meelijst]:
    """As much of the signals of an employee as `verklaar` tells, to annotate, for who sees them."""
    if not mag_signalen_zien(gebruiker):
        return {}
    signalen = Signaal.objects.filter(werknemer=OuterRef("pk")).order_by("drempel")
    wie = JSONObject(voornaam="opgevolgd_door__voornaam", naam="opgevolgd_door__naam")
    return {"signaalrijen": mee(signalen, rij=HeleRij(), wie=wie)}


def _signaal(rij: dict[str, Any], wie: dict[str, str | None]) -> Signaal:
    signaal = als_record(Signaal, rij)
    signaal.opgevolgd_door = Gebruiker(**wie) if wie["naam"] else None
    return signaal


def geldt(feit: Feit, over: Over) -> bool:
    """Whether a row of a rule asks for attention on the day."""
    return feit.drempel is not None and feit.sinds is not None and feit.sinds <= over.op


def _van_soort(
    regel: Regel, soort: Signaalsoort, feiten: list[Feit], signalen: list[Signaal], over: Over
) -> list[Verklaring]:
    in_lijn = [feit for feit in feiten if feit.soort in {s.code for s in regel.soorten}]
    eigen = [feit for feit in in_lijn if feit.soort == soort.code and geldt(feit, over)]
    if eigen:
        return [
            Verklaring(soort.naam, True, soort.waarom(feit, over), _verloop(signalen, feit))
            for feit in eigen
        ]
    if in_lijn:
        return [Verklaring(soort.naam, False, soort.nog_niet(in_lijn[0], over))]
    return [Verklaring(soort.naam, False, soort.geen)]


def _verloop(signalen: list[Signaal], feit: Feit) -> str:
    """What became of the narrowest signal of this kind and subject."""
    eigen = [s for s in signalen if (s.soort, s.onderwerp) == (feit.soort, feit.onderwerp)]
    huidig = next((s for s in eigen if s.is_open), eigen[0] if eigen else None)
    if huidig is None:
        return "Het signaal komt er vannacht bij."
    zin = f"Signaal van {datum_voluit(huidig.ontstaan_op)}: {huidig.get_status_display()}"
    if huidig.status == Signaalstatus.UITGESTELD and huidig.uitgesteld_tot:
        return f"{zin} tot {datum_voluit(huidig.uitgesteld_tot)}."
    if huidig.status == Signaalstatus.IN_OPVOLGING and huidig.opgevolgd_door:
        return f"{zin} bij {huidig.opgevolgd_door}."
    return f"{zin}."
