"""Rows on their way into the database: COPY in text format, with every constraint on."""

import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, TypeAlias

from django.db import connection, models

from gedeeld.periode import Periode

Rij: TypeAlias = tuple[Any, ...]

_LEEG: Final = "\\N"
_TEKENS: Final = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def _periode(periode: Periode) -> str:
    return f"[{periode.van},{periode.tot or ''})"


def _reeks(waarden: Iterable[Any]) -> str:
    return "{" + ",".join(str(waarde) for waarde in waarden) + "}"


def _bytes(inhoud: bytes) -> str:
    return f"\\\\x{inhoud.hex()}"


def _json(waarde: Mapping[str, Any]) -> str:
    return json.dumps(waarde, ensure_ascii=False).translate(_TEKENS)


_VORMEN: Final[Mapping[type, Callable[[Any], str]]] = {
    bool: lambda waarde: "t" if waarde else "f",
    int: str,
    Decimal: str,
    date: date.isoformat,
    datetime: datetime.isoformat,
    Periode: _periode,
    # Lists hold numbers and choices: nothing that needs quotes.
    list: _reeks,
    tuple: _reeks,
    dict: _json,
    bytes: _bytes,
}


def cel(waarde: Any) -> str:
    """One value as COPY reads it."""
    if waarde is None:
        return _LEEG
    vorm = _VORMEN.get(type(waarde))
    return str(waarde).translate(_TEKENS) if vorm is None else vorm(waarde)


class Landtabel:
    """A model, and the fields that each row brings; the others are the same for all rows.

    Those take the default of the model; `organisatie` and moments are filled in when it is copied.
    """

    def __init__(self, model: type[models.Model], velden: str) -> None:
        self.model = model
        opties = model._meta
        self.met_sleutel = isinstance(opties.pk, models.AutoField)
        namen = ["id", *velden.split()] if self.met_sleutel else velden.split()
        velden_op_naam = {veld.name: veld for veld in opties.concrete_fields}
        eigen = [velden_op_naam[naam] for naam in namen]
        self._vast = [
            veld for veld in opties.concrete_fields if veld not in eigen and not veld.generated
        ]
        self._kolommen = ", ".join(str(veld.column) for veld in (*eigen, *self._vast))

    @property
    def naam(self) -> str:
        return str(self.model._meta.db_table)

    def kopieer(self, rijen: Sequence[Rij], organisatie: int, moment: datetime) -> None:
        """Raises IntegrityError when the database refuses a row."""
        staart = "".join(f"\t{cel(self._waarde(veld, organisatie, moment))}" for veld in self._vast)
        inhoud = "".join(["\t".join(map(cel, rij)) + staart + "\n" for rij in rijen])
        opdracht = f"COPY {self.naam} ({self._kolommen}) FROM STDIN"
        with connection.cursor() as cursor:
            cursor.copy_expert(opdracht, io.StringIO(inhoud))

    def _waarde(self, veld: Any, organisatie: int, moment: datetime) -> Any:
        if veld.name == "organisatie":
            return organisatie
        if isinstance(veld, models.DateTimeField) and (veld.auto_now or veld.auto_now_add):
            return moment
        return veld.get_default()
