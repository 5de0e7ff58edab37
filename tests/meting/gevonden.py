"""The world of the table of addresses, found in a generated organisation instead of made."""

from collections import deque
from functools import cache
from typing import Any, Final, get_type_hints

from django.db.models import Model, QuerySet

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from tests.meting.mensen import Huis, begeleiders
from tests.toegang.wereld import Wereld, Wereldgeld, Wereldplan, Wie
from werknemers.models import Werknemer

MODELLEN: Final[dict[str, type[Model]]] = {
    naam: soort
    for wereld in (Wereld, Wereldplan, Wereldgeld)
    for naam, soort in get_type_hints(wereld).items()
    if isinstance(soort, type) and issubclass(soort, Model)
}


class Ontbreekt(LookupError):
    """The generated organisation has none of these."""


class Gevonden:
    """Answers as a `Wereld`: about the employee of the counsellor, if there is one about that
    employee; otherwise about anybody of the organisation; otherwise what everybody shares."""

    def __init__(self, huis: Huis) -> None:
        self._huis = huis
        self.organisatie = huis.organisatie
        self.werknemer = huis.werknemer
        self.plan = self.geld = self
        self.mensen = self._mensen()

    def __getattr__(self, naam: str) -> Model:
        if naam not in MODELLEN:
            raise AttributeError(naam)
        gevonden = self._zoek(MODELLEN[naam])
        if gevonden is None:
            raise Ontbreekt(naam)
        setattr(self, naam, gevonden)
        return gevonden

    def _zoek(self, model: type[Model]) -> Model | None:
        alles: QuerySet[Model] = model._base_manager.order_by("pk")
        for doel, wat in ((Werknemer, self.werknemer), (Organisatie, self.organisatie)):
            pad = pad_naar(model, doel)
            if pad and (eerste := alles.filter(**{pad: wat}).first()):
                return eerste
            if pad and doel is Organisatie and (eerste := alles.filter(**{pad: None}).first()):
                return eerste
        return None

    def _mensen(self) -> dict[Wie, Gebruiker]:
        rollen = self._huis.rollen
        anderen = [
            wie for wie in begeleiders(self._huis.organisatie) if wie != rollen[Rol.BEGELEIDER]
        ]
        return {
            Wie.BEGELEIDER: rollen[Rol.BEGELEIDER],
            Wie.COLLEGA: anderen[0] if anderen else rollen[Rol.BEGELEIDER],
            Wie.COORDINATOR: rollen[Rol.COORDINATOR],
            Wie.HR: rollen[Rol.HR],
            Wie.BEHEERDER: rollen[Rol.BEHEERDER],
        }


@cache
def pad_naar(model: type[Model], doel: type[Model]) -> str:
    """The shortest look-up from this model to that one; "" when there is none."""
    rij: deque[tuple[type[Model], str]] = deque([(model, "")])
    gezien: set[Any] = {model}
    while rij:
        hier, pad = rij.popleft()
        for veld in hier._meta.local_fields:
            verder = veld.related_model
            if verder is doel:
                return f"{pad}{veld.name}"
            if isinstance(verder, type) and verder not in gezien:
                gezien.add(verder)
                rij.append((verder, f"{pad}{veld.name}__"))
    return ""
