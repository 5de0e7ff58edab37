"""The advice in a row: its period is computed, the sheet's own end is only compared with it."""

from datetime import date

from django.core.exceptions import ValidationError

from gedeeld.periode import Periode
from regels.keuzes import EIGEN_SCHIJVEN, SoortAdvies
from werknemers.domein.invoer.cellezer import Cellezer
from werknemers.domein.invoer.datum import lees_datum
from werknemers.domein.invoer.gegevens import GelezenAdvies
from werknemers.domein.invoer.keuzevelden import lees_niveau, lees_soort_advies
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.termijn import bereken_periode, heeft_vaste_termijn


def lees_advies(cellen: Cellezer) -> GelezenAdvies | None:
    """The advice of the row; None without one, or when the remarks say why it cannot be read."""
    soort = cellen.lees(Kolom.SOORT_ADVIES, lees_soort_advies)
    besluit = cellen.lees(Kolom.BESLUITDATUM, lees_datum)
    einde = cellen.lees(Kolom.EINDE_ADVIES, lees_datum)
    niveau = cellen.lees(Kolom.NIVEAU, lees_niveau)
    if not cellen.gevuld(Kolom.SOORT_ADVIES):
        _eis_geen_rest(cellen)
        return None
    if not cellen.gevuld(Kolom.BESLUITDATUM):
        cellen.fout(
            Kolom.BESLUITDATUM,
            "verplicht_leeg",
            "Er is een advies zonder besluitdatum. Vul de datum van het besluit in.",
        )
    if soort is None or besluit is None:
        return None
    periode = _periode(cellen, soort, besluit, einde)
    return None if periode is None else GelezenAdvies(soort, besluit, periode, niveau, einde)


def _eis_geen_rest(cellen: Cellezer) -> None:
    """Dates of an advice without its kind would otherwise be lost without a word."""
    if cellen.gevuld(Kolom.BESLUITDATUM) or cellen.gevuld(Kolom.EINDE_ADVIES):
        cellen.fout(
            Kolom.SOORT_ADVIES,
            "verplicht_leeg",
            "Er staan datums van een advies, maar de soort is leeg. Vul “Soort advies” in of maak "
            "die datums leeg.",
        )


def _periode(
    cellen: Cellezer, soort: SoortAdvies, besluit: date, einde: date | None
) -> Periode | None:
    if not heeft_vaste_termijn(soort):
        return _eigen_periode(cellen, soort, besluit, einde)
    return bereken_periode(soort, besluit)


def _eigen_periode(
    cellen: Cellezer, soort: SoortAdvies, besluit: date, einde: date | None
) -> Periode | None:
    """The period of a kind without a fixed term: the end in the sheet counts and is needed."""
    if einde is None:
        if not cellen.gevuld(Kolom.EINDE_ADVIES):
            zin = f"Bij “{soort.label}” hoort een einddatum. Vul “Einde advies” in."
            cellen.fout(Kolom.EINDE_ADVIES, "verplicht_leeg", zin)
        return None
    try:
        periode = bereken_periode(soort, besluit, laatste_dag=einde)
    except ValidationError as fout:
        code = "einde_voor_start" if einde < besluit else "einde_advies_kwartaal"
        cellen.fout(Kolom.EINDE_ADVIES, code, " ".join(fout.messages))
        return None
    if soort in EIGEN_SCHIJVEN:
        cellen.waarschuwing(
            Kolom.SOORT_ADVIES,
            "schijven_ontbreken",
            "De percentages na een evaluatie staan niet in het blad. Vul ze daarna zelf in bij het "
            "advies van deze werknemer.",
        )
    return periode
