"""Keeping receipts: those of each night, those of papers, and those that somebody asks to keep."""

from django.db import IntegrityError, transaction

from financiering.domein.bewijszoeker import rij_met_code
from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekenbewijs import bewijs_van
from financiering.domein.vingerafdruk import vingerafdruk
from financiering.keuzes import Bewijssoort
from financiering.models import Rekenbewijs
from financiering.schrijvers import REKENBEWIJZEN
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.bewijs.papier import Bewijsbestand


def bewaar_bewijs(
    organisatie: Organisatie, bewijs: Bewijsbestand, *, door: Gebruiker | None
) -> Rekenbewijs:
    """The row with this code: a receipt that was kept before is kept once, also when two keep it
    at once. Nothing is locked: papers are made in transactions of seconds. That somebody asked to
    keep what a night kept, is in the trail, and it stays for that."""
    try:
        with transaction.atomic():
            rij = _bewaar(organisatie, bewijs, door=door)
    except IntegrityError:
        er_nu = rij_met_code(organisatie.pk, bewijs.code)
        if er_nu is None:
            raise
        rij = er_nu
    if door is not None and rij.door_id is None and rij.soort == Bewijssoort.KERNCIJFERS:
        REKENBEWIJZEN.noteer(rij, {}, door=door, actie="bewaard")
    return rij


def leg_op_de_plank(
    organisatie: Organisatie, bewijs: Bewijsbestand, door: Gebruiker | None
) -> None:
    """What a lower app keeps through `gedeeld.bewijs.plank`."""
    bewaar_bewijs(organisatie, bewijs, door=door)


def bewaar_van_de_nacht(
    organisatie: Organisatie, uitkomst: Prognoseuitkomst, vorige: tuple[int, bytes] | None
) -> int:
    """The key of the row that the figures of this night belong to; inside the lock of who calls.
    `vorige` is the key and the fingerprint of that of the last night: mostly nothing changed."""
    afdruk = vingerafdruk(uitkomst.gegevens.stand, uitkomst.prognose.tarieven)
    if vorige is not None and vorige[1] == afdruk:
        return vorige[0]
    bewijs = bewijs_van(uitkomst, organisatie.pk, Bewijssoort.KERNCIJFERS)
    return _bewaar(organisatie, bewijs, door=None, afdruk=afdruk).pk


def _bewaar(
    organisatie: Organisatie, bewijs: Bewijsbestand, *, door: Gebruiker | None, afdruk: bytes = b""
) -> Rekenbewijs:
    er_al = rij_met_code(organisatie.pk, bewijs.code)
    if er_al is not None:
        return er_al
    rij = Rekenbewijs()
    velden = {**Rekenbewijs.velden_van(bewijs), "organisatie": organisatie, "door": door}
    REKENBEWIJZEN.schrijf(rij, {**velden, "vingerafdruk": afdruk}, door=door)
    return rij
