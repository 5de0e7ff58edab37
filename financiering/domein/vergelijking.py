"""Two or three scenarios side by side: the balance per quarter and per year."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.klaverblad import Klaverblad
from financiering.domein.saldozin import is_leeg, jobs_erbij, jobs_in_woorden, straks
from gedeeld.kwartaal import Kwartaal


@dataclass(frozen=True, slots=True)
class Saldi:
    """The balance of each scenario over some quarters, and the full-time jobs of the last of these;
    `verschil` and `meer_jobs` are against the first, for the others only."""

    naam: str
    saldi: tuple[Decimal, ...]
    jobs: tuple[Decimal, ...]

    @property
    def verschil(self) -> tuple[Decimal, ...]:
        return _tegenover_eerste(self.saldi)

    @property
    def meer_jobs(self) -> tuple[Decimal, ...]:
        return _tegenover_eerste(self.jobs)

    @property
    def cellen(self) -> list[tuple[Decimal, str]]:
        """Each balance, with the jobs that go with it in words."""
        return list(zip(self.saldi, map(jobs_in_woorden, self.jobs), strict=True))

    @property
    def verschilcellen(self) -> list[tuple[Decimal, str]]:
        return list(zip(self.verschil, map(jobs_erbij, self.meer_jobs), strict=True))


@dataclass(frozen=True)
class Scenariovergelijking:
    """Of the whole organisation, or of one service by its name. All outcomes span the same
    quarters; at least one."""

    uitkomsten: Sequence[Prognoseuitkomst]
    dienst: str | None = None

    @property
    def namen(self) -> list[str]:
        return [uitkomst.toekomst.naam for uitkomst in self.uitkomsten]

    @cached_property
    def bladen(self) -> list[Klaverblad]:
        return [klaverblad(uitkomst, self.dienst) for uitkomst in self.uitkomsten]

    @property
    def kwartalen(self) -> list[Kwartaal]:
        return [tarief.kwartaal for tarief in self.uitkomsten[0].prognose.tarieven.kwartalen]

    @cached_property
    def per_kwartaal(self) -> list[Saldi]:
        return [
            Saldi(
                str(kwartaal),
                tuple(euro(int(blad.saldo[plaats])) for blad in self.bladen),
                tuple(blad.vte_in_jobs(plaats) for blad in self.bladen),
            )
            for plaats, kwartaal in enumerate(self.kwartalen)
        ]

    @cached_property
    def per_jaar(self) -> list[Saldi]:
        """A year that is cut short says which quarters it holds."""
        regels = zip(self.kwartalen, self.per_kwartaal, strict=True)
        return [
            _jaar(jaar, list(groep)) for jaar, groep in groupby(regels, key=lambda r: r[0].jaar)
        ]

    @property
    def totaal(self) -> Saldi:
        return _samen("Samen", self.per_kwartaal)

    @property
    def eerste_tekorten(self) -> list[Kwartaal | None]:
        plaatsen = (blad.eerste_tekort for blad in self.bladen)
        return [None if plaats is None else self.kwartalen[plaats] for plaats in plaatsen]

    @property
    def jobs_straks(self) -> list[str]:
        """The full-time jobs at the end of each, in words."""
        return [straks(blad) for blad in self.bladen]

    @property
    def is_leeg(self) -> bool:
        """There is nothing to count in any of them: no balance is good news then."""
        return all(is_leeg(blad) for blad in self.bladen)


def klaverblad(uitkomst: Prognoseuitkomst, dienst: str | None) -> Klaverblad:
    """Of a service, or of all together."""
    prognose = uitkomst.prognose
    return prognose.totaal if dienst is None else prognose.diensten[dienst]


def _jaar(jaar: int, regels: list[tuple[Kwartaal, Saldi]]) -> Saldi:
    nummers = [kwartaal.nummer for kwartaal, _ in regels]
    return _samen(_jaarnaam(jaar, nummers), [saldi for _, saldi in regels])


def _samen(naam: str, regels: list[Saldi]) -> Saldi:
    return Saldi(naam, _som([regel.saldi for regel in regels]), regels[-1].jobs)


def _tegenover_eerste(waarden: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    eerste, *andere = waarden
    return tuple(waarde - eerste for waarde in andere)


def _jaarnaam(jaar: int, nummers: list[int]) -> str:
    if len(nummers) == 4:
        return str(jaar)
    if len(nummers) == 1:
        return f"{jaar}, alleen K{nummers[0]}"
    return f"{jaar}, K{nummers[0]} tot K{nummers[-1]}"


def _som(rijen: list[tuple[Decimal, ...]]) -> tuple[Decimal, ...]:
    return tuple(sum(kolom, Decimal(0)) for kolom in zip(*rijen, strict=True))
