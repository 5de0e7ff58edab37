"""The forecast as a spreadsheet is open to who may see the forecast."""

from typing import Any, Final

from tests.toegang.adres import Adres, Deur
from tests.toegang.tabel_prognose import ZIET_GELD
from tests.toegang.wereld import Wereld


def _werknemer(wereld: Wereld) -> dict[str, Any]:
    return {"werknemer": wereld.werknemer.pk}


def _kwartaal(_: Wereld) -> dict[str, Any]:
    return {"kwartaal": "2026-K3"}


REKENBLAD: Final[dict[str, Adres]] = {
    "financiering:betaald_xlsx": Adres(
        post=Deur(ZIET_GELD, 302, velden=_werknemer), van=_kwartaal, algemeen=True
    ),
    "financiering:bijdrage_xlsx": Adres(post=Deur(ZIET_GELD, 302)),
    "financiering:prognose_xlsx": Adres(
        post=Deur(ZIET_GELD, 302, velden=_werknemer), vraag=_werknemer
    ),
}
