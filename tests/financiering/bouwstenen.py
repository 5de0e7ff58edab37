"""Small pieces for the tests of the funding model."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from financiering.domein.rekenmodel.bijdrage import Loonbijdrage, Regime, Vermindering
from financiering.domein.rekenmodel.persoon import Advies, Contract, Persoon, Rekenschijf
from financiering.domein.rekenmodel.tarieven import Kwartaaltarief, Maandtarief, Tarieven
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode

GGMMI: Final = Decimal("2189.81")
# Category 1 from July 2026 on, and from April on.
JULI: Final = Vermindering(
    bruto=Fraction(1, 4),
    factor=Fraction("0.14"),
    grens=Fraction("11687.74"),
    factor_laag=Fraction("0.16"),
    grens_laag=Fraction("9738.14"),
    beta=Fraction("1.18"),
    beta_onder=Fraction("0.55"),
    beta_tot=Fraction("0.8"),
)
APRIL: Final = replace(JULI, grens=Fraction("11458.57"), grens_laag=Fraction("9547.20"))
VARIABEL: Final = {"laag": Decimal(430), "midden": Decimal(730), "hoog": Decimal(1280)}
K4: Final = Kwartaal(2026, 4)
_KWARTAAL: Final = ("lde_vergoeding", "telt_keten", "regimes")


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
        "loonmaanden": Decimal("13.92"),
    } | {naam: waarde for naam, waarde in anders.items() if naam not in _KWARTAAL}
    # A percentage of one's own, unless a test says how the contribution is known on a day.
    regime = Regime(None, waarden.pop("bijdrage", Decimal("0.25")))
    op = anders.get("regimes", lambda _: regime)
    maanden = [
        Maandtarief(periode=maand, index=groei, regime=op(maand.van), **waarden)
        for maand in kwartaal.maanden
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
    *contracten: Contract,
    adviezen: tuple[Advies, ...] = (),
    sleutel: str = "1",
    opgaven: tuple[Loonbijdrage, ...] = (),
) -> Persoon:
    return Persoon(sleutel, f"Werknemer {sleutel}", contracten, adviezen, opgaven)
