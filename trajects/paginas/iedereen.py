"""The list of employees as it opens, before anybody chose anything."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet, Subquery

from gebruikers.domein.vragen import per_rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gedeeld.web import PER_PAGINA
from trajects.kader.caseload import (
    aantal_in_dienst,
    caseload,
    een_van,
    telling_in_dienst,
    wie_eerst_stopt,
)
from trajects.paginas.filters.werknemers import WerknemerFilter


class Iedereen:
    """What a paginator takes pieces of. Everybody opens the first page: it is worked out once, and
    says how many there are."""

    ordered = True

    def __init__(self, gebruiker: Gebruiker, keuze: WerknemerFilter, *, vooraan: bool) -> None:
        self._gebruiker, self._keuze = gebruiker, keuze
        self._eersten = _eersten(gebruiker, keuze.dag) if vooraan else None

    def count(self) -> int:
        if self._eersten is None:
            return aantal_in_dienst(self._gebruiker, self._keuze.dag)
        return self._eersten[0].aantal if self._eersten else 0

    def __getitem__(self, deel: slice) -> Iterable[Any]:
        if deel.start or self._eersten is None:
            return self._keuze.mensen[deel]
        return self._eersten


@per_rol
def _eersten(gebruiker: HeeftRol, op: date) -> QuerySet[Any]:
    eerst = een_van(wie_eerst_stopt(gebruiker, op, PER_PAGINA))
    mensen = caseload(gebruiker, op, ook_uit_dienst=True).filter(eerst)
    return mensen.annotate(aantal=Subquery(telling_in_dienst(gebruiker, op)))
