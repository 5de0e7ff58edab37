"""Who guides on the work floor in the demo, the support plan, and the plan that was gone through:
of everybody without a story whose trajectory runs. Of some of them a piece is still missing."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from demo.mensen import Demomens
from demo.organisaties import Demo
from demo.plannen import maakt_plan
from gebruikers.models import Gebruiker
from gedeeld.periode import plus_maanden
from gedeeld.tijd import alsof
from gedeeld.werkdagen import werkdag_vanaf
from trajects.begeleiding.begeleidingsteam import leg_team_vast
from trajects.evaluatiepakket.planversies import voeg_planversie_toe
from trajects.keuzes import Planantwoord
from trajects.models import Begeleidingsteam, Traject
from trajects.plan_pdf.planbesprekingen import noteer_bespreking
from werknemers.domein.adviesdagen.premiewissel import laatste_premiewissel
from werknemers.models import Werknemer

_GIDSEN: Final = (
    ("Els Maes", "bachelor sociaal werk"),
    ("Koen Verlinden", "ervaring: 6 jaar begeleiding op de werkvloer"),
    ("Rita De Smet", "attest van de opleiding tot jobcoach"),
    ("Tom Aerts", "bachelor orthopedagogie"),
    ("Leen Jacobs", "graduaat orthopedagogische begeleiding"),
)
_COACHES: Final = ("Danny Peeters", "Fatma Yildiz", "Guy Lambert", "Sonja Willems", "Ben Claes")
# Of every so many people the one who misses it.
_ZONDER_TEAM: Final = 71
_ZONDER_COACH: Final = 67
_ZONDER_HERZIENING: Final = 19
_ZONDER_BESPREKING: Final = 61
_DEELS: Final = 26
_ZONDER_KWALIFICATIE: Final = 54
_MAANDEN_TOT_BESPREKING: Final = 2


def begeleid_iedereen(mensen: Iterable[Demomens], demo: Demo, op: date) -> None:
    """From the day on which the trajectory began."""
    for nummer, (mens, traject) in enumerate(_lopend(mensen), start=1):
        door = demo.gebruikers[mens.persoon.begeleider]
        if nummer % _ZONDER_TEAM:
            _leg_team_vast(mens.werknemer, door, traject.gestart_op, nummer)
        _schrijf_versies(mens.werknemer, door, traject.gestart_op, op, nummer)
        dag = werkdag_vanaf(plus_maanden(traject.gestart_op, _MAANDEN_TOT_BESPREKING))
        if nummer % _ZONDER_BESPREKING and dag <= op:
            antwoord = Planantwoord.JA if nummer % _DEELS else Planantwoord.DEELS
            _bespreek(mens.werknemer, door, dag, antwoord)


def _lopend(mensen: Iterable[Demomens]) -> Iterator[tuple[Demomens, Traject]]:
    for mens in mensen:
        traject = Traject.objects.lopend().filter(werknemer=mens.werknemer).first()
        if traject and mens.persoon.begeleider and maakt_plan(mens.persoon.nummer):
            yield mens, traject


def _leg_team_vast(werknemer: Werknemer, door: Gebruiker, dag: date, nummer: int) -> None:
    if Begeleidingsteam.objects.filter(werknemer=werknemer).exists():
        return
    naam, kwalificatie = _GIDSEN[nummer % len(_GIDSEN)]
    with alsof(dag):
        leg_team_vast(
            werknemer=werknemer,
            team=None,
            door=door,
            gezien=None,
            gekwalificeerd_begeleider=naam,
            kwalificatie=kwalificatie if nummer % _ZONDER_KWALIFICATIE else "",
            begeleider_sinds=dag,
            is_extern=False,
            collega_coach=_COACHES[nummer % len(_COACHES)] if nummer % _ZONDER_COACH else "",
        )


def _schrijf_versies(
    werknemer: Werknemer, door: Gebruiker, begin: date, op: date, nummer: int
) -> None:
    """At the start, and when the guidance premium changed since."""
    versies = {begin: "Opgemaakt bij de start"}
    wissel = laatste_premiewissel(list(werknemer.adviezen.order_by("periode")), op)
    if wissel is not None and wissel > begin and nummer % _ZONDER_HERZIENING:
        versies[werkdag_vanaf(wissel)] = "Bijgewerkt: de begeleidingspremie veranderde"
    for dag, aanleiding in versies.items():
        if dag <= op:
            with alsof(dag):
                voeg_planversie_toe(werknemer=werknemer, door=door, op=dag, aanleiding=aanleiding)


def _bespreek(werknemer: Werknemer, door: Gebruiker, dag: date, antwoord: Planantwoord) -> None:
    with alsof(dag):
        noteer_bespreking(
            werknemer=werknemer,
            door=door,
            besproken_op=dag,
            versie=None,
            bewijs="",
            taal=werknemer.voertaal,
            met_tolk=werknemer.voertaal != "nl",
            antwoord=antwoord,
            ondertekend_op=dag,
        )
