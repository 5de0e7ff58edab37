"""All rows of one organisation, table by table, with the keys that they get."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import count
from typing import Any

from django.db import models

from demo.land.kopie import Landtabel, Rij


class Boek:
    def __init__(self, eerste_sleutels: Mapping[Landtabel, int]) -> None:
        self.organisatie = 0
        self.rijen: dict[Landtabel, list[Rij]] = {tabel: [] for tabel in eerste_sleutels}
        self._sleutels = {tabel: count(eerste) for tabel, eerste in eerste_sleutels.items()}

    def schrijf(self, tabel: Landtabel, *waarden: Any) -> int:
        """Add a row with these values, in the order of the table; gives the key that it got."""
        sleutel = next(self._sleutels[tabel])
        self.rijen[tabel].append((sleutel, *waarden))
        return sleutel

    def schrijf_zonder_sleutel(self, tabel: Landtabel, *waarden: Any) -> None:
        """Add a row whose key is that of another row, and stands among the values."""
        self.rijen[tabel].append(waarden)

    def kopieer(self, tabel: Landtabel, moment: datetime) -> None:
        """Raises IntegrityError when the database refuses a row."""
        if rijen := self.rijen[tabel]:
            tabel.kopieer(rijen, self.organisatie, moment)


def in_volgorde(tabellen: Iterable[Landtabel]) -> list[Landtabel]:
    """What others refer to comes first."""
    per_model = {tabel.model: tabel for tabel in tabellen}
    return sorted(per_model.values(), key=lambda tabel: (_diepte(tabel.model), tabel.naam))


def _diepte(model: type[models.Model]) -> int:
    doelen = {veld.related_model for veld in model._meta.concrete_fields if veld.is_relation}
    return 1 + max((_diepte(doel) for doel in doelen if doel not in (model, None)), default=0)


def eerste_vrije_sleutel(tabel: Landtabel) -> int:
    """After what the migrations left."""
    laatste = tabel.model._default_manager.aggregate(laatste=models.Max("pk"))["laatste"]  # noqa: SLF001
    return (laatste or 0) + 1
