"""The rates of a forecast from the dated parameters."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from financiering.domein.rekenmodel.bijdrage import Regime, Vermindering
from financiering.domein.rekenmodel.tarieven import Kwartaaltarief, Maandtarief, Tarieven
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode, plus_maanden
from regels.domein.parameters import Parameters, Parameterverloop
from regels.keuzes import PERCENTAGES, VERMINDERING, Parametercode
from werknemers.keuzes import Begeleidingsniveau

# Ten years: further off, no figure says anything.
MEESTE_KWARTALEN: Final = 40
# What a level of guidance is worth, by level.
VARIABEL: Final = {
    Begeleidingsniveau.LAAG: Parametercode.BEGELEIDING_LAAG,
    Begeleidingsniveau.MIDDEN: Parametercode.BEGELEIDING_MIDDEN,
    Begeleidingsniveau.HOOG: Parametercode.BEGELEIDING_HOOG,
}


@dataclass(frozen=True, slots=True)
class Tarieftijdvak:
    """`aantal` quarters from `van`. Growth by an index begins in the year after `peiljaar`."""

    van: Kwartaal
    aantal: int
    peil: int | None = None

    @property
    def peiljaar(self) -> int:
        return self.van.jaar if self.peil is None else self.peil

    @property
    def met_vorig(self) -> "Tarieftijdvak":
        """One quarter longer at the front: its premiums come in during the first."""
        return Tarieftijdvak(self.van + -1, self.aantal + 1, self.peiljaar)

    def __iter__(self) -> Iterator[Kwartaal]:
        return (self.van + nummer for nummer in range(self.aantal))


def maak_tarieven(
    verloop: Parameterverloop, tijdvak: Tarieftijdvak, jaarindex: Decimal = Decimal(0)
) -> Tarieven:
    """What is in force on the first day of each month and quarter; the last known value goes on.

    `jaarindex` (percent) lets wages, minimum wage and indexed amounts grow on 1 January of each
    year after `peiljaar`. Raises ParameterOnbekend when a value is not known that far back.
    """
    waarden = tuple((r.code, r.organisatie_id, r.geldig, r.waarde) for r in verloop.rijen)
    return _tarieven(_Waarden(waarden, verloop), tijdvak, jaarindex)


@dataclass(frozen=True, slots=True)
class _Waarden:
    """Equal when the values are."""

    waarden: tuple[tuple[str, int | None, Periode, Decimal | None], ...]
    verloop: Parameterverloop = field(compare=False)


@lru_cache(maxsize=64)
def _tarieven(waarden: _Waarden, tijdvak: Tarieftijdvak, jaarindex: Decimal) -> Tarieven:
    """Kept: the scenarios of a page and the organisations of a night count with the same rates."""
    groei = 1 + Fraction(jaarindex) / 100
    return Tarieven(
        tuple(
            _kwartaal(waarden.verloop, kwartaal, groei ** max(0, kwartaal.jaar - tijdvak.peiljaar))
            for kwartaal in tijdvak
        )
    )


def _kwartaal(verloop: Parameterverloop, kwartaal: Kwartaal, index: Fraction) -> Kwartaaltarief:
    op = verloop.op(kwartaal.eerste_dag)
    begin = kwartaal.eerste_dag
    eerste, tweede, derde = (_maand(verloop, plus_maanden(begin, nr), index) for nr in range(3))
    return Kwartaaltarief(
        kwartaal=kwartaal,
        maanden=(eerste, tweede, derde),
        vast_begin=op.bekend(Parametercode.BEGELEIDING_BEGIN),
        vast_later=op.bekend(Parametercode.BEGELEIDING_LATER),
        variabel={str(niveau): op.bekend(code) for niveau, code in VARIABEL.items()},
        lde_vergoeding=op.waarde(Parametercode.LDE_VERGOEDING) or Decimal(0),
        telt_keten=bool(op.bekend(Parametercode.BEGELEIDING_TELT_KETEN)),
    )


def _maand(verloop: Parameterverloop, begin: date, index: Fraction) -> Maandtarief:
    op: Parameters = verloop.op(begin)
    return Maandtarief(
        periode=Periode(begin, plus_maanden(begin, 1)),
        ggmmi=op.bekend(Parametercode.GGMMI),
        plafondfactor=op.bekend(Parametercode.PLAFONDFACTOR),
        regime=regime(op),
        loonmaanden=op.bekend(Parametercode.LOONMAANDEN),
        index=index,
    )


def regime(op: Parameters) -> Regime:
    """The own percentage of the organisation, else the structural reduction of category 1.

    A percentage for everybody does not exist. Raises ParameterOnbekend.
    """
    korting, eigen = vermindering(op), eigen_bijdrage(op)
    if korting is None and eigen is None:
        for code in VERMINDERING:
            op.bekend(code)
    return Regime(korting, eigen)


def bijdrage_bekend(op: Parameters) -> bool:
    """Whether `regime` can be made."""
    return vermindering(op) is not None or eigen_bijdrage(op) is not None


def eigen_bijdrage(op: Parameters) -> Decimal | None:
    """The percentage that the organisation gave, as a part of one; None when it gave none."""
    regel = op.regel(Parametercode.BIJDRAGE)
    if regel is None or regel.organisatie_id is None or regel.waarde is None:
        return None
    return regel.waarde / 100


def vermindering(op: Parameters) -> Vermindering | None:
    """The structural reduction of category 1; None when it is not known on that day."""
    waarden = [op.waarde(code) for code in VERMINDERING]
    if None in waarden:
        return None
    return Vermindering(*(_deel(op, code) for code in VERMINDERING))


def _deel(op: Parameters, code: Parametercode) -> Fraction:
    """A percentage as a part of one."""
    return Fraction(op.bekend(code)) / (100 if code in PERCENTAGES else 1)
