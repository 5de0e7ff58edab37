"""The balance in one sentence, always with the full-time jobs that go with the money."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.klaverblad import Klaverblad
from gedeeld.kwartaal import Kwartaal
from gedeeld.weergeven import bedrag_rond, getal, meervoud

NIETS_TE_TELLEN: Final = (
    "Er is nog niets om te tellen: er loopt geen contract en er zijn geen bedragen."
)


@dataclass(frozen=True, slots=True)
class Saldozin:
    """`als` begins the sentence, with its comma; `wie` is who has the balance."""

    als: str
    wie: str
    klaverblad: Klaverblad
    kwartalen: Sequence[Kwartaal]

    def __str__(self) -> str:
        if is_leeg(self.klaverblad):
            return NIETS_TE_TELLEN
        plaats = self.klaverblad.blijvend_tekort
        if plaats is not None:
            return f"{self.als} {self._tekort(plaats)}."
        if self.klaverblad.eerste_tekort is not None:
            return self._tijdelijk_tekort(self.klaverblad.eerste_tekort)
        return f"{self.als} {self._geen_tekort()}, {self._straks()}."

    def _geen_tekort(self) -> str:
        if (self.klaverblad.saldo > 0).all():
            return f"houdt {self.wie} elk kwartaal geld over"
        return f"komt {self.wie} geen enkel kwartaal geld tekort"

    def _tijdelijk_tekort(self, eerste: int) -> str:
        aantal = int((self.klaverblad.saldo < 0).sum())
        return (
            f"{self.als} komt {self.wie} {meervoud(aantal, 'kwartaal', 'kwartalen')} geld tekort, "
            f"het eerst in {self.kwartalen[eerste]}. Op het einde niet meer, {self._straks()}."
        )

    def _tekort(self, plaats: int) -> str:
        laatste = len(self.kwartalen) - 1
        einde = f"in {self.kwartalen[-1]} {self._bedrag(-1)} ({jobs_in(self.klaverblad, -1)})"
        if plaats == laatste:
            return f"komt {self.wie} {einde} tekort"
        return (
            f"komt {self.wie} vanaf {self.kwartalen[plaats]} elk kwartaal geld tekort: eerst "
            f"{self._bedrag(plaats)} ({jobs_in(self.klaverblad, plaats)}), en {einde}"
        )

    def _bedrag(self, plaats: int) -> str:
        return bedrag_rond(-euro(int(self.klaverblad.saldo[plaats])))

    def _straks(self) -> str:
        """What is left on the last quarter: money that stays over pays nobody when all are gone."""
        return f"met {straks(self.klaverblad)} in {self.kwartalen[-1]}"


def is_leeg(klaverblad: Klaverblad) -> bool:
    """Nothing comes in and nothing is paid."""
    return not (klaverblad.inkomsten.any() or klaverblad.kosten.any())


def straks(klaverblad: Klaverblad) -> str:
    """The full-time jobs of the last quarter: "nog 2,4 voltijdse jobs" when there were more."""
    minder = klaverblad.vte[-1] < klaverblad.vte[0]
    jobs = jobs_in(klaverblad, -1)
    if not klaverblad.vte[-1]:
        return "geen enkele voltijdse job meer" if minder else jobs
    return f"nog {jobs}" if minder else jobs


def jobs_in(klaverblad: Klaverblad, plaats: int) -> str:
    """2,4 voltijdse jobs"""
    return jobs_in_woorden(klaverblad.vte_in_jobs(plaats))


def jobs_in_woorden(aantal: Decimal) -> str:
    """2,4 voltijdse jobs"""
    if not aantal:
        return "geen voltijdse job"
    return f"{jobgetal(aantal)} voltijdse {'job' if aantal == 1 else 'jobs'}"


def jobs_erbij(aantal: Decimal) -> str:
    """How many more or fewer: 2,4 voltijdse jobs meer"""
    if not aantal:
        return "evenveel voltijdse jobs"
    return f"{jobs_in_woorden(abs(aantal))} {'meer' if aantal > 0 else 'minder'}"


def jobgetal(aantal: Decimal) -> str:
    """2,4: one decimal, two below one job, none for whole jobs."""
    if aantal == int(aantal):
        return getal(aantal, 0)
    return getal(aantal, 1 if aantal >= 1 else 2)
