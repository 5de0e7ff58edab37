"""What the tasks do with orders: make one slice, whole or not at all.

A worker does not do what its bell was about but what is most urgent, so that who asks for one
document does not wait for five hundred of somebody else. Each step may run twice, late, or be
killed half-way.
"""

from datetime import timedelta
from typing import Final

import structlog
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404

from gedeeld.models import Uitvoer, Uitvoerbestand, Uitvoerdeel
from gedeeld.tijd import nu
from gedeeld.uitvoer.soorten import GemaaktBestand, Overgeslagen, UitvoerGeweigerd, soort_van
from gedeeld.versleuteling import versleutel_bytes

# Between counting a try and holding the row; who is at work longer holds it, who was killed does
# not.
GREEP: Final = timedelta(seconds=10)
# How often a slice may begin: a fourth try would not help.
HOOGSTENS: Final = 3
# An order that did not go on for so long has lost its bell.
STIL_NA: Final = timedelta(minutes=1)

Status = Uitvoer.Status
_MAG_NIET: Final = "Je mag dit niet meer zien, of het bestaat niet meer. Er is niets gemaakt."
_LUKTE_NIET: Final = (
    "Het lukte drie keer niet om dit te maken. Probeer het later opnieuw, of vraag het na bij je "
    "beheerder."
)

log = structlog.get_logger("doorstroom.uitvoer")


def maak_een_deel() -> bool:
    """Make the slice that is most urgent; False when there was none to make."""
    deel = _begin()
    if deel is None:
        return False
    try:
        _maak(deel)
    except UitvoerGeweigerd as weigering:
        _geef_op(deel, weigering.zin)
    except (Http404, PermissionDenied):
        _geef_op(deel, _MAG_NIET)
    except Exception as fout:
        # Tried again after `GREEP`.
        log.exception(
            "uitvoer_mislukt", deel=deel.pk, poging=deel.pogingen, fout=type(fout).__name__
        )
        if deel.pogingen >= HOOGSTENS:
            _geef_op(deel, _LUKTE_NIET)
    return True


@transaction.atomic
def _begin() -> Uitvoerdeel | None:
    """The next slice, with this try counted and kept before anything is made; one that began
    often enough, and killed whoever made it, is given up."""
    while (deel := _grijp()) is not None and deel.pogingen >= HOOGSTENS:
        _geef_op(deel, _LUKTE_NIET)
    if deel is not None:
        deel.pogingen += 1
        deel.niet_voor = nu() + GREEP
        deel.save(update_fields=["pogingen", "niet_voor"])
        Uitvoer.objects.open().filter(pk=deel.uitvoer_id).update(
            status=Status.BEZIG, verder_op=nu()
        )
    return deel


def _grijp() -> Uitvoerdeel | None:
    return Uitvoerdeel.objects.te_maken().select_for_update(of=("self",), skip_locked=True).first()


@transaction.atomic
def _maak(begonnen: Uitvoerdeel) -> None:
    """Nothing, when another worker is at it, or it was done or given up meanwhile."""
    delen = Uitvoerdeel.objects.select_for_update(of=("self",), skip_locked=True)
    deel = delen.filter(pk=begonnen.pk, klaar=False, uitvoer__status__in=Uitvoer.OPEN).first()
    if deel is None:
        return
    uitvoer = Uitvoer.objects.select_related("door").get(pk=deel.uitvoer_id)
    _eis_zelfde_rol(uitvoer)
    soort = soort_van(uitvoer.soort)
    if not soort.recht(uitvoer.door):
        raise PermissionDenied
    for ding in soort.maak(uitvoer.door, uitvoer.parameters | deel.parameters):
        if isinstance(ding, Overgeslagen):
            deel.overgeslagen.append(ding.zin)
        else:
            _bewaar(deel, ding)
    deel.klaar = True
    deel.save(update_fields=["klaar", "overgeslagen"])
    _rond_af(uitvoer)


def _eis_zelfde_rol(uitvoer: Uitvoer) -> None:
    door = uitvoer.door
    zelf = (door.rol, door.organisatie_id) == (uitvoer.rol, uitvoer.organisatie_id)
    if not (zelf and door.is_active):
        raise PermissionDenied


def _bewaar(deel: Uitvoerdeel, bestand: GemaaktBestand) -> None:
    Uitvoerbestand.objects.create(
        deel=deel,
        naam=bestand.naam,
        mediatype=bestand.mediatype,
        inhoud=versleutel_bytes(bestand.inhoud),
    )


def _rond_af(uitvoer: Uitvoer) -> None:
    """Note that it went on. Of two last slices at a time, the one that comes second sees both."""
    huidig = Uitvoer.objects.select_for_update(of=("self",), no_key=True).get(pk=uitvoer.pk)
    huidig.verder_op = nu()
    if huidig.is_open and not huidig.delen.filter(klaar=False).exists():
        huidig.status, huidig.klaar_op = Status.KLAAR, nu()
    huidig.save(update_fields=["verder_op", "status", "klaar_op"])


def _geef_op(deel: Uitvoerdeel, zin: str) -> None:
    """The whole order ends: half of it would be taken for all of it."""
    Uitvoer.objects.open().filter(pk=deel.uitvoer_id).update(
        status=Status.MISLUKT, fout=zin, verder_op=nu(), klaar_op=nu()
    )
    log.warning("uitvoer_opgegeven", uitvoer=deel.uitvoer_id, deel=deel.pk)


def stil() -> int:
    """How many orders wait without going on: their bell was lost, or who made them was killed."""
    return Uitvoer.objects.open().filter(verder_op__lte=nu() - STIL_NA).count()
