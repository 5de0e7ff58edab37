"""What filling came to so far, for who waits and for machines."""

from time import monotonic
from typing import Any

from demo.land.vullen import Gevuld


class Verslag:
    """Rows and seconds of copying by table; the seconds of all processes together."""

    def __init__(self, organisaties: int) -> None:
        self._begin = monotonic()
        self._aantal = organisaties
        self._klaar = 0
        self._rijen: dict[str, int] = {}
        self._seconden: dict[str, float] = {}

    def tel_op(self, gevuld: Gevuld) -> str:
        """A sentence each time that another tenth is done, else ""."""
        for tabel, rijen in gevuld.rijen.items():
            self._rijen[tabel] = self._rijen.get(tabel, 0) + rijen
        for tabel, duur in gevuld.seconden.items():
            self._seconden[tabel] = self._seconden.get(tabel, 0) + duur
        tienden_voor, self._klaar = self._tienden, self._klaar + 1
        if self._tienden == tienden_voor:
            return ""
        stand = f"{self._klaar} van {self._aantal} organisaties, {self._duur:.0f} seconden"
        return f"{10 * self._tienden:>3} %: {stand}"

    def __str__(self) -> str:
        return f"Klaar: {sum(self._rijen.values())} rijen in {self._duur:.0f} seconden."

    def als_dict(self) -> dict[str, Any]:
        return {
            "organisaties": self._klaar,
            "rijen": self._rijen,
            "seconden": {tabel: round(duur, 1) for tabel, duur in self._seconden.items()},
            "duur": round(self._duur, 1),
        }

    @property
    def _tienden(self) -> int:
        return 10 * self._klaar // self._aantal

    @property
    def _duur(self) -> float:
        return monotonic() - self._begin
