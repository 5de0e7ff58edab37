"""Whom nobody serves today, by the counsellor whom they have, for who can divide them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from gebruikers.models.gebruiker import begeleidt, naam_van
from gebruikers.rechten import HeeftRol
from gedeeld.weergeven import en, meervoud
from trajects.rechten import mag_begeleiding_overdragen
from werknemers.models import Arbeidsovereenkomst, Werknemer
from werknemers.models.begeleiding import zonder_begeleiding
from werknemers.rechten import ziet_alle_werknemers


@dataclass(frozen=True, slots=True)
class Onbegeleiden:
    """The people of one counsellor, or of none. `in_dienst` counts as
    `WerknemerQuerySet.zonder_begeleiding_op`; `anderen` left or have to begin, and only ask for
    somebody when their counsellor does not come back."""

    begeleider: int | None
    naam: str
    afwezig: bool
    in_dienst: int
    anderen: int

    @property
    def komt_niet_terug(self) -> bool:
        return self.begeleider is not None and not self.afwezig

    @property
    def zin(self) -> str:
        mensen = meervoud(self.in_dienst, "persoon", "mensen")
        if self.begeleider is None:
            heeft = "heeft" if self.in_dienst == 1 else "hebben"
            return f"{mensen} {heeft} nog geen begeleider."
        if self.afwezig:
            return f"{self.naam} is afwezig en er is geen vervanger: {mensen}."
        delen = [
            f"{mensen} in dienst" if self.in_dienst else "",
            f"{self.anderen} die vertrokken is of nog begint" if self.anderen == 1 else "",
            f"{self.anderen} die vertrokken zijn of nog beginnen" if self.anderen > 1 else "",
        ]
        return f"{self.naam} begeleidt niemand meer en heeft nog {en([*filter(None, delen)])}."


def onbegeleid_kolommen(gebruiker: HeeftRol, op: date) -> dict[str, Any]:
    """What `onbegeleid_uit` needs, to read in a row of who asks; nothing for who divides nobody."""
    if not (mag_begeleiding_overdragen(gebruiker) and ziet_alle_werknemers(gebruiker)):
        return {}
    return {"onbegeleid": ArraySubquery(_per_begeleider(gebruiker, op))}


def onbegeleid_uit(rij: Mapping[str, Any]) -> tuple[Onbegeleiden, ...]:
    """From `onbegeleid_kolommen`, who has nobody at all on top."""
    groepen = (Onbegeleiden(**groep) for groep in rij.get("onbegeleid", ()))
    vragen = (groep for groep in groepen if groep.in_dienst or groep.komt_niet_terug)
    return tuple(sorted(vragen, key=lambda groep: (groep.begeleider is not None, groep.naam)))


def _per_begeleider(gebruiker: HeeftRol, op: date) -> QuerySet[Any, Any]:
    niemand = zonder_begeleiding(op, organisatie=gebruiker.organisatie_id)
    mensen = Werknemer.objects.zichtbaar_voor(gebruiker).filter(niemand)
    contract = Arbeidsovereenkomst.objects.filter(
        organisatie=OuterRef("organisatie"), werknemer=OuterRef("pk")
    ).op(op)
    groepen = mensen.order_by().values(
        "begeleider",
        naam=naam_van("begeleider__"),
        afwezig=ExpressionWrapper(begeleidt("begeleider__"), BooleanField()),
    )
    geteld = groepen.annotate(
        in_dienst=Count("pk", filter=Exists(contract)),
        anderen=Count("pk", filter=~Exists(contract)),
    )
    velden = ("begeleider", "naam", "afwezig", "in_dienst", "anderen")
    return geteld.values(rij=JSONObject(**{veld: veld for veld in velden}))
