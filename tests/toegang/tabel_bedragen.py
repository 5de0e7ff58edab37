"""Which address of the amounts of the services is open to whom."""

from typing import Any, Final

from tests.toegang.adres import WERKNEMER, Adres, Maker, doe, lees
from tests.toegang.tabel_prognose import ZIET_GELD
from tests.toegang.wereld import Wereld


def _post(soort: str) -> Maker:
    return lambda wereld: {"soort": soort, "pk": getattr(wereld.geld, soort).pk}


BRON, OMKADERING = _post("bron"), _post("omkadering")


def _dienst(wereld: Wereld) -> dict[str, Any]:
    return {"soort": "omkadering", "pk": wereld.dienst.pk}


def _kwartaal(_: Wereld) -> dict[str, Any]:
    return {"kwartaal": "2026-K3"}


def _betaling(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.geld.betaling.pk}


BEDRAGEN: Final[dict[str, Adres]] = {
    "financiering:bedragen": Adres(get=lees(ZIET_GELD)),
    "financiering:bedragen_xlsx": Adres(get=lees(ZIET_GELD)),
    "financiering:verloop": Adres(get=lees(ZIET_GELD)),
    "financiering:verloop_xlsx": Adres(get=lees(ZIET_GELD)),
    "financiering:paneel": Adres(get=lees(ZIET_GELD)),
    "financiering:steun": Adres(get=lees(ZIET_GELD), van=WERKNEMER),
    "financiering:bedrag_nieuw": Adres(get=lees(ZIET_GELD), post=doe(ZIET_GELD), van=_dienst),
    "financiering:bedrag_bewerk": Adres(get=lees(ZIET_GELD), post=doe(ZIET_GELD), van=BRON),
    "financiering:bedrag_vervolg": Adres(get=lees(ZIET_GELD), post=doe(ZIET_GELD), van=BRON),
    "financiering:bedrag_einde": Adres(get=lees(ZIET_GELD), post=doe(ZIET_GELD), van=OMKADERING),
    "financiering:betaald": Adres(get=lees(ZIET_GELD)),
    "financiering:bijdrage": Adres(get=lees(ZIET_GELD)),
    "financiering:betaald_kwartaal": Adres(get=lees(ZIET_GELD), van=_kwartaal, algemeen=True),
    "financiering:betaling_nieuw": Adres(
        get=lees(ZIET_GELD), post=doe(ZIET_GELD), van=_kwartaal, algemeen=True
    ),
    "financiering:betaling_weg": Adres(get=lees(ZIET_GELD), post=doe(ZIET_GELD), van=_betaling),
    # An empty form is a changed amount: the snapshot of what was seen is not there.
    "financiering:bedrag_weg": Adres(get=lees(ZIET_GELD), post=doe(ZIET_GELD), van=OMKADERING),
}
