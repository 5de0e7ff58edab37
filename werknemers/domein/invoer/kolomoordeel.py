"""What a sheet says about its columns, and what has to be asked about them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from gedeeld.weergeven import datum_kort, en
from werknemers.domein.invoer.cel import Cel, Opmaakgetal, is_leeg
from werknemers.domein.invoer.gewoonten import ZOALS_HET_ER_STAAT
from werknemers.domein.invoer.gewoontevraag import (
    Gewoontevraag,
    vraag_breuk,
    vraag_datums,
    vraag_naam,
)
from werknemers.domein.invoer.kolomkeuze import Antwoord, Kolomkeuze
from werknemers.domein.invoer.kolomletters import kolomletter
from werknemers.domein.invoer.kolommen import BIJ_LOON, Kolom, is_loonblad
from werknemers.domein.invoer.koppeling import Kolomtitel
from werknemers.domein.invoer.meldingen import BestandGeweigerd, Melding, Meldingsernst
from werknemers.domein.invoer.tekst import schoon

_VOORBEELDEN: Final = 3
_KORT: Final = 40
_TITEL_KORT: Final = 60
# Who reads along on a screen need not see a national number.
_INSZ: Final = re.compile(r"\d{2}[. ]?\d{2}[. ]?\d{2}[- .]?\d{3}[. ]?\d{2}")


@dataclass(frozen=True, slots=True)
class Kolomoordeel:
    """A title with samples of its cells, the question they leave open, and the habit that counts:
    answered, or beyond doubt."""

    titel: Kolomtitel
    voorbeelden: tuple[str, ...]
    vraag: Gewoontevraag | None
    gewoonte: str

    @property
    def open(self) -> bool:
        """Whether somebody has to answer. What is empty, need not be known."""
        return bool(self.voorbeelden) and (
            self.titel.gevraagd or (self.vraag is not None and not self.gewoonte)
        )

    @property
    def antwoord(self) -> Antwoord:
        return Antwoord(self.titel.kolom, self.gewoonte)

    @property
    def letter(self) -> str:
        return kolomletter(self.titel.plaats)


class KiesKolommen(BestandGeweigerd):
    """Somebody has to say what columns are, or by which habit they are written. `ontbreekt` names
    the required columns for which no title stands yet."""

    def __init__(self, oordelen: Sequence[Kolomoordeel], ontbreekt: Sequence[Kolom]) -> None:
        welke = en([f"“{oordeel.titel.tekst}”" for oordeel in oordelen if oordeel.open])
        super().__init__("kies_kolommen", f"Kijk deze kolommen na: {welke}.")
        self.oordelen = tuple(oordelen)
        self.ontbreekt = tuple(ontbreekt)


def oordeel(
    titels: Iterable[Kolomtitel], kolommen: Mapping[int, Sequence[Cel]], keuze: Kolomkeuze
) -> tuple[Kolomoordeel, ...]:
    """All titles of a sheet; `kolommen` are the filled cells by place."""
    titels = tuple(titels)
    gelezen = {t.kolom: t for t in titels if t.kolom is not None}
    vragen = _vragen(gelezen, kolommen)
    return tuple(_oordeel(titel, kolommen.get(titel.plaats, ()), vragen, keuze) for titel in titels)


def _vragen(
    gelezen: Mapping[Kolom, Kolomtitel], kolommen: Mapping[int, Sequence[Cel]]
) -> dict[Kolom, Gewoontevraag]:
    cellen = {kolom: kolommen.get(titel.plaats, ()) for kolom, titel in gelezen.items()}
    if is_loonblad(gelezen):
        return {}
    gevonden: dict[Kolom, Gewoontevraag | None] = {**vraag_datums(cellen)}
    gevonden[Kolom.BREUK] = vraag_breuk(cellen.get(Kolom.BREUK, ()))
    if Kolom.FAMILIENAAM in gelezen and Kolom.VOORNAAM not in gelezen:
        titel = gelezen[Kolom.FAMILIENAAM].tekst
        gevonden[Kolom.FAMILIENAAM] = vraag_naam(titel, cellen[Kolom.FAMILIENAAM])
    return {kolom: vraag for kolom, vraag in gevonden.items() if vraag is not None}


def _oordeel(
    titel: Kolomtitel,
    cellen: Sequence[Cel],
    vragen: Mapping[Kolom, Gewoontevraag],
    keuze: Kolomkeuze,
) -> Kolomoordeel:
    vraag = vragen.get(titel.kolom) if titel.kolom is not None else None
    voorbeelden = _voorbeelden(cellen, geheim=titel.kolom is Kolom.INSZ)
    return Kolomoordeel(titel, voorbeelden, vraag, _gewoonte(titel, vraag, keuze))


def _gewoonte(titel: Kolomtitel, vraag: Gewoontevraag | None, keuze: Kolomkeuze) -> str:
    """What was answered, when it answers this question; else what is beyond doubt, or ""."""
    if titel.kolom is None or vraag is None:
        return ""
    antwoord = keuze.gewoonte(titel.sleutel, titel.kolom)
    if antwoord and vraag.past(antwoord):
        return antwoord
    if not keuze.vraagt:
        return ZOALS_HET_ER_STAAT
    return vraag.voorstel if vraag.beslist else ""


def _voorbeelden(cellen: Iterable[Cel], *, geheim: bool) -> tuple[str, ...]:
    """`geheim`: the beginning says enough, however a spreadsheet mangled the number."""
    getoond = (toon_cel(cel) for cel in islice(cellen, 200))
    verschillend = dict.fromkeys(f"{t[:2]}…" if geheim and t else t for t in getoond)
    return tuple(islice((tekst for tekst in verschillend if tekst), _VOORBEELDEN))


def toon_cel(cel: Cel) -> str:
    """A cell as a sample: short, and without a national number."""
    if isinstance(cel, date):
        return datum_kort(cel)
    if isinstance(cel, Opmaakgetal):
        tekst = cel.tekst
    elif isinstance(cel, float):
        tekst = f"{cel:.15g}".replace(".", ",")
    else:
        tekst = str(cel)
    tekst = _INSZ.sub(lambda vorm: f"{vorm[0][:2]}…", schoon(tekst))
    return tekst if len(tekst) <= _KORT else f"{tekst[:_KORT]}…"


def voeg_samen(bladen: Iterable[Sequence[Kolomoordeel]]) -> tuple[Kolomoordeel, ...]:
    """The titles of several sheets, each title once, as in the sheet that asks or knows most: one
    answer counts for all of them."""
    samen: dict[str, Kolomoordeel] = {}
    for oordelen in bladen:
        for nieuw in oordelen:
            al = samen.setdefault(nieuw.titel.sleutel, nieuw)
            if not al.open and (nieuw.open or (nieuw.gewoonte and not al.gewoonte)):
                samen[nieuw.titel.sleutel] = nieuw
    return tuple(samen.values())


def vertel_kolommen(oordelen: Sequence[Kolomoordeel]) -> list[Melding]:
    """Which columns were read as what, where the title is not ours or a habit counts, and which
    were not read."""
    kolommen = {o.titel.kolom for o in oordelen if o.titel.kolom is not None}
    loon = is_loonblad(kolommen)
    gezegd = list(filter(None, map(_anders, oordelen)))
    meldingen = []
    if gezegd:
        zin = f"Zo lazen we je kolommen: {'; '.join(gezegd)}."
        meldingen.append(Melding("", "kolommen_gelezen", zin, Meldingsernst.OPMERKING))
    for o in oordelen:
        if o.titel.kolom is None:
            meldingen.append(_niet_gelezen(o))
        elif loon and o.titel.kolom not in BIJ_LOON:
            meldingen.append(_telt_niet(o.titel.kolom))
    return meldingen


def _anders(o: Kolomoordeel) -> str:
    gewoonte = "" if o.gewoonte == ZOALS_HET_ER_STAAT else o.gewoonte
    if o.titel.kolom is None or not o.voorbeelden or (o.titel.eigen and not gewoonte):
        return ""
    als = "" if o.titel.eigen else f" als {o.titel.kolom}"
    return f"“{korte_titel(o.titel.tekst)}”{als}{f', {gewoonte}' if gewoonte else ''}"


def korte_titel(titel: str) -> str:
    """A title that fits in a sentence."""
    return titel if len(titel) <= _TITEL_KORT else f"{titel[:_TITEL_KORT]}…"


def _niet_gelezen(o: Kolomoordeel) -> Melding:
    kort = korte_titel(o.titel.tekst)
    zin = f"De kolom “{kort}” lazen we niet. Wat erin staat, komt niet binnen."
    return Melding(kort, "kolom_onbekend", zin, Meldingsernst.WAARSCHUWING)


def _telt_niet(kolom: Kolom) -> Melding:
    zin = f"De kolom “{kolom}” hoort niet bij loonopgaven. Wat erin staat, komt niet binnen."
    return Melding(kolom, "kolom_telt_niet", zin, Meldingsernst.WAARSCHUWING)


def gevulde_kolommen(
    titels: Iterable[Kolomtitel], rijen: Iterable[Sequence[Cel]]
) -> dict[int, list[Cel]]:
    """The filled cells under each title, by its place."""
    plaatsen = [titel.plaats for titel in titels]
    gevuld: dict[int, list[Cel]] = {plaats: [] for plaats in plaatsen}
    for rij in rijen:
        for plaats in plaatsen:
            if plaats < len(rij) and not is_leeg(rij[plaats]):
                gevuld[plaats].append(rij[plaats])
    return gevuld


def vertel_zonder_titel(kop: Sequence[Cel], rijen: Sequence[Sequence[Cel]]) -> list[Melding]:
    """The columns under no title in which something stands: nobody can say what it is."""
    breedte = max(map(len, rijen), default=0)
    leeg = (plaats for plaats in range(breedte) if plaats >= len(kop) or is_leeg(kop[plaats]))
    letters = [
        kolomletter(plaats)
        for plaats in leeg
        if any(plaats < len(rij) and not is_leeg(rij[plaats]) for rij in rijen)
    ]
    if not letters:
        return []
    welke = f"Kolom {letters[0]} heeft" if len(letters) == 1 else f"Kolommen {en(letters)} hebben"
    zin = f"{welke} geen titel. Wat erin staat, lazen we niet."
    return [Melding("", "zonder_titel", zin, Meldingsernst.WAARSCHUWING)]
