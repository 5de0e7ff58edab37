"""Drafts: what somebody is typing, kept until the form is saved. Nobody else reads them.

They leave no audit trail: nothing was decided yet, and a line at every pause would bury it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive

from gebruikers.models import Gebruiker
from gedeeld.periode import plus_dagen
from gedeeld.schendingen import als_zin
from gedeeld.taakruns import taakrun
from gedeeld.tijd import vandaag
from trajects.models import Concept

BEWAARDAGEN: Final = 30
TAAK: Final = "ruim_concepten_op"
# What the fields of a form held, by name; one that was not ticked is absent.
Velden = Mapping[str, list[str]]


class ConceptBotst(ValidationError):
    """Another tab or device saved the same draft since; `huidig` is what it is now."""

    def __init__(self, huidig: Concept) -> None:
        super().__init__("Je typte dit ook ergens anders.", code="concept_botst")
        self.huidig = huidig


@dataclass(frozen=True, slots=True)
class Conceptverwijzing:
    """The draft of a form as the browser last saw it; `gezien` None: it knows of none."""

    sleutel: str
    gezien: datetime | None

    @classmethod
    def van(cls, sleutel: str, gezien: str) -> Self:
        """`gezien` as the browser sends it; anything that is not a moment counts as none."""
        try:
            moment = parse_datetime(gezien)
        except ValueError:
            moment = None
        return cls(sleutel, None if moment is None or is_naive(moment) else moment)


def bewaar_concept(verwijzing: Conceptverwijzing, velden: Velden, *, door: Gebruiker) -> Concept:
    """Keep what is typed now. Raises ConceptBotst instead of overwriting what was not seen."""
    with transaction.atomic():
        eigen = Concept.objects.select_for_update().filter(gebruiker=door)
        huidig = eigen.filter(sleutel=verwijzing.sleutel).first()
        if huidig is None:
            return _voeg_toe(verwijzing.sleutel, velden, door=door)
        if huidig.velden == velden:
            return huidig
        if huidig.gewijzigd_op != verwijzing.gezien:
            raise ConceptBotst(huidig)
        huidig.velden = dict(velden)
        huidig.save()
        return huidig


def wis_concept(verwijzing: Conceptverwijzing, *, door: Gebruiker) -> bool:
    """Drop the draft that was seen; what was typed elsewhere since then stays."""
    if verwijzing.gezien is None:
        return False
    eigen = Concept.objects.filter(gebruiker=door, sleutel=verwijzing.sleutel)
    gewist, _ = eigen.filter(gewijzigd_op=verwijzing.gezien).delete()
    return bool(gewist)


def ruim_op() -> int:
    """Drop drafts that nobody touched for `BEWAARDAGEN` days; how many."""
    with taakrun(TAAK) as tellingen:
        grens = plus_dagen(vandaag(), -BEWAARDAGEN)
        tellingen["gewist"], _ = Concept.objects.filter(gewijzigd_op__date__lt=grens).delete()
    return tellingen["gewist"]


def _voeg_toe(sleutel: str, velden: Velden, *, door: Gebruiker) -> Concept:
    try:
        with als_zin():
            return Concept.objects.create(gebruiker=door, sleutel=sleutel, velden=dict(velden))
    except ValidationError as weigering:  # another tab was first
        huidig = Concept.objects.get(gebruiker=door, sleutel=sleutel)
        if huidig.velden == velden:
            return huidig
        raise ConceptBotst(huidig) from weigering
