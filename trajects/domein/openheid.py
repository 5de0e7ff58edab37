"""Openness from the first day: how the passage was explained, and what shows that it was."""

from dataclasses import dataclass
from datetime import date

from trajects.keuzes import Thema
from trajects.models import Notitie, Passagetoelichting
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Bewijs:
    """Something that shows that the employee knew where the job leads; `door` may be empty."""

    op: date
    wat: str
    door: str


def bewijs_van_openheid(werknemer: Werknemer) -> list[Bewijs]:
    """What is on file, oldest first: passages explained and acknowledged, talks on the end goal.

    It may lie before others: of a talk only its kind, and nothing of what is confidential. Two
    queries, for a reader who may see the plan of this employee.
    """
    bewijzen = [*_van_de_passage(werknemer), *_van_gesprekken(werknemer)]
    return sorted(bewijzen, key=lambda bewijs: bewijs.op)


def _van_de_passage(werknemer: Werknemer) -> list[Bewijs]:
    toelichtingen = Passagetoelichting.objects.filter(contract__werknemer=werknemer)
    bewijzen = []
    for toelichting in toelichtingen.select_related("passage"):
        passage = _passage(toelichting)
        if toelichting.uitgelegd_op:
            hoe = f"in het {toelichting.get_taal_display()}{_tolk(toelichting)}"
            wat = f"Gesprek over {passage}, {hoe}"
            bewijzen.append(Bewijs(toelichting.uitgelegd_op, wat, toelichting.uitgelegd_door))
        if toelichting.erkend_op:
            wat = f"Bevestiging dat {passage} begrepen is"
            bewijzen.append(Bewijs(toelichting.erkend_op, wat, werknemer.naam))
    return bewijzen


def _passage(toelichting: Passagetoelichting) -> str:
    versie = f" ({toelichting.passage})" if toelichting.passage else ""
    return f"de bijzondere passage{versie}"


def _tolk(toelichting: Passagetoelichting) -> str:
    return ", met tolk" if toelichting.met_tolk else ", zonder tolk"


def _van_gesprekken(werknemer: Werknemer) -> list[Bewijs]:
    notities = Notitie.objects.filter(werknemer=werknemer).deelbaar().over(Thema.EINDDOEL)
    return [
        Bewijs(
            notitie.datum,
            f"{notitie.get_soort_display().capitalize()} over het einddoel",
            notitie.auteur.volledige_naam,
        )
        for notitie in notities.select_related("auteur").order_by("datum", "pk")
    ]
