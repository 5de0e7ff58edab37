"""Finding the header row and what its cells stand for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from gedeeld.weergeven import en
from werknemers.domein.invoer.cel import Cel, is_leeg
from werknemers.domein.invoer.kolomkeuze import Kolomkeuze
from werknemers.domein.invoer.kolommen import VERPLICHT_BIJ_LOON, WIE, Kolom, ontbrekende
from werknemers.domein.invoer.koppeling import Kolomtitel, koppel, treffers
from werknemers.domein.invoer.kwartaalcel import lees_kwartaal
from werknemers.domein.invoer.meldingen import BestandGeweigerd, Onleesbaar

# The header may stand below a title and a date, but not further down than this.
ZOEKDIEPTE: Final = 10
# One known word can be chance ("Dienst" in a title); two on one row are a header.
_MINSTENS: Final = 2
# So many known words without a number or a name are a list of people all the same.
_VEEL: Final = 4
VASTE_ORDE: Final = (*VERPLICHT_BIJ_LOON, Kolom.BETAALDE_UREN)


@dataclass(frozen=True, slots=True)
class Kopregel:
    """`rijnummer` as the spreadsheet counts; `plaatsen` gives the 0-based place of each column.

    `ontbreekt` names required columns for which no title stands, while some titles still can.
    """

    rijnummer: int
    plaatsen: dict[Kolom, int]
    titels: tuple[Kolomtitel, ...] = ()
    ontbreekt: tuple[Kolom, ...] = ()


def vaste_kop(rijen: Sequence[Sequence[Cel]]) -> Kopregel | None:
    """The columns of wage records in their fixed order, for a sheet without titles whose first row
    has a quarter in its second cell; else None."""
    eerste = next((rij for rij in rijen if not all(map(is_leeg, rij))), [])
    gevuld = [plaats for plaats, cel in enumerate(eerste) if not is_leeg(cel)]
    if not gevuld or not len(VERPLICHT_BIJ_LOON) <= gevuld[-1] + 1 <= len(VASTE_ORDE):
        return None
    try:
        lees_kwartaal(eerste[1])
    except Onleesbaar:
        return None
    return Kopregel(0, dict(zip(VASTE_ORDE, range(len(VASTE_ORDE)), strict=True)))


def zoek_kopregel(rijen: Sequence[Sequence[Cel]], keuze: Kolomkeuze) -> Kopregel | None:
    """The row among the first ten that names most columns, or None when no row is a header.

    Raises BestandGeweigerd when that row names a column twice, or misses a required one that
    nothing on it can stand for.
    """
    scores = [treffers(rij, keuze) for rij in rijen[:ZOEKDIEPTE]]
    if not scores or max(scores) < _MINSTENS:
        return None
    index = scores.index(max(scores))
    return _lees_kopregel(index + 1, rijen[index], keuze)


def _lees_kopregel(rijnummer: int, rij: Sequence[Cel], keuze: Kolomkeuze) -> Kopregel:
    titels = koppel(rij, keuze)
    plaatsen = {titel.kolom: titel.plaats for titel in titels if titel.kolom is not None}
    hele_naam = any(t.kolom is Kolom.FAMILIENAAM and not t.eigen for t in titels)
    ontbreekt = ontbrekende(plaatsen, hele_naam=hele_naam)
    if ontbreekt and not (keuze.vraagt and _kan_nog(titels, plaatsen)):
        raise _ontbrekend(ontbreekt, rijnummer)
    return Kopregel(rijnummer, plaatsen, titels, ontbreekt)


def _kan_nog(titels: Sequence[Kolomtitel], kolommen: Collection[Kolom]) -> bool:
    """Whether this may be a list of people once somebody says what its titles are; a summary of
    other things names a column or two of ours as well."""
    over_mensen = not WIE.isdisjoint(kolommen) or len(kolommen) >= _VEEL
    return over_mensen and any(titel.gevraagd for titel in titels)


def _ontbrekend(kolommen: Sequence[Kolom], rijnummer: int) -> BestandGeweigerd:
    welke = "ontbreekt de kolom" if len(kolommen) == 1 else "ontbreken de kolommen"
    return BestandGeweigerd(
        "kolom_ontbreekt",
        f"In de kopregel (rij {rijnummer}) {welke} {en([f'“{kolom}”' for kolom in kolommen])}. "
        "Voeg toe wat ontbreekt en kies het bestand opnieuw.",
    )
