"""The wage record in a row against the one the employee has, and against the contracts."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from gedeeld.weergeven import bedrag, getal
from werknemers.domein.invoer.bevindingen import Bevindingen, Velden
from werknemers.domein.invoer.gegevens import GelezenOpgave
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.stand import Invoerstand
from werknemers.domein.invoer.uitkomst import Wijziging
from werknemers.domein.loonvergelijking import Loondeel, beoordeel
from werknemers.models import Arbeidsovereenkomst, Loonopgave, Werknemer

_VELDEN: Final[Velden] = {
    "referteloon": (Kolom.REFERTELOON, bedrag),
    "betaalde_uren": (Kolom.BETAALDE_UREN, lambda uren: "" if uren is None else getal(uren)),
}


def vergelijk_opgave(
    rij: GelezenOpgave, werknemer: Werknemer, stand: Invoerstand, op: date, vondst: Bevindingen
) -> None:
    """A record of the same quarter is corrected; hours that the sheet leaves out stay."""
    staat = stand.opgave_van(werknemer, rij.kwartaal)
    nieuw: dict[str, Any] = {"referteloon": rij.referteloon}
    if rij.betaalde_uren is not None:
        nieuw["betaalde_uren"] = rij.betaalde_uren
    # What is there already was looked at when it came in.
    if staat is not None and all(getattr(staat, veld) == w for veld, w in nieuw.items()):
        return
    uren = rij.betaalde_uren if staat is None else rij.betaalde_uren or staat.betaalde_uren
    oordeel = beoordeel(
        rij.kwartaal,
        rij.referteloon,
        _delen(werknemer, stand, vondst),
        met_uren=uren is not None,
        op=op,
    )
    if oordeel.weigering:
        vondst.fout(Kolom.KWARTAAL, "opgave_kan_niet", oordeel.weigering)
        return
    if oordeel.ver:
        vondst.vraag(Kolom.REFERTELOON, "loon_ver_van_contract", oordeel.ver)
    if oordeel.opmerking:
        vondst.waarschuwing(Kolom.REFERTELOON, "opgave_opmerking", oordeel.opmerking)
    if staat is not None and not staat.pk:
        zin = f"Een rij hierboven geeft voor {rij.kwartaal} al een ander bedrag. Laat er een weg."
        vondst.fout(Kolom.REFERTELOON, "opgave_dubbel", zin)
    elif staat is None:
        _voeg_toe(rij, werknemer, nieuw, vondst)
    else:
        vondst.wijzig(staat, {veld: getattr(staat, veld) for veld in nieuw}, nieuw, _VELDEN)


def _voeg_toe(
    rij: GelezenOpgave, werknemer: Werknemer, nieuw: Mapping[str, Any], vondst: Bevindingen
) -> None:
    velden = {"kwartaal": rij.kwartaal.eerste_dag, **nieuw}
    vondst.voeg_toe(Loonopgave(werknemer=werknemer, **velden), velden)
    vondst.wijzigingen.append(
        Wijziging(Kolom.REFERTELOON, "", f"{rij.kwartaal}, {bedrag(rij.referteloon)}")
    )


def _delen(werknemer: Werknemer, stand: Invoerstand, vondst: Bevindingen) -> list[Loondeel]:
    """The contracts as they will be when the row has come in."""
    straks = {
        id(ingreep.object): ingreep
        for ingreep in vondst.ingrepen
        if isinstance(ingreep.object, Arbeidsovereenkomst)
    }
    delen = []
    for contract in stand.contracten_van(werknemer):
        anders = straks.pop(id(contract)).nieuw if id(contract) in straks else {}
        loon = anders.get("bruto_maandloon", contract.bruto_maandloon)
        delen.append(Loondeel(anders.get("periode", contract.periode), loon))
    nieuwe = (ingreep.nieuw for ingreep in straks.values())
    return delen + [Loondeel(c["periode"], c.get("bruto_maandloon")) for c in nieuwe]
