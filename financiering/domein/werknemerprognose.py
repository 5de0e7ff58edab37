"""The forecast of one employee, with a share in what comes and goes with the services."""

from dataclasses import dataclass
from functools import cached_property

from financiering.domein.prognosebeeld import BLADNAMEN, Daling, Kwartaalregel
from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.klaverblad import Blad, Klaverblad
from financiering.domein.rekenmodel.persoon import Persoon, dienst_van
from gedeeld.kwartaal import Kwartaal
from gedeeld.weergeven import en, meervoud
from werknemers.models import Werknemer


def rij_van(uitkomst: Prognoseuitkomst, werknemer: Werknemer) -> int | None:
    """The row of an employee in the forecast; None without a contract in these quarters."""
    return uitkomst.prognose.personen.rij_van.get(str(werknemer.pk))


@dataclass(frozen=True)
class Werknemerprognose:
    """The person in this row of the forecast."""

    uitkomst: Prognoseuitkomst
    rij: int

    @property
    def persoon(self) -> Persoon:
        return self.uitkomst.prognose.personen[self.rij]

    @property
    def dienst(self) -> str:
        """The one to go back to."""
        return dienst_van(self.persoon, self.uitkomst.prognose.tarieven.van.eerste_dag)

    @property
    def aandeel_zin(self) -> str:
        """What of the amounts comes with the services."""
        wie, diensten = self.persoon.naam, self.diensten
        van = diensten[0] if len(diensten) == 1 else f"elk van de diensten {en(diensten)}"
        return (
            f"{wie} draagt een deel van de andere inkomsten en van de omkadering van {van}, in elk "
            "kwartaal met werk daar en volgens de omvang van die job."
        )

    @cached_property
    def klaverblad(self) -> Klaverblad:
        return self.uitkomst.prognose.aandelen.van(self.rij)

    @property
    def diensten(self) -> list[str]:
        """Where there is work in these quarters: each shares out what comes with it."""
        return self.uitkomst.prognose.aandelen.diensten_van(self.rij)

    @cached_property
    def bladen(self) -> list[Blad]:
        return [blad for blad in Blad if self.klaverblad.bladen[blad].any()]

    @property
    def bladnamen(self) -> list[str]:
        return [BLADNAMEN[blad] for blad in self.bladen]

    @cached_property
    def kwartalen(self) -> list[Kwartaal]:
        return [tarief.kwartaal for tarief in self.uitkomst.prognose.tarieven.kwartalen]

    @cached_property
    def regels(self) -> list[Kwartaalregel]:
        """A line for each quarter in which there is work."""
        gemiddelden = self.klaverblad.gemiddelde_premie
        blad = self.klaverblad
        return [
            Kwartaalregel(
                kwartaal=kwartaal,
                bladen=tuple((BLADNAMEN[b], euro(blad.bladen[b][plaats])) for b in self.bladen),
                inkomsten=euro(blad.inkomsten[plaats]),
                loonkost=euro(blad.loonkost[plaats]),
                omkadering=euro(blad.omkadering[plaats]),
                saldo=euro(blad.saldo[plaats]),
                gemiddelde_premie=gemiddelden[plaats],
                vte=blad.vte_in_jobs(plaats),
                dalingen=self._dalingen(plaats),
            )
            for plaats, kwartaal in enumerate(self.kwartalen)
            if blad.vte[plaats]
        ]

    @property
    def zin(self) -> str:
        """In which quarters the work costs more than it brings in."""
        naam, werkt = self.persoon.naam, self.regels
        onder = [regel.kwartaal for regel in werkt if regel.saldo < 0]
        if not onder:
            return f"Het werk van {naam} kost in deze kwartalen niet meer dan het binnenbrengt."
        if all(regel.saldo < 0 for regel in werkt if regel.kwartaal > onder[0]):
            return f"Vanaf {onder[0]} kost het werk van {naam} meer dan het binnenbrengt."
        aantal = meervoud(len(onder), "kwartaal", "kwartalen")
        return (
            f"Het werk van {naam} kost in {aantal} meer dan het binnenbrengt, het eerst in "
            f"{onder[0]}."
        )

    def _dalingen(self, plaats: int) -> tuple[Daling, ...]:
        return tuple(
            Daling(self.persoon.naam, van, naar)
            for wanneer, van, naar in self.uitkomst.prognose.dalingen_van(self.rij)
            if wanneer == plaats
        )
