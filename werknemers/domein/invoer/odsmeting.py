"""What the XML of an ODS tells that the spreadsheet reader does not: formulas of which no result
was saved, and rows that people do not see."""

from typing import Final

from werknemers.domein.invoer.bladwacht import MAX_CELLEN, Bladmeting, blad_te_groot
from werknemers.domein.invoer.cel import CEL_ONBEREKEND
from werknemers.domein.invoer.werkmapdelen import lokaal, ontleed

_CELLEN: Final = frozenset({"table-cell", "covered-table-cell"})
_ONZICHTBAAR: Final = frozenset({"collapse", "filter"})
# Below it no list of people goes on; an empty row may stand for a million.
_LAATSTE_RIJ: Final = 200_000


class _Meter:
    """What expat has seen so far; a row or a cell may stand for many that are equal."""

    def __init__(self) -> None:
        self.bladen: list[Bladmeting] = []
        self._gemeten = 0
        self._begin_blad()

    def _begin_blad(self) -> None:
        self._rij = self._volgende_rij = self._kolom = 0

    def begin(self, naam: str, attributen: dict[str, str]) -> None:
        element = lokaal(naam)
        if element == "table":
            self.bladen.append(Bladmeting())
            self._begin_blad()
        elif self.bladen and element == "table-row":
            self._begin_rij(_lees(attributen))
        elif self.bladen and element in _CELLEN:
            self._cel(_lees(attributen))

    def _begin_rij(self, attributen: dict[str, str]) -> None:
        self._rij, self._kolom = self._volgende_rij, 0
        self._volgende_rij += int(attributen.get("number-rows-repeated", 1))
        if attributen.get("visibility") in _ONZICHTBAAR:
            onder = min(self._volgende_rij, _LAATSTE_RIJ)
            self.bladen[-1].verborgen |= set(range(self._rij, onder))

    def _cel(self, attributen: dict[str, str]) -> None:
        links = self._kolom
        self._kolom += int(attributen.get("number-columns-repeated", 1))
        if "formula" in attributen and "value-type" not in attributen:
            self._gemeten += (self._volgende_rij - self._rij) * (self._kolom - links)
            if self._gemeten > MAX_CELLEN or self._volgende_rij * self._kolom > MAX_CELLEN:
                raise blad_te_groot()
            for rij in range(self._rij, self._volgende_rij):
                for kolom in range(links, self._kolom):
                    self.bladen[-1].gebreken[rij, kolom] = CEL_ONBEREKEND


def _lees(attributen: dict[str, str]) -> dict[str, str]:
    return {lokaal(naam): waarde for naam, waarde in attributen.items()}


def meet_ods(xml: bytes) -> list[Bladmeting]:
    """Of each sheet, in the order of the tabs. Raises BestandGeweigerd."""
    meter = _Meter()
    ontleed(xml, meter.begin)
    return meter.bladen
