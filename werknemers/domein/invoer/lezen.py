"""A file as it was chosen, turned into the rows of its sheets. Nothing is interpreted yet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from gedeeld.weergeven import getal
from werknemers.domein.invoer.bestandssoort import Bestandssoort, bepaal_soort, beschadigd
from werknemers.domein.invoer.bladkeuze import Bladkeuze, Tab, vertel, waarom_niets
from werknemers.domein.invoer.bladwacht import MAX_CELLEN
from werknemers.domein.invoer.cel import CEL_FOUT, Cel, is_fouttekst, is_leeg
from werknemers.domein.invoer.csvtekst import lees_csv
from werknemers.domein.invoer.gelezenblad import GelezenBlad, RuweRij
from werknemers.domein.invoer.gewoonten import pas_gewoonte_toe
from werknemers.domein.invoer.kolomkeuze import GEEN_ANTWOORDEN, Kolomkeuze
from werknemers.domein.invoer.kolommen import (
    DATUMS,
    VERPLICHT,
    VERPLICHT_BIJ_LOON,
    WIE,
    Kolom,
    is_loonblad,
)
from werknemers.domein.invoer.kolomoordeel import (
    KiesKolommen,
    Kolomoordeel,
    gevulde_kolommen,
    oordeel,
    vertel_kolommen,
    vertel_zonder_titel,
    voeg_samen,
)
from werknemers.domein.invoer.kopregel import Kopregel, vaste_kop, zoek_kopregel
from werknemers.domein.invoer.meldingen import BestandGeweigerd, Melding
from werknemers.domein.invoer.ruwblad import RuwBlad
from werknemers.domein.invoer.tekst import schoon
from werknemers.domein.invoer.werkmap import lees_werkmap

MAX_BYTES: Final = 10 * 1024 * 1024
MAX_RIJEN: Final = 20_000
# Days between the two days from which workbooks count.
_VAN_1900_TOT_1904: Final = 1462
_GEEN_KOPREGEL: Final = (
    "In de eerste 10 rijen staan geen kolomtitels. Zet boven de tabel een rij met minstens: "
    f"{', '.join(VERPLICHT)}. Is het een lijst van het sociaal secretariaat? Dan volstaan "
    f"{', '.join(VERPLICHT_BIJ_LOON)}."
)


@dataclass(frozen=True, slots=True)
class GelezenBestand:
    """The sheets that were read, what there is to say about the file, and its columns."""

    bladen: tuple[GelezenBlad, ...]
    opmerkingen: tuple[Melding, ...]
    kolommen: tuple[Kolomoordeel, ...] = ()


def lees_bladen(
    inhoud: bytes, keuze: Bladkeuze | None = None, kolommen: Kolomkeuze | None = None
) -> GelezenBestand:
    """Read the sheets that were chosen, or the only visible one with people; what the file is,
    follows from its content.

    Raises KiesBlad when there are several, KiesKolommen when somebody has to say what their columns
    are, and BestandGeweigerd with one sentence when the file as a whole cannot be used.
    """
    eis_grootte(inhoud)
    kolommen = kolommen or GEEN_ANTWOORDEN
    tabs = [_beoordeel(blad, kolommen) for blad in _bladen(inhoud)]
    gekozen = (keuze or Bladkeuze()).kies(tabs)
    bladen = tuple(tab.gelezen for tab in gekozen if tab.gelezen is not None)
    if not bladen:
        raise waarom_niets(tabs, _GEEN_KOPREGEL)
    _eis_aantal(sum(blad.gevuld for blad in bladen))
    oordelen = voeg_samen(blad.oordelen for blad in bladen)
    ontbreekt = dict.fromkeys(kolom for blad in bladen for kolom in blad.ontbreekt)
    if kolommen.vraagt and (ontbreekt or any(oordeel.open for oordeel in oordelen)):
        raise KiesKolommen(oordelen, tuple(ontbreekt))
    opmerkingen = [melding for blad in bladen for melding in blad.opmerkingen]
    opmerkingen.extend(vertel(tabs, bladen))
    if len(bladen) > 1:
        bladen = tuple(map(_met_naam, bladen))
    return GelezenBestand(bladen, tuple(dict.fromkeys(opmerkingen)), oordelen)


def eis_grootte(inhoud: bytes) -> None:
    if len(inhoud) > MAX_BYTES:
        raise BestandGeweigerd(
            "te_groot", "Het bestand is groter dan 10 MB. Splits het op in kleinere bestanden."
        )


def _bladen(inhoud: bytes) -> Iterator[RuwBlad]:
    soort = bepaal_soort(inhoud)
    if soort is Bestandssoort.TEKST:
        yield RuwBlad("", [list[Cel](record) for record in lees_csv(inhoud)])
    else:
        for blad in lees_werkmap(inhoud, soort):
            yield replace(blad, naam=schoon(blad.naam))


def _beoordeel(blad: RuwBlad, keuze: Kolomkeuze) -> Tab:
    return replace(_lees_tab(blad, keuze), volledig=blad.volledig)


def _lees_tab(blad: RuwBlad, keuze: Kolomkeuze) -> Tab:
    if not blad.zichtbaar or blad.weigering is not None:
        return Tab(blad.naam, weigering=blad.weigering, zichtbaar=blad.zichtbaar)
    try:
        kop = zoek_kopregel(blad.rijen, keuze)
        if kop is not None:
            return Tab(blad.naam, _onder_de_kop(blad, kop, keuze))
        if kop := vaste_kop(blad.rijen):
            return Tab(blad.naam, _onder_de_kop(blad, kop, keuze), zonder_titels=True)
    except BestandGeweigerd as weigering:
        return Tab(blad.naam, weigering=weigering)
    return Tab(blad.naam)


def _onder_de_kop(blad: RuwBlad, kop: Kopregel, keuze: Kolomkeuze) -> GelezenBlad:
    _vul_samengevoegde(blad, kop.rijnummer)
    onder = blad.rijen[kop.rijnummer :]
    rijen = [
        (nummer, _gevuld(cellen, kop.plaatsen, blad))
        for nummer, cellen in enumerate(onder, start=kop.rijnummer + 1)
    ]
    # In a sheet of wage records such a row is a total, or has lost its number: it is refused.
    wie = WIE if not is_loonblad(kop.plaatsen) and not kop.ontbreekt else frozenset(Kolom)
    mensen = [rij for rij in rijen if not rij[1] or not wie.isdisjoint(rij[1])]
    voorgevuld = len(rijen) - len(mensen)
    while mensen and not mensen[-1][1]:
        mensen.pop()
    if not mensen:
        raise BestandGeweigerd(
            "geen_rijen",
            "Onder de kolomtitels staat geen enkele werknemer. Vul de tabel aan of kies een ander "
            "bestand.",
        )
    gelezen = [blad.rijen[nummer - 1] for nummer, cellen in mensen if cellen]
    oordelen = oordeel(kop.titels, gevulde_kolommen(kop.titels, gelezen), keuze)
    return GelezenBlad(
        blad.naam,
        frozenset(kop.plaatsen),
        tuple(RuweRij(nummer, _naar_gewoonte(cellen, oordelen)) for nummer, cellen in mensen),
        (*vertel_kolommen(oordelen), *_zonder_titel(blad, kop, gelezen)),
        verborgen=sum(1 for nummer, cellen in mensen if cellen and nummer - 1 in blad.verborgen),
        voorgevuld=voorgevuld,
        oordelen=oordelen,
        ontbreekt=kop.ontbreekt,
    )


def _zonder_titel(
    blad: RuwBlad, kop: Kopregel, rijen: Sequence[Sequence[Cel]]
) -> Sequence[Melding]:
    """Nothing of a sheet in a fixed order, which has no titles at all."""
    return vertel_zonder_titel(blad.rijen[kop.rijnummer - 1], rijen) if kop.titels else ()


def _naar_gewoonte(cellen: dict[Kolom, Cel], oordelen: Sequence[Kolomoordeel]) -> dict[Kolom, Cel]:
    for gezien in oordelen:
        if gezien.gewoonte and gezien.titel.kolom is not None:
            pas_gewoonte_toe(cellen, gezien.titel.kolom, gezien.gewoonte)
    return cellen


def _vul_samengevoegde(blad: RuwBlad, kop: int) -> None:
    """A merged cell counts for each of its rows: the file holds its value in the first only."""
    gedaan = 0
    for eerste, laatste, kolom in blad.samengevoegd:
        if eerste < kop or eerste >= len(blad.rijen) or kolom >= len(blad.rijen[eerste]):
            continue
        for rij in blad.rijen[eerste + 1 : laatste + 1]:
            gedaan += 1
            if kolom < len(rij) and rij[kolom] == "":
                rij[kolom] = blad.rijen[eerste][kolom]
        if gedaan > MAX_CELLEN:
            raise beschadigd()


def _gevuld(
    cellen: Sequence[Cel], plaatsen: Mapping[Kolom, int], blad: RuwBlad
) -> dict[Kolom, Cel]:
    gevuld = {
        kolom: cellen[plaats]
        for kolom, plaats in plaatsen.items()
        if plaats < len(cellen) and not is_leeg(cellen[plaats])
    }
    for kolom, cel in gevuld.items():
        if isinstance(cel, str) and is_fouttekst(cel):
            gevuld[kolom] = CEL_FOUT
    if blad.telt_vanaf_1904:
        for kolom in DATUMS.intersection(gevuld):
            cel = gevuld[kolom]
            if isinstance(cel, float):
                gevuld[kolom] = cel + _VAN_1900_TOT_1904
    return gevuld


def _met_naam(blad: GelezenBlad) -> GelezenBlad:
    return replace(blad, rijen=tuple(replace(rij, blad=blad.naam) for rij in blad.rijen))


def _eis_aantal(aantal: int) -> None:
    if aantal > MAX_RIJEN:
        raise BestandGeweigerd(
            "te_veel_rijen",
            f"Het blad telt {getal(Decimal(aantal), 0)} rijen. Hoogstens 20.000 kunnen in één "
            "keer. Splits het op in meer bestanden.",
        )
