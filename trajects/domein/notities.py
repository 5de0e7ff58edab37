"""Writes the log and reads it. A note is never changed: a correction is a new version."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypedDict, Unpack

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, Max, Q

from doorstroom.gedeeld import audit
from doorstroom.gedeeld.tijd import vandaag
from gebruikers.models import Gebruiker
from trajects.models import Notitie
from trajects.rechten import mag_notities_schrijven, ziet_alle_vertrouwelijke_notities
from werknemers.models import Werknemer
from werknemers.models.werknemer import WerknemerQuerySet

AANTAL_RECENTE: Final = 5


class Notitiegegevens(TypedDict):
    soort: str
    datum: date
    tekst: str
    vertrouwelijk: bool


class IntussenVerbeterd(ValidationError):
    """Somebody corrected the same version first; `nieuwste` is the version that counts now."""

    def __init__(self, nieuwste: Notitie) -> None:
        super().__init__(
            "Iemand verbeterde deze notitie net voor jou. Lees eerst de nieuwste versie. "
            "Jouw tekst staat nog in het vak: pas hem aan en bewaar opnieuw.",
            code="intussen_verbeterd",
        )
        self.nieuwste = nieuwste


@dataclass(frozen=True, slots=True)
class Logregel:
    """A note as the log shows it: the version that counts, and the earlier ones, newest first."""

    notitie: Notitie
    eerdere: tuple[Notitie, ...]
    verbeterbaar: bool


def schrijf_notitie(
    *, werknemer: Werknemer, door: Gebruiker, **gegevens: Unpack[Notitiegegevens]
) -> Notitie:
    """Add a note to the log. Raises ValidationError by field."""
    return _voeg_toe(Notitie(werknemer=werknemer), gegevens, door=door, actie="geschreven")


def verbeter_notitie(
    notitie: Notitie, *, door: Gebruiker, **gegevens: Unpack[Notitiegegevens]
) -> Notitie:
    """Add a version that takes the place of this one.

    Raises IntussenVerbeterd when another version already did, PermissionDenied for who may not
    (`mag_verbeteren`), ValidationError by field. Only its first author makes a note confidential
    or opens it up: for anybody else it would disappear from the author's sight.
    """
    with transaction.atomic():
        # The row cannot change, but the lock makes two corrections wait for each other.
        Notitie.objects.select_for_update().get(pk=notitie.pk)
        if Notitie.objects.filter(vervangt=notitie).exists():
            raise IntussenVerbeterd(nieuwste_versie(notitie))
        eerste = _eerste_versie(notitie)
        if not mag_verbeteren(notitie, eerste.auteur_id, door):
            raise PermissionDenied
        if gegevens["vertrouwelijk"] != notitie.vertrouwelijk and eerste.auteur_id != door.pk:
            raise ValidationError(
                {"vertrouwelijk": f"Alleen {eerste.auteur} kiest of deze notitie vertrouwelijk is."}
            )
        nieuw = Notitie(werknemer_id=notitie.werknemer_id, vervangt=notitie)
        return _voeg_toe(nieuw, gegevens, door=door, actie="verbeterd")


def mag_verbeteren(notitie: Notitie, eerste_auteur_id: int, gebruiker: Gebruiker) -> bool:
    """The first author, and a coordinator for what is not confidential."""
    if not mag_notities_schrijven(gebruiker):
        return False
    if eerste_auteur_id == gebruiker.pk:
        return True
    return ziet_alle_vertrouwelijke_notities(gebruiker) and not notitie.vertrouwelijk


def nieuwste_versie(notitie: Notitie) -> Notitie:
    """The version that counts of the note that this is a version of."""
    volgende = Notitie.objects.filter(vervangt=notitie).select_related("auteur").first()
    return notitie if volgende is None else nieuwste_versie(volgende)


def logregels(notities: Iterable[Notitie], gebruiker: Gebruiker) -> list[Logregel]:
    """The notes of one page of one log with the earlier versions that this user may read."""
    alle = list(notities)
    werknemers = {notitie.werknemer_id for notitie in alle}
    vervangen = Notitie.objects.zichtbaar_voor(gebruiker).filter(
        ~Q(verbetering=None), werknemer__in=werknemers
    )
    eerdere = {n.pk: n for n in vervangen.select_related("auteur").order_by("pk")} if alle else {}
    return [_logregel(notitie, eerdere, gebruiker) for notitie in alle]


def recente_werknemers(gebruiker: Gebruiker) -> WerknemerQuerySet:
    """About whom this user wrote last, for picking an employee with one touch."""
    eigen = Max("notities__aangemaakt_op", filter=Q(notities__auteur=gebruiker.pk))
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker).in_dienst_op(vandaag())
    volgorde = (F("laatst_genoteerd").desc(nulls_last=True), "familienaam", "voornaam", "pk")
    return zichtbaar.annotate(laatst_genoteerd=eigen).order_by(*volgorde)[:AANTAL_RECENTE]


def _logregel(notitie: Notitie, eerdere: dict[int, Notitie], gebruiker: Gebruiker) -> Logregel:
    keten = [notitie]
    while (vorige := eerdere.get(keten[-1].vervangt_id or 0)) is not None:
        keten.append(vorige)
    verbeterbaar = mag_verbeteren(notitie, keten[-1].auteur_id, gebruiker)
    return Logregel(notitie, tuple(keten[1:]), verbeterbaar)


def _eerste_versie(notitie: Notitie) -> Notitie:
    return notitie if notitie.vervangt is None else _eerste_versie(notitie.vervangt)


def _voeg_toe(
    notitie: Notitie, gegevens: Notitiegegevens, *, door: Gebruiker, actie: str
) -> Notitie:
    if gegevens["datum"] > vandaag():
        raise ValidationError({"datum": "Kies vandaag of een dag die voorbij is."})
    if not gegevens["tekst"].strip():
        raise ValidationError({"tekst": "Schrijf eerst wat je wilt onthouden."})
    for veld, waarde in gegevens.items():
        setattr(notitie, veld, waarde)
    notitie.auteur = door
    with transaction.atomic():
        notitie.save(force_insert=True)
        audit.leg_vast(
            door=door,
            organisatie_id=notitie.werknemer.organisatie_id,
            actie=actie,
            onderwerp=notitie,
            wijzigingen=audit.verschil({}, gegevens),
        )
    return notitie
