"""A person who stands in the file more than once."""

from collections.abc import Iterable
from dataclasses import replace

from werknemers.domein.invoer.gegevens import GelezenRij
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.meldingen import Melding


def weiger_dubbels(rijen: Iterable[GelezenRij]) -> list[GelezenRij]:
    """The same rows; of those with one personnel number or INSZ only the first stays.

    A first row that is refused itself still counts: which of the two is right, the user decides.
    """
    nummers: dict[str, int] = {}
    inszen: dict[str, int] = {}
    return [_beoordeel(rij, nummers, inszen) for rij in rijen]


def _beoordeel(rij: GelezenRij, nummers: dict[str, int], inszen: dict[str, int]) -> GelezenRij:
    meldingen: list[Melding] = []
    nummer = rij.personeelsnummer.casefold()
    if nummer and (eerste := nummers.setdefault(nummer, rij.rijnummer)) != rij.rijnummer:
        meldingen.append(_dubbel(Kolom.PERSONEELSNUMMER, "personeelsnummer", eerste))
    insz = rij.insz
    if insz and (eerste := inszen.setdefault(insz, rij.rijnummer)) != rij.rijnummer:
        meldingen.append(_dubbel(Kolom.INSZ, "INSZ", eerste))
    if not meldingen:
        return rij
    return replace(rij, gegevens=None, meldingen=(*rij.meldingen, *meldingen))


def _dubbel(kolom: Kolom, wat: str, eerste: int) -> Melding:
    return Melding(
        kolom,
        "dubbel_in_bestand",
        f"Dit {wat} staat ook in rij {eerste}. Alleen die rij telt. Verbeter of verwijder deze.",
    )
