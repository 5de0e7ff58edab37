"""What happened to some people of the demo beside their plan, and waits for somebody."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final

from demo.datums import einde_van_de_maand
from demo.mensen import Demomens
from demo.organisaties import Demo
from demo.verhaal import Verhaal
from demo.verhalen import adviezen
from demo.vertrek import akkoord, overdracht, uitstroom
from demo.werk import (
    ELEKTRISCHE_FIETS,
    TAAL_OP_DE_WERKVLOER,
    VOEDSELVEILIGHEID,
    gevolgd,
    stage,
    vorming,
)
from gedeeld.periode import plus_dagen, plus_maanden
from gedeeld.werkdagen import werkdag_tot
from trajects.keuzes import (
    Bestemming,
    Deelbaar,
    Initiatief,
    Resultaat,
    Standrandvoorwaarde,
    Thema,
)
from trajects.overdracht.toestemmingen import trek_toestemming_in

_KASTANJE: Final = "Schoolkeuken De Kastanje"
_HACCP: Final = "Voedselveiligheid (HACCP)"


def aicha(v: Verhaal) -> None:
    """The child care of Wednesday fell away, and nobody agreed on who does what about it."""
    v.dag(dagen=46)
    v.randvoorwaarde(
        Thema.KINDEROPVANG, Standrandvoorwaarde.BELEMMERING, "De opvang op woensdag valt weg."
    )


def petro(v: Verhaal) -> None:
    """Another job target, long after the plan was gone through."""
    v.dag(maanden=4, dagen=10)
    v.jobdoelwit(
        "elektricien bij een installateur",
        reden="Zijn diploma van elektricien wordt nagekeken, en dat werk doet hij het liefst.",
    )


def mustafa(v: Verhaal) -> None:
    """The language course is over: the fund did not answer, and nobody wrote down how it went."""
    v.dag(dagen=125)
    vorming(v, TAAL_OP_DE_WERKVLOER)


def hatice(v: Verhaal) -> None:
    """Her attest ends soon."""
    v.dag(maanden=11)
    gevolgd(v, VOEDSELVEILIGHEID, Resultaat.GESLAAGD, attest=_HACCP, jaren=1)


def piotr(v: Verhaal) -> None:
    """His attest ended last week."""
    v.dag(maanden=12, dagen=18)
    attest = "Elektrische fiets, basis"
    gevolgd(v, ELEKTRISCHE_FIETS, Resultaat.GESLAAGD, attest=attest, jaren=1)


def tom(v: Verhaal) -> None:
    """His placement ends this week or the next."""
    v.dag(dagen=4)
    stage(v, "Koerierdienst Vlug", dagen=9, taak="pakjes bezorgen, met een collega")


def elena(v: Verhaal) -> None:
    """The talk with the next employer was a few days ago, and nobody noted it."""
    v.dag(dagen=17)
    overdracht(
        v,
        "Dienstencheques Helder Huis",
        "Elena, An en de planner",
        over=14,
        toestemming=(Deelbaar.CONTACT, Deelbaar.COMPETENTIES),
    )


def greet(v: Verhaal) -> None:
    """She would rather tell the school herself what she can do."""
    v.dag(dagen=10)
    nieuw = overdracht(
        v,
        _KASTANJE,
        "Greet, An en de kok van de school",
        over=20,
        toestemming=(Deelbaar.CONTACT, Deelbaar.COMPETENTIES),
    )
    v.dag(dagen=2)
    with v.toen():
        trek_toestemming_in(nieuw, door=v.door, wat=(Deelbaar.COMPETENTIES,), op=v.nu)


def rachid(v: Verhaal) -> None:
    """Employer and employee agreed on the last day; where he goes is not registered yet."""
    v.dag(dagen=9)
    akkoord(v, laatste_dag=einde_van_de_maand(plus_maanden(v.vandaag, 1)))


def kim(v: Verhaal) -> None:
    """She left, and the contract still runs."""
    v.dag(dagen=8)
    uitstroom(
        v,
        Bestemming.REGULIER,
        Initiatief.WERKNEMER,
        laatste_dag=werkdag_tot(plus_dagen(v.vandaag, -4)),
        werkgever="Hotel Het Zilveren Anker",
        functie="kamermedewerker",
        reden="Kon er meteen beginnen.",
    )


VOORVALLEN: Final[Mapping[str, Callable[[Verhaal], None]]] = {
    "L003": mustafa,
    "L007": petro,
    "L024": elena,
    "L026": hatice,
    "L027": adviezen.ilse,
    "L040": rachid,
    "L041": adviezen.kevin,
    "L044": piotr,
    "L061": greet,
    "L066": aicha,
    "L070": tom,
    "L139": kim,
}


def beleef_voorvallen(mensen: Iterable[Demomens], demo: Demo, op: date) -> None:
    """After the plans: they happened in the course of them."""
    for mens in mensen:
        v = Verhaal(mens, demo, op)
        if mens.persoon.verlenging_gevraagd:
            adviezen.vraag_verlenging(v)
        if (voorval := VOORVALLEN.get(mens.persoon.nummer)) is not None:
            voorval(v)
