"""What somebody who starts brings: support for a term, in steps."""

from dataclasses import dataclass
from datetime import date

from financiering.domein.rekenmodel.persoon import Advies, Rekenschijf
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode


@dataclass(frozen=True, slots=True)
class Pakket:
    """A start package: `stappen` are (quarters, percentage) in order; `niveau` "" for none."""

    stappen: tuple[tuple[int, int], ...]
    niveau: str = ""
    verlengbaar: bool = True

    @property
    def kwartalen(self) -> int:
        return sum(aantal for aantal, _ in self.stappen)

    def advies(self, dag: date) -> Advies:
        """The support of somebody who starts on this day: from the first day of its quarter."""
        begin = Kwartaal.van(dag)
        schijven, plaats = [], begin
        for aantal, percentage in self.stappen:
            periode = Periode(plaats.eerste_dag, (plaats + aantal).eerste_dag)
            schijven.append(Rekenschijf(periode, percentage))
            plaats += aantal
        return Advies(
            Periode(begin.eerste_dag, plaats.eerste_dag),
            tuple(schijven),
            self.niveau,
            verlengbaar=self.verlengbaar,
        )
