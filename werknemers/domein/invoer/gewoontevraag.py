"""Where only a habit says how a column is written: the question that its cells leave open."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.gewoonten import (
    DAG,
    DAG_KORT,
    FAMILIENAAM_EERST,
    MAAND,
    MAAND_KORT,
    PROCENTEN,
    UREN,
    VOORNAAM_EERST,
    WEEK,
    ZOALS_HET_ER_STAAT,
    Datumtekst,
    kaal_getal,
    lees_datumtekst,
    soort_van,
    uren_op,
    weekuren,
)
from werknemers.domein.invoer.kolommen import DATUMS, Kolom
from werknemers.domein.invoer.tekst import schoon
from werknemers.domein.invoer.titels import Titelzekerheid, herken, voornaam_eerst

_HONDERD: Final = Decimal(100)
# A full-time week has fewer hours than this.
_UREN_ONDER: Final = Decimal(45)
_MAANDEN: Final = 12


@dataclass(frozen=True, slots=True)
class Gewoontevraag:
    """What can be answered, of which `voorstel` is the likely one; `voorbeeld` is a cell about
    which it is. `beslist`: the cells leave no doubt, and nobody is asked. `minstens` is the
    shortest full-time week that the hours allow."""

    opties: tuple[str, ...]
    voorstel: str
    voorbeeld: str
    beslist: bool = False
    minstens: Decimal = Decimal(0)

    def past(self, gewoonte: str) -> bool:
        """Whether this is one of the answers."""
        week = weekuren(gewoonte)
        if week is None:
            return gewoonte in self.opties
        return week >= self.minstens and UREN in map(soort_van, self.opties)


def vraag_breuk(cellen: Iterable[Cel]) -> Gewoontevraag | None:
    """A column of fractions that all are more than a full-time job: percentages or hours.

    One number up to 1 makes it a column of fractions, in which the others are slips; 0 is none.
    """
    getallen = [getal for cel in cellen if (getal := kaal_getal(cel))]
    if not getallen or min(getallen) <= 1:
        return None
    meeste = max(getallen)
    if meeste > _HONDERD:
        return None
    voorbeeld = f"{getallen[0].normalize():f}".replace(".", ",")
    if meeste > _UREN_ONDER:
        return Gewoontevraag((PROCENTEN, ZOALS_HET_ER_STAAT), PROCENTEN, voorbeeld)
    uren = uren_op(max(WEEK, meeste))
    opties = (uren, PROCENTEN, ZOALS_HET_ER_STAAT)
    return Gewoontevraag(opties, uren, voorbeeld, minstens=meeste)


def vraag_datums(per_kolom: Mapping[Kolom, Sequence[Cel]]) -> dict[Kolom, Gewoontevraag]:
    """The questions of all columns of days. Who writes the month first, mostly does so in each: a
    column in which no day is after the 12th goes by the others."""
    teksten = {
        kolom: [(cel, datum) for cel in cellen if (datum := lees_datumtekst(cel)) is not None]
        for kolom, cellen in per_kolom.items()
        if kolom in DATUMS
    }
    orden = {kolom: _orde([datum for _, datum in paren]) for kolom, paren in teksten.items()}
    elders = DAG if DAG in orden.values() else MAAND if MAAND in orden.values() else ""
    gevonden = {
        kolom: _vraag_datum(paren, orden[kolom] or elders) for kolom, paren in teksten.items()
    }
    return {kolom: vraag for kolom, vraag in gevonden.items() if vraag is not None}


def _orde(datums: Sequence[Datumtekst]) -> str:
    """What a day after the 12th tells; "" when there is none."""
    in_cijfers = [datum for datum in datums if datum.in_cijfers]
    if any(datum.eerste > _MAANDEN for datum in in_cijfers):
        return DAG
    return MAAND if any(datum.tweede > _MAANDEN for datum in in_cijfers) else ""


def _vraag_datum(paren: Sequence[tuple[Cel, Datumtekst]], orde: str) -> Gewoontevraag | None:
    """`orde`: what certainly comes first, "" when nothing says it."""
    kort = [paar for paar in paren if paar[1].kort]
    keert = [
        paar
        for paar in paren
        if orde != DAG and paar[1].in_cijfers and paar[1].eerste != paar[1].tweede
    ]
    if not kort and not keert:
        return None
    maand_zeker = bool(orde == MAAND and keert)
    dag, maand = (DAG_KORT, MAAND_KORT) if kort else (DAG, MAAND)
    opties = [] if maand_zeker else [dag]
    opties += [maand] if keert else []
    opties += [ZOALS_HET_ER_STAAT] if kort or maand_zeker else []
    voorbeeld = next((p for p in kort if p in keert), (kort or keert)[0])
    return Gewoontevraag(tuple(opties), opties[0], schoon(str(voorbeeld[0])))


def vraag_naam(titel: str, cellen: Sequence[Cel]) -> Gewoontevraag | None:
    """Of the only column with names, when its title does not say that it is the family name."""
    herkenning = herken(titel)
    if herkenning is not None and herkenning.zekerheid is Titelzekerheid.EIGEN:
        return None
    namen = [schoon(cel) for cel in cellen if isinstance(cel, str)]
    voorbeeld = next((naam for naam in namen if " " in naam and "," not in naam), "")
    if not voorbeeld:
        eerste = namen[0] if namen else ""
        return Gewoontevraag((FAMILIENAAM_EERST,), FAMILIENAAM_EERST, eerste, beslist=True)
    opties = (FAMILIENAAM_EERST, VOORNAAM_EERST)
    return Gewoontevraag(opties, opties[voornaam_eerst(titel)], voorbeeld)
