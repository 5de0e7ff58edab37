"""Which address of the forecast is open to whom."""

from typing import Any, Final

from tests.toegang.adres import WERKNEMER, Adres, C, Deur, H, lees
from tests.toegang.wereld import Wereld

ZIET_GELD: Final = frozenset({C, H})


def _kwartaal(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.werknemer.pk, "kwartaal": "2026-K4"}


def _dienst(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.dienst.pk, "kwartaal": "2026-K4"}


def _bewijs(wereld: Wereld) -> dict[str, Any]:
    return {"code": wereld.geld.bewijs.code}


PROGNOSE: Final[dict[str, Adres]] = {
    "financiering:prognose": Adres(get=lees(ZIET_GELD)),
    "financiering:werknemer": Adres(get=lees(ZIET_GELD), van=WERKNEMER),
    "financiering:waarom": Adres(get=lees(ZIET_GELD), van=_kwartaal),
    "financiering:waarom_dienst": Adres(get=lees(ZIET_GELD), van=_dienst),
    "financiering:prognose_bewijs": Adres(get=lees(ZIET_GELD), post=Deur(ZIET_GELD, 302)),
    "financiering:bijdrage_bewijs": Adres(get=lees(ZIET_GELD), post=Deur(ZIET_GELD, 302)),
    "financiering:waarom_bewijs": Adres(
        get=lees(ZIET_GELD), post=Deur(ZIET_GELD, 302), van=_kwartaal
    ),
    "financiering:bewijzen": Adres(get=lees(ZIET_GELD)),
    "financiering:bewijs": Adres(get=lees(ZIET_GELD), van=_bewijs),
    "financiering:bewijs_bestand": Adres(get=lees(ZIET_GELD), van=_bewijs),
}
