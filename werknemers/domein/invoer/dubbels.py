"""A person who stands in the file more than once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from gedeeld.kwartaal import Kwartaal
from gedeeld.weergeven import en
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


def weiger_dubbele_opgaven(rijen: Sequence[GelezenRij]) -> list[GelezenRij]:
    """The same rows of wage records; of those about one employee and quarter none stays, since they
    may be parts of one amount."""
    plaatsen: defaultdict[tuple[str, Kwartaal], list[int]] = defaultdict(list)
    for rij in rijen:
        if rij.opgave is not None:
            plaatsen[rij.personeelsnummer.casefold(), rij.opgave.kwartaal].append(rij.rijnummer)
    samen = {plek: nummers for plek, nummers in plaatsen.items() if len(nummers) > 1}
    return [_weiger_samen(rij, samen) for rij in rijen]


def _weiger_samen(
    rij: GelezenRij, samen: Mapping[tuple[str, Kwartaal], Sequence[int]]
) -> GelezenRij:
    if rij.opgave is None:
        return rij
    kwartaal = rij.opgave.kwartaal
    nummers = samen.get((rij.personeelsnummer.casefold(), kwartaal), ())
    andere = [str(nummer) for nummer in nummers if nummer != rij.rijnummer]
    if not andere:
        return rij
    melding = Melding(
        Kolom.PERSONEELSNUMMER,
        "dubbel_in_bestand",
        f"Dit nummer staat voor {kwartaal} ook in rij {en(andere)}. Tel de bedragen op in één "
        "rij, of laat weg wat te veel is.",
    )
    return replace(rij, opgave=None, meldingen=(*rij.meldingen, melding))


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
