"""What was paid laid beside what was foreseen: of one employee, and of a whole quarter."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.saldozin import jobs_in_woorden
from financiering.domein.verschil import Verschildeel, tel_op
from financiering.keuzes import Betaalblad, Verschilreden
from financiering.models import Betaling
from gedeeld.kwartaal import Kwartaal
from gedeeld.weergeven import meervoud


@dataclass(frozen=True, slots=True)
class Redenregel:
    """One part of a difference, in euro."""

    reden: Verschilreden
    bedrag: Decimal
    uitleg: str = ""

    @property
    def naam(self) -> str:
        return f"{self.reden.label}: {self.uitleg}" if self.uitleg else str(self.reden.label)


@dataclass(frozen=True, slots=True)
class Betaalvergelijking:
    """One employee, or the whole quarter, and one premium; `lijnen` as they came in. `werknemer` is
    a key, None for the whole quarter. The parts add up to the difference, to the cent. `diensten`
    are those in which the employee works in the quarter."""

    werknemer: int | None
    naam: str
    nummer: str
    blad: Betaalblad
    lijnen: tuple[Betaling, ...]
    centen_betaald: int
    centen_voorzien: int
    delen: tuple[Verschildeel, ...]
    diensten: tuple[str, ...] = ()

    @property
    def betaald(self) -> Decimal:
        return euro(self.centen_betaald)

    @property
    def voorzien(self) -> Decimal:
        return euro(self.centen_voorzien)

    @property
    def verschil(self) -> Decimal:
        return euro(self.centen_betaald - self.centen_voorzien)

    @property
    def redenen(self) -> list[Redenregel]:
        return [Redenregel(deel.reden, euro(deel.centen), deel.uitleg) for deel in self.delen]


@dataclass(frozen=True)
class Kwartaalvergelijking:
    """Everybody of one quarter; largest difference first. `dienst`: only who works there. `jobs`
    are the full-time jobs of the quarter, of that service or of all."""

    kwartaal: Kwartaal
    regels: tuple[Betaalvergelijking, ...]
    dienst: str | None = None
    jobs: Decimal = Decimal(0)
    jobs_per_dienst: Mapping[str, Decimal] = field(default_factory=dict)

    def van_dienst(self, dienst: str) -> "Kwartaalvergelijking":
        """Those who (also) work in a service; a sum for the whole quarter belongs to none."""
        regels = tuple(regel for regel in self.regels if dienst in regel.diensten)
        jobs = self.jobs_per_dienst.get(dienst, Decimal(0))
        return replace(self, regels=regels, dienst=dienst, jobs=jobs)

    @property
    def jobs_in_woorden(self) -> str:
        return jobs_in_woorden(self.jobs)

    @cached_property
    def betaald(self) -> Decimal:
        return euro(sum(regel.centen_betaald for regel in self.regels))

    @cached_property
    def voorzien(self) -> Decimal:
        return euro(sum(regel.centen_voorzien for regel in self.regels))

    @property
    def verschil(self) -> Decimal:
        return self.betaald - self.voorzien

    @cached_property
    def redenen(self) -> list[Redenregel]:
        sommen = tel_op(regel.delen for regel in self.regels)
        return [Redenregel(reden, euro(som)) for reden, som in sommen.items()]

    @property
    def ook_elders(self) -> str:
        """What is to be said of a service when some of its people work in another one as well; ""
        when nobody does: a statement does not split what it pays."""
        wie = {regel.werknemer for regel in self.regels if len(regel.diensten) > 1}
        if self.dienst is None or not wie:
            return ""
        werken = meervoud(len(wie), "werknemer werkt", "werknemers werken")
        wiens = "Alles van die werknemer" if len(wie) == 1 else "Alles van die werknemers"
        return (
            f"{werken} in dit kwartaal ook in een andere dienst. {wiens} staat hier, want een "
            "afrekening verdeelt het niet. Tel de diensten dus niet op."
        )

    @property
    def bladen(self) -> list[Betaalblad]:
        """The premiums that were paid."""
        return list(dict.fromkeys(regel.blad for regel in self.regels))

    @property
    def grootste_reden(self) -> Redenregel | None:
        return max(self.redenen, key=lambda regel: abs(regel.bedrag), default=None)
