"""The advice in a row against those the employee has, and which end of support moves."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from doorstroom.gedeeld.periode import Periode
from doorstroom.gedeeld.weergeven import datum_kort
from werknemers.domein.invoer.bevindingen import Bevindingen, Velden
from werknemers.domein.invoer.gegevens import GelezenAdvies
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.stand import Stand
from werknemers.domein.invoer.uitkomst import Eindeverschuiving, Wijziging
from werknemers.domein.ondersteuning import bepaal
from werknemers.domein.termijn import heeft_vaste_termijn
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Adviesperiode, Werknemer

_VELDEN: Final[Velden] = {
    "periode": (
        Kolom.EINDE_ADVIES,
        lambda periode: datum_kort(periode.laatste_dag),
    ),
    "begeleidingsniveau": (Kolom.NIVEAU, lambda niveau: Begeleidingsniveau(niveau).label),
}


def vergelijk_advies(
    rij: GelezenAdvies, werknemer: Werknemer, stand: Stand, op: date, vondst: Bevindingen
) -> Eindeverschuiving | None:
    """The same kind and decision date is the same advice; any other is a new one.

    Returns how the last day of support on `op` moves, or None when it does not.
    """
    eigen = stand.adviezen_van(werknemer)
    zelfde = next(
        (a for a in eigen if (a.soort, a.besluitdatum) == (rij.soort, rij.besluitdatum)), None
    )
    andere = [advies for advies in eigen if advies is not zelfde]
    periode = _periode(rij, zelfde, andere)
    _eis_geen_overlap(andere, periode, vondst)
    if zelfde is None:
        _nieuw(rij, werknemer, periode, vondst)
    else:
        _wijzig(rij, zelfde, periode, stand, vondst)
        if periode == zelfde.periode:
            return None
    return _verschuiving(eigen, [*(advies.periode for advies in andere), periode], op)


def _periode(
    rij: GelezenAdvies, zelfde: Adviesperiode | None, andere: Iterable[Adviesperiode]
) -> Periode:
    """The computed period. Only a kind without a fixed term keeps the begin it has, or follows on
    to the advice that it extends."""
    periode = rij.periode
    if heeft_vaste_termijn(rij.soort):
        return periode
    if zelfde is not None:
        return (
            Periode(zelfde.periode.van, periode.tot)
            if _past(zelfde.periode.van, periode)
            else periode
        )
    vorige = [
        a.periode.tot for a in andere if a.periode.van < periode.van and periode.van in a.periode
    ]
    if vorige and vorige[0] is not None and _past(vorige[0], periode):
        return Periode(vorige[0], periode.tot)
    return periode


def _past(begin: date, periode: Periode) -> bool:
    return periode.tot is None or begin < periode.tot


def _nieuw(rij: GelezenAdvies, werknemer: Werknemer, periode: Periode, vondst: Bevindingen) -> None:
    nieuw: dict[str, Any] = {
        "soort": rij.soort,
        "besluitdatum": rij.besluitdatum,
        "periode": periode,
        "begeleidingsniveau": rij.niveau or Begeleidingsniveau.GEEN,
    }
    vondst.voeg_toe(Adviesperiode(werknemer=werknemer, **nieuw), nieuw)
    if werknemer.pk:
        tekst = f"{rij.soort.label}, {periode}"
        vondst.wijzigingen.append(Wijziging(Kolom.SOORT_ADVIES, "", tekst))


def _wijzig(
    rij: GelezenAdvies,
    zelfde: Adviesperiode,
    periode: Periode,
    stand: Stand,
    vondst: Bevindingen,
) -> None:
    vermeld: dict[str, Any] = {"periode": periode}
    if rij.niveau is not None:
        vermeld["begeleidingsniveau"] = rij.niveau
    if periode != zelfde.periode and zelfde.pk in stand.met_eigen_schijven:
        vondst.fout(
            Kolom.EINDE_ADVIES,
            "eigen_schijven",
            f"Bij dit advies zijn percentages ingevuld voor {zelfde.periode}. "
            "Pas het einde aan bij het advies van deze werknemer, samen met de percentages.",
        )
    vondst.wijzig(zelfde, {veld: getattr(zelfde, veld) for veld in vermeld}, vermeld, _VELDEN)


def _eis_geen_overlap(
    andere: Iterable[Adviesperiode], periode: Periode, vondst: Bevindingen
) -> None:
    for advies in andere:
        if advies.periode.overlapt(periode):
            vondst.fout(
                Kolom.BESLUITDATUM,
                "advies_overlap",
                f"Dit advies zou lopen van {periode}, maar er is al {advies}. Een verlenging "
                "begint pas als het vorige advies eindigt: kijk de besluitdatum en de soort na.",
            )


def _verschuiving(
    oud: Iterable[Adviesperiode], nieuw: Iterable[Periode], op: date
) -> Eindeverschuiving | None:
    voor = bepaal(oud, op).laatste_dag
    na = bepaal([Adviesperiode(periode=periode) for periode in nieuw], op).laatste_dag
    return None if voor == na else Eindeverschuiving(voor, na)
