"""Rows with the same fault, told once with how many there are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from werknemers.domein.invoer.gelijk import (
    SAMEN_WEG,
    Gelijkvraag,
    gelijkvragen,
    groepsleutel,
    samen_weg,
)
from werknemers.domein.invoer.meldingen import WIE_VRAGEN
from werknemers.domein.invoer.opslag import Bewaarderij

# Two rows are read as fast as one heading.
_VANAF: Final = 3
# Of a group so many rows are named in place; the link shows all.
_GENOEMD: Final = 25


@dataclass(frozen=True, slots=True)
class Foutgroep:
    """`zin` is what is said of the first row, `zelfde` that it is said of all. `rijen` are the
    first rows, `meer` how many there are beside those. `vragen` is what can be answered for many of
    them; `weg` names the field that leaves out all `buiten` rows that this fault keeps out."""

    sleutel: str
    kolom: str
    zin: str
    zelfde: bool
    aantal: int
    rijen: Sequence[Bewaarderij]
    meer: int
    vragen: Sequence[Gelijkvraag]
    weg: str
    buiten: int
    weggelaten: bool


def groepeer(
    rijen: Iterable[Bewaarderij], getypt: Mapping[str, str]
) -> tuple[list[Foutgroep], list[Bewaarderij]]:
    """The faults that many rows have, most rows first, and the rows that have none of these. A row
    stands in one of both, once; one that asks who it is about always stands by itself. `getypt` is
    what was sent and could not be kept."""
    rijen = list(rijen)
    tellingen = Counter(sleutel for rij in rijen for sleutel in _sleutels(rij))
    groepen: defaultdict[str, list[Bewaarderij]] = defaultdict(list)
    los: list[Bewaarderij] = []
    for rij in rijen:
        eerste = next((s for s in _sleutels(rij) if tellingen[s] >= _VANAF), None)
        (los if eerste is None else groepen[eerste]).append(rij)
    klein = [sleutel for sleutel, groep in groepen.items() if len(groep) < _VANAF]
    los.extend(rij for sleutel in klein for rij in groepen.pop(sleutel))
    plaats = {id(rij): plek for plek, rij in enumerate(rijen)}
    los.sort(key=lambda rij: plaats[id(rij)])
    foutgroepen = [_foutgroep(sleutel, groep, rijen, getypt) for sleutel, groep in groepen.items()]
    return sorted(foutgroepen, key=lambda b: -b.aantal), los


def met_fout(rijen: Iterable[Bewaarderij], sleutel: str) -> list[Bewaarderij]:
    """The rows of one group of faults."""
    return [rij for rij in rijen if sleutel in _sleutels(rij)]


def _sleutels(rij: Bewaarderij) -> list[str]:
    meldingen = rij["meldingen"]
    if any(m["code"] in WIE_VRAGEN or m.get("voorstel") for m in meldingen):
        return []
    return list(dict.fromkeys(map(groepsleutel, meldingen)))


def _foutgroep(
    sleutel: str,
    rijen: Sequence[Bewaarderij],
    alle: Sequence[Bewaarderij],
    getypt: Mapping[str, str],
) -> Foutgroep:
    zinnen = [
        melding for rij in rijen for melding in rij["meldingen"] if groepsleutel(melding) == sleutel
    ]
    weg = f"{SAMEN_WEG}{sleutel}"
    return Foutgroep(
        sleutel=sleutel,
        kolom=zinnen[0]["kolom"],
        zin=zinnen[0]["tekst"],
        zelfde=len({melding["tekst"] for melding in zinnen}) == 1,
        aantal=len(rijen),
        rijen=rijen[:_GENOEMD],
        meer=max(0, len(rijen) - _GENOEMD),
        vragen=gelijkvragen(alle, sleutel, getypt),
        weg=weg,
        buiten=len(samen_weg(alle, sleutel)),
        weggelaten=weg in getypt,
    )
