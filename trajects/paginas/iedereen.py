"""The list of employees as it opens, before anybody chose anything."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from gebruikers.domein.vragen import per_rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gedeeld.web import PER_PAGINA
from trajects.kader.caseload import caseload, wie_eerst_stopt
from trajects.paginas.filters.werknemers import WerknemerFilter


class Iedereen:
    """What a paginator takes pieces of. Everybody opens the first page: it is worked out once."""

    ordered = True

    def __init__(self, gebruiker: Gebruiker, keuze: WerknemerFilter) -> None:
        self._gebruiker, self._keuze = gebruiker, keuze

    def __getitem__(self, deel: slice) -> Iterable[Any]:
        if deel.start:
            return self._keuze.mensen[deel]
        return _eersten(self._gebruiker, self._keuze.dag)


@per_rol
def _eersten(gebruiker: HeeftRol, op: date) -> QuerySet[Any]:
    eerst = wie_eerst_stopt(gebruiker, op, PER_PAGINA)
    return caseload(gebruiker, op, ook_uit_dienst=True).filter(pk__in=eerst)
