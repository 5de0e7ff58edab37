"""The person in a row against the employee with that number."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.weergeven import datum_kort
from werknemers.domein.aannemelijk import toekomstige_geboorte, vreemde_geboorte
from werknemers.domein.insz import eis_geboortedatum, zoek_insz
from werknemers.domein.invoer.bevindingen import Bevindingen, Velden
from werknemers.domein.invoer.contact import LEESBAAR
from werknemers.domein.invoer.gegevens import Rijgegevens
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.stand import Invoerstand
from werknemers.domein.invoer.wie import vraag_wie
from werknemers.keuzes import Voertaal
from werknemers.models import Werknemer


def _datum(datum: Any) -> str:
    return datum_kort(datum) if datum else ""


def _taal(code: str) -> str:
    return Voertaal(code).label


_VELDEN: Final[Velden] = {
    "familienaam": (Kolom.FAMILIENAAM, str),
    "voornaam": (Kolom.VOORNAAM, str),
    # Who reads along on a screen need not see the number; that it changes is enough.
    "insz_hash": (Kolom.INSZ, lambda hash_: "ingevuld" if hash_ else ""),
    "geboortedatum": (Kolom.GEBOORTEDATUM, _datum),
    "begeleider": (Kolom.BEGELEIDER, lambda wie: str(wie or "")),
    "email": (Kolom.EMAIL, str),
    "gsm": (Kolom.GSM, str),
    "voertaal": (Kolom.VOERTAAL, _taal),
}


def vergelijk_persoon(
    rij: Rijgegevens, stand: Invoerstand, op: date, vondst: Bevindingen
) -> Werknemer:
    """The employee of the row, existing or still to be made; what differs goes into `vondst`.

    What the sheet leaves empty stays as it is: an import never erases.
    """
    bestaand = stand.werknemer(rij.personeelsnummer)
    if bestaand is not None and stand.is_gezien(bestaand):
        return bestaand
    vraag_wie(rij, bestaand, stand, vondst)
    _eis_vrij_insz(rij, bestaand, stand, vondst)
    _kijk_geboorte_na(rij, bestaand, op, vondst)
    vermeld = _naam(rij, bestaand) | _vermeld(rij, _begeleider(rij, bestaand, stand, vondst))
    _behoud_leesbare(vermeld, bestaand, vondst)
    if bestaand is None:
        nieuw = {"personeelsnummer": rij.personeelsnummer, **vermeld}
        werknemer = Werknemer(organisatie=stand.organisatie, **nieuw)
        vondst.voeg_toe(werknemer, nieuw)
        return werknemer
    _eis_geboortedatum(rij, bestaand, stand, vondst)
    vondst.wijzig(bestaand, _huidig(bestaand, vermeld), vermeld, _VELDEN)
    return bestaand


def _vermeld(rij: Rijgegevens, begeleider: Gebruiker | None) -> dict[str, Any]:
    velden = {
        "insz": rij.insz,
        "insz_hash": zoek_insz(rij.insz),
        "geboortedatum": rij.geboortedatum,
        "begeleider": begeleider,
        "email": rij.email,
        "gsm": rij.gsm,
        "voertaal": rij.voertaal,
    }
    return {veld: waarde for veld, waarde in velden.items() if waarde}


def _naam(rij: Rijgegevens, bestaand: Werknemer | None) -> dict[str, Any]:
    """Who has one name only is called by it: it is kept as the first name."""
    if rij.voornaam:
        return {"familienaam": rij.familienaam, "voornaam": rij.voornaam}
    if bestaand is None:
        return {"familienaam": "", "voornaam": rij.familienaam}
    enige = not bestaand.familienaam and bestaand.voornaam == rij.familienaam
    return {} if enige else {"familienaam": rij.familienaam}


def _behoud_leesbare(
    vermeld: dict[str, Any], bestaand: Werknemer | None, vondst: Bevindingen
) -> None:
    """A text that nobody can dial or write to takes the place of nothing that somebody can."""
    for veld, leesbaar in LEESBAAR.items():
        huidig = getattr(bestaand, veld, "")
        if veld in vermeld and huidig and leesbaar(huidig) and not leesbaar(vermeld[veld]):
            del vermeld[veld]
            kolom, _ = _VELDEN[veld]
            vondst.opmerking(kolom, "contact_blijft", f"{huidig} blijft staan.")


def _kijk_geboorte_na(
    rij: Rijgegevens, bestaand: Werknemer | None, op: date, vondst: Bevindingen
) -> None:
    geboren = rij.geboortedatum
    if geboren is None:
        return
    if zin := toekomstige_geboorte(geboren, op):
        vondst.fout(Kolom.GEBOORTEDATUM, "geboortedatum_toekomst", zin)
    elif bestaand is None or bestaand.geboortedatum != geboren:
        contract = rij.contract
        zin = vreemde_geboorte(geboren, op=op, begin=contract.start, einde=contract.einde)
        vondst.vraag(Kolom.GEBOORTEDATUM, "geboortedatum_vreemd", zin)


def _huidig(werknemer: Werknemer, vermeld: Mapping[str, Any]) -> dict[str, Any]:
    """The present values; equal hashes stand for equal numbers, which stay in the database."""
    huidig = {veld: getattr(werknemer, veld) for veld in vermeld if veld != "insz"}
    if "insz" in vermeld:
        gelijk = vermeld["insz_hash"] == werknemer.insz_hash
        huidig["insz"] = vermeld["insz"] if gelijk else ""
    return huidig


def _eis_geboortedatum(
    rij: Rijgegevens, bestaand: Werknemer, stand: Invoerstand, vondst: Bevindingen
) -> None:
    """A row without INSZ may not contradict the number that we have already."""
    insz = stand.inszen.get(bestaand.pk)
    if not insz or rij.geboortedatum is None:
        return
    try:
        eis_geboortedatum(insz, rij.geboortedatum)
    except ValidationError as fout:
        vondst.fout(Kolom.GEBOORTEDATUM, "geboortedatum_insz", str(fout.message))


def _eis_vrij_insz(
    rij: Rijgegevens, bestaand: Werknemer | None, stand: Invoerstand, vondst: Bevindingen
) -> None:
    """Whose number it is, is not said: who guesses numbers would learn who has them."""
    houder = stand.op_insz.get(zoek_insz(rij.insz) or "")
    if houder is not None and houder is not bestaand:
        vondst.fout(
            Kolom.INSZ,
            "insz_bij_ander",
            "Dit INSZ staat al bij iemand anders. Kijk het personeelsnummer en het INSZ na.",
        )


def _begeleider(
    rij: Rijgegevens, bestaand: Werknemer | None, stand: Invoerstand, vondst: Bevindingen
) -> Gebruiker | None:
    """The counsellor with this address or name; an unknown one is a warning, never a reason to
    refuse."""
    gevonden = stand.begeleiders_als(rij.begeleider)
    begeleider = gevonden[0] if len(gevonden) == 1 else None
    if rij.begeleider and begeleider is None:
        stand.onbekende_begeleiders.add(rij.begeleider)
        huidig = bestaand.begeleider if bestaand else None
        gevolg = (
            f"{huidig} blijft begeleider." if huidig else "De rij komt binnen zonder begeleider."
        )
        vondst.waarschuwing(
            Kolom.BEGELEIDER,
            "begeleider_onbekend",
            f"{_wie_onbekend(rij.begeleider, len(gevonden))} {gevolg}",
        )
    return begeleider


def _wie_onbekend(tekst: str, aantal: int) -> str:
    if aantal:
        return f"Meer dan één begeleider heet “{tekst}”. Vul het e-mailadres in."
    if "@" in tekst:
        return f"Geen enkele begeleider heeft het adres “{tekst}”."
    return f"Geen enkele begeleider heet “{tekst}”."
