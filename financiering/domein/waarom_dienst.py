"""Why the amounts of a service in a quarter are what they are: employees, and what was typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final

from financiering.domein.prognosebeeld import BLADNAMEN, Prognosebeeld
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.klaverblad import DIENSTBLADEN, PERSOONSBLADEN, Klaverblad
from financiering.domein.rekenmodel.kosten import VTE
from financiering.domein.rekenmodel.prognose import Prognose
from financiering.domein.saldozin import jobs_in
from financiering.domein.waarom_bladen import Bladwaarom, leg_dienst_uit
from gedeeld.kwartaal import Kwartaal
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import bedrag, breuk

_SALDO: Final = (
    "Wat er binnenkomt, min wat het kost. De premies en de loonkost zijn de som van wat hieronder "
    "bij de werknemers staat; de andere bedragen komen en gaan met de dienst. Premies staan in het "
    "kwartaal waarin ze verdiend zijn."
)
_ANDERE: Final = "andere inkomsten"


@dataclass(frozen=True, slots=True)
class Deelregel:
    """The part of one employee, or all of the service; in euro. `bladen` are those that come with
    employees, and the others together. `pk` None for the service, and for who is still to come."""

    naam: str
    pk: str | None
    jobs: str
    bladen: tuple[tuple[str, Decimal], ...]
    loonkost: Decimal
    omkadering: Decimal
    saldo: Decimal


@dataclass(frozen=True)
class Dienstwaarom:
    """`beeld` is that of one service, by quarter in which premiums are earned; `plaats` says which
    quarter of it."""

    beeld: Prognosebeeld
    dienst: str
    plaats: int

    @property
    def kwartaal(self) -> Kwartaal:
        return self.beeld.kwartalen[self.plaats]

    @property
    def saldo(self) -> Uitleg:
        """Every line of the service, and what is left."""
        regel = self.beeld.regels[self.plaats]
        invoer = [(f"{naam}, komt binnen", bedrag(waarde)) for naam, waarde in regel.bladen]
        invoer += [
            ("loonkost, gaat eraf", bedrag(regel.loonkost)),
            ("omkadering, gaat eraf", bedrag(regel.omkadering)),
            ("daarmee werken er", jobs_in(self.beeld.klaverblad, self.plaats)),
        ]
        return Uitleg(antwoord=bedrag(regel.saldo), regel=_SALDO, invoer=tuple(invoer))

    @cached_property
    def bladen(self) -> list[Bladwaarom]:
        """What comes and goes with the service itself. One query, or none."""
        return leg_dienst_uit(self.beeld.uitkomst, self.dienst, self.plaats)

    @cached_property
    def samen(self) -> Deelregel:
        return self._regel(self.dienst, None, self.beeld.klaverblad)

    @property
    def bladnamen(self) -> list[str]:
        return [naam for naam, _ in self.samen.bladen]

    @cached_property
    def werknemers(self) -> list[int]:
        """The rows of who works there in the quarter, in the order of their names."""
        prognose = self._prognose
        werkt = prognose.in_dienst(self.dienst).vte[:, self.plaats] > 0
        return sorted(prognose.verdeling.rijen(self.dienst)[werkt].tolist())

    def werknemer(self, rij: int) -> Deelregel:
        """One of `werknemers`; together they are `samen`."""
        sleutel, uitkomst = self._prognose.personen.sleutels[rij], self.beeld.uitkomst
        return self._regel(
            self._prognose.personen.namen[rij],
            sleutel if sleutel in uitkomst.gegevens.personeelsnummers else None,
            self._prognose.aandelen.in_dienst(rij, self.dienst),
        )

    @property
    def _prognose(self) -> Prognose:
        return self.beeld.uitkomst.prognose

    def _regel(self, naam: str, pk: str | None, blad: Klaverblad) -> Deelregel:
        plaats = self.plaats
        return Deelregel(
            naam=naam,
            pk=pk,
            jobs=breuk(Fraction(int(blad.vte[plaats]), VTE)),
            bladen=tuple(self._bladen(blad)),
            loonkost=euro(int(blad.loonkost[plaats])),
            omkadering=euro(int(blad.omkadering[plaats])),
            saldo=euro(int(blad.saldo[plaats])),
        )

    def _bladen(self, blad: Klaverblad) -> Iterator[tuple[str, Decimal]]:
        """One column for what is shared out: with one for each, the table would not fit."""
        brengen_op = self.beeld.bladen
        for soort in (b for b in PERSOONSBLADEN if b in brengen_op):
            yield BLADNAMEN[soort], euro(int(blad.bladen[soort][self.plaats]))
        andere = [b for b in DIENSTBLADEN if b in brengen_op]
        if andere:
            yield _ANDERE, euro(sum(int(blad.bladen[b][self.plaats]) for b in andere))
