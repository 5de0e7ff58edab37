"""A file as it was chosen, turned into the rows of one sheet. Nothing is interpreted yet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from werknemers.domein.invoer.bestandssoort import Bestandssoort, bepaal_soort
from werknemers.domein.invoer.cel import Cel, is_leeg
from werknemers.domein.invoer.csvtekst import lees_csv
from werknemers.domein.invoer.kolommen import VERPLICHT, VERPLICHT_BIJ_LOON, Kolom
from werknemers.domein.invoer.kopregel import Kopregel, vaste_kop, zoek_kopregel
from werknemers.domein.invoer.meldingen import BestandGeweigerd, Melding
from werknemers.domein.invoer.xlsx import RuwBlad, lees_xlsx

MAX_BYTES: Final = 10 * 1024 * 1024
MAX_RIJEN: Final = 20_000


@dataclass(frozen=True, slots=True)
class RuweRij:
    """One row under the header: its number as the spreadsheet shows it and its filled cells."""

    rijnummer: int
    cellen: Mapping[Kolom, Cel]


@dataclass(frozen=True, slots=True)
class GelezenBlad:
    """The sheet that was read: all rows under the header up to the last filled one.

    `kolommen` are the known columns that the header names; `opmerkingen` concern the whole file.
    """

    naam: str
    kolommen: frozenset[Kolom]
    rijen: tuple[RuweRij, ...]
    opmerkingen: tuple[Melding, ...]


def lees(inhoud: bytes) -> GelezenBlad:
    """Read the first sheet that has a header row; what the file is, follows from its content.

    Raises BestandGeweigerd with one sentence when the file as a whole cannot be used.
    """
    eis_grootte(inhoud)
    zonder_titels: tuple[RuwBlad, Kopregel] | None = None
    for blad in _bladen(inhoud):
        if kop := zoek_kopregel(blad.rijen):
            return _onder_de_kop(blad, kop)
        if zonder_titels is None and (kop := vaste_kop(blad.rijen)):
            zonder_titels = (blad, kop)
    if zonder_titels is not None:
        return _onder_de_kop(*zonder_titels)
    raise BestandGeweigerd(
        "geen_kopregel",
        "In de eerste 10 rijen staan geen kolomtitels. Zet boven de tabel een rij met minstens: "
        f"{', '.join(VERPLICHT)}. Is het een lijst van het sociaal secretariaat? Dan volstaan "
        f"{', '.join(VERPLICHT_BIJ_LOON)}.",
    )


def eis_grootte(inhoud: bytes) -> None:
    if len(inhoud) > MAX_BYTES:
        raise BestandGeweigerd(
            "te_groot", "Het bestand is groter dan 10 MB. Splits het op in kleinere bestanden."
        )


def _bladen(inhoud: bytes) -> Iterator[RuwBlad]:
    if bepaal_soort(inhoud) is Bestandssoort.ZIP:
        yield from lees_xlsx(inhoud)
    else:
        yield RuwBlad("", [list[Cel](record) for record in lees_csv(inhoud)])


def _onder_de_kop(blad: RuwBlad, kop: Kopregel) -> GelezenBlad:
    rijen = [
        RuweRij(nummer, _gevuld(cellen, kop.plaatsen))
        for nummer, cellen in enumerate(blad.rijen[kop.rijnummer :], start=kop.rijnummer + 1)
    ]
    while rijen and not rijen[-1].cellen:
        rijen.pop()
    _eis_aantal(sum(1 for rij in rijen if rij.cellen))
    return GelezenBlad(blad.naam, frozenset(kop.plaatsen), tuple(rijen), kop.opmerkingen)


def _gevuld(cellen: Sequence[Cel], plaatsen: Mapping[Kolom, int]) -> dict[Kolom, Cel]:
    return {
        kolom: cellen[plaats]
        for kolom, plaats in plaatsen.items()
        if plaats < len(cellen) and not is_leeg(cellen[plaats])
    }


def _eis_aantal(aantal: int) -> None:
    if aantal == 0:
        raise BestandGeweigerd(
            "geen_rijen",
            "Onder de kolomtitels staat geen enkele werknemer. Vul de tabel aan of kies een ander "
            "bestand.",
        )
    if aantal > MAX_RIJEN:
        raise BestandGeweigerd(
            "te_veel_rijen",
            f"Het blad telt {aantal} rijen; hoogstens 20.000 kunnen in één keer. "
            "Splits het op in meer bestanden.",
        )
