"""Which address of the forecast is open to whom."""

from typing import Final

from tests.toegang.adres import Adres, C, H, lees

ZIET_GELD: Final = frozenset({C, H})

PROGNOSE: Final[dict[str, Adres]] = {
    "financiering:prognose": Adres(get=lees(ZIET_GELD)),
}
