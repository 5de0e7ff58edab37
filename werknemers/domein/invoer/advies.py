"""The advice in a row against those the employee has, and which end of support moves."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from gedeeld.periode import Periode
from gedeeld.weergeven import datum_kort
from regels.keuzes import SoortAdvies
from werknemers.domein.aannemelijk import vreemd_advies, vreemde_verlenging
from werknemers.domein.adviezen import datum_van_besluit
from werknemers.domein.invoer.adviesplaats import Plaats, plaats_advies
from werknemers.domein.invoer.bevindingen import Bevindingen, Velden
from werknemers.domein.invoer.gegevens import GelezenAdvies
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.stand import Invoerstand
from werknemers.domein.invoer.uitkomst import Eindeverschuiving, Wijziging
from werknemers.domein.ondersteuning import bepaal
from werknemers.domein.termijn import botsen, heeft_vaste_termijn
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Adviesperiode, Werknemer

_VELDEN: Final[Velden] = {
    "soort": (Kolom.SOORT_ADVIES, lambda soort: SoortAdvies(soort).label),
    "besluitdatum": (Kolom.BESLUITDATUM, datum_kort),
    "periode": (
        Kolom.EINDE_ADVIES,
        lambda periode: datum_kort(periode.laatste_dag),
    ),
    "begeleidingsniveau": (Kolom.NIVEAU, lambda niveau: Begeleidingsniveau(niveau).label),
}

_BESLOTEN: Final = (
    "Bij dit advies staat een beslissing, zoals een bijsturing. Noteer wat er veranderde bij de "
    "werknemer zelf, dan blijft staan wat ervoor gold."
)


def vergelijk_advies(
    rij: GelezenAdvies, werknemer: Werknemer, stand: Invoerstand, op: date, vondst: Bevindingen
) -> Eindeverschuiving | None:
    """What the row does to the advice of an employee; `adviesplaats` says which one it is about.

    Returns how the last day of support on `op` moves; None when it does not, and of somebody new.
    """
    eigen = stand.adviezen_van(werknemer)
    plaats = _zoals_besloten(rij, plaats_advies(rij, eigen), stand, vondst)
    andere = [advies for advies in eigen if advies is not plaats.bestaand]
    _eis_geen_overlap(andere, rij.soort, plaats.periode, vondst)
    _vergelijk_einde(rij, plaats, vondst)
    _kijk_besluit_na(rij, plaats, op, vondst)
    if plaats.bestaand is None:
        _vraag_verlenging_na(rij, andere, plaats.periode, vondst)
        _nieuw(rij, werknemer, plaats.periode, vondst)
    else:
        _wijzig(rij, plaats.bestaand, plaats.periode, stand, vondst)
    perioden = [*(advies.periode for advies in andere), plaats.periode]
    if not werknemer.pk or set(perioden) == {advies.periode for advies in eigen}:
        return None
    return _verschuiving(eigen, perioden, op)


def _zoals_besloten(
    rij: GelezenAdvies, plaats: Plaats, stand: Invoerstand, vondst: Bevindingen
) -> Plaats:
    """An advice that a decision changed keeps its kind and days: a sheet knows the outcome and not
    the decision, and would rewrite what was. Its level may be any that was decided."""
    bestaand = plaats.bestaand
    niveaus = None if bestaand is None else stand.besloten.get(bestaand.pk)
    if bestaand is None or niveaus is None:
        return plaats
    anders = {
        Kolom.SOORT_ADVIES: rij.soort != bestaand.soort,
        Kolom.BESLUITDATUM: plaats.periode.van != bestaand.periode.van,
        Kolom.NIVEAU: rij.niveau not in {None, bestaand.begeleidingsniveau, *niveaus},
    }
    for kolom in (kolom for kolom, is_anders in anders.items() if is_anders):
        vondst.fout(kolom, "besloten", _BESLOTEN)
    return Plaats(bestaand.periode, bestaand)


def _vraag_verlenging_na(
    rij: GelezenAdvies, andere: Iterable[Adviesperiode], periode: Periode, vondst: Bevindingen
) -> None:
    soorten = ((advies.soort, advies.periode) for advies in andere)
    zin = vreemde_verlenging(rij.soort, periode.van, soorten)
    vondst.vraag(Kolom.SOORT_ADVIES, "verlenging_startpakket", zin)


def _vergelijk_einde(rij: GelezenAdvies, plaats: Plaats, vondst: Bevindingen) -> None:
    """The sheet's own end is only compared with the computed one; that one counts."""
    berekend = plaats.periode.laatste_dag
    if plaats.verlengt is not None:
        vondst.waarschuwing(
            Kolom.BESLUITDATUM,
            "verlenging",
            f"Op die dag loopt nog {plaats.verlengt}. Dit advies sluit daarop aan: "
            f"{plaats.periode}.",
        )
    if rij.einde and berekend and rij.einde != berekend and heeft_vaste_termijn(rij.soort):
        vondst.waarschuwing(
            Kolom.EINDE_ADVIES,
            "einde_advies_afwijkend",
            f"Het blad zegt {datum_kort(rij.einde)}, maar volgens de besluitdatum loopt dit advies "
            f"t.e.m. {datum_kort(berekend)}. De berekende datum telt.",
        )


