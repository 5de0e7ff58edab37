"""How the key figures went: one point for each month, or for each day while there are few."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import Final

from django.db.models import F

from financiering.models import Kerncijfer
from gebruikers.models import Gebruiker
from gedeeld.periode import plus_maanden
from gedeeld.weergeven import MAANDEN, bedrag, bedrag_rond, getal
from werknemers.models import Dienst

MAANDEN_TERUG: Final = 24
# With figures of so many months, each month counts once.
GENOEG_MAANDEN: Final = 3


@dataclass(frozen=True)
class Cijferverloop:
    """The figures of a service, or of the organisation (`dienst` None), in order of time."""

    dienst: Dienst | None
    metingen: Sequence[Kerncijfer]

    @cached_property
    def punten(self) -> list[Kerncijfer]:
        """Each day while there are few, else the last measure of each month."""
        return list(self.metingen) if self.per_dag else self._maandelijks

    @property
    def laatste(self) -> Kerncijfer | None:
        return self.metingen[-1] if self.metingen else None

    @property
    def zin(self) -> str:
        """How the average premium went, which is what inflow and outflow change."""
        if len(self.punten) < 2:
            return ""
        eerste, laatste = self.punten[0], self.punten[-1]
        was, nu = eerste.gemiddelde_premie, laatste.gemiddelde_premie
        if not was and not nu:
            return "Er is nog geen premie om te volgen."
        if was == nu:
            return f"De gemiddelde premie per voltijdse job bleef {bedrag(nu)} per kwartaal."
        woord = "steeg" if nu > was else "daalde"
        return (
            f"Sinds {_maand(eerste.op)} {woord} de gemiddelde premie per voltijdse job van "
            f"{bedrag(was)} naar {bedrag(nu)} per kwartaal."
        )

    @property
    def per_dag(self) -> bool:
        return len(self._maandelijks) < GENOEG_MAANDEN

    @cached_property
    def _maandelijks(self) -> list[Kerncijfer]:
        per_maand = groupby(self.metingen, key=lambda meting: (meting.op.year, meting.op.month))
        return [list(groep)[-1] for _, groep in per_maand]


@dataclass(frozen=True, slots=True)
class Maat:
    """One of the three figures that get a chart."""

    naam: str
    veld: str
    in_euro: bool

    def waarden(self, punten: Iterable[Kerncijfer]) -> tuple[Decimal, ...]:
        return tuple(getattr(punt, self.veld) for punt in punten)

    def schrijf(self, waarde: Decimal) -> str:
        return bedrag(waarde) if self.in_euro else getal(waarde)

    def schrijf_kort(self, waarde: Decimal) -> str:
        """For the axis."""
        return bedrag_rond(waarde) if self.in_euro else getal(waarde, 0)


MATEN: Final = (
    Maat("Gemiddelde premie per voltijdse job", "gemiddelde_premie", in_euro=True),
    Maat("Saldo van het kwartaal", "saldo", in_euro=True),
    Maat("Voltijdse jobs", "vte", in_euro=False),
)


def lees_verloop(gebruiker: Gebruiker, dienst: Dienst | None, op: date) -> Cijferverloop:
    """The last two years up to and including a day, each with the `bewijscode` of what it was
    computed from. One query."""
    metingen = Kerncijfer.objects.zichtbaar_voor(gebruiker).filter(
        dienst=dienst, op__gt=plus_maanden(op, -MAANDEN_TERUG), op__lte=op
    )
    met_code = metingen.annotate(bewijscode=F("bewijs__code"))
    return Cijferverloop(dienst, list(met_code.order_by("op")))


def _maand(dag: date) -> str:
    return f"{MAANDEN[dag.month - 1]} {dag.year}"
