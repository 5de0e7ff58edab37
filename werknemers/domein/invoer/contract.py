"""The contract in a row against those the employee has."""

from datetime import date
from typing import Any, Final

from gedeeld.periode import Periode
from gedeeld.weergeven import bedrag, datum_kort, procent
from werknemers.domein.aannemelijk import vreemd_contract
from werknemers.domein.invoer.bevindingen import Bevindingen, Velden
from werknemers.domein.invoer.gegevens import GelezenContract
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.meldingen import LAAG_LOON
from werknemers.domein.invoer.stand import Invoerstand
from werknemers.domein.invoer.uitkomst import Wijziging
from werknemers.domein.minimumloon import onder_minimum, vreemd_loon
from werknemers.keuzes import SoortContract
from werknemers.models import Arbeidsovereenkomst, Dienst, Werknemer


def _einde(periode: Periode) -> str:
    return datum_kort(periode.laatste_dag) if periode.laatste_dag else "zonder einde"


_VELDEN: Final[Velden] = {
    "dienst": (Kolom.DIENST, str),
    "periode": (Kolom.EINDE_CONTRACT, _einde),
    "soort": (Kolom.SOORT_CONTRACT, lambda soort: SoortContract(soort).label),
    "functie": (Kolom.FUNCTIE, str),
    "tewerkstellingsbreuk": (Kolom.BREUK, procent),
    "bruto_maandloon": (Kolom.MAANDLOON, lambda loon: "" if loon is None else bedrag(loon)),
}


def vergelijk_contract(
    rij: GelezenContract, werknemer: Werknemer, stand: Invoerstand, op: date, vondst: Bevindingen
) -> None:
    """A contract with the same first day is the same contract; any other is a new one."""
    dienst = stand.dienst(rij.dienst)
    if dienst is None:
        vondst.fout(
            Kolom.DIENST,
            "dienst_onbekend",
            f"De dienst “{rij.dienst}” bestaat nog niet. Verbeter de naam of laat de dienst maken.",
        )
        return
    eigen = stand.contracten_van(werknemer)
    zelfde = _zelfde(eigen, rij, dienst)
    periode = _periode(rij, zelfde)
    andere = [contract for contract in eigen if contract is not zelfde]
    _eis_geen_overlap(andere, dienst, periode, vondst)
    _kijk_loon_na(rij, periode, zelfde, stand, op, vondst)
    _kijk_periode_na(periode, zelfde, vondst)
    if zelfde is None:
        _nieuw(rij, werknemer, dienst, periode, stand, vondst)
        return
    vermeld = _vermeld(rij, dienst, periode)
    vondst.wijzig(zelfde, {veld: getattr(zelfde, veld) for veld in vermeld}, vermeld, _VELDEN)


def _zelfde(
    eigen: list[Arbeidsovereenkomst], rij: GelezenContract, dienst: Dienst
) -> Arbeidsovereenkomst | None:
    """Prefer the one in the same service; else a service was corrected."""
    zelfde_dag = [contract for contract in eigen if contract.periode.van == rij.start]
    in_dienst = [contract for contract in zelfde_dag if contract.dienst_id == dienst.pk]
    return next(iter(in_dienst or zelfde_dag), None)


def _periode(rij: GelezenContract, zelfde: Arbeidsovereenkomst | None) -> Periode:
    if zelfde is not None and not rij.einde_vermeld:
        periode: Periode = zelfde.periode
        return periode
    return Periode.tem(rij.start, rij.einde)


def _vermeld(rij: GelezenContract, dienst: Dienst, periode: Periode) -> dict[str, Any]:
    velden = {
        "dienst": dienst,
        "periode": periode,
        "soort": rij.soort,
        "functie": rij.functie or None,
        "tewerkstellingsbreuk": rij.tewerkstellingsbreuk,
        "bruto_maandloon": rij.bruto_maandloon,
    }
    return {veld: waarde for veld, waarde in velden.items() if waarde is not None}


