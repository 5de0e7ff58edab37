"""What of a plan lies in time, for a document about an employee."""

from dataclasses import dataclass

from trajects.kader.mijlpalen import Mijlpaal, lees_mijlpalen
from trajects.keuzes import Standactie, Standdeelname
from trajects.models import Actie, Deelname, Stage
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Planmomenten:
    """Trainings that were not missed or cancelled, placements and actions that were not dropped, as
    a document tells them; `mijlpalen` are all of it in time."""

    deelnames: tuple[Deelname, ...] = ()
    stages: tuple[Stage, ...] = ()
    acties: tuple[Actie, ...] = ()
    mijlpalen: tuple[Mijlpaal, ...] = ()


def lees_planmomenten(werknemer: Werknemer) -> Planmomenten:
    """Four queries, for a reader who may see the plan of this employee."""
    deelnames = werknemer.deelnames.select_related("vorming").exclude(stand=Standdeelname.AFWEZIG)
    return Planmomenten(
        deelnames=tuple(deelnames.filter(vorming__geannuleerd=False)),
        stages=tuple(werknemer.stages.select_related("werkgever")),
        acties=tuple(werknemer.acties.exclude(stand=Standactie.VERVALLEN)),
        mijlpalen=lees_mijlpalen(werknemer),
    )
