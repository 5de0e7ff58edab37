"""Small pieces for the tests of the funding model."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from financiering.domein.rekenmodel.persoon import Advies, Contract, Persoon, Rekenschijf
from financiering.domein.rekenmodel.tarieven import Kwartaaltarief, Maandtarief, Tarieven
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode, plus_maanden

GGMMI: Final = Decimal("2189.81")
VARIABEL: Final = {"laag": Decimal(430), "midden": Decimal(730), "hoog": Decimal(1280)}
K4: Final = Kwartaal(2026, 4)
_KWARTAAL: Final = ("lde_vergoeding", "telt_keten")


def maak_tarieven(
    van: Kwartaal = K4,
    aantal: int = 20,
    index: Decimal = Decimal(0),
    **anders: Any,
) -> Tarieven:
    return Tarieven(tuple(_kwartaal(van, van + nr, index, anders) for nr in range(aantal)))


def _kwartaal(
    eerste: Kwartaal, kwartaal: Kwartaal, index: Decimal, anders: Mapping[str, Any]
) -> Kwartaaltarief:
    groei = (1 + Fraction(index)) ** (kwartaal.jaar - eerste.jaar)
    waarden = {
        "ggmmi": GGMMI,
        "plafondfactor": Decimal(2),
        "bijdrage": Decimal("0.25"),
        "loonmaanden": Decimal("13.92"),
    } | {naam: waarde for naam, waarde in anders.items() if naam not in _KWARTAAL}
    begin = kwartaal.eerste_dag
    maanden = [
        Maandtarief(
            Periode(plus_maanden(begin, nr), plus_maanden(begin, nr + 1)), index=groei, **waarden
        )
        for nr in range(3)
    ]
    return Kwartaaltarief(
        kwartaal=kwartaal,
        maanden=(maanden[0], maanden[1], maanden[2]),
        vast_begin=Decimal(1200),
        vast_later=Decimal(600),
        variabel=VARIABEL,
        lde_vergoeding=anders.get("lde_vergoeding", Decimal(0)),
        telt_keten=anders.get("telt_keten", True),
    )


def contract(
    van: date = date(2026, 1, 1),
    tot: date | None = None,
    bruto: str = "2400.00",
    breuk: str = "1",
    dienst: str = "Klusdienst",
) -> Contract:
    return Contract(dienst, Periode(van, tot), Decimal(breuk), Decimal(bruto))


def advies(
    van: Kwartaal = K4,
    stappen: tuple[tuple[int, int], ...] = ((5, 40), (3, 30), (12, 20)),
    niveau: str = "midden",
) -> Advies:
    """`stappen` are (quarters, percentage)."""
    schijven, begin = [], van
    for aantal, percentage in stappen:
        schijven.append(
            Rekenschijf(Periode(begin.eerste_dag, (begin + aantal).eerste_dag), percentage)
        )
        begin += aantal
    return Advies(Periode(van.eerste_dag, begin.eerste_dag), tuple(schijven), niveau)


def persoon(
    *contracten: Contract, adviezen: tuple[Advies, ...] = (), sleutel: str = "1"
) -> Persoon:
    return Persoon(sleutel, f"Werknemer {sleutel}", contracten, adviezen)
