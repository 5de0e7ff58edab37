"""Whether a payer indexed the guidance premium: the same proportion more, with many, is no
coincidence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from financiering.domein.betaalvergelijking import Betaalvergelijking
from financiering.domein.verschil import Verschildeel
from financiering.keuzes import Betaalblad, Verschilreden
from gedeeld.weergeven import getal

# So many of the same are no coincidence.
_MINSTENS: Final = 3


def met_index(regels: list[Betaalvergelijking]) -> list[Betaalvergelijking]:
    """The amounts of the guidance premium that we know are not indexed: when at least three, and
    half of all, were paid in the same proportion more and nothing else says why, that is it."""
    maten = {nr: maat for nr, regel in enumerate(regels) if (maat := _verhouding(regel))}
    if not maten:
        return regels
    maat, aantal = Counter(maten.values()).most_common(1)[0]
    if aantal < _MINSTENS or 2 * aantal < len(regels):
        return regels
    uitleg = f"maal {getal(maat, 3)} bij {aantal} van de {len(regels)}"
    return [
        replace(regel, delen=_als_index(regel.delen, uitleg)) if maten.get(nr) == maat else regel
        for nr, regel in enumerate(regels)
    ]


def _verhouding(regel: Betaalvergelijking) -> Decimal | None:
    """How much more was paid for guidance, to a thousandth; None when something else says why."""
    begeleiding = regel.blad is Betaalblad.BEGELEIDINGSPREMIE and regel.centen_voorzien > 0
    onbekend = [deel.reden for deel in regel.delen] == [Verschilreden.ONBEKEND]
    if not (begeleiding and onbekend and regel.centen_betaald > regel.centen_voorzien):
        return None
    return round(Decimal(regel.centen_betaald) / regel.centen_voorzien, 3)


def _als_index(delen: Iterable[Verschildeel], uitleg: str) -> tuple[Verschildeel, ...]:
    return tuple(replace(deel, reden=Verschilreden.INDEX, uitleg=uitleg) for deel in delen)
