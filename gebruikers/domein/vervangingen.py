"""Who stands in for whom, and until when; and the days on which nobody does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef

from gebruikers.models import Gebruiker, Waarneming
from gebruikers.models.gebruiker import begeleidt, naam_van
from gebruikers.rechten import HeeftRol
from gedeeld.meelezen import Meelijst, mee
from gedeeld.periode import Periode, dag_ervoor, ketens
from gedeeld.tijd import vandaag
from gedeeld.weergeven import dagen_in_woorden, en


@dataclass(frozen=True, slots=True)
class Vervanger:
    """Who stands in, and from when to when; `laatste_dag` None: without an end. `is_weg`: who
    stands in is away too, on the day that was asked about."""

    naam: str
    eerste_dag: date
    laatste_dag: date | None
    is_weg: bool


def vervangers_van(begeleider: OuterRef, op: date) -> Meelijst:
    """Who stands in on the day or later for the counsellor of a row, the first one first, to
    annotate; read it with `lees_vervangers`."""
    vervangingen = Waarneming.objects.sinds(op).door_begeleiders().filter(begeleider=begeleider)
    zelf_weg = Waarneming.objects.op(op).filter(begeleider=OuterRef("vervanger"))
    return mee(
        vervangingen,
        naam=naam_van("vervanger__"),
        van=F("periode__startswith"),
        tot=F("periode__endswith"),
        is_weg=Exists(zelf_weg),
    )


def lees_vervangers(rijen: Iterable[dict[str, Any]]) -> list[Vervanger]:
    """What `vervangers_van` annotated."""
    return [
        Vervanger(
            rij["naam"],
            date.fromisoformat(rij["van"]),
            dag_ervoor(date.fromisoformat(rij["tot"])) if rij["tot"] else None,
            rij["is_weg"],
        )
        for rij in rijen
    ]


@dataclass(frozen=True, slots=True)
class Roosterregel:
    """One stand-in, from the day on that was asked about; `begeleidt`: who stands in may still do
    so; `aantal` as the one who asks counts the people, None when not asked."""

    pk: int
    begeleider: int
    begeleider_naam: str
    vervanger: int
    vervanger_naam: str
    begeleidt: bool
    periode: Periode
    aantal: int | None = None


Rooster = Sequence[Roosterregel]


def rooster_erbij(gebruiker: HeeftRol, op: date, **anders: Any) -> Meelijst:
    """Every stand-in of the organisation with a day on or after this one, the first one first, to
    annotate; read it with `lees_rooster`. Whether somebody is there depends on those of others."""
    return mee(
        Waarneming.objects.zichtbaar_voor(gebruiker).sinds(op),
        "pk",
        "begeleider",
        "vervanger",
        begeleider_naam=naam_van("begeleider__"),
        vervanger_naam=naam_van("vervanger__"),
        begeleidt=ExpressionWrapper(begeleidt("vervanger__"), BooleanField()),
        van=F("periode__startswith"),
        tot=F("periode__endswith"),
        **anders,
    )


def rooster_van(gebruiker: Gebruiker, op: date) -> list[Roosterregel]:
    """The same by itself, of the organisation of this user."""
    zelf = Gebruiker.objects.filter(pk=gebruiker.pk)
    return lees_rooster(zelf.values_list(rooster_erbij(gebruiker, op), flat=True).get(), op)


def lees_rooster(rijen: Iterable[dict[str, Any]], op: date) -> list[Roosterregel]:
    """What `rooster_erbij` annotated, without the days before this one."""
    return [_roosterregel(op, **rij) for rij in rijen]


def _roosterregel(op: date, van: str, tot: str | None, **velden: Any) -> Roosterregel:
    periode = Periode(max(op, date.fromisoformat(van)), date.fromisoformat(tot) if tot else None)
    return Roosterregel(periode=periode, **velden)


def afwezig(wie: int, rooster: Rooster) -> list[Periode]:
    """When somebody is away: as long as there is a stand-in, whoever that is."""
    return ketens(regel.periode for regel in rooster if regel.begeleider == wie)


def onvervangen(regel: Roosterregel, rooster: Rooster) -> list[Periode]:
    """The days of it on which neither this stand-in is there nor another one.

    The same rule for one day in the database is `WaarnemingQuerySet.onvervangen_op`.
    """
    aanwezig = (
        stuk
        for ander in rooster
        if ander.begeleider == regel.begeleider and ander.begeleidt
        for stuk in ander.periode.zonder(afwezig(ander.vervanger, rooster))
    )
    return regel.periode.zonder(aanwezig)


def in_dagen(perioden: Iterable[Periode]) -> str:
    """op 3 december 2026 en van 7 december 2026 t.e.m. 9 december 2026"""
    return en([dagen_in_woorden(periode) for periode in perioden])


def zonder_vervanger_door(wie: Gebruiker, *, door: Gebruiker) -> list[str]:
    """For whom nobody is there now that the one who stands in is away or guides nobody any more,
    and when: what `door` has to arrange."""
    rooster = rooster_van(door, vandaag())
    return [
        f"{wie} vervangt {regel.begeleider_naam}. Regel iemand anders {in_dagen(weg)}."
        for regel in rooster
        if regel.vervanger == wie.pk and (weg := onvervangen(regel, rooster))
    ]
