"""Which address of the forecast is open to whom."""

from typing import Any, Final

from tests.toegang.adres import WERKNEMER, Adres, C, H, lees
from tests.toegang.wereld import Wereld

ZIET_GELD: Final = frozenset({C, H})


def _kwartaal(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.werknemer.pk, "kwartaal": "2026-K4"}


def _dienst(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.dienst.pk, "kwartaal": "2026-K4"}


PROGNOSE: Final[dict[str, Adres]] = {
    "financiering:prognose": Adres(get=lees(ZIET_GELD)),
    "financiering:werknemer": Adres(get=lees(ZIET_GELD), van=WERKNEMER),
    "financiering:waarom": Adres(get=lees(ZIET_GELD), van=_kwartaal),
    "financiering:waarom_dienst": Adres(get=lees(ZIET_GELD), van=_dienst),
}
