"""Reads the log: a note as it counts, with its earlier versions, its files and its steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import F, Max, Prefetch, Q, prefetch_related_objects

from gebruikers.models import Gebruiker
from gedeeld.tijd import vandaag
from trajects.logboek.notities import mag_verbeteren
from trajects.models import Actie, Bijlage, Notitie
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


def logregels(notities: Iterable[Notitie], gebruiker: Gebruiker) -> list[Logregel]:
    """The notes of one page with what this user may read of their history, in three queries."""
    alle = list(notities)
    werknemers = {notitie.werknemer_id for notitie in alle}
    vervangen = Notitie.objects.zichtbaar_voor(gebruiker).filter(
        ~Q(verbetering=None), werknemer__in=werknemers
    )
    eerdere = {n.pk: n for n in vervangen.select_related("auteur").order_by("pk")} if alle else {}
    _laad_wat_erbij_hoort([*alle, *eerdere.values()], gebruiker)
    return [_logregel(notitie, eerdere, gebruiker) for notitie in alle]


def recente_werknemers(gebruiker: Gebruiker) -> WerknemerQuerySet:
    """About whom this user wrote last, for picking an employee with one touch."""
    eigen = Max("notities__aangemaakt_op", filter=Q(notities__auteur=gebruiker.pk))
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker).in_dienst_op(vandaag())
    volgorde = (F("laatst_genoteerd").desc(nulls_last=True), "familienaam", "voornaam", "pk")
    return zichtbaar.annotate(laatst_genoteerd=eigen).order_by(*volgorde)[:AANTAL_RECENTE]


def _laad_wat_erbij_hoort(notities: list[Notitie], gebruiker: Gebruiker) -> None:
    bestanden = Bijlage.objects.zichtbaar_voor(gebruiker).zonder_inhoud()
    stappen = Actie.objects.zichtbaar_voor(gebruiker)
    prefetch_related_objects(
        notities,
        Prefetch("bijlagen", bestanden, to_attr="bestanden"),
        Prefetch("acties", stappen, to_attr="stappen"),
    )


def _logregel(notitie: Notitie, eerdere: dict[int, Notitie], gebruiker: Gebruiker) -> Logregel:
    keten = [notitie]
    while (vorige := eerdere.get(keten[-1].vervangt_id or 0)) is not None:
        keten.append(vorige)
    verbeterbaar = mag_verbeteren(notitie, keten[-1].auteur_id, gebruiker)
    return Logregel(notitie, tuple(keten[1:]), verbeterbaar)
