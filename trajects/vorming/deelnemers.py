"""Who can take part in a training: the people in service whom a user may see, by service; and in
which training one of them can."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from gebruikers.models import Gebruiker
from trajects.models import Deelname, Vormingsactie
from trajects.models.vorming import DeelnameQuerySet, VormingsactieQuerySet
from werknemers.models import Werknemer
from werknemers.rechten import ziet_alle_werknemers

_ZONDER: Final = "zonder dienst"


@dataclass(frozen=True, slots=True)
class Dienstgroep:
    """A service with its people as (key, name)."""

    naam: str
    mensen: tuple[tuple[int, str], ...]


def te_kiezen(gebruiker: Gebruiker, op: date) -> list[Dienstgroep]:
    """One query; people of two services stand with the latest."""
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker).in_dienst_op(op)
    # Any: the type plugin knows the fields of a model, not these annotations.
    mensen: QuerySet[Any] = zichtbaar.met_huidig_contract(op)
    per_dienst: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for werknemer in mensen.order_by("familienaam", "voornaam", "pk"):
        dienst = werknemer.dienst_naam or _ZONDER
        per_dienst[dienst].append((werknemer.pk, werknemer.naam))
    return [Dienstgroep(naam, tuple(leden)) for naam, leden in sorted(per_dienst.items())]


def open_voor(werknemer: Werknemer, op: date) -> VormingsactieQuerySet:
    """The trainings that are not over yet and in which this employee does not take part."""
    vormingen = Vormingsactie.objects.filter(
        organisatie=werknemer.organisatie_id, geannuleerd=False, periode__endswith__gt=op
    )
    return vormingen.exclude(deelnames__werknemer=werknemer).order_by("periode", "pk")


def deelnames_van(werknemer: Werknemer) -> DeelnameQuerySet:
    """The participations of one employee with their training, the latest first."""
    deelnames = Deelname.objects.filter(werknemer=werknemer).select_related("vorming")
    return deelnames.order_by("-vorming__periode", "-pk")


def ziet_alle_deelnemers(vorming: Vormingsactie, door: Gebruiker) -> bool:
    """A counsellor changes a training only when all its participants are the own caseload:
    otherwise the plans of colleagues would change unseen."""
    if ziet_alle_werknemers(door):
        return True
    eigen = Deelname.objects.zichtbaar_voor(door).filter(vorming=vorming).count()
    return eigen == vorming.deelnames.count()


def eis_eigen_deelnemers(vorming: Vormingsactie, door: Gebruiker) -> None:
    """Raises ValidationError unless `ziet_alle_deelnemers`."""
    if not ziet_alle_deelnemers(vorming, door):
        raise ValidationError(
            "Er doen ook werknemers van collega’s mee. Vraag je coördinator om dit te wijzigen."
        )
