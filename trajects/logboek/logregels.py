"""Reads the log: a note as it counts, with its earlier versions, its files and its steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, cast

from django.db.models import F, Max, OuterRef, Q

from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gedeeld.meelezen import als_records, mee, mee_heel
from gedeeld.tijd import vandaag
from trajects.logboek.notities import mag_verbeteren
from trajects.models import Actie, Bijlage, Notitie
from trajects.models.notitie import NotitieQuerySet
from werknemers.models import Werknemer
from werknemers.models.werknemer import WerknemerQuerySet

AANTAL_RECENTE: Final = 5


@dataclass(frozen=True, slots=True)
class Logregel:
    """A note as the log shows it: the version that counts, and the earlier ones, newest first.

    Each version has `bestanden`, its files; the one that counts has `stappen`, its actions.
    """

    notitie: Notitie
    eerdere: tuple[Notitie, ...]
    verbeterbaar: bool


def met_aanhang(notities: NotitieQuerySet, gebruiker: HeeftRol) -> NotitieQuerySet:
    """With author, files and steps of each: what `logregels` needs."""
    bestanden = Bijlage.objects.zichtbaar_voor(gebruiker).filter(notitie=OuterRef("pk"))
    stappen = Actie.objects.zichtbaar_voor(gebruiker).filter(notitie=OuterRef("pk"))
    return notities.select_related("auteur").annotate(
        bestandsrijen=mee(bestanden, "pk", "bestandsnaam", "grootte"),
        staprijen=mee_heel(stappen),
    )


def logregels(notities: Iterable[Notitie], gebruiker: Gebruiker) -> list[Logregel]:
    """The notes of one page, from `met_aanhang`, with what this user may read of their history:
    one query more when any of them was corrected."""
    alle = [_met_lijsten(notitie) for notitie in notities]
    eerdere: dict[int, Notitie] = {}
    if werknemers := {n.werknemer_id for n in alle if n.vervangt_id}:
        vervangen = Notitie.objects.zichtbaar_voor(gebruiker).filter(
            ~Q(verbetering=None), werknemer__in=werknemers
        )
        rijen = met_aanhang(vervangen, gebruiker).order_by("pk")
        eerdere = {n.pk: _met_lijsten(n) for n in rijen}
    return [_logregel(notitie, eerdere, gebruiker) for notitie in alle]


def recente_werknemers(gebruiker: Gebruiker) -> WerknemerQuerySet:
    """About whom this user wrote last, for picking an employee with one touch."""
    eigen = Max("notities__aangemaakt_op", filter=Q(notities__auteur=gebruiker.pk))
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker).in_dienst_op(vandaag())
    volgorde = (F("laatst_genoteerd").desc(nulls_last=True), "familienaam", "voornaam", "pk")
    return zichtbaar.annotate(laatst_genoteerd=eigen).order_by(*volgorde)[:AANTAL_RECENTE]


def _met_lijsten(notitie: Any) -> Notitie:
    """As much of each file and step as a note shows."""
    notitie.bestanden = als_records(Bijlage, notitie.bestandsrijen)
    notitie.stappen = als_records(Actie, notitie.staprijen)
    return cast(Notitie, notitie)


def _logregel(notitie: Notitie, eerdere: dict[int, Notitie], gebruiker: Gebruiker) -> Logregel:
    keten = [notitie]
    while (vorige := eerdere.get(keten[-1].vervangt_id or 0)) is not None:
        keten.append(vorige)
    verbeterbaar = mag_verbeteren(notitie, keten[-1].auteur_id, gebruiker)
    return Logregel(notitie, tuple(keten[1:]), verbeterbaar)
