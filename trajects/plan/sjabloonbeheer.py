"""An organisation keeps its own plan templates; the examples stay as they are."""

from collections import defaultdict
from datetime import datetime
from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld import audit
from gedeeld.gelijktijdig import vergrendel
from gedeeld.schendingen import als_zin
from trajects.keuzes import Anker
from trajects.models import Plansjabloon, Sjabloonregel

_REGELVELDEN = ("doel", "thema", "wat", "wie", "anker", "dagen")


class Sjabloongegevens(TypedDict):
    """`jaren` is the term it is meant for: 2, 5, or None for any."""

    naam: str
    omschrijving: str
    jaren: int | None
    actief: bool


class Regelgegevens(TypedDict):
    """`dagen` after the anchor, negative before it."""

    doel: str
    thema: str
    wat: str
    wie: str
    anker: str
    dagen: int


def kopieer(voorbeeld: Plansjabloon, *, door: Gebruiker) -> Plansjabloon:
    """A version of the own organisation, with all lines; from now on it takes the example's place.

    Raises ValidationError when there is one with that name already.
    """
    with als_zin():
        kopie = Plansjabloon(
            organisatie_id=door.organisatie_id,
            naam=voorbeeld.naam,
            omschrijving=voorbeeld.omschrijving,
            jaren=voorbeeld.jaren,
            kopie_van=voorbeeld,
        )
        kopie.save()
        Sjabloonregel.objects.bulk_create(
            Sjabloonregel(sjabloon=kopie, **{veld: getattr(regel, veld) for veld in _REGELVELDEN})
            for regel in voorbeeld.regels.all()
        )
        _leg_vast(kopie, door=door, actie="gekopieerd", wijzigingen={})
    return kopie


def maak_sjabloon(*, door: Gebruiker, **gegevens: Unpack[Sjabloongegevens]) -> Plansjabloon:
    """A template of the own organisation, without lines yet. Raises ValidationError by field."""
    with als_zin():
        nieuw = Plansjabloon(organisatie_id=door.organisatie_id, **gegevens)
        nieuw.save()
        wijzigingen = audit.verschil({}, gegevens)
        _leg_vast(nieuw, door=door, actie="toegevoegd", wijzigingen=wijzigingen)
    return nieuw


def wijzig_sjabloon(
    sjabloon: Plansjabloon,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Sjabloongegevens],
) -> Plansjabloon:
    """`gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError, also for an example."""
    with als_zin():
        huidig = _eis_eigen(vergrendel(sjabloon, gezien), door)
        oud = {veld: getattr(huidig, veld) for veld in gegevens}
        for veld, waarde in gegevens.items():
            setattr(huidig, veld, waarde)
        huidig.save()
        wijzigingen = audit.verschil(oud, gegevens)
        _leg_vast(huidig, door=door, actie="gewijzigd", wijzigingen=wijzigingen)
    return huidig


def voeg_regel_toe(
    sjabloon: Plansjabloon, *, door: Gebruiker, **gegevens: Unpack[Regelgegevens]
) -> Sjabloonregel:
    with als_zin():
        eigen = _eis_eigen(vergrendel(sjabloon, None), door)
        regel = Sjabloonregel(sjabloon=eigen)
        return _bewaar(regel, gegevens, door=door, actie="regel toegevoegd")


def wijzig_regel(
    regel: Sjabloonregel,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Regelgegevens],
) -> Sjabloonregel:
    """`gezien` as in `gelijktijdig.vergrendel`. Plans in which it stands already do not change."""
    with als_zin():
        huidig = vergrendel(regel, gezien)
        _eis_eigen(huidig.sjabloon, door)
        return _bewaar(huidig, gegevens, door=door, actie="regel gewijzigd")


def verwijder_regel(regel: Sjabloonregel, *, door: Gebruiker) -> Plansjabloon:
    """Take a line out; actions that came from it stay in their plans. Returns the template."""
    with als_zin():
        huidig = vergrendel(regel, None)
        sjabloon = _eis_eigen(huidig.sjabloon, door)
        wijzigingen = {"wat": [huidig.wat, None]}
        huidig.delete()
        _leg_vast(sjabloon, door=door, actie="regel verwijderd", wijzigingen=wijzigingen)
    return sjabloon


def regels_per_doel(sjabloon: Plansjabloon) -> list[tuple[str, list[Sjabloonregel]]]:
    """The lines by goal, goals in the order in which they came; within one in order of time."""
    per_doel: dict[str, list[Sjabloonregel]] = defaultdict(list)
    for regel in sjabloon.regels.order_by("pk"):
        per_doel[regel.doel].append(regel)
    ankers = list(Anker)
    for regels in per_doel.values():
        regels.sort(key=lambda regel: (ankers.index(Anker(regel.anker)), regel.dagen, regel.pk))
    return list(per_doel.items())


def _eis_eigen(sjabloon: Plansjabloon, door: Gebruiker) -> Plansjabloon:
    if sjabloon.organisatie_id is None or sjabloon.organisatie_id != door.organisatie_id:
        raise ValidationError("Een voorbeeld verandert niet. Maak er eerst een eigen versie van.")
    return sjabloon


def _bewaar(
    regel: Sjabloonregel, gegevens: Regelgegevens, *, door: Gebruiker, actie: str
) -> Sjabloonregel:
    oud = {veld: getattr(regel, veld) for veld in gegevens} if regel.pk else {}
    for veld, waarde in gegevens.items():
        setattr(regel, veld, waarde)
    regel.save()
    wijzigingen = audit.verschil(oud, gegevens)
    _leg_vast(regel.sjabloon, door=door, actie=actie, wijzigingen=wijzigingen)
    return regel


def _leg_vast(
    sjabloon: Plansjabloon, *, door: Gebruiker, actie: str, wijzigingen: dict[str, Any]
) -> None:
    audit.leg_vast(
        door=door,
        organisatie_id=sjabloon.organisatie_id,
        actie=actie,
        onderwerp=sjabloon,
        wijzigingen=wijzigingen,
    )
