"""Drafts: what somebody is typing, kept until the form is saved. Nobody else reads them.

They leave no audit trail: nothing was decided yet, and a line at every pause would bury it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Sum, TextField
from django.db.models.functions import Cast, Coalesce, Length
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive

from gebruikers.models import Gebruiker
from gedeeld.periode import plus_dagen
from gedeeld.schendingen import als_zin
from gedeeld.taken.taakruns import taakrun
from gedeeld.tijd import vandaag
from trajects.models import Concept

BEWAARDAGEN: Final = 30
# Far more forms than somebody has open in a month, and texts of hundreds of pages.
HOOGSTENS: Final = 200
HOOGSTENS_BYTES: Final = 5_000_000
_VOL: Final = (
    f"Je hebt te veel concepten (hoogstens {HOOGSTENS}, samen {HOOGSTENS_BYTES // 1_000_000} MB). "
    "Er is niets gewist, en wat je typt blijft hier staan. Bewaar of wis eerst een ander concept."
)
TAAK: Final = "ruim_concepten_op"
# What the fields of a form held, by name; one that was not ticked is absent.
Velden = Mapping[str, list[str]]


class ConceptBotst(ValidationError):
    """Another tab or device saved the same draft since; `huidig` is what it is now."""

    def __init__(self, huidig: Concept) -> None:
        super().__init__("Je typte dit ook ergens anders.", code="concept_botst")
        self.huidig = huidig


class ConceptenVol(ValidationError):
    """This user keeps as much as one may; nothing was dropped for it."""

    def __init__(self) -> None:
        super().__init__(_VOL, code="concepten_vol")


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
    """Keep what is typed now. Raises ConceptBotst instead of overwriting what was not seen, and
    ConceptenVol instead of dropping another draft."""
    with transaction.atomic():
        eigen = Concept.objects.select_for_update().filter(gebruiker=door)
        huidig = eigen.filter(sleutel=verwijzing.sleutel).first()
        if huidig is None:
            _eis_plaats(door, verwijzing.sleutel, velden, erbij=1)
            return _voeg_toe(verwijzing.sleutel, velden, door=door)
        if huidig.velden == velden:
            return huidig
        if huidig.gewijzigd_op != verwijzing.gezien:
            raise ConceptBotst(huidig)
        _eis_plaats(door, verwijzing.sleutel, velden, erbij=0)
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


def _eis_plaats(gebruiker: Gebruiker, sleutel: str, velden: Velden, *, erbij: int) -> None:
    """Raise ConceptenVol when there would be too many, or too much beside what the others hold."""
    anderen = Concept.objects.filter(gebruiker=gebruiker).exclude(sleutel=sleutel)
    omvang = Coalesce(Sum(Length(Cast("velden", TextField()))), 0)
    al = anderen.aggregate(aantal=Count("pk"), omvang=omvang)
    nieuw = len(json.dumps(velden, ensure_ascii=False))
    if al["aantal"] + erbij > HOOGSTENS or al["omvang"] + nieuw > HOOGSTENS_BYTES:
        raise ConceptenVol


def _voeg_toe(sleutel: str, velden: Velden, *, door: Gebruiker) -> Concept:
    try:
        with als_zin():
            return Concept.objects.create(gebruiker=door, sleutel=sleutel, velden=dict(velden))
    except ValidationError as weigering:  # another tab was first
        huidig = Concept.objects.get(gebruiker=door, sleutel=sleutel)
        if huidig.velden == velden:
            return huidig
        raise ConceptBotst(huidig) from weigering
