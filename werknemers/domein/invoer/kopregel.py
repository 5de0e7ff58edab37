"""Finding the header row and what its cells stand for."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gedeeld.weergeven import en
from werknemers.domein.invoer.cel import Cel, is_leeg
from werknemers.domein.invoer.kolomletters import kolomletter
from werknemers.domein.invoer.kolommen import (
    BIJ_LOON,
    REDEN,
    VERPLICHT,
    VERPLICHT_BIJ_LOON,
    Kolom,
    is_loonblad,
    kolom_van,
)
from werknemers.domein.invoer.kwartaalcel import lees_kwartaal
from werknemers.domein.invoer.meldingen import BestandGeweigerd, Melding, Meldingsernst, Onleesbaar
from werknemers.domein.invoer.tekst import schoon, sleutel

# The header may stand below a title and a date, but not further down than this.
ZOEKDIEPTE: Final = 10
# One known word can be chance ("Dienst" in a title); two on one row are a header.
_MINSTENS: Final = 2
VASTE_ORDE: Final = (*VERPLICHT_BIJ_LOON, Kolom.BETAALDE_UREN)


@dataclass(frozen=True, slots=True)
class Kopregel:
    """`rijnummer` as the spreadsheet counts; `plaatsen` gives the 0-based place of each column."""

    rijnummer: int
    plaatsen: dict[Kolom, int]
    opmerkingen: tuple[Melding, ...]


def treffers(rij: Sequence[Cel]) -> int:
    """How many different known columns the row names."""
    return len({kolom for cel in rij if isinstance(cel, str) and (kolom := kolom_van(cel))})


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
    return Kopregel(0, dict(zip(VASTE_ORDE, range(len(VASTE_ORDE)), strict=True)), ())


def zoek_kopregel(rijen: Sequence[Sequence[Cel]]) -> Kopregel | None:
    """The row among the first ten that names most columns, or None when no row is a header.

    Raises BestandGeweigerd when that row misses a required column or names one twice.
    """
    scores = [treffers(rij) for rij in rijen[:ZOEKDIEPTE]]
    if not scores or max(scores) < _MINSTENS:
        return None
    index = scores.index(max(scores))
    return _lees_kopregel(index + 1, rijen[index])


def _lees_kopregel(rijnummer: int, rij: Sequence[Cel]) -> Kopregel:
    plaatsen: defaultdict[Kolom, list[int]] = defaultdict(list)
    onbekend: list[str] = []
    for plaats, cel in enumerate(rij):
        titel = schoon(cel) if isinstance(cel, str) else str(cel)
        if kolom := kolom_van(titel):
            plaatsen[kolom].append(plaats)
        elif titel and sleutel(titel) != sleutel(REDEN):
            onbekend.append(titel)
    _eis_enkele(plaatsen)
    _eis_verplichte(rijnummer, plaatsen)
    enkel = {kolom: waar[0] for kolom, waar in plaatsen.items()}
    opmerkingen = tuple(map(_onbekende_kolom, onbekend))
    if is_loonblad(enkel):
        opmerkingen += tuple(_telt_niet(kolom) for kolom in enkel if kolom not in BIJ_LOON)
    return Kopregel(rijnummer, enkel, opmerkingen)


def _eis_enkele(plaatsen: dict[Kolom, list[int]]) -> None:
    for kolom, waar in plaatsen.items():
        if len(waar) > 1:
            letters = " en ".join(kolomletter(plaats) for plaats in waar)
            raise BestandGeweigerd(
                "kolom_dubbel",
                f"De kolom “{kolom}” staat meer dan één keer in het blad (kolom {letters}). "
                "Verwijder of hernoem wat te veel is.",
            )


def _eis_verplichte(rijnummer: int, plaatsen: dict[Kolom, list[int]]) -> None:
    verplicht = VERPLICHT_BIJ_LOON if is_loonblad(plaatsen) else VERPLICHT
    ontbreekt = [f"“{kolom}”" for kolom in verplicht if kolom not in plaatsen]
    if ontbreekt:
        welke = "ontbreekt de kolom" if len(ontbreekt) == 1 else "ontbreken de kolommen"
        raise BestandGeweigerd(
            "kolom_ontbreekt",
            f"In de kopregel (rij {rijnummer}) {welke} {en(ontbreekt)}. "
            "Voeg toe wat ontbreekt en kies het bestand opnieuw.",
        )


def _onbekende_kolom(titel: str) -> Melding:
    kort = titel if len(titel) <= 60 else f"{titel[:60]}…"
    zin = f"De kolom “{kort}” kennen we niet. Wat erin staat, komt niet binnen."
    return Melding(kort, "kolom_onbekend", zin, Meldingsernst.WAARSCHUWING)


def _telt_niet(kolom: Kolom) -> Melding:
    zin = f"De kolom “{kolom}” hoort niet bij loonopgaven. Wat erin staat, komt niet binnen."
    return Melding(kolom, "kolom_telt_niet", zin, Meldingsernst.WAARSCHUWING)
