"""Rows against the database of one organisation: what each would do, without doing it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from gebruikers.models import Organisatie
from gedeeld.kwartaal import Kwartaal
from gedeeld.tijd import vandaag
from werknemers.domein.invoer.advies import vergelijk_advies
from werknemers.domein.invoer.bevindingen import Bevindingen
from werknemers.domein.invoer.contract import vergelijk_contract
from werknemers.domein.invoer.gegevens import GelezenOpgave, GelezenRij, Rijgegevens
from werknemers.domein.invoer.geheugen import zonder_opruimen
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.meldingen import Melding
from werknemers.domein.invoer.opgave import vergelijk_opgave
from werknemers.domein.invoer.persoon import vergelijk_persoon
from werknemers.domein.invoer.stand import (
    Invoerstand,
    laad_inszen,
    laad_opgaven,
    laad_stand,
)
from werknemers.domein.invoer.tekst import sleutel
from werknemers.domein.invoer.uitkomst import Rijactie, Rijuitkomst, Vergelijking
from werknemers.models import Dienst, Werknemer
from werknemers.models.dienst import dienstsleutel


def vergelijk(
    rijen: Sequence[GelezenRij],
    *,
    organisatie: Organisatie,
    opmerkingen: Iterable[Melding] = (),
    maak_diensten: Collection[str] = (),
    vergrendel: bool = False,
) -> Vergelijking:
    """What bringing in these rows would do now, in a number of queries that does not grow.

    `maak_diensten` are the keys (`dienstsleutel`) of services that may be made. `vergrendel` locks
    what the rows can touch, for a caller that writes in the same transaction.
    """
    op = vandaag()
    with zonder_opruimen():
        stand = laad_stand(organisatie, te_maken=maak_diensten, vergrendel=vergrendel)
        laad_inszen(stand, (rij.gegevens for rij in rijen if rij.gegevens))
        laad_opgaven(stand, _kwartalen(rijen), vergrendel=vergrendel)
        uitkomsten = tuple(_vergelijk_rij(rij, stand, op) for rij in rijen)
    return Vergelijking(
        rijen=uitkomsten,
        opmerkingen=tuple(opmerkingen),
        voorgestelde_diensten=tuple(sorted(stand.voorgesteld.values())),
        nieuwe_diensten=_nieuwe_diensten(uitkomsten),
        onbekende_begeleiders=tuple(sorted(stand.onbekende_begeleiders)),
    )


def dienstsleutels(rijen: Iterable[GelezenRij]) -> frozenset[str]:
    """The keys of all services that the rows name."""
    return frozenset(dienstsleutel(rij.gegevens.contract.dienst) for rij in rijen if rij.gegevens)


def _kwartalen(rijen: Iterable[GelezenRij]) -> frozenset[Kwartaal]:
    opgaven = (rij.gegevens.opgave if rij.gegevens else rij.opgave for rij in rijen)
    return frozenset(opgave.kwartaal for opgave in opgaven if opgave is not None)


def _vergelijk_rij(rij: GelezenRij, stand: Invoerstand, op: date) -> Rijuitkomst:
    if rij.leeg:
        return Rijuitkomst(rij.rijnummer, "", "", Rijactie.LEEG)
    if rij.opgave is not None:
        return _vergelijk_loonrij(rij, rij.opgave, stand, op)
    if rij.gegevens is None:
        return Rijuitkomst(
            rij.rijnummer, rij.personeelsnummer, rij.naam, Rijactie.GEWEIGERD, rij.meldingen
        )
    return _vergelijk_gegevens(rij, rij.gegevens, stand, op)


def _vergelijk_gegevens(
    rij: GelezenRij, gegevens: Rijgegevens, stand: Invoerstand, op: date
) -> Rijuitkomst:
    vondst = Bevindingen(meldingen=list(rij.meldingen))
    werknemer = vergelijk_persoon(gegevens, stand, vondst)
    vergelijk_contract(gegevens.contract, werknemer, stand, op, vondst)
    einde = None
    if gegevens.advies is not None:
        einde = vergelijk_advies(gegevens.advies, werknemer, stand, op, vondst)
    if gegevens.opgave is not None:
        vergelijk_opgave(gegevens.opgave, werknemer, stand, op, vondst)
    kern = (rij.rijnummer, rij.personeelsnummer, rij.naam)
    meldingen = tuple(vondst.meldingen)
    if vondst.geweigerd:
        return Rijuitkomst(*kern, Rijactie.GEWEIGERD, meldingen)
    if not werknemer.pk:
        return Rijuitkomst(*kern, Rijactie.NIEUW, meldingen, ingrepen=tuple(vondst.ingrepen))
    actie = Rijactie.GEWIJZIGD if vondst.ingrepen else Rijactie.ONGEWIJZIGD
    wijzigingen = tuple(vondst.wijzigingen)
    return Rijuitkomst(*kern, actie, meldingen, wijzigingen, einde, tuple(vondst.ingrepen))


def _vergelijk_loonrij(
    rij: GelezenRij, opgave: GelezenOpgave, stand: Invoerstand, op: date
) -> Rijuitkomst:
    vondst = Bevindingen(meldingen=list(rij.meldingen))
    werknemer = stand.werknemer(rij.personeelsnummer)
    naam = rij.naam if werknemer is None else werknemer.naam
    if werknemer is None:
        vondst.fout(
            Kolom.PERSONEELSNUMMER,
            "nummer_onbekend",
            f"We kennen niemand met personeelsnummer {rij.personeelsnummer}. Kijk het nummer na.",
        )
    else:
        _vergelijk_naam(rij.naam, werknemer, vondst)
        vergelijk_opgave(opgave, werknemer, stand, op, vondst)
    meldingen = tuple(vondst.meldingen)
    kern = (rij.rijnummer, rij.personeelsnummer, naam)
    if vondst.geweigerd:
        return Rijuitkomst(*kern, Rijactie.GEWEIGERD, meldingen)
    actie = Rijactie.ONGEWIJZIGD
    for ingreep in vondst.ingrepen:
        actie = Rijactie.GEWIJZIGD if ingreep.object.pk else Rijactie.NIEUW
    wijzigingen = tuple(vondst.wijzigingen)
    return Rijuitkomst(*kern, actie, meldingen, wijzigingen, ingrepen=tuple(vondst.ingrepen))


def _vergelijk_naam(naam: str, werknemer: Werknemer, vondst: Bevindingen) -> None:
    """Part of a name, or its words in another order, is the same."""
    woorden, eigen = (set(map(sleutel, tekst.split())) for tekst in (naam, werknemer.naam))
    if not woorden <= eigen:
        vondst.waarschuwing(
            Kolom.FAMILIENAAM,
            "andere_naam",
            f"In het blad staat {naam}. Bij ons is dit nummer van {werknemer.naam}.",
        )


def _nieuwe_diensten(rijen: Iterable[Rijuitkomst]) -> tuple[str, ...]:
    diensten = (
        ingreep.nieuw["dienst"]
        for rij in rijen
        for ingreep in rij.ingrepen
        if "dienst" in ingreep.nieuw
    )
    return tuple(sorted({d.naam for d in diensten if isinstance(d, Dienst) and d.pk is None}))
