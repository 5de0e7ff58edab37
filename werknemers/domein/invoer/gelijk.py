"""Faults that rows have word for word: mended, or left out, with one answer for all of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from werknemers.domein.invoer.celveld import Celveld, celnaam, geldt_samen, gelijksleutel
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.meldingen import Meldingsernst
from werknemers.domein.invoer.opslag import Bewaardemelding, Bewaarderij
from werknemers.domein.invoer.tekst import schoon
from werknemers.domein.invoer.uitkomst import Rijactie

GELIJK: Final = "gelijk:"
SAMEN_WEG: Final = "gelijkweg:"
# So many different cells of one group are asked in one place, those of most rows first.
_GEVRAAGD: Final = 10
# What these hold belongs to one person.
_EIGEN: Final = frozenset(
    {
        Kolom.PERSONEELSNUMMER,
        Kolom.FAMILIENAAM,
        Kolom.VOORNAAM,
        Kolom.INSZ,
        Kolom.GEBOORTEDATUM,
        Kolom.EMAIL,
        Kolom.GSM,
    }
)
_SAMEN_TE_VERBETEREN: Final = frozenset(map(str, Kolom)) - _EIGEN


@dataclass(frozen=True, slots=True)
class Gelijkvraag:
    """What a cell should have been in the `aantal` rows of which `zin` is said."""

    zin: str
    aantal: int
    cel: Celveld


@dataclass(frozen=True, slots=True)
class Gelijkantwoord:
    """`cellen` by the key of their fault, `weg` the groups of faults of which the rows stay out."""

    cellen: Mapping[str, str] = field(default_factory=dict)
    weg: frozenset[str] = frozenset()


def groepsleutel(melding: Bewaardemelding) -> str:
    """Of rows with a same kind of fault in the same column."""
    return f"{melding['code']}:{melding['kolom']}"


def gelijkvragen(
    rijen: Iterable[Bewaarderij], groep: str, getypt: Mapping[str, str]
) -> list[Gelijkvraag]:
    """What can be answered at once for the rows of a group of faults, most rows first."""
    meldingen = {
        (gelijksleutel(melding), rij["rijnummer"], rij.get("blad", "")): melding
        for rij in rijen
        for melding in samen_te_verbeteren(rij)
        if groepsleutel(melding) == groep
    }
    zinnen = {sleutel: melding for (sleutel, *_), melding in meldingen.items()}
    aantallen = Counter(sleutel for sleutel, *_ in meldingen)
    return [
        _gelijkvraag(f"{GELIJK}{sleutel}", zinnen[sleutel], aantal, getypt)
        for sleutel, aantal in aantallen.most_common(_GEVRAAGD)
        if aantal > 1
    ]


def _gelijkvraag(
    naam: str, melding: Bewaardemelding, aantal: int, getypt: Mapping[str, str]
) -> Gelijkvraag:
    cel = Celveld(naam, melding["kolom"], getypt.get(naam, ""))
    return Gelijkvraag(melding["tekst"], aantal, cel)


def samen_te_verbeteren(rij: Bewaarderij) -> Iterator[Bewaardemelding]:
    """The faults of a refused row of which the cell may be the same in other rows."""
    if rij["actie"] == Rijactie.GEWEIGERD:
        for melding in rij["meldingen"]:
            if melding["ernst"] == Meldingsernst.FOUT and melding["kolom"] in _SAMEN_TE_VERBETEREN:
                yield melding


def samen_weg(rijen: Iterable[Bewaarderij], groep: str) -> list[Bewaarderij]:
    """The rows that a group of faults keeps out."""
    return [rij for rij in rijen if groep in _geweigerd_om(rij)]


def _geweigerd_om(rij: Bewaarderij) -> list[str]:
    if rij["actie"] != Rijactie.GEWEIGERD:
        return []
    return [groepsleutel(m) for m in rij["meldingen"] if m["ernst"] == Meldingsernst.FOUT]


def lees_gelijke(rijen: Sequence[Bewaarderij], getypt: Mapping[str, str]) -> Gelijkantwoord:
    """What was answered for many rows: of a group, or of one row with a word that others have."""
    cellen = {
        naam.removeprefix(GELIJK): tekst
        for naam, ruw in getypt.items()
        if naam.startswith(GELIJK) and (tekst := schoon(ruw))
    }
    for rij in rijen:
        for melding in samen_te_verbeteren(rij):
            tekst = schoon(getypt.get(celnaam(rij, melding["kolom"]), ""))
            if tekst and geldt_samen(melding):
                cellen.setdefault(gelijksleutel(melding), tekst)
    weg = (naam.removeprefix(SAMEN_WEG) for naam in getypt if naam.startswith(SAMEN_WEG))
    return Gelijkantwoord(cellen, frozenset(weg))


def gelijke_cellen(rij: Bewaarderij, gelijk: Gelijkantwoord) -> dict[str, str]:
    """What the cells of a row should have been, by column, as others were answered."""
    if not gelijk.cellen:
        return {}
    sleutels = {m["kolom"]: gelijksleutel(m) for m in samen_te_verbeteren(rij)}
    return {
        kolom: gelijk.cellen[sleutel]
        for kolom, sleutel in sleutels.items()
        if sleutel in gelijk.cellen
    }


def gaat_weg(rij: Bewaarderij, gelijk: Gelijkantwoord) -> bool:
    return bool(gelijk.weg) and not gelijk.weg.isdisjoint(_geweigerd_om(rij))
