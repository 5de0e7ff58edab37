"""Per contract: which passage is in it, how it was explained, and what is still to be done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gebruikers.models import Gebruiker
from trajects.models import Contractpassage, Passagetoelichting
from trajects.openheid.bewijs import Bewijs, op_volgorde, van_de_passage, van_gesprekken
from werknemers.models import Arbeidsovereenkomst, Werknemer


@dataclass(frozen=True, slots=True)
class Contractopenheid:
    """One contract on the day `op`; `toelichting` None while nothing is on file."""

    contract: Arbeidsovereenkomst
    toelichting: Passagetoelichting | None
    op: date

    @property
    def passage(self) -> Contractpassage | None:
        return self.toelichting.passage if self.toelichting else None

    @property
    def volgende(self) -> str:
        """What is still to be done, in a sentence; "" when nothing is, or the contract is over."""
        voornaam = self.contract.werknemer.voornaam
        if self.contract.periode.voorbij(self.op):
            return ""
        if self.toelichting is None or self.passage is None:
            return "Kies welke passage in dit contract staat, en overloop ze samen."
        if self.toelichting.uitgelegd_op is None:
            return (
                "De passage is nog niet mondeling overlopen. "
                "Doe het samen, met een tolk als dat helpt."
            )
        if self.toelichting.erkend_op is None:
            return f"Vraag {voornaam} in eigen woorden wat de passage betekent, en noteer de dag."
        return ""

    @property
    def compleet(self) -> bool:
        return self.toelichting is not None and self.toelichting.erkend_op is not None


@dataclass(frozen=True, slots=True)
class Openheid:
    """`deelbaar`: how many of the talks may lie before others."""

    contracten: tuple[Contractopenheid, ...]
    bewijzen: tuple[Bewijs, ...]
    gesprekken: int
    deelbaar: int


def lees_openheid(werknemer: Werknemer, lezer: Gebruiker, op: date) -> Openheid:
    """All of one employee in two queries, for who may see the plan; the newest contract first."""
    contracten = Arbeidsovereenkomst.objects.filter(werknemer=werknemer)
    rijen = [
        Contractopenheid(contract, getattr(contract, "toelichting", None), op)
        for contract in contracten.select_related("werknemer", "dienst", "toelichting__passage")
    ]
    toelichtingen = [rij.toelichting for rij in rijen if rij.toelichting]
    gesprekken = list(van_gesprekken(werknemer, lezer))
    bewijzen = op_volgorde([*van_de_passage(toelichtingen, werknemer), *gesprekken])
    deelbaar = sum(not gesprek.vertrouwelijk for gesprek in gesprekken)
    return Openheid(tuple(rijen), tuple(bewijzen), len(gesprekken), deelbaar)


def passage_op(passages: Iterable[Contractpassage], dag: date) -> Contractpassage | None:
    """The version that counted on the day: the last one valid from then or before."""
    geldig = [passage for passage in passages if passage.vanaf <= dag]
    return max(geldig, key=lambda passage: (passage.vanaf, passage.versie), default=None)