def _nieuw(
    rij: GelezenContract,
    werknemer: Werknemer,
    dienst: Dienst,
    periode: Periode,
    stand: Invoerstand,
    vondst: Bevindingen,
) -> None:
    """Without a kind in the sheet, a contract that ends is of fixed term."""
    if not dienst.actief:
        vondst.waarschuwing(
            Kolom.DIENST,
            "dienst_gesloten",
            f"De dienst {dienst} is gesloten. Het contract komt er toch bij: kijk na of dat klopt.",
        )
    standaard = SoortContract.BEPAALD if rij.einde else SoortContract.ONBEPAALD
    nieuw = {"soort": standaard, **_vermeld(rij, dienst, periode)}
    vondst.voeg_toe(Arbeidsovereenkomst(werknemer=werknemer, **nieuw), nieuw)
    if werknemer.pk or stand.is_gezien(werknemer):
        tekst = f"{dienst}, vanaf {datum_kort(rij.start)}"
        vondst.wijzigingen.append(Wijziging(Kolom.START_CONTRACT, "", tekst))


def _kijk_loon_na(
    rij: GelezenContract,
    periode: Periode,
    zelfde: Arbeidsovereenkomst | None,
    stand: Invoerstand,
    op: date,
    vondst: Bevindingen,
) -> None:
    """Asks about a wage that hardly can be; one that is there already was looked at."""
    breuk, stond = rij.tewerkstellingsbreuk, zelfde.bruto_maandloon if zelfde else None
    loon = rij.bruto_maandloon or stond
    if zelfde is None or (breuk, loon) != (zelfde.tewerkstellingsbreuk, stond):
        vraag = vreemd_loon(periode, breuk, loon, verloop=stand.ggmmi, op=op)
        vondst.vraag(Kolom.MAANDLOON, "loon_vreemd", vraag)
        if vraag:
            return
    if laag := onder_minimum(periode, breuk, loon, verloop=stand.ggmmi, op=op):
        vondst.opmerking(Kolom.MAANDLOON, LAAG_LOON, laag)


def _kijk_periode_na(
    periode: Periode, zelfde: Arbeidsovereenkomst | None, vondst: Bevindingen
) -> None:
    """Asks about days that hardly can be, and about an end that would disappear."""
    if zelfde is not None and zelfde.periode == periode:
        return
    vondst.vraag(Kolom.START_CONTRACT, "contract_vreemd", vreemd_contract(periode))
    oud = zelfde.periode.laatste_dag if zelfde is not None else None
    if oud is not None and periode.laatste_dag is None:
        zin = (
            f"Het contract eindigt nu op {datum_kort(oud)}. In het blad staat geen einde meer: dan "
            "loopt het zonder einde verder. Kijk na of dat klopt."
        )
        vondst.vraag(Kolom.EINDE_CONTRACT, "einde_verdwijnt", zin)


def _eis_geen_overlap(
    andere: list[Arbeidsovereenkomst], dienst: Dienst, periode: Periode, vondst: Bevindingen
) -> None:
    for contract in andere:
        if not contract.periode.overlapt(periode):
            continue
        if contract.dienst_id == dienst.pk:
            vondst.fout(
                Kolom.START_CONTRACT,
                "contract_overlap",
                f"In {dienst} loopt al een contract {_looptijd(contract.periode)}. "
                "Sluit dat eerst af of verbeter de startdatum.",
            )
        else:
            vondst.waarschuwing(
                Kolom.DIENST,
                "ander_contract_loopt",
                f"In {contract.dienst} loopt ook een contract {_looptijd(contract.periode)}. "
                "Sluit het af als het gestopt is.",
            )


def _looptijd(periode: Periode) -> str:
    return f"van {periode}" if periode.laatste_dag else f"vanaf {datum_kort(periode.van)}"
