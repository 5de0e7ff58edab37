"""The evaluation pack of one employee: its parts, the request, and what is missing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from trajects.evaluatiepakket.bron import Pakketbron, lees_bron
from trajects.evaluatiepakket.feiten import Leemte, Pakketdeel, Vindplaats
from trajects.evaluatiepakket.functie import functiedeel
from trajects.evaluatiepakket.gegeven_begeleiding import begeleidingsdeel
from trajects.evaluatiepakket.gewone_job import gewone_jobdeel
from trajects.evaluatiepakket.kunnen import competentiedeel, randvoorwaardendeel
from trajects.evaluatiepakket.ondersteuningsplan import plandeel
from trajects.evaluatiepakket.opleiding import vormingsdeel
from trajects.evaluatiepakket.steun import steundeel
from trajects.evaluatiepakket.verzoekbeeld import Kopbeeld, lees_koppen
from trajects.keuzes import Verzoekkop
from trajects.models import Planversie
from werknemers.models import Werknemer

_DELEN: Final[tuple[Callable[[Pakketbron], Pakketdeel], ...]] = (
    steundeel,
    functiedeel,
    competentiedeel,
    randvoorwaardendeel,
    vormingsdeel,
    begeleidingsdeel,
    plandeel,
    gewone_jobdeel,
)
# Which parts lie beside each heading of the request.
_BIJ: Final = {
    Verzoekkop.JOB: ("functie",),
    Verzoekkop.KUNNEN: ("competenties", "randvoorwaarden", "vorming"),
    Verzoekkop.BEGELEIDING: ("begeleiding", "ondersteuningsplan"),
    Verzoekkop.GEWONE_JOB: ("gewone-job",),
    Verzoekkop.VRAAG: ("steun",),
}


@dataclass(frozen=True, slots=True)
class Evaluatiepakket:
    """As it stands on the day `op`."""

    werknemer: Werknemer
    op: date
    diensten: tuple[str, ...]
    delen: tuple[Pakketdeel, ...]
    koppen: tuple[Kopbeeld, ...]
    planversies: tuple[Planversie, ...]

    @property
    def titel(self) -> str:
        return f"Evaluatie van {self.werknemer.naam}"

    @property
    def leemtes(self) -> tuple[Leemte, ...]:
        """Of the parts in their order, then of the request."""
        van_delen = (leemte for deel in self.delen for leemte in deel.leemtes)
        van_verzoek = (
            Leemte(f"Onder “{kop.kop.label}” staat nog niets.", Vindplaats.VERZOEK)
            for kop in self.koppen
            if not kop.tekst
        )
        return (*van_delen, *van_verzoek)

    @property
    def verzoek(self) -> list[tuple[Kopbeeld, list[Pakketdeel]]]:
        """Each heading with the parts whose facts lie beside it."""
        return [(kop, self.delen_bij(kop.kop)) for kop in self.koppen]

    def delen_bij(self, kop: Verzoekkop) -> list[Pakketdeel]:
        return [deel for deel in self.delen if deel.sleutel in _BIJ[kop]]


def stel_pakket_samen(werknemer: Werknemer, op: date) -> Evaluatiepakket:
    """For a reader who may see the plan of this employee; load `organisatie`, `begeleider` and
    `begeleidingsteam` with the employee."""
    bron = lees_bron(werknemer, op)
    return Evaluatiepakket(
        werknemer=werknemer,
        op=op,
        diensten=tuple(contract.dienst.naam for contract in bron.lopende_contracten),
        delen=tuple(maak(bron) for maak in _DELEN),
        koppen=lees_koppen(werknemer),
        planversies=bron.planversies,
    )