def _kijk_besluit_na(rij: GelezenAdvies, plaats: Plaats, op: date, vondst: Bevindingen) -> None:
    staat = plaats.bestaand
    was = (staat.soort, staat.besluitdatum, staat.periode.van) if staat is not None else None
    zin = vreemd_advies(rij.soort, rij.besluitdatum, plaats.periode.van, was=was, op=op)
    vondst.vraag(Kolom.BESLUITDATUM, "besluit_vreemd", zin)


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
    bestaand: Adviesperiode,
    periode: Periode,
    stand: Invoerstand,
    vondst: Bevindingen,
) -> None:
    vermeld: dict[str, Any] = {
        "soort": rij.soort,
        "besluitdatum": rij.besluitdatum,
        "periode": periode,
    }
    besluiten = {bestaand.besluitdatum, stand.verleend.get(bestaand.pk, rij.besluitdatum)}
    if rij.besluitdatum not in besluiten:
        zin = datum_van_besluit(stand.verleend[bestaand.pk])
        vondst.fout(Kolom.BESLUITDATUM, "verleend", zin)
    if rij.soort != SoortAdvies.LDE_OVERGANG:
        vermeld["bijgetelde_dagen"] = 0
    if rij.niveau is not None and bestaand.pk not in stand.besloten:
        vermeld["begeleidingsniveau"] = rij.niveau
    if periode != bestaand.periode and bestaand.pk in stand.met_eigen_schijven:
        vondst.fout(
            Kolom.EINDE_ADVIES,
            "eigen_schijven",
            f"Bij dit advies zijn percentages ingevuld voor {bestaand.periode}. "
            "Pas het einde aan bij het advies van deze werknemer, samen met de percentages.",
        )
    if bestaand.pk in stand.met_eigen_schijven:
        vondst.laat_weg("schijven_ontbreken")
    if not bestaand.pk:
        _eis_gelijk(bestaand, vermeld, vondst)
        return
    vondst.wijzig(bestaand, {veld: getattr(bestaand, veld) for veld in vermeld}, vermeld, _VELDEN)


def _eis_gelijk(bestaand: Adviesperiode, vermeld: dict[str, Any], vondst: Bevindingen) -> None:
    """An earlier row about this person adds the advice; this one may only repeat it."""
    if any(getattr(bestaand, veld) != waarde for veld, waarde in vermeld.items()):
        zin = "Een andere rij van deze persoon zegt iets anders over dit advies. Maak ze gelijk."
        vondst.fout(Kolom.SOORT_ADVIES, "spreekt_tegen", zin)


def _eis_geen_overlap(
    andere: Iterable[Adviesperiode], soort: str, periode: Periode, vondst: Bevindingen
) -> None:
    for advies in andere:
        if botsen((soort, periode), (advies.soort, advies.periode)):
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
