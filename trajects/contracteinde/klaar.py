"""What has to be ready by when, for somebody who goes from one job to the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from gedeeld.uitleg import Uitleg
from gedeeld.werkdagen import werkdag_tot
from trajects.contracteinde.dossier import Vastgelegd
from trajects.contracteinde.gevolgdagen import C4
from werknemers.domein.contracteinde.gevolgen import c4_op

_PREMIE: Final = Uitleg(
    "",
    "Een geldige erkenning gaat mee naar de nieuwe werkgever, maar die vraagt de premie zelf "
    "opnieuw aan, terwijl de werknemer er in dienst is. De ondersteuning telt vanaf het kwartaal "
    "van die beslissing. Of de nieuwe werkgever een volledig pakket krijgt of de rest van dit, "
    "weten we niet.",
    bron="besox.be, 4 maart 2024, en de vroegere VOP (zekerheid B: sectorfederatie of vakpers)",
)
_TOESTEMMING: Final = Uitleg(
    "", "Zonder toestemming van de werknemer deel je niets met de nieuwe werkgever."
)
_OVERDRACHT: Final = Uitleg(
    "", "Wie mee overdraagt, moet elkaar nog kunnen spreken. Dat is een keuze van dit programma.",
)  # fmt: skip


_UITSTROOM: Final = Uitleg(
    "", "Dan staan het bord, de nazorg en de cijfers juist. Dat is een keuze van dit programma.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Klaarpunt:
    """`is_er` None: nothing in this program knows. `waar` is the page of the employee on which it
    is kept, "" for none."""

    wat: str
    tegen: date
    uitleg: Uitleg
    is_er: bool | None = None
    waar: str = ""

    @property
    def te_doen(self) -> bool:
        return self.is_er is False


def klaar_tegen(
    laatste_dag: date, nieuwe_job: date | None, er_is: Vastgelegd
) -> Iterator[Klaarpunt]:
    """In the order in which it is needed."""
    werkdag = werkdag_tot(laatste_dag)
    wat = "Toestemming om te delen met de nieuwe werkgever"
    yield Klaarpunt(wat, werkdag, _TOESTEMMING, er_is.toestemming, "overgang")
    yield Klaarpunt("Overdrachtsgesprek gehouden", werkdag, _OVERDRACHT, er_is.gesprek, "overgang")
    yield Klaarpunt("Uitstroom geregistreerd, met de nazorg", laatste_dag, _UITSTROOM,
                    er_is.uitstroom, "overgang")  # fmt: skip
    yield Klaarpunt("C4 in handen", c4_op(laatste_dag), C4)
    if nieuwe_job is not None:
        yield Klaarpunt("De nieuwe werkgever vraagt de premie aan, vanaf", nieuwe_job, _PREMIE)
