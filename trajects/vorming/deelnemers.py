"""Who can take part in a training: the people in service whom a user may see, by service; and in
which training one of them can."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count

from gebruikers.models import Gebruiker
from trajects.models import Deelname, Vormingsactie
from trajects.models.vorming import DeelnameQuerySet, VormingsactieQuerySet
from werknemers.models import Werknemer
from werknemers.models.werknemer import WerknemerQuerySet
from werknemers.rechten import ziet_alle_werknemers


@dataclass(frozen=True, slots=True)
class Dienstgroep:
    """A service with how many can take part; `mensen` as (key, name) when all of them show."""

    naam: str
    aantal: int
    mensen: tuple[tuple[int, str], ...] = ()


def te_kiezen(gebruiker: Gebruiker, op: date) -> WerknemerQuerySet:
    """Who can take part, by name, with `dienst_naam`: of two services the latest."""
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker).in_dienst_op(op)
    mensen: WerknemerQuerySet = zichtbaar.met_huidig_contract(op)
    return mensen.order_by("familienaam", "voornaam", "pk")


def per_dienst(mensen: Iterable[Any]) -> list[Dienstgroep]:
    """Rows of `te_kiezen` by service."""
    diensten: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for werknemer in mensen:
        diensten[werknemer.dienst_naam].append((werknemer.pk, werknemer.naam))
    return [Dienstgroep(naam, len(wie), tuple(wie)) for naam, wie in sorted(diensten.items())]


def tel_per_dienst(mensen: WerknemerQuerySet) -> list[Dienstgroep]:
    """The same of a whole organisation, without the people; one query."""
    # Any: the type plugin knows the fields of a model, not these annotations.
    rijen: Any = mensen.order_by()
    geteld = rijen.values_list("dienst_naam").annotate(aantal=Count("pk")).order_by("dienst_naam")
    return [Dienstgroep(naam, aantal) for naam, aantal in geteld]


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
