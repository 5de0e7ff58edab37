"""Rows against the database of one organisation: what each would do, without doing it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from gebruikers.models import Organisatie
from gedeeld.tijd import vandaag
from werknemers.domein.invoer.advies import vergelijk_advies
from werknemers.domein.invoer.bevindingen import Bevindingen
from werknemers.domein.invoer.contract import vergelijk_contract
from werknemers.domein.invoer.gegevens import GelezenRij, Rijgegevens
from werknemers.domein.invoer.geheugen import zonder_opruimen
from werknemers.domein.invoer.meldingen import Melding
from werknemers.domein.invoer.persoon import vergelijk_persoon
from werknemers.domein.invoer.stand import Invoerstand, laad_inszen, laad_stand
from werknemers.domein.invoer.uitkomst import Rijactie, Rijuitkomst, Vergelijking
from werknemers.models import Dienst
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


def _vergelijk_rij(rij: GelezenRij, stand: Invoerstand, op: date) -> Rijuitkomst:
    if rij.leeg:
        return Rijuitkomst(rij.rijnummer, "", "", Rijactie.LEEG)
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
    vergelijk_contract(gegevens.contract, werknemer, stand, vondst)
    einde = None
    if gegevens.advies is not None:
        einde = vergelijk_advies(gegevens.advies, werknemer, stand, op, vondst)
    kern = (rij.rijnummer, rij.personeelsnummer, rij.naam)
    meldingen = tuple(vondst.meldingen)
    if vondst.geweigerd:
        return Rijuitkomst(*kern, Rijactie.GEWEIGERD, meldingen)
    if not werknemer.pk:
        return Rijuitkomst(*kern, Rijactie.NIEUW, meldingen, ingrepen=tuple(vondst.ingrepen))
    actie = Rijactie.GEWIJZIGD if vondst.ingrepen else Rijactie.ONGEWIJZIGD
    wijzigingen = tuple(vondst.wijzigingen)
    return Rijuitkomst(*kern, actie, meldingen, wijzigingen, einde, tuple(vondst.ingrepen))


def _nieuwe_diensten(rijen: Iterable[Rijuitkomst]) -> tuple[str, ...]:
    diensten = (
        ingreep.nieuw["dienst"]
        for rij in rijen
        for ingreep in rij.ingrepen
        if "dienst" in ingreep.nieuw
    )
    return tuple(sorted({d.naam for d in diensten if isinstance(d, Dienst) and d.pk is None}))
