"""Which address of the scenarios is open to whom: who sees money, and who may change it."""

from typing import Any, Final

from tests.toegang.adres import WERKNEMER, Adres, Maker, doe, lees
from tests.toegang.tabel_prognose import ZIET_GELD
from tests.toegang.wereld import Wereld


def _geld(naam: str) -> Maker:
    return lambda wereld: {"pk": getattr(wereld.geld, naam).pk}


def _werknemer(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.geld.scenario.pk, "werknemer": wereld.werknemer.pk}


def _naast_elkaar(wereld: Wereld) -> dict[str, Any]:
    return {"s": wereld.geld.scenario.pk}


def _formulier(van: Maker) -> Adres:
    return Adres(get=lees(ZIET_GELD), post=doe(ZIET_GELD), van=van)


def _weg(naam: str) -> Adres:
    return Adres(post=doe(ZIET_GELD, 302), van=_geld(naam))


_SCENARIO: Final = _geld("scenario")
SCENARIOS: Final[dict[str, Adres]] = {
    "financiering:scenarios": Adres(get=lees(ZIET_GELD)),
    "financiering:scenario_nieuw": Adres(get=lees(ZIET_GELD), post=doe(ZIET_GELD)),
    "financiering:scenario_vergelijk": Adres(get=lees(ZIET_GELD), vraag=_naast_elkaar),
    "financiering:scenario_vergelijk_xlsx": Adres(get=lees(ZIET_GELD), vraag=_naast_elkaar),
    "financiering:scenario_vast": Adres(get=lees(ZIET_GELD)),
    "financiering:scenario": Adres(get=lees(ZIET_GELD), van=_SCENARIO),
    "financiering:scenario_wijzig": _formulier(_SCENARIO),
    "financiering:scenario_kopieer": _formulier(_SCENARIO),
    "financiering:scenario_verwijder": _formulier(_SCENARIO),
    "financiering:scenario_werknemers": Adres(get=lees(ZIET_GELD), van=_SCENARIO),
    "financiering:scenario_werknemer": _formulier(_werknemer),
    "financiering:scenarioinstroom_nieuw": _formulier(_SCENARIO),
    "financiering:scenarioinstroom": _formulier(_geld("instroom")),
    "financiering:scenarioinstroom_weg": _weg("instroom"),
    "financiering:scenarioblad_nieuw": _formulier(_SCENARIO),
    "financiering:scenarioblad": _formulier(_geld("blad")),
    "financiering:scenarioblad_weg": _weg("blad"),
    "financiering:instroom": Adres(get=lees(ZIET_GELD)),
    "financiering:verlenging": Adres(get=lees(ZIET_GELD), van=WERKNEMER),
}
