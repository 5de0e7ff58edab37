"""Writes the log. A note is never changed: a correction is a new version."""

from collections.abc import Sequence
from datetime import date
from typing import NotRequired, TypedDict, Unpack

from django.core.exceptions import PermissionDenied, ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.concepten.concepten import Conceptverwijzing, wis_concept
from trajects.logboek.bestanden import Bestand
from trajects.logboek.bijlagen import voeg_bijlage_toe
from trajects.models import Notitie
from trajects.plan.acties import Actiegegevens, voeg_actie_toe
from trajects.rechten import mag_notities_schrijven, ziet_alle_vertrouwelijke_notities
from trajects.schrijvers import NOTITIES
from werknemers.models import Werknemer


class Notitiegegevens(TypedDict):
    """Of what is not required a correction keeps what the earlier version had."""

    soort: str
    datum: date
    tekst: str
    vertrouwelijk: bool
    themas: NotRequired[list[str]]
    duur_minuten: NotRequired[int | None]


class IntussenVerbeterd(ValidationError):
    """Somebody corrected the same version first; `nieuwste` is the version that counts now."""

    def __init__(self, nieuwste: Notitie) -> None:
        super().__init__(
            "Iemand verbeterde deze notitie net voor jou. Lees eerst de nieuwste versie. "
            "Jouw tekst staat nog in het vak: pas hem aan en bewaar opnieuw.",
            code="intussen_verbeterd",
        )
        self.nieuwste = nieuwste


def schrijf_notitie(
    *,
    werknemer: Werknemer,
    door: Gebruiker,
    bijlagen: Sequence[Bestand] = (),
    stap: Actiegegevens | None = None,
    concept: Conceptverwijzing | None = None,
    **gegevens: Unpack[Notitiegegevens],
) -> Notitie:
    """Add a note to the log; `stap` is the next step, which becomes an action of the plan.

    `concept` is the draft that it was, which goes. Raises ValidationError by field, also by those
    of the action.
    """
    with als_zin():
        notitie = _voeg_toe(Notitie(werknemer=werknemer), gegevens, door=door, actie="geschreven")
        _hang_eraan(notitie, bijlagen, stap, door=door)
        _ruim_concept_op(concept, door=door)
    return notitie


def verbeter_notitie(
    notitie: Notitie,
    *,
    door: Gebruiker,
    bijlagen: Sequence[Bestand] = (),
    stap: Actiegegevens | None = None,
    concept: Conceptverwijzing | None = None,
    **gegevens: Unpack[Notitiegegevens],
) -> Notitie:
    """Add a version that takes the place of this one, with the steps and the files of this one.

    Raises IntussenVerbeterd when another version already did, PermissionDenied for who may not
    (`mag_verbeteren`), ValidationError by field. Only its first author makes a note confidential
    or opens it up: for anybody else it would disappear from the author's sight.
    """
    with als_zin():
        # The row cannot change, but the lock makes two corrections wait for each other.
        NOTITIES.vergrendel(notitie)
        if Notitie.objects.filter(vervangt=notitie).exists():
            raise IntussenVerbeterd(nieuwste_versie(notitie))
        _eis_mag_verbeteren(notitie, gegevens, door=door)
        nieuw = Notitie(
            werknemer_id=notitie.werknemer_id,
            vervangt=notitie,
            themas=notitie.themas,
            duur_minuten=notitie.duur_minuten,
        )
        _voeg_toe(nieuw, gegevens, door=door, actie="verbeterd")
        _neem_mee(notitie, nieuw)
        _hang_eraan(nieuw, bijlagen, stap, door=door)
        _ruim_concept_op(concept, door=door)
    return nieuw


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


def _eis_mag_verbeteren(notitie: Notitie, gegevens: Notitiegegevens, *, door: Gebruiker) -> None:
    eerste = _eerste_versie(notitie)
    if not mag_verbeteren(notitie, eerste.auteur_id, door):
        raise PermissionDenied
    if gegevens["vertrouwelijk"] != notitie.vertrouwelijk and eerste.auteur_id != door.pk:
        raise ValidationError(
            {"vertrouwelijk": f"Alleen {eerste.auteur} kiest of deze notitie vertrouwelijk is."}
        )


def _eerste_versie(notitie: Notitie) -> Notitie:
    return notitie if notitie.vervangt is None else _eerste_versie(notitie.vervangt)


def _voeg_toe(
    notitie: Notitie, gegevens: Notitiegegevens, *, door: Gebruiker, actie: str
) -> Notitie:
    if gegevens["datum"] > vandaag():
        raise ValidationError({"datum": "Kies vandaag of een dag die voorbij is."})
    if not gegevens["tekst"].strip():
        raise ValidationError({"tekst": "Schrijf eerst wat je wilt onthouden."})
    notitie.auteur = door
    NOTITIES.schrijf(notitie, gegevens, door=door, actie=actie)
    return notitie


def _hang_eraan(
    notitie: Notitie, bijlagen: Sequence[Bestand], stap: Actiegegevens | None, *, door: Gebruiker
) -> None:
    for bestand in bijlagen:
        voeg_bijlage_toe(bestand, door=door, notitie=notitie)
    if stap is not None:
        voeg_actie_toe(werknemer=notitie.werknemer, door=door, notitie=notitie, **stap)


def _ruim_concept_op(concept: Conceptverwijzing | None, *, door: Gebruiker) -> None:
    if concept is not None:
        wis_concept(concept, door=door)


def _neem_mee(oud: Notitie, nieuw: Notitie) -> None:
    """Steps and files belong to the version that counts, so whoever may not read that one does
    not get them either. Files of a confidential version stay with it when the note opens up."""
    oud.acties.update(notitie=nieuw)
    if nieuw.vertrouwelijk or not oud.vertrouwelijk:
        oud.bijlagen.update(notitie=nieuw)
