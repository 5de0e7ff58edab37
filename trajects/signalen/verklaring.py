"""Why an employee has a signal today, or why not: an answer for every kind."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gedeeld.meelezen import HeleRij, Meelijst, als_record, mee
from gedeeld.weergeven import datum_voluit, meervoud
from trajects.keuzes import Signaalstatus, SoortSignaal
from trajects.models import Signaal
from trajects.rechten import mag_signalen_zien
from trajects.signalen.drempels import VERLOPEN, bereikte_drempel, eerste_dag_binnen
from werknemers.domein.ondersteuning import Ondersteuning, bepaal
from werknemers.keuzes import Steun
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Verklaring:
    """One kind of signal: whether it holds today and why, and what became of it."""

    soort: SoortSignaal
    geldt: bool
    reden: str
    verloop: str = ""


def verklaar(werknemer: Werknemer, op: date) -> list[Verklaring]:
    """For every kind of signal: does it hold on `op`, and why (not)? No query for an employee with
    advice, contracts and `signaalrijen` (`signalen_erbij`)."""
    stand = bepaal(werknemer.adviezen.all(), op)
    in_dienst = any(op in contract.periode for contract in werknemer.contracten.all())
    signalen = [_signaal(**rij) for rij in werknemer.signaalrijen]  # type: ignore[attr-defined]
    drempels = werknemer.organisatie.drempels
    redenen = {
        SoortSignaal.EINDE_ONDERSTEUNING: _einde(stand, in_dienst, drempels),
        SoortSignaal.ONDERSTEUNING_VERLOPEN: _verlopen(stand, in_dienst),
    }
    return [
        Verklaring(soort, geldt, reden, _verloop(signalen, soort, stand) if geldt else "")
        for soort, (geldt, reden) in redenen.items()
    ]


def signalen_erbij(gebruiker: HeeftRol) -> dict[str, Meelijst]:
    """As much of the signals of an employee as `verklaar` tells, to annotate, for who sees them."""
    if not mag_signalen_zien(gebruiker):
        return {}
    signalen = Signaal.objects.filter(werknemer=OuterRef("pk")).order_by("drempel_maanden")
    wie = JSONObject(voornaam="opgevolgd_door__voornaam", naam="opgevolgd_door__naam")
    return {"signaalrijen": mee(signalen, rij=HeleRij(), wie=wie)}


def _signaal(rij: dict[str, Any], wie: dict[str, str | None]) -> Signaal:
    signaal = als_record(Signaal, rij)
    signaal.opgevolgd_door = Gebruiker(**wie) if wie["naam"] else None
    return signaal


_NIET_IN_DIENST = "Er loopt vandaag geen contract. Signalen gaan alleen over wie in dienst is."
_GEEN_STEUN = {
    Steun.GEEN: "Er is nog geen advies. Zonder advies is er geen einde om naartoe te werken.",
    Steun.NOG_NIET: "De ondersteuning is nog niet begonnen.",
}


def _einde(stand: Ondersteuning, in_dienst: bool, drempels: list[int]) -> tuple[bool, str]:
    if not in_dienst:
        return False, _NIET_IN_DIENST
    if stand.laatste_dag is None:
        return False, _GEEN_STEUN[stand.steun]
    einde = datum_voluit(stand.laatste_dag)
    drempel = bereikte_drempel(stand.laatste_dag, stand.op, drempels)
    if drempel == VERLOPEN:
        return False, f"De ondersteuning is al afgelopen op {einde}."
    if drempel is None:
        ruimste = max(drempels)
        vanaf = datum_voluit(eerste_dag_binnen(stand.laatste_dag, ruimste))
        return False, (
            f"Het einde ({einde}) ligt verder dan {meervoud(ruimste, 'maand', 'maanden')}. "
            f"Het eerste signaal komt op {vanaf}."
        )
    maanden = meervoud(drempel, "maand", "maanden")
    return True, f"Het einde ({einde}) ligt binnen {maanden}: een drempel van je organisatie."


def _verlopen(stand: Ondersteuning, in_dienst: bool) -> tuple[bool, str]:
    if not in_dienst:
        return False, _NIET_IN_DIENST
    if stand.laatste_dag is None:
        return False, _GEEN_STEUN[stand.steun]
    einde = datum_voluit(stand.laatste_dag)
    if stand.steun == Steun.LOOPT:
        return False, f"De ondersteuning loopt nog, t.e.m. {einde}."
    return True, f"De ondersteuning is afgelopen op {einde} en het contract loopt verder."


def _verloop(signalen: list[Signaal], soort: SoortSignaal, stand: Ondersteuning) -> str:
    """What became of the narrowest signal of this kind for the advice that counts now."""
    slot = stand.slotadvies.pk if stand.slotadvies else None
    eigen = [s for s in signalen if s.soort == soort and s.advies_id == slot]
    huidig = next((s for s in eigen if s.is_open), eigen[0] if eigen else None)
    if huidig is None:
        return "Het signaal komt er vannacht bij."
    zin = f"Signaal van {datum_voluit(huidig.ontstaan_op)}: {huidig.get_status_display()}"
    if huidig.status == Signaalstatus.UITGESTELD and huidig.uitgesteld_tot:
        return f"{zin} tot {datum_voluit(huidig.uitgesteld_tot)}."
    if huidig.status == Signaalstatus.IN_OPVOLGING and huidig.opgevolgd_door:
        return f"{zin} bij {huidig.opgevolgd_door}."
    return f"{zin}."
