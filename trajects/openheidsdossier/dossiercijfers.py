"""How many dossiers are complete: of everybody, per service, per counsellor; and what is missing.

Who works in two services counts in both, and once in all.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from gebruikers.models.gebruiker import naam_van
from trajects.kader.caseload import CaseloadQuerySet
from trajects.keuzes import Dossiergat
from trajects.openheidsdossier.volledigheid import met_gaten


@dataclass(frozen=True, slots=True)
class Dossiertelling:
    """Of the people with this key; None is of who has none."""

    sleutel: int | None
    naam: str
    volledig: int
    samen: int

    @property
    def onvolledig(self) -> int:
        return self.samen - self.volledig


@dataclass(frozen=True, slots=True)
class Dossiercijfers:
    samen: Dossiertelling
    per_dienst: tuple[Dossiertelling, ...]
    per_begeleider: tuple[Dossiertelling, ...]
    per_gat: tuple[tuple[Dossiergat, int], ...]


def tel_dossiers(
    mensen: CaseloadQuerySet,
    op: date,
    organisatie: int | None,
    diensten: Iterable[tuple[int, str]],
) -> Dossiercijfers:
    """Count who is in service of an organisation; `diensten` are key and name of the services, in
    order. One query."""
    velden = ("dienstsleutels", "begeleider", "begeleider_naam", "ontbreekt")
    met_namen = mensen.met_diensten(op).annotate(begeleider_naam=naam_van("begeleider__"))
    rijen = met_gaten(met_namen, op, organisatie).order_by()
    samen: list[dict[str, Any]] = list(rijen.values(*velden))
    gaten = Counter(gat for rij in samen for gat in rij["ontbreekt"])
    return Dossiercijfers(
        samen=_telling(None, "Iedereen", samen),
        per_dienst=tuple(_per_dienst(samen, diensten)),
        per_begeleider=tuple(_per_begeleider(samen)),
        per_gat=tuple((gat, gaten[gat.value]) for gat in Dossiergat),
    )


def _per_dienst(
    rijen: Sequence[dict[str, Any]], diensten: Iterable[tuple[int, str]]
) -> Iterable[Dossiertelling]:
    for sleutel, naam in diensten:
        if eigen := [rij for rij in rijen if sleutel in rij["dienstsleutels"]]:
            yield _telling(sleutel, naam, eigen)


def _per_begeleider(rijen: Sequence[dict[str, Any]]) -> Iterable[Dossiertelling]:
    """By name; who has no counsellor at the end."""
    groepen: dict[int | None, list[dict[str, Any]]] = {}
    for rij in rijen:
        groepen.setdefault(rij["begeleider"], []).append(rij)
    namen = {sleutel: groep[0]["begeleider_naam"] for sleutel, groep in groepen.items()}
    for sleutel in sorted(groepen, key=lambda pk: (pk is None, namen[pk].casefold(), pk or 0)):
        naam = namen[sleutel] if sleutel is not None else "Zonder begeleider"
        yield _telling(sleutel, naam, groepen[sleutel])


def _telling(sleutel: int | None, naam: str, rijen: Sequence[dict[str, Any]]) -> Dossiertelling:
    return Dossiertelling(sleutel, naam, sum(not rij["ontbreekt"] for rij in rijen), len(rijen))
